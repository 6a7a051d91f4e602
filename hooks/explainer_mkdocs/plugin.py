"""The plugin `explainer`: for a host that knows plugins only, the same events as the hooks of a project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from explainer_mkdocs import events


class NoSettings(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it without types
    """Settings of a site stand under `extra: explainer:`, whichever way the generator is reached."""


class ExplainerPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call] # MkDocs leaves it without types
    """Does at each event what `explainer_mkdocs.events` does."""


def _passed_on(event: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function as a method that does nothing where the project’s hooks do it.

    Whatever priority the function asks for goes with it.
    """

    def method(_self: ExplainerPlugin, *given: Any, **named: Any) -> Any:
        config = next((one for one in (*given, *named.values()) if isinstance(one, MkDocsConfig)), None)
        hooks = config["hooks"].values() if config is not None else ()
        if any(getattr(hook, "on_files", None) is events.on_files for hook in hooks):
            return None
        return event(*given, **named)

    method.__doc__ = event.__doc__
    if hasattr(event, "mkdocs_priority"):
        method.mkdocs_priority = event.mkdocs_priority  # type: ignore[attr-defined]
    return method


for _name in dir(events):
    if _name.startswith("on_"):
        setattr(ExplainerPlugin, _name, _passed_on(getattr(events, _name)))
