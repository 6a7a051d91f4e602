"""Messages: whole sentences with named placeholders, each of which a catalogue can replace by another language.

A module keeps its messages together at one place, under its imports. Two words are the field’s own: a *message*
and its *placeholders* (Unicode MessageFormat), and `one` and `other`, the plural categories that English has
(CLDR). Nothing is glued to a message: what reads otherwise for another case is another message.
"""

from __future__ import annotations

import string
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, or a whole item of a list, with named placeholders as `str.format` writes them."""

    other: str
    """The words: “It is {status} because of {origin}.”"""
    one: str = ""
    """The words where the placeholder `count` stands for 1; empty where no number decides on words."""

    def __call__(self, **places: object) -> str:
        """Return the sentence with its placeholders filled.

        A value is never read as a pattern: braces in it stay as they are. Raises `KeyError` for a placeholder
        that gets no value.
        """
        return (self.one if self.one and places["count"] == 1 else self.other).format_map(places)

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of its placeholders in all plural categories, and `count` where a number decides."""
        found = {
            name
            for text in (self.one, self.other)
            for _, name, _, _ in string.Formatter().parse(text)
            if name
        }
        return frozenset(found | {"count"} if self.one else found)
