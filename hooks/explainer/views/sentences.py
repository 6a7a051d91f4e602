"""Every sentence of the pages under docs/ with the records, statuses and sources that answer for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from explainer import urls, wording
from explainer.accounting import Sort, Told, accounts, readable, told_by
from explainer.dossier import Dossier
from explainer.kinds import references
from explainer.messages import Message
from explainer.prose import Page, page_title
from explainer.remembering import once_for_each
from explainer.views import _headings
from explainer.views._base import PageView, Plan, crumbs, links, reference

ABOUT = Message("What each sentence of this site’s prose, {count} in all, rests on.")
ABOUT_RECORDS = Message(
    "In the records themselves {count:,} sentences speak of other records;"
    " for the rest the sources of the record answer.",
    one="In the records themselves 1 sentence speaks of other records;"
    " for the rest the sources of the record answer.",
)
PAGE = Message("Sentence by sentence: {title}")
ABOUT_A_PAGE = Message("What each sentence of the page “{title}” rests on.")
COUNTED = Message("{sentences}: {answers}")
LEADS = Message("leads to records")
LEAD = Message("{count:,} lead to records", one="{count:,} leads to records")
IS_OURS = Message("is our reading")
ARE_OURS = Message("{count:,} are our reading", one="{count:,} is our reading")
IS_OF_THE_SITE = Message("is about this site")
ARE_OF_THE_SITE = Message("{count:,} are about this site", one="{count:,} is about this site")
RESTS_ON_ITS_OWN = Message("rests on the sources of its record")
REST_ON_THEIR_OWN = Message(
    "{count:,} rest on the sources of their record", one="{count:,} rests on the sources of its record"
)
FRAMES = Message("frames what is said")
FRAME = Message("{count:,} frame what is said", one="{count:,} frames what is said")
LEADS_NOWHERE = Message("leads nowhere yet")
LEAD_NOWHERE = Message("{count:,} lead nowhere yet", one="{count:,} leads nowhere yet")

SHOWN = 6
"""How many sources of one record are listed; the record’s page has the rest."""

WORDS: dict[Sort, tuple[Message, Message]] = {
    "records": (LEADS, LEAD),
    "ours": (IS_OURS, ARE_OURS),
    "site": (IS_OF_THE_SITE, ARE_OF_THE_SITE),
    "own": (RESTS_ON_ITS_OWN, REST_ON_THEIR_OWN),
    "framing": (FRAMES, FRAME),
    "unaccounted": (LEADS_NOWHERE, LEAD_NOWHERE),
}
"""What is said of a sentence, and of how many of a page."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the list of all pages under docs/, and the sentences of each."""
    yield Plan(urls.SENTENCES, partial(everything, dossier))
    for page in dossier.pages:
        if accounts(page):
            yield Plan(urls.of_sentences(page.path), partial(of_page, page, dossier))


def everything(dossier: Dossier) -> PageView:
    """Return the list of pages with what their sentences rest on."""
    rows = [
        {"title": page_title(page), "address": urls.of_sentences(page.path), "words": counted(page)}
        for page in dossier.pages
        if accounts(page)
    ]
    total = sum(len(accounts(page)) for page in dossier.pages)
    in_records = sum(map(len, leading_on(dossier).values()))
    return PageView(
        urls.SENTENCES,
        "sentences-list.html",
        _headings.SENTENCES(),
        ABOUT(count=total),
        {
            "rows": rows,
            "total": total,
            "of_records": ABOUT_RECORDS(count=in_records) if in_records else "",
            "in_records": urls.SENTENCES_IN_RECORDS,
            "data": urls.SENTENCES_DATA,
        },
        section="more",
        crumbs=crumbs(),
    )


@once_for_each
def leading_on(dossier: Dossier) -> dict[str, tuple[Told, ...]]:
    """Return the sentences of each record that lead to others, are our reading, or lead nowhere yet."""
    found = {
        entry.id: tuple(one for one in told_by(entry) if one.sort != "own")
        for entry in dossier.graph.entries.values()
    }
    return {id: told for id, told in found.items() if told}


def of_page(page: Page, dossier: Dossier) -> PageView:
    """Return every sentence of one page with what answers for it."""
    title = page_title(page)
    return PageView(
        urls.of_sentences(page.path),
        "sentences.html",
        PAGE(title=title),
        ABOUT_A_PAGE(title=title),
        {
            "title": title,
            "address": urls.of_page(page.path),
            "data": urls.of_sentences_data(page.path),
            "words": counted(page),
            "sentences": [
                answered(readable(account), account.sort, account.records, dossier)
                for account in accounts(page)
            ],
        },
        section="more",
        crumbs=crumbs((_headings.SENTENCES(), urls.SENTENCES)),
    )


def counted(page: Page) -> str:
    """Say how many sentences a page has, and what answers for them: “49 sentences: 46 lead to records, …”."""
    found = Counter(account.sort for account in accounts(page))
    total = sum(found.values())
    parts = [several(count=found[sort]) for sort, (_, several) in WORDS.items() if found[sort]]
    return COUNTED(sentences=wording.counted(total, "sentence"), answers=", ".join(parts))


def foot(page: Page) -> dict[str, Any]:
    """Return what stands at the end of a page."""
    return {"words": counted(page), "address": urls.of_sentences(page.path)}


def answered(text: str, sort: Sort, records: Iterable[str], dossier: Dossier) -> dict[str, Any]:
    """Return a sentence with what answers for it: each record to which it leads, and the sources behind that."""
    return {
        "text": text,
        "sort": sort,
        "sort_words": WORDS[sort][0](),
        "records": [
            {"link": reference(id, dossier), **_sources(id, dossier)}
            for id in records
            if id in dossier.graph.entries
        ],
    }


def _sources(id: str, dossier: Dossier) -> dict[str, Any]:
    """Return the sources behind a record, how many more there are, and how many speak against it."""
    entries = dossier.graph.entries
    record = entries[id].record
    found = dict.fromkeys(
        target
        for _, target, _ in references(record)
        if target in entries and entries[target].kind.name == "source" and target != id
    )
    against = {
        item.source
        for item in getattr(record, "evidence", ())
        if item.stance in ("denies", "refutes", "withdraws")
    }
    behind = (
        [] if entries[id].kind.name == "source" else [source for source in found if source not in against]
    )
    return {
        "sources": links(behind[:SHOWN], dossier),
        "more": max(len(behind) - SHOWN, 0),
        "against": len(against),
    }
