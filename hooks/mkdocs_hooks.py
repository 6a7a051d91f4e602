"""The adapter to MkDocs: asks the core to build, hands over pages and files, prints diagnostics.

The only module that knows MkDocs, and the only one MkDocs knows.
"""

from __future__ import annotations

import calendar
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.commands.build import get_context
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
from explainer.artifacts import PageArtifact, PageListing  # noqa: E402
from explainer.diagnostics import Diagnostic, Severity  # noqa: E402
from explainer.files import pages_under  # noqa: E402
from explainer.outputs import OUTPUTS  # noqa: E402
from explainer.pipeline import Build, build  # noqa: E402
from explainer.previewing import Preview  # noqa: E402
from explainer.values.edtf import day_words  # noqa: E402
from explainer.views import REFERENCE, data  # noqa: E402
from explainer.views._base import method_address  # noqa: E402
from explainer.watching import CODE, REST, Watch  # noqa: E402

log = get_plugin_logger("explainer")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page. No script stands in a page, so no hash is needed."""


def _lasting() -> ModuleType:
    """Return what outlives a reload of this module's code: the command, the folder, what was made last."""
    kept = sys.modules.get("_explainer_lasting")
    if kept is None:
        kept = ModuleType("_explainer_lasting")
        kept.command, kept.target, kept.scene = "", None, None  # type: ignore[attr-defined]
        kept.preview, kept.sound, kept.turn = None, True, threading.RLock()  # type: ignore[attr-defined]
        sys.modules["_explainer_lasting"] = kept
    return kept


STATE: Any = _lasting()


@dataclass(eq=False)
class Scene:
    """What one run of MkDocs knows, so that each of its pages can be drawn again."""

    build: Build
    config: MkDocsConfig
    files: Files
    nav: Any = None
    env: Any = None
    prose: dict[str, str] = field(default_factory=dict)
    """The HTML of pages under docs/, before references, blocks and mentions are resolved."""
    listings: dict[str, PageListing] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    """Every page by its address."""


NO_CONTENTS = TableOfContents([])
"""What MkDocs knows of the contents of pages that are not made yet: one for all, since a large site has many."""


class RecordPage(Page):
    """A page that is made when its turn to be written comes; it never meets Python-Markdown."""

    def __init__(self, address: str, title: str | None, file: File, config: MkDocsConfig) -> None:
        self.address = address
        self.called = ""
        """Its title, where the navigation lists it without giving one."""
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what a Markdown page would read from its front matter."""
        self.markdown = ""
        self.meta = {"title": self.called} if self.called else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what MkDocs wants to know of every page before it writes the first."""
        self.content = ""
        self.toc = NO_CONTENTS


def _view(artifact: PageArtifact) -> dict[str, Any]:
    way = urls.way_from(artifact.address)
    view: dict[str, Any] = {
        "section": artifact.section,
        "crumbs": [{"title": title, "address": address or "."} for title, address in artifact.crumbs],
        "toc": [{"anchor": anchor, "title": title} for anchor, title in artifact.toc],
        "alternates": [
            {"media_type": media, "href": way(path), "title": title}
            for media, path, title in artifact.alternates
        ],
        "structured": rendering.safe(artifact.structured),
    }
    settings = STATE.scene.build.checked.dossier.settings
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
        gc.disable()  # until all is read
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
    if reason := publishing.unfit(STATE.target, Path(config.config_file_path).parent):
        raise PluginError(f"{STATE.target} cannot be the folder of the site: {reason}")
    aside = publishing.beside(STATE.target)
    publishing.discard(aside)
    config.site_dir = str(aside)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build, refuse if there are errors, and hand over every page and file."""
    result = build(Path(config.config_file_path).parent)
    if STATE.command == "build":
        gc.freeze()  # what was read lives to the end, and is not looked through for rubbish
        gc.enable()
        gc.set_threshold(100_000, 20, 100)
    _report(result)
    if result.checked.failed and (STATE.command != "serve" or STATE.scene is not None):
        raise PluginError(_summary(result))
    STATE.scene = Scene(result, config, files)
    _shell(config, result)
    titles = dict(_nav_titles(config.nav))
    for address in result.addresses:
        _register(address, titles, STATE.scene)
    for output in OUTPUTS:
        config.theme.static_templates.discard(output.path)  # a list of pages that MkDocs would make as well
    return files


def _register(address: str, titles: Mapping[str, str], scene: Scene) -> RecordPage:
    """Let MkDocs know of a generated page."""
    source = urls.file_of(address).removesuffix("index.html") + "index.md"
    file = File.generated(scene.config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    scene.files.append(file)
    return RecordPage(address, titles.get(source), file, scene.config)


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
    """Name the generated pages of the navigation, and list in the footer those top pages that it leaves out."""
    for page in nav.pages:
        if isinstance(page, RecordPage) and "title" not in vars(page):
            page.called = STATE.scene.build.page(page.address).title
    listed = {page.url for page in nav.pages}
    STATE.scene.nav = nav
    config.extra["shell"]["reference"] = [
        {"title": title, "address": address} for title, address in REFERENCE if address not in listed
    ]


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Escape whatever the shell of a page shows: MkDocs escapes nothing by itself.

    An `autoescape` block in a template would not do: what stands in its `block`s is not inside it.
    """
    env.autoescape = True
    STATE.scene.env = env
    STATE.scene.pages = {file.page.url: file.page for file in files.documentation_pages() if file.page}
    return env


def on_page_context(
    context: dict[str, Any],
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,  # noqa: ARG001 - MkDocs calls it so
) -> dict[str, Any]:
    """Make the page, and give the shell what it shows about it."""
    artifact = _artifact(page, STATE.scene)
    if artifact is not None:
        page.content = artifact.html
        page.meta["view"] = _view(artifact)
    if isinstance(page, RecordPage) and artifact is not None:
        page.meta.update({"title": artifact.title, "description": artifact.description})
        STATE.scene.listings[artifact.address] = artifact.listing
    return context | {"view": page.meta.get("view", {}), "meta": page.meta, "shell": config.extra["shell"]}


def _artifact(page: Page, scene: Scene) -> PageArtifact | None:
    """Return a page as the core makes it; nothing in the first build of a server, if there are mistakes."""
    if scene.build.checked.failed:
        return None
    if isinstance(page, RecordPage):
        return scene.build.page(page.address)
    path = page.file.src_uri
    html = scene.prose.setdefault(path, page.content or "")
    return scene.build.site.prose_page(path, str(page.meta.get("title") or page.title), html)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Forget the HTML of a page that is written: a large site's pages together would fill the memory."""
    page.content = ""
    page.meta.pop("view", None)
    return output


def on_template_context(
    context: dict[str, Any],
    *,
    template_name: str,  # noqa: ARG001 - MkDocs calls it so
    config: MkDocsConfig,
) -> dict[str, Any]:
    """Give pages that belong to no record the same shell."""
    return context | {"view": {}, "meta": {}, "shell": config.extra["shell"]}


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of all formats, and put the finished site in the place of the last one."""
    scene, folder = STATE.scene, Path(config.site_dir)
    formats = {}
    for name, file in scene.build.files(scene.listings.values()):
        formats[file.path] = name
        if (folder / file.path).exists():
            log.warning("docs/%s gives way to the file that is generated", file.path)
        publishing.write(folder / file.path, file.pieces())
    if data.ADDRESS in scene.pages:  # it tells the sizes of those files
        publishing.write(folder / urls.file_of(data.ADDRESS), [_drawn(scene, data.ADDRESS).encode()])
    try:
        publishing.replace(STATE.target, folder)
    except OSError as error:
        publishing.discard(folder)
        raise PluginError(
            f"the site cannot be put into {STATE.target.name}/: {error.strerror or error}"
        ) from error
    if STATE.command == "serve" and not scene.build.checked.failed:
        STATE.preview = Preview(STATE.target, scene.build, formats, partial(_drawn_again, scene))


def _drawn(scene: Scene, address: str) -> str:
    """Return a page with its shell, as MkDocs writes it."""
    page, config = scene.pages[address], scene.config
    page.active = True
    context = get_context(scene.nav, scene.files, config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=scene.nav)
    html = scene.env.get_template(page.meta.get("template", "main.html")).render(context)
    page.active = False
    return str(config.plugins.on_post_page(html, page=page, config=config))


def _drawn_again(scene: Scene, address: str, build: Build, message: str) -> str | None:
    """Return the page at an address as another state of the content makes it; nothing if it makes none."""
    page = scene.pages.get(address)
    if (page is None or isinstance(page, RecordPage)) and address not in build.addresses:
        return None
    STATE.scene, scene.build = scene, build
    if page is None:
        scene.pages[address] = page = _register(address, {}, scene)
        page.read_source(scene.config)
        page.render(scene.config, scene.files)
    scene.config.extra["shell"]["banner"] = rendering.safe(publishing.framed(message))
    return _drawn(scene, address)


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

    After an edit of records or prose, pages are made when somebody looks at them; only other edits take a
    whole build.
    """
    project = Path(config.config_file_path).parent
    inner: Callable[[], None] = server.builder
    answer: Any = server.get_app()
    watch = Watch(project, HERE)
    server.watch(str(project / "content"))
    server.watch(str(HERE))

    def rebuild() -> None:
        changed = watch.changed()
        with STATE.turn:
            if CODE in changed:
                _forget_code()
            elif REST not in changed and STATE.sound and _is_shown(project, config, watch.unshown):
                return
            STATE.sound = False
            try:
                inner()
                STATE.sound = True
                watch.unshown.clear()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server must live on
                log.error("%s", _words(error))  # noqa: TRY400 - a contributor needs no traceback
                _tell(Path(server.root), publishing.banner(_problems(project, config, error)))

    def app(environ: Any, start_response: Any) -> Any:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if STATE.preview is None or not path.startswith(server.mount_path):
            return answer(environ, start_response)
        while True:  # what is answered waits for a build that is under way, and must not be older than it
            with STATE.turn:
                preview = STATE.preview
                edition = preview.look(path.removeprefix(server.mount_path))
            head: list[Any] = []
            body = answer(environ, lambda *words, kept=head: kept.append(words))
            if STATE.preview is preview and preview.edition == edition:
                start_response(*head[0])
                return body

    server.builder = rebuild
    server.set_app(app)
    return server


def _is_shown(project: Path, config: MkDocsConfig, unshown: set[str]) -> bool:
    """Show what an edit did to records, and to these pages under docs/; False where only a whole build can."""
    if STATE.preview is None:
        return False
    try:
        from explainer.pipeline import build  # noqa: PLC0415 - the newest code, after a reload

        result = build(project)
        if not result.checked.failed:
            for path in unshown:
                _read_again(path, STATE.scene)
            unshown.clear()
    except (Exception, SystemExit):  # noqa: BLE001 - the whole build tells what is wrong
        return False
    _report(result)
    if result.checked.failed:
        STATE.preview.renew(message=publishing.banner(_told(result.checked.errors, config)))
    else:
        STATE.preview.renew(result)
    return True


def _read_again(path: str, scene: Scene) -> None:
    """Read a page under docs/ that somebody edited, as MkDocs does before it writes the first page."""
    config, files = scene.config, scene.files
    file = files.get_file_from_path(path)
    if file is None or file.page is None:
        raise PluginError(f"docs/{path} is no page yet")
    page = config.plugins.on_pre_page(file.page, config=config, files=files)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    scene.prose[path] = config.plugins.on_page_content(
        page.content or "", page=page, config=config, files=files
    )


def _tell(folder: Path, message: str) -> None:
    """Show a message above every page."""
    if STATE.preview is not None:
        STATE.preview.renew(message=message)
        return
    for path in folder.rglob("*.html"):
        publishing.stamp(path, message)


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


def _forget_code() -> None:
    """Make the next build read this project's code anew (a private name of MkDocs, so guarded)."""
    for name in [name for name in sys.modules if name == "explainer" or name.startswith("explainer.")]:
        del sys.modules[name]
    clear = getattr(getattr(Hooks, "_load_hook", None), "cache_clear", None)
    if clear:
        clear()
