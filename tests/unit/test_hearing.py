"""The server hears of edits from the system, and of nothing else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirModifiedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from explainer_mkdocs.hearing import QUIET, _Ear, hear, nothing_new

PATIENCE = 30


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    yield made
    made.server_close()


@pytest.mark.parametrize(
    ("event", "counts"),
    [
        (FileModifiedEvent("a.yml"), True),
        (FileDeletedEvent("a.yml"), True),
        (FileMovedEvent("a.yml~", "a.yml"), True),
        (FileClosedEvent("a.yml"), True),
        (FileOpenedEvent("a.yml"), False),
        (FileClosedNoWriteEvent("a.yml"), False),
        (DirModifiedEvent("content"), False),
    ],
)
def test_a_build_is_wanted_when_a_file_changed_and_not_when_one_was_read(
    server: LiveReloadServer, event: FileSystemEvent, *, counts: bool
) -> None:
    _Ear(server).on_any_event(event)
    assert server._want_rebuild is counts  # noqa: SLF001


@pytest.mark.skipif(Observer is PollingObserver, reason="this system tells of no edits")
def test_an_edit_in_a_folder_below_is_heard_of(server: LiveReloadServer, tmp_path: Path) -> None:
    below = tmp_path / "claims"
    below.mkdir()
    record = below / "a.yml"
    record.write_text("a:\n", "utf-8")
    hear(server, [tmp_path, tmp_path / "not-there"])
    assert server.build_delay == QUIET
    record.write_text("b:\n", "utf-8")
    deadline = time.monotonic() + PATIENCE
    while not server._want_rebuild:  # noqa: SLF001
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_no_page_is_loaded_again_for_an_edit_that_was_seen(server: LiveReloadServer) -> None:
    before = server._visible_epoch  # noqa: SLF001
    server._wanted_epoch = before + 1  # noqa: SLF001
    nothing_new(server)
    assert server._wanted_epoch == before  # noqa: SLF001
