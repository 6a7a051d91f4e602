"""
The words reach us through another language.

A translation chooses: “may” and “will”, “take part” and “be present” can be one word in the
original. Either the words are shown in several languages, side by side, or what was said in one
language was read in others only.

The caveat goes when a source in the language of the original is added and no translation is
shown beside it.

FAIL
- {source: weekly-translated}     # in English, from French

PASS
- {source: weekly-translated}
- {source: gazette}               # in French
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, counted, listed, printed_by, publisher_of
from explainer.kinds._parts import Wording
from explainer.messages import Message
from explainer.values.cldr import language_name

READ_IN_TRANSLATION = Message("What was said in {languages} was read in translation only: {publishers}.")
BRIEFLY = Message("What was said in {languages} was read in translation only.")
NO_ORIGINAL = Message("The words are known in {languages}; no version is marked as the original.")
TRANSLATED = Message("The original is in {originals}; translated into {languages}.")
ORIGINALS = Message("There are originals in {originals}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when wordings stand in several languages, or the language of the original was not read."""
    wordings = judged.claim.wordings if judged.claim else ()
    if len({_primary(wording.language) for wording in wordings}) > 1:
        yield RULE.caveat(judged, _versions(wordings, judged), [wording.source for wording in wordings])
        return
    read = {_primary(source.language) for source in judged.sources}
    translated = [
        (source, original)
        for source in judged.sources
        if (original := source.translated_from) and _primary(original) not in read
    ]
    if translated:
        languages = listed(sorted({language_name(original) for _, original in translated}))
        names = listed(publisher_of(source, judged) for source, _ in translated)
        sentence = READ_IN_TRANSLATION(languages=languages, publishers=names)
        brief = BRIEFLY(languages=languages)
        yield RULE.caveat(judged, sentence, [source.id for source, _ in translated], brief=brief)


def _versions(wordings: tuple[Wording, ...], judged: Judged) -> str:
    originals = [wording for wording in wordings if wording.authentic]
    versions: dict[str, int] = {}
    for wording in wordings:
        if not wording.authentic:
            name = language_name(wording.language)
            versions[name] = versions.get(name, 0) + 1
    copies = listed(
        name if number == 1 else f"{name} ({counted(number, 'version')})" for name, number in versions.items()
    )
    if not originals:
        return NO_ORIGINAL(languages=copies)
    first = listed(
        f"{language_name(wording.language)} ({printed_by(wording.source, judged)})" for wording in originals
    )
    return TRANSLATED(originals=first, languages=copies) if copies else ORIGINALS(originals=first)


def _primary(language: str) -> str:
    return language.partition("-")[0]


RULE = Rule("translation", "Translation", "note", "reading", check, ("claim",))
