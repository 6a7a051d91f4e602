"""Names of records in prose: which words are one, and which only look so inside a longer name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from explainer.linking import Graph
from explainer.remembering import once_for_each
from explainer.values.edtf import calendar_month

_SAME = str.maketrans(
    dict.fromkeys("\u2019\u02bc\u02bb\u2018\u0060\u00b4", "'") | dict.fromkeys("“”„«»", '"')
)
"""Signs that writers use for one another: names are found whichever of them a text has."""

MONTHS = frozenset(calendar_month(number) for number in range(1, 13))
DAYS = frozenset(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    "Admiral Ambassador Archbishop Bishop Brigadier Captain Chair Chairman Chairperson Chairwoman "
    "Chancellor Chief Colonel Commander Commissioner Comrade Corporal Deputy Director Dr Emperor Envoy "
    "General Governor Judge Justice King Lady Leader Lieutenant Lord Major Marshal Mayor Minister "
    "Ministers Miss Mr Mrs Ms Officer Pope Premier President Presidents Prince Princess Private Professor "
    "Queen Rector Representative Secretary Senator Sergeant Sir Spokesman Spokesperson Speaker "
    "Spokeswoman Sultan "
)
"""Words that stand before a name, or behind a country's, and do not belong to it."""

SMALL_WORDS = _words(
    "A About Above According Across After Afterwards Again Against All Along Already Also Although Among "
    "An And Another Any Are Around As At Back Because Before Behind Below Beside Besides Between Beyond "
    "Both But By Can Could Did Do Does Down During Each Earlier Either Elsewhere Even Every Except Few "
    "Finally First For From Further Had Has Have He Hence Her Here His How However If In Inside Instead "
    "Into Is It Its Last Later Less Like Many May Meanwhile More Most Much Must Near Neither Never Next "
    "No None Nor Not Nothing Now Of Off On Once One Only Or Other Our Out Outside Over Past Per Perhaps "
    "Previously Rather Recently Second Shall She Should Since So Some Soon Still Such Than That The Their "
    "Then There These They This Those Though Three Through Throughout Thus To Today Together Tomorrow "
    "Toward Towards Two Under Unlike Until Up Upon Was We Were What When Where Whereas Whether Which "
    "While Who Whose Why Will With Within Without Would Yesterday Yet You "
)
"""Words that begin a sentence and are no part of a name."""

_PARTS = _words("Area Body Border Capital Copy Half Head Many Member Most Part Region Side Text Transcript")
"""Words that begin a sentence before “of” and a name: “Part of …”. All plurals do: “Members of …”."""

_OF_VERBS = ("s", "ed", "ing")
"""How a word ends that begins a sentence and is probably a verb: “Cites …”."""

_NO_PART = _TITLES | SMALL_WORDS | MONTHS | DAYS
_WORD = re.compile(r"\w+")
_BEHIND = re.compile(r"[ \n](?P<word>[\w'.-]*\w)")
_BEFORE = re.compile(r"(?P<first>(?:^|[.!?:;\n]\W*))?(?P<word>\b\w[\w'.-]*)(?P<of>[ \n]of)?[ \n]$")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[ \n]$")
_NUMBER_BEHIND = re.compile(r"[ \n]\d")
_SPACES = (" ", "\n")
_LOOK_BACK = 60
"""How many characters before a name are looked at; no word is longer."""


def alike(name: str) -> str:
    """Return a name with one sign for all apostrophes, and one for all quotation marks."""
    return name.translate(_SAME)


@dataclass(frozen=True, slots=True)
class Name:
    """A name from its first word on, what stands before that word, and the record that has it."""

    text: str
    before: str
    id: str
    """Empty where two records share it, or where it is no record's: the words are then linked to none."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Every name under which prose may mention a record, by its first word, the longest first."""

    by_word: dict[str, tuple[Name, ...]]

    @lru_cache(maxsize=65536)  # noqa: B019 - of few sets of names each; a text stands on more than one page
    def find(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return start, end and id of each name in a text, the longest where several fit."""
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        done = 0
        plain = alike(text)
        by_word = self.by_word
        for word in _WORD.finditer(plain):
            names = by_word.get(word[0]) or _in_plural(word[0], by_word)
            if not names or (at := word.start()) < done:
                continue
            for name in names:
                end = _end(name, plain, at)
                if end:
                    done = end
                    start = at - len(name.before) * plain.endswith(name.before, 0, at)
                    if name.id and not _is_part(plain, start, end):
                        yield start, end, name.id
                    break


def _in_plural(word: str, by_word: Mapping[str, tuple[Name, ...]]) -> tuple[Name, ...]:
    """Return the names that begin with the singular of a word of capitals: “NGO” for “NGOs”."""
    return by_word.get(word[:-1], ()) if word[-1] == "s" and word[:-1].isupper() else ()


def _end(name: Name, text: str, start: int) -> int:
    """Return where a name ends that begins here; 0 if it does not. A plural of capitals counts: “NGOs”."""
    if not text.startswith(name.text, start):
        return 0
    end = start + len(name.text)
    if text[end : end + 1] == "s" and name.text.isupper():
        end += 1
    return 0 if text[end : end + 1].isalnum() else end


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether words that are a name stand inside a longer one, or in a date."""
    if text[start:end] in MONTHS and (
        _NUMBER_BEHIND.match(text, end) or _NUMBER_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    ):
        return True
    if not text[start].isupper():
        return False
    if text[end : end + 1] in _SPACES and (behind := _BEHIND.match(text, end)) and _goes_on(behind["word"]):
        return True
    if text[start - 1 : start] not in _SPACES:
        return False
    before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if before is None or not _goes_on(before["word"]):
        return False
    begins = before["first"] is not None and (before.start() > 0 or start <= _LOOK_BACK)
    word = before["word"]
    return not (
        begins and ((word in _PARTS or word.endswith("s")) if before["of"] else word.endswith(_OF_VERBS))
    )


def _goes_on(word: str) -> bool:
    """Tell whether a word beside a name makes it a longer one: “South”, but no title, possessive or small word."""
    return word[0].isupper() and not word.endswith(("'s", "s'", ".")) and word not in _NO_PART


@once_for_each
def names_of(graph: Graph) -> Names:
    """Return the names of all records and publishers; a name that two records share is linked to neither."""
    owners: dict[str, set[str]] = {}
    for entry in graph.entries.values():
        for name in entry.kind.names(entry.record):
            owners.setdefault(alike(name), set()).add(entry.id)
    for entry in graph.of_kind("source"):
        if entry.record.publisher_name:
            owners.setdefault(alike(entry.record.publisher_name), set())
    return _arranged(tuple((name, *sorted(ids)) for name, ids in owners.items()))


@lru_cache(maxsize=4)
def _arranged(owned: tuple[tuple[str, ...], ...]) -> Names:
    """Return names, each given before the ids that share it; of the same names the same object, with what it found."""
    by_word: dict[str, list[Name]] = {}
    for name, *ids in owned:
        first = _WORD.search(name)
        if first:
            found = Name(name[first.start() :], name[: first.start()], ids[0] if len(ids) == 1 else "")
            by_word.setdefault(first.group(), []).append(found)
    return Names(
        {
            word: tuple(sorted(found, key=lambda name: (-len(name.text), name.text, name.before, name.id)))
            for word, found in by_word.items()
        }
    )
