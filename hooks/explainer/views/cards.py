"""A claim as a card that other pages embed: statement, status, what weighs, and the day it is told for."""

from __future__ import annotations

import math
import unicodedata
from html import escape
from typing import Any

from explainer import urls
from explainer.dossier import Dossier, Judgement
from explainer.messages import Message
from explainer.views._base import day, verdict
from explainer.views.weighing import weighed
from explainer.wording import origins_words, plain

MORE = Message("{count} more caveats, evidence and history", one="1 more caveat, evidence and history")
NO_MORE = Message("evidence and history")

WIDTHS = (320, 700)
"""Between which widths in pixels a card is whole, in the height that it is given."""


def card(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return what the card of a claim says, in plain words: a page of somebody else’s has no links to our records."""
    told = brief(judgement, dossier)
    return {
        **told,
        "why": plain(verdict(judgement, dossier)["why"], dossier),
        "site": dossier.settings.site_name,
        "onward": MORE(count=told["more"]) if told["more"] else NO_MORE(),
        "icon": dossier.settings.look.icon or "assets/icon.svg",
    }


def brief(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return what stands wherever a claim is shown by somebody else: statement, status, what weighs, the day."""
    entry = dossier.graph.entries[judgement.id]
    found = weighed(judgement.caveats, dossier)
    return {
        "id": judgement.id,
        "title": judgement.claim.title,
        "address": urls.of_entry(entry),
        "statement": plain(judgement.claim.statement, dossier),
        "status": judgement.assessment.status,
        "contested": bool(judgement.assessment.contested_by),
        "contrary": judgement.contrary,
        "origins_words": "" if judgement.statement.decided_by else origins_words(judgement),
        "caveats": [{**one, "sentence": plain(one["sentence"], dossier)} for one in found["first"]],
        "more": len(judgement.caveats) - len(found["first"]),
        "as_of": day(dossier.settings.as_of),
    }


_LINE = 33
"""How many letters a line has at least on the narrowest card; those of East Asia count twice."""

_LINE_HEIGHT = 25
_EMBEDDED = (
    '<iframe src="{source}" title="{title}" width="{width}" height="{height}" '
    'style="width: 100%; max-width: {width}px; border: 0" loading="lazy" '
    'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
)

_FRAME = 150
"""Pixels for the edges, the head and the foot of a card."""


def height(told: dict[str, Any]) -> int:
    """Return a height in pixels in which a card of any width is whole, with nothing cut off."""
    caveats = [f"{one['label']}: {one['sentence']}" for one in told["caveats"]]
    status = f"{told['status']} contested {told['contrary']} {told['origins_words']}"
    texts = [
        told["statement"],
        told["statement"][: len(told["statement"]) // 4],
        status,
        told["why"],
        *caveats,
    ]
    lines = sum(math.ceil(_wide(text) / _LINE) for text in texts if text)
    return _FRAME + lines * _LINE_HEIGHT + 10 * len(texts)


def _wide(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def markup(told: dict[str, Any], dossier: Dossier) -> str:
    """Return the HTML with which another page embeds a card; the site must know its own address."""
    source = urls.absolute(
        _shown(urls.of_card(dossier.graph.entries[told["id"]]), dossier), dossier.settings.site_url
    )
    return _EMBEDDED.format(
        source=escape(source), title=escape(told["title"]), width=WIDTHS[1], height=height(told)
    )


def embed(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return what the page of a claim says of its card; nothing for a site that does not know its address."""
    if not dossier.settings.site_url:
        return None
    return {
        "markup": markup(card(judgement, dossier), dossier),
        "card": urls.of_card(dossier.graph.entries[judgement.id]),
    }


def _shown(address: str, dossier: Dossier) -> str:
    return address if dossier.settings.directory_urls else urls.as_file(address)
