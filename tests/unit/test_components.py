"""Every example of a component renders, as markup that is whole and obeys the policy."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from explainer.examples import COMPONENTS, Example, examples

EXAMPLES = tuple(examples())
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.component}: {one.name}")


class Reader(HTMLParser):
    """Notes what is open, which ids there are, and what is referred to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self._note(attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self._note(attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def _note(self, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("aria-labelledby", "aria-describedby"):
                self.wanted += (value or "").split()
            elif found := re.fullmatch(r"url\(#(.+)\)", value or ""):
                self.wanted.append(found[1])


def html(example: Example) -> str:
    return example.html(lambda address: address, lambda text: text)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def test_there_are_examples() -> None:
    assert {
        "figure-plot",
        "map",
        "provenance",
        "relations-picture",
        "status-bars",
        "timeline-picture",
        "treaty-path",
    } <= {one.component for one in EXAMPLES}


def test_no_example_is_without_its_component() -> None:
    assert [
        one.component
        for one in EXAMPLES
        if not (COMPONENTS / one.component / f"{one.component}.html").exists()
    ] == []


@every_example
def test_an_example_is_whole_markup(example: Example) -> None:
    found = read(html(example))
    assert found.wrong == []
    assert found.open == []


@every_example
def test_an_example_needs_no_style_and_no_script(example: Example) -> None:
    found = read(html(example))
    assert [name for name, _ in found.attributes if name == "style" or name.startswith("on")] == []
    assert "<script" not in html(example)
    assert "<style" not in html(example)


@every_example
def test_an_example_has_no_id_twice_and_refers_to_none_that_is_not_there(example: Example) -> None:
    found = read(html(example))
    assert len(found.ids) == len(set(found.ids))
    assert set(found.wanted) <= set(found.ids)


@every_example
def test_coordinates_have_one_decimal_at_most(example: Example) -> None:
    attributes = [
        value
        for name, value in read(html(example)).attributes
        if name in ("x", "y", "cx", "cy", "r", "width", "height", "d", "viewbox") and value
    ]
    assert [value for value in attributes if re.search(r"\d\.\d\d|e-\d|nan|inf", value)] == []


@every_example
def test_an_example_is_the_same_every_time(example: Example) -> None:
    assert html(example) == html(example)


@every_example
def test_text_is_text(example: Example) -> None:
    def spoiled(value: object) -> object:
        if isinstance(value, dict):
            return {key: spoiled(one) for key, one in value.items()}
        if isinstance(value, list):
            return [spoiled(one) for one in value]
        if isinstance(value, str) and re.search(r"[A-Z가-힣]", value) and not value.startswith(("#", "url")):
            return value + "<b>&\"'"
        return value

    data = {key: spoiled(value) for key, value in example.data.items()}
    bad = Example(example.component, example.name, data)
    assert "<b>" not in bad.html(lambda address: address, lambda text: text.replace("<", "&lt;"))
