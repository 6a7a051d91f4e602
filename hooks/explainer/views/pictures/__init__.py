"""Where everything in a picture stands: pure functions from plain data to plain geometry.

Each module draws one picture, twice: for a narrow column and for a wide one. Numbers are rounded,
text is broken and cut here, so that templates only write down what they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from explainer.views.pictures import axis, figures, places, provenance, relations, timeline, treaty

__all__ = ["axis", "drawn", "figures", "places", "provenance", "relations", "timeline", "treaty"]

_DRAWINGS: Mapping[str, Callable[..., dict[str, Any] | None]] = {
    "map": places.picture,
    "provenance": provenance.picture,
    "relations-picture": relations.picture,
    "timeline-picture": timeline.picture,
    "treaty-path": treaty.picture,
}
"""The function that draws what a component shows."""


def drawn(component: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a component's macro, its picture drawn from plain data."""
    if component == "figure-plot":
        return {"group": {**data["group"], "picture": figures.picture(data["group"])}}
    return {"picture": _DRAWINGS[component](**data)} if component in _DRAWINGS else dict(data)
