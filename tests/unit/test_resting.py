"""What rests on a source whose address is dead."""

from __future__ import annotations

from explainer.resting import dead
from tests.unit.content import Content


def test_a_dead_address_is_told_with_its_reason() -> None:
    url = "https://court.example.org/record"
    graph = Content("").graph
    source = graph.record("court-record")
    assert source.url == url
    copy = source.archived_url
    (one,) = dead(graph, {url: "404", copy: ""})
    assert (one.source.id, one.reason) == (
        "court-record",
        f"the address {url}: 404; the archived copy {copy}: cannot be opened",
    )
