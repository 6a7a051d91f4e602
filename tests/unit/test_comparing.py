"""What readers will see differently, told in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.checking import Checked, check
from explainer.comparing import compare
from explainer.summarising import Change, as_markdown
from explainer.telling import listed
from tests import examples

BRIDGE = "The claim “The Old Bridge is unsafe”"
Tell = Callable[..., list[str]]

CLAIMS = (examples.CAST / "content/claims/cast.yml").read_text("utf-8")
SOURCES = (examples.CAST / "content/sources/cast.yml").read_text("utf-8")
EVENTS = (examples.CAST / "content/timeline/cast.yml").read_text("utf-8")
ACTORS = (examples.CAST / "content/actors/cast.yml").read_text("utf-8")
TREATY = (examples.CAST / "content/treaties/cast.yml").read_text("utf-8")
ACT = """works-begin:
  title: The works begin
  date: 2024-05-04
  summary: Northland begins to work.
  nature: act
  by: [northland]
  strands: [works]
  actors:
    - actor: northland
      role: begins to work
  sources: [ministry-statement]
"""
FIGURES = """
  figures:
    - value: 40
      unit: lorries
      measure: turned-back
      as_of: 2024-05
      by: northland-ministry
      sources: [ministry-statement]
"""


@pytest.fixture
def cast(tmp_path: Path) -> Checked:
    return check(examples.project(tmp_path / "cast", {}))


@pytest.fixture
def told(tmp_path: Path, cast: Checked) -> Tell:
    """Return a function that tells what changes when files are written over the cast."""

    def tell(after: dict[str, str], before: dict[str, str] | None = None, without: str = "") -> list[str]:
        base = check(examples.project(tmp_path / "before", before)) if before else cast
        head = examples.project(tmp_path / "after", {**(before or {}), **after})
        if without:
            (head / without).unlink()
        return [f"{change.section}: {change.sentence}" for change in compare(base, check(head))]

    return tell


def test_nothing_changes_when_nothing_changes(told: Tell) -> None:
    assert told({}) == []


def test_evidence_later_than_the_sites_day_is_told_as_not_counted(told: Tell) -> None:
    line = "    - source: post-report\n"
    assert line in CLAIMS
    for day, end in (
        ("2025-06-30", " is new."),
        ("2025-07-01", " is new; it is later than the site’s own day, 30 June 2025, and not counted."),
    ):
        later = CLAIMS.replace(line, f"{line}    - source: watch-report\n      date: {day}\n", 1)
        found = [one for one in told({"content/claims/cast.yml": later}) if one.startswith("evidence:")]
        assert [one.endswith(end) for one in found] == [True], found


def test_a_record_moved_to_another_file_is_no_difference(told: Tell) -> None:
    moved = {"content/claims/river/bridge.yml": CLAIMS}
    assert told(moved, without="content/claims/cast.yml") == []


def test_a_new_record_is_told_with_its_status_and_caveats(told: Tell) -> None:
    ferry = (
        CLAIMS[CLAIMS.index("bridge-unsafe:") :]
        .replace("bridge-unsafe", "ferry-full")
        .split("    - source: post")[0]
    )
    found = told({"content/claims/ferry.yml": ferry.replace("The Old Bridge is unsafe", "The ferry is full")})
    assert len(found) == 1
    assert found[0].startswith("added: New claim “The ferry is full”: reported, one origin, with the caveat")


def test_a_removed_record_is_told_with_the_address_that_breaks(told: Tell) -> None:
    found = told({}, without="content/questions/cast.yml")
    assert found == [
        "removed: The question “When will the Old Bridge open again?” is removed.",
        "addresses: questions/ would lead nowhere.",  # it was the only question
        (
            "addresses: questions/#when-open would lead nowhere. If another record takes the place of "
            "“when-open”, write there: formerly: [when-open]"
        ),
    ]


def test_a_renamed_record_keeps_its_old_address(told: Tell) -> None:
    renamed = CLAIMS.replace("bridge-unsafe:", "bridge-closed-to-lorries:") + "  formerly: [bridge-unsafe]\n"
    events = EVENTS.replace("[bridge-unsafe]", "[bridge-closed-to-lorries]")
    found = told({"content/claims/cast.yml": renamed, "content/timeline/cast.yml": events})
    assert found == [
        (f"renamed: {BRIDGE} has the id “bridge-closed-to-lorries” now; it was “bridge-unsafe”."),
    ]


def test_a_rename_is_one_difference_however_many_records_use_it(told: Tell) -> None:
    page = {"docs/bridge.md": "# Bridge\n\n[[northland-ministry]] and [[northland-ministry|it]].\n"}
    claims = CLAIMS.replace("lorries.", "lorries, [[northland-ministry]] says.", 1)
    before = {"content/claims/cast.yml": claims} | page
    files = {**before, "content/actors/cast.yml": ACTORS, "content/sources/cast.yml": SOURCES}
    after = {path: text.replace("northland-ministry", "ministry-of-works") for path, text in files.items()}
    after["content/actors/cast.yml"] = after["content/actors/cast.yml"].replace(
        "ministry-of-works:\n", "ministry-of-works:\n  formerly: [northland-ministry]\n"
    )
    found = told(after, before=before)
    assert [line.partition(":")[0] for line in found] == ["renamed"]


def test_lists_are_told_item_by_item(told: Tell) -> None:
    aliases = ACTORS.replace("daily-post:\n", "daily-post:\n  aliases: [The Post, TDP]\n")
    other = ACTORS.replace("daily-post:\n", "daily-post:\n  aliases: [TDP, Post]\n")
    found = told({"content/actors/cast.yml": other}, before={"content/actors/cast.yml": aliases})
    assert sorted(found) == [
        "words: The actor “The Daily Post”: aliases: “Post” is new.",
        "words: The actor “The Daily Post”: aliases: “The Post” is gone.",
    ]
    swapped = aliases.replace("[The Post, TDP]", "[TDP, The Post]")
    assert told({"content/actors/cast.yml": swapped}, before={"content/actors/cast.yml": aliases}) == [
        "words: The actor “The Daily Post”: aliases: the order changed."
    ]


DISPUTE = """  disputes:
    - question: Must a closure be told?
      articles: [art-4]
      positions:
        - actor: northland-ministry
          date: 2024-05-02
          says: It need not be told.
          sources: [ministry-statement]
"""


def test_an_item_is_told_by_what_says_which_it_is(told: Tell) -> None:
    path = "content/treaties/cast.yml"
    (found,) = told({path: TREATY + DISPUTE})
    assert found.startswith("words: The treaty “River Treaty”: disputes: “Must a closure be told?”")
    assert found.endswith(" is new.")
    (found,) = told({path: TREATY + DISPUTE.replace("need not", "must")}, before={path: TREATY + DISPUTE})
    assert found.endswith(": positions changed.")


def test_articles_are_told_by_their_keys(told: Tell) -> None:
    found = told({"content/treaties/cast.yml": TREATY.replace("art-4:", "art-5:")})
    assert [line for line in found if line.startswith("words:")] == [
        "words: The treaty “River Treaty”: articles: “art-5” is new.",
        "words: The treaty “River Treaty”: articles: “art-4” is gone.",
    ]


def test_a_comment_that_lists_mistakes_is_headed_so() -> None:
    text = as_markdown([Change("errors", "x", "Something is wrong")])
    assert text.startswith("## What is wrong, so that nothing would be published\n")
    assert "differently" not in text


def test_an_article_that_goes_breaks_its_address(told: Tell) -> None:
    found = told({"content/treaties/cast.yml": TREATY.replace("art-4:", "art-5:")})
    assert [line for line in found if line.startswith("addresses:")] == [
        (
            "addresses: treaties/river-treaty/#art-4 would lead nowhere. If another record takes the place "
            "of “river-treaty”, write there: formerly: [river-treaty]"
        )
    ]


@pytest.mark.parametrize(
    ("file", "text", "told_so"),
    [
        ("timeline", ACT, "added: New event “The works begin”: act, on record, one origin."),
        (
            "claims",
            CLAIMS[CLAIMS.index("bridge-unsafe:") :].replace("bridge-unsafe", "bridge-weak"),
            (
                "added: New claim “The Old Bridge is unsafe”: corroborated, 2 independent origins, "
                "with the caveat “Hangs on one origin”."
            ),
        ),
    ],
)
def test_a_new_record_has_the_caveats_that_it_has(told: Tell, file: str, text: str, told_so: str) -> None:
    archived = re.sub(
        r"  url: (.*)\n",
        r"  url: \1\n  archived_url: https://web.archive.org/web/20250101000000/\1\n",
        SOURCES,
    )
    found = told({f"content/{file}/more.yml": text}, before={"content/sources/cast.yml": archived})
    assert found == [told_so]


def test_a_source_taken_away_moves_status_origins_and_caveats(told: Tell) -> None:
    fewer = CLAIMS.replace("    - source: watch-report\n      basis: imagery\n", "")
    found = told({"content/claims/cast.yml": fewer})
    assert f"evidence: {BRIDGE}: imagery for it in “What the cameras show” is gone." in found
    assert f"statuses: {BRIDGE} is reported now; it was corroborated." in found
    assert (
        f"origins: {BRIDGE}: now one origin (2 independent origins before); gone: “River Watch”."
    ) in found
    assert any(line.startswith(f"caveats: {BRIDGE} now has the caveat “One origin”:") for line in found)


def test_a_source_added_takes_a_caveat_away(told: Tell) -> None:
    fewer = CLAIMS.replace("    - source: watch-report\n      basis: imagery\n", "")
    found = told({"content/claims/cast.yml": CLAIMS}, before={"content/claims/cast.yml": fewer})
    assert f"caveats: {BRIDGE} no longer has the caveat “One origin”." in found


def test_a_denial_is_told_with_the_denier(told: Tell) -> None:
    denied = (
        CLAIMS
        + "    - source: watch-report\n      stance: denies\n"
        + "      origin: southland\n      date: 2024-07-01\n"
    )
    found = told({"content/claims/cast.yml": denied})
    assert f"statuses: {BRIDGE} is denied by Southland now." in found


def test_a_denial_that_goes_is_told(told: Tell) -> None:
    """Of a claim that nobody ever spoke for nothing is left to tell."""
    denied = RENAMED + "  evidence:\n    - {source: watch-report, stance: denies}\n"
    found = told({"content/claims/more.yml": RENAMED}, before={"content/claims/more.yml": denied})
    weak = "The claim “The bridge is weak”"
    assert [line for line in found if line.startswith("statuses:")] == [
        f"statuses: {weak} is no longer denied by anybody.",
        f"statuses: {weak} has no history now.",
    ]


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("supports", "imagery for it"),
        ("denies", "imagery against it"),
        ("qualifies", "imagery limiting it"),
        ("withdraws", "imagery taking it back"),
        ("refutes", "imagery refuting it"),
    ],
)
def test_evidence_is_told_by_what_it_does(told: Tell, stance: str, words: str) -> None:
    line = f"    - {{source: post-report, basis: imagery, stance: {stance}, origin: river-watch, date: 2024-07-01}}\n"
    found = told({"content/claims/cast.yml": CLAIMS + line})
    said = "in “Bridge shut without warning”, in the word of River Watch, 1 July 2024 is new."
    assert f"evidence: {BRIDGE}: {words} {said}" in found


def test_another_origin_in_the_place_of_one_is_told(told: Tell) -> None:
    other = CLAIMS.replace(
        "    - source: watch-report\n", "    - source: watch-report\n      origin: southland\n"
    )
    found = told({"content/claims/cast.yml": other})
    assert (
        f"origins: {BRIDGE}: still 2 independent origins; new: “Southland”; gone: “River Watch”."
    ) in found


def test_a_figure_that_changes_is_told_with_both_numbers(told: Tell) -> None:
    before = {"content/claims/cast.yml": CLAIMS.rstrip() + FIGURES}
    found = told({"content/claims/cast.yml": CLAIMS.rstrip() + FIGURES.replace("40", "45~")}, before=before)
    assert (
        f"figures: {BRIDGE}: about 45 lorries (turned back) by Northland’s transport "
        "ministry, May 2024; it was 40 lorries."
    ) in found


def test_a_figure_that_goes_is_told(told: Tell) -> None:
    found = told(
        {"content/claims/cast.yml": CLAIMS}, before={"content/claims/cast.yml": CLAIMS.rstrip() + FIGURES}
    )
    assert any(line.startswith("figures: ") and line.endswith("May 2024 is gone.") for line in found)


def test_a_retracted_source_names_what_rests_on_it(told: Tell) -> None:
    retracted = SOURCES.replace(
        "  relays: [ministry-statement]\n",
        "  relays: [ministry-statement]\n  standing: retracted\n"
        "  standing_since: 2024-09-01\n  standing_note: Taken back.\n",
    )
    found = told({"content/sources/cast.yml": retracted})
    assert (
        "standing: The source “Bridge shut without warning” is “retracted” now; "
        "on it rest: “The Old Bridge is unsafe”."
    ) in found


def test_a_source_on_which_nothing_rests_is_told_so(told: Tell) -> None:
    fallen = "  standing: retracted\n  standing_since: 2024-09-01\n  standing_note: Taken back.\n"
    other = SOURCES[SOURCES.index("watch-report:") :].replace("watch-report", "gauge-report").rstrip() + "\n"
    before = {"content/sources/more.yml": other}
    found = told({"content/sources/more.yml": other + fallen}, before=before)
    assert "standing: The source “What the cameras show” is “retracted” now; nothing rests on it." in found


def test_a_record_that_becomes_another_kind_is_told(told: Tell) -> None:
    place = "bridge-weak:\n  name: The bridge\n  latitude: 1\n  longitude: 1\n  country: [DE]\n"
    before = {"content/claims/more.yml": RENAMED}
    found = told({"content/places/more.yml": place}, before=before, without="content/claims/more.yml")
    assert "renamed: “The bridge” becomes a place; it was a claim." in found


def test_a_field_that_goes_is_told(told: Tell) -> None:
    found = told({"content/sources/cast.yml": SOURCES.replace("  published: 2024-06-01\n", "")})
    assert "words: The source “What the cameras show”: published 1 June 2024 is removed." in found


def test_of_many_names_the_rest_is_counted() -> None:
    assert listed(list("abcdefghijkl")) == "a, b, c, d, e, f, g, h, i, j, k and l"
    assert listed(list("abcdefghijklm")) == "a, b, c, d, e, f, g, h, i, j, k and 2 more"


def test_another_record_with_the_same_title_is_told(told: Tell) -> None:
    twin = SOURCES[SOURCES.index("watch-report:") :].replace("watch-report", "watch-again")
    one = {
        "content/sources/more.yml": twin,
        "content/timeline/cast.yml": EVENTS.replace("[ministry-statement]", "[watch-report]"),
    }
    two = {"content/timeline/cast.yml": EVENTS.replace("[ministry-statement]", "[watch-again]")}
    found = told(two, before=one)
    assert found == [
        "words: The event “The Old Bridge is closed”: sources: “What the cameras show”: content changed."
    ]


def test_a_changed_word_is_told_with_both_versions(told: Tell) -> None:
    found = told({"content/timeline/cast.yml": EVENTS.replace("date: 2024-05-03", "date: 2024-05")})
    assert "words: The event “The Old Bridge is closed”: date was 3 May 2024, and is now May 2024." in found


def test_of_a_long_text_only_what_changed_is_quoted(told: Tell) -> None:
    text = f"{'First the ferry stops. ' * 12}Then three lorries wait. {'Nobody is told why. ' * 12}".strip()
    long = EVENTS.replace("Northland closes the Old Bridge to lorries.", text)
    changed = {"content/timeline/cast.yml": long.replace("three", "nine")}
    assert told(changed, before={"content/timeline/cast.yml": long}) == [
        (
            "words: The event “The Old Bridge is closed”: summary was "
            "“… First the ferry stops. Then three lorries wait. Nobody is told …”, and is now "
            "“… First the ferry stops. Then nine lorries wait. Nobody is told …”."
        )
    ]


def test_a_page_that_changes_is_counted_in_lines(told: Tell) -> None:
    found = told({"docs/index.md": "# The river\n\nAnother text.\n", "docs/ferry.md": "# The ferry\n"})
    assert found == [
        "pages: The page “The ferry” is new.",
        "pages: The page “The river” is changed: one line added, one line removed.",
    ]


def test_a_page_that_goes_is_told_with_its_address(told: Tell) -> None:
    page = {"docs/ferry.md": "# The ferry\n"}
    assert told({}, before=page, without="docs/ferry.md") == [
        "pages: The page “The ferry” is removed.",
        "addresses: ferry/ would lead nowhere.",
    ]
    assert "addresses: the home page would lead nowhere." in told({}, without="docs/index.md")


def test_a_setting_that_changes_is_told(told: Tell) -> None:
    settings = (
        (examples.CAST / "mkdocs.yml").read_text("utf-8").replace("The river\nsite_url", "A river\nsite_url")
    )
    assert told({"mkdocs.yml": settings}) == [
        "settings: The setting “site_name” changed.",
        "settings: The setting “publisher” changed.",
    ]


def test_of_many_mistakes_the_rest_is_counted(told: Tell) -> None:
    for number, end in ((21, "errors: and one more error"), (23, "errors: and 3 more errors")):
        text = "".join(
            RENAMED.replace("bridge-weak", f"bridge-{at}").replace("topic: river", "topic: sea")
            for at in range(number)
        )
        found = told({"content/claims/more.yml": text})
        assert (len(found), found[-1]) == (21, end)


def test_a_new_day_of_the_site_is_told(told: Tell) -> None:
    settings = (examples.CAST / "mkdocs.yml").read_text("utf-8").replace("2025-06-30", "2025-07-01")
    assert told({"mkdocs.yml": settings}) == [
        "settings: The site speaks as of 1 July 2025 now; it was 30 June 2025."
    ]


def test_of_a_broken_state_only_the_mistakes_are_told(told: Tell) -> None:
    found = told({"content/timeline/cast.yml": EVENTS.replace("2024-05-03", "2024-05-43")})
    assert found == [
        "errors: content/timeline/cast.yml:5:9: “date”: “2024-05-43”: May 2024 has 31 days – check the day"
    ]


RENAMED = (
    "bridge-weak:\n  title: The bridge is weak\n  statement: S.\n  topic: river\n  kind: fact\n"
    "  made_by: [northland-ministry]\n  first_made: 2024-05-04\n  about: [northland]\n"
)


def test_a_reference_to_a_record_that_was_renamed_is_told_by_its_title(told: Tell) -> None:
    """The old state does not know the new id, and readers know neither."""
    event = EVENTS.replace("  actors:\n", "  claims: [bridge-weak]\n  actors:\n", 1)
    before = {"content/claims/more.yml": RENAMED, "content/timeline/cast.yml": event}
    after = {
        "content/claims/more.yml": RENAMED.replace("bridge-weak:", "bridge-frail:")
        + "  formerly: [bridge-weak]\n",
        "content/timeline/cast.yml": EVENTS,
    }
    assert event != EVENTS
    found = told(after, before=before)
    assert any(
        line.endswith("“The Old Bridge is closed”: claims: “The bridge is weak” is gone.") for line in found
    )
    assert not any("bridge-frail” is gone" in line for line in found)


def test_the_same_words_with_another_link_are_told_as_that(told: Tell) -> None:
    linked = EVENTS.replace("to lorries.", "to [[bridge-unsafe|lorries]].", 1)
    assert told({"content/timeline/cast.yml": linked}) == [
        "words: The event “The Old Bridge is closed”: summary has the same words, with other links or marks."
    ]
