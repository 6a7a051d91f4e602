"""The evidence engine: origins, statuses and histories, computed from the evidence alone."""

from explainer.judging.assessing import Assessment, Denial, assess
from explainer.judging.bonds import Bonds, Owner, fold_name, holds
from explainer.judging.history import Moment, history, status_on
from explainer.judging.origins import Origin, Origins, Trail, fell_on, loops
from explainer.judging.positions import WORDS, Stand, stands
from explainer.judging.statements import OBSERVED, Item, Statement, of_article, of_claim, of_event
from explainer.judging.voices import speaks_for, voice_of, voices_of
from explainer.judging.weighing import (
    has_outsider,
    independent,
    is_corroborated,
    is_reported,
    opponents_agree,
    origins_of,
    roots_of,
)

__all__ = [
    "OBSERVED",
    "WORDS",
    "Assessment",
    "Bonds",
    "Denial",
    "Item",
    "Moment",
    "Origin",
    "Origins",
    "Owner",
    "Stand",
    "Statement",
    "Trail",
    "assess",
    "fell_on",
    "fold_name",
    "has_outsider",
    "history",
    "holds",
    "independent",
    "is_corroborated",
    "is_reported",
    "loops",
    "of_article",
    "of_claim",
    "of_event",
    "opponents_agree",
    "origins_of",
    "roots_of",
    "speaks_for",
    "stands",
    "status_on",
    "voice_of",
    "voices_of",
]
