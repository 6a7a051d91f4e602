"""How the parts of a long list are called."""

from __future__ import annotations

from typing import Any

import pytest

from explainer.dossier import Dossier
from explainer.views._base import PageView
from explainer.views.parts import Cut, Item, List, under
from tests.unit.content import Content

Group = dict[str, Any]


def parts(*groups: Group) -> list[PageView]:
    """Return the pages of a list that is cut after two entries."""

    def whole(_dossier: Dossier) -> PageView:
        return PageView("herons/", "birds.html", "Herons", "All herons.", {"groups": groups})

    def name(group: Group) -> str:
        return str(group["name"])

    entries, filled = under("birds")
    cut = Cut(
        "groups", entries, filled, name, name, lambda one: Item(one, one), ("heron", "herons"), at_most=2
    )
    dossier = Content("", with_cast=False).dossier
    _, *found = List("herons/", whole, cut, 9).pages(dossier).values()
    return found


@pytest.mark.parametrize(
    ("name", "birds", "titles"),
    [
        ("North", "abc", ["Herons: North, 1 of 2", "Herons: North, 2 of 2"]),
        ("", "abc", ["Herons: Part 1 of 2", "Herons: Part 2 of 2"]),
    ],
)
def test_a_part_is_called_by_its_group_and_its_place(name: str, birds: str, titles: list[str]) -> None:
    assert [view.title for view in parts({"name": name, "birds": birds})] == titles


def test_a_group_that_is_one_part_is_called_by_its_name() -> None:
    north, south = parts({"name": "North", "birds": "ab"}, {"name": "South", "birds": "c"})
    assert (north.title, south.title) == ("Herons: North", "Herons: South")
    assert north.description == "North: 2 of 3 herons."


def test_one_part_among_groups_without_a_name_has_a_place() -> None:
    first, second = parts({"name": "", "birds": "a"}, {"name": "South", "birds": "bc"})
    assert (first.title, second.title) == ("Herons: Part 1 of 1", "Herons: South")
