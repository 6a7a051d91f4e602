"""What must hold for pictures, however much there is to draw."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from explainer.settings import Words
from explainer.views.pictures import axis, figures, naming, places, provenance, relations, timeline, treaty
from explainer.views.pictures.ground import Frame, countries, holds
from explainer.views.pictures.lettering import SIZE, brief, listed, px, shorten, width, wrap

Shape = dict[str, Any]


def numbers(drawn: object, keys: tuple[str, ...]) -> list[float]:
    """Return every number under these keys, at any depth."""
    if isinstance(drawn, dict):
        own = [value for key, value in drawn.items() if key in keys and isinstance(value, int | float)]
        return own + [number for value in drawn.values() for number in numbers(value, keys)]
    if isinstance(drawn, list | tuple):
        return [number for value in drawn for number in numbers(value, keys)]
    return []


def graph(reports: int, *, origins: int = 1, stance: str = "supports") -> Shape:
    """Return trails of so many reports, dealt out to so many origins."""

    def node(title: str) -> Shape:
        return {
            "title": title,
            "full": "",
            "address": "a/",
            "party": False,
            "named": True,
            "declared": True,
            "root": "",
        }

    return {
        "id": "x",
        "evidence": "#evidence",
        "origins_words": "some",
        "roots": {},
        "nodes": {f"r{i}": node(f"Paper {i}") for i in range(reports)}
        | {f"o{i}": node(f"Origin {i}") for i in range(origins)},
        "trails": [{"stance": stance, "steps": [f"r{i}", f"o{i % origins}"]} for i in range(reports)],
    }


def event(number: int, day: date, *, last: date | None = None, loose: bool = False) -> Shape:
    end = last or day
    bounds = {"earliest": day.isoformat(), "latest": end.isoformat(), "imprecise": loose}
    named = {"id": f"e{number}", "title": f"Event {number}", "address": f"e{number}/", "status": "reported"}
    named |= {"words": "reported", "nature": "occurrence"}
    return {**named, **bounds, "when": {"words": str(day)}}


def lane(events: list[Shape], name: str = "Strand") -> Shape:
    return {"id": name, "name": name, "address": "s/", "events": events}


def variants(found: Shape | None) -> list[Shape]:
    assert found is not None
    assert [one["name"] for one in found["variants"]] == ["wide", "narrow"]
    return list(found["variants"])


def test_text_is_cut_to_its_room() -> None:
    for room in (20.0, 60.0, 140.0):
        assert width(shorten("Central Committee of the Coast", room)) <= room
        assert all(width(line) <= room for line in wrap("Central Committee of the Coast and the Isles", room))
    assert shorten("short", 200) == "short"
    assert wrap("", 100) == []
    assert listed(["A", "B", "C"], 36) == "A, +2"
    assert brief("13 October 2023 – 1 May 2024") == "13 Oct 2023 – 1 May 2024"
    assert (px(1.04), px(2.0), px(-0.04)) == (1, 2, 0)


def test_a_wide_script_takes_more_room() -> None:
    assert width("신문") == 2 * SIZE


def test_one_report_needs_no_picture() -> None:
    assert provenance.picture(graph(1)) is None


def test_reports_that_came_the_same_way_share_a_line() -> None:
    found = provenance.picture(graph(30))
    for drawn in variants(found):
        assert len(drawn["lines"]) == 1
        assert drawn["height"] < 100
        assert any(line["text"] == "30 sources" for one in drawn["words"] for line in one["lines"])
    assert found is not None
    assert found["caption"] == "30 sources in support lead back to some: Origin 0."


def test_many_origins_with_one_report_each_share_a_box() -> None:
    for drawn in variants(provenance.picture(graph(40, origins=40))):
        assert len(drawn["boxes"]) == provenance.BOXES
        assert any("29 more" in line["text"] for one in drawn["words"] for line in one["lines"])


def test_a_denial_is_never_put_away() -> None:
    mixed = graph(40, origins=40)
    mixed["trails"][-1]["stance"] = "denies"
    for drawn in variants(provenance.picture(mixed)):
        assert [line["stance"] for line in drawn["lines"]].count("denies") == 1
        assert drawn["lines"][-1]["stance"] == "denies"


def test_the_order_of_trails_makes_no_difference() -> None:
    turned = graph(12, origins=5)
    turned["trails"] = turned["trails"][::-1]
    straight = provenance.picture(graph(12, origins=5))
    assert straight is not None
    assert straight["variants"][0]["boxes"] == variants(provenance.picture(turned))[0]["boxes"]


@pytest.mark.parametrize("total", [2, 150, 1500])
def test_a_timeline_stays_small(total: int) -> None:
    first = date(2022, 1, 3)
    dealt = [event(i, first + timedelta(days=(i * 7919) % 1500)) for i in range(total)]
    found = timeline.picture([lane(dealt[i::6], f"Strand {i}") for i in range(6)], "2026-03-17")
    for drawn in variants(found):
        assert drawn["height"] < 900
        for one in drawn["lanes"]:
            assert (
                bool(one["columns"]) == (one["count"] > timeline.MOST) or len(one["marks"]) <= timeline.MOST
            )
            if one["columns"]:
                assert (
                    sum(int(re.findall(r": (\d+) ", column["title"])[0]) for column in one["columns"])
                    == one["count"]
                )
        assert min(numbers(drawn["lanes"], ("x", "cx"))) >= 0
        assert max(numbers(drawn["lanes"], ("x", "cx"))) <= drawn["width"]


def test_years_long_ago_are_pressed_together() -> None:
    events = [
        event(1, date(1949, 3, 17)),
        event(2, date(2023, 1, 1)),
        event(3, date(2024, 5, 5), last=date(2024, 5, 31), loose=True),
    ]
    wide, narrow = variants(timeline.picture([lane(events)], "2024-12-31"))
    for drawn in (wide, narrow):
        assert drawn["axis"]["break"]
        assert drawn["years"][0]["text"] == "1949"
        marks = drawn["lanes"][0]["marks"]
        assert marks[0]["x"] < drawn["axis"]["zone"] <= marks[1]["x"]
        assert [mark["kind"] for mark in marks] == ["day", "day", "soft"]


def _axis(days: list[date], as_of: date) -> tuple[Shape, list[str]]:
    """Return the wide picture of events on these days, and the words along its axis."""
    wide, narrow = variants(
        timeline.picture([lane([event(i, day) for i, day in enumerate(days)])], as_of.isoformat())
    )
    for drawn in (wide, narrow):
        places = numbers(drawn["lanes"], ("x", "cx"))
        assert min(places) >= 0
        assert max(places) <= drawn["width"]
        labels = [tick for tick in drawn["years"] if tick["text"]]
        for left, right in pairwise(labels):
            assert left["x"] + width(left["text"]) <= right["x"]
    return wide, [tick["text"] for tick in wide["years"] if tick["text"]]


def test_a_week_names_its_days() -> None:
    drawn, words = _axis([date(2024, 5, 2 + i) for i in range(6)], date(2024, 5, 9))
    assert words[:3] == ["2 May", "3 May", "4 May"]
    marks = drawn["lanes"][0]["marks"]
    assert marks[-1]["x"] - marks[0]["x"] > drawn["width"] / 2


def test_a_year_names_its_months() -> None:
    _, words = _axis([date(2024, month, 9) for month in range(9, 13)], date(2025, 2, 1))
    assert words == ["Sep 2024", "Oct", "Nov", "Dec", "Jan 2025"]


def test_a_century_is_not_pressed_together() -> None:
    drawn, words = _axis([date(year, 6, 1) for year in range(1902, 2027, 6)], date(2026, 12, 31))
    assert not drawn["axis"]["break"]
    assert words[:3] == ["1910", "1920", "1930"]
    places = [mark["x"] for mark in drawn["lanes"][0]["marks"]]
    gaps = [right - left for left, right in pairwise(places)]
    assert max(gaps) - min(gaps) < 10  # to scale, but for the width of a mark


def test_two_thousand_years_name_centuries() -> None:
    drawn, words = _axis([date(year, 3, 15) for year in range(44, 2027, 90)], date(2026, 1, 1))
    assert words[:3] == ["100", "200", "300"]
    assert len(drawn["lanes"][0]["marks"]) == 23


def test_crowds_of_any_span_are_counted() -> None:
    of_a_week, of_years, of_a_century, of_ages = (date(year, 5, 1) for year in (2024, 2022, 1902, 44))
    for start, step in ((of_a_week, 0.05), (of_years, 9), (of_a_century, 300), (of_ages, 4500)):
        days = [start + timedelta(days=int(i * step)) for i in range(160)]
        drawn, _ = _axis(days, days[-1])
        columns = drawn["lanes"][0]["columns"]
        assert sum(int(re.findall(r": (\d+) ", column["title"])[0]) for column in columns) == 160
        for left, right in pairwise(columns):
            assert left["x"] + left["width"] <= right["x"] + 0.2, (start, left, right)


def test_a_long_silence_at_the_end_leaves_room_for_what_was() -> None:
    drawn, _ = _axis([date(2020, 5, 1), date(2020, 5, 20), date(2020, 6, 3)], date(2026, 3, 17))
    assert drawn["as_of"]["text"] == "as of 17 March 2026: nothing later"
    places = [mark["x"] for mark in drawn["lanes"][0]["marks"]]
    assert places[-1] - places[0] > drawn["width"] / 2
    drawn, _ = _axis([date(2020, 5, 1), date(2020, 5, 20), date(2020, 6, 3)], date(2020, 6, 20))
    assert drawn["as_of"]["text"] == "as of 20 June 2020"


@pytest.mark.parametrize(
    ("years", "start"),
    [
        ([2022, 2023, 2024], 2022),
        ([1949, 2022, 2023, 2023, 2024], 2022),
        ([1949, 1961, 1961, *[2022] * 8, 2024], 1949),  # three of twelve are more than a fifth
        ([1949, 1961, 1961, *[2022] * 12, 2024], 2022),
        ([2000, 2004, *range(2008, 2050)], 2000),  # too little time would be saved
        ([1949, 1952, 2022], 2022),
        ([2024], 2024),
    ],
)
def test_years_are_pressed_together_where_it_is_worth_it(years: list[int], start: int) -> None:
    assert axis.start_year(years) == start


def test_an_open_beginning_and_a_day_after_the_last_stay_in_the_picture() -> None:
    events = [
        event(1, date.min, last=date(2024, 2, 2), loose=True),
        event(2, date(2024, 6, 1), last=date(2030, 1, 1)),
    ]
    for drawn in variants(timeline.picture([lane(events)], "2024-12-31")):
        assert drawn["years"][0]["text"] == "Feb 2024"
        assert all(
            0 <= mark["x"] <= mark["x"] + mark["width"] <= drawn["width"]
            for mark in drawn["lanes"][0]["marks"]
        )


def figure(low: float | None, high: float | None, *, about: bool = False) -> Shape:
    return {
        "low": low,
        "high": high,
        "about": about,
        "party": False,
        "as_of": {"words": "May 2024"},
        "by": {"title": "Island", "address": "i/"},
    }


def plot(*rows: Shape) -> Shape | None:
    return figures.picture({"id": "x", "name": "Sent", "caption": "Sent (things): 5", "rows": list(rows)})


def test_one_number_needs_no_plot() -> None:
    assert plot(figure(5, 5)) is None
    assert plot(figure(0, 0), figure(0, 0)) is None


@pytest.mark.parametrize("top", [7, 60, 99, 101, 28_000, 5_500_000_000])
def test_a_plot_ends_where_its_numbers_end(top: float) -> None:
    for drawn in variants(plot(figure(1, 2), figure(top, top), figure(top, None), figure(None, top))):
        assert all(drawn["left"] - 7 <= tick["x"] <= drawn["right"] + 7 for tick in drawn["ticks"])
        assert all(row["x"] is None or drawn["left"] <= row["x"] <= drawn["right"] for row in drawn["rows"])
        labels = [tick["text"] for tick in drawn["ticks"] if tick["text"]]
        assert labels
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    "day",
    [
        "13 October 2023",
        "between 26 February 2026 and 27 February 2026",
        "about 12 September 2024, uncertain, in winter or early spring",
    ],
)
@pytest.mark.parametrize("name", ["HUR", "Ministry of Foreign Affairs of the Republic of the Southern Coast"])
def test_day_name_and_number_of_a_row_stand_apart_and_whole(day: str, name: str) -> None:
    rows = [figure(10, None), figure(2000, None)]
    for row in rows:
        row |= {"as_of": {"words": day}, "by": {**row["by"], "title": name}}
    for drawn in variants(plot(*rows)):
        boxes: list[tuple[int, float, float, float]] = []
        for at, row in enumerate(drawn["rows"]):
            assert not any("…" in line["text"] for part in ("when", "by") for line in row[part]["lines"])
            boxes += [
                (at, row["when"]["x"], row["when"]["x"] + width(one["text"], 12), one["y"])
                for one in row["when"]["lines"]
            ]
            boxes += [
                (at, row["by"]["x"], row["by"]["x"] + width(one["text"]), one["y"])
                for one in row["by"]["lines"]
            ]
            end = row["value"]["x"]
            boxes.append((at, end - width(row["value"]["text"]) * 1.06, end, row["value"]["y"]))
            assert all(y < row["y"] for own, _, _, y in boxes if own == at) or drawn["name"] == "wide"
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                touch = one[1] < other[2] and other[1] < one[2] and abs(one[3] - other[3]) < 13
                assert not touch, (drawn["name"], one, other)
        assert max(y for *_, y in boxes) < drawn["height"]


def test_numbers_are_said_in_few_letters() -> None:
    said = [
        figures.value(figure(*bounds))
        for bounds in ((1500, 1500), (600, None), (None, 3e6), (1.7e9, 5.5e9), (2.5, 2.5))
    ]
    assert said == ["1,500", "at least 600", "up to 3 million", "1.7 billion–5.5 billion", "2.5"]
    assert figures.value(figure(5, 5, about=True)) == "about 5"


def test_places_on_both_sides_of_the_date_line_are_near_each_other() -> None:
    def at(id: str, longitude: float) -> Shape:
        return {
            "id": id,
            "title": id,
            "address": "p/",
            "latitude": 0.0,
            "longitude": longitude,
            "approximate": False,
            "count": 1,
        }

    assert len(places.together([at(str(i), 179.0 + i * 0.5 - (360 if i > 2 else 0)) for i in range(5)])) == 1
    assert places.together([at("a", 0.0), at("b", 1.0)]) == []


def test_names_on_a_map_do_not_touch() -> None:
    crowd = [
        {
            "id": f"p{i}",
            "title": f"Place number {i}",
            "address": "p/",
            "latitude": 50 + i % 5 / 4,
            "longitude": 30 + i / 9,
            "approximate": False,
            "count": i,
        }
        for i in range(25)
    ]
    for drawn in variants(places.picture(crowd)):
        boxes = []
        for view in drawn["views"]:
            for spot in view["spots"]:
                if label := spot["label"]:
                    long = width(label["text"], naming.SMALL)
                    left = label["x"] - {"": 0, "x-end": long, "x-mid": long / 2}[label["anchor"]]
                    boxes.append((left, label["y"] - 10, left + long, label["y"] + 3))
        assert boxes
        for index, (left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left <= right <= drawn["width"]
            assert not any(
                left < b[2] - 0.2 and b[0] < right - 0.2 and top < b[3] - 0.2 and b[1] < bottom - 0.2
                for b in boxes[:index]
            )


def _place(id: str, longitude: float, latitude: float, count: int = 1, **more: Any) -> Shape:
    return {
        "id": id,
        "title": id.capitalize(),
        "address": "p/",
        "latitude": latitude,
        "longitude": longitude,
        "approximate": False,
        "count": count,
        **more,
    }


CLOSE = [_place(f"near-{i}", 30 + i / 2, 50 + i % 2, lands=[("UA", "Ukraine")]) for i in range(5)]
"""Places near each other, in one country."""


def test_closer_views_come_first_and_what_lies_elsewhere_is_small_on_the_last() -> None:
    far = _place("far", -74, 40, count=100, lands=[("US", "United States")])
    picture = places.picture([*CLOSE, far])
    assert picture is not None
    assert picture["caption"] == "6 places on the map. The last drawing shows where the closer views lie."
    for drawn in picture["variants"]:
        first, last = drawn["views"]
        assert (first["letter"], len(first["spots"]), last["letter"]) == ("A", 5, "")
        assert first["height"] > last["height"]
        assert [frame["letter"] for frame in last["frames"]] == ["A"]
        assert all(last["y"] < frame["base"] < last["y"] + last["height"] for frame in last["frames"])
        assert len({spot["r"] for spot in last["spots"]}) == 1
        assert {one["text"] for one in first["countries"]} == {"Ukraine"}


def test_the_name_of_a_country_lies_on_its_ground_or_on_the_sea() -> None:
    frame = Frame(28.0, 54.0, 40.0, 0.63, 0, 0, 300, 300)
    found = naming.country_name("UA", "Ukraine", frame, [])
    assert found is not None
    assert holds(countries(frame)["UA"], (found["x"], found["y"]))
    long = naming.country_name("UA", "Ukraine" * 9, frame, [])
    assert long is None


def test_a_name_without_room_beside_its_sign_stands_at_the_end_of_a_line() -> None:
    frame = Frame(28.0, 54.0, 40.0, 0.63, 0, 0, 300, 300)
    spot = {"place": _place("crowded", 30, 50), "x": 150.0, "y": 150.0, "r": 3.0}
    around = [(80.0, 135.0, 146.9, 165.0), (153.1, 135.0, 220.0, 165.0), (80.0, 153.1, 220.0, 165.0)]
    label = naming.labels([spot], frame, [(147.0, 147.0, 153.0, 153.0), *around])["crowded"]
    assert label["line"] is not None
    assert naming.labels([spot], frame, [(147.0, 147.0, 153.0, 153.0)])["crowded"]["line"] is None


def test_without_a_party_there_is_no_picture_of_relations() -> None:
    assert relations.picture({"parties": [], "others": [], "ties": [], "treaties": [], "groups": []}) is None


def _standing(ties: str, treaties: tuple[str, ...] = (), parties: str = "abcd") -> dict[str, Any]:
    """Return who stands where; “a+b” is an alliance, “a-b” opposition, “a~b” an alliance that ended."""
    types = {"+": "allied-with", "-": "opposes", "~": "allied-with"}
    return {
        "parties": [
            {"id": id, "title": id.upper(), "address": "a/", "parts": 1, "heads": []} for id in parties
        ],
        "others": [],
        "ties": [
            {
                "from": tie[0],
                "to": tie[2],
                "type": types[tie[1]],
                "words": types[tie[1]],
                "words_it": f"{types[tie[1]]} it",
                "span": "",
                "ended": tie[1] == "~",
            }
            for tie in ties.split()
        ],
        "treaties": [
            {"parties": list(signed), "title": "Treaty", "address": "t/", "span": "signed 2024"}
            for signed in treaties
        ],
        "groups": [],
    }


SIDES = [
    ("a+d b-d", (), [["a", "d"], ["b"], ["c"]]),
    # who signs a treaty with another may still stand against it
    ("", ("abc",), [["a"], ["b"], ["c"], ["d"]]),
    ("b-c", ("abc",), [["a"], ["d"], ["b"], ["c"]]),
    ("a+b b+c", (), [["a", "b", "c"], ["d"]]),
    # an ally’s ally whom one opposes is not drawn beside one
    ("a+b b+c c-a", (), [["b", "a"], ["d"], ["c"]]),
    ("a~b c+d", (), [["c", "d"], ["a"], ["b"]]),
]


@pytest.mark.parametrize(("ties", "treaties", "sides"), SIDES, ids=[f"{row[0]} {row[1]}" for row in SIDES])
def test_sides_are_made_of_declared_support_and_never_of_a_treaty(
    ties: str, treaties: tuple[str, ...], sides: list[list[str]]
) -> None:
    found = relations.sides_of(_standing(ties, treaties))
    assert sorted(map(sorted, found)) == sorted(map(sorted, sides))


def test_the_picture_of_relations_names_three_parties_in_the_site_s_words() -> None:
    words = Words(party="party to the dispute", parties="parties to the dispute")
    drawn = relations.picture(_standing("b-c", ("abc",), "abc"), words)
    assert drawn is not None
    assert drawn["caption"] == "The parties to the dispute: A, B and C. Below, what ties them to each other."
    wide = drawn["variants"][0]
    assert [line["text"] for line in wide["head"]["lines"]] == ["Parties to the dispute"]
    assert wide["sides"] == []
    said = {line["text"] for one in wide["crossings"] for line in one["words"]["lines"]}
    assert said == {"opposes", "treaty, signed 2024"}
    one = relations.picture(_standing("", (), "a"))
    assert one is not None
    assert one["caption"] == "The party: A."
    tied = relations.picture(
        {**_standing("b+a", (), "a"), "others": [{"id": "b", "title": "B", "address": "b/"}]}
    )
    assert tied is not None
    assert tied["caption"] == "The party: A. Below, what ties others to it."
    some = relations.picture(_standing("a+b", ("bc",), "abcd"))
    assert some is not None
    told = "The parties: on one side A and B, each for itself C and D. Below, what ties them to each other."
    assert some["caption"] == told
    assert "treaty, signed 2024" in {
        " ".join(line["text"] for line in one["words"]["lines"]) for one in some["variants"][0]["crossings"]
    }


@pytest.mark.parametrize(("ties", "hollow"), [("b+a", False), ("a+b", True), ("a+b b+a", False)])
def test_a_dot_is_hollow_where_the_party_alone_does_something(ties: str, *, hollow: bool) -> None:
    standing = {**_standing(ties, (), "a"), "others": [{"id": "b", "title": "B", "address": "b/"}]}
    for tie in standing["ties"]:
        tie["words"] = "helps: with arms"
    drawn = relations.picture(standing)
    assert drawn is not None
    for variant in drawn["variants"]:
        assert [cell["hollow"] for row in variant["rows"] for cell in row["cells"]] == [hollow]


def test_on_a_phone_names_are_broken_and_not_cut() -> None:
    crowd = graph(6, origins=2)
    crowd["nodes"]["r0"]["title"] = "The Coast and Harbour Gazette"
    crowd["nodes"]["o0"]["title"] = "Central Commission of the Workers of the Coast and Isles"
    _, narrow = variants(provenance.picture(crowd))
    texts = [line["text"] for one in narrow["words"] for line in one["lines"]]
    assert "…" not in "".join(texts)
    assert "+2" in texts
    givers = [figure(n, n) for n in (5, 80)]
    for one in givers:
        one["by"]["title"] = "South Korean Ministry of National Defence"
    service = {"title": "Defence Intelligence Agency of the Northern Coast", "address": "s/"}
    givers.append({**figure(5_000_000, 12_000_000), "by": service})
    _, drawn = variants(plot(*givers))
    assert [len(row["by"]["lines"]) for row in drawn["rows"]] == [2, 2, 4]
    assert "…" not in "".join(line["text"] for row in drawn["rows"] for line in row["by"]["lines"])


def test_no_lane_of_the_picture_of_relations_runs_through_words() -> None:
    standing = _standing("a-c d-b", ("ac",), "abc")
    standing["ties"][0]["span"] = "since 24 February 2022 and until further notice"
    standing["others"] = [{"id": "d", "title": "D", "address": "a/"}]
    standing["ties"][1]["span"] = "since 14 October 2006"
    for drawn in variants(relations.picture(standing)):
        lanes = [lane["x"] for lane in drawn["lanes"]]
        said = [(one["words"], SIZE) for one in drawn["crossings"]]
        said += [(cell["words"], 12.0) for row in drawn["rows"] for cell in row["cells"]]
        assert len(said) == 3
        for words, size in said:
            for line in words["lines"]:
                left, right = words["x"], words["x"] + width(line["text"], size)
                assert not [lane for lane in lanes if left < lane < right]


def _step(day: str, step: str, party: str = "") -> dict[str, Any]:
    words = {"signed": "Signed", "acceded": "Acceded", "in-force": "In force"}[step]
    who = {"title": party} if party else None
    return {
        "step": step,
        "words": words,
        "party": who,
        "day": day,
        "when": {"words": day},
        "by": [],
        "sources": [],
    }


def test_names_above_the_lanes_of_a_treaty_keep_to_their_lanes() -> None:
    names = ["Example Town", "Example Institute for Public Works", "The Example Gazette"]
    lanes: list[dict[str, Any]] = [
        {"party": {"title": name, "address": "a/"}, "steps": [_step(f"2015-0{month}-01", "acceded", name)]}
        for month, name in enumerate(names, 1)
    ]
    for drawn in variants(treaty.picture("t", [*lanes, {"party": None, "steps": []}])):
        ends = [*(head["x"] for head in drawn["heads"][1:]), drawn["width"]]
        assert len(ends) == 3
        for head, end in zip(drawn["heads"], ends, strict=True):
            assert " ".join(line["text"] for line in head["lines"]) == head["full"]
            assert all(head["x"] + 1.08 * width(line["text"], SIZE) < end for line in head["lines"])
            assert head["lines"][-1]["y"] < drawn["top"]


def test_signatures_of_one_day_are_drawn_as_one() -> None:
    def lanes(*parties: str) -> list[dict[str, Any]]:
        own = [
            {"party": {"title": name, "address": "a/"}, "steps": [_step("2015-03-23", "signed", name)]}
            for name in parties
        ]
        return [*own, {"party": None, "steps": [_step("2016-01-01", "in-force")]}]

    def told(found: dict[str, Any] | None) -> list[tuple[bool, str]]:
        assert found is not None
        steps = found["variants"][0]["steps"]
        return [(step["joint"], " ".join(line["text"] for line in step["lines"])) for step in steps]

    assert told(treaty.picture("t", lanes("A", "B", "C"))) == [(True, "Signed"), (True, "In force")]
    late = lanes("A", "B", "C")
    late[2]["steps"] = [_step("2015-06-01", "acceded", "C")]
    found = treaty.picture("t", late)
    assert told(found) == [(True, "Signed: A and B"), (False, "Acceded"), (True, "In force")]
    assert found is not None
    assert (
        found["caption"] == "From 2015-03-23 to 2016-01-01: what each party did, and what they did together."
    )
