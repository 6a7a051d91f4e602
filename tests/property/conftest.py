"""Properties are tried on the same cases every time, unless somebody asks for more."""

from __future__ import annotations

import os

import hypothesis

SLOW = [hypothesis.HealthCheck.too_slow]
"""A busy machine is no reason to fail."""

hypothesis.settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, database=None, suppress_health_check=SLOW
)
hypothesis.settings.register_profile(
    "mutation",
    derandomize=True,
    deadline=None,
    max_examples=40,
    database=None,
    suppress_health_check=SLOW,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)
"""For `make mutate`: a few cases, and no search for the smallest one that fails."""
if os.environ.get("HYPOTHESIS_PROFILE", "mutation") == "mutation":
    hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
