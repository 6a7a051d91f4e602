"""Sentences of absence: which are found, what bounds them, on what they lean, how they are waived."""

from __future__ import annotations

from textwrap import indent

import pytest

from explainer.checks import absence as check
from explainer.checks._absent import absence
from explainer.diagnostics import Severity
from explainer.prose import Page
from tests.unit.content import Content, short

# Both lists were picked by hand from the pages of this site, before any of them was rewritten.
OF_ALL = """
Neither Moscow nor Pyongyang has given a date.
Both states acknowledge [[troops-in-kursk|soldiers in Kursk Region]] and have published neither numbers nor dates.
**Nobody has said.**
On the pages that were read, neither government has said since when its soldiers were there.
On the pages that were read, neither party says since when, so neither has answered the question.
: **Never confirmed:** what Russia planned in October 2024.
No document or witness of that time was found.
[[ukrinform-2025-04-28|Neither gave numbers or dates]], so every number is an estimate by somebody else.
- [[dprk-acknowledged-deaths|Soldiers died there]]; North Korea has given no total.
What nobody has shown, and what would answer it.
That does not acknowledge [[x|the ships of October 2024]], whose denials nobody has taken back, nor [[y|the days]].
- The treaty was read in parts: no page that was read shows all 23 articles with their numbers.
Its report of killed officers was [[six|never confirmed, and never withdrawn]], and still rests on unnamed officials.
No name, picture, admission or retraction was found.
Neither state has acknowledged [[arms-transfer-denials|arms]]; both deny or dismiss the reports.
Weapons had been reported by several origins; for people nobody had shown anything at that time.
North Korean soldiers died: North Korea acknowledges that and has published no total.
On no page that was read is there an independent count.
A newspaper turned this into [[ki|a North Korean claim of 350]], which was not found elsewhere.
Russia gave no figures on any page that was read; asked about it, the spokesman referred to the ministry.
On no page that was read was it verified, admitted or withdrawn.
These do not fit together, and no page that was read explains the difference.
Both states later explained it by the treaty; neither has said [[article-four|what the ground was before that day]].
The head of an aid group spoke of a clash [[clash|on 25 October]]; no second witness was found.
Zelensky spoke of workers for Russian factories; no page that was read shows any in an arms factory.
Nobody outside the governments has counted shells: the totals of shells are estimates.
[[share|None of these estimates shows how it was reached]], and they measure different things.
The deputy head said that deliveries had more than halved as stocks ran low; no other origin for this was found.
Measurements by outsiders were not found.
Unlike the soldiers, arms have not been acknowledged by either state on any page that was read.
Satellites see containers, so quantities start from capacity; nobody on the pages that were read has counted them.
Neither government has said how [[article-four|Article 4 covered soldiers]] who were sent before it was in force.
How much of the outcome at the front it explains was measured by nobody on the pages that were read.
Unnamed sources had spoken of up to that many; by early 2026 no official count came near it.
Neither Moscow nor Pyongyang has acknowledged any of it as payment on a page that was read.
No page that was read has a picture of [[air-defence-delivered|a delivered land system]].
All of this is what South Korea says; no page that was read has a measure from outside, such as customs data.
Its claim that North Koreans are also on Ukrainian territory has been confirmed by neither government.
The report was never confirmed and never withdrawn on the pages read.
The number of the Duma’s bill and that of the Russian law were not found.
A vote count of 397 to 0 stands, of the pages that were read, on [[moscowtimes|a single mirror copy]].
Of the pages that were read, only a [[moscowtimes|mirror copy of The Moscow Times]] has the count of 397 to 0.
The day in 2009 stands on none of the pages that were read.
The US statement is the only one; no page that was read has a study of debris from this missile.
Nothing that was read bears the account out.
The exact place is not known.
Krasnoyarsk was reported as the place; neither place nor date of the picture is established.
Nobody outside counted shells.
Nobody outside these governments has published measurements of accuracy in the pages that we read.
We found no denial in the pages that we read.
No page that was read reports a change of the treaty since it entered into force.
Nothing was found on what became of it.
Neither withdrew its earlier words on any page that was read.
No picture of a delivered land system is known to us.
No total by Pyongyang is known.
“Recorded” became “capturing officers”; nobody reported a capture at that date.
There is no measure from outside.
None of those that we read shows all 23 articles with their numbers.
Whether this has to do with the war is not known.
It has not been borne out: by early 2026 the highest official count is about 15,000.
Neither Moscow nor Pyongyang named the units, as far as the pages read show.
Russia has not taken the first answer back in any page that we read.
Nothing in the pages read lets its account be checked.
A copy of its report is the only page found with the count of 397 to 0.
Whether both spoke to the same people no page says.
No contract or account has been shown.
No hardware or documents have been shown.
On assumptions that no later count supports.
Two origins, neither with published evidence, whose numbers differ by half.
They do not cover weapons, which neither government has acknowledged ([[arms-transfer-denials]]).
The report said so, and no page that was read reports that they came.
No other page that was read supports it.
On the pages that were read neither state has acknowledged arms.
The half was HUR’s number; on the pages that were read no other origin for it was found.
On six officers and other single reports no page that was read adds anything that shows them.
The supply was denied or called groundless and has not been acknowledged on any page that was read.
Peskov’s words were about soldiers, which he denied and Russia, on the pages that were read, has never acknowledged.
Only Russia could acknowledge that, and on the pages that were read it has not; both capitals say so.
""".strip().splitlines()

OF_ONE_TEXT = """
The statement of 28 April 2025 spoke of [[nyt|the tombstones of the fallen]] and gave no number.
State media showed [[portraits|101 portraits of the dead]] and did not say whether they were all.
He named [[portal24|two services]] and showed nothing; Reuters could not verify it.
The White House spoke of covert shipments in November 2022 and showed no evidence that day.
A website that named no source said that a strike had killed 500.
On 15 October he called the wording unambiguous and did not say how it would be applied.
In April 2025 Moscow admitted soldiers in Kursk Region, without saying since when.
The acknowledgements of April 2025 give no dates.
It gave neither source nor grounds.
Zelensky referred to two services and showed nothing that day.
No numbers, of soldiers or of losses, and no dates were given.
No evidence was given that day.
The acknowledgements are confined to it and give neither numbers nor dates.
""".strip().splitlines()

NONE = """
An official says that the country has never exported weapons or ammunition to Russia and does not plan to.
As TASS recalled in October, he also said that its norms are not retroactive and that Russia asks nobody for help.
Rutte says that there is no evidence of soldiers in the fight.
By the Wall Street Journal’s account they had not corroborated the report and had no reason to think it untrue.
US officials, according to the newspaper, had not corroborated it and saw it as likely.
HUR said so in October 2025, and that none were recorded in September 2025.
KBS wrote that its authors gave no information on their sources.
He neither confirmed nor denied troops on 25 October 2024.
Four days later the vice foreign minister chose other words, which neither confirm nor deny.
Putin tells reporters that the treaty is nothing new.
The pages that were read reach to **mid-March 2026**; nothing later was read.
An answer that avoids the question is no denial: “no comment” counts as qualifying it.
A concession reaches as far as its words and no further.
The site takes no position on what should be done.
Neither takes part in such actions or lets third states use its territory for them.
The site sets no cookies, has no trackers and makes no request to anybody else’s server.
New evidence is not a correction.
Nothing from memory.
It raises the upper figure by one at most and the certain one not at all.
Where the evidence had been entered wrongly, it was mended; no claim got a rule of its own.
In April 2025 both states admitted soldiers; that does not acknowledge the ships.
A newspaper that calls something acknowledged is not enough.
South Korea will talk with Ukraine if the two men ask to come, which by its account they have not.
It was reported that neither state had acknowledged them.
The ministry reports no officials among the dead.
It shows one submunition and no supply line.
Such a voice has no root and adds no origin.
On this matter it is therefore no separate origin.
The other party, the Soviet Union, has no record of its own here.
North Korea’s statement speaks of Russian territory only.
Russia says that they fought on Russian territory only, and North Korea’s statement speaks of no other.
Chosun wrote that Putin did not use the word.
The shells were no longer counted after March.
No more than 300 came.
He asked for nobody’s help, as TASS recalled: Russia “needed no one’s help”.
“Nobody has said that,” the minister said.
The denials are listed under refuted, each with the narrower reading that still stands.
Ukraine’s ambassador said that nobody had asked for them.
The treaty is not in force before the exchange.
A claim printed a hundred times can stay alleged.
Only parties to the war or unnamed voices say so.
Of the statements of that spring, this one is the shortest.
They may call each other at any hour.
A forecast is neither true nor false when it is made; what became of it is told instead.
- **[What is not known](what-is-not-known.md).** The open questions by topic.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", OF_ALL)
def test_a_sentence_of_absence_is_found(sentence: str) -> None:
    found = absence(sentence)
    assert found is not None
    assert found.of == "all"


@pytest.mark.parametrize("sentence", OF_ONE_TEXT)
def test_what_one_text_leaves_out_is_something_else(sentence: str) -> None:
    found = absence(sentence)
    assert found is not None
    assert found.of == "one text"


@pytest.mark.parametrize("sentence", NONE)
def test_no_other_sentence_is_taken_for_one_of_absence(sentence: str) -> None:
    assert absence(sentence) is None


QUESTIONS = """\
questions:
  searched:
    question: Which price?
    known: On the pages that were read, nobody has said it.
    topic: t
    opened: 2024-05-04
    looked_for:
      - {what: a price, where: [newspapers], on: 2024-06-01}
  unsearched:
    question: Which colour?
    known: Blue or green.
    topic: t
    opened: 2024-05-04
"""
CONTENT = Content(QUESTIONS)

PAGES = [
    ("On the pages that were read, nobody has said [[searched|the price]].", ""),
    (
        "On the pages that were read, nobody has said [[unsearched|the colour]].",
        "no record tells what was looked for",
    ),
    ("On the pages that were read, nobody has said the price.", "no record tells what was looked for"),
    ("Nobody has said [[searched|the price]].", "does not say how far was looked"),
    ("Nobody has said the price.", "does not say how far was looked"),
    ("The minister said that nobody has named a price.", ""),
    ("The minister said so; nobody has named a price.", "does not say how far was looked"),
    ("That day the minister gave no price.", "says “gave no”"),
    ("That day the minister gave [[unsearched|no colour]].", ""),
    ("The price is [[searched|open]].", ""),
    ("## Nobody has said", ""),
]


@pytest.mark.parametrize(("sentence", "message"), PAGES, ids=[row[0] for row in PAGES])
def test_absence_is_bounded_and_leans_on_a_search(sentence: str, message: str) -> None:
    found = CONTENT.found_by(check, f"# Title\n\n{sentence}\n")
    assert len(found) == bool(message)
    for one in found:
        assert (one.code, one.severity) == ("unbounded-absence", Severity.WARNING)
        assert (one.position.file, one.position.line) == ("docs/page-1.md", 3)
        assert message in one.message


def test_a_finding_points_at_its_words() -> None:
    page = "# T\n\nIt is said of\nthe price [[searched]]: nobody\nhas said it.\n"
    assert short(CONTENT.found_by(check, page)) == ["4:25 unbounded-absence"]


def test_what_introduces_a_list_may_bound_its_items() -> None:
    page = "Of the pages that were read, [[searched|these questions]] have no answer:\n\n- nobody has said the price\n"
    assert CONTENT.found_by(check, page) == []


RECORDS = [
    ("On the pages that were read, nobody has said it.", "", 1),
    ("On the pages that were read, nobody has said it: [[searched]].", "", 0),
    ("Nobody has said it.", "", 1),
    (
        "On the pages that were read, nobody has said it.",
        "    looked_for:\n      - {what: w, where: [p], on: 2024}\n",
        0,
    ),
    ("Nobody has said it.", "    looked_for:\n      - {what: w, where: [p], on: 2024}\n", 1),
    ("It gave no price.", "", 0),
]


@pytest.mark.parametrize(("sentence", "further", "number"), RECORDS)
def test_a_record_leans_on_its_own_search(sentence: str, further: str, number: int) -> None:
    text = (
        QUESTIONS + f"  asked:\n    question: Q?\n    known: |-\n{indent(sentence, '      ')}\n    topic: t\n"
    )
    content = Content(f"{text}    opened: 2024-05-04\n{further}")
    assert len(content.found_by(check)) == number


def test_fields_for_one_source_and_for_others_words_are_passed_over() -> None:
    claim = """\
claims:
  c:
    title: T
    statement: Nobody has crossed.
    topic: t
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    would_change_if: No page has it.
    evidence:
      - {source: ministry-statement, note: Nobody has a number.}
"""
    assert Content(claim).found_by(check) == []
    assert len(Content(f"{claim}    body: Nobody has a number.\n").found_by(check)) == 1


WAIVERS = [
    ("<!-- absence: it is a song -->\nNobody has said it.", 1),
    ("Nobody has said it. <!-- absence: it is a song -->", 1),
    ("<!-- absence: -->\nNobody has said it.", 0),
    ("<!-- hedge: it is a song -->\nNobody has said it.", 0),
    ("<!-- absence: it is a song -->\n\nNobody has said it.", 0),
    ("<!-- absence: it is a song -->\nSomebody has said it.", None),
]


@pytest.mark.parametrize(("text", "number"), WAIVERS, ids=[row[0] for row in WAIVERS])
def test_a_waiver_needs_a_reason_and_is_counted(text: str, number: int | None) -> None:
    found = check.waivers(CONTENT.dossier, (Page("a.md", "docs/a.md", text),))
    assert [waiver.reason for waiver in found] == ["it is a song"] * (number or 0)
    assert len(CONTENT.found_by(check, text)) == (number == 0)


def test_a_field_is_waived_by_a_comment() -> None:
    content = Content(
        "actors:\n  x:\n    name: X\n    type: group\n    # absence: a song\n    summary: Nobody has said it.\n"
    )
    assert content.found_by(check) == []
    assert [waiver.reason for waiver in check.waivers(content.dossier, ())] == ["a song"]
