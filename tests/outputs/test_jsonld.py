"""Structured data in pages: expanded by pyld, held against schema.org's vocabulary, compared with the dossier."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bs4
import pytest
import rdflib
from pyld import jsonld
from schema_org.registry import (
    CLASS_METADATA,
    ENUM_MEMBER_METADATA,
    PROPERTY_BY_SCHEMA,
    ancestry,
)

from explainer import standings, urls
from explainer.kinds._parts import EVIDENCE_WAYS
from explainer.kinds.actor import Actor
from explainer.kinds.source import Source
from explainer.values.edtf import parse_date
from tests.outputs.reading import Data, listed

SCHEMA = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA}}
"""All that schema.org's own context does for names; its page cannot be fetched in a test."""


def _loader(url: str, _options: Any) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def _expanded(content: Any) -> list[dict[str, Any]]:
    options = {"documentLoader": _loader, "base": "https://base.example.org/"}
    found: list[dict[str, Any]] = jsonld.expand(content, options)
    return found


def _nodes(content: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of expanded data that has a type."""
    if isinstance(content, dict):
        if "@type" in content and "@value" not in content:
            yield content
        for inner in content.values():
            yield from _nodes(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from _nodes(inner)


def _raw_nodes(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
        for inner in content.values():
            yield from _raw_nodes(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from _raw_nodes(inner)


def _kinds(type_name: str) -> set[str]:
    return {type_name, *ancestry(type_name)}


def _wrong(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not know about a node: its types, its properties, their kinds of value."""
    types = [name.removeprefix(SCHEMA) for name in node["@type"]]
    yield from (f"there is no type {name}" for name in types if name not in CLASS_METADATA)
    kinds = set().union(*(_kinds(name) for name in types if name in CLASS_METADATA))
    role = "Role" in kinds
    for name, values in node.items():
        if name.startswith("@"):
            continue
        short = name.removeprefix(SCHEMA)
        known = PROPERTY_BY_SCHEMA.get(short)
        if known is None:
            yield f"there is no property {short}"
            continue
        if not kinds & set(known.domains) and not role:
            yield f"{short} is not for {', '.join(types)}"
        if known.superseded_by:
            yield f"{short} is superseded by {known.superseded_by}"
        for value in values:
            inner = (
                {kind for one in value.get("@type", []) for kind in _kinds(one.removeprefix(SCHEMA))}
                if "@value" not in value
                else set()
            )
            if inner and not inner & set(known.ranges) and "Role" not in inner:
                yield f"{short} of {', '.join(types)} takes no {value['@type']}"
            if "@value" in value and not set(known.ranges) & _DATA:
                yield f"{short} of {', '.join(types)} takes no plain value"


_DATA = {
    "Text",
    "Date",
    "DateTime",
    "Integer",
    "Number",
    "Boolean",
    "URL",
    "Time",
    "PronounceableText",
    "CssSelectorType",
    "XPathType",
    "Float",
}


def test_every_page_says_of_itself_what_schema_org_can_say(data: Data) -> None:
    wrong: dict[str, str] = {}
    for page in data.pages.values():
        for node in _nodes(_expanded(json.loads(page.structured))):
            for problem in _wrong(node):
                wrong.setdefault(problem, page.address)
    assert wrong == {}


def test_a_checker_that_finds_nothing_wrong_would_find_these() -> None:
    node = {
        "@context": "https://schema.org",
        "@type": "Event",
        "actor": {"@type": "Country", "name": "X"},
        "score": 1,
        "text": "x",
    }
    [found] = _expanded(node)
    assert sorted(_wrong(found)) == [
        "actor of Event takes no ['https://schema.org/Country']",
        "text is not for Event",
        "there is no property score",
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_reads_every_page_into_one_graph(small: Data) -> None:
    graph = rdflib.Graph()
    for page in small.pages.values():
        content = {**json.loads(page.structured), "@context": CONTEXT["@context"]}
        graph.parse(data=json.dumps(content), format="json-ld")
    kinds = {str(kind).removeprefix(SCHEMA) for kind in graph.objects(None, rdflib.RDF.type)}
    assert {
        "BreadcrumbList", "Claim", "ClaimReview", "Rating", "Country", "Dataset", "DefinedTermSet", "Event",
        "GovernmentOrganization", "Legislation", "LegislationObject", "Organization", "Person", "Place", "Report",
    } <= kinds  # fmt: skip
    review = rdflib.URIRef("https://mill.example.org/weir/claims/mill-poisoned/#review")
    rating = graph.value(review, rdflib.URIRef(f"{SCHEMA}reviewRating"))
    assert str(graph.value(rating, rdflib.URIRef(f"{SCHEMA}alternateName"))) == "acknowledged"


def test_enumerations_are_known(data: Data) -> None:
    for page in data.pages.values():
        for node in _raw_nodes(json.loads(page.structured)):
            for name in ("legislationLegalForce", "legislationLegalValue"):
                if name in node:
                    assert node[name]["@id"].removeprefix(SCHEMA) in ENUM_MEMBER_METADATA


def test_no_review_carries_a_number(data: Data) -> None:
    for page in data.pages.values():
        for node in _raw_nodes(json.loads(page.structured)):
            assert not {"ratingValue", "bestRating", "worstRating", "aggregateRating"} & node.keys()


def test_a_review_is_short_where_it_must_be(data: Data) -> None:
    for judgement in data.dossier.of_kind("claim"):
        review = next(
            node for node in data.graph(f"claims/{judgement.id}/") if node["@type"] == "ClaimReview"
        )
        assert len(review["claimReviewed"]) <= 75
        assert review["itemReviewed"]["@id"] in {
            node.get("@id") for node in data.graph(f"claims/{judgement.id}/")
        }


def _dates(content: Any) -> Iterator[tuple[str, str]]:
    for node in _raw_nodes(content):
        for name, value in node.items():
            if name in {
                "startDate",
                "endDate",
                "datePublished",
                "dateCreated",
                "legislationDate",
                "legislationDateOfApplicability",
            }:
                yield name, value


def test_a_date_is_never_more_precise_than_what_is_known(data: Data) -> None:
    for entry in data.dossier.graph.of_kind("event"):
        node = next(node for node in data.graph(f"timeline/{entry.id}/") if node["@type"] == "Event")
        when = entry.record.date
        if when.is_interval:
            for name, text in zip(("startDate", "endDate"), when.text.split("/"), strict=True):
                given = node.get(name, "")
                assert text.startswith(given), (entry.id, given)
                assert not text.endswith(("~", "?", "%")) or len(given) < len(text) - 1
            continue
        assert "endDate" not in node
        given = node.get("startDate", "")
        if given:
            said = parse_date(given)
            assert said.earliest <= when.earliest
            assert said.latest >= when.latest
            if when.approximate or when.uncertain:
                assert not said.is_exact
    for entry in data.dossier.graph.of_kind("source"):
        record: Source = entry.record
        node = next(
            node for node in data.graph(f"sources/{entry.id}/") if node.get("@id", "").endswith("#source")
        )
        when = record.published or record.text_date
        if when and "datePublished" in node:
            said = parse_date(node["datePublished"])
            assert (said.earliest, said.latest) <= (when.earliest, date_max(when.latest))
            assert said.latest >= when.latest
    for page in data.pages.values():
        for name, value in _dates(json.loads(page.structured)):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value), (page.address, name, value)


def date_max(day: Any) -> Any:
    """Return a day as a bound that a month may reach beyond."""
    return day.replace(year=9999)


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("opening", "1999-12-31", None),
        ("works", "2024-10-08", "2024-10-13"),
        ("talks", "2023", None),
        ("leak", "2024-10", None),
        ("between", "2024-10", None),
        ("since", "2024-05", None),
        ("decade", None, None),
        ("year", "2022", None),
    ],
)
def test_dates_of_every_form(small: Data, id: str, start: str | None, end: str | None) -> None:
    node = next(node for node in small.graph(f"timeline/{id}/") if node["@type"] == "Event")
    assert (node.get("startDate"), node.get("endDate")) == (start, end)


def test_who_took_part_is_a_fact_only_where_that_is_certain(data: Data) -> None:
    for judgement in data.dossier.of_kind("event"):
        node = next(node for node in data.graph(f"timeline/{judgement.id}/") if node["@type"] == "Event")
        now = judgement.assessment
        assert standings.words(judgement, data.dossier) in node["description"]
        if now.status not in ("acknowledged", "corroborated", "on-record") or now.contested_by:
            assert not {"contributor", "organizer", "attendee"} & node.keys()


def test_an_unnamed_voice_is_no_organisation(data: Data) -> None:
    for entry in data.dossier.graph.of_kind("actor"):
        record: Actor = entry.record
        types = {node["@type"] for node in data.graph(f"actors/{entry.id}/")}
        if record.type in ("unnamed", "group"):
            assert types == {"WebPage", "BreadcrumbList"}
        else:
            assert len(types - {"WebPage", "BreadcrumbList"}) == 1


def test_names_carry_their_language(small: Data) -> None:
    node = next(node for node in small.graph("actors/northland/") if node["@type"] == "Country")
    assert {"@value": "북방", "@language": "ko"} in node["alternateName"]


def test_a_treaty_has_an_object_for_each_language(small: Data) -> None:
    node = next(node for node in small.graph("treaties/mill-treaty/") if node["@type"] == "Legislation")
    assert node["legislationDate"] == "2024-06-19"
    assert node["legislationLegalForce"] == {"@id": f"{SCHEMA}InForce"}
    article = node["hasPart"][1]
    assert [(one["@type"], one["inLanguage"]) for one in article["encoding"]] == [
        ("LegislationObject", "ru"),
        ("LegislationObject", "en"),
    ]
    assert "legislationLegalValue" not in article["encoding"][0]


def test_the_way_to_a_page_is_its_breadcrumbs(data: Data) -> None:
    for page in data.pages.values():
        crumbs = next(
            node for node in json.loads(page.structured)["@graph"] if node["@type"] == "BreadcrumbList"
        )
        steps = listed(crumbs["itemListElement"])
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert [step["name"] for step in steps] == [*(title for title, _ in page.crumbs), page.title]


def test_the_data_page_is_a_dataset_with_every_file(data: Data) -> None:
    dataset = next(node for node in data.graph("data/") if node["@type"] == "Dataset")
    site = data.dossier.settings.site_url
    paths = {
        one["contentUrl"].removeprefix(site): int(one["contentSize"].split()[0])
        for one in dataset["distribution"]
    }
    assert {
        path for path in paths if not path.endswith(".txt") or path.startswith("data/")
    } <= data.files.keys()
    assert all(size == len(data.bytes(path)) for path, size in paths.items())


def test_a_correction_stands_on_what_it_concerns(small: Data) -> None:
    review = next(node for node in small.graph("claims/mill-poisoned/") if node["@type"] == "ClaimReview")
    assert review["correction"]["@type"] == "CorrectionComment"
    assert review["correction"]["dateCreated"] == "2025-05-06"


def test_in_the_page_nothing_can_end_the_element(site: Path) -> None:
    for path in site.rglob("*.html"):
        soup = bs4.BeautifulSoup(path.read_text("utf-8"), "html5lib")
        for script in soup.find_all("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
            if not script.get("src"):
                json.loads(script.string or "")
                assert "<" not in (script.string or "")
    source = bs4.BeautifulSoup((site / "sources/report/index.html").read_text("utf-8"), "html5lib")
    [block] = source.find_all("script", type="application/ld+json")
    work = next(node for node in json.loads(block.string or "")["@graph"] if node["@type"] == "Report")
    assert work["name"]["@value"].startswith("</script><script>alert(1)</script> &")


def test_a_page_of_prose_is_an_article_that_explains(site: Path) -> None:
    soup = bs4.BeautifulSoup((site / "index.html").read_text("utf-8"), "html5lib")
    [block] = soup.find_all("script", type="application/ld+json")
    article = next(
        node for node in json.loads(block.string or "")["@graph"] if node["@type"] == "BackgroundNewsArticle"
    )
    assert [
        problem for node in _nodes(_expanded(json.loads(block.string or ""))) for problem in _wrong(node)
    ] == []
    assert article["headline"] == "The mill & the “weir” <1>"
    assert {node["name"] for node in listed(article["mentions"])} >= {"Northland", "The Weir"}
    assert article["correction"]["@type"] == "CorrectionComment"
    assert article["dateModified"] == "2025-07-02"


def _roles(node: dict[str, Any], name: str) -> set[tuple[str, str]]:
    """Return what a property leads to, each with the name of the role in which it stands there."""
    return {
        (role["roleName"], one["@id"].partition("#")[0].rstrip("/").rpartition("/")[2])
        for role in listed(node.get(name))
        for one in listed(role[name])
    }


def test_evidence_says_whether_it_is_for_or_against(data: Data) -> None:
    """Of claims, events and sources alike: a source is never only cited, since half of it would be read wrongly."""
    resting: dict[str, set[tuple[str, str]]] = {}
    for kind, type, name in (("claim", "Claim", "citation"), ("event", "Event", "subjectOf")):
        for judgement in data.dossier.of_kind(kind):
            address = urls.of_id(judgement.id, data.dossier.graph)
            node = next(node for node in data.graph(address) if node["@type"] == type)
            counted = judgement.assessment.items
            assert _roles(node, name) == {(EVIDENCE_WAYS[one.stance], one.source.id) for one in counted}
            for one in data.dossier.graph.record(judgement.id).evidence:
                resting.setdefault(one.source, set()).add((EVIDENCE_WAYS[one.stance], judgement.id))
    for entry in data.dossier.graph.of_kind("source"):
        work = data.graph(urls.of_entry(entry))[1]
        assert _roles(work, "mentions") == resting.get(entry.id, set())
    assert {way for ways in resting.values() for way, _ in ways} >= {"Evidence for", "Evidence against"}
