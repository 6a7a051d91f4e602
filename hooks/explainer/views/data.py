"""The page of all data: every format, what it is, its licence, its size and how one uses it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.offers import Offer
from explainer.views._base import PageView, Plan, crumbs, day, method_address

ABOUT = Message("Everything on this site as data, in {count} formats, free to use.")

LISTED_AT_MOST = 40
"""How many files of one format the page lists."""


ADDRESS = urls.of_list("data")


def plan(offers: Iterable[Offer], dossier: Dossier) -> Plan:
    """Return the plan of the page that lists every format."""
    return Plan(ADDRESS, partial(page, tuple(offers), dossier))


def page(offers: Iterable[Offer], dossier: Dossier) -> PageView:
    """Return the page that lists every format by itself."""
    shown = [_offer(offer, dossier) for offer in sorted(offers, key=lambda offer: offer.title.casefold())]
    return PageView(
        ADDRESS,
        "data.html",
        "Data",
        ABOUT(count=len(shown)),
        {
            "offers": shown,
            "as_of": day(dossier.settings.as_of),
            "method": method_address(dossier),
            "licence": dossier.settings.licence,
            "site": dossier.settings.site_url.rstrip("/"),
        },
        section="more",
        crumbs=crumbs(),
        toc=tuple((offer["name"], offer["title"]) for offer in shown),
    )


def _offer(offer: Offer, dossier: Dossier) -> dict[str, Any]:
    total = sum(size for _, _, size in offer.files) + offer.parts_size
    # the file that explains the others comes first, so that it is never among those that are only counted
    listed = sorted(offer.files, key=lambda file: file[1] != offer.path)[:LISTED_AT_MOST]
    return {
        "name": offer.name,
        "title": offer.title,
        "media_type": offer.media_type,
        "description": offer.description,
        "licence": offer.licence or dossier.settings.licence,
        "example": offer.example.replace(
            "ADDRESS", dossier.settings.site_url.rstrip("/") or "https://example.org"
        ),
        "files": [
            {
                "title": title,
                "path": path,
                "name": path.rpartition("/")[2],
                "size": size_words(size),
                "bytes": size,
            }
            for title, path, size in listed
        ],
        "more": len(offer.files[LISTED_AT_MOST:]),
        "parts": offer.parts,
        "parts_size": size_words(offer.parts_size),
        "size": size_words(total),
    }


def size_words(size: int) -> str:
    """Say a size as readers know it: “812 bytes”, “87 kB”, “1.9 MB”; nothing where it is not known."""
    if not size:
        return ""
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB" if size >= 10_000 else f"{size / 1000:.1f} kB"
    return f"{size / 1_000_000:.1f} MB"
