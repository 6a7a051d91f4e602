"""The page of everything that a site can choose: settings, blocks of its own pages, styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from explainer.dossier import Dossier
from explainer.kinds._statuses import STATUSES
from explainer.looks import STYLES, Look
from explainer.messages import Message
from explainer.phrases import with_article
from explainer.prose import BLOCKS
from explainer.reading import understand
from explainer.settings import WITHOUT_EFFECT, Settings, Words
from explainer.shapes import meanings
from explainer.views import blocks
from explainer.views._base import PageView, Plan
from explainer.views.manuals import under_contributing

TITLE = Message("Settings and blocks")
ABOUT = Message(
    "Every setting of a site, every block that its pages can hold, and what styles of its own can change."
)
SETTINGS = Message("Settings of the explainer")
HOST = Message("Settings of MkDocs")
STYLES_OF_ONES_OWN = Message("Styles of your own")
NAMED = Message("Behind the name stands {record}.")
NAMED_OR_ALL = Message("Behind the name stands {record}, or nothing for all.")

ADDRESS = "contributing/settings/"

EXAMPLES = Path(__file__).parent.parent / "options.yml"

_PARTS = {"look": Look, "words": Words}
"""Settings that are blocks, each with what stands in it."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of all settings and blocks."""
    yield Plan(ADDRESS, partial(page, dossier))


@lru_cache(maxsize=1)
def examples() -> dict[str, Any]:
    """Return an example of every setting, and the meanings of what is not ours: settings of MkDocs, classes."""
    document, problems = understand(EXAMPLES.read_bytes(), EXAMPLES.name, "")
    if document is None:  # the file is ours, and a test reads it
        raise ValueError(str(problems))
    return dict(document.data())


def page(dossier: Dossier) -> PageView:
    """Return the page of all settings, blocks and styles."""
    known = examples()
    return PageView(
        ADDRESS,
        "options.html",
        TITLE(),
        ABOUT(),
        {
            "settings": [
                {"name": name, "meaning": _meaning(name), "example": example.strip()}
                for name, example in known["explainer"].items()
            ],
            "host": [
                {"name": name, **about, "example": about["example"].strip()}
                for name, about in known["host"].items()
            ],
            "without": [
                {"name": ".".join(keys), "instead": instead} for keys, instead in WITHOUT_EFFECT.items()
            ],
            "blocks": list(_blocks(dossier)),
            "classes": list(known["classes"].items()),
            "variables": list(variables()),
        },
        section="contributing",
        crumbs=under_contributing(dossier),
        toc=(
            ("settings", SETTINGS()),
            ("host", HOST()),
            ("blocks", "Blocks"),
            ("styles", STYLES_OF_ONES_OWN()),
        ),
    )


def _meaning(name: str) -> str:
    """Return what a setting means: the docstring of its attribute, on one line."""
    block, _, inner = name.rpartition(".")
    return " ".join(meanings(_PARTS[block] if block else Settings)[inner].split())


def _blocks(dossier: Dossier) -> Iterator[dict[str, str]]:
    """Yield every block with an example from this site, as far as the site has what the block shows."""
    firsts = {
        "topic": next(iter(dossier.settings.topics), "some-topic"),
        "strand": next(iter(dossier.settings.strands), "some-strand"),
        "status": next(iter(STATUSES)),
        "vocabulary": "bases",
        "": "",
    }
    for name, wanted in BLOCKS.items():
        first = firsts.get(wanted)
        if first is None:
            first = next((entry.id for entry in dossier.graph.of_kind(wanted)), f"some-{wanted}")
        meaning = (blocks.BLOCKS[name].__doc__ or "").partition("\n")[0]
        yield {"meaning": meaning, "named": _named(name, wanted), "example": f"::: {name} {first}".strip()}


def _named(block: str, wanted: str) -> str:
    """Say what stands behind the name of a block; nothing where the block has no name."""
    if not wanted:
        return ""
    message = NAMED_OR_ALL if wanted in ("topic", "strand") and block != "claims" else NAMED
    return message(record=with_article(wanted))


def variables() -> Iterator[tuple[str, str, str]]:
    """Yield the colours, faces and measures that styles of one's own can set: name, in light, in dark."""
    tokens = (STYLES / "10-tokens.css").read_text(encoding="utf-8").partition("/* Material")[0]
    for name, value in re.findall(r"^  (--x-[a-z0-9-]+): (.+);$", tokens, re.MULTILINE):
        pair = re.fullmatch(r"light-dark\((\S+), (\S+)\)", value)
        yield (name, pair[1], pair[2]) if pair else (name, value, "")
