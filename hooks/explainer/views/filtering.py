"""What long lists can be filtered by: choices with counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any


def choices(
    key: str,
    label: str,
    names: Mapping[str, str],
    values: Iterable[Iterable[str]],
    *,
    select: bool = False,
    other_names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return one group of choices: the values that items have, in the order of `names`, each with its count.

    `key` is the data attribute in which an item carries its values; `select` asks for a menu.
    `other_names` are further words under which the items of a value are found.
    """
    counts: dict[str, int] = {}
    for of_item in values:
        for value in dict.fromkeys(of_item):
            counts[value] = counts.get(value, 0) + 1
    options = [
        {"value": value, "label": name, "count": counts[value], "names": other_names.get(value, "")}
        for value, name in names.items()
        if value in counts
    ]
    return {"key": key, "label": label, "options": options, "select": select}


def useful(groups: Iterable[dict[str, Any]], total: int) -> list[dict[str, Any]]:
    """Return the groups of which some choice leaves out some of the items."""
    return [group for group in groups if any(option["count"] < total for option in group["options"])]
