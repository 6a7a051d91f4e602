"""Every example of every component, in light and dark, on a desk and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from explainer.examples import COMPONENTS, Example, examples
from tests.browser.conftest import Axe, Served, axe_in_all_conditions

BY_COMPONENT: dict[str, list[Example]] = {}
for example in examples():
    BY_COMPONENT.setdefault(example.component, []).append(example)

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{name}</title>
<script src="assets/scheme.js"></script>{styles}<script defer src="assets/explainer.js"></script>
</head>
<body><main><article class="x-article md-typeset"><h1><a href="#">{name}</a></h1>
{html}
</article></main></body>
</html>
"""
OF_WHOLE_PAGES = ("heading-order", "landmark-unique", "region")
"""Rules about a page's outline, which an example has none of."""


def html_of(example: Example) -> str:
    """Return an example under its name."""
    return (
        f"<h2>{escape(example.name)}</h2>\n{example.html(lambda address: f'#{address}', lambda text: text)}"
    )


@pytest.fixture(scope="session")
def gallery(site: Served, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a folder with a page for each component, looking as on the site."""
    folder = tmp_path_factory.mktemp("gallery")
    shutil.copytree(site.folder / "assets", folder / "assets")
    sheets = sorted(path.name for path in (folder / "assets" / "stylesheets").glob("main.*.css"))
    paths = [f"assets/stylesheets/{sheets[0]}", "assets/explainer.css"]
    styles = "".join(f'<link rel="stylesheet" href="{path}">' for path in paths)
    for name, shown in BY_COMPONENT.items():
        html = "\n".join(html_of(one) for one in shown)
        (folder / f"{name}.html").write_text(PAGE.format(name=name, styles=styles, html=html), "utf-8")
    return serve(folder)


def test_every_component_with_a_template_has_examples() -> None:
    assert set(BY_COMPONENT) == {path.stem for path in COMPONENTS.glob("*/*.html")}


@pytest.mark.parametrize("component", BY_COMPONENT)
def test_axe_finds_nothing_in_the_examples(component: str, gallery: str, page: Page, axe: Axe) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{gallery}{component}.html")
    found = axe_in_all_conditions(page, axe)
    problems = {
        condition: [text for text in texts if not text.startswith(OF_WHOLE_PAGES)]
        for condition, texts in found.items()
    }
    assert {condition: texts for condition, texts in problems.items() if texts} == {}
    assert [text for text in said if "404" not in text] == []


@pytest.mark.parametrize("component", BY_COMPONENT)
def test_no_example_is_wider_than_a_small_phone(component: str, gallery: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{gallery}{component}.html")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
