"""What is done at each event of MkDocs: the core builds, pages and files are handed over, diagnostics are printed.

`pages` is about how a page gets its shell, `serving` about what is shown while somebody edits, `messages`
about the next step behind MkDocs' own messages.
"""

from __future__ import annotations

import calendar
import gc
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer import publishing, rendering, urls
from explainer.diagnostics import Diagnostic, Severity
from explainer.files import is_left_by_a_program, pages_under
from explainer.outputs import OUTPUTS
from explainer.pipeline import Build, build
from explainer.previewing import Preview
from explainer.values.edtf import day_words
from explainer.verifying import MARKER
from explainer.views import MAIN_LISTS, REFERENCE
from explainer.views._base import method_address
from explainer.workers import processors
from explainer.writing import write
from explainer_mkdocs import messages, serving
from explainer_mkdocs.pages import RecordPage, Scene, Unmade

log = get_plugin_logger("explainer")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page. No script stands in a page, so no hash is needed."""


THEME = Path(rendering.__file__).parent / "theme"
"""The shell of pages: templates and files that go before those of the theme."""


@dataclass(eq=False)
class Run:
    """What the events of one build tell each other."""

    directory_urls: bool = True
    """Whether links lead to folders. MkDocs is told that they do; links to files are made of them at the end."""
    target: Path | None = None
    """The folder of the site, in whose place the finished build is put."""
    _scene: Scene | None = None

    @property
    def scene(self) -> Scene:
        """What is being built."""
        if self._scene is None:
            raise PluginError("MkDocs asks for a page before it has told which files there are")
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        self._scene = scene
        if serving.session is not None:
            serving.session.scene = scene


RUN = Run()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs calls it with both
    """Remember whether somebody is watching, and say what to do where MkDocs says what is wrong."""
    messages.listen()
    if command == "build":
        gc.disable()  # until all is read
    if command == "serve":
        serving.begin()
        sys.dont_write_bytecode = True  # else each edit of our code would look like two


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build beside the site's folder, so that a failed build leaves the last good site untouched.

    Pages get the shell of our theme, over whatever theme the project names.
    What lies under docs/ is looked at before MkDocs walks through it: MkDocs follows links and waits for pipes.
    """
    strange: list[Diagnostic] = []
    for _ in pages_under(Path(config.docs_dir), Path(config.config_file_path).parent, strange):
        pass
    if strange:
        for diagnostic in strange:
            log.error("%s", diagnostic)
        raise PluginError("docs/ holds what cannot be published; nothing was published")
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    RUN.target = Path(config.site_dir)
    if reason := publishing.unfit(RUN.target, Path(config.config_file_path).parent):
        raise PluginError(f"{RUN.target} cannot be the folder of the site: {reason}")
    aside = publishing.beside(RUN.target)
    publishing.discard(aside)
    config.site_dir = str(aside)
    RUN.directory_urls, config.use_directory_urls = config.use_directory_urls, True
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build, refuse if there are errors, and hand over every page and file."""
    for file in list(files):
        if _unasked(file, config) or any(is_left_by_a_program(part) for part in file.src_uri.split("/")):
            files.remove(file)
    result = build(Path(config.config_file_path).parent, directory_urls=RUN.directory_urls)
    session = serving.session
    if session is not None:  # what an earlier build read may go
        gc.unfreeze()
        gc.collect()
    gc.freeze()  # what was read lives to the end, and is not looked through for garbage
    gc.enable()
    gc.set_threshold(100_000, 20, 100)
    serving.report(result)
    if result.checked.failed and (session is None or session.scene is not None):
        raise PluginError(_summary(result))
    messages.hold(back=result.checked.failed)
    RUN.scene = Scene(result, config, files)
    _shell(config, result)
    config.nav = _without(config.nav, partial(_is_lost, result, files))
    RUN.scene.register_all()
    for output in OUTPUTS:
        config.theme.static_templates.discard(output.path)  # a list of pages that MkDocs would make as well
    return files


def _unasked(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file comes with the theme and no page asks for it: of the theme we take a stylesheet."""
    others = set(config.theme.dirs) - {str(THEME), config.theme.custom_dir}
    of_theme = any(Path(file.abs_src_path or "").is_relative_to(folder) for folder in others)
    return of_theme and not _STYLESHEET.fullmatch(file.src_uri)


_STYLESHEET = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")


def _is_lost(result: Build, files: Files, path: str) -> bool:
    """Tell whether an entry of the navigation leads to what is not made.

    It is a section that has nothing to show; or records are broken, so that none of their pages is made.
    """
    if result.checked.failed:
        return path.endswith(".md") and files.get_file_from_path(path) is None
    return f"{path.removesuffix('index.md').strip('/').partition('/')[0]}/" in result.unused


def _without(nav: Any, is_lost: Callable[[str], bool]) -> Any:
    """Return the navigation without some entries, and without what holds only such."""
    if isinstance(nav, str):
        return None if is_lost(nav) else nav
    if isinstance(nav, dict):
        return {title: kept for title, inner in nav.items() if (kept := _without(inner, is_lost))} or None
    if isinstance(nav, list):
        return [kept for inner in nav if (kept := _without(inner, is_lost))]
    return nav


def _summary(result: Build) -> str:
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in result.checked.diagnostics)
    return f"{errors} {'error' if errors == 1 else 'errors'} in content/ and docs/; nothing was published"


def _shell(config: MkDocsConfig, result: Build) -> None:
    """Tell the shell of pages what it needs to know."""
    settings = result.checked.dossier.settings
    folders = [Path(directory) / "assets" / "stylesheets" for directory in config.theme.dirs]
    stylesheets = [path.name for folder in folders for path in sorted(folder.glob("main.*.min.css"))]
    config.extra["shell"] = {
        "generator": MARKER,
        "policy": POLICY if serving.session is None else "",  # the live reload script changes each time
        "stylesheet": f"assets/stylesheets/{stylesheets[0]}",
        "look": settings.look,
        "licence": {
            "name": settings.licence_name,
            "address": urls.of_licence(settings.licence),
        },
        "publisher": settings.publisher or settings.site_name,
        "as_of": day_words(settings.as_of),
        "reviewed": day_words(settings.reviewed) if settings.reviewed else "",
        "alternates": result.alternates,
        "method": method_address(result.checked.dossier),
        "reference": [],
        "lists": [
            {"title": title(), "address": address}
            for title, address in MAIN_LISTS
            if address not in result.unused and not result.checked.failed
        ],
        "banner": rendering.safe(
            publishing.framed(publishing.banner(serving.told(result.checked.errors, config), first=True))
            if serving.session is not None
            else ""
        ),
    }
    # Dates in the sitemap are the site's own day, never the clock's.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(calendar.timegm(settings.as_of.timetuple())))


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Name the generated pages of the navigation, and list in the footer those top pages that it leaves out."""
    for page in nav.pages:
        if isinstance(page, RecordPage) and "title" not in vars(page):
            page.called = RUN.scene.build.page(page.address).title
    listed = {page.url for page in nav.pages}
    RUN.scene.nav = nav
    config.extra["shell"]["reference"] = [
        {"title": title(), "address": address}
        for title, address in REFERENCE
        if address not in listed | RUN.scene.build.unused and not RUN.scene.build.checked.failed
    ]


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Escape whatever the shell of a page shows: MkDocs escapes nothing by itself.

    An `autoescape` block in a template would not do: what stands in its `block`s is not inside it.
    """
    env.autoescape = True
    env.bytecode_cache = rendering.Compiled()
    RUN.scene.env = env
    RUN.scene.pages = {file.page.url: file.page for file in files.documentation_pages() if file.page}
    RUN.scene.take_over()
    return env


def on_page_context(
    context: dict[str, Any],
    *,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,  # noqa: ARG001 - MkDocs calls it so
) -> dict[str, Any]:
    """Make the page, and give the shell what it shows about it."""
    RUN.scene.fill(page)
    about = {"view": page.meta.get("view", {}), "meta": page.meta, "shell": config.extra["shell"]}
    return context | about | {"kept": RUN.scene.kept(page)}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Forget the HTML of a page that is written: a large site's pages together would fill the memory."""
    page.content = ""
    page.meta.pop("view", None)
    return output if RUN.directory_urls else urls.linked_to_files(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Let links of pages that belong to no record lead to files, where the site is to have such links."""
    return (
        output if RUN.directory_urls or not template_name.endswith(".html") else urls.linked_to_files(output)
    )


def on_template_context(
    context: dict[str, Any],
    *,
    template_name: str,  # noqa: ARG001 - MkDocs calls it so
    config: MkDocsConfig,
) -> dict[str, Any]:
    """Give pages that belong to no record the same shell."""
    about = {"view": {}, "meta": {}, "shell": config.extra["shell"]}
    return context | about | {"kept": lambda _name, made: made()}


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write generated pages and the files of all formats, and put the finished site in the place of the last one."""
    scene, folder = RUN.scene, Path(config.site_dir)
    formats = {}
    jobs = scene.build.checked.dossier.settings.jobs or processors()
    try:
        serves = serving.session is not None
        for file in write(scene.build, folder, scene.draw, jobs, dict(scene.listings), later=serves):
            if file.format:
                formats[file.path] = file.format
            if file.replaced:
                log.warning("docs/%s gives way to the file that is generated", file.path)
    except Unmade as error:  # told as MkDocs tells it of a page that it writes itself
        cause = error.__cause__ or error
        log.error("Error building page '%s': %s", error, cause)  # noqa: TRY400 - MkDocs tells the rest
        raise cause from None
    if serving.session is None and (heavy := publishing.too_heavy(*publishing.weight(folder))):
        log.warning("%s", heavy)
    target = RUN.target or folder
    try:
        publishing.replace(target, folder)
    except OSError as error:
        publishing.discard(folder)
        raise PluginError(f"the site cannot be put into {target.name}/: {error.strerror or error}") from error
    if serving.session is not None and not scene.build.checked.failed:
        serving.session.preview = Preview(target, scene.build, formats, partial(_drawn_again, scene))


def _drawn_again(scene: Scene, address: str, build: Build, message: str) -> str | None:
    """Return the page at an address as another state of the content makes it; nothing if it makes none."""
    RUN.scene = scene  # a build that failed since then had one of its own
    return scene.drawn_again(address, build, message)


def on_build_error(error: Exception) -> None:
    """Remove what a failed build left, and say in one line what a full or closed disk did."""
    if RUN.target is not None:
        publishing.discard(publishing.beside(RUN.target))
    if isinstance(error, OSError):
        raise PluginError(
            f"the site cannot be written: {error.filename or ''} {error.strerror or error}"
        ) from error


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    """Hand the server over to whoever keeps it going while somebody edits."""
    return serving.attach(server, config)
