"""The evidence engine: origins, statuses and histories, computed from the evidence alone."""

from explainer.judging.assessing import Assessment, Denial, assess, is_word_of
from explainer.judging.history import Moment, history, status_on
from explainer.judging.origins import Origin, Origins, Trail, loops
from explainer.judging.positions import Stand, stands
from explainer.judging.statements import OBSERVED, Item, Statement, of_article, of_claim, of_event

__all__ = [
    "OBSERVED",
    "Assessment",
    "Denial",
    "Item",
    "Moment",
    "Origin",
    "Origins",
    "Stand",
    "Statement",
    "Trail",
    "assess",
    "history",
    "is_word_of",
    "loops",
    "of_article",
    "of_claim",
    "of_event",
    "stands",
    "status_on",
]
