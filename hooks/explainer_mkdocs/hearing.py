"""Edits as the operating system tells them.

MkDocs looks at every file twice a second, which works everywhere and takes a quarter of a second on average.
Where the system tells of edits by itself (inotify, FSEvents, ReadDirectoryChangesW), the server hears of them at once;
MkDocs goes on looking, for folders of which no system tells: those of another computer, for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

READ = frozenset(("opened", "closed_no_write"))
"""Events of files that were read: every build reads all of them."""

QUIET = 0.04
"""After how many seconds without a further event a file is taken for written; MkDocs waits 0.1."""

log = get_plugin_logger("explainer")


class _Ear(FileSystemEventHandler):
    """Asks a server for a build when a file changes."""

    def __init__(self, server: LiveReloadServer) -> None:
        self._server = server

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Do what the handlers of MkDocs do."""
        if event.is_directory or event.event_type in READ:
            return
        with self._server._rebuild_cond:  # noqa: SLF001 - MkDocs has no public name for it
            self._server._want_rebuild = True  # noqa: SLF001
            self._server._rebuild_cond.notify_all()  # noqa: SLF001


def hear(server: LiveReloadServer, folders: Iterable[Path]) -> None:
    """Let a server hear of edits in some folders at once; where the system tells of none, nothing changes."""
    if Observer is PollingObserver or not hasattr(server, "_rebuild_cond"):
        return
    observer, ear = Observer(), _Ear(server)
    try:
        for folder in folders:
            if folder.is_dir():
                observer.schedule(ear, str(folder), recursive=True)
        observer.start()
        server.build_delay = QUIET
    except OSError as error:  # as many files are watched as the system allows
        log.debug("The system does not tell of edits (%s).", error)


def nothing_new(server: LiveReloadServer) -> None:
    """Leave the pages that are open as they are: an edit was told that a build had seen already."""
    if hasattr(server, "_wanted_epoch"):
        server._wanted_epoch = server._visible_epoch  # noqa: SLF001 - as above
