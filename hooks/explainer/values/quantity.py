"""Numbers as sources give them: exact, about, at least, at most, between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
_FORM = re.compile(rf"^(?P<low>{_NUMBER})?(?P<dots>\.\.)?(?P<high>{_NUMBER})?(?P<about>~)?$")


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number or range: `low` and `high` are bounds, None where the source sets none."""

    text: str
    low: Decimal | None
    high: Decimal | None
    about: bool = False

    @property
    def words(self) -> str:
        """Say the quantity as a reader would: “about 3,500”, “at least 600”, “between 2 and 3”."""
        prefix = "about " if self.about else ""
        if self.low is not None and self.low == self.high:
            return prefix + grouped(self.low)
        if self.high is None:
            return f"at least {prefix}{grouped(self.low or Decimal(0))}"
        if self.low is None:
            return f"up to {prefix}{grouped(self.high)}"
        return f"{prefix}{grouped(self.low)} to {grouped(self.high)}"

    def __str__(self) -> str:
        return self.text


def grouped(number: Decimal) -> str:
    """Write a number with commas between thousands."""
    return f"{number:,f}"


def parse_quantity(text: str) -> QuantityValue:
    """Return the quantity that the text writes: `1500`, `1500~`, `300..1000`, `600..`, `..3000`."""
    found = _FORM.fullmatch(text)
    if not found or (found["low"] is None and found["high"] is None):
        raise Mistake("bad-quantity", f"“{text}” is not a number or range", _advice(text))
    low = Decimal(found["low"]) if found["low"] else None
    high = Decimal(found["high"]) if found["high"] else None
    if not found["dots"]:
        high = low
    elif low is not None and high is not None and low > high:
        raise Mistake(
            "bad-quantity",
            f"“{text}” runs from the larger to the smaller number",
            "write the smaller number first",
        )
    return QuantityValue(text, low, high, bool(found["about"]))


_HINT = "without commas: 1500, 1500~ (about), 300..1000 (between), 600.. (at least), ..3000 (up to)"
_SPELLINGS = (
    (re.compile(rf"^({_NUMBER})$"), r"\1"),
    (re.compile(rf"^(?:about|around|circa|ca\.?|c\.|some|nearly|roughly|~) *({_NUMBER})$"), r"\1~"),
    (re.compile(rf"^(?:at least|more than|over|>=?) *({_NUMBER})$"), r"\1.."),
    (re.compile(rf"^({_NUMBER}) *\+$"), r"\1.."),
    (re.compile(rf"^(?:up to|at most|under|fewer than|less than|<=?) *({_NUMBER})$"), r"..\1"),
    (re.compile(rf"^(?:between *)?({_NUMBER}) *(?:-|–|to|and|\.\.\.) *({_NUMBER})$"), r"\1..\2"),
)
"""How people write numbers, and how they are written here."""


def _advice(text: str) -> str:
    """Return how a number is written here that was written as people write it."""
    plain = re.sub(r"(?<=\d)[,’' ](?=\d{3}\b)", "", text.strip().casefold())
    for spelling, form in _SPELLINGS:
        if spelling.match(plain):
            return f"write {spelling.sub(form, plain)}"
    return f"write it {_HINT}"


Quantity = Annotated[
    QuantityValue,
    Grammar(
        "a number or range",
        parse_quantity,
        _FORM.pattern.replace("?P<low>", "")
        .replace("?P<dots>", "")
        .replace("?P<high>", "")
        .replace("?P<about>", ""),
        ("1500", "1500~", "300..1000", "600..", "..3000"),
        ("1,500", "about 1500", "300-1000"),
    ),
]
