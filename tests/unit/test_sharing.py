"""Pictures that other sites show beside a link: what they say, where it stands, and when there is none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from explainer.checking import check
from explainer.composing import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    SIZES,
    SMALLEST,
    WIDTH,
    Bar,
    Dress,
    Sheet,
    Sign,
    Text,
    colour_of,
    composed,
)
from explainer.dossier import Dossier
from explainer.kinds._statuses import OF_CLAIMS
from explainer.looks import TEXT_CONTRAST, Look, contrast, light
from explainer.outputs import share
from explainer.prose import Page
from explainer.views import sharing
from explainer.views.sharing import Told
from tests.unit.content import Content

ROOT = Path(__file__).parents[2]
DRESS = Dress("The lake, explained", light(Look()))

TOLD = Told(
    heading="The weir was closed in May.",
    status="alleged",
    signs=(("alleged", "alleged"), ("contested", "contested")),
    beside="one origin",
    weight="caution",
    label="Denied",
    caveat="Northland denied it on 3 June 2024.",
    foot="As of 31 December 2024",
)

CLAIM = """
claims:
  weir-closed:
    title: The weir
    statement: {statement}
    topic: river
    kind: fact
    about: [northland]
    first_made: 2024-05-03
    made_by: [northland]
    evidence:
      - {{source: weekly, stance: supports, basis: statement, origin: northland}}
"""


def half(face: str, size: int, text: str) -> float:
    """Measure a text as if each letter were half as wide as it is high."""
    return size * len(text) * (0.55 if face == "bold" else 0.5)


def sheet(told: Told = TOLD, dress: Dress = DRESS) -> Sheet:
    return composed(told, dress, half)


def dossier_of(statement: str, *pages: Page, name: str = "Tests") -> Dossier:
    found = Content(CLAIM.format(statement=statement)).dossier
    settings = replace(found.settings, site_url="https://example.org/", site_name=name)
    return replace(found, settings=settings, pages=pages)


def headings(made: Sheet) -> list[Text]:
    return [one for one in made.items if isinstance(one, Text) and one.face == "serif"]


def test_a_claim_shows_statement_status_doubt_day_and_site() -> None:
    lines = sheet().lines
    for words in (
        "The lake, explained", "The weir was closed in May.", "alleged", "contested", "one origin", "Denied:",
        "Northland denied it on 3 June 2024.", "As of 31 December 2024",
    ):  # fmt: skip
        assert words in lines
    signs = [one.name for one in sheet().items if isinstance(one, Sign)]
    assert sorted(signs) == ["alleged", "caution", "contested", "logo"]


LONG = "In the third year of the drought the two towns agreed upon water " * 8


@pytest.mark.parametrize(
    "heading", ["Rain.", LONG[:110], LONG[:180], LONG, "W" * 300, f"{'W' * 50} and rain"]
)
@pytest.mark.parametrize("caveat", ["", "It is so.", LONG, "Unbreakable" * 20])
@pytest.mark.parametrize("contrary", ["", "contrary corroborated"])
def test_everything_stands_within_the_margins_and_nothing_upon_another(
    heading: str, caveat: str, contrary: str
) -> None:
    signs = (*TOLD.signs, *([("contrary", contrary)] if contrary else []))
    made = sheet(replace(TOLD, heading=heading, caveat=caveat, signs=signs))
    rows: dict[float, list[Text]] = {}
    for one in made.items:
        if isinstance(one, Text):
            assert one.size >= SMALLEST
            assert one.x >= LEFT
            assert one.x + half(one.face, one.size, one.text) <= RIGHT
            rows.setdefault(one.y, []).append(one)
        elif isinstance(one, Bar):
            assert one.x + one.width <= WIDTH
            assert one.y + one.height <= HEIGHT
    lines = sorted(rows)
    assert lines[-1] == BOTTOM
    for above, below in pairwise(lines):
        assert below - above >= max(one.size for one in rows[below])
    for row in rows.values():
        ends = sorted((one.x, one.x + half(one.face, one.size, one.text)) for one in row)
        assert all(first[1] < second[0] for first, second in pairwise(ends))


def test_a_short_statement_is_set_large_and_a_long_one_small() -> None:
    short, long = headings(sheet()), headings(sheet(replace(TOLD, heading=LONG[:180])))
    assert short[0].size == max(SIZES)
    assert min(SIZES) <= long[0].size < max(SIZES)
    assert " ".join(one.text for one in long) == LONG[:180].strip()


def test_a_statement_is_cut_at_a_word_where_it_does_not_fit_in_the_smallest_size() -> None:
    lines = headings(sheet(replace(TOLD, heading=LONG)))
    assert {one.size for one in lines} == {min(SIZES)}
    shown = " ".join(one.text for one in lines)
    assert shown.endswith("…")
    assert LONG.startswith(f"{shown.removesuffix('…')} ")


def test_a_caveat_that_is_long_has_two_lines_and_then_an_ellipsis() -> None:
    def said(caveat: str) -> list[str]:
        return [
            one for one in sheet(replace(TOLD, caveat=caveat)).lines if one in caveat or one.endswith("…")
        ]

    one, two = LONG[:40].strip(), LONG[:90].strip()
    assert said(one) == [one]
    assert len(said(two)) == 2
    assert " ".join(said(two)) == two
    assert len(said(LONG)) == 2
    assert said(LONG)[1].endswith("…")


def test_a_caveat_that_no_font_holds_is_told_by_its_label() -> None:
    lines = sheet(replace(TOLD, caveat="")).lines
    assert "Denied" in lines
    assert "Denied:" not in lines


@pytest.mark.parametrize(
    ("status", "pieces"), [("corroborated", 1), ("reported", 2), ("alleged", 10), ("refuted", 15), ("", 1)]
)
def test_the_edge_tells_the_status_without_its_colour(status: str, pieces: int) -> None:
    edge = [one for one in sheet(replace(TOLD, status=status)).items if isinstance(one, Bar) and one.x < LEFT]
    assert len(edge) == pieces
    assert {one.colour for one in edge} == {DRESS.colours[status or "accent"]}


@pytest.mark.parametrize("accent", ["", "#0d5c63"])
def test_all_words_and_signs_can_be_read(accent: str) -> None:
    colours = light(Look(accent=accent))
    assert colours["accent"] == accent or not accent
    signs = (*OF_CLAIMS, "contested", "contrary", "warning", "caution", "note", "ink", "ink-soft", "accent")
    for sign in signs:
        assert contrast(colours[colour_of(sign)], colours["paper"]) >= TEXT_CONTRAST, sign


def test_without_a_sign_before_it_the_name_of_the_site_begins_at_the_margin() -> None:
    made = sheet(dress=replace(DRESS, logo=False))
    (name,) = [one for one in made.items if isinstance(one, Text) and one.text == DRESS.site]
    assert name.x == LEFT
    assert "logo" not in [one.name for one in made.items if isinstance(one, Sign)]


def test_the_words_of_a_picture_say_all_of_it_in_sentences() -> None:
    told = sharing.told("claims/weir-closed/", dossier_of("The weir was closed in May"))
    assert told is not None
    assert told.alt.startswith("The weir was closed in May. Status: alleged. Weightiest caveat: ")
    assert told.caveat.endswith(".")
    assert f"{told.label}. {told.caveat}" in told.alt
    assert told.alt.endswith(" As of 31 December 2024.")
    assert told.foot.startswith("As of 31 December 2024 · ")


def test_a_caveat_whose_sentence_cannot_be_drawn_is_told_by_its_label(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = dossier_of("S.")
    whole = sharing.told("claims/weir-closed/", dossier)
    assert whole is not None
    monkeypatch.setattr(sharing, "can_be_drawn", lambda text: text != whole.caveat)
    assert sharing.told("claims/weir-closed/", dossier) == replace(whole, caveat="")


@pytest.mark.parametrize("statement", ["보는 닫혔다.", "أغلق السد", "The weir at 강 was closed.", "Closed ✔"])
def test_a_statement_that_cannot_be_drawn_has_no_picture(statement: str) -> None:
    dossier = dossier_of(statement)
    assert sharing.told("claims/weir-closed/", dossier) is None
    assert share.single("claims/weir-closed/share.png", dossier) is None


@pytest.mark.parametrize(
    "statement", ["Греблю закрили в травні.", "Το φράγμα έκλεισε.", "Đập đã đóng — żółć."]
)
def test_latin_greek_and_cyrillic_can_be_drawn(statement: str) -> None:
    told = sharing.told("claims/weir-closed/", dossier_of(statement))
    assert told is not None
    assert told.heading == statement


def test_a_site_whose_name_cannot_be_drawn_has_no_pictures() -> None:
    assert sharing.told("claims/weir-closed/", dossier_of("S.", name="강")) is None


TOPIC = Page(
    "topics/river.md", "docs/topics/river.md",
    "---\ndescription: Who closed it.\n---\n\n# The river\n\nIt was [[weir-closed|closed]], [[weir-closed|shut]].\n",
)  # fmt: skip


def test_a_topic_shows_where_its_claims_stand() -> None:
    told = sharing.told("topics/river/", dossier_of("S.", TOPIC))
    assert told is not None
    assert (told.heading, told.lead, told.before) == ("The river", "Who closed it.", "1 claim:")
    assert told.signs == (("alleged", "1 alleged"),)
    assert told.alt == "The river. The page leans on 1 claim, which is alleged. As of 31 December 2024."
    lines = sheet(told).lines
    assert {"The river", "Who closed it.", "1 claim:", "1 alleged"} <= set(lines)


ALLEGED = "{source: weekly, stance: supports, basis: statement, origin: northland}"
DENIED = f"{ALLEGED}, {{source: customs-statement, stance: denies}}"
EVIDENCE = {
    "weir-built": ALLEGED,
    "weir-shut": ALLEGED,
    "weir-open": DENIED,
    "weir-gone": DENIED,
    "weir-heard": "{source: court-record}",
}
SEVERAL = "claims:\n" + "".join(
    f"  {id}: {{title: T {id}, statement: S., topic: river, kind: fact, about: [northland], first_made: 2024,"
    f" made_by: [northland], evidence: [{evidence}]}}\n"
    for id, evidence in EVIDENCE.items()
)


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        ("weir-open", "1 claim, which is alleged and contested."),
        ("weir-built weir-shut", "2 claims, of which 2 are alleged."),
        ("weir-built weir-open", "2 claims, of which 2 are alleged; 1 is contested."),
        (
            "weir-built weir-open weir-gone weir-heard",
            "4 claims, of which 1 is reported and 3 are alleged; 2 are contested.",
        ),
    ],
)
def test_a_topic_says_how_many_of_its_claims_stand_where(ids: str, told: str) -> None:
    text = "".join(f"It [[{id}|was]]. " for id in ids.split())
    page = Page("topics/river.md", "docs/topics/river.md", f"# The river\n\n{text}\n")
    found = Content(SEVERAL).dossier
    settings = replace(found.settings, site_url="https://example.org/")
    shown = sharing.told("topics/river/", replace(found, settings=settings, pages=(page,)))
    assert shown is not None
    assert shown.alt == f"The river. The page leans on {told} As of 31 December 2024."


@pytest.mark.parametrize("path", ["topics/index.md", "method.md", "topics/other.md"])
def test_other_pages_have_none(path: str) -> None:
    text = TOPIC.text if path != "topics/other.md" else "# Other\n\nNothing.\n"
    page = Page(path, f"docs/{path}", text)
    dossier = dossier_of("S.", page)
    assert sharing.told(path.removesuffix("index.md").replace(".md", "/"), dossier) is None
    assert [one for one in sharing.pictured(dossier) if "other" not in one] == ["claims/weir-closed/"]


@pytest.mark.parametrize(
    "address", ["claims/", "actors/weir-closed/", "events/weir-closed/", "", "x/claims/weir-closed/"]
)
def test_only_the_page_of_a_claim_has_its_picture(address: str) -> None:
    assert sharing.told(address, dossier_of("S.")) is None


@pytest.mark.parametrize("given", [{"share_pictures": False}, {"site_url": ""}])
def test_a_site_can_do_without(given: dict[str, object]) -> None:
    dossier = dossier_of("S.")
    off = replace(dossier, settings=replace(dossier.settings, **given))  # type: ignore[arg-type]
    assert list(sharing.pictured(off)) == []
    assert sharing.told("claims/weir-closed/", off) is None


@pytest.fixture(scope="module")
def site() -> Dossier:
    """Return the content of this site."""
    return check(ROOT).dossier


def test_every_claim_of_this_site_shows_its_status_and_the_caveat_that_weighs_most(site: Dossier) -> None:
    for judgement in site.of_kind("claim"):
        made = share.drawn(f"claims/{judgement.id}/", site)
        assert made is not None
        assert judgement.assessment.status.replace("-", " ") in made.lines
        assert ("contested" in made.lines) == bool(judgement.assessment.contested_by)
        whole = " ".join(one.text for one in headings(made))
        assert whole == sharing.of_claim(judgement, site).heading  # type: ignore[union-attr]
