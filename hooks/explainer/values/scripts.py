"""Words in another script than the page's own, and the language with which HTML marks them (BCP 47).

A page in English that prints a word in Hangul, Cyrillic or Kana says so with `lang`: screen readers
pronounce it, and browsers choose the letters that this language uses. The language is that of the text
where a record tells it; Hangul and Kana tell it by themselves; else only the script is known, as in
`und-Cyrl`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

_RANGES = {
    "Kana": "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f",
    "Armn": "\u0531-\u058f",
    "Hebr": "\u0591-\u05f4",
    "Arab": "\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Thai": "\u0e01-\u0e4e",
    "Geor": "\u10a0-\u10ff",
}
"""Letters by script (ISO 15924). Scripts that are written together count as one: see `_TOGETHER`."""

_TOGETHER = ("Kana", "Hang", "Hani")
"""One text mixes these, so a run may hold all of them; the first of this list that occurs tells the language."""

_WRITES = {"Kana": {"Jpan"}, "Hang": {"Kore"}, "Hani": {"Jpan", "Kore", "Hans", "Hant"}}
_KNOWN = {"Kana": "ja", "Hang": "ko"}


def _run(letters: str) -> str:
    # From letter to letter, over spaces, digits and what stands inside words and sentences.
    return rf"[{letters}][{letters}\u0300-\u036f]*(?:[\s\d.,:;!?·«»“”„'’()-]*[{letters}][{letters}\u0300-\u036f]*)*"


_RUN = re.compile(
    "|".join(
        f"(?:{_run(letters)})"
        for letters in (
            "".join(_RANGES[script] for script in _TOGETHER),
            *(letters for script, letters in _RANGES.items() if script not in _TOGETHER),
        )
    )
)
_ANY = re.compile(f"[{''.join(_RANGES.values())}]")
"""With such a letter every run begins; most texts have none, which is found out sooner so."""

_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _RANGES.items()}
_TAG = re.compile(r"(<[^>]*>)")


def runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each run of two or more letters of another script: where it begins and ends, and its script."""
    if not _ANY.search(text):
        return
    for found in _RUN.finditer(text):
        script = next(script for script, letters in _LETTERS.items() if letters.search(found.group()))
        if sum(letter.isalpha() for letter in found.group()) > 1:
            yield found.start(), found.end(), script


def language_of(text: str, languages: Iterable[str] = ()) -> str:
    """Return the tag for the first run of another script in a text; empty where there is none.

    `languages` are those in which the text may be; the first that is written in the script is taken.
    """
    return next((_tag(script, languages) for _, _, script in runs(text)), "")


def marked(html: str, languages: Iterable[str] = ()) -> str:
    """Return HTML in which every run of another script stands in an element that tells its language.

    What an element with `lang` holds is left as it is.
    """
    if not _ANY.search(html):
        return html
    parts = _TAG.split(html)
    told: list[tuple[str, bool]] = []
    for index, part in enumerate(parts):
        if index % 2:
            _step(part, told)
        elif not any(tells for _, tells in told):
            parts[index] = _marked(part, languages)
    return "".join(parts)


def marked_text(text: str, languages: Iterable[str] = ()) -> str:
    """Return a text as HTML, its runs of another script marked."""
    return _marked(escape(text, quote=False), languages)


def _marked(text: str, languages: Iterable[str]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, script in runs(text):
        pieces += [text[at:start], f'<span lang="{_tag(script, languages)}">{text[start:end]}</span>']
        at = end
    return "".join([*pieces, text[at:]])


def _step(tag: str, told: list[tuple[str, bool]]) -> None:
    """Go into an element or out of it; elements that hold nothing are passed over."""
    found = re.match(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)", tag)
    if not found:
        return
    name = found[2].lower()
    if found[1]:
        while told and told.pop()[0] != name:
            pass
    elif not tag.endswith("/>") and name not in ("br", "hr", "img", "input", "meta", "link", "wbr"):
        told.append((name, " lang=" in tag))


def _tag(script: str, languages: Iterable[str]) -> str:
    written = _WRITES.get(script, {script})
    fitting = (tag for tag in languages if _script_of(tag) in written)
    return next(fitting, _KNOWN.get(script, f"und-{script}"))


@cache
def _script_of(tag: str) -> str:
    """Return the script in which a language is written, by the Unicode CLDR; that of the tag where it names one."""
    from babel.core import get_global

    parts = tag.split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return parts[1].title()
    likely = str(get_global("likely_subtags").get(parts[0], "")).split("_")
    return likely[1] if len(likely) > 1 else ""
