"""What a site is told about itself in mkdocs.yml: names of topics and strands, dates, addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from explainer.diagnostics import Diagnostic, Mistake, Position, did_you_mean
from explainer.values.edtf import parse_date


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, all under `extra: explainer:` but for its name and address."""

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
    topics: Mapping[str, str] = field(default_factory=dict)
    """Ids of topics with their names, in the order in which they are shown."""
    strands: Mapping[str, str] = field(default_factory=dict)
    """Ids of strands of the timeline with their names, in the order of the lanes."""
    dates: Mapping[date, str] = field(default_factory=dict)
    """Days for which a page “As known on” is made, each with the reason why it matters."""
    home: Mapping[str, Any] = field(default_factory=dict)
    """What the home page leads with: `claims` and `events` by id."""
    stale_after_days: int = 730
    """How long after its last review a claim is called stale, counted to `as_of`."""
    hedges: tuple[str, ...] = ()
    """Further words that the hedging check accepts as attribution."""
    publisher: str = ""
    """Who publishes the site, for citations and structured data."""
    licence: str = "CC-BY-4.0"
    """Licence of content and data (SPDX)."""


_FIELDS = {
    "as_of", "reviewed", "repository", "branch", "topics", "strands", "dates",
    "home", "stale_after_days", "hedges", "publisher", "licence",
}  # fmt: skip


def settings_of(config: Mapping[str, Any], file: str = "mkdocs.yml") -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings that a configuration holds, with what is wrong in them."""
    problems: list[Diagnostic] = []
    given = dict((config.get("extra") or {}).get("explainer") or {})

    def wrong(message: str, hint: str = "") -> None:
        problems.append(Diagnostic(Position(file), "bad-setting", message, hint))

    for name in given:
        if name not in _FIELDS:
            wrong(f"“{name}” is not a setting of the explainer", did_you_mean(str(name), _FIELDS))

    def day(value: Any, name: str) -> date | None:
        try:
            parsed = parse_date(str(value))
        except Mistake as mistake:
            wrong(f"{name}: {mistake.message}", mistake.hint)
            return None
        return parsed.latest

    as_of = day(given["as_of"], "as_of") if given.get("as_of") else None
    if as_of is None and not problems:
        wrong("“as_of” is missing under extra: explainer:", "write the day up to which sources were read: as_of: 2026-03-17")
    dates = {}
    for written, reason in (given.get("dates") or {}).items():
        known = day(written, "dates")
        if known is not None:
            dates[known] = str(reason)
    settings = Settings(
        site_name=str(config.get("site_name") or ""),
        site_url=str(config.get("site_url") or ""),
        description=str(config.get("site_description") or ""),
        as_of=as_of or date.max,
        reviewed=day(given["reviewed"], "reviewed") if given.get("reviewed") else None,
        repository=str(given.get("repository") or "").rstrip("/"),
        branch=str(given.get("branch") or "main"),
        topics={str(key): str(name) for key, name in (given.get("topics") or {}).items()},
        strands={str(key): str(name) for key, name in (given.get("strands") or {}).items()},
        dates=dict(sorted(dates.items())),
        home=given.get("home") or {},
        stale_after_days=int(given.get("stale_after_days") or 730),
        hedges=tuple(str(word) for word in given.get("hedges") or ()),
        publisher=str(given.get("publisher") or config.get("site_name") or ""),
        licence=str(given.get("licence") or "CC-BY-4.0"),
    )
    return settings, tuple(problems)
