"""Dates as sources give them: what can be written, what it means, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.diagnostics import Mistake
from explainer.values.edtf import day_words, parse_date

DAY = date(2024, 10, 14)

MEANINGS = [
    # text, first day, last day, words, reduced ISO
    ("2024-10-14", DAY, DAY, "14 October 2024", "2024-10-14"),
    ("2024-10", date(2024, 10, 1), date(2024, 10, 31), "October 2024", "2024-10"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024", "2024-02"),
    ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
    ("2024-XX", date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
    ("2024-10-XX", date(2024, 10, 1), date(2024, 10, 31), "October 2024", "2024-10"),
    ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
    ("202X", date(2020, 1, 1), date(2029, 12, 31), "the 2020s", "2020-01-01/2029-12-31"),
    ("200X", date(2000, 1, 1), date(2009, 12, 31), "2000–2009", "2000-01-01/2009-12-31"),
    ("210X", date(2100, 1, 1), date(2109, 12, 31), "2100–2109", "2100-01-01/2109-12-31"),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31), "2000–2099", "2000-01-01/2099-12-31"),
    ("16XX~", date(1600, 1, 1), date(1699, 12, 31), "about 1600–1699", "1600-01-01/1699-12-31"),
    ("202X~", date(2020, 1, 1), date(2029, 12, 31), "about the 2020s", "2020-01-01/2029-12-31"),
    ("2024-06-19/2024-06-19", date(2024, 6, 19), date(2024, 6, 19), "19 June 2024", None),
    ("2024-06/2024-06", date(2024, 6, 1), date(2024, 6, 30), "June 2024", "2024-06-01/2024-06-30"),
    ("2024-06~/2024-06~", date(2024, 6, 1), date(2024, 6, 30), "about June 2024", "2024-06-01/2024-06-30"),
    ("[2024-06-19..2024-06-19]", date(2024, 6, 19), date(2024, 6, 19), "19 June 2024", "2024-06-19"),
    ("9998-12", date(9998, 12, 1), date(9998, 12, 31), "December 9998", "9998-12"),
    ("2023-21", date(2023, 3, 1), date(2023, 5, 31), "spring 2023", "2023"),
    ("2023-23", date(2023, 9, 1), date(2023, 11, 30), "autumn 2023", "2023"),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "winter 2023–24", "2023-12-01/2024-02-29"),
    ("1999-24", date(1999, 12, 1), date(2000, 2, 29), "winter 1999–00", "1999-12-01/2000-02-29"),
    ("2024-10~", date(2024, 10, 1), date(2024, 10, 31), "about October 2024", "2024-10"),
    ("2024-10-14?", DAY, DAY, "14 October 2024 (uncertain)", "2024-10-14"),
    ("2024-10-14%", DAY, DAY, "about 14 October 2024 (uncertain)", "2024-10-14"),
    ("2024-10-08/2024-10-13", date(2024, 10, 8), date(2024, 10, 13), "8–13 October 2024", None),
    ("2024-10-28/2024-11-03", date(2024, 10, 28), date(2024, 11, 3), "28 October – 3 November 2024", None),
    (
        "2024-12-28/2025-01-03",
        date(2024, 12, 28),
        date(2025, 1, 3),
        "28 December 2024 – 3 January 2025",
        None,
    ),
    ("2024-10-08/2024-10", date(2024, 10, 8), date(2024, 10, 31), "8 October 2024 – October 2024", None),
    ("2024-10-08/..", date(2024, 10, 8), date.max, "since 8 October 2024", "2024-10-08/.."),
    ("2024-10-08/", date(2024, 10, 8), date.max, "from 8 October 2024, end not known", "2024-10-08/.."),
    ("/2024-10", date.min, date(2024, 10, 31), "until October 2024, beginning not known", "../2024-10-31"),
    ("../2024-10", date.min, date(2024, 10, 31), "until October 2024", "../2024-10-31"),
    (
        "[2024-10-08..2024-10-18]",
        date(2024, 10, 8),
        date(2024, 10, 18),
        "between 8 and 18 October 2024",
        "2024",
    ),
    (
        "[2024-09-30..2024-10-18]",
        date(2024, 9, 30),
        date(2024, 10, 18),
        "between 30 September and 18 October 2024",
        "2024",
    ),
    (
        "[2023-12-30..2024-01-02]",
        date(2023, 12, 30),
        date(2024, 1, 2),
        "between 30 December 2023 and 2 January 2024",
        "2023-12-30/2024-01-02",
    ),
    (
        "[2024-10-08~..2024-10-18]",
        date(2024, 10, 8),
        date(2024, 10, 18),
        "between about 8 October 2024 and 18 October 2024",
        "2024",
    ),
    ("2023/2024", date(2023, 1, 1), date(2024, 12, 31), "2023 – 2024", "2023-01-01/2024-12-31"),
    ("2023/2024-10", date(2023, 1, 1), date(2024, 10, 31), "2023 – October 2024", "2023-01-01/2024-10-31"),
    ("[..2024-10]", date.min, date(2024, 10, 31), "by October 2024", "../2024-10-31"),
    ("[2024-10..]", date(2024, 10, 1), date.max, "October 2024 or later", "2024-10-01/.."),
    (" 2024-10-14 ", DAY, DAY, "14 October 2024", "2024-10-14"),
]


@pytest.mark.parametrize(
    ("text", "first", "last", "words", "iso"), MEANINGS, ids=[row[0] for row in MEANINGS]
)
def test_a_date_means_its_bounds_and_says_its_words(
    text: str, first: date, last: date, words: str, iso: str | None
) -> None:
    found = parse_date(text)
    assert (found.earliest, found.latest, found.words) == (first, last, words)
    assert found.iso == (text if iso is None else iso) or text == "2024-10-08/2024-10"


NOT_DATES = [
    "", " ", "14.10.2024", "2024-6-1", "2024/06/19/20", "June 2024", "2024-10-1X", "2024-1X", "2XXX", "XXXX-12",
    "2024-XX-14", "202X-05", "2024-21-03", "~2024", "2024~?", "2024?~", "2024-10-14T10:00",
    "[2024-10]", "[..]", "[2024, 2025]", "[2024/2025]", "2024..2025", "/", "../..", "[", "]", "..", "2024-10-14/x",
    "２０２４", "[2024..2024-10~", "2024..2024-10]", "٢٠٢٤", "2024-10-14\n2024", "2024\n/2025", "null",
    "2024 10 14", "20241014",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_not_written_as_a_date_is_refused(text: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_date(text)
    assert refused.value.code == "bad-date"
    assert refused.value.hint


def test_months_have_english_names_and_may_be_misspelt_behind_their_fourth_letter() -> None:
    assert " ".join(day_words(date(2024, month, 1)).split()[1] for month in range(1, 13)) == (
        "January February March April May June July August September October November December"
    )
    with pytest.raises(Mistake) as refused:
        parse_date("Septmber 2024")
    assert refused.value.hint == "write 2024-09"


def test_the_first_and_the_last_year_can_be_written() -> None:
    assert parse_date("0001").earliest == date(1, 1, 1)
    assert parse_date("9998").latest == date(9998, 12, 31)
    assert parse_date("001X").words == "the 10s"
    assert parse_date("202X-XX").words == parse_date("202X-XX-XX").words == "the 2020s"
    assert parse_date("998X").latest == date(9989, 12, 31)


IMPOSSIBLE = ["2024-13", "2024-00", "2024-25", "2023-02-29", "2024-06-31", "2024-06-00", "0000", "000X", "999X", "99XX",
              "9999", "9999-12", "9999-12-15", "9999-12-31", "9999-12-31~", "9999-24", "2024-06-19/9999-12-31",
              "[2024..9999-12-31]", "-0044", "-0044-03-15", "Y20240", "Y-50000", "12024", "44 BC", "44 bce",
              "2024-10-13/2024-10-08", "2025/2024", "[2024-10-18..2024-10-08]", "2024-06/2024-05-31"]  # fmt: skip


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_date(text)
    assert refused.value.code == "impossible-date"


@pytest.mark.parametrize(
    ("text", "imprecise"),
    [
        ("2024-10-14", False),
        ("2024-10", True),
        ("2024-10-14~", True),
        ("2024-10-14?", True),
        ("[2024-10-08..2024-10-18]", True),
        ("2024-10-08/2024-10-13", False),
        ("2024-10-08~/2024-10-13", True),
    ],
)
def test_a_span_is_precise_and_a_choice_is_not(text: str, *, imprecise: bool) -> None:
    assert parse_date(text).is_imprecise is imprecise


def test_dates_sort_by_their_first_day_then_their_last() -> None:
    texts = ["2024-10-14", "2024", "2024-10", "[..2024-10]", "2023-24", "2024-10-14/.."]
    assert sorted(texts, key=lambda text: parse_date(text).order) == [
        "[..2024-10]", "2023-24", "2024", "2024-10", "2024-10-14", "2024-10-14/..",
    ]  # fmt: skip


def test_an_open_end_ends_for_reckoning_where_it_begins() -> None:
    assert parse_date("2024-10-08/..").end == date(2024, 10, 8)
    assert parse_date("2024-10").end == date(2024, 10, 31)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("9999-12-31", "write 2024-06-19/.. for something that goes on"),
        ("2023-05/9999-12-31", "write 2023-05/.. for something that goes on"),
    ],
)
def test_a_databases_word_for_no_day_is_answered_with_ours(text: str, hint: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_date(text)
    assert refused.value.hint.startswith(hint)


def test_the_answer_to_a_bad_date_tells_what_goes_on_from_what_is_not_known() -> None:
    with pytest.raises(Mistake) as refused:
        parse_date("some day")
    assert "a/.. (goes on), a/ (its end is not known)" in refused.value.hint


def test_one_day_written_as_a_choice_is_certain() -> None:
    assert not parse_date("[2024-06-19..2024-06-19]").is_imprecise
    assert parse_date("[2024-06-19..2024-06-20]").is_imprecise


def test_a_day_is_said_without_the_machines_locale() -> None:
    assert day_words(date(2024, 5, 1)) == "1 May 2024"


WRITE = (
    "write 2024-06-19, 2024-06, 2024, 2023-23 (autumn), 2024-10~ (about), a/b (from, to), a/.. (goes on), "
    "a/ (its end is not known) or '[a..b]' (some time between), with the quotation marks"
)


SAID = [
    (
        "-0044-03-15",
        "impossible-date",
        "“-0044-03-15” is a year before the first or after the last that can be shown",
        "write a year from 0001 to 9998",
    ),
    (
        "Y12024",
        "impossible-date",
        "“Y12024” is a year before the first or after the last that can be shown",
        "write a year from 0001 to 9998",
    ),
    (
        "12024",
        "impossible-date",
        "“12024” is a year before the first or after the last that can be shown",
        "write a year from 0001 to 9998",
    ),
    (
        "44 BC",
        "impossible-date",
        "“44 BC” is a year before the first or after the last that can be shown",
        "write a year from 0001 to 9998",
    ),
    ("0000", "impossible-date", "“0000” is before the first year", "write a year from 0001 to 9998"),
    ("000X", "impossible-date", "“000X” is before the first year", "write a year from 0001 to 9998"),
    (
        "9999-12-31",
        "impossible-date",
        "“9999-12-31”: databases write this day where there is none",
        "write 2024-06-19/.. for something that goes on, or leave the line out where the day is not known",
    ),
    ("999X", "impossible-date", "“999X” is after the last year", "write a year from 0001 to 9998"),
    ("200X-05", "bad-date", "“200X-05” gives a month of an unknown year", WRITE),
    ("20XX-XX-05", "bad-date", "“20XX-XX-05” gives a month of an unknown year", WRITE),
    (
        "2024-13",
        "impossible-date",
        "“2024-13”: there is no month 13",
        "months run from 01 to 12, seasons from 21 to 24",
    ),
    (
        "2024-00",
        "impossible-date",
        "“2024-00”: there is no month 00",
        "months run from 01 to 12, seasons from 21 to 24",
    ),
    ("2024-XX-05", "bad-date", "“2024-XX-05” gives a day of an unknown month", WRITE),
    ("2024-02-30", "impossible-date", "“2024-02-30”: February 2024 has 29 days", "check the day"),
    ("2024-04-00", "impossible-date", "“2024-04-00”: April 2024 has 30 days", "check the day"),
    ("2024-23-05", "bad-date", "“2024-23-05” gives a day of a season", WRITE),
    (
        "2024-10-08/2023",
        "impossible-date",
        "“2024-10-08/2023” ends before it begins",
        "write the earlier date first",
    ),
    ("[..]", "bad-date", "“[..]” is not a date", WRITE),
    ("/", "bad-date", "“/” is not a date", WRITE),
    ("../..", "bad-date", "“../..” is not a date", WRITE),
    ("a/b/c", "bad-date", "“a/b/c” is not a date", WRITE),
    (
        "2024-06/9999-01",
        "impossible-date",
        "“2024-06/9999-01”: databases write this day where there is none",
        "write 2024-06/.. for something that goes on, or 2024-06/ where the end is not known",
    ),
    (
        "9999/2024",
        "impossible-date",
        "“9999”: databases write this day where there is none",
        "write 2024-06-19/.. for something that goes on, or leave the line out where the day is not known",
    ),
    ("2024-5-3", "bad-date", "“2024-5-3” is not a date", "write 2024-05-03"),
    ("2024/05/03", "bad-date", "“2024/05/03” is not a date", "write 2024-05-03"),
    ("3. 5. 2024", "bad-date", "“3. 5. 2024” is not a date", "write 2024-05-03"),
    ("3rd of May 2024", "bad-date", "“3rd of May 2024” is not a date", "write 2024-05-03"),
    ("3 May, 2024", "bad-date", "“3 May, 2024” is not a date", "write 2024-05-03"),
    ("May 3rd, 2024", "bad-date", "“May 3rd, 2024” is not a date", "write 2024-05-03"),
    ("May of 2024", "bad-date", "“May of 2024” is not a date", "write 2024-05"),
    ("Fall 2024", "bad-date", "“Fall 2024” is not a date", "write 2024-23"),
    ("Autumn 2024", "bad-date", "“Autumn 2024” is not a date", "write 2024-23"),
    ("23/05/2024", "bad-date", "“23/05/2024” is not a date", "write 2024-05-23"),
    ("20240503", "bad-date", "“20240503” is not a date", "write 2024-05-03"),
    ("2024–05–03", "bad-date", "“2024–05–03” is not a date", "write 2024-05-03"),
    ("2024-05-03T10:00:00Z", "bad-date", "“2024-05-03T10:00:00Z” is not a date", "write 2024-05-03"),
    ("Friday, 3 May 2024", "bad-date", "“Friday, 3 May 2024” is not a date", "write 2024-05-03"),
    ("about May 2024", "bad-date", "“about May 2024” is not a date", "write 2024-05~"),
    ("c. 2024", "bad-date", "“c. 2024” is not a date", "write 2024~"),
    (
        "2024-05-01 to 2024-06-01",
        "bad-date",
        "“2024-05-01 to 2024-06-01” is not a date",
        "write 2024-05-01/2024-06-01 (from, to) or '[2024-05-01..2024-06-01]' (some time between)",
    ),
    ("2024-02-30..2024-06-01", "bad-date", "“2024-02-30..2024-06-01” is not a date", WRITE),
    ("2024-05-01..2024-02-30", "bad-date", "“2024-05-01..2024-02-30” is not a date", WRITE),
    ("Feb 30 2024", "bad-date", "“Feb 30 2024” is not a date", WRITE),
    ("sometime", "bad-date", "“sometime” is not a date", WRITE),
    ("Smarch 2024", "bad-date", "“Smarch 2024” is not a date", WRITE),
    ("December 2024", "bad-date", "“December 2024” is not a date", "write 2024-12"),
    ("1/2024", "bad-date", "“1” is not a date", WRITE),
]


@pytest.mark.parametrize(("text", "code", "message", "hint"), SAID, ids=[row[0] for row in SAID])
def test_what_is_said_of_a_date_that_is_refused(text: str, code: str, message: str, hint: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_date(text)
    assert (refused.value.code, refused.value.message, refused.value.hint) == (code, message, hint)
