"""What unit tests share: content written in a test's docstring."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.unit.content import Content


@pytest.fixture
def content(request: pytest.FixtureRequest) -> Content:
    """Return the records in the docstring of the test, beside the cast of the manuals.

    Lines are counted from the docstring's first line of text.
    """
    return Content(dedent(request.function.__doc__ or "").strip("\n") + "\n")
