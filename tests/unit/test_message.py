"""Messages are sentences with named placeholders."""

from __future__ import annotations

import pytest

from explainer.messages import Message

SHOWN = Message("{count:,} witnesses show it to {whom}.", one="One witness shows it to {whom}.")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 witnesses show it to us."),
        (1, "One witness shows it to us."),
        (2, "2 witnesses show it to us."),
        (1200, "1,200 witnesses show it to us."),
    ],
)
def test_a_number_chooses_the_plural_category(count: int, said: str) -> None:
    assert SHOWN(count=count, whom="us") == said


def test_a_message_without_a_number_has_one_form() -> None:
    assert Message("It rests on {origin}.")(origin="a report", count=1) == "It rests on a report."


def test_braces_in_a_value_are_text() -> None:
    assert Message("It rests on {origin}.")(origin="{0} {status}") == "It rests on {0} {status}."


def test_a_placeholder_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="origin"):
        Message("It rests on {origin}.")()


def test_placeholders_are_those_of_every_category() -> None:
    assert SHOWN.placeholders == {"count", "whom"}
    assert Message("It rests on {origin}.", one="").placeholders == {"origin"}
    assert Message("Nothing.").placeholders == frozenset()
