"""The adapter to MkDocs: asks the core to build, hands over pages and files, prints diagnostics.

The only module that knows MkDocs, and the only one MkDocs knows.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

sys.path.insert(0, str(Path(__file__).parent))

from explainer import rendering, urls  # noqa: E402 - the folder must be on the path first
from explainer.pipeline import Build, build  # noqa: E402
from explainer.values.edtf import day_words  # noqa: E402

if TYPE_CHECKING:
    from explainer.artifacts import PageArtifact

log = get_plugin_logger("explainer")

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
)


class _State:
    """What lives between events: the command, and the last build that was whole."""

    command = ""
    build: Build | None = None


class RecordPage(Page):
    """A page whose HTML is finished; it never meets Python-Markdown."""

    def __init__(self, artifact: PageArtifact, file: File, config: MkDocsConfig) -> None:
        self.artifact = artifact
        super().__init__(artifact.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take over what a Markdown page would read from its front matter."""
        self.markdown = ""
        self.meta = {"title": self.artifact.title, "description": self.artifact.description, "view": _view(self.artifact, config)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the finished HTML."""
        self.content = self.artifact.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def _view(artifact: PageArtifact, config: MkDocsConfig) -> dict[str, Any]:
    settings = _settings(config)
    repository, branch = settings.get("repository") or "", settings.get("branch") or "main"
    view: dict[str, Any] = {
        "section": artifact.section,
        "crumbs": [{"title": title, "address": address or "."} for title, address in artifact.crumbs],
        "toc": [{"anchor": anchor, "title": title} for anchor, title in artifact.toc],
        "alternates": [{"media_type": media, "path": path, "title": title} for media, path, title in artifact.alternates],
        "structured": rendering.data_island(artifact.structured) if artifact.structured else None,
    }
    if repository and artifact.edit:
        view["edit_url"] = f"{repository}/blob/{branch}/{artifact.edit.file}#L{artifact.edit.line}"
        view["change_url"] = f"{repository}/edit/{branch}/{artifact.edit.file}"
    if repository and artifact.record:
        view["report_url"] = f"{repository}/issues/new?template=problem.yml&record={artifact.record}"
    return view


def _settings(config: MkDocsConfig) -> dict[str, Any]:
    return dict(config.extra.get("explainer") or {})


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs calls it with both
    """Remember whether a reader is watching."""
    _State.command = command


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build, refuse if there are errors, and hand over every page and file."""
    result = build(Path(config.config_file_path).parent)
    for diagnostic in result.checked.diagnostics:
        (log.error if diagnostic.severity.value == "error" else log.warning)("%s", diagnostic)
    if result.checked.failed:
        problems = sum(1 for one in result.checked.diagnostics if one.severity.value == "error")
        raise PluginError(f"{problems} error(s) in content/ and docs/; nothing was built")
    _State.build = result
    for page in result.pages:
        file = File.generated(config, urls.file_of(page.address).removesuffix("index.html") + "index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        RecordPage(page, file, config)
        files.append(file)
    for artifact in result.files:
        files.append(File.generated(config, artifact.path, content=artifact.content))
    _shell(config, result)
    return files


def _shell(config: MkDocsConfig, result: Build) -> None:
    """Tell the shell of pages what it needs to know."""
    settings = result.checked.dossier.settings
    folders = [Path(directory) / "assets" / "stylesheets" for directory in config.theme.dirs]
    stylesheets = [path for folder in folders for path in sorted(folder.glob("main.*.min.css"))]
    config.extra["shell"] = {
        "policy": "" if _State.command == "serve" else POLICY,
        "stylesheet": f"assets/stylesheets/{stylesheets[0].name}",
        "as_of": day_words(settings.as_of),
        "alternates": [],
        "banner": "",
    }


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:  # noqa: ARG001
    """Give the shell what it shows about this page."""
    return context | {"view": page.meta.get("view", {}), "meta": page.meta, "shell": config.extra["shell"]}


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:  # noqa: ARG001
    """Give pages that belong to no record the same shell."""
    return context | {"view": {}, "meta": {}, "shell": config.extra["shell"]}


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Resolve references, blocks and mentions in pages under docs/."""
    if isinstance(page, RecordPage) or _State.build is None:
        return html
    return _State.build.site.weave(urls.of_page(page.file.src_uri), html)
