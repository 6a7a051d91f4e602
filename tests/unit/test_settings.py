"""A setting works, or is named with the next step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from explainer.diagnostics import Position, Severity
from explainer.settings import WITHOUT_EFFECT, host_settings, settings_of


def _place(*keys: Any) -> Position:
    return Position(".".join(keys))


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
