"""The search index of a large site, cut into parts: whoever searches fetches those in which the words asked for stand.

The head says where each part begins. A part of words holds, for a stretch of the alphabet, in which entries each word
stands; a part of entries holds what results show; the words by their length are asked for where one is misspelt.
The engine weighs with numbers of the whole, so that results are those of an index in one piece.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from explainer.outputs._terms import ASIDE, findable, terms

FOLDER = "search/"
FIELDS = ("t", "n", "v", "s")
ENTRIES = 20
"""Entries in a part of entries."""
SIGNS = 12_000
"""Signs in a part of words, about; a word that nearly every entry has makes a larger one."""

SIGNS_OF_ROW = 6
"""Signs that one entry takes behind a word, about."""

Entry = Mapping[str, Any]


def cut(index: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the parts of an index, each after its path: its head first."""
    entries: Sequence[Entry] = index["entries"]
    words, averages = _words(entries)
    meant, longest = _meant(entries)
    # no part is fetched for a word that asks a question
    first = {key: titles for key, titles in meant.items() if key in ASIDE}
    parts = list(_stretches(words, {key: titles for key, titles in meant.items() if key not in first}))
    by_length = defaultdict(list)
    for word in words:
        by_length[_length(word)].append(word)
    yield (
        "search.json",
        {
            **{key: value for key, value in index.items() if key != "entries"},
            "count": len(entries),
            "averages": averages,
            "begins": [
                [kind, at]
                for at, kind in enumerate(entry["k"] for entry in entries)
                if not at or entries[at - 1]["k"] != kind
            ],
            "first": first,
            "longest": longest,
            "size": ENTRIES,
            "lengths": sorted(by_length),
            "parts": [begin for begin, _, _ in parts],
        },
    )
    for number, (_, held, names) in enumerate(parts):
        yield f"{FOLDER}{number}.json", {"words": held, "meant": names}
    for length, found in sorted(by_length.items()):
        yield f"{FOLDER}words-{length}.json", found
    for start in range(0, len(entries), ENTRIES):
        yield f"{FOLDER}entries-{start // ENTRIES}.json", entries[start : start + ENTRIES]
    yield f"{FOLDER}all.json", [{key: one[key] for key in "uktn" if key in one} for one in entries]


def names_of(entry: Entry) -> list[str]:
    """Return the names by which an entry is found whole; a page has headings where records have names."""
    other = entry["n"].split(" · ") if "n" in entry and entry["k"] != "page" else []
    return [entry["t"], *other, *([entry["t"].split(": ")[0]] if entry["k"] == "article" else [])]


def _words(entries: Iterable[Entry]) -> tuple[dict[str, Any], list[float]]:
    """Return in which entries each word stands, in the order of the words; and the average length of each field.

    A word has: whether the site's own texts have it; for each field, the entries (each as its distance from the
    one before), how often, and how many different words the field has; the same of names, with the number of the
    name and how many words of it count.
    """
    own: set[str] = set()
    found: dict[str, list[Any]] = defaultdict(lambda: [[] for _ in range(len(FIELDS) + 1)])
    averages = [0.0] * len(FIELDS)
    for number, entry in enumerate(entries):
        for at, field in enumerate(FIELDS):
            if field in entry:
                counted = Counter(findable(entry[field]))
                # the engine's own way of counting, so that no last digit differs
                averages[at] = (averages[at] * number + len(counted)) / (number + 1)
                for word, times in counted.items():
                    found[word][at].append((number, times, len(counted)))
                if entry["k"] != "source":
                    own.update(terms(entry[field]))
        for at, name in enumerate(names_of(entry)):
            said = set(terms(name))
            weighty = said.difference(ASIDE) or said
            for word in weighty:
                found[word][-1].append((number, at, len(weighty)))
    return {
        word: [int(word in own), *map(_columns, found[word])] for word in sorted(found, key=_order)
    }, averages


def _columns(rows: list[tuple[int, int, int]]) -> Any:
    """Return rows as columns, since what is alike packs well; 0 for none, and 0 for a column of ones."""
    if not rows:
        return 0
    numbers, times, lengths = zip(*rows, strict=True)
    steps = [numbers[0], *(after - before for before, after in pairwise(numbers))]
    return [steps, 0 if set(times) == {1} else times, lengths]


def _meant(entries: Iterable[Entry]) -> tuple[dict[str, list[str]], int]:
    """Return other names of terms, actors and places with the titles that are meant; and the words of the longest."""
    meant: dict[str, list[str]] = {}
    for entry in entries:
        if entry["k"] in ("term", "actor", "place"):
            title = " ".join(terms(entry["t"]))
            for name in names_of(entry)[1:]:
                key = " ".join(terms(name))
                if key and key != title and entry["t"] not in meant.setdefault(key, []):
                    meant[key].append(entry["t"])
    return meant, max((len(key.split(" ")) for key in meant), default=1)


def _stretches(
    words: Mapping[str, Any], meant: Mapping[str, list[str]]
) -> Iterator[tuple[str, dict[str, Any], dict[str, list[str]]]]:
    """Yield words and names in stretches of the alphabet, each of about the same size, after where it begins."""
    held: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    begin, signs = "", 0
    for key in sorted({*words, *meant}, key=_order):
        more = sum(SIGNS_OF_ROW * len(columns[0]) for columns in words.get(key, [0])[1:] if columns) + len(
            key
        )
        if signs and signs + more > SIGNS:
            yield begin, held, names
            held, names, begin, signs = {}, {}, key, 0
        signs += more
        if key in words:
            held[key] = words[key]
        if key in meant:
            names[key] = meant[key]
    yield begin, held, names


def as_text(value: Any) -> str:
    """Return data as JSON, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _order(text: str) -> bytes:
    """Return what puts texts in the order in which scripts compare them."""
    return text.encode("utf-16-be", "surrogatepass")


def _length(text: str) -> int:
    return len(_order(text)) // 2
