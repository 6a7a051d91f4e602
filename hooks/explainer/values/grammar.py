"""How a value enters: a parser that raises Mistake, and what an editor should know of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from explainer.diagnostics import Mistake, did_you_mean

LINE_LIMIT = 400
"""The longest text of one line, in characters."""

PROSE_LIMIT = 6000
"""The longest Markdown text, in characters."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The parser of one kind of value, with examples for the editor and the reference page.

    `parse` receives the text as written and returns the value; it raises Mistake.
    """

    name: str
    parse: Callable[[str], Any]
    pattern: str = ""
    examples: tuple[str, ...] = ()
    bad_examples: tuple[str, ...] = ()
    longest: int = 0
    """The most characters that it may have, white space around it not counted; 0: what the pattern says."""

    def __call__(self, value: object) -> Any:
        """Parse a value that came from a document; a value already parsed passes through."""
        if value == "":
            raise Mistake("empty-value", f"{self.name} is missing here", "write it, or leave the line out")
        if isinstance(value, str):
            return self.parse(value)
        if isinstance(value, (list, dict)):
            shape = "a list" if isinstance(value, list) else "a block of fields"
            raise Mistake("wrong-shape", f"this should be {self.name}, not {shape}", self._meant(value))
        return value

    def _meant(self, value: list[Any] | dict[str, Any]) -> str:
        """Return the hint for a value that YAML took for a list because it begins with a bracket."""
        text = f"[{value[0]}]" if isinstance(value, list) and len(value) == 1 else ""
        if text and self.pattern and re.fullmatch(self.pattern, text):
            return f"write it in quotation marks: '{text}'"
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
            return "write the value alone, without hyphen or brackets"
        return self.example_hint()

    def example_hint(self) -> str:
        """Return a hint that shows how the value is written."""
        if self.examples:
            return f"write, for example: {self.examples[0]}"
        return "if it is one text, put it in quotation marks"

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Any:
        """Let the structuring library call this parser (its protocol)."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self)

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        """Describe the value to an editor (JSON Schema 2020-12)."""
        schema: dict[str, Any] = {"type": ["string", "number", "boolean"]}
        if self.pattern:
            schema = {"type": "string", "pattern": self.pattern}
        if self.examples:
            schema["examples"] = list(self.examples)
        if self.longest:
            schema["maxLength"] = self.longest
        return schema


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed vocabulary; each word with its label and meaning."""

    name: str
    words: Mapping[str, str] = field(hash=False)
    setting: str = ""
    """The setting in which a site adds words of its own; empty: it cannot."""

    def __call__(self, value: object, added: Mapping[str, str] | None = None) -> str:
        """Return the word if it belongs to the vocabulary, or to what the site added."""
        known = (*self.words, *(word for word in added or () if word not in self.words))
        listing = f"use one of: {', '.join(known)}"
        if not isinstance(value, str):
            raise Mistake("wrong-shape", "this should be one word", f"write {listing.removeprefix('use ')}")
        if not value:
            raise Mistake("empty-value", "a word is missing here", listing)
        if value not in known:
            if self.setting:
                listing += f"; a word of your own is added in mkdocs.yml, under “{self.setting}”"
            raise Mistake(
                "unknown-word", f"“{value}” is not {self.name}", did_you_mean(value, known, listing)
            )
        return value

    def _checked(self, value: object, info: Any) -> str:
        """Check a value with what the site added, which comes as the context of the structuring."""
        return self(value, (info.context or {}).get(self.setting))

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Any:
        """Let the structuring library call this parser (its protocol)."""
        from pydantic_core import core_schema

        if self.setting:
            return core_schema.with_info_plain_validator_function(self._checked)
        return core_schema.no_info_plain_validator_function(self)

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        """Describe the vocabulary to an editor, with a meaning for every word."""
        return {
            "type": "string",
            "enum": list(self.words),
            "markdownEnumDescriptions": list(self.words.values()),
            **({"x-setting": self.setting} if self.setting else {}),
        }


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LIMIT = 80

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Spread:
    """Says that a list of blocks may be written short: an id stands for a block with this field alone."""

    field: str

    def __call__(self, value: object) -> object:
        """Return the long form of a value that came from a document."""
        if isinstance(value, str) and value:
            return [{self.field: value}]
        if isinstance(value, dict):
            return [value]
        if isinstance(value, list):
            return [{self.field: item} if isinstance(item, str) and item else item for item in value]
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Let the structuring library spread the value before it reads the list (its protocol)."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Describe both forms to an editor (JSON Schema 2020-12)."""
        long = handler(schema)
        id = {"type": "string", "pattern": ID_PATTERN}
        items = {"anyOf": [id, long["items"]]}
        return {"anyOf": [id, {**long, "items": items}]}


WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that no file can have on Windows."""

RESERVED = frozenset([
    "index", "404", "assets", "data", "search", "constructor", "prototype",  # of its files and scripts
    "articles", "asserted", "backlinks", "cast", "cite", "cite-bibtex", "cite-csl", "cite-text",
    "claims", "closed", "conceded", "content", "corrections", "denied", "disputes", "events",
    "evidence", "facts", "figures", "history", "known-on", "later", "lists", "members", "missing",
    "path", "picture", "predecessors", "reactions", "relations", "retellings", "stands-with", "status", "top", "trail",
    "wording", "words",  # anchors
])  # fmt: skip
"""Words that are no ids, since the site needs them: as addresses, and as anchors on its pages."""


def kebab(text: str) -> str:
    """Return the id that is nearest to a text; empty if no letter or digit of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def parse_id(text: str) -> str:
    """Return the id, or raise Mistake: kebab-case ASCII, 80 characters at most, no reserved name."""
    if len(text) > ID_LIMIT:
        raise Mistake(
            "bad-id", f"an id has {ID_LIMIT} characters at most, not {len(text)}", "choose a shorter id"
        )
    if not _ID.fullmatch(text):
        meant = kebab(text)
        hint = (
            f"write “{meant}”" if _ID.fullmatch(meant) else "write small letters, digits and single hyphens"
        )
        raise Mistake("bad-id", f"“{text}” cannot be an id", hint)
    if text in WINDOWS_NAMES or text in RESERVED or text.startswith("x-"):
        why = "Windows reserves this name" if text in WINDOWS_NAMES else "the site needs this address itself"
        raise Mistake("reserved-id", f"“{text}” cannot be an id: {why}", "choose another id")
    return text


def parse_reference(text: str) -> str:
    """Return the id that a field refers to; whether it exists is linking's question."""
    if not text:
        raise Mistake(
            "empty-value", "an id is missing here", "write the id of a record, or leave the line out"
        )
    return text


def parse_text(text: str) -> str:
    """Return text of one line, with its outer white space gone."""
    stripped = text.strip()
    if not stripped:
        raise Mistake("empty-value", "there is no text here", "write the text, or leave the line out")
    if "\n" in stripped:
        raise Mistake(
            "too-long", "this should be one line of text", "keep it to one line; use another field for more"
        )
    if len(stripped) > LINE_LIMIT:
        raise Mistake(
            "too-long",
            f"this line has {len(stripped)} characters; {LINE_LIMIT} are the most",
            "shorten it, or move the rest to a longer field such as “body”",
        )
    return stripped


def parse_prose(text: str) -> str:
    """Return Markdown prose, with its outer white space gone."""
    stripped = text.strip()
    if not stripped:
        raise Mistake("empty-value", "there is no text here", "write the text, or leave the line out")
    if len(stripped) > PROSE_LIMIT:
        raise Mistake(
            "too-long",
            f"this text has {len(stripped)} characters; {PROSE_LIMIT} are the most",
            "shorten it, or write a page under docs/",
        )
    return stripped


def parse_switch(text: str) -> bool:
    """Return true or false; other spellings of yes and no are refused with the right one."""
    if text in ("true", "false"):
        return text == "true"
    meant = _SWITCHES.get(text.casefold(), "true or false")
    raise Mistake("bad-switch", f"“{text}” is neither true nor false", f"write {meant}")


_SWITCHES = {
    **dict.fromkeys(("yes", "y", "on", "1", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "false"), "false"),
}


def parse_number(text: str) -> float:
    """Return a decimal number such as a coordinate in degrees."""
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", text):
        raise Mistake("bad-number", f"“{text}” is not a number", "write, for example: 39.02")
    return float(text)


Id = Annotated[str, Grammar("an id", parse_reference, ID_PATTERN, ("jane-doe",), ("Jane Doe", "jane_doe"))]
"""An id that names another record, or a word of the settings."""

Key = Annotated[str, Grammar("an id", parse_id, ID_PATTERN, ("jane-doe",), ("Jane Doe", "../jane"), ID_LIMIT)]
"""An id that is made here: files and anchors are named after it."""
Text = Annotated[str, Grammar("a line of text", parse_text, longest=LINE_LIMIT)]
Prose = Annotated[str, Grammar("Markdown text", parse_prose, longest=PROSE_LIMIT)]
Switch = Annotated[
    bool, Grammar("true or false", parse_switch, r"^(true|false)$", ("true", "false"), ("yes", "on"))
]
Number = Annotated[float, Grammar("a number", parse_number, "", ("39.02",), ("39,02", "N39"))]
