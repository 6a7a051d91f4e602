"""What every view is made of: a page's data, links to records, words for dates and statuses."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from explainer import images, standings, urls
from explainer.backlinks import referring
from explainer.caveats import Caveat
from explainer.diagnostics import Position
from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging
from explainer.kinds._parts import READ_OF_FOUND, Support, Tie
from explainer.kinds._statuses import STATUSES
from explainer.kinds.claim import MEANINGS
from explainer.linking import MENTIONED
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.values.cldr import language_name
from explainer.values.edtf import EdtfDateValue, day_words
from explainer.values.licence import licence_name
from explainer.verdicts import verdict_words
from explainer.wording import origins_words


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made: where it stands, and who makes it from what."""

    address: str
    make: Callable[[], PageView]


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its address, template, title and data; `edit` is the line from which it is made."""

    address: str
    template: str
    title: str
    description: str
    data: Mapping[str, Any]
    section: str = ""
    """The top page under which it stands; marks the entry of the navigation."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Titles and addresses of the pages above it."""
    edit: Position | None = None
    entry: Entry | None = None
    toc: tuple[tuple[str, str], ...] = ()
    """Anchors and titles of its sections."""
    toc_inner: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Anchors and titles of the parts of a section, by the section's anchor."""
    about: tuple[str, ...] = ()
    """Ids that need no automatic link on the page: its own record."""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the page: media type, address, title."""


def initial(name: str) -> str:
    """Return the letter under which an alphabetical list has a name, without its accent: “É” stands under E.

    Numbers stand together, and so do names in scripts that have no such letter.
    """
    first = unicodedata.normalize("NFKD", name[:1])[:1].upper()
    if first.isdigit():
        return "0–9"
    return first if first.isascii() and first.isalpha() else "Other"


def day(value: date) -> dict[str, str]:
    """Return a day for templates."""
    return {"words": day_words(value), "iso": value.isoformat()}


class When(dict[str, Any]):
    """A date in words; never changed once made, so that what is made of it may be remembered."""

    plain = True

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self["text"])


def when(value: EdtfDateValue | None) -> When | None:
    """Return a date for templates: words, a machine-readable form, and whether it is imprecise."""
    return None if value is None else _when(value)


@lru_cache(maxsize=8192)
def _when(value: EdtfDateValue) -> When:
    return When(words=value.words, iso=value.iso, imprecise=value.is_imprecise, text=value.text)


class Line(dict[str, Any]):
    """What lists say of a record; made once and never changed, so that what is made of it may be remembered."""

    plain = True

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


class RecordLink(dict[str, Any]):
    """A record as a link; never changed once made, so that what is made of it may be remembered."""

    plain = True

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(
            (
                self["id"],
                self["address"],
                self.get("status"),
                self.get("contested"),
                self.get("contrary"),
                self.get("words"),
            )
        )


@once_for_each
def _links_of(_dossier: Dossier) -> dict[str, RecordLink]:
    """Return where the links of a dossier are kept once they are made."""
    return {}


def reference(id: str, dossier: Dossier) -> RecordLink:
    """Return a record as a link: id, title, address, kind, and the status of a claim."""
    links = _links_of(dossier)
    if id not in links:
        links[id] = _reference(id, dossier)
    return links[id]


def _reference(id: str, dossier: Dossier) -> RecordLink:
    entry = dossier.graph.entries[id]
    found = RecordLink(
        id=id,
        title=entry.title,
        address=urls.of_entry(entry),
        kind=entry.kind.name,
        language=title_language(entry),
    )
    judgement = dossier.judgements.get(id)
    if judgement is not None:
        found |= {
            "status": judgement.assessment.status,
            "contested": bool(judgement.assessment.contested_by),
            "contrary": judgement.contrary,
        }
        nature = standings.nature_of(judgement)
        if nature:
            found |= {"nature": nature, "words": standings.short(judgement, dossier)}
        if nature == "statement":
            found["says"] = [
                {"verb": verb, "status": status, "contested": contested, "contrary": contrary}
                for verb, status, contested, contrary in dict.fromkeys(
                    (standings.SAID[said.saying.stance], said.now, said.contested, said.contrary)
                    for said in standings.said_by(judgement, dossier)
                )
            ]
    return found


def title_language(entry: Entry) -> str:
    """Return the language of a record's title where it is not that of the site; empty otherwise."""
    if entry.kind.name == "source":
        return str(entry.record.language) if entry.record.title and entry.record.language != "en" else ""
    return str(getattr(entry.record, "lang", None) or "")


def links(ids: Iterable[str], dossier: Dossier) -> list[dict[str, Any]]:
    """Return records as links; ids that no record has are passed over, since linking reported them."""
    return [reference(id, dossier) for id in dict.fromkeys(ids) if id in dossier.graph.entries]


def bond(to: str, held: Tie | Support, dossier: Dossier) -> dict[str, Any]:
    """Return a bond to an actor for templates: its days, the sources that show it, and what it consists in."""
    return {
        "to": reference(to, dossier) if to in dossier.graph.entries else None,
        "since": when(held.since),
        "until": when(held.until),
        "note": held.note,
        "sources": links(held.sources, dossier),
    }


def edit_line(position: Position | None, dossier: Dossier) -> str:
    """Return the address of a line in the repository; empty if the site names no repository."""
    repository = dossier.settings.repository
    if not repository or position is None:
        return ""
    return urls.of_line(position, repository, dossier.settings.branch)


def line(entry: Entry, dossier: Dossier, *path: str | int) -> str:
    """Return the address of the line on which a part of a record stands; empty without a repository."""
    return edit_line(entry.at(*path), dossier) if dossier.settings.repository else ""


def caveat(found: Caveat, dossier: Dossier) -> dict[str, Any]:
    """Return a caveat for templates."""
    return {
        "rule": found.rule,
        "label": found.label,
        "severity": found.severity,
        "sentence": found.sentence,
        "plain": found.plain,
        "because": links(found.because, dossier),
        "address": urls.of_rule(found.rule),
    }


def verdict(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return status, count of origins, denials and caveats of a claim or event."""
    now = judgement.assessment
    return {
        "status": now.status,
        "meaning": STATUSES[now.status],
        "why": verdict_words(judgement, dossier),
        "hangs": found.sentences[0] if (found := hanging(judgement, dossier)) else "",
        "contested_by": links(now.contested_by, dossier),
        "contrary": judgement.contrary,
        "independent": now.independent,
        "at_most": now.at_most,
        "origins_words": origins_words(judgement),
        "reports": len({item.source.id for item in now.supporting}),
        "decided_by": reference(decided[0].id, dossier)
        if (decided := judgement.statement.decided_by)
        else None,
        "outcome": _outcome(judgement),
        "caveats": [caveat(found, dossier) for found in judgement.caveats],
    }


def _outcome(judgement: Judgement) -> dict[str, Any] | None:
    """Return what a deciding claim means for a forecast; nothing for what is no forecast."""
    outcome = judgement.claim.outcome if judgement.statement.nature == "outcome" else None
    return {"meaning": MEANINGS[outcome.means], "note": outcome.note} if outcome else None


MENTIONS_AT_MOST = 300
"""How many records that mention another stand on its own page; of more, the first stand there, and all on a list."""

MENTIONS_SHOWN = 40
"""How many of them stand there, where there are too many for it."""


def backlinks(
    id: str,
    dossier: Dossier,
    leave_out: frozenset[str] = frozenset(),
    elsewhere: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """Return what refers to a record, grouped by role, each group under the way back's name.

    What only mentions it in prose is told last of all, and only if it is told nowhere else on the page.
    Roles that are left out are told in a way of their own, and so are the records of a role that are `elsewhere`.
    """
    groups = referring(id, dossier)
    mentioning = groups.pop(MENTIONED, [])
    told = {id}.union(*groups.values(), *elsewhere.values())
    groups = {
        role: left
        for role, ids in groups.items()
        if role not in leave_out and (left := [one for one in ids if one not in elsewhere.get(role, ())])
    }
    if others := [other for other in mentioning if other not in told]:
        groups[MENTIONED] = others
    many = len(mentioning) > MENTIONS_AT_MOST
    return [
        {
            "role": role,
            "anchor": urls.slug(role),
            "count": len(ids),
            "links": by_kind(ids, dossier)[: MENTIONS_SHOWN if role == MENTIONED and many else None],
            "total": len(mentioning) if role == MENTIONED else len(ids),
            "more": urls.of_mentions(dossier.graph.entries[id]) if role == MENTIONED and many else "",
        }
        for role, ids in sorted(groups.items(), key=lambda group: (group[0] == MENTIONED, group[0]))
    ]


def by_kind(ids: Iterable[str], dossier: Dossier) -> list[dict[str, Any]]:
    """Return records as links, those of one kind together, by their titles."""
    return sorted(links(ids, dossier), key=lambda link: (link["kind"], link["title"].casefold()))


def searches(entry: Entry) -> list[dict[str, Any]]:
    """Return the searches on which a record's sentences of absence lean."""
    made = getattr(entry.record, "looked_for", ())
    anchors = urls.anchors(f"looked-for-{entry.id}-{one.on.text}" for one in made)
    return [
        {
            "anchor": anchor,
            "what": one.what,
            "where": list(one.where),
            "words": list(one.words),
            "languages": [language_name(tag) for tag in one.languages],
            "tags": list(one.languages),
            "when": when(one.on),
            "read": READ_OF_FOUND[one.read],
            "found": one.found,
        }
        for one, anchor in zip(made, anchors, strict=True)
    ]


def crumbs(*above: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return breadcrumbs that begin at home."""
    return (("Home", ""), *above)


def has_page(path: str, dossier: Dossier) -> bool:
    """Tell whether a page stands under docs/; a site on another subject may do without some."""
    return any(page.path == path for page in dossier.pages)


def method_address(dossier: Dossier) -> str:
    """Return the page that explains how statuses come about: the maintainers' own, else the list of rules."""
    return "method/" if has_page("method.md", dossier) else urls.RULES


def pictures_of(entry: Entry, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the pictures of a record that are there: where each lies, its size, whose it is."""
    return [
        {
            "file": one.file,
            "alt": one.alt,
            "caption": one.caption,
            "credit": one.credit,
            "licence": licence_name(one.licence),
            "licence_address": urls.of_licence(one.licence) if "-" in one.licence else "",
            "source": reference(one.source, dossier),
            "attributes": images.attributes(dossier.pictures[one.file])
            if one.file in dossier.pictures
            else {},
        }
        for one in getattr(entry.record, "pictures", ())
    ]
