"""Search: what can be found on the site, and the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from explainer import standings, urls
from explainer.dossier import Dossier
from explainer.kinds import KINDS
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.prose import page_description, page_headings, page_title
from explainer.verdicts import verdict_words
from explainer.views._base import PageView, Plan, crumbs, reference
from explainer.views.sources import publisher_name
from explainer.wording import plain, provision_title, shortened

ABOUT = Message("Find records and pages of this site by name, other spelling or words of their summary.")

SUMMARY_LIMIT = 110
"""Characters of a summary in the index, which every reader who searches downloads whole."""

VERDICT_LIMIT = 130
"""Characters of a claim's verdict in the index."""

FIRST, LAST = ("claim", "question", "event", "treaty", "article", "actor"), ("page", "correction", "source")
"""The kinds in whose order results stand; those between are in the order of the kinds."""

OWN_SYNONYMS: dict[str, tuple[str, ...]] = {
    "acknowledged": (
        "admit",
        "admits",
        "admitted",
        "confess",
        "confessed",
        "confirm",
        "confirmed",
        "confirms",
    ),
    "denied": ("deny", "denies", "denial", "denials"),
    "data": ("download", "downloads", "csv", "json", "export", "api", "dataset", "spreadsheet"),
    "places": ("map", "maps"),
    "figures": ("numbers", "statistics", "chart", "charts", "graph"),
    "timeline": ("chronology", "history"),
    "glossary": ("definitions", "abbreviations", "acronyms"),
    "corrections": ("errors", "mistakes", "errata"),
    "feeds": ("rss", "newsletter"),
    "not known": ("unknown", "unknowns"),
}
"""Words of the generator's own pages, with those that readers write for them."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page that shows results."""
    yield Plan(urls.of_list("search"), partial(results, dossier))


def results(dossier: Dossier) -> PageView:
    """Return the page that shows results; without a script it leads to the lists."""
    lists = [
        {
            "title": kind.plural.capitalize(),
            "address": urls.of_list(kind.address),
            "count": len(dossier.graph.of_kind(kind.name)),
        }
        for kind in KINDS
        if dossier.graph.of_kind(kind.name)
    ]
    return PageView(
        urls.of_list("search"),
        "search.html",
        "Search",
        ABOUT(),
        {"lists": sorted(lists, key=lambda one: one["title"])},
        section="search",
        crumbs=crumbs(),
    )


def entries(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield what can be found, in short.

    `u` is the address, `t` the title, `l` its language, `k` the kind, `n` other names, `s` a summary, `v` the
    verdict on a claim, `st` and `c` status and contest, `sw` what stands in the place of a status.
    """
    for page in dossier.pages:
        yield _short(
            {
                "u": urls.of_page(page.path),
                "t": plain(page_title(page), dossier),
                "k": "page",
                "n": " · ".join(plain(heading, dossier) for heading in page_headings(page)),
                "s": shortened(plain(page_description(page), dossier), SUMMARY_LIMIT),
            }
        )
    for kind in KINDS:
        for entry in dossier.graph.of_kind(kind.name):
            yield _record(entry, dossier)
            yield from _parts(entry, dossier)


def _record(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    link = reference(entry.id, dossier)
    summary = plain(entry.kind.summary(entry.record), dossier)
    date = getattr(entry.record, "date", None)
    return _short(
        {
            "u": link["address"],
            "t": link["title"],
            "l": link["language"],
            "k": link["kind"],
            "n": " · ".join(other_names(entry, dossier)),
            "s": shortened(f"{date.words}: {summary}" if date else summary, SUMMARY_LIMIT),
            "v": shortened(
                plain(verdict_words(dossier.judgements[entry.id], dossier), dossier), VERDICT_LIMIT
            )
            if entry.kind.name == "claim"
            else "",
            **(
                {"sw": link["words"]}
                if link.get("nature") == "statement"
                else {
                    "st": link.get("status", ""),
                    "c": standings.beside(link.get("contested", False), link.get("contrary", "")),
                }
            ),
        }
    )


def other_names(entry: Entry, dossier: Dossier) -> list[str]:
    """Return the names of a record beside its title: aliases, offices, names in other scripts, a source's publisher."""
    record = entry.record
    found = [*entry.kind.names(record), *getattr(record, "aliases", ())]
    for field in ("native_names", "titles"):
        found += [name.text for name in getattr(record, field, ())]
    found += [held.title for held in getattr(record, "positions", ())]
    if entry.kind.name == "source":
        found.append(publisher_name(record, dossier))
    return [name for name in dict.fromkeys(found) if name and name != entry.title]


def _parts(entry: Entry, dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield the parts of a record that readers look for by name: articles of a treaty."""
    for key, article in getattr(entry.record, "articles", {}).items():
        yield _short(
            {
                "u": f"{urls.of_entry(entry)}#{key}",
                "t": provision_title(key, article),
                "k": "article",
                "s": shortened(plain(article.summary, dossier), SUMMARY_LIMIT),
            }
        )


def kinds(found: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the kinds of what was found with their plurals, in the order in which results stand."""
    names = {
        **{kind.name: kind.plural.capitalize() for kind in KINDS},
        "article": "Articles", "page": "Pages", "event": "Timeline", "term": "Glossary",
    }  # fmt: skip
    there = {entry["k"] for entry in found}
    between = [name for name in names if name not in (*FIRST, *LAST)]
    return {name: names[name] for name in (*FIRST, *between, *LAST) if name in there}


def synonyms(dossier: Dossier) -> dict[str, list[str]]:
    """Return words of the site with those that readers write for them: the generator's, then the site's own."""
    found: dict[str, list[str]] = {}
    for words, others in (*OWN_SYNONYMS.items(), *dossier.settings.synonyms.items()):
        found.setdefault(words, []).extend(others)
    return found


def _short(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value or key == "u"}
