"""Values with a grammar, each parsed where it enters: dates, addresses, ids, languages, quantities."""

from explainer.values.clock import ClockTime
from explainer.values.codes import CountryCode, LanguageTag, WikidataId
from explainer.values.edtf import EdtfDate
from explainer.values.grammar import Choice, Grammar, Id, Key, Prose, Spread, Switch, Text
from explainer.values.path import PicturePath
from explainer.values.quantity import Quantity
from explainer.values.url import ArchiveUrl, Url

__all__ = [
    "ArchiveUrl",
    "Choice",
    "ClockTime",
    "CountryCode",
    "EdtfDate",
    "Grammar",
    "Id",
    "Key",
    "LanguageTag",
    "PicturePath",
    "Prose",
    "Quantity",
    "Spread",
    "Switch",
    "Text",
    "Url",
    "WikidataId",
]
