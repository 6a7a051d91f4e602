"""Short names are spelt out where they first stand on a page, and at its end."""

from __future__ import annotations

import pytest

from explainer.short_names import short_names_of, spelt_out, stands_for
from tests.unit.content import Content


@pytest.mark.parametrize(
    ("short", "names", "long"),
    [
        ("NIS", ["National Intelligence Service", "NIS"], "National Intelligence Service"),
        ("SBU", ["SBU", "Security Bureau of the Union"], "Security Bureau of the Union"),
        ("POW", ["prisoner of war", "POW"], "prisoner of war"),
        ("KUNA", ["Kuwait News Agency", "KUNA"], "Kuwait News Agency"),
        ("DPRK", ["North Korea", "Democratic People’s Republic of Korea"], "Democratic People’s Republic of Korea"),
        # the first that fits
        ("AB", ["AB", "Alpha Centauri", "Alpha Beta", "Able Bodies"], "Alpha Beta"),
        # of another language: the first longer name, if the record is called by its short one
        ("HUR", ["HUR", "ГУР", "Main Directorate of Intelligence"], "Main Directorate of Intelligence"),
        ("OFAC", ["US Treasury", "OFAC", "Treasury Department"], ""),
        # no longer name
        ("TASS", ["TASS", "ТАСС"], ""),
        ("KBS", ["KBS", "KBS World"], ""),
        ("AB", ["AB", "Absolute"], ""),
        # letters that are left over, or words that give none
        ("NISX", ["National Intelligence Service", "NISX"], ""),
        ("NI", ["National Intelligence Service", "NI"], ""),
    ],
)  # fmt: skip
def test_what_a_short_name_stands_for(short: str, names: list[str], long: str) -> None:
    assert stands_for(short, names) == long


def _link(id: str, words: str) -> str:
    return f'<a class="x-ref x-ref--actor" href="../{id}/" data-ref="{id}">{words}</a>'


def test_the_first_mention_is_spelt_out_and_the_others_are_not() -> None:
    known = {"NIS": ("nis", "National “Intelligence” <Service>"), "UN": ("un", "United Nations")}
    links = (("a-report", "the report"), ("a-briefing", "NIS"), ("nis", "NIS"), ("msmt", "MSMT"))
    spelt, met = spelt_out(" ".join(_link(*one) for one in links), known)
    long = '<abbr title="National “Intelligence” &lt;Service&gt;">NIS</abbr>'
    assert spelt == " ".join(_link(id, long if id == "a-briefing" else words) for id, words in links)
    assert met == ["NIS"]


def test_plain_words_are_spelt_out_too() -> None:
    known = {"NIS": ("nis", "National Intelligence Service")}
    long = '<abbr title="National Intelligence Service">NIS</abbr>'
    page = f"<h2 id='NIS'>The {{}}’s word</h2><p>{_link('nis', 'The service')}: NIS.</p>"
    assert spelt_out(page.format("NIS"), known) == (page.format(long), ["NIS"])


@pytest.mark.parametrize(
    "page",
    [
        _link("un", "United Nations") + " UNN, UN1, ÜUN, <b title='UN'>un</b>",
        "<svg><text>UN</text></svg>",
        "<select><option>UN</option></select>",
        "<script>\n const UN = 1;\n</script><style>\n.UN {}\n</style>",
        "<pre><code>UN</code></pre><code>UN</code><textarea>UN</textarea><button>UN</button>",
        '<abbr title="another">UN</abbr>',
    ],
)
def test_what_is_no_word_of_the_text_stays(page: str) -> None:
    assert spelt_out(page, {"UN": ("un", "United Nations")}) == (page, [])


def test_names_are_listed_in_the_order_of_letters() -> None:
    known = {"ZZ": ("a", "Zeta Zeta"), "AA": ("z", "Alpha Alpha")}
    assert spelt_out(_link("a", "ZZ") + _link("z", "AA"), known)[1] == ["AA", "ZZ"]


def test_a_short_name_of_two_records_stands_for_neither() -> None:
    actor = "  {0}: {{name: {1}, type: state, aliases: [{2}]}}\n"
    names = ("one", "Alpha Beta", "AB"), ("two", "Able Body", "AB"), ("three", "Gamma Delta", "GD")
    content = Content("actors:\n" + "".join(actor.format(*one) for one in names), with_cast=False)
    assert short_names_of(content.graph) == {"GD": ("three", "Gamma Delta")}
