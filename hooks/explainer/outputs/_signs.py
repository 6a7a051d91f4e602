"""The drawings (SVG) of statuses and caveats, taken from the components that show them on pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from explainer.kinds._statuses import STATUSES
from explainer.rendering import component

BRAND = Path(__file__).parent.parent / "theme" / "brand.html"


@cache
def signs() -> dict[str, str]:
    """Return the drawings of all signs by their names, as pages show them."""
    found = {"logo": BRAND.read_text(encoding="utf-8")}
    for status in STATUSES:
        names = (status, "contested", "contrary")
        drawings = _SVG.findall(component("status-mark", status, True, False, status))  # noqa: FBT003 - as templates
        found.update(zip(names, drawings, strict=True))
    for weight in ("warning", "caution", "note"):
        caveat = {"severity": weight, "label": "", "sentence": "", "address": ""}
        (found[weight],) = _SVG.findall(component("caveats", [caveat], str, str))
    return found


_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def masks() -> str:
    """Return styles that name each sign for marks whose words a script writes: `--x-sign` is its mask.

    Of a mask what is white is seen: the sign is white there, and what has the colour of the paper is black.
    """
    found = signs()
    names = {status: f".x-mark--{status}" for status in STATUSES}
    names |= {"contested": ".x-mark__contested", "contrary": ".x-mark__contrary"}
    return "".join(
        f'{selector}{{--x-sign:url("{_address(found[name])}")}}\n' for name, selector in names.items()
    )


def _address(svg: str) -> str:
    """Return a drawing as an address that holds it."""
    inside = svg[svg.index(">") + 1 :]
    coloured = inside.replace("currentColor", "#fff").replace("var(--x-paper)", "#000").replace('"', "'")
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='#fff'>{coloured}"
    return f"data:image/svg+xml,{quote(drawing, safe=_AS_IT_IS)}"


_AS_IT_IS = " =:/'()"
"""Signs that stand as they are in an address that a stylesheet quotes."""
