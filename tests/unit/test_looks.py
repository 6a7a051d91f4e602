"""A site chooses its look in mkdocs.yml; what cannot be read or found is named with the next step."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.diagnostics import Diagnostic, Mistake, Position, Severity
from explainer.looks import HEAVIEST, Look, contrast, legible, look_of, shade, styles
from explainer.outputs.assets import stylesheet
from explainer.settings import settings_of

PAPER = {"light": ("#fbfaf7", "#ffffff", "#f2efe8"), "dark": ("#14171a", "#1a1e22", "#20252a")}


def _look(config: dict[str, Any], docs: Path = Path("docs")) -> tuple[Look, tuple[Diagnostic, ...]]:
    return look_of(config, docs, lambda *keys: Position(".".join(map(str, keys))))


def _own(**block: object) -> dict[str, Any]:
    return {"extra": {"explainer": {"look": block}}}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_what_the_standard_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["light", "dark"]), st.sampled_from([4.5, 7.0]))
def test_a_shade_can_be_read_on_every_background(number: int, scheme: str, wanted: float) -> None:
    found = shade(f"#{number:06x}", scheme, wanted)
    assert min(contrast(found, behind) for behind in PAPER[scheme]) >= wanted
    assert shade(found, scheme, wanted) == found


def test_the_usual_colour_can_be_read() -> None:
    usual = re.search(r"--x-accent: light-dark\((#\w+)", stylesheet(Look()).decode())
    assert usual
    assert legible(usual[1]) == usual[1]


@pytest.mark.parametrize("colour", ["blue", "#fff", "17496f", "#17496g", 17, ["#17496f"]])
def test_what_is_no_colour_is_refused(colour: object) -> None:
    with pytest.raises(Mistake, match="is not a colour") as raised:
        legible(colour)
    assert "#17496f" in raised.value.hint


def test_a_pale_colour_is_refused_with_the_next_that_will_do() -> None:
    with pytest.raises(Mistake, match="too pale") as raised:
        legible("#e8a33d")
    next_shade = raised.value.hint.split()[-1]
    assert legible(next_shade) == next_shade


def test_a_colour_reaches_the_stylesheet_in_each_scheme() -> None:
    look, problems = _look(_own(accent="#7A1F3D"))
    assert not problems
    rules = stylesheet(look).decode().removeprefix(stylesheet(Look()).decode())
    found = re.search(r"--x-accent: light-dark\((#\w+), (#\w+)\)", rules)
    assert found
    assert found[1] == "#7a1f3d"
    assert min(contrast(found[2], behind) for behind in PAPER["dark"]) >= 4.5
    assert "prefers-contrast: more" in rules
    assert f"--x-accent: {found[1]};" in rules  # for browsers without light-dark()


def test_text_can_be_set_in_sans() -> None:
    look, problems = _look(_own(text="sans"))
    assert not problems
    assert "--x-serif: var(--x-sans)" in styles(look)
    assert styles(Look()) == ""


@pytest.mark.parametrize(
    ("block", "where", "said"),
    [
        ({"text": "sanserif"}, "extra.explainer.look.text", "“text” cannot be “sanserif”"),
        ({"acent": "#17496f"}, "extra.explainer.look.acent", "“acent” is not a setting of the look"),
        ({"accent": "#ffff00"}, "extra.explainer.look.accent", "too pale"),
    ],
)
def test_what_cannot_be_followed_is_named(block: dict[str, str], where: str, said: str) -> None:
    look, (problem,) = _look(_own(**block))
    assert look == Look()
    assert problem.position.file == where
    assert said in problem.message
    assert problem.hint


def test_a_look_that_is_no_block_is_told_once() -> None:
    config = {"site_name": "S", "extra": {"explainer": {"as_of": "2024-01-01", "look": "sans"}}}
    settings, (problem,) = settings_of(config)
    assert problem.message == "“look” should be a block"
    assert settings.look == Look()


@pytest.mark.parametrize("name", ["logo", "favicon"])
def test_a_picture_is_a_file_under_docs(name: str, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "own.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "assets" / "heavy.png").write_bytes(b"0" * (HEAVIEST + 1))
    (tmp_path / "assets" / "own.txt").write_text("", encoding="utf-8")

    def problems(path: str) -> list[tuple[Severity, str]]:
        _, found = _look({"theme": {name: path}}, tmp_path)
        assert all(one.position.file == f"theme.{name}" and one.hint for one in found)
        return [(one.severity, one.message) for one in found]

    look, found = _look({"theme": {name: "assets/own.svg"}}, tmp_path)
    assert not found
    assert (look.logo or look.icon) == "assets/own.svg"
    ((severity, said),) = problems("assets/heavy.png")
    assert severity is Severity.WARNING
    assert "60 kB" in said
    for path, words in {
        "assets/none.svg": "there is no file docs/assets/none.svg",
        "assets/own.txt": "is no picture that can stand there",
        "../own.svg": "should be a file under docs/",
        "/own.svg": "should be a file under docs/",
        "https://example.org/own.svg": "should be a file under docs/",
    }.items():
        ((severity, said),) = problems(path)
        assert severity is Severity.ERROR
        assert words in said


def test_style_sheets_of_ones_own_are_files_under_docs(tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text("", encoding="utf-8")
    assert _look({"extra_css": ["own.css"]}, tmp_path)[1] == ()
    for path, words in {
        "none.css": "there is no file docs/none.css",
        "/own.css": "should name files under docs/",
        "../own.css": "should name files under docs/",
        "https://example.org/own.css": "should name files under docs/",
    }.items():
        (found,) = _look({"extra_css": ["own.css", path]}, tmp_path)[1]
        assert (found.position.file, found.severity) == ("extra_css", Severity.ERROR)
        assert words in found.message
    (found,) = _look({"extra_css": "own.css"}, tmp_path)[1]
    assert found.message == "“extra_css” should be a list"


def test_a_card_for_other_sites_has_words_and_a_kind_that_they_show(tmp_path: Path) -> None:
    for name in ("card.png", "card.svg"):
        (tmp_path / name).write_bytes(b"0" * (HEAVIEST + 1))  # more than a picture of every page may have
    look, found = look_of(
        _own(card="card.png", card_alt="A lake"), tmp_path, lambda *keys: Position(".".join(keys))
    )
    assert not found
    assert (look.card, look.card_alt) == ("card.png", "A lake")
    for block, said in (
        ({"card": "card.png"}, "“card” has no “card_alt”"),
        ({"card": "card.svg", "card_alt": "A lake"}, "is no picture that can stand there"),
        ({"card": "none.png", "card_alt": "A lake"}, "there is no file docs/none.png"),
    ):
        look, (problem,) = look_of(_own(**block), tmp_path, lambda *keys: Position(".".join(keys)))
        assert look.card == ""
        assert problem.position.file == "extra.explainer.look.card"
        assert said in problem.message


@pytest.mark.parametrize("footer", ["<b>Example</b>", ["Example"], {"a": 1}])
def test_the_footer_is_plain_text(footer: object) -> None:
    look, (problem,) = _look({"copyright": footer})
    assert look.footer == ""
    assert problem.position.file == "copyright"


def test_a_footer_of_several_lines_is_one() -> None:
    look, problems = _look({"copyright": "Example Society,\n  2026 & later"})
    assert not problems
    assert look.footer == "Example Society, 2026 & later"


@pytest.mark.parametrize(
    ("spdx", "name"),
    [
        ("CC-BY-4.0", "CC BY 4.0"),
        ("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0"),
        ("MIT", "MIT"),
        ("ODbL-1.0", "ODbL 1.0"),
    ],
)
def test_a_licence_is_named_as_readers_know_it(spdx: str, name: str) -> None:
    settings, _ = settings_of({"extra": {"explainer": {"as_of": "2024-01-01", "licence": spdx}}})
    assert settings.licence_name == name
