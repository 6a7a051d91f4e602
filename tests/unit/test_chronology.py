"""The order of events within a day: times, what came after what, else the order of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.checking import check
from explainer.checks import day_order
from explainer.chronology import in_order
from explainer.diagnostics import Mistake
from explainer.values.clock import parse_clock
from tests import examples
from tests.unit.content import Content


def _content(*events: str) -> Content:
    lines = []
    for number, event in enumerate(events):
        id, _, more = event.partition(" ")
        date = "" if "date:" in more else ", date: 2024-06-19"
        lines.append(
            f"  {id}: {{title: Case {number}, summary: S., nature: occurrence, strands: [works], "
            f"sources: [weekly]{date}"
            f"{', ' if more else ''}{more}}}"
        )
    return Content("timeline:\n" + "\n".join(lines) + "\n")


ORDERS = [
    ("the file’s order, not that of the ids", ["talks", "deal", "banquet"], "talks deal banquet"),
    ("times", ["c time: 21:00", "b time: 09:00", "a time: 14:30"], "b a c"),
    ("an event without a time goes with the one before it", ["x time: 14:00", "y", "a time: 09:00", "b"], "a b x y"),
    ("what stands before the first time is first", ["z", "x time: 14:00"], "z x"),
    ("after", ["banquet after: deal", "deal after: talks", "talks"], "talks deal banquet"),
    ("after lets what is ready go first", ["c after: a", "b", "a", "d"], "b a c d"),
    ("after an event of another day", ["c after: a", "b", "a date: 2024-06-20"], "c b a"),
    ("a circle loses nothing", ["a after: b", "b after: a", "c"], "c a b"),
    ("dates come first", ["b date: 2024-06-20", "a"], "a b"),
    ("a month begins with its first day", ["b date: 2024-06-02", "a date: 2024-06", "c date: 2024-06-01"], "c a b"),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "events", "wanted"), ORDERS, ids=[row[0] for row in ORDERS])
def test_events_stand_in_the_order_in_which_they_happened(_what: str, events: list[str], wanted: str) -> None:
    assert [entry.id for entry in in_order(_content(*events).graph)] == wanted.split()


WRONG = [
    ("a circle of two", ["a after: b", "b after: a"], ["error", "error"]),
    ("an earlier day", ["a after: b", "b date: 2024-06-20"], ["error"]),
    ("a later day, which orders itself", ["a after: b", "b date: 2024-06-18"], ["warning"]),
    ("a day within a month", ["a after: b", "b date: 2024-06"], ["warning"]),
    ("times that say the opposite", ["a time: 09:00, after: b", "b time: 10:00"], ["error"]),
    ("times that agree", ["a time: 10:00, after: b", "b time: 10:00"], []),
    ("leads into a circle of others", ["a after: b", "b after: c", "c after: b"], ["error", "error"]),
]


@pytest.mark.parametrize(("_what", "events", "wanted"), WRONG, ids=[row[0] for row in WRONG])
def test_an_order_that_cannot_be_is_told(_what: str, events: list[str], wanted: list[str]) -> None:
    found = list(day_order.check(_content(*events).dossier, ()))
    assert [one.severity.value for one in found] == wanted
    assert {one.code for one in found} <= {"wrong-order"}


def test_an_event_after_itself_is_a_reference_to_itself() -> None:
    assert _content("a after: a").mistakes == ["2:115 self-reference"]


@pytest.mark.parametrize("date", ["2024-06", "2024-06-19~", "2024-06-19/2024-06-20", "2024-06-19/2024-06-19"])
def test_an_hour_needs_a_day(date: str) -> None:
    found = _content(f"a time: 09:00, date: {date}").shelf.diagnostics
    assert [one.code for one in found] == ["time-without-day"]


@pytest.mark.parametrize("text", ["00:00", "09:05", "14:30", "23:59"])
def test_a_time_is_hours_and_minutes(text: str) -> None:
    assert parse_clock(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9:05", "write 09:05"),
        ("14.30", "write 14:30"),
        ("2:30 pm", "write 14:30"),
        ("12 a.m.", "write 00:00"),
        ("12pm", "write 12:00"),
        ("14", "for example"),
        ("24:00", "for example"),
        ("13 pm", "for example"),
        ("noon", "for example"),
        ("١٤:٣٠", "for example"),
    ],
)
def test_a_time_written_otherwise_is_answered_with_the_right_one(text: str, meant: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_clock(text)
    assert meant in refused.value.hint


def test_an_event_of_another_file_does_not_go_with_the_last_time_of_the_first(tmp_path: Path) -> None:
    text = (
        "{}:\n  title: {}\n  date: 2024-05-10\n  summary: S.\n  nature: occurrence\n"
        "  strands: [works]\n  sources: [post-report]\n"
    )
    files = {
        "content/timeline/a.yml": text.format("late", "Late") + "  time: 20:00\n",
        "content/timeline/b.yml": text.format("untimed", "Quite another"),
    }
    graph = check(examples.project(tmp_path / "project", files)).dossier.graph
    found = [entry.id for entry in in_order(graph) if entry.id in ("late", "untimed")]
    assert found == ["untimed", "late"]
