"""Every answer at once: what a statement amounts to, whichever of its roots are left out.

A page looks its answer up in such a table, so that no rule is written a second time in a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from explainer.judging.assessing import asked_often, assess
from explainer.judging.leaving_out import keeps_without, roots_in, with_only
from explainer.judging.origins import Origins
from explainer.judging.statements import Statement

WHOLE_UP_TO = 8
"""Of how many roots every choice has its answer."""

AT_MOST = 2
"""How many of more roots than that can be left out at once."""

Answer = tuple[str, bool]
"""A status, and whether somebody contests the statement."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a statement amounts to for each choice of roots that are left out."""

    roots: tuple[str, ...]
    """What can be left out; an empty root stands for all voices of unknown belonging."""
    known: tuple[Answer, ...]
    """The different answers."""
    places: tuple[int, ...]
    """For each choice, in the order of `choices`, the place of its answer in `known`."""

    @property
    def at_most(self) -> int:
        """How many roots can be left out at once."""
        return depth(len(self.roots))

    def of(self, left_out: frozenset[str]) -> Answer:
        """Return the answer without some roots."""
        chosen = tuple(at for at, root in enumerate(self.roots) if root in left_out)
        return self.known[self.places[choices(len(self.roots)).index(chosen)]]


def depth(number: int) -> int:
    """Return how many of a number of roots can be left out at once."""
    return number if number <= WHOLE_UP_TO else AT_MOST


def choices(number: int) -> list[tuple[int, ...]]:
    """Return every choice of roots in the order of the table: fewer first, then as words in a dictionary."""
    return [chosen for size in range(depth(number) + 1) for chosen in combinations(range(number), size)]


def answers(statement: Statement, origins: Origins, as_of: date) -> Answers:
    """Return the table of a statement on a day."""
    roots = roots_in(statement, as_of)
    found = _Search(statement, roots, origins, as_of).all()
    known = tuple(dict.fromkeys(found))
    return Answers(roots, known, tuple(known.index(one) for one in found))


class _Search:
    """Asks `assess` as seldom as possible.

    Where leaving out can only lower, what is the same with all and with none of some roots left out is the
    same with any of them left out.
    """

    def __init__(self, statement: Statement, roots: tuple[str, ...], origins: Origins, as_of: date) -> None:
        self.statement, self._answer = asked_often(statement, origins, as_of)
        self.roots, self.origins, self.as_of = roots, origins, as_of
        self._found: dict[frozenset[int], Answer] = {}

    def all(self) -> list[Answer]:
        """Return the answer to every choice."""
        number = len(self.roots)
        if depth(number) == number and self._only_lowers():
            self._between(frozenset(), tuple(range(number)))
        return [self._ask(frozenset(chosen)) for chosen in choices(number)]

    def _ask(self, chosen: frozenset[int]) -> Answer:
        if chosen not in self._found:
            out = {self.roots[at] for at in chosen}
            left = with_only(self.statement, keeps_without(out)) if out else self.statement
            self._found[chosen] = self._answer(left)
        return self._found[chosen]

    def _between(self, chosen: frozenset[int], free: tuple[int, ...]) -> None:
        highest = self._ask(chosen)
        if highest == self._ask(chosen | frozenset(free)):
            for size in range(1, len(free)):
                for more in combinations(free, size):
                    self._found[chosen | frozenset(more)] = highest
        elif len(free) > 1:
            self._between(chosen, free[1:])
            self._between(chosen | {free[0]}, free[1:])

    def _only_lowers(self) -> bool:
        """Tell whether leaving out can only lower: nothing was taken back, or ended another root's denial."""
        if any(item.stance == "withdraws" for item in self.statement.items):
            return False
        denials = assess(self.statement, self.origins, self.as_of).denials
        return all(
            denial.ended_by is None or denial.root in {trail.origin.root for trail in denial.ended_by.trails}
            for denial in denials
        )
