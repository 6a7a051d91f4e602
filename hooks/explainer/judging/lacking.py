"""What a statement lacks for the next status: the conditions that the evidence does not meet yet."""

from __future__ import annotations

from explainer.judging.assessing import Assessment
from explainer.judging.weighing import lacks_for_corroborated

NEXT = {
    "unsupported": "alleged",
    "alleged": "reported",
    "reported": "corroborated",
    "corroborated": "acknowledged",
}
"""The status above each; a statement that was taken back or refuted has none."""

CONDITIONS = {
    "support": "Somebody says so.",
    "outsider": "A named origin that is no party says so.",
    "second-origin": "A second origin says so that is independent of the first.",
    "observed": "Something observed shows it.",
    "admission": "One who speaks for an actor whom it concerns admits it.",
}
"""What can be lacking."""


def lacking(assessment: Assessment) -> tuple[str, ...]:
    """Return which conditions of the next status are not met; nothing where there is no next status."""
    status = assessment.status
    if status == "reported":
        return lacks_for_corroborated(assessment.supporting)
    return {"unsupported": ("support",), "alleged": ("outsider",), "corroborated": ("admission",)}.get(
        status, ()
    )
