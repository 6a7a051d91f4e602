"""A project of one's own, written from the skeleton of this package."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from explainer import schemas
from explainer.diagnostics import Mistake, Position
from explainer.kinds import BY_NAME
from explainer.settings import host_settings
from explainer.values.edtf import parse_date

SKELETON = Path(__file__).parent / "skeleton"
"""What Copier makes a project of: questions, and the files of a project."""

NEEDED = ("actor", "source")
"""Kinds without which there is no site: somebody speaks, and one can read it somewhere."""

OPTIONAL = tuple(sorted(set(BY_NAME) - set(NEEDED)))
"""Kinds of which a site may have no example."""

PACKAGE = "explainer-site-generator"

BRANCHES = frozenset(["HEAD", "main", "master", "trunk", "develop"])
"""What is surely no tag."""

NO_REPOSITORY = (
    "The generator of this project was not installed from a git repository, so “make upgrade” cannot find newer "
    "versions, and GitHub may not find the generator at all. Before you publish, start with --generator git+https://…@TAG."
)


class Unfit(Exception):
    """Raised where no project can be begun; its text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a project is begun with."""

    folder: Path
    name: str
    language: str
    kinds: tuple[str, ...]
    as_of: str
    generator: str
    """What pip installs, without a revision: `git+https://…`, or the address of a file or folder."""
    revision: str
    """The tag or commit of the generator; empty if it comes from no git repository."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever begins should know."""
        return () if self.revision else (NO_REPOSITORY,)


def plan(
    folder: Path, *, name: str, language: str, without: frozenset[str], as_of: str, generator: str
) -> Plan:
    """Return what a project is begun with; raises Unfit."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Unfit(f"{folder} is not empty. Name a new or an empty folder.")
    told = host_settings({"theme": {"language": language}}, lambda *_: Position("--language"))
    if told:
        raise Unfit(f"--language {language}: {told[0].message}; {told[0].hint}")
    try:
        day = parse_date(as_of)
    except Mistake as mistake:
        raise Unfit(f"--as-of {as_of}: {mistake.message}; {mistake.hint}") from mistake
    if not day.is_exact:
        raise Unfit(f"--as-of {as_of}: write one day, for example 2026-03-17")
    address, revision = _parted(generator or _installed_from())
    title = " ".join(name.split()) or folder.resolve().name
    kinds = tuple(kind for kind in sorted(BY_NAME) if kind not in without)
    return Plan(folder, title, language, kinds, as_of, address, revision)


def write(plan: Plan) -> None:
    """Write the project; raises ModuleNotFoundError if Copier is not installed."""
    from copier import run_copy  # noqa: PLC0415 - only this command needs it

    answers = {
        "name": plan.name,
        "language": plan.language,
        "kinds": list(plan.kinds),
        "as_of": plan.as_of,
        "key": _key(plan),
        "generator": plan.generator,
        "revision": plan.revision,
    }
    run_copy(str(SKELETON), str(plan.folder), data=answers, defaults=True, quiet=True)
    schema = plan.folder / "content" / "schema"
    schema.mkdir(parents=True)
    for file, text in schemas.documents().items():
        (schema / file).write_text(text, encoding="utf-8")


def _key(plan: Plan) -> str:
    """Return what feeds and calendars call the site for good."""
    words = "-".join(re.findall(r"[a-z0-9]+", plan.name.lower())) or "site"
    return f"{words[:60].strip('-')}-{plan.as_of[:4]}"


def _installed_from() -> str:
    """Return from where this package was installed, as pip wrote it down (PEP 610)."""
    try:
        written = distribution(PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        written = None
    if written is None:
        return Path(__file__).resolve().parents[2].as_uri()
    told = json.loads(written)
    vcs = told.get("vcs_info")
    if not vcs:
        return str(told["url"])
    return f"{vcs['vcs']}+{told['url']}@{_fixed(vcs.get('requested_revision', ''), vcs['commit_id'])}"


def _fixed(asked: str, commit: str) -> str:
    """Return what names the same state for ever: the tag of a version that was asked for, else the commit."""
    return asked if re.fullmatch(r"v?\d+(\.\d+)*\S*", asked) and not commit.startswith(asked) else commit


def _parted(address: str) -> tuple[str, str]:
    """Return an address without its revision, and the revision if it is of a git repository; raises Unfit."""
    if not address.startswith("git+"):
        return address, ""
    base, at, revision = address.rpartition("@")
    if not at or "/" in revision or not revision:
        raise Unfit(
            f"--generator {address}: name a tag or a commit behind an “@”, so that builds stay the same"
        )
    if revision in BRANCHES or re.fullmatch("[0-9a-f]{7,39}", revision):
        raise Unfit(
            f"--generator {address}: “{revision}” may name another state later; write a tag or a whole commit"
        )
    return base, revision
