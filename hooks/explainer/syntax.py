"""What the YAML parser stumbled over, said in plain words and pointed to where it was caused.

The parser notices a mistake where the text stops making sense, often lines after the mistake, and
says so in terms of its grammar. Here each of its complaints becomes one that helps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.diagnostics import Diagnostic, Position

QUOTE_IT = "put the whole text in quotation marks"
ALIGN = "align it with the lines above: two spaces for each step"

_LEAD = r"^\s*(?:- +)*(?:[\w-]+: +)?"
_BEFORE = re.compile(rf"(?P<before>{_LEAD})(?P<text>.*?)\s*$")
_QUOTED = re.compile(_LEAD + r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*$")
_BRACKETED = re.compile(_LEAD + r"(?P<open>[\[{]).*[\]}]\s*$")
_SHOWN_AT_MOST = 90
_LINE_AT_MOST = 1000
"""No longer line is worth correcting, nor the time that its patterns would take."""


@dataclass(frozen=True, slots=True)
class Stumble:
    """The parser's complaint: its words, where it stands, and where what it was reading began (from zero)."""

    problem: str
    context: str
    place: tuple[int, int]
    start: tuple[int, int] | None


def explain(stumble: Stumble, text: str, file: str) -> Diagnostic:
    """Return what is wrong with a text that the parser could not read."""
    lines = text.split("\n")
    line, column = stumble.place
    here = lines[line] if line < len(lines) else ""

    def said(place: tuple[int, int] | None, code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(_inside(place or stumble.place, lines, file), code, message, hint)

    found = (
        _foreign_character(line, lines)
        or _above(stumble, lines)
        or _unclosed_quote(stumble, lines)
        or _text_after(stumble, here)
        or _first_character(stumble, lines)
    )
    if found is not None:
        return said(*found)
    problem = stumble.problem
    if "nesting depth" in problem:
        return said(
            None, "too-deep", "this nests too many levels deep", "a record needs five levels at the most"
        )
    if "escape" in problem or "hexdecimal" in problem:
        message = "between double quotation marks, “\\” and what follows it have a special meaning"
        hint = "write the text in single quotation marks, or double each “\\”"
        return said(None, "bad-escape", message, hint)
    if "block sequence entries are not allowed" in problem:
        item = here[column:].strip()
        hint = f"put “{item}” on a line of its own below" if len(item) < _SHOWN_AT_MOST else ""
        message = "a list cannot begin on the line of its name"
        return said(None, "list-on-one-line", message, hint or "put each item on a line of its own below")
    if "mapping values are not allowed" in problem:
        return said(*_colon(here, line, column, lines))
    if "could not find expected ':'" in problem:
        return said(stumble.start, *_no_colon(lines, (stumble.start or stumble.place)[0]))
    if "flow" in stumble.context:
        message = "a bracket or brace is opened here and not closed, or a comma is missing behind it"
        return said(
            _open_bracket(lines, line), "unclosed-bracket", message, f"close it; in a text, {QUOTE_IT}"
        )
    if "did not find expected" in problem and (lost := re.match(r"^ *- (?P<name>[a-z_]+): ", here)):
        return said(None, "bad-indentation", *_lost_item(lost["name"], line, lines))
    if "did not find expected" in problem:
        return said(None, "bad-indentation", "this line is not indented like its neighbours", ALIGN)
    if "tag" in f"{problem} {stumble.context}":
        return said(stumble.start, "tag", *beginning("!", here))
    message = f"this cannot be read as YAML: {problem or 'the text ends too early'}"
    return said(
        None, "bad-yaml", message, "compare it with the lines above and with other files of this folder"
    )


def _inside(place: tuple[int, int], lines: list[str], file: str) -> Position:
    """Return a position that exists: the parser may complain behind the end of the text."""
    line = min(place[0], len(lines) - 1)
    while line and not lines[line].strip() and place[0] >= len(lines) - 1:
        line -= 1
    column = place[1] if line == place[0] else len(lines[line])
    return Position(file, line + 1, min(column, len(lines[line])) + 1)


def _open_bracket(lines: list[str], last: int) -> tuple[int, int] | None:
    """Return the place of the last bracket that begins a value and is not closed."""
    first = None
    closed = 0
    for number in range(min(last, len(lines) - 1), -1, -1):
        bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", "", lines[number][:_LINE_AT_MOST])
        opened = len(re.findall(r"[\[{]", bare)) - len(re.findall(r"[\]}]", bare))
        if found := re.match(_LEAD + r"(?P<open>[\[{])", lines[number]):
            place = number, found.start("open")
            if opened > closed:
                return place
            first = first or place
        closed = max(0, closed - opened)
    return first


_Found = tuple[tuple[int, int] | None, str, str, str]


def beginning(character: str, line: str) -> tuple[str, str]:
    """Return message and hint for a text that begins with a character that YAML keeps for itself."""
    return f"a text cannot begin with “{character}”, which means something else in YAML", quote_hint(line)


def quote_hint(line: str) -> str:
    """Return the advice to put a text in quotation marks, with the line as it should be."""
    corrected = in_quotes(line)
    return f"{QUOTE_IT}: {corrected}" if 0 < len(corrected) <= _SHOWN_AT_MOST else QUOTE_IT


def in_quotes(line: str) -> str:
    """Return a line with its text in quotation marks; empty if there is no text on it, or too much."""
    if len(line) > _LINE_AT_MOST:
        return ""
    found = _BEFORE.match(line)
    text = found["text"] if found else ""
    if not found or not text:
        return ""
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        text = text[1:-1]
    before = found["before"].lstrip()
    if '"' in text or "\\" in text:
        return f"{before}'{text.replace(chr(39), chr(39) * 2)}'"
    return f'{before}"{text}"'


_STRANGE = re.compile(
    r"^(?P<before>[ -]*(?:[\w-]+:)?[ ]*)(?P<space>[\u00a0\u2007\u202f\u3000])"
    r"|^[ ]*(?:- )?[\w-]+(?P<colon>\uff1a)"
)


def _foreign_character(line: int, lines: list[str]) -> _Found | None:
    """Find a space or colon that looks like the one YAML means and is another character."""
    for number in range(min(line, len(lines) - 1), max(line - 3, -1), -1):
        found = _STRANGE.match(lines[number][:_LINE_AT_MOST])
        if found and found["colon"]:
            message = "this colon is another character than the one that YAML knows"
            return (number, found.start("colon")), "no-colon", message, "write “:” and a space"
        if found:
            message = "here stands a no-break space, which YAML does not take for a space"
            return (number, found.start("space")), "bad-indentation", message, "write ordinary spaces"
    return None


def _above(stumble: Stumble, lines: list[str]) -> _Found | None:
    """Find what is missing on the line above the one that the parser blames."""
    if "did not find expected" not in stumble.problem and "mapping values" not in stumble.problem:
        return None
    line = min(stumble.place[0], len(lines))
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    if above is None or len(lines[above]) > _LINE_AT_MOST:
        return None
    text = lines[above]
    if hyphen := re.match(r"^(?P<before>[ ]*)-(?P<rest>\w[\w-]*:(?: .*)?)$", text):
        corrected = f"- {hyphen['rest']}"
        hint = f"write: {corrected}" if len(corrected) <= _SHOWN_AT_MOST else "write a space behind it"
        place = (above, len(hyphen["before"]))
        return place, "bad-indentation", "a space is missing behind this hyphen", hint
    here = lines[line] if line < len(lines) else ""
    deeper = len(here) - len(here.lstrip()) > len(text) - len(text.lstrip())
    if deeper and re.fullmatch(r"[ ]*[a-z0-9][\w-]*[ ]*", text):
        word = text.strip()
        message = f"there is no colon behind “{word}”"
        return (above, len(text.rstrip())), "no-colon", message, f"write “{word}:”"
    return None


def _text_after(stumble: Stumble, here: str) -> _Found | None:
    """Find a text that begins with quotation marks or brackets and goes on behind them."""
    before = here[: stumble.place[1]]
    if "did not find expected" not in stumble.problem or not here[stumble.place[1] :].strip():
        return None
    if _QUOTED.match(before):
        message = "the text goes on after its closing quotation mark"
        return None, "text-after-quote", message, quote_hint(here)
    if bracketed := _BRACKETED.match(before):
        place = (stumble.place[0], bracketed.start("open"))
        return place, "special-character", *beginning(bracketed["open"], here)
    return None


def _first_character(stumble: Stumble, lines: list[str]) -> _Found | None:
    """Find a text that begins with a character that YAML keeps for itself."""
    line, column = stumble.place
    here = lines[line] if line < len(lines) else ""
    if here[column : column + 1] in tuple("]},") and re.fullmatch(_LEAD, here[:column]):
        return None, "special-character", *beginning(here[column], here)
    scanned = re.search(r"scanning (?:an alias|an anchor|a block scalar|a directive)", stumble.context)
    refused = "cannot start any token" in stumble.problem or "mapping keys are not allowed" in stumble.problem
    if not scanned and not refused:
        return None
    line, column = (stumble.start or stumble.place) if scanned else stumble.place
    here = lines[line] if line < len(lines) else ""
    return (line, column), "special-character", *beginning(here[column : column + 1], here)


def _colon(here: str, line: int, column: int, lines: list[str]) -> _Found:
    if ":" in here[:column]:
        message = "a second colon followed by a space makes this line ambiguous"
        return None, "colon-in-text", message, quote_hint(here)
    indent = len(here) - len(here.lstrip())
    hint = ALIGN
    if lost := re.match(r"^ *- (?P<name>[a-z_]+): ", here):
        return (line, indent), "bad-indentation", *_lost_item(lost["name"], line, lines)
    if not re.match(r"^\s*(?:- +)*[\w-]+:", here):
        hint = "if it goes on with the text above, put that whole text in quotation marks"
    return (line, indent), "bad-indentation", "this line is not indented like its neighbours", hint


def _lost_item(name: str, line: int, lines: list[str]) -> tuple[str, str]:
    """Return message and hint for an item that stands behind the field that follows its list."""
    message = "an item of a list begins here, and the field above it is no list"
    inside = False
    for number in range(line - 1, -1, -1):
        above = lines[number]
        inside = inside or re.match(rf"^ *- {name}: ", above) is not None
        if inside and (field := re.match(r"^ *(?P<field>[a-z_]+): *$", above)):
            return message, f"move it up, below the last item of “{field['field']}”"
        if above and not above[0].isspace():
            break
    return message, f"write the name of its list above it, for example “evidence:” above “- {name}: …”"


def _no_colon(lines: list[str], line: int) -> tuple[str, str, str]:
    here = lines[line].strip() if line < len(lines) else ""
    joined = re.match(r"^(- +)?([\w-]+):(\S.*)$", here)
    if joined:
        corrected = f"{joined[1] or ''}{joined[2]}: {joined[3]}"
        hint = f"write: {corrected}" if len(corrected) <= _SHOWN_AT_MOST else "write a space after the colon"
        return "no-colon", "a space is missing after the colon", hint
    message = "this line has no colon, so it is no field, and it does not go on with the text above"
    return "no-colon", message, "write “field: value”; to go on with the text above, indent the line deeper"


def _unclosed_quote(stumble: Stumble, lines: list[str]) -> _Found | None:
    """Find a quotation mark that begins a text and is never closed."""
    reasons = ("end of stream", "document indicator", "expected")
    if "quoted scalar" not in stumble.context and not any(reason in stumble.problem for reason in reasons):
        return None
    place = _opening(lines, stumble.place[0])
    if place is None and "quoted scalar" in stumble.context and "found unexpected" in stumble.problem:
        place = stumble.start
    if place is None:
        return None
    quote = lines[place[0]][place[1] : place[1] + 1]
    hint = "close it at the end of the text"
    if quote == "'":
        hint += "; between single quotation marks an apostrophe is written twice: ''"
    return place, "unclosed-quote", "a quotation mark is opened here and never closed", hint


def _opening(lines: list[str], last: int) -> tuple[int, int] | None:
    lines = lines[: last + 1]
    last_end = {quote: _last(rf"{quote}\s*(#.*)?$", lines) for quote in "\"'"}
    last_field = _last(r"^\s*(?:- )?[\w-]+: ", lines)
    for number, line in enumerate(lines):
        found = re.match(_LEAD + r"(?P<quote>[\"'])", line)
        if not found:
            continue
        quote = found["quote"]
        rest = line[found.end() :]
        if quote == '"':
            closed = re.search(r'(?<!\\)(?:\\\\)*"', rest)
        else:
            closed = re.search(r"'(?!')", rest.replace("''", "  "))
        if closed:
            continue
        if last_end[quote] <= number or last_field > number:
            return number, found.start("quote")
    return None


def _last(pattern: str, lines: list[str]) -> int:
    """Return the number of the last line in which a pattern is found, or -1."""
    numbers = range(len(lines) - 1, -1, -1)
    return next((number for number in numbers if re.search(pattern, lines[number])), -1)
