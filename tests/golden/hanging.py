"""The golden file of the sentences: what each claim's status hangs on, its verdict and what it lacks, in words.

Write it anew with `.venv/bin/python -m tests.golden.hanging`, then read the diff for sense and tact.
"""

from __future__ import annotations

from pathlib import Path

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.hanging import hanging, is_asked
from explainer.linking import without_markup
from explainer.verdicts import missing, verdict_words

PROJECT = Path(__file__).parents[2]
SENTENCES = Path(__file__).with_name("hanging.txt")


def sentences(dossier: Dossier) -> str:
    """Return a paragraph for every claim of which it is asked what its status hangs on."""
    paragraphs = []
    for judgement in dossier.of_kind("claim"):
        if not is_asked(judgement):
            continue
        found = hanging(judgement, dossier)
        lines = [
            f"{judgement.id} ({judgement.assessment.status})",
            verdict_words(judgement, dossier),
            *(found.sentences if found else ()),
            missing(judgement, dossier),
        ]
        paragraphs.append("\n  ".join(without_markup(line) for line in lines if line))
    return "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    SENTENCES.write_text(sentences(check(PROJECT).dossier), encoding="utf-8")
