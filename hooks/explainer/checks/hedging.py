"""Whether a sentence says no more than the claim on which it leans: who says so, or how sure it is.

A sentence that leans on a claim that is not settled must attribute or hedge; one that leans on an
acknowledged claim must not call it alleged. The word of its waivers is `hedge`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.checks._told import Finding, Waiver, needed, told, unwaived
from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier, Judgement
from explainer.linking import REFERENCE
from explainer.prose import Page
from explainer.sentences import Sentence

RESTS_ON = "records"

SETTLED = ("acknowledged", "corroborated")
"""Statuses of claims that a sentence may state as a fact, unless somebody denies them."""

_ATTRIBUTION = (
    r"according to|acknowledg\w*|accounts?|accus\w+|add(?:s|ed)|admi(?:t|ts|tted|ssions?)|alleg\w+|"
    r"announc\w+|argu(?:e|es|ed|ing|ment)|ask(?:s|ed)|assert\w*|assess(?:es|ed|ments?)?|attribut\w+|believ\w+|"
    r"call(?:s|ed)?|cit(?:e|es|ed|ing)|claim(?:s|ed|ing)?|conced\w+|conclud\w+|confirm\w*|contend\w*|"
    r"contest\w*|count(?:s|ed)|declar\w+|declin\w+|denials?|den(?:y|ies|ied|ying)|describ\w+|dismiss\w*|"
    r"disput\w+|estimat\w+|expect\w*|forecast\w*|groundless|insist\w*|interpret\w*|judg(?:e|es|ed|ement)|"
    r"maintain(?:s|ed)|mention\w*|not(?:es|ed)|predict\w*|purport\w*|quot(?:e|es|ed|ing)|recall\w*|refus\w+|"
    r"reject\w*|repl(?:y|ies|ied)|report\w*|respon(?:d|ds|ded|se)|rumou?r\w*|sa(?:y|ys|id|ying)|"
    r"sp(?:eak|eaks|oke|oken|eaking)|spokes\w+|stat(?:es|ed|ing|ements?)|suggest\w*|suspect\w*|"
    r"t(?:ell|ells|old)|testi\w+|thinks?|thought|versions?|warn\w*|wr(?:ite|ites|ote|itten)|"
    r"by [^.;:]{1,60}[’']s? (?:figures?|reckoning|words?)|in the (?:words|view) of|puts? .{1,60} at"
)
_HEDGE = (
    r"anonymous|apparent\w*|appear(?:s|ed)?|chances?|could|disagree\w*|doubt\w*|if so|indicat\w+|likely|"
    r"might|no (?:evidence|proof|sign)|open question|perhaps|possibl\w+|presum\w+|probabl\w+|seem(?:s|ed)?|"
    r"not (?:been |yet |yet been )?(?:confirmed|established|known|proven|shown|verified)|so-called|"
    r"supposed\w*|unclear|unconfirmed|unknown|unnamed|unproven|unverified|whether|would"
)
_SAYING = (
    r"affirm|agree|assum|attest|aver|boast|calculat|caution|charg|clarif[iy]|comment|complain|concur|consider|"
    r"counter|decid|deem|determin|disclos|emphasi[sz]|explain|fear|find|found|gather|guess|held|highlight|hint|hold|"
    r"hop|impl[iy]|infer|insinuat|learn|object|observ|opin|point(?:s|ed|ing)? out|portray|posit|postulat|profess|"
    r"protest|reaffirm|reckon|reiterat|remark|repeat|retort|reveal|rul|signal|specif[iy]|speculat|stress|submit|swear|"
    r"swore|underlin|underscor|understand|understood|vow|worr[iy]"
)
"""Beginnings of verbs that attribute what follows “that”; without it they do something else: “held the bridge”."""
_TELLING = r"assur|brief|inform|notif[iy]|persuad|remind"
"""Beginnings of verbs that do so after naming who was told."""
_ENDINGS = r"(?:e|es|ed|s|d|ing|led|ling|red|ring|ted|ting|ped|ping|n)?"
_SURE = r"certain|clear|confident|convinced|persuaded|satisfied|sure"
_OPINION = r"belief|contention|conviction|opinion|thesis|view"
_STANCE = r"conclusion|finding|line|point|position|reading|reason|ruling|theory"
_WITH_THAT = (
    # a noun is no verb: “the object that lay there”
    rf"(?<!the\s)(?<!an\s)(?<!\ba\s)(?:{_SAYING}){_ENDINGS}(?:,? \w+)?,? that|"
    rf"(?:{_TELLING}){_ENDINGS}(?: [\w’]+){{1,4}} that|(?:{_SURE}|{_OPINION}) that|"
    rf"(?:{_OPINION}|{_STANCE}) (?:is|was|has been) that|t(?:ak(?:es?|ing)|ook) the (?:line|position|view) that|"
    r"puts? it that"
)
"""Attributions that are told from plain verbs and nouns by the “that” after them."""
_VIEWPOINT = (
    r"(?:in|to) (?:its|his|her|their|the|[^.;:,]{1,40}[’']s?) (?:opinion|eyes|judg(?:e)?ment|reading|view)|"
    r"from [^.;:,]{1,60} (?:point of view|standpoint|perspective)|as [^.;:,]{1,40} (?:has|have|puts?|sees?) it"
)
# “may” only with a small letter: May is a month. A sentence may break anywhere between two words.
_WORDS = re.compile(
    rf"\b(?:(?i:{_ATTRIBUTION}|{_HEDGE}|{_WITH_THAT}|{_VIEWPOINT})|may)\b".replace(" ", r"\s+"), re.DOTALL
)
_COLON = re.compile(r"^\W*(?P<voice>\w[^.:]{1,80}): ")

_POINTER = re.compile(r"\b[Ss]ee(?: also)?[ \n]+$")
"""Before a reference: it leads on to a claim and says nothing of it."""

_OVERHEDGED = re.compile(
    r"\b(?:(?:alleg|purport|reput|suppos)edly|(?:the|an|any|its|their|his|her|these|those|of) alleged)\b",
    re.IGNORECASE,
)


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every sentence that says more, or less, than the claims on which it leans."""
    return unwaived(_findings(dossier, pages))


def waivers(dossier: Dossier, pages: tuple[Page, ...]) -> tuple[Waiver, ...]:
    """Return every waiver that is needed, in the order of the files."""
    return needed(_findings(dossier, pages))


def _findings(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Finding]:
    accepted = _accepted(dossier.settings.hedges)
    for one in told(dossier, pages, lambda text: "[[" in text):
        for written, problem in _problems(one.sentence, one.own, dossier, accepted):
            reference = REFERENCE.match(one.sentence.text, written)
            where = one.at(written, reference.group() if reference else "[[")
            yield one.find("hedge", where, problem.code, problem.message, problem.hint)


def _accepted(further: tuple[str, ...]) -> re.Pattern[str]:
    if not further:
        return _WORDS
    own = "|".join(re.escape(word) for word in further)
    return re.compile(rf"{_WORDS.pattern}|\b(?i:{own})\b", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Problem:
    code: str
    message: str
    hint: str


def _problems(
    sentence: Sentence, own: str, dossier: Dossier, accepted: re.Pattern[str]
) -> Iterator[tuple[int, _Problem]]:
    """Yield where in a sentence a claim is stated too strongly or too weakly."""
    if "[[" not in sentence.text:
        return
    leans = [
        (found.start(), judgement)
        for found in REFERENCE.finditer(sentence.text)
        if (judgement := dossier.judgements.get(found["id"].strip()))
        and judgement.statement.kind == "claim"
        and judgement.id != own
        and not _POINTER.search(sentence.text[: found.start()])
    ]
    words = _visible(sentence.text)
    hedged = bool(accepted.search(words) or accepted.search(_visible(sentence.lead)))
    for at, judgement in leans:
        if _needs_hedge(judgement) and not hedged and not _begins_with_voice(words, dossier):
            yield at, _unhedged(judgement, dossier)
            return
    found = _OVERHEDGED.search(words)
    if found and leans and all(judgement.assessment.status == "acknowledged" for _, judgement in leans):
        yield leans[0][0], _overhedged(leans[0][1], found.group(), dossier)


def _begins_with_voice(words: str, dossier: Dossier) -> bool:
    """Tell whether a sentence begins with an actor and a colon, as in “The ministry: nobody has crossed”."""
    found = _COLON.match(words)
    return found is not None and any(
        name in found["voice"]
        for entry in dossier.graph.of_kind("actor")
        for name in entry.kind.names(entry.record)
    )


def _visible(text: str) -> str:
    return REFERENCE.sub(lambda found: found["words"] or "", text)


def _needs_hedge(judgement: Judgement) -> bool:
    status = judgement.assessment.status
    if judgement.statement.nature == "outcome":
        return status == "open"  # what became of a forecast is computed, whoever denied it before
    if status == "acknowledged":
        return False
    return status not in SETTLED or bool(judgement.assessment.contested_by)


def _unhedged(judgement: Judgement, dossier: Dossier) -> _Problem:
    status, title = judgement.assessment.status, dossier.graph.title(judgement.id)
    why = f"the claim is {status}"
    if status in SETTLED:
        why = f"{_name(judgement.assessment.contested_by[0], dossier)} denies it"
    makers = [_name(actor, dossier) for actor in judgement.statement.made_by]
    who = f"say who says so, for example “according to {makers[0]}”" if makers else "say who says so"
    return _Problem("unhedged", f"this sentence states “{title}” as a fact, and {why}", who)


def _name(id: str, dossier: Dossier) -> str:
    return dossier.graph.title(id) if id in dossier.graph.entries else id.partition(":")[2] or id


def _overhedged(judgement: Judgement, word: str, dossier: Dossier) -> _Problem:
    title = dossier.graph.title(judgement.id)
    message = f"this sentence says “{word}” of “{title}”, which was acknowledged"
    return _Problem("overhedged", message, "leave the word out, or say who alleged it, and when")
