"""Whatever the bytes: an answer, never an exception, and every mistake lies inside its file."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from explainer.caveats._cast import CAST, shelf
from explainer.checks import run
from explainer.diagnostics import Diagnostic, Mistake
from explainer.dossier import settle
from explainer.parsing import parse
from explainer.reading import understand
from explainer.values.edtf import EdtfDateValue, parse_date
from explainer.values.quantity import parse_quantity
from explainer.values.url import parse_url
from tests.property.worlds import SETTINGS

CAST_TEXT = CAST.read_text("utf-8")
TOKENS = [
    *(
        "a",
        "a:",
        "b: ",
        "- ",
        "\n",
        "\n  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        '"',
        "'",
        "#",
        " # ",
        "|",
        ">-",
        "&x",
        "*x",
        "!t",
        "%",
    ),
    *(
        "@",
        "---",
        "...",
        "?",
        ": ",
        "<<:",
        "\t",
        "\r\n",
        "\x00",
        "\u202e",
        "\u2028",
        "é",
        "e\u0301",
        "null",
        "[[x]]",
        "~",
    ),
]
yaml_like = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)


def lies_inside(problem: Diagnostic, text: str) -> bool:
    lines = text.replace("\r\n", "\n").split("\n")
    where = problem.position
    return 1 <= where.line <= len(lines) + 1 and 1 <= where.column <= max(len(line) for line in lines) + 2


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"a: \x85b")
@example(b"? ")
@example(b"? a\n? a")
@example(b"{a: b, a: c}")
@example(b"\xef\xbb\xbf")
@example(b"a: &a [*a]")
@example(b"a: |\n " + b" " * 500 + b"x")
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    document, problems = understand(raw, "content/actors/x.yml", "actors")
    assert document is not None or problems
    text = raw.decode("utf-8", "replace")
    assert [str(problem) for problem in problems if not lies_inside(problem, text)] == []


@given(yaml_like)
def test_text_that_is_nearly_yaml_is_read_or_refused(text: str) -> None:
    document, problems = understand(text.encode(), "content/claims/x.yml", "claims")
    assert document is not None or problems
    assert [str(problem) for problem in problems if not lies_inside(problem, text)] == []
    if document is not None:
        found = parse((document,)).diagnostics
        assert [str(problem) for problem in found if not lies_inside(problem, text)] == []


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw the cast with some lines taken out, doubled or cut, and some tokens put in."""
    lines = CAST_TEXT.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(4, len(lines) - 2))
        change = draw(st.sampled_from(["drop", "double", "cut", "put", "swap"]))
        if change == "drop":
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "cut":
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
        elif change == "put":
            lines[at] += draw(st.sampled_from(TOKENS))
        else:
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


@given(damaged())
def test_damaged_content_is_judged_as_far_as_it_can_be_read(text: str) -> None:
    found = shelf(text)
    dossier = settle(found.graph, SETTINGS)
    list(run(dossier, ()))
    assert [str(problem) for problem in found.diagnostics if not lies_inside(problem, text)] == []


@given(
    st.text(max_size=30)
    | st.from_regex(r"\A\[?[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?(/|\.\.)?[0-9X]{0,4}(-[0-9]{2}){0,2}\]?\Z")
)
def test_a_date_has_ordered_bounds_or_is_no_date(text: str) -> None:
    try:
        found = parse_date(text)
    except Mistake as mistake:
        assert mistake.code in ("bad-date", "impossible-date")  # noqa: PT017 - either way is right
        return
    assert isinstance(found, EdtfDateValue)
    assert found.earliest <= found.latest
    assert found.earliest <= found.end <= found.latest
    assert found.words
    assert found.iso.isascii()
    assert found.is_exact == (found.earliest == found.latest and not found.is_imprecise) or found.is_interval


@given(st.text(max_size=20))
def test_a_number_has_ordered_bounds_or_is_no_number(text: str) -> None:
    try:
        found = parse_quantity(text)
    except Mistake:
        return
    assert found.low is None or found.high is None or found.low <= found.high
    assert found.words


@given(st.text(max_size=40) | st.text(max_size=30).map("https://".__add__))
def test_an_address_is_plain_or_refused(text: str) -> None:
    try:
        found = parse_url(text)
    except Mistake:
        return
    assert found.lower().startswith(("http://", "https://"))
    assert not set(found) & set("<>\"'` \n\t\\")
