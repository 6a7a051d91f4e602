"""What the picture says that other sites show beside a link: a claim’s status and its doubt, a topic’s mix of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explainer import urls
from explainer.dossier import Dossier, Judgement
from explainer.fonts import can_be_drawn
from explainer.kinds._statuses import STATUSES
from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.prose import Page, page_description, page_references, page_title
from explainer.values.edtf import day_words
from explainer.views import cards
from explainer.wording import counted

STATUS = Message("Status: {signs}.")
CONTRARY = Message("contrary {status}")
HEAVIEST = Message("Weightiest caveat: {label}. {caveat}")
DAY = Message("As of {day}")
DAY_AND_MORE = Message(
    "As of {day} · {count:,} more caveats on the page", one="As of {day} · 1 more caveat on the page"
)
AS_OF = Message("As of {day}.")
LEANS = Message("The page leans on {claims}, of which {standings}.")
LEANS_CONTESTED = Message(
    "The page leans on {claims}, of which {standings}; {count:,} are contested.",
    one="The page leans on {claims}, of which {standings}; 1 is contested.",
)
LEANS_ON_ONE = Message("The page leans on 1 claim, which is {status}.")
LEANS_ON_ONE_CONTESTED = Message("The page leans on 1 claim, which is {status} and contested.")
STANDS = Message("{count:,} are {status}", one="1 is {status}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a picture says, in the order in which it is read."""

    heading: str
    status: str
    """The status of the claim; empty for a topic, whose claims have several."""
    signs: tuple[tuple[str, str], ...]
    """Signs with their words: a status, “contested” or “contrary”, and what is written beside it."""
    before: str = ""
    """Words before the signs: of how many claims they tell."""
    beside: str = ""
    """Words after the signs: how many origins there are."""
    lead: str = ""
    """What the page is about, below its title."""
    weight: str = ""
    """How much the caveat weighs; empty if there is none."""
    label: str = ""
    caveat: str = ""
    foot: str = ""
    alt: str = ""
    """All of it in sentences, for those who do not see the picture."""


def pictured(dossier: Dossier) -> Iterator[str]:
    """Yield the addresses of pages that may have a picture of their own; of a site without address, none."""
    if dossier.settings.share_pictures and dossier.settings.site_url:
        yield from (urls.of_entry(dossier.graph.entries[one.id]) for one in dossier.of_kind("claim"))
        yield from (urls.of_page(page.path) for page in dossier.pages if _is_topic(page))


def told(address: str, dossier: Dossier) -> Told | None:
    """Return what the picture of the page at an address says; nothing if it has none of its own."""
    if not dossier.settings.share_pictures or not dossier.settings.site_url:
        return None
    found = dossier.judgements.get(address.rstrip("/").rpartition("/")[2])
    if found is not None and urls.of_entry(dossier.graph.entries[found.id]) == address:
        return of_claim(found, dossier) if found.statement.kind == "claim" else None
    topics = (page for page in dossier.pages if _is_topic(page) and urls.of_page(page.path) == address)
    page = next(topics, None)
    return of_topic(page, dossier) if page else None


def _is_topic(page: Page) -> bool:
    return page.path.startswith("topics/") and page.path != "topics/index.md"


def of_claim(judgement: Judgement, dossier: Dossier) -> Told | None:
    """Return what the picture of a claim says; nothing if a sign of it cannot be drawn.

    A caveat whose sentence cannot be drawn is told by its label.
    """
    card = cards.brief(judgement, dossier)
    signs = [(card["status"], _words(card["status"]))]
    if card["contested"]:
        signs.append(("contested", "contested"))
    if card["contrary"]:
        signs.append(("contrary", CONTRARY(status=card["contrary"])))
    first = next(iter(card["caveats"]), None)
    others = card["more"] + len(card["caveats"]) - 1
    day = card["as_of"]["words"]
    heaviest = HEAVIEST(label=first["label"], caveat=_ended(first["sentence"])) if first else ""
    sentences = (
        _ended(card["statement"]),
        STATUS(signs=", ".join(words for _, words in signs)),
        heaviest,
        AS_OF(day=day),
    )
    told = Told(
        heading=card["statement"],
        status=card["status"],
        signs=tuple(signs),
        beside=card["origins_words"],
        weight=first["severity"] if first else "",
        label=first["label"] if first else "",
        caveat=first["sentence"] if first and can_be_drawn(first["sentence"]) else "",
        foot=DAY_AND_MORE(day=day, count=others) if first and others > 0 else DAY(day=day),
        alt=" ".join(filter(None, sentences)),
    )
    return told if _drawable(told, dossier) else None


def of_topic(page: Page, dossier: Dossier) -> Told | None:
    """Return what the picture of a topic says; nothing if it leans on no claim or a sign of it cannot be drawn."""
    ids = dict.fromkeys(id for id, _ in page_references(page))
    judged = [dossier.judgements[id] for id in ids if id in dossier.judgements]
    claims = [one for one in judged if one.statement.kind == "claim"]
    if not claims:
        return None
    found = Counter(one.assessment.status for one in claims)
    contested = sum(1 for one in claims if one.assessment.contested_by)
    counts = [(status, f"{found[status]} {_words(status)}") for status in STATUSES if found[status]]
    title, lead, day = page_title(page), page_description(page), day_words(dossier.settings.as_of)
    told = Told(
        heading=title,
        status="",
        lead=lead if can_be_drawn(lead) else "",
        before=f"{counted(len(claims), 'claim')}:",
        signs=(*counts, *([("contested", f"{contested} contested")] if contested else [])),
        foot=DAY(day=day),
        alt=" ".join((_ended(title), _leans(found, contested), AS_OF(day=day))),
    )
    return told if _drawable(told, dossier) else None


def _leans(found: Counter[str], contested: int) -> str:
    """Say on how many claims a page leans, and where they stand."""
    if found.total() == 1:
        message = LEANS_ON_ONE_CONTESTED if contested else LEANS_ON_ONE
        return message(status=_words(next(iter(found))))
    stand = (STANDS(count=found[one], status=_words(one)) for one in STATUSES if found[one])
    message = LEANS_CONTESTED if contested else LEANS
    return message(claims=counted(found.total(), "claim"), standings=enumerated(stand), count=contested)


def _drawable(told: Told, dossier: Dossier) -> bool:
    """Tell whether the fonts hold all that is drawn; other words are our own."""
    return can_be_drawn(f"{dossier.settings.site_name}{told.heading}")


def _ended(sentence: str) -> str:
    """Return words as a sentence that ends."""
    return sentence if sentence.endswith((".", "?", "!", "…", "”")) else f"{sentence}."


def _words(status: str) -> str:
    return status.replace("-", " ")
