"""The adapter to MkDocs: asks the core to build, hands over pages and files, prints diagnostics.

The only module that knows MkDocs, and the only one MkDocs knows.
"""

from __future__ import annotations

import calendar
import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from explainer import publishing, rendering, urls  # noqa: E402 - the folder must be on the path first
from explainer.artifacts import PageArtifact  # noqa: E402
from explainer.diagnostics import Diagnostic, Severity  # noqa: E402
from explainer.files import pages_under  # noqa: E402
from explainer.pipeline import Build, build  # noqa: E402
from explainer.values.edtf import day_words  # noqa: E402
from explainer.views import REFERENCE  # noqa: E402
from explainer.views._base import method_address  # noqa: E402

log = get_plugin_logger("explainer")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page. No script stands in a page, so no hash is needed."""


def _lasting() -> ModuleType:
    """Return what outlives a reload of this module's code: the command, the folders, the build."""
    kept = sys.modules.get("_explainer_lasting")
    if kept is None:
        kept = ModuleType("_explainer_lasting")
        kept.command, kept.target, kept.build = "", None, None  # type: ignore[attr-defined]
        kept.whole, kept.soon = False, None  # type: ignore[attr-defined]
        sys.modules["_explainer_lasting"] = kept
    return kept


STATE: Any = _lasting()


class RecordPage(Page):
    """A page whose HTML is finished; it never meets Python-Markdown."""

    def __init__(self, artifact: PageArtifact, title: str | None, file: File, config: MkDocsConfig) -> None:
        self.artifact = artifact
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what a Markdown page would read from its front matter."""
        self.markdown = ""
        view = _view(self.artifact)
        self.meta = {"title": self.artifact.title, "description": self.artifact.description, "view": view}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what is known of the page; its HTML comes when its turn to be written comes."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def _view(artifact: PageArtifact) -> dict[str, Any]:
    view: dict[str, Any] = {
        "section": artifact.section,
        "crumbs": [{"title": title, "address": address or "."} for title, address in artifact.crumbs],
        "toc": [{"anchor": anchor, "title": title} for anchor, title in artifact.toc],
        "alternates": [
            {"media_type": media, "path": path, "title": title} for media, path, title in artifact.alternates
        ],
        "structured": rendering.safe(artifact.structured),
    }
    settings = STATE.build.checked.dossier.settings
    if settings.repository:
        if artifact.edit:
            view["edit_url"] = urls.of_line(artifact.edit, settings.repository, settings.branch)
            view["change_url"] = urls.of_change(artifact.edit, settings.repository, settings.branch)
        view["report_url"] = urls.of_report(artifact.record or artifact.address, settings.repository)
    return view


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs calls it with both
    """Remember whether somebody is watching."""
    STATE.command = command
    if command == "build":
        gc.disable()  # nearly all that a build makes lives until its end, and then the process ends
    if command == "serve":
        sys.dont_write_bytecode = True  # else each edit of our code would look like two


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build beside the site's folder, so that a failed build leaves the last good site untouched.

    What lies under docs/ is looked at before MkDocs walks through it: MkDocs follows links and waits for pipes.
    """
    strange: list[Diagnostic] = []
    for _ in pages_under(Path(config.docs_dir), Path(config.config_file_path).parent, strange):
        pass
    if strange:
        for diagnostic in strange:
            log.error("%s", diagnostic)
        raise PluginError("docs/ holds what cannot be published; nothing was published")
    STATE.target = Path(config.site_dir)
    aside = publishing.beside(STATE.target)
    publishing.discard(aside)
    config.site_dir = str(aside)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build, refuse if there are errors, and hand over every page and file."""
    result = build(Path(config.config_file_path).parent)
    _report(result)
    if result.checked.failed and (STATE.command != "serve" or STATE.build is not None):
        raise PluginError(_summary(result))
    STATE.build = result
    _shell(config, result)
    titles = dict(_nav_titles(config.nav))
    for page in result.pages:
        source = urls.file_of(page.address).removesuffix("index.html") + "index.md"
        file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        RecordPage(page, titles.get(source), file, config)
        files.append(file)
    for artifact in result.files:
        files.append(File.generated(config, artifact.path, content=artifact.content))
        config.theme.static_templates.discard(artifact.path)  # a list of pages that MkDocs would make as well
    return files


def _nav_titles(entries: Any) -> Iterator[tuple[str, str]]:
    """Yield file and title of each entry of the navigation that gives both."""
    for entry in entries or ():
        for title, target in entry.items() if isinstance(entry, dict) else ():
            if isinstance(target, list):
                yield from _nav_titles(target)
            else:
                yield str(target), str(title)


def _report(result: Build) -> None:
    for diagnostic in result.checked.diagnostics:
        say = log.error if diagnostic.severity is Severity.ERROR else log.warning
        say("%s", diagnostic)


def _summary(result: Build) -> str:
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in result.checked.diagnostics)
    return f"{errors} {'error' if errors == 1 else 'errors'} in content/ and docs/; nothing was published"


def _shell(config: MkDocsConfig, result: Build) -> None:
    """Tell the shell of pages what it needs to know."""
    settings = result.checked.dossier.settings
    folders = [Path(directory) / "assets" / "stylesheets" for directory in config.theme.dirs]
    stylesheets = [path.name for folder in folders for path in sorted(folder.glob("main.*.min.css"))]
    config.extra["shell"] = {
        "policy": "" if STATE.command == "serve" else POLICY,  # the live reload script changes each time
        "stylesheet": f"assets/stylesheets/{stylesheets[0]}",
        "as_of": day_words(settings.as_of),
        "reviewed": day_words(settings.reviewed) if settings.reviewed else "",
        "alternates": result.alternates,
        "method": method_address(result.checked.dossier),
        "reference": [],
        "banner": rendering.safe(
            publishing.framed(publishing.banner(_told(result.checked.errors, config), first=True))
            if STATE.command == "serve"
            else ""
        ),
    }
    # Dates in the sitemap are the site's own day, never the clock's.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(calendar.timegm(settings.as_of.timetuple())))


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """List in the footer those of the generated top pages to which the navigation does not lead."""
    listed = {page.url for page in nav.pages}
    config.extra["shell"]["reference"] = [
        {"title": title, "address": address} for title, address in REFERENCE if address not in listed
    ]


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Escape whatever the shell of a page shows: MkDocs escapes nothing by itself.

    An `autoescape` block in a template would not do: what stands in its `block`s is not inside it.
    """
    env.autoescape = True
    return env


def on_page_context(
    context: dict[str, Any],
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,  # noqa: ARG001 - MkDocs calls it so
) -> dict[str, Any]:
    """Give the shell what it shows about this page."""
    if isinstance(page, RecordPage):
        page.content = page.artifact.html
    return context | {"view": page.meta.get("view", {}), "meta": page.meta, "shell": config.extra["shell"]}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Forget the HTML of a page that is written: a large site's pages together would fill the memory."""
    if isinstance(page, RecordPage):
        page.content = ""
    return output


def on_template_context(
    context: dict[str, Any],
    *,
    template_name: str,  # noqa: ARG001 - MkDocs calls it so
    config: MkDocsConfig,
) -> dict[str, Any]:
    """Give pages that belong to no record the same shell."""
    return context | {"view": {}, "meta": {}, "shell": config.extra["shell"]}


def on_page_content(
    html: str,
    *,
    page: Page,
    config: MkDocsConfig,  # noqa: ARG001 - MkDocs calls it so
    files: Files,  # noqa: ARG001
) -> str:
    """Resolve references, blocks and mentions in pages under docs/."""
    if isinstance(page, RecordPage):
        return html
    if STATE.build.checked.failed:  # the first build of a server: what a block shows may not be there
        return html
    artifact = STATE.build.site.prose_page(page.file.src_uri, str(page.meta.get("title") or page.title), html)
    page.meta["view"] = _view(artifact)
    return str(artifact.html)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the finished site in the place of the last one."""
    try:
        publishing.replace(STATE.target, Path(config.site_dir))
    except OSError as error:
        publishing.discard(Path(config.site_dir))
        raise PluginError(
            f"the site cannot be put into {STATE.target.name}/: {error.strerror or error}"
        ) from error


def on_build_error(error: Exception) -> None:
    """Remove what a failed build left, and say in one line what a full or closed disk did."""
    if STATE.target is not None:
        publishing.discard(publishing.beside(STATE.target))
    if isinstance(error, OSError):
        raise PluginError(
            f"the site cannot be written: {error.filename or ''} {error.strerror or error}"
        ) from error


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    """Keep serving whatever happens: a broken edit shows a banner above the last good site.

    An edit of records shows on their pages in a moment; the whole build follows when nobody types.
    """
    project = Path(config.config_file_path).parent
    inner, seen = server.builder, [_code_times()]
    server.watch(str(project / "content"))
    server.watch(str(HERE))

    def rebuild() -> None:
        if STATE.soon is not None:
            STATE.soon.cancel()
        now = _code_times()
        if now != seen[0]:
            seen[0] = now
            _forget_code()
        elif not STATE.whole and _hurried(server, project, config):
            return
        STATE.whole = False
        try:
            inner()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server must live on
            log.error("%s", _words(error))  # noqa: TRY400 - a contributor needs no traceback
            publishing.stamp(Path(server.root), publishing.banner(_problems(project, config, error)))

    server.builder = rebuild
    return server


PAUSE = 2.0
"""Seconds after a hurried page until the whole build begins; browsers have loaded the page by then."""


def _hurried(server: LiveReloadServer, project: Path, config: MkDocsConfig) -> bool:
    """Show what an edit did to its records, and ask for the whole build; False where only that build can tell.

    The way to ask is a private name of MkDocs, so it is guarded.
    """
    from explainer import hurrying  # noqa: PLC0415 - the newest code, after a reload
    from explainer.checking import check  # noqa: PLC0415

    last, turn = STATE.build, getattr(server, "_rebuild_cond", None)
    if turn is None or last is None or last.checked.failed:
        return False
    try:
        now = check(project)
        if now.failed:
            for diagnostic in now.errors:
                log.error("%s", diagnostic)
            publishing.stamp(Path(server.root), publishing.banner(_told(now.errors, config)))
            return True
        if not hurrying.is_content_alone(last.checked, now):
            return False
        publishing.stamp(Path(server.root), "")
        for page in hurrying.first_pages(last.checked.dossier, now.dossier):
            publishing.repaint(Path(server.root), page)
    except (Exception, SystemExit):  # noqa: BLE001 - the whole build tells what is wrong
        return False

    def ask() -> None:
        with turn:
            STATE.whole = server._want_rebuild = True  # noqa: SLF001
            turn.notify_all()

    STATE.soon = threading.Timer(PAUSE, ask)
    STATE.soon.daemon = True
    STATE.soon.start()
    return True


def _problems(project: Path, config: MkDocsConfig, error: BaseException) -> tuple[str, ...]:
    """Return what is wrong, in the words of the check; if that finds nothing, in those of the error."""
    try:
        from explainer.checking import check  # noqa: PLC0415 - the newest code, after a reload

        return _told(check(project).errors, config) or (_words(error),)
    except (Exception, SystemExit) as second:  # noqa: BLE001 - code that is being edited may fail in any way
        return (_words(second),)


def _told(problems: tuple[Any, ...], config: MkDocsConfig) -> tuple[str, ...]:
    """Return diagnostics as a terminal would show them, with the line and a mark under it."""
    from explainer.reporting import as_text  # noqa: PLC0415 - the newest code, after a reload

    project = Path(config.config_file_path).parent
    return tuple(as_text([problem], project).rstrip("\n") for problem in problems)


def _words(error: BaseException) -> str:
    """Return an error in one line: of our own and of MkDocs, their words; of Python, with its kind and place."""
    if isinstance(error, (Abort, PluginError)):
        return str(error)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f" ({Path(last.tb_frame.f_code.co_filename).name}, line {last.tb_lineno})" if last else ""
    return f"{type(error).__name__}: {error}{place}"


def _code_times() -> tuple[tuple[str, int], ...]:
    suffixes = (".py", ".html", ".css", ".js")
    return tuple(
        (str(path), path.stat().st_mtime_ns) for path in sorted(HERE.rglob("*")) if path.suffix in suffixes
    )


def _forget_code() -> None:
    """Make the next build read this project's code anew (a private name of MkDocs, so guarded)."""
    for name in [name for name in sys.modules if name == "explainer" or name.startswith("explainer.")]:
        del sys.modules[name]
    clear = getattr(getattr(Hooks, "_load_hook", None), "cache_clear", None)
    if clear:
        clear()
