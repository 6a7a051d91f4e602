"""Ways back: a record to which the text of another one leads tells of it, whatever made the link."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import lxml.html  # type: ignore[import-untyped]
import pytest

from explainer import urls
from explainer.dossier import Dossier
from explainer.pipeline import Build, build
from explainer.site import PageResolver
from tests.site.conftest import ROOT

ASKED_LATER = ("x-hangs", "x-verdict__hangs")
"""Parts that name whose words they leave out: found out when a page asks, and told on that page alone."""


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Build, dict[str, lxml.html.HtmlElement]]]:
    """Make every page of a record, and of what is gathered, with the links of its texts marked."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("mention", "reference"):
            patch.setattr(PageResolver, name, _marking(getattr(PageResolver, name)))
        result = build(ROOT)
        dossier = result.checked.dossier
        addresses = {urls.of_entry(entry).partition("#")[0] for entry in dossier.graph.entries.values()}
        addresses |= {address for address in result.addresses if address.endswith("/mentioned/")}
        yield (
            result,
            {
                address: lxml.html.fromstring(result.page(address).html)
                for address in addresses & {*result.addresses}
            },
        )


def _marking(link: Callable[..., str]) -> Callable[..., str]:
    return lambda *arguments: link(*arguments).replace("<a ", "<a data-woven ", 1)


def _own_pages(dossier: Dossier, pages: dict[str, lxml.html.HtmlElement]) -> Iterator[tuple[str, str]]:
    """Yield each record that has a page of its own, and every other record to which its texts lead there."""
    for id, entry in dossier.graph.entries.items():
        if entry.kind.gathered:
            continue
        for link in pages[urls.of_entry(entry)].iterfind(".//a[@data-woven]"):
            around = {name for tag in link.iterancestors() for name in tag.get("class", "").split()}
            if link.get("data-ref") != id and not around & {*ASKED_LATER}:
                yield id, link.get("data-ref")


def _place(dossier: Dossier, id: str, pages: dict[str, lxml.html.HtmlElement]) -> lxml.html.HtmlElement:
    """Return the page of a record, or its place on the page where its kind is gathered."""
    entry = dossier.graph.entries[id]
    page = pages[urls.of_entry(entry).partition("#")[0]]
    if not entry.kind.gathered:
        return page
    mark = page.get_element_by_id(id)
    return next(tag for tag in mark.iterancestors() if tag.tag == "section" or tag.getparent().tag == "dl")


def test_what_a_text_leads_to_leads_back(made: tuple[Build, dict[str, lxml.html.HtmlElement]]) -> None:
    result, pages = made
    dossier = result.checked.dossier
    led = list(_own_pages(dossier, pages))
    assert len(led) > 2500
    silent = [
        (id, other)
        for id, other in led
        if not _place(dossier, other, pages).xpath(".//a[@data-ref = $id]", id=id)
    ]
    assert silent == []
