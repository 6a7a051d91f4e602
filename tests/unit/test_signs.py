"""Signs are read from the drawings that pages show."""

from __future__ import annotations

import math
import re
from urllib.parse import unquote

import pytest
from defusedxml.ElementTree import fromstring

from explainer.kinds._statuses import STATUSES
from explainer.outputs._signs import masks, signs
from explainer.signs import Area, Line, drawn


def parts(inner: str, box: str = "0 0 16 16") -> tuple[Area | Line, ...]:
    return drawn(f'<svg viewBox="{box}" aria-hidden="true">{inner}</svg>')[1]


def extent(points: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
    xs, ys = zip(*points, strict=True)
    return tuple(round(edge, 3) for edge in (min(xs), min(ys), max(xs), max(ys)))


def test_a_circle_is_filled_or_drawn() -> None:
    (disc,) = parts('<circle cx="8" cy="8" r="7" fill="currentColor"/>')
    assert isinstance(disc, Area)
    assert extent(disc.points) == (1, 1, 15, 15)
    (ring,) = parts('<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/>')
    assert isinstance(ring, Line)
    assert (ring.width, extent(ring.points)) == (1.6, (1.8, 1.8, 14.2, 14.2))


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M4.5 8h7", [(4.5, 8), (11.5, 8)]),
        ("M4.6 8.3 7 10.7 11.5 5.6", [(4.6, 8.3), (7, 10.7), (11.5, 5.6)]),
        ("M1 2V5H4", [(1, 2), (1, 5), (4, 5)]),
        ("M1 2v5h4l2-1", [(1, 2), (1, 7), (5, 7), (7, 6)]),
        ("M1 1l2 2 2 0", [(1, 1), (3, 3), (5, 3)]),
        ("M8 1.8 14.2 8 8 14.2 1.8 8z", [(8, 1.8), (14.2, 8), (8, 14.2), (1.8, 8), (8, 1.8)]),
    ],
)
def test_straight_lines(path: str, points: list[tuple[float, float]]) -> None:
    (line,) = parts(f'<path d="{path}" fill="none" stroke="currentColor"/>')
    assert line.points == tuple(points)


def test_a_path_may_lift_the_pen() -> None:
    first, second = parts('<path d="M3.2 3.2l9.6 9.6M12.8 3.2 3.2 12.8" fill="none" stroke="currentColor"/>')
    assert first.points == ((3.2, 3.2), (12.8, 12.8))
    assert second.points == ((12.8, 3.2), (3.2, 12.8))


def test_half_a_disc_lies_on_the_side_to_which_it_is_drawn() -> None:
    (left,) = parts('<path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor"/>')
    assert extent(left.points) == (1.8, 1.8, 8, 14.2)
    (right,) = parts('<path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>')
    assert extent(right.points) == (8, 1.8, 14.2, 14.2)


def test_a_curve_goes_where_its_ends_pull_it() -> None:
    (curve,) = parts('<path d="M8 7C15 7 14.5 16 20.8 16" fill="none" stroke="currentColor"/>', "0 0 32 32")
    assert (curve.points[0], curve.points[-1]) == ((8, 7), (20.8, 16))
    middle = curve.points[len(curve.points) // 2]
    assert middle == pytest.approx(((8 + 3 * 15 + 3 * 14.5 + 20.8) / 8, (7 + 3 * 7 + 3 * 16 + 16) / 8))


def test_a_box_has_round_corners() -> None:
    (box,) = parts(
        '<rect x="2.4" y="1.8" width="11.2" height="12.4" rx="1.4" fill="none" stroke="currentColor"/>'
    )
    assert extent(box.points) == (2.4, 1.8, 13.6, 14.2)
    assert (2.4, 1.8) not in box.points
    assert box.points[0] == box.points[-1]


def test_a_dashed_line_is_cut_into_strokes_as_long_as_it_says() -> None:
    dashes = parts('<path d="M0 0h10v3" fill="none" stroke="currentColor" stroke-dasharray="4 2"/>')
    assert [one.points for one in dashes] == [((0, 0), (4, 0)), ((6, 0), (10, 0)), ((10, 2), (10, 3))]
    ring = parts(
        '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-dasharray="2.4 2.5"/>'
    )
    assert len(ring) == math.ceil(2 * math.pi * 6.2 / 4.9)


def test_what_has_the_colour_of_the_paper_is_taken_out_of_the_sign() -> None:
    tick = parts('<path d="M1 1h2" fill="none" stroke="var(--x-paper)"/>')
    assert [one.paper for one in tick] == [True]


def test_a_sign_knows_its_square() -> None:
    assert drawn('<svg viewBox="0 0 32 32"><circle cx="7" cy="7" r="3"/></svg>')[0] == 32


def test_every_sign_of_the_pages_is_understood() -> None:
    found = signs()
    assert {"logo", "acknowledged", "did-not-come-about", "contested", "contrary", "warning"} <= set(found)
    for name, svg in found.items():
        side, pieces = drawn(svg)
        assert pieces, name
        elements = svg.count("<circle") + svg.count("<rect") + svg.count("<path")
        assert len(pieces) >= elements, name
        for piece in pieces:
            assert all(0 <= part <= side for part in extent(piece.points)), name
    assert len({svg for name, svg in found.items() if name != "logo"}) == len(found) - 1


def test_marks_that_scripts_write_show_the_same_drawings() -> None:
    found = signs()
    rule = re.compile(r'\.x-mark(?:--|__)([\w-]+)\{--x-sign:url\("data:image/svg\+xml,([^"]+)"\)\}')
    named = [rule.fullmatch(line) for line in masks().splitlines()]
    drawings = {one[1]: fromstring(unquote(one[2])) for one in named if one}
    assert drawings.keys() == {*STATUSES, "contested", "contrary"}
    assert len(drawings) == len(named)
    for name, drawing in drawings.items():
        of_page = fromstring(found[name].replace("currentColor", "#fff").replace("var(--x-paper)", "#000"))
        assert [dict(part.attrib) for part in drawing] == [dict(part.attrib) for part in of_page], name
        assert len(drawing) >= 1
        assert drawing.get("viewBox") == of_page.get("viewBox")
