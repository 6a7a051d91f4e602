"""How English says that something was not said, shown or found: in general, or in one text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from explainer.linking import REFERENCE

_SAID = (
    "accepted|acknowledged|added|admitted|answered|claimed|commented|conceded|confirmed|corroborated|counted|"
    "defined|denied|described|disclosed|disproved|documented|established|examined|explained|found|given|identified|"
    "measured|mentioned|named|observed|produced|proved|proven|published|reported|retracted|revealed|said|seen|"
    "settled|shown|stated|taken back|verified|withdrawn|borne"
)
_THINGS = (
    "accounts?|admissions?|answers?|body|bodies|confirmations?|copy|copies|counts?|dates?|denials?|details|documents?|"
    "evidence|figures?|films?|governments?|images?|lists?|measures?|measurements?|names?|numbers?|officials?|origins?|"
    "outsiders?|pages?|photographs?|pictures?|proofs?|records?|reports?|retractions?|services?|sides?|signs?|sources?|"
    "states?|statements?|study|studies|texts?|totals?|traces?|voices?|witness(?:es)?|words?"
)
_DOES = (
    "has|have|had|is|was|were|gave|gives?|said|says?|named|withdrew|spoke|published|shows?|showed|adds?|bears?|carr(?:y|ies)|"
    "names?|prints?|proves?|reports?|settles?|explains?|tells?"
)
_ADVERBS = r"(?:\w+ly\s+|yet\s+|been\s+|ever\s+)*"

_GENERAL = tuple(
    (sign, re.compile(rf"\b{pattern}\b", re.IGNORECASE))
    for sign, pattern in (
        ("nobody", r"nobody(?!’s)"),
        ("no", r"no[ -]one(?!’s)"),
        ("neither", rf"neither\b[^.;:]{{0,90}}?\b(?:{_DOES})"),
        ("neither", r"by\s+neither"),
        ("n", r"(?:has|have|had)\s+(?:published|given|named|said|shown)\s+(?:no|neither|nothing)"),
        ("never", rf"never\s+{_ADVERBS}(?:{_SAID})"),
        ("not", rf"(?:has|have)\s+not\s+{_ADVERBS}(?:{_SAID})"),
        ("none", rf"none\s+(?:of|that|{_DOES})"),
        ("there", rf"there\s+(?:is|are|was|were)\s+(?:none|no\s+(?:\w+\s+){{0,2}}(?:{_THINGS}))"),
        ("not", r"not\s+(?:be\s+)?found"),
        (
            "not",
            r"(?:is|are|was|were)\s+(?:still\s+)?not\s+(?:yet\s+)?(?:known|established|verified|confirmed|documented)",
        ),
        ("nothing", r"nothing\s+(?:was\s+found|(?:more\s+)?is\s+known|that\s+(?:we|was)|in\s+the\s+pages)"),
        ("not", r"not\s+once"),
        (
            "o",
            r"(?:only|from|on|in)\s+(?:one|a\s+single)\s+(?:other\s+|mirror\s+)?(?:page|source|document|report|copy)",
        ),
        ("o", r"(?:only|from|on|in)\s+(?:one|a\s+single)\s+(?:other\s+)?(?:origin|website|witness)"),
        ("only", r"only\s+a\s+(?:mirror\s+)?copy"),
        ("only", r"(?:is|are|was|were)\s+the\s+only"),
        ("any", r"(?:on|in)\s+any\s+page"),
        ("not", r"(?:it|he|she|they)\s+(?:has|have)\s+not(?=\s*[;,.])"),
    )
)
"""Ways to say it, each with a sign without which it cannot be there: most sentences need no closer look."""
_NO_THING = re.compile(rf"\bno\s+(?:(?!longer\b|more\b)\w+\s+){{0,2}}?(?:{_THINGS})\b", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    r"\b(?:(?:is|are|was|were|be)(?:\s+\w+)?|means?|adds?|needs?|has|have|had|with|carr(?:y|ies)|counts?\s+as|makes?)\s+$",
    re.IGNORECASE,
)
"""Before “no denial”: what a thing is or has, and no word on what others did not do."""

_LEFT_OUT = "gave|gives?|giving|given|names|named|naming|offers?|offered|shows?|showed|showing|published|saw|holds|held"
_ONE_TEXT = re.compile(
    rf"\b(?:(?:{_LEFT_OUT})\s+(?:no|neither|nothing)|(?:does|do|did)\s+not\s+(?:say|name|show|tell|explain|give)|"
    rf"without\s+(?:saying|naming|showing))\b",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(rf"\b(?:{_LEFT_OUT})\s+$", re.IGNORECASE)

_VOICE = re.compile(
    r"\b(?:account|according\s+to|add(?:s|ed)|admit(?:s|ted)|announc\w+|argu(?:es|ed)|assert(?:s|ed)|calls?|called|"
    r"denie[sd]|insist(?:s|ed)|means?|not(?:es|ed)|recall(?:s|ed)|repeat(?:s|ed)|repl(?:ies|ied)|report(?:s|ed)|"
    r"sa(?:y|ys|id|ying)|t(?:ell|ells|old)|warn(?:s|ed)|wr(?:ites?|ote))\b",
    re.IGNORECASE,
)
"""Before the words of absence in their clause: they are somebody else’s."""
_CLAUSE = re.compile(
    r"[;:—.]\s|,\s+(?:and|but|while|which|though|whereas|so)\b(?!\s+that\b)|"
    r"\band\b(?=\s+(?:(?:on\s+)?no\s+page|nobody|no\s+one|neither|[A-Z]\w+[\s,]+(?:has|have|had)\b))"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:the|these|those|such|other|single|its|their|several|more|many|of|on|in|two|three)\s+$",
    re.IGNORECASE,
)
"""Before “reports” or “accounts”: a thing, and nobody who speaks."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+(?:or|and)\s+)?$", re.IGNORECASE)
"""Before “denied” or “called”: what was done to a thing; unless “that” follows, no words of absence are told by it."""
_AS_FAR_AS_READ = re.compile(
    r"\bon\s+(?:the|all)\s+pages\s+(?:that\s+)?(?:were|we(?:\s+have)?)\s+read\b", re.IGNORECASE
)
"""How far was looked, which stands between a verb and what belongs to it, or before the words of absence."""
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|「[^「」]*」|(?<!\[)\[[^\[\]]*\]\([^)\s]*\)")
"""Others’ words, and titles of pages."""
_GIVEN = re.compile(r"[^.;:]{0,60}?\b(?:was|were)\s+(?:given|shown|named|offered)\b", re.IGNORECASE)


class Absence(NamedTuple):
    """The words of absence in a sentence, and whether they speak of one text or of all that there is."""

    words: str
    of: Literal["all", "one text"]


def absence(text: str) -> Absence | None:
    """Return the words in which a sentence says, in its own voice, that something was not said, shown or found."""
    shown = REFERENCE.sub(_only_words, _QUOTATION.sub(lambda found: "“" * len(found.group()), text))
    shown = _AS_FAR_AS_READ.sub(lambda found: "," + " " * (len(found.group()) - 1), shown)
    lowered = shown.lower()
    for sign, pattern in _GENERAL:
        for found in pattern.finditer(shown) if sign in lowered else ():
            before = shown[: found.start()]
            plain = sign == "neither" and (_LEAVES_OUT.search(before) or _WHAT_IT_IS.search(before))
            if not (plain or _is_reported(before)):
                return Absence(found.group(), "all")
    for found in _NO_THING.finditer(shown):
        before = shown[: found.start()]
        if not (_WHAT_IT_IS.search(before) or _LEAVES_OUT.search(before) or _is_reported(before)):
            given = _GIVEN.match(shown, found.end())
            return Absence(found.group(), "one text" if given else "all")
    for found in _ONE_TEXT.finditer(shown):
        if not _that(shown[: found.start()]):
            return Absence(found.group(), "one text")
    return None


def _is_reported(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    return any(_is_voice(found, clause) for found in _VOICE.finditer(clause))


def _is_voice(found: re.Match[str], clause: str) -> bool:
    """Tell whether a verb of saying has somebody who says what follows."""
    ahead = clause[: found.start()]
    if found.group().lower() in ("report", "reports", "calls", "notes"):
        return _BEFORE_NOUN.search(ahead) is None
    return _PASSIVE.search(ahead) is None or re.search(r"\bthat\b", clause[found.end() :]) is not None


def _that(before: str) -> bool:
    """Tell whether a clause is what somebody says: “wrote that they gave …”."""
    clause = _CLAUSE.split(before)[-1]
    voice = _VOICE.search(clause)
    return voice is not None and re.search(r"\bthat\b", clause[voice.end() :]) is not None


def _only_words(found: re.Match[str]) -> str:
    """Return a reference as its words; white space keeps all after it in its place."""
    words = found["words"] or ""
    return f"{' ' * (len(found.group()) - len(words) - 2)}{words}  "
