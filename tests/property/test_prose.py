"""What is true of any prose."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from explainer import prose

BARE = st.text(st.sampled_from("abж한é 1234567890,.;:?%/|#[]“”‘’–—-"), max_size=60)


@given(BARE)
@example("a [[b|c]] – d")
@example("a- b")
@example("a  b")
@example("a [x]: y")
def test_a_line_without_markup_is_what_markdown_makes_of_it(text: str) -> None:
    markdown, outward = prose._markdown(), prose._outward  # noqa: SLF001 - what is compared is how it is made
    assert prose.to_html(text) == outward(markdown.render(text))
    assert prose.to_inline(text) == outward(markdown.renderInline(" ".join(text.split())))
