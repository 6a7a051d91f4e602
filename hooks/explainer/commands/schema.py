"""`schema`: write the JSON Schemas from which editors complete and check content files."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Writes content/schema/*.json from the record types, and tells the editor (.vscode/settings.json) to which
files each belongs. Run it after a field was added or its description changed; a test fails until then.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if one is not as the code says"
    )


def run(options: Namespace, project: Path) -> int:
    """Write the schemas, or say which differ; return 1 if they do."""
    from explainer.reading import read_settings
    from explainer.schemas import documents
    from explainer.settings import settings_of

    added = settings_of(read_settings(project / "mkdocs.yml")[0])[0].vocabularies
    wanted = {project / "content" / "schema" / name: text for name, text in documents(added).items()}
    settings = project / ".vscode" / "settings.json"
    if settings.is_file():
        wanted[settings] = _associated(settings.read_text(encoding="utf-8"))
    stale = [
        path
        for path, text in wanted.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    names = ", ".join(path.relative_to(project).as_posix() for path in stale)
    if options.check and stale:
        print(f"Not as the code says: {names}. Run: python -m explainer schema", file=sys.stderr)
        return 1
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
    print(f"Written: {names}" if stale else "All schemas are as the code says.")
    return 0


def _associated(settings: str) -> str:
    from explainer.schemas import associations

    data = json.loads(settings) | {"yaml.schemas": associations()}
    return f"{json.dumps(data, indent=2)}\n"


COMMAND = Command("schema", "write the JSON Schemas for editors", arguments, run, DESCRIPTION)
