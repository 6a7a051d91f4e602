"""From a template's name and plain data to text. The only module that knows Jinja.

Autoescape is on and an unknown name is an error. Data is only ever an argument: no text of a
contributor is compiled as a template.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from markupsafe import Markup, escape

from explainer.values import scripts
from explainer.wording import counted

HERE = Path(__file__).parent


class _Direct(CodeGenerator):
    """Compiles what our templates do most into less: a call, and a value that is printed.

    Jinja asks of every call whether the function wants the context; none of ours does. And it makes an
    object of each value that it escapes, only to join them.
    """

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - as Jinja calls it
        """Write a call."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in [*node.args, *node.kwargs]:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


def shown(value: Any) -> str:
    """Return a value as it is printed in HTML: escaped, unless it is HTML already."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):
        return value  # type: ignore[no-any-return] # both are text
    return escape(value)


_SPECIAL = re.compile("[&<>\"']").search


class _PlainData(Environment):
    """Templates receive dictionaries: `row.title` looks for the key first, which is also quicker."""

    code_generator_class = _Direct
    shown = staticmethod(shown)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the value under a key, else what Jinja would find."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates where Python keeps its own compiled modules, and under the same conditions.

    Compiling all takes a tenth of a small build. What is kept is known by the template's text, the
    version of Jinja, the ways of the environment and the text of this module; where nothing can be kept,
    everything works without.
    """

    def __init__(self) -> None:
        folder = Path(cache_from_source(__file__)).parent
        super().__init__(str(folder), f"template-{jinja2.__version__}-%s.bin")
        self._ways = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template, as this environment compiles it."""
        ways = (
            environment.autoescape,
            environment.trim_blocks,
            environment.lstrip_blocks,
            environment.undefined,
        )
        return super().get_bucket(environment, name, f"{filename}|{ways}|{self._ways}", source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was kept; what cannot be read, or is broken, is compiled again."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, as far as Python may keep anything here."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: templates of pages, and a macro file in each component's folder."""
    made = _PlainData(
        loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), FileSystemLoader(HERE / "components")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
        bytecode_cache=Compiled(),
    )
    made.globals["component"] = _component
    made.filters["counted"] = counted
    made.filters["stamp"] = _stamp
    made.filters["foreign"] = _foreign
    made.filters["language"] = scripts.language_of
    return made


def _foreign(text: str, languages: Iterable[str] = ()) -> Markup:
    """Return a text whose runs of another script tell their language, one of those given where it fits."""
    return Markup(scripts.marked_text(text, languages))  # noqa: S704 - the text was escaped there


def _stamp(when: Mapping[str, Any]) -> Markup:
    """Return the machine-readable attribute of a time element, where HTML knows a form for the date.

    HTML has days, months and years, but no spans of them.
    """
    iso = str(when["iso"])
    return Markup("" if "/" in iso else f' datetime="{escape(iso)}"')  # noqa: S704 - escaped here


@cache
def _macro(name: str) -> Any:
    module = environment().get_template(f"{name}/{name}.html").module
    return getattr(module, name.replace("-", "_"))


def _component(name: str, /, *arguments: Any, **options: Any) -> Markup:
    """Render a component's macro; components call each other by name through this function."""
    if options or not all(map(_is_plain, arguments)):
        made: Markup = _macro(name)(*arguments, **options)
        return made
    return _plain_component(name, arguments)


def _is_plain(argument: Any) -> bool:
    """Tell whether a component that is told this looks the same wherever it stands."""
    kind = argument.__class__
    return kind is str or kind is bool or getattr(kind, "plain", False) is True


@lru_cache(maxsize=32768)
def _plain_component(name: str, arguments: tuple[Any, ...]) -> Markup:
    """Render a component once for all places that tell it the same: a status mark, a link to a record."""
    made: Markup = _macro(name)(*arguments)
    return made


def component(name: str, /, *arguments: Any, **options: Any) -> str:
    """Return the HTML of a component with these parameters."""
    return str(_component(name, *arguments, **options))


def parameters(name: str) -> tuple[str, ...]:
    """Return the names of what a component's macro takes."""
    return tuple(_macro(name).arguments)


def render(template: str, data: Mapping[str, Any]) -> str:
    """Return the text of a template filled with data; links in it lead to the web or stay in the site."""
    html = environment().get_template(template).render(data)
    for attribute, bad in _BAD_LINKS.items():
        if attribute in html:
            html = bad.sub(f'{attribute}#refused"', html)
    return html


_LINKING = ("href", "src", "srcset", "action", "poster", "ping", "background", " data")

_BAD_LINKS = {
    f'{attribute}="': re.compile(
        attribute
        + r'="(?!https?://[^"\s]*"'  # the web
        + r'|(?![/\\]{2})[^"\s\x00-\x1f\\:&?#/]*([/?#][^"\s\x00-\x1f\\]*)?")[^"]*"'  # within the site
    )
    for attribute in _LINKING
}
"""What no link may be. Addresses were checked when they were read; here as if they had not been."""


def safe(html: str) -> Markup:
    """Mark HTML that our own code made as HTML, so that templates do not escape it again."""
    return Markup(html)  # noqa: S704 - callers pass only what was escaped before


def returning_html(function: Callable[..., str]) -> Callable[..., Markup]:
    """Let a template call a function that returns HTML."""

    def call(*arguments: Any, **options: Any) -> Markup:
        return Markup(function(*arguments, **options))  # noqa: S704 - see safe()

    return call


def forget() -> None:
    """Drop compiled templates, so that edited files are read again."""
    environment.cache_clear()
    _macro.cache_clear()
    _plain_component.cache_clear()


_ISLAND = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode


def data_island(value: Any) -> Markup:
    """Return JSON that may stand inside a script element: nothing in it can end the element."""
    text = _ISLAND(value)
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704 - escaped for this context on the line above
