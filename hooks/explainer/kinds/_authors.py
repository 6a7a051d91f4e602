"""Authors: people with family and given names, and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.kinds._base import Problem, record
from explainer.values import Switch, Text


@record
class Author:
    """A person who wrote a document, or a body in whose name it was written."""

    family: Text | None = None
    """The family name of a person: `Berg`. Give this, or the `name` of a body."""

    given: Text | None = None
    """The given names or initials of a person: `Pieter`."""

    particle: Text | None = None
    """Small words before the family name by which it is not sorted: `van der`."""

    suffix: Text | None = None
    """What follows the name: `Jr.`"""

    family_first: Switch = False
    """`true` where the family name is written first and without a comma, as in Chinese, Japanese or Hungarian."""

    name: Text | None = None
    """The name of a body: `Ministry of Rivers`. Only where the author is no person."""

    @property
    def words(self) -> str:
        """The name as a text has it."""
        if self.name:
            return self.name
        family = " ".join(part for part in (self.particle, self.family) if part)
        parts = (family, self.given) if self.family_first else (self.given, family)
        words = " ".join(part for part in parts if part)
        return f"{words}, {self.suffix}" if self.suffix else words

    @staticmethod
    def hint(written: str) -> str:
        """Return how a contributor writes what stands here as one text."""
        return f"write authors: {written_out(suggested(written))}{_doubt(written)}"


def written_out(authors: tuple[Author, ...]) -> str:
    """Return authors as YAML on one line."""
    return f"[{', '.join(_item(author) for author in authors)}]"


def _item(author: Author) -> str:
    fields = {
        name: getattr(author, name)
        for name in ("family", "given", "particle", "suffix", "name")
        if getattr(author, name)
    }
    return f"{{{', '.join(f'{name}: {_scalar(value)}' for name, value in fields.items())}}}"


def _scalar(text: str) -> str:
    if re.fullmatch(r"[^\W\d_][\w .’-]*", text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_PARTICLES = frozenset([
    "af", "al", "an", "av", "bin", "d", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den",
    "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van",
    "vom", "von", "zu", "zum", "zur",
])  # fmt: skip
"""Words in small letters that belong to a family name."""

_OF_A_BODY = re.compile(
    r"\b(agency|association|board|bureau|center|centre|commission|committee|company|council|department|desk|"
    r"editors|foundation|group|institute|ministry|network|office|organi[sz]ation|press|project|society|sons|staff|"
    r"team|university)\b",
    re.IGNORECASE,
)


def suggested(written: str) -> tuple[Author, ...]:
    """Return the authors that a text probably names; whoever enters them has the last word."""
    text = " ".join(written.split())
    if text.startswith("{") and text.endswith("}"):
        return (Author(name=text.strip("{} ") or text),)
    if ";" in text:
        return tuple(_one(part.strip()) for part in text.split(";") if part.strip()) or (Author(name=text),)
    if _is_body(text):
        return (Author(name=text),)
    parts = re.split(r",?\s+(?:and|&)\s+", text)
    if len(parts) > 1 and "," in parts[0] and all(" " in part for part in parts[0].split(", ")):
        parts = [*parts[0].split(", "), *parts[1:]]
    return tuple(_one(part) for part in parts)


def _one(text: str) -> Author:
    if _is_body(text):
        return Author(name=text)
    if "," in text:
        family, _, given = (part.strip() for part in text.partition(","))
        particle, family = _parted(family.split())
        return Author(family=family, given=given or None, particle=particle)
    words = text.split()
    if len(words) < 2:
        return Author(name=text)
    first = next((index for index, word in enumerate(words) if word in _PARTICLES), len(words) - 1)
    particle, family = _parted(words[max(first, 1) :])
    return Author(family=family, given=" ".join(words[: max(first, 1)]), particle=particle)


def _parted(words: list[str]) -> tuple[str | None, str]:
    """Return the particles before a family name, and the name."""
    count = next((index for index, word in enumerate(words) if word not in _PARTICLES), 0)
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _is_body(text: str) -> bool:
    small = [word for word in text.split() if word.islower() and word not in {*_PARTICLES, "and"}]
    return bool(_OF_A_BODY.search(text) or small or any(character.isdigit() for character in text))


def _doubt(written: str) -> str:
    if all(author.name for author in suggested(written)):
        return "; a person has “family” and “given” instead of “name”"
    return (
        "; see that the family name is the right one, and add “family_first: true” where it is written first"
    )


_SEVERAL = re.compile(r";|\s(?:and|&)\s")


def problems(authors: tuple[Author, ...]) -> Iterator[Problem]:
    """Say which author is neither a person nor a body, and which holds several names in one."""
    for index, author in enumerate(authors):
        at = ("authors", index)
        parts = [name for name in ("given", "particle", "suffix") if getattr(author, name)]
        if bool(author.family) == bool(author.name):
            both = "both “family” and “name”" if author.family else "neither “family” nor “name”"
            yield Problem(
                at,
                "person-or-body",
                f"the author has {both}",
                "give a person “family” and “given”, and a body “name”",
            )
        elif author.name and (parts or author.family_first):
            field = parts[0] if parts else "family_first"
            yield Problem(
                (*at, field),
                "person-or-body",
                f"a body has no “{field}”",
                "write “family” instead of “name” if this is a person",
            )
        elif author.family and ("," in author.family or _SEVERAL.search(author.family)):
            yield Problem(
                (*at, "family"),
                "person-or-body",
                f"“{author.family}” is more than a family name",
                f"write authors: {written_out(suggested(author.family))}",
            )
