"""Properties are tried on the same cases every time, unless somebody asks for more."""

from __future__ import annotations

import os

import hypothesis

hypothesis.settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, database=None
)
if "HYPOTHESIS_PROFILE" not in os.environ:
    hypothesis.settings.load_profile("steady")
