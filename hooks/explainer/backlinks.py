"""What leads back to a record: the fields that name it, and the texts that mention it.

A text mentions a record by a reference (`[[id]]`) or by one of its names, which pages link by themselves. The texts
of a record are those that were written into it, and the sentences that its page says of its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.dossier import Dossier, caveats_of_article
from explainer.kinds.treaty import Treaty
from explainer.linking import MENTIONED, REFERENCE
from explainer.mentions import names_of
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.verdicts import verdict_words


def referring(id: str, dossier: Dossier) -> dict[str, list[str]]:
    """Return the records that refer to a record, by what the way back is called; each once under a name."""
    found: dict[str, dict[str, None]] = {}
    for link in dossier.graph.backlinks.get(id, ()):
        found.setdefault(link.backlink, {})[link.source.id] = None
    if by_name := mentions(dossier).get(id):
        found.setdefault(MENTIONED, {}).update(dict.fromkeys(by_name))
    return {role: list(ids) for role, ids in found.items()}


@once_for_each
def mentions(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Return for each record the ids of those whose texts mention it, in their order."""
    found: dict[str, dict[str, None]] = {}
    names, entries = names_of(dossier.graph), dossier.graph.entries
    for id, entry in entries.items():
        for text in _texts(entry, dossier):
            for reference in REFERENCE.finditer(text):
                found.setdefault(reference["id"].strip(), {})[id] = None
            for _, _, named in names.find(_in_lines(text)):
                found.setdefault(named, {})[id] = None
    return {id: tuple(one for one in by if one != id) for id, by in found.items() if id in entries}


def _in_lines(text: str) -> str:
    """Return a text as pages look for names in it: a line for each paragraph; no name goes on behind a reference."""
    if "\n" in text:
        text = "\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return REFERENCE.sub("\n\0", text) if "[[" in text else text


_ON_BOTH_PAGES = ("relations", "implies", "contradicts")
"""Fields whose blocks stand on the pages of both records, with what is noted of them."""


def _texts(entry: Entry, dossier: Dossier) -> Iterator[str]:
    """Yield what the page of a record says in sentences."""
    for _, text in entry.texts:
        yield text
    for link in dossier.graph.backlinks.get(entry.id, ()):
        if link.path[0] in _ON_BOTH_PAGES and link.path[-1] in ("to", "claim"):
            yield getattr(link.source.record, str(link.path[0]))[link.path[1]].note or ""
    judgement = dossier.judgements.get(entry.id)
    if judgement is not None:
        yield verdict_words(judgement, dossier)
        yield from (words for caveat in judgement.caveats for words in (caveat.sentence, caveat.brief))
    elif isinstance(entry.record, Treaty):
        for key in entry.record.articles:
            yield from (caveat.sentence for caveat in caveats_of_article(entry.record, key, dossier))
