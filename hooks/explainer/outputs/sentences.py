"""What each sentence of the pages under docs/ rests on: a file for each page, and one of all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.accounting import accounts, readable
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute
from explainer.prose import Page, page_title
from explainer.wording import plain

WHOLE = "data/sentences.json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a file for each page under docs/, and of all of them one."""
    everything = []
    for page in dossier.pages:
        if accounts(page):
            told = _of_page(page, urls.of_sentences_data(page.path), dossier)
            yield FileArtifact(urls.of_sentences_data(page.path), _dumped(told), "application/json")
            everything.append(_of_page(page, WHOLE, dossier))
    yield FileArtifact(
        WHOLE, _dumped({"pages": everything}), "application/json", "Every sentence of the site’s prose"
    )


def _of_page(page: Page, base: str, dossier: Dossier) -> dict[str, Any]:
    judgements = dossier.judgements
    return {
        "page": page.path,
        "title": page_title(page),
        "address": absolute(urls.of_page(page.path), dossier, base),
        "sentences": [
            {
                "text": plain(readable(account), dossier),
                "sort": account.sort,
                "records": list(account.records),
                "statuses": {
                    id: judgements[id].assessment.status for id in account.records if id in judgements
                },
            }
            for account in accounts(page)
        ],
    }


def _dumped(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


OUTPUT = Output(
    "sentences",
    "Sentence by sentence",
    "application/json",
    "Every sentence of the site’s prose, with the ids of the records to which it leads, the statuses of those that "
    "are claims or events, and its sort: `records` (it leads to records), `ours` (marked as the editors’ reading), "
    "`site` (about the site itself), `framing` (a transition, a label, a way on), `unaccounted`. Each page also has a "
    "file of its own.",
    produce,
    example="import json\n"
    "for page in json.load(open('sentences.json'))['pages']:\n"
    "    for sentence in page['sentences']:\n"
    "        if sentence['sort'] == 'ours':\n"
    "            print(page['page'], sentence['text'])",
    path=WHOLE,
)
