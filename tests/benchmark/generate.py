"""A dossier of any size, the same for the same number: 20 % actors, 40 % events, 20 % claims, 20 % sources.

Run it to write a whole project: `python tests/benchmark/generate.py 1000 FOLDER`.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WORDS = [
    "harbour",
    "bridge",
    "minister",
    "council",
    "report",
    "convoy",
    "meeting",
    "letter",
    "border",
    "river",
    "signal",
    "archive",
    "witness",
    "railway",
    "treaty",
    "session",
    "protocol",
    "visit",
    "inspection",
    "statement",
    "cargo",
    "depot",
    "exercise",
    "briefing",
    "delegation",
    "vessel",
    "market",
    "survey",
    "record",
    "evening",
    "morning",
    "district",
    "station",
    "survey",
    "figure",
    "account",
    "answer",
    "question",
    "promise",
    "denial",
]

CONFIG = """\
site_name: A generated dossier
site_description: For measuring only.
site_url: https://example.org/bench/
theme:
  name: material
  custom_dir: hooks/explainer/theme
  font: false
plugins: []
hooks: [hooks/mkdocs_hooks.py]
nav:
  - Home: index.md
extra:
  explainer:
    as_of: 2026-01-01
    topics: {one: One, two: Two, three: Three}
    strands: {one: One, two: Two, three: Three}
    dates: {2024-06-30: The middle}
"""


class Dossier:
    """Ids and texts of a generated dossier."""

    def __init__(self, size: int) -> None:
        self.random = random.Random(size)  # noqa: S311 - for measuring, not for secrets
        self.actors = [f"actor-{number}" for number in range(size // 5)]
        self.events = [f"event-{number}" for number in range(size * 2 // 5)]
        self.claims = [f"claim-{number}" for number in range(size // 5)]
        self.sources = [f"source-{number}" for number in range(size // 5)]

    def text(self, words: int) -> str:
        """Return a sentence of so many words."""
        return " ".join(self.random.choices(WORDS, k=words)).capitalize() + "."

    def some(self, ids: list[str], count: int) -> list[str]:
        """Return a few different ids."""
        return self.random.sample(ids, min(count, len(ids)))

    def day(self) -> str:
        """Return a day of 2023 to 2025."""
        pick = self.random.randint
        return f"{pick(2023, 2025)}-{pick(1, 12):02}-{pick(1, 28):02}"


def files(size: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every content file, twenty records a file."""
    made = Dossier(size)
    for folder, records in (
        ("actors", [_actor(made, number) for number in range(len(made.actors))]),
        ("sources", [_source(made, number) for number in range(len(made.sources))]),
        ("claims", [_claim(made, number) for number in range(len(made.claims))]),
        ("timeline", [_event(made, number) for number in range(len(made.events))]),
    ):
        for start in range(0, len(records), 20):
            yield f"content/{folder}/{start // 20:04}.yml", "\n".join(records[start : start + 20])


def _actor(made: Dossier, number: int) -> str:
    lines = [
        f"actor-{number}:",
        f"  name: Actor Number {number}",
        f"  type: {'state' if number < 10 else 'person'}",
    ]
    if number >= 10:
        lines.append(f"  part_of: actor-{number % 10}")
    if number < 2:
        lines.append("  party_to_conflict: true")
    lines += [
        f"  aliases: [A. Number {number}]",
        f"  summary: {made.text(20)}",
        f"  body: {made.text(60)}",
        "  relations:",
    ]
    for other in made.some(made.actors, 3):
        if other != f"actor-{number}":
            lines += [
                "    - type: supports",
                f"      to: {other}",
                f"      since: {made.day()}",
                f"      sources: [{made.some(made.sources, 1)[0]}]",
            ]
    return "\n".join(lines) + "\n"


def _source(made: Dossier, number: int) -> str:
    lines = [
        f"source-{number}:",
        f"  title: Report {number} on the {made.random.choice(WORDS)}",
        f"  publisher: {made.some(made.actors, 1)[0]}",
    ]
    lines += [f"  url: https://example.org/report/{number}", f"  published: {made.day()}", "  language: en"]
    if number > 5 and number % 3:
        lines.append(f"  relays: [source-{number // 2}, {made.some(made.actors, 1)[0]}]")
    else:
        lines.append("  first_hand: true")
    return "\n".join([*lines, f"  note: {made.text(25)}"]) + "\n"


def _claim(made: Dossier, number: int) -> str:
    stances = ("supports", "supports", "supports", "denies", "qualifies")
    bases = ("statement", "assessment", "imagery", "document")
    lines = [
        f"claim-{number}:",
        f"  title: The {made.random.choice(WORDS)} claim {number}",
        f"  statement: {made.text(22)}",
    ]
    maker, *voices = made.some(made.actors, 6)
    lines += [
        f"  topic: {made.random.choice(['one', 'two', 'three'])}",
        "  kind: fact",
        f"  made_by: [{maker}]",
    ]
    lines += [
        "  first_made: 2022-12-31",
        f"  about: [{', '.join(made.some(made.actors, 2))}]",
        f"  body: {made.text(60)}",
        "  evidence:",
    ]
    for source, voice in zip(made.some(made.sources, 5), voices, strict=True):
        lines += [
            f"    - source: {source}",
            f"      stance: {made.random.choice(stances)}",
            f"      basis: {made.random.choice(bases)}",
            f"      origin: {voice}",
            f"      note: {made.text(14)}",
        ]
    return "\n".join(lines) + "\n"


def _event(made: Dossier, number: int) -> str:
    lines = [
        f"event-{number}:",
        f"  title: The {made.random.choice(WORDS)} event {number}",
        f"  date: {made.day()}",
        f"  summary: {made.text(30)}",
    ]
    lines += [
        f"  body: {made.text(80)}",
        f"  strands: [{made.random.choice(['one', 'two', 'three'])}]",
        "  nature: occurrence",
        "  actors:",
    ]
    for actor in made.some(made.actors, 4):
        lines += [f"    - actor: {actor}", f"      role: {made.random.choice(WORDS)}"]
    lines += [
        f"  claims: [{', '.join(made.some(made.claims, 2))}]",
        f"  sources: [{', '.join(made.some(made.sources, 3))}]",
    ]
    return "\n".join(lines) + "\n"


def write(size: int, folder: Path) -> str:
    """Write a project of so many records; return the checksum of its content."""
    digest = hashlib.sha256()
    for path, text in files(size):
        digest.update(path.encode() + b"\0" + text.encode())
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    home = "# Home\n\n<!-- about this site: it is made up -->\nA generated dossier.\n"
    (folder / "docs" / "index.md").write_text(home, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    shutil.copytree(
        ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True
    )
    return digest.hexdigest()


if __name__ == "__main__":
    print(write(int(sys.argv[1]), Path(sys.argv[2])))
