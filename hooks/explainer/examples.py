"""Examples of components, from the `examples.yml` in a component's folder.

The gallery shows them, the tests render them, and what looks at pages looks at them.
A file maps the name of each example to the data that the component is given; a picture is drawn from
them first. Functions that pages give to macros, such as `url`, are not part of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer import rendering
from explainer.reading import read_settings
from explainer.views import pictures

COMPONENTS = Path(__file__).parent / "components"


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a component."""

    component: str
    name: str
    data: Mapping[str, Any]

    def html(self, url: Callable[[str], str], inline: Callable[[str], str]) -> str:
        """Return the example as HTML; `url` makes links, `inline` prose, as on a page."""
        tools = {"url": url, "inline": rendering.returning_html(inline)}
        wanted = rendering.parameters(self.component)
        return rendering.component(
            self.component,
            **pictures.drawn(self.component, self.data),
            **{name: tools[name] for name in wanted if name in tools},
        )


def examples() -> Iterator[Example]:
    """Yield every example, by component and in the order in which they are written."""
    for path in sorted(COMPONENTS.glob("*/examples.yml")):
        data, problems = read_settings(path)
        for problem in problems:
            raise ValueError(f"{path.parent.name}: {problem}")
        for name, given in data.items():
            yield Example(path.parent.name, name, given)
