"""The parts of the mutation run that could call a mutant noticed, or survived, without its having been tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.mutation import running
from tests.mutation.__main__ import with_plain_functions
from tests.mutation.running import SWITCHES, Routes, noting, switch_on

BEFORE = '''
class One:
    @property
    def size(self) -> int:
        """Say how large it is."""

        return 1

    def other(self) -> int:
        return 2


@lru_cache(maxsize=1)
def kept(
    one: int,
) -> int:
    return one


@once_for_each
def _made(one: Graph) -> list[int]:
    return [1]
'''

AFTER = '''
class One:
    def get_size(self) -> int:
        """Say how large it is."""

        return 1

    size = property(get_size)

    def other(self) -> int:
        return 2


def get_kept(
    one: int,
) -> int:
    return one


kept = lru_cache(maxsize=1)(get_kept)


def get__made(one: Graph) -> list[int]:
    return [1]


_made = once_for_each(get__made)


'''


class Sums:
    """Stands for a class that is mutated."""

    begin = 1

    @classmethod
    def begun(cls, more: int = 2) -> int:
        """Return a sum."""
        return cls.begin + more

    @classmethod
    def x_begun__mutmut_1(cls, more: int = 2) -> int:
        """Return a difference."""
        return cls.begin - more


def counts(to: int = 2) -> Iterator[int]:
    """Stand for a function that is mutated."""
    yield from range(to)


def x_counts__mutmut_orig(to: int = 2) -> Iterator[int]:
    """Return what the function did."""
    yield from range(to)


def x_counts__mutmut_1(to: int = 3) -> Iterator[int]:
    """Do something else by default."""
    yield from range(to)


def _within(one: int) -> Any:
    def x_counts__mutmut_2(to: int = 3) -> Iterator[int]:
        yield from range(to + one)

    return x_counts__mutmut_2


@pytest.fixture(autouse=True)
def _switches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    mutants = {
        "_mutmut_orig": x_counts__mutmut_orig,
        "x_counts__mutmut_1": x_counts__mutmut_1,
        "x_counts__mutmut_2": _within(1),
    }
    of_class = {"_mutmut_orig": Sums.begun, "x_begun__mutmut_1": Sums.x_begun__mutmut_1}
    functions: list[Any] = [counts, Sums.begun.__func__]  # type: ignore[attr-defined]
    monkeypatch.setattr(running, "SWITCHES", [(functions[0], mutants), (functions[1], of_class)])
    before = [(one.__code__, one.__defaults__, one.__kwdefaults__) for one in functions]
    yield
    for one, kept in zip(functions, before, strict=True):
        one.__code__, one.__defaults__, one.__kwdefaults__ = kept


def test_a_mutant_is_switched_on_with_its_defaults() -> None:
    known_by_another_name = counts
    switch_on(f"{__name__}.x_counts__mutmut_1")
    assert list(known_by_another_name()) == [0, 1, 2]


def test_a_mutant_of_a_method_of_the_class_is_switched_on() -> None:
    switch_on(f"{__name__}.x_begun__mutmut_1")
    assert Sums.begun() == -1


@pytest.mark.parametrize("name", ["x_counts__mutmut_2", "x_counts__mutmut_3"])
def test_a_mutant_that_cannot_be_switched_on_is_no_survivor(name: str) -> None:
    with pytest.raises(SystemExit):
        switch_on(f"{__name__}.{name}")


def test_a_function_that_is_come_by_is_noted() -> None:
    with noting() as found:
        list(counts())
    assert found == {f"{__name__}.x_counts"}


def test_nothing_is_mutated_where_only_the_tests_run() -> None:
    assert SWITCHES == []


def test_the_tests_of_a_function_that_only_the_reading_of_the_cast_comes_by_are_all() -> None:
    routes = Routes({"judges": [1]}, [2.0, 1.0], frozenset(["reads", "judges"]))
    assert routes.of("judges") == [1]
    assert routes.of("reads") == [1, 0]
    assert routes.of("unknown") == []


def test_a_property_and_what_is_remembered_become_functions_that_are_mutated() -> None:
    assert with_plain_functions(BEFORE) == AFTER
