"""What the status of each claim hangs on, as it was signed; and that no number is made of it."""

from __future__ import annotations

import re

import pytest

from explainer.checking import check
from explainer.dossier import Dossier
from tests.golden.hanging import PROJECT, SENTENCES, sentences


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return check(PROJECT).dossier


def test_every_sentence_is_as_it_was_signed(dossier: Dossier) -> None:
    meant = "if this is meant: .venv/bin/python -m tests.golden.hanging, then read the diff"
    assert sentences(dossier) == SENTENCES.read_text(encoding="utf-8"), meant


def test_no_sentence_gives_a_score(dossier: Dossier) -> None:
    assert not re.search(r"%|per cent|score|index|points|probab", sentences(dossier), re.IGNORECASE)
