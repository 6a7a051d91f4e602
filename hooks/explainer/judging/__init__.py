"""The evidence engine: origins, statuses and histories, computed from the evidence alone."""

from explainer.judging.answers import Answer, Answers, answers, choices
from explainer.judging.assessing import Assessment, Denial, assess
from explainer.judging.bonds import Bonds, Owner, fold_name, holds
from explainer.judging.circles import loops
from explainer.judging.history import Moment, history, status_on
from explainer.judging.lacking import CONDITIONS, NEXT, lacking
from explainer.judging.leaving_out import (
    SORTS,
    Reading,
    Side,
    keeps_in,
    keeps_without,
    read,
    readings_of,
    roots_in,
    sides_of,
    with_only,
    without,
    without_source,
)
from explainer.judging.origins import Origin, Origins, Trail, fell_on
from explainer.judging.positions import CHANGED, SPOKEN, WORDS, Stand, sort_of, spoken_words, stands
from explainer.judging.statements import OBSERVED, Item, Statement, of_article, of_claim, of_event
from explainer.judging.voices import speaks_for, speaks_for_side, taken_back, voice_of, voices_of
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
    "CHANGED",
    "CONDITIONS",
    "NEXT",
    "OBSERVED",
    "SORTS",
    "SPOKEN",
    "WORDS",
    "Answer",
    "Answers",
    "Assessment",
    "Bonds",
    "Denial",
    "Item",
    "Moment",
    "Origin",
    "Origins",
    "Owner",
    "Reading",
    "Side",
    "Stand",
    "Statement",
    "Trail",
    "answers",
    "assess",
    "choices",
    "fell_on",
    "fold_name",
    "has_outsider",
    "history",
    "holds",
    "independent",
    "is_corroborated",
    "is_reported",
    "keeps_in",
    "keeps_without",
    "lacking",
    "loops",
    "of_article",
    "of_claim",
    "of_event",
    "opponents_agree",
    "origins_of",
    "read",
    "readings_of",
    "roots_in",
    "roots_of",
    "sides_of",
    "sort_of",
    "speaks_for",
    "speaks_for_side",
    "spoken_words",
    "stands",
    "status_on",
    "taken_back",
    "voice_of",
    "voices_of",
    "with_only",
    "without",
    "without_source",
]
