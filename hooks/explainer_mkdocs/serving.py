"""The development server: what `mkdocs serve` shows while somebody edits.

This module stays when an edit makes all other code be read anew, so it holds what one run of the
server remembers from build to build. To follow an edit of this file itself, start the server again.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from explainer import publishing
from explainer.watching import CODE, REST, Watch
from explainer_mkdocs import hearing

if TYPE_CHECKING:
    from explainer.pipeline import Build
    from explainer.previewing import Preview
    from explainer_mkdocs.pages import Scene

CODE_FOLDERS = (Path(__file__).parent, Path(publishing.__file__).parent)
"""Where the code lies whose edits are followed: this package, and the core."""

COLLECT_AFTER = 2.0
"""How many seconds after an edit garbage is collected."""

log = get_plugin_logger("explainer")


@dataclass(eq=False)
class Session:
    """One run of the server."""

    scene: Scene | None = None
    """What was built last, with or without mistakes."""
    preview: Preview | None = None
    """The last good site; nothing until there is one."""
    sound: bool = True
    """Whether the last whole build succeeded."""
    _collection: threading.Timer | None = None
    turn: Any = field(default_factory=threading.RLock)
    """Held by whoever builds or answers: no page is older than an edit that was shown."""

    def shows(self, project: Path, config: MkDocsConfig, unshown: set[str]) -> bool:
        """Show what an edit did to records, and to these pages under docs/; False where it takes a whole build."""
        if self.preview is None or self.scene is None:
            return False
        try:
            from explainer.pipeline import build  # noqa: PLC0415 - the newest code, after a reload

            result = build(project, before=self.preview.build)
            if not result.checked.failed:
                for path in unshown:
                    self.scene.read_again(path)
                unshown.clear()
        except (Exception, SystemExit):  # noqa: BLE001 - the whole build tells what is wrong
            return False
        report(result)
        if result.checked.failed:
            self.preview.renew(message=publishing.banner(told(result.checked.errors, config)))
        else:
            self.preview.renew(result)
        return True

    def collect_later(self) -> None:
        """Collect garbage a while after an edit, when its page was read and nobody waits."""
        if self._collection is not None and self._collection.is_alive():
            return
        self._collection = threading.Timer(COLLECT_AFTER, gc.collect)
        self._collection.daemon = True
        self._collection.start()

    def tell(self, folder: Path, message: str) -> None:
        """Show a message above every page."""
        if self.preview is not None:
            self.preview.renew(message=message)
            return
        for path in folder.rglob("*.html"):
            publishing.stamp(path, message)


session: Session | None = None
"""The run of the server in this process; nothing where a site is built and not served."""


def begin() -> None:
    """Begin a run of the server."""
    global session  # noqa: PLW0603 - one process serves one site
    session = Session()


def attach(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Keep serving whatever happens: a broken edit shows a banner above the last good site.

    After an edit of records or prose, pages are made when somebody looks at them; only other edits take a
    whole build.
    """
    if session is None:  # a command that serves in a way of its own
        return server
    run = session
    project = Path(config.config_file_path).parent
    inner: Callable[[], None] = server.builder
    answer: Any = server.get_app()
    watch = Watch(project, *CODE_FOLDERS)
    server.watch(str(project / "content"))
    for folder in CODE_FOLDERS:
        server.watch(str(folder))
    hearing.hear(server, (Path(config.docs_dir), project / "content", *CODE_FOLDERS))

    def rebuild() -> None:
        changed = watch.changed()
        if not changed:  # told twice, or no file that counts
            hearing.nothing_new(server)
            return
        with run.turn:
            if CODE in changed:
                _forget_code()
            elif REST not in changed and run.sound and run.shows(project, config, watch.unshown):
                run.collect_later()
                return
            run.sound = False
            try:
                inner()
                run.sound = True
                watch.unshown.clear()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server must live on
                log.error("%s", _words(error))  # noqa: TRY400 - a contributor needs no traceback
                run.tell(Path(server.root), publishing.banner(_problems(project, config, error)))

    def app(environ: Any, start_response: Any) -> Any:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if run.preview is None or not path.startswith(server.mount_path):
            return answer(environ, start_response)
        while True:  # what is answered waits for a build that is under way, and must not be older than it
            with run.turn:
                preview = run.preview
                edition = preview.look(path.removeprefix(server.mount_path))
            head: list[Any] = []
            body = answer(environ, lambda *words, kept=head: kept.append(words))
            if run.preview is preview and preview.edition == edition:
                start_response(*head[0])
                return body

    server.builder = rebuild
    server.set_app(app)
    return server


def report(result: Build) -> None:
    """Print the diagnostics of a build."""
    for diagnostic in result.checked.diagnostics:
        say = log.error if diagnostic.severity.value == "error" else log.warning
        say("%s", diagnostic)


def told(problems: tuple[Any, ...], config: MkDocsConfig) -> tuple[str, ...]:
    """Return diagnostics as a terminal would show them, with the line and a mark under it."""
    from explainer.reporting import as_text  # noqa: PLC0415 - the newest code, after a reload

    project = Path(config.config_file_path).parent
    return tuple(as_text([problem], project).rstrip("\n") for problem in problems)


def _problems(project: Path, config: MkDocsConfig, error: BaseException) -> tuple[str, ...]:
    """Return what is wrong, in the words of the check; if that finds nothing, in those of the error."""
    try:
        from explainer.checking import check  # noqa: PLC0415 - the newest code, after a reload

        return told(check(project).errors, config) or (_words(error),)
    except (Exception, SystemExit) as second:  # noqa: BLE001 - code that is being edited may fail in any way
        return (_words(second),)


def _words(error: BaseException) -> str:
    """Return an error in one line: of our own and of MkDocs, their words; of Python, with its kind and place."""
    if isinstance(error, (Abort, PluginError)):
        return str(error)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f" ({Path(last.tb_frame.f_code.co_filename).name}, line {last.tb_lineno})" if last else ""
    return f"{type(error).__name__}: {error}{place}"


def _forget_code() -> None:
    """Make the next build read this project's code anew (a private name of MkDocs, so guarded)."""
    for name in [name for name in sys.modules if name.split(".")[0] == "explainer"]:
        del sys.modules[name]
    for name in ("events", "pages"):
        sys.modules.pop(f"{__package__}.{name}", None)
    clear = getattr(getattr(Hooks, "_load_hook", None), "cache_clear", None)
    if clear:
        clear()
