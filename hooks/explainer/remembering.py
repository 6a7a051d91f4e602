"""What is worked out of one object once, and remembered for as long as that object lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Whole = TypeVar("Whole")
Made = TypeVar("Made")


def once_for_each(make: Callable[[Whole], Made]) -> Callable[[Whole], Made]:
    """Remember what a function makes of each object; what it makes must not hold the object itself.

    Several dossiers may be asked in turn (a comparison of two states, a server while somebody edits):
    each has its own answer, and what nobody holds any longer takes its answer along.
    """
    kept: WeakKeyDictionary[Whole, Made] = WeakKeyDictionary()

    @wraps(make)
    def remembered(whole: Whole) -> Made:
        found = kept.get(whole)
        if found is None:
            kept[whole] = found = make(whole)
        return found

    return remembered
