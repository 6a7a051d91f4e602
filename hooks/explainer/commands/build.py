"""`build`: write every page and file to a folder, for another generator or for use without one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("out", metavar="OUT", type=Path, help="the folder to write; what it held is replaced")
    parser.add_argument(
        "--only",
        metavar="FORMATS",
        default="",
        help="only these output formats, separated by commas: json,csv",
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="how many processes make pages and files; by default the setting “jobs” of mkdocs.yml, "
        "else as many as there are processors",
    )


def _count(text: str) -> int:
    """Return a whole number above zero, or raise ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(options: Namespace, project: Path) -> int:
    """Build; return 0, 1 if content has errors, 2 if there is no such format or the folder must stay."""
    from explainer import outputs, publishing
    from explainer.folder import write
    from explainer.pipeline import build
    from explainer.reporting import as_text
    from explainer.workers import processors

    only = frozenset(name for name in options.only.split(",") if name)
    unknown = only - {output.name for output in outputs.OUTPUTS}
    if unknown:
        known = ", ".join(output.name for output in outputs.OUTPUTS)
        print(f"There is no format {', '.join(sorted(unknown))}. The formats are: {known}", file=sys.stderr)
        return 2
    if reason := publishing.unfit(options.out, project):
        print(f"{options.out} is not replaced: {reason}. Name a new or an empty folder.", file=sys.stderr)
        return 2
    result = build(project, only)
    if result.checked.failed:
        sys.stderr.write(as_text(result.checked.errors, project))
        print("Nothing was written.", file=sys.stderr)
        return 1
    target = options.out.resolve()
    aside = publishing.beside(target)
    publishing.discard(aside)
    try:
        jobs = options.jobs or result.checked.dossier.settings.jobs or processors()
        count = write(result, aside, project, jobs)
        if foreign := _foreign(target, aside):
            publishing.discard(aside)
            print(
                f"{options.out} is not replaced: it holds {foreign}, which no build writes.", file=sys.stderr
            )
            return 2
        publishing.replace(target, aside)
    except OSError as error:
        publishing.discard(aside)
        print(f"{options.out} cannot be written: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"{count} files written to {options.out}")
    return 0


def _foreign(target: Path, aside: Path) -> str:
    """Return the name of something in a folder that what was made just now has not, so that it is no earlier build."""
    held = sorted(path.name for path in target.iterdir()) if target.is_dir() else []
    return next((name for name in held if not (aside / name).exists()), "")


COMMAND = Command("build", "write every page and file to a folder, without MkDocs", arguments, run)
