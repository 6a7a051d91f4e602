"""Templates print sentences, and do not choose words inside them: a number decides in a message of the view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from explainer.rendering import environment

CORE = Path(__file__).resolve().parents[2] / "hooks/explainer"

TEMPLATES = sorted(path for folder in ("templates", "components") for path in (CORE / folder).rglob("*.html"))

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>|[^<]+")
_EMPTY = frozenset(["br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "line", "source"])
"""Elements that hold nothing, so that no end follows."""


def _is_about_one(test: nodes.Node) -> bool:
    """Tell whether a condition asks for one or several: `total == 1`, `names | length > 1`."""
    compared = [node for node in (test, *test.find_all(nodes.Compare)) if isinstance(node, nodes.Compare)]
    others = [_words_of(operand.expr) for node in compared for operand in node.ops]
    return any(other == "1" or other.startswith("1 ") for other in others)


def _words_of(constant: nodes.Node | None) -> str:
    return str(constant.value) if isinstance(constant, nodes.Const) else ""


def _has_words_outside_elements(branch: list[nodes.Node]) -> bool:
    """Tell whether a branch stands inside a sentence: it has words that are in no element of its own."""
    inside = (text for node in branch for text in (node, *node.find_all(nodes.TemplateData)))
    data = "".join(text.data for text in inside if isinstance(text, nodes.TemplateData))
    depth = 0
    for found in _TAG.finditer(data):
        end, name, closed = found.groups()
        if name is None:
            if depth <= 0 and re.search(r"[^\W\d_]", found[0]):
                return True
        elif name not in _EMPTY and not closed:
            depth += -1 if end else 1
    return False


def _chosen(source: str) -> Iterator[tuple[int, str]]:
    tree = environment().parse(source)
    for choice in tree.find_all(nodes.CondExpr):
        words = {_words_of(choice.expr1), _words_of(choice.expr2)}
        if words == {"a", "an"}:
            yield choice.lineno, "an article is chosen: use with_article() in the view"
        elif _is_about_one(choice.test) and any(re.search(r"[^\W\d_]", word) for word in words):
            yield choice.lineno, "a number chooses words: use the filter “counted”, or a message of the view"
    for block in tree.find_all(nodes.If):
        if _is_about_one(block.test) and any(map(_has_words_outside_elements, (block.body, block.else_))):
            yield block.lineno, "a number chooses words inside a sentence: let the view make the sentence"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_no_number_chooses_words_in_a_template(path: Path) -> None:
    assert list(_chosen(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        '{{ total }} {{ "claim" if total == 1 else "claims" }}',
        '{{ "Authors" if authors | length > 1 else "Author" }}',
        '{{ "was" if claims == "1 claim" else "were" }}',
        '{{ "one status" if falls | length == 1 else falls | length ~ " statuses" }}',
        "Add {{ 'an' if noun[0] in 'aeiou' else 'a' }} {{ noun }}",
        "{{ origins }}{% if reports > 1 %} in {{ reports }} sources{% endif %}",
        "{% if total == 1 %}It stays{% else %}They stay{% endif %} contested",
        "{% if total == 1 %}<b>{{ one }}</b> stays{% else %}<b>{{ total }}</b> stay{% endif %}",
    ],
)
def test_such_a_choice_is_found(source: str) -> None:
    assert [line for line, _ in _chosen(source)] == [1]


@pytest.mark.parametrize(
    "source",
    [
        "{% if total > 1 %}<p>Filter <b>all</b><br>of them</p>{% endif %}",
        '{% if parts | length == 1 %}<a href="{{ one }}">{{ one }}</a>{% else %}{{ name }}: {% endif %}',
        "<p class=\"{{ 'x-two' if others else 'x-one' }}\">{{ total | counted(\"claim\") }}</p>",
        "{% if asked %}None is open now.{% else %}No question has been entered yet.{% endif %}",
    ],
)
def test_whole_elements_and_sentences_may_be_chosen(source: str) -> None:
    assert list(_chosen(source)) == []
