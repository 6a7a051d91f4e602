"""A setting works, or is named with the next step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from explainer.diagnostics import Position, Severity
from explainer.reading import setting_place
from explainer.settings import WITHOUT_EFFECT, host_settings, settings_of


def _place(*keys: Any) -> Position:
    return Position(".".join(map(str, keys)))


def _host(config: Mapping[str, Any]) -> list[tuple[str, Severity]]:
    return [(found.position.file, found.severity) for found in host_settings(config, _place)]


@pytest.mark.parametrize("language", ["uk", "de-AT", "Fr"])
def test_an_interface_in_another_language_is_an_error_that_says_so(language: str) -> None:
    (found,) = host_settings({"theme": {"language": language}}, _place)
    assert found.severity is Severity.ERROR
    assert found.message.startswith("the interface speaks English only, so far")
    assert found.position.file == "theme.language"


@pytest.mark.parametrize(
    "theme", [{"language": "en"}, {"language": "en-GB"}, {"language": None}, {}, "material", None]
)
def test_an_english_interface_is_none(theme: object) -> None:
    assert _host({"theme": theme}) == []


@pytest.mark.parametrize("keys", WITHOUT_EFFECT, ids=".".join)
def test_what_does_nothing_says_so(keys: tuple[str, ...]) -> None:
    config: dict[str, Any] = {keys[-1]: "x"} if len(keys) == 1 else {"theme": {keys[-1]: "x"}}
    assert _host(config) == [(".".join(keys), Severity.WARNING)]
    empty: dict[str, Any] = {keys[-1]: []} if len(keys) == 1 else {"theme": {keys[-1]: None}}
    assert _host(empty) == []


@pytest.mark.parametrize(
    ("plugins", "at"),
    [
        (["search"], [0]),
        (["tags", {"material/search": {"lang": "en"}}], [1]),
        ([], []),
        (["explainer", {"redirects": None}, {}], []),
        ("search", []),
        (None, []),
    ],
)
def test_an_index_for_which_no_page_asks_is_told(plugins: object, at: list[int]) -> None:
    assert _host({"plugins": plugins}) == [(f"plugins.{number}", Severity.WARNING) for number in at]


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("ODbL-1.0", "ODbL-1.0"),
        ("CC-BY-5.0", ""),
        ("LicenseRef-ours", ""),
        ("MIT-OR-so", ""),
    ],
)
def test_a_licence_is_one_of_the_list(given: str, known: str) -> None:
    config = {"site_name": "S", "extra": {"explainer": {"as_of": "2024-01-01", "licence": given}}}
    settings, problems = settings_of(config, _place)
    assert settings.licence == (known or given)
    assert [found.message for found in problems] == [f"the list of SPDX has no licence “{given}”"] * (
        not known
    )


@pytest.mark.parametrize("name", ["publisher", "branch", "licence"])
@pytest.mark.parametrize("value", [[1], {"a": 1}, True])
def test_a_list_is_no_text(name: str, value: object) -> None:
    config = {"site_name": "S", "extra": {"explainer": {"as_of": "2024-01-01", name: value}}}
    settings, (problem,) = settings_of(config)
    assert problem.message == f"“{name}” should be text"
    assert getattr(settings, name) == {"publisher": "S", "branch": "main", "licence": "CC-BY-4.0"}[name]


def test_synonyms_are_lists_of_words() -> None:
    given = {"shells": ["ammo", "Munition"], "river": "stream", "year": [1999], "none": []}
    config = {"site_name": "S", "extra": {"explainer": {"as_of": "2024-01-01", "synonyms": given}}}
    settings, problems = settings_of(config, _place)
    assert settings.synonyms == {"shells": ("ammo", "Munition"), "river": ("stream",)}
    assert [found.position.file for found in problems] == [
        "extra.explainer.synonyms.year",
        "extra.explainer.synonyms.none",
    ]
    assert problems[0].message == "“synonyms”: “year” should have a list of words"


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("plugins", 1), 4, 5),
        (("plugins", 2), 2, 1),
        (("plugins",), 2, 1),
        (("extra", "explainer", "licence"), 7, 5),
        (("extra", 0), 5, 1),
        (("nothing",), 1, 1),
    ],
)
def test_a_setting_is_found_where_it_is_written(
    keys: tuple[str | int, ...], line: int, column: int, tmp_path: Path
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        "site_name: S\nplugins:\n  - tags\n  - search\nextra:\n  explainer:\n    licence: X\n", "utf-8"
    )
    assert setting_place(settings, *keys) == Position("mkdocs.yml", line, column)
