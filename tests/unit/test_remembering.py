"""What is remembered of an object belongs to that object."""

from __future__ import annotations

import gc
import weakref

from explainer.remembering import once_for_each


class Whole:
    def __init__(self, name: str) -> None:
        self.name = name


def test_each_object_has_its_own_answer_and_is_asked_once() -> None:
    asked: list[str] = []

    @once_for_each
    def letters(whole: Whole) -> list[str]:
        asked.append(whole.name)
        return list(whole.name)

    one, other = Whole("ab"), Whole("cd")
    for _ in range(3):
        assert (letters(one), letters(other)) == (["a", "b"], ["c", "d"])
    assert asked == ["ab", "cd"]


def test_an_answer_goes_with_its_object() -> None:
    @once_for_each
    def letters(whole: Whole) -> set[str]:
        return set(whole.name)

    whole = Whole("ab")
    answer, seen = weakref.ref(letters(whole)), weakref.ref(whole)
    del whole
    gc.collect()
    assert seen() is None
    assert answer() is None
