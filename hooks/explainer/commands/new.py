"""`new`: begin a record: a commented file in the right folder."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from explainer.kinds import BY_NAME

    parser.add_argument("kind", metavar="KIND", help=", ".join(BY_NAME))
    parser.add_argument("id", metavar="ID", help="the new record's id: small letters, digits, hyphens")


def run(options: Namespace, project: Path) -> int:
    """Write the file and say where to begin; return 2 if kind or id cannot be, 1 if the file exists."""
    from explainer.checking import check
    from explainer.diagnostics import Mistake, did_you_mean
    from explainer.kinds import BY_NAME
    from explainer.starting import skeleton
    from explainer.values.grammar import parse_id

    kind = BY_NAME.get(options.kind)
    if kind is None:
        hint = did_you_mean(options.kind, BY_NAME, f"the kinds are: {', '.join(BY_NAME)}")
        print(f"“{options.kind}” is not a kind of record; {hint}", file=sys.stderr)
        return 2
    try:
        id = parse_id(options.id)
    except Mistake as mistake:
        print(f"{mistake.message}; {mistake.hint}", file=sys.stderr)
        return 2
    dossier = check(project).dossier
    taken = dossier.graph.entries.get(id)
    path = project / "content" / kind.folder / f"{id}.yml"
    if taken is not None or path.exists():
        where = taken.position if taken else path.relative_to(project).as_posix()
        print(f"“{id}” exists already: {where}", file=sys.stderr)
        return 1
    words = {"topic": tuple(dossier.settings.topics), "strands": tuple(dossier.settings.strands)}
    text, line = skeleton(kind, id, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    print(f"{path.relative_to(project).as_posix()}:{line}: begin here")
    return 0


COMMAND = Command("new", "begin a record: a commented file in the right folder", arguments, run)
