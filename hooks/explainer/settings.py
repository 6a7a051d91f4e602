"""What a site is told about itself in mkdocs.yml: names of topics and strands, dates, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from explainer.diagnostics import Diagnostic, Mistake, Position, Severity, did_you_mean, nearest
from explainer.looks import Look, look_of
from explainer.phrases import with_article
from explainer.values.edtf import parse_date
from explainer.values.grammar import parse_id
from explainer.values.licence import known_licence, licence_name
from explainer.values.url import parse_url


@dataclass(frozen=True, slots=True)
class Words:
    """What a site calls things that have another name in every subject."""

    __pydantic_config__: ClassVar = {"use_attribute_docstrings": True}

    party: str = "party"
    """What one party is called: “party to the dispute”."""
    parties: str = "parties"
    """What several are called: “parties to the dispute”."""
    other_parties: str = "Other parties"
    """The heading above parties that belong to no state."""
    figures: str = ""
    """A sentence about numbers of this subject that are easily taken for each other."""

    @property
    def a_party(self) -> str:
        """What one party is called, with its article."""
        return with_article(self.party)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, all under `extra: explainer:` but for its name and address."""

    __pydantic_config__: ClassVar = {"use_attribute_docstrings": True}

    site_name: str
    site_url: str = ""
    description: str = ""
    as_of: date = date.max
    """How far the sources that were read reach. Statuses are computed for this day."""
    reviewed: date | None = None
    """When the content was last gone through."""
    repository: str = ""
    """Address of the repository, without a slash at its end; empty: no edit and report links."""
    branch: str = "main"
    """The branch to which links into the repository lead."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Ids of topics with their names, in the order in which they are shown."""
    strands: Mapping[str, str] = field(default_factory=dict)
    """Ids of strands of the timeline with their names, in the order of the lanes."""
    dates: Mapping[date, str] = field(default_factory=dict)
    """Days for which a page “As known on” is made, each with the reason why it matters."""
    stale_after_days: int = 730
    """How long after its last review a claim is called stale, counted to `as_of`."""
    hedges: tuple[str, ...] = ()
    """Further words that the hedging check accepts as attribution."""
    publisher: str = ""
    """Who publishes the site, for citations and structured data."""
    jobs: int = 0
    """How many processes make pages and files; 0: as many as there are processors. The site is the same."""
    maintainers: str = "the maintainers of its repository"
    """Who answers for the site, as it stands in a sentence: “the maintainers of its repository”, “Example Society”."""
    licence: str = "CC-BY-4.0"
    """Licence of content and data (SPDX)."""
    key: str = ""
    """What the site is called for good in ids that calendars and feed readers keep: it stays when name and address
    change, and two sites have two. Left out, it is the address, which then must not change."""
    directory_urls: bool = True
    """Whether links lead to folders (`claims/`), as servers show them, or to files (`claims/index.html`)."""
    look: Look = field(default_factory=Look)
    """What the site looks like where it differs from others."""
    share_pictures: bool = True
    """Whether claims and topics get a picture of their own (`true` or `false`) that other sites show beside a link to
    them: statement, status, the caveat that weighs most. Without `site_url` there are none."""
    words: Words = Words()
    """What the site calls things that have another name in every subject."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words of the site with those that readers write for them into the search, in any language."""
    actor_types: Mapping[str, str] = field(default_factory=dict)
    """Further types of actor, and other words for those that there are."""
    relations: Mapping[str, str] = field(default_factory=dict)
    """Further kinds of relation between actors, and other words for those that there are."""
    treaty_steps: Mapping[str, str] = field(default_factory=dict)
    """Further steps on the way of a treaty, and other words for those that there are."""

    @property
    def licence_name(self) -> str:
        """The licence as readers know it: “CC BY-SA 4.0”."""
        return licence_name(self.licence)

    @property
    def vocabularies(self) -> dict[str, Mapping[str, str]]:
        """What the site adds to the vocabularies of fields, by the name of the setting."""
        return {name: getattr(self, name) for name in VOCABULARIES}


VOCABULARIES = ("actor_types", "relations", "treaty_steps")
"""Settings that add to the words of a field."""

_FIELDS = {
    *VOCABULARIES, "words", "as_of", "reviewed", "repository", "branch", "topics", "strands", "dates",
    "stale_after_days", "hedges", "synonyms", "key", "publisher", "maintainers", "licence", "jobs", "look",
    "share_pictures",
}  # fmt: skip


def settings_of(
    config: Mapping[str, Any],
    place: Callable[..., Position] = lambda *_keys: Position("mkdocs.yml"),
    docs: Path = Path("docs"),
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings that a configuration holds, with what is wrong in them.

    `place` says where the setting under some keys is written; `docs` is the folder of its pages and pictures.
    """
    given = _Given(config, place)
    for name in given.block:
        if name not in _FIELDS:
            hint = did_you_mean(str(name), _FIELDS, f"the settings are: {', '.join(sorted(_FIELDS))}")
            given.wrong((name,), f"“{name}” is not a setting of the explainer", hint)
    as_of = given.day("as_of")
    misspelt = any(nearest(str(name), _FIELDS) == "as_of" for name in given.block if name not in _FIELDS)
    if given.block and as_of is None and not given.block.get("as_of") and not misspelt:
        hint = "write the day up to which sources were read, for example as_of: 2026-03-17"
        given.wrong((), "“as_of” is missing under “extra: explainer:”", hint)
    given.mapping("look")
    look, strange = look_of(config, docs, place)
    settings = Settings(
        site_name=str(config.get("site_name") or ""),
        site_url=str(config.get("site_url") or ""),
        description=str(config.get("site_description") or ""),
        as_of=as_of or date.max,
        reviewed=given.day("reviewed"),
        repository=given.address("repository"),
        branch=given.word("branch", "main"),
        topics=given.names("topics"),
        strands=given.names("strands"),
        dates=given.days("dates"),
        stale_after_days=given.number("stale_after_days", 730),
        hedges=given.words("hedges"),
        publisher=given.word("publisher", str(config.get("site_name") or "")),
        maintainers=given.word(
            "maintainers", str(config.get("site_author") or "the maintainers of its repository")
        ),
        licence=given.licence(),
        key=given.word("key", str(config.get("site_url") or config.get("site_name") or "")),
        directory_urls=str(config.get("use_directory_urls", True)).lower() not in {"false", "no", "off", "0"},
        jobs=given.number("jobs", 1) if "jobs" in given.block else 0,
        look=look,
        share_pictures=given.switch("share_pictures", usual=True),
        words=given.own_words(),
        synonyms=given.lists("synonyms"),
        actor_types=given.names("actor_types"),
        relations=given.names("relations"),
        treaty_steps=given.names("treaty_steps"),
    )
    return settings, (*given.problems, *strange)


WITHOUT_EFFECT = {
    ("extra_javascript",): "the content security policy of every page allows scripts of the site’s own alone",
    ("repo_url",): "“extra: explainer: repository” leads from pages to the lines from which they are made",
    ("repo_name",): "“extra: explainer: repository” leads from pages to the lines from which they are made",
    ("edit_uri",): "“extra: explainer: repository” leads from pages to the lines from which they are made",
    ("theme", "icon"): "pages have no icons of a theme",
    ("theme", "features"): "pages have the features of this generator, and none of a theme",
    (
        "theme",
        "font",
    ): "pages ask no other server for fonts; “extra: explainer: look: text” says serif or sans",
    (
        "theme",
        "palette",
    ): "readers choose light or dark; “extra: explainer: look: accent” sets the colour of links",
}
"""Settings of MkDocs and its theme that do nothing here, and what is so instead."""

SEARCHES = ("search", "material/search")
"""Plugins whose index no page asks for."""


def host_settings(config: Mapping[str, Any], place: Callable[..., Position]) -> tuple[Diagnostic, ...]:
    """Return what is said of settings of MkDocs that this site cannot follow."""
    theme = config.get("theme")
    found = []
    language = str(theme.get("language") or "en") if isinstance(theme, dict) else "en"
    if language.partition("-")[0].lower() != "en":
        message = f"the interface speaks English only, so far, and pages would call their English words “{language}”"
        hint = "write “language: en”; names and quotations in your content carry their own language"
        found.append(Diagnostic(place("theme", "language"), "bad-setting", message, hint))
    for keys, instead in WITHOUT_EFFECT.items():
        block: Any = config if len(keys) == 1 else theme
        if isinstance(block, dict) and block.get(keys[-1]):
            message = f"“{'.'.join(keys)}” has no effect: {instead}"
            found.append(
                Diagnostic(place(*keys), "bad-setting", message, "delete the line", Severity.WARNING)
            )
    plugins = config.get("plugins")
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        name = next(iter(plugin), "") if isinstance(plugin, dict) else plugin
        if name in SEARCHES:
            message = f"the plugin “{name}” has no effect: pages have a search of their own"
            hint = "delete it; where no other is left, write “plugins: []”"
            found.append(Diagnostic(place("plugins", number), "bad-setting", message, hint, Severity.WARNING))
    return tuple(found)


def without_address(settings: Settings, place: Callable[..., Position]) -> tuple[Diagnostic, ...]:
    """Return what is said of a site that does not know where it will stand."""
    if settings.site_url:
        return ()
    message = "without “site_url” the page for lost readers and the sitemap work only at the top of a host"
    hint = "write the address of the finished site, for example site_url: https://example.org/explainer/"
    return (Diagnostic(place("site_url"), "no-site-url", message, hint, Severity.WARNING),)


class _Given:
    """What stands under `extra: explainer:`, read setting by setting; what is wrong is gathered."""

    def __init__(self, config: Mapping[str, Any], place: Callable[..., Position]) -> None:
        self.problems: list[Diagnostic] = []
        self._place = place
        extra = config.get("extra")
        block = extra.get("explainer") if isinstance(extra, dict) else None
        self.block: dict[Any, Any] = block if isinstance(block, dict) else {}
        if not self.block:
            others = list(extra) if isinstance(extra, dict) else [name for name in config if name != "extra"]
            wanted = "explainer" if isinstance(extra, dict) else "extra"
            near = nearest(wanted, map(str, others))
            hint = (
                f"write “{wanted}” for “{near}”"
                if near
                else "write “extra:”, under it “explainer:”, and under that “as_of: …”"
            )
            message = (
                "there is no block “explainer” under “extra”, which names the topics and dates of the site"
            )
            where = place(*(("extra", near) if wanted == "explainer" else (near,))) if near else place()
            self.problems.append(Diagnostic(where, "bad-setting", message, hint))

    def wrong(self, keys: tuple[Any, ...], message: str, hint: str) -> None:
        """Say that the setting under these keys is wrong."""
        where = self._place("extra", "explainer", *keys)
        self.problems.append(Diagnostic(where, "bad-setting", message, hint))

    def day(self, name: str) -> date | None:
        """Return a setting that is a date: the last day that it can mean."""
        value = self.block.get(name)
        return self._day(value, (name,)) if value else None

    def days(self, name: str) -> dict[date, str]:
        """Return a setting that gives words to days, in the order of the days."""
        found = {
            self._day(written, (name, written)): str(words) for written, words in self.mapping(name).items()
        }
        return dict(sorted((day, words) for day, words in found.items() if day is not None))

    def _day(self, value: Any, keys: tuple[Any, ...]) -> date | None:
        try:
            found = parse_date(value if isinstance(value, str) else str(value))
        except Mistake as mistake:
            self.wrong(keys, f"“{keys[0]}”: {mistake.message}", mistake.hint)
            return None
        if not found.is_exact:
            self.wrong(
                keys, f"“{keys[0]}” should be one day, not “{value}”", "write, for example, 2026-03-17"
            )
            return None
        return found.latest

    def names(self, name: str) -> dict[str, str]:
        """Return a setting that gives ids their names."""
        found: dict[str, str] = {}
        for key, words in self.mapping(name).items():
            try:
                parse_id(str(key))
            except Mistake as mistake:
                self.wrong((name, key), f"“{name}”: {mistake.message}", mistake.hint)
            if not isinstance(words, str) or not words.strip():
                message = f"“{name}”: “{key}” has no name"
                self.wrong((name, key), message, f"write the words that readers see: “{key}: …”")
            found[str(key)] = str(words or key)
        return found

    def lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return a setting that gives words lists of other words."""
        found: dict[str, tuple[str, ...]] = {}
        for key, words in self.mapping(name).items():
            given = words if isinstance(words, list) else [words]
            if all(isinstance(word, str) and word.strip() for word in given) and given:
                found[str(key)] = tuple(given)
            else:
                hint = f"write the words in brackets: “{key}: [one, another]”; quote those that YAML takes for numbers"
                self.wrong((name, key), f"“{name}”: “{key}” should have a list of words", hint)
        return found

    def own_words(self) -> Words:
        """Return what the site calls things, where it says so."""
        known = {one.name: one.default for one in fields(Words)}
        found: dict[str, str] = {}
        for name, words in self.mapping("words").items():
            if name not in known:
                hint = did_you_mean(str(name), known, f"the words are: {', '.join(known)}")
                self.wrong(("words", name), f"“{name}” is not among the words that a site can choose", hint)
            elif not isinstance(words, str) or not words.strip():
                hint = f"write the words that readers see: “{name}: {known[name] or '…'}”"
                self.wrong(("words", name), f"“words”: “{name}” is empty or no text", hint)
            else:
                found[name] = words.strip()
        return Words(**found)

    def licence(self) -> str:
        """Return the licence, a word of SPDX."""
        found = self.word("licence", "CC-BY-4.0")
        if not re.fullmatch(r"[A-Za-z0-9.+-]+", found):
            hint = f"write it as SPDX does, for example {'-'.join(found.split()) if found.split() else 'CC-BY-4.0'}"
            self.wrong(("licence",), f"“{found}” is not the short name of a licence", hint)
            return found
        known = known_licence(found)
        if known is None:
            hint = "take one of https://spdx.org/licenses/, for example CC-BY-4.0"
            self.wrong(("licence",), f"the list of SPDX has no licence “{found}”", hint)
        return known or found

    def mapping(self, name: str) -> dict[Any, Any]:
        """Return a setting that is a block of names."""
        value = self.block.get(name) or {}
        if isinstance(value, dict):
            return value
        self.wrong(
            (name,), f"“{name}” should be a block", "write one “name: words” a line under it, indented"
        )
        return {}

    def number(self, name: str, usual: int) -> int:
        """Return a setting that is a whole number."""
        value = self.block.get(name, usual)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.wrong((name,), f"“{name}” should be a whole number above zero", f"write, for example: {usual}")
        return usual

    def switch(self, name: str, *, usual: bool) -> bool:
        """Return a setting that is on or off."""
        value = self.block.get(name, usual)
        found = {"true": True, "false": False}.get(str(value).lower())
        if found is None:
            self.wrong((name,), f"“{name}” should be on or off", f"write “{name}: true” or “{name}: false”")
        return usual if found is None else found

    def words(self, name: str) -> tuple[str, ...]:
        """Return a setting that is a list of words."""
        value = self.block.get(name) or ()
        if isinstance(value, list | tuple):
            return tuple(str(word) for word in value)
        self.wrong((name,), f"“{name}” should be a list", f"write {name}: [{value}]")
        return ()

    def word(self, name: str, usual: str) -> str:
        """Return a setting that is text."""
        value = self.block.get(name) or usual
        if isinstance(value, str | int | float | date) and not isinstance(value, bool):
            return str(value)
        self.wrong((name,), f"“{name}” should be text", f"write it on one line: “{name}: {usual or '…'}”")
        return usual

    def address(self, name: str) -> str:
        """Return a setting that is a web address, without a slash at its end; empty if it is not given."""
        value = self.word(name, "").rstrip("/")
        try:
            return parse_url(value) if value else ""
        except Mistake as mistake:
            hint = "write, for example, https://github.com/owner/name; leave it empty to have no such links"
            self.wrong((name,), f"“{name}”: {mistake.message}", hint)
            return ""
