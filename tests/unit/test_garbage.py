"""A server keeps no earlier state of the content, and collects garbage when nobody waits."""

from __future__ import annotations

import gc
import time
import weakref
from pathlib import Path

import pytest

from explainer.pipeline import Build, build
from explainer_mkdocs import serving
from tests import examples

PATIENCE = 30


def test_an_earlier_state_is_garbage_when_the_next_one_is_shown(tmp_path: Path) -> None:
    project = examples.project(tmp_path, {})

    def shown(before: Build | None) -> Build:
        made = build(project, before=before)
        assert made.addresses
        return made

    now = shown(None)
    first = weakref.ref(now.checked.dossier)
    record = next((project / "content/sources").rglob("*.yml"))
    record.write_text(record.read_text("utf-8") + "\n", "utf-8")
    now = shown(now)
    gc.collect()
    assert first() is None
    assert now.addresses


def test_garbage_is_collected_once_for_edits_that_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    collected = []
    monkeypatch.setattr(serving, "COLLECT_AFTER", 0.2)
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    session = serving.Session()
    session.collect_later()
    session.collect_later()
    assert not collected
    end = time.monotonic() + PATIENCE
    while not collected and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.3)
    assert collected == [1]
