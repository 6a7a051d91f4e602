"""What each sentence of the pages under docs/ rests on: a file for each page, and one of all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.accounting import accounts, readable, told_by
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output, judged
from explainer.outputs._plain import absolute
from explainer.phrases import alternatives
from explainer.prose import Page, page_title
from explainer.wording import plain


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a file for each page under docs/, and of all of them one."""
    everything = []
    for page in dossier.pages:
        if accounts(page):
            told = _of_page(page, urls.of_sentences_data(page.path), dossier)
            yield FileArtifact(urls.of_sentences_data(page.path), _dumped(told), "application/json")
            everything.append(_of_page(page, urls.SENTENCES_DATA, dossier))
    yield FileArtifact(
        urls.SENTENCES_DATA,
        _dumped({"pages": everything, "records": list(_of_records(dossier))}),
        "application/json",
        "Every sentence of the site’s prose",
    )


def _of_page(page: Page, base: str, dossier: Dossier) -> dict[str, Any]:
    return {
        "page": page.path,
        "title": page_title(page),
        "address": absolute(urls.of_page(page.path), dossier, base),
        "sentences": [
            {
                "text": plain(readable(account), dossier),
                "sort": account.sort,
                "records": list(account.records),
                "statuses": _statuses(account.records, dossier),
            }
            for account in accounts(page)
        ],
    }


def _of_records(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield the records of which the prose leads further, with each sentence that does."""
    for entry in dossier.graph.entries.values():
        found = [one for one in told_by(entry) if one.sort != "own"]
        if found:
            yield {
                "record": entry.id,
                "address": absolute(urls.of_entry(entry), dossier, urls.SENTENCES_DATA),
                "sentences": [
                    {
                        "path": list(one.path),
                        "text": plain(one.text, dossier),
                        "sort": one.sort,
                        "records": list(one.records),
                        "statuses": _statuses(one.records, dossier),
                    }
                    for one in found
                ],
            }


def _statuses(ids: tuple[str, ...], dossier: Dossier) -> dict[str, str]:
    judgements = dossier.judgements
    return {id: judgements[id].assessment.status for id in ids if id in judgements}


def _dumped(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


_JUDGED = (
    "Every sentence of the site’s prose, with the ids of the records to which it leads, the statuses of those that are "
    "{kinds}, and its sort."
)
_NOT_JUDGED = (
    "Every sentence of the site’s prose, with the ids of the records to which it leads and its sort."
)
_SORTS = (
    "A sort is `records` (it leads to records), `ours` (marked as the editors’ reading), `site` (about the site "
    "itself), `framing` (a transition, a label, a way on) or `unaccounted`. Each page also has a file of its own. "
    "Under `records` stand the sentences in the prose of records that lead to other records, each with the field in "
    "which it stands (`path`); the sources of its record answer for any other."
)


def _described(dossier: Dossier) -> str:
    kinds = alternatives(judged(dossier, "claims", "events"))
    return f"{_JUDGED.format(kinds=kinds) if kinds else _NOT_JUDGED} {_SORTS}"


OUTPUT = Output(
    "sentences",
    "Sentence by sentence",
    "application/json",
    _described,
    produce,
    example="import json\n"
    "for page in json.load(open('sentences.json'))['pages']:\n"
    "    for sentence in page['sentences']:\n"
    "        if sentence['sort'] == 'ours':\n"
    "            print(page['page'], sentence['text'])",
    path=urls.SENTENCES_DATA,
)
