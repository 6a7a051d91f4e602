"""How texts are taken apart into the words of the search index, letter for letter as the search's scripts do.

`terms` is `termsOf` of `scripts/site.js`, `findable` that of `components/search-engine/search-engine.js`. A test
lets both answer the same queries.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUESTION = """
    a about an and any are at be been by can could did do does for from get gets got had has have how if in is it
    its many much of on or our said say says so than that the their there they this to was were what when where
    which who whom whose why will with would
"""
ASIDE = _QUESTION.split()
"""Words that make a question of what is looked for. They count only where nothing else is asked."""

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: 20 + 10 * tens for tens, word in enumerate(_TENS.split())
}
TIMES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


class _Folded(dict[int, str | None]):
    """What becomes of each sign: marks and apostrophes go, dashes are hyphens."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        self[code] = found = None if category[0] == "M" else "-" if category == "Pd" else chr(code)
        return found


_FOLDED = _Folded(dict.fromkeys(map(ord, "'’‘\u02bc\u02bb\u00b4`")))
_FOLDED.update({ord(sign): plain for sign, plain in {
    "\u0131": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ς": "\u03c3",
}.items()})  # fmt: skip
"""Letters that Unicode does not take apart are written as where a keyboard lacks them."""

_SHORT = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_]?(?![^\W_])")
_THOUSANDS = re.compile(r"(?<=[0-9])[,.\u00a0\u202f ](?=[0-9]{3}(?![0-9]))")
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_ARTICLE = re.compile("و?ال(?=.)")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u19e0-\u19ff\u3005\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"
    "\u3041-\u309f\u30a1-\u30fa\u30fd-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97c\ua9e0-\ua9fe"
    "\uaa60-\uaa7f\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9d\U0001b000-\U0001b16f\U00020000-\U000323af]"
)
"""Scripts without spaces between words: Thai, Lao, Myanmar, Hangul, Khmer, Han, Kana."""


def plain(text: str) -> str:
    """Return a text as it is looked through: no case, accents or apostrophes, one kind of dash, “U.S.” is “us”."""
    if text.isascii():
        text = text.lower().replace("'", "").replace("`", "")
    else:
        text = unicodedata.normalize("NFKD", text).lower().translate(_FOLDED)
        text = unicodedata.normalize("NFC", text)
    return _SHORT.sub(lambda found: found[0].replace(".", ""), text) if "." in text else text


def terms(text: str) -> list[str]:
    """Return the words of a text as they are looked for."""
    return _WORD.findall(_THOUSANDS.sub("", plain(text)))


@lru_cache(maxsize=4096)
def findable(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are found: also without hyphen or article, and numbers in digits."""
    found = terms(text)
    if "-" in text or not text.isascii():
        found += [joined.replace("-", "") for joined in _JOINED.findall(plain(text))]
    if not text.isascii():
        for word in tuple(found):
            if begun := _ARTICLE.match(word):
                found.append(word[begun.end() :])
            if _UNSPACED.search(word):
                found += [word[start:] for start in range(1, len(word) - 1)]
    at = 0
    while at < len(found):
        digits, end = _number(found, at)
        if end > at and digits != "1":
            found.append(digits)
        at = max(at + 1, end)
    return tuple(found)


def _number(words: list[str], start: int) -> tuple[str, int]:
    """Return the number that words say from a place on, in digits, and the place after it."""
    whole, part, at = 0, 0, start
    while at < len(words):
        word = words[at]
        if word in NUMBERS:
            part += NUMBERS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in TIMES:
            whole, part = whole + (part or 1) * TIMES[word], 0
        else:
            break
        at += 1
    return str(whole + part), at
