"""What an edit changes first: while somebody writes, the pages of changed records are made before all others.

A whole build takes seconds, and whoever edits a record wants to see that record. Everything else (lists,
links from other pages, data) follows with the whole build.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from explainer.artifacts import PageArtifact
from explainer.checking import Checked
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.site import Site
from explainer.views import page_with

MANY = 30
"""An edit that changes more pages than this is not hurried: it takes as long as a build."""


def is_content_alone(before: Checked, now: Checked) -> bool:
    """Tell whether records are all that changed, and neither prose nor settings."""
    return before.pages == now.pages and before.dossier.settings == now.dossier.settings


def first_pages(before: Dossier, now: Dossier) -> Iterator[PageArtifact]:
    """Yield the pages of records that changed, or about which something else is computed now."""
    site = Site(now)
    done = set()
    for entry in islice(_changed(before, now), MANY):
        view = page_with(entry, now)
        if view and view.address not in done:
            done.add(view.address)
            yield site.page(view)


def _changed(before: Dossier, now: Dossier) -> Iterator[Entry]:
    for id, entry in now.graph.entries.items():
        old = before.graph.entries.get(id)
        if old is None or old.record != entry.record or _computed(before, id) != _computed(now, id):
            yield entry


def _computed(dossier: Dossier, id: str) -> object:
    judgement = dossier.judgements.get(id)
    return judgement and (judgement.assessment, judgement.caveats)
