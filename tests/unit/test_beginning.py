"""The start of a project: what can be chosen, what is refused, and that the skeleton keeps step with what is here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainer import beginning
from explainer.checking import check
from explainer.views.options import examples
from explainer.vocabularies import VOCABULARIES

ROOT = Path(__file__).parents[2]
SKELETON = beginning.SKELETON / "project"
GENERATOR = "git+https://example.org/generator.git@v1.0.0"


def _plan(folder: Path, **given: object) -> beginning.Plan:
    chosen: dict[str, object] = {
        "name": "A bridge",
        "language": "en",
        "without": frozenset(),
        "as_of": "2025-06-30",
        "generator": GENERATOR,
    }
    return beginning.plan(folder, **(chosen | given))  # type: ignore[arg-type]


LEFT_OUT = [
    *(frozenset({kind}) for kind in beginning.OPTIONAL),
    frozenset({"claim", "event"}),
    frozenset({"event", "treaty"}),
    frozenset({"event", "place", "treaty"}),
    frozenset(beginning.OPTIONAL),
    frozenset(),
]


@pytest.mark.parametrize("without", LEFT_OUT, ids=lambda kinds: "+".join(sorted(kinds)) or "nothing")
def test_whatever_kinds_are_left_out_nothing_is_wrong(tmp_path: Path, without: frozenset[str]) -> None:
    folder = tmp_path / "site"
    beginning.write(_plan(folder, without=without))
    checked = check(folder)
    assert checked.diagnostics == ()
    kinds = {entry.kind.name for entry in checked.dossier.graph.entries.values()}
    assert kinds == {"actor", "source", *beginning.OPTIONAL} - without
    assert checked.dossier.settings.site_name == "A bridge"
    assert checked.dossier.settings.key == "a-bridge-2025"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"language": "uk"}, "the interface speaks English only"),
        ({"as_of": "2025-13-01"}, "there is no month 13"),
        ({"as_of": "2025-06"}, "write one day"),
        ({"generator": "git+https://example.org/generator.git"}, "name a tag or a commit"),
        ({"generator": "git+https://example.org/generator.git@main"}, "may name another state later"),
        ({"generator": "git+https://example.org/generator.git@0123abc"}, "a whole commit"),
        ({"generator": "git+https://somebody@example.org/generator"}, "name a tag or a commit"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, given: dict[str, object], said: str
) -> None:
    with pytest.raises(beginning.Unfit, match=said):
        _plan(tmp_path / "site", **given)
    assert list(tmp_path.iterdir()) == []


def test_a_name_may_hold_any_sign(tmp_path: Path) -> None:
    name = 'The “bridge”: {{ 7 * 7 }} # "yes" \\ – Мост'
    beginning.write(_plan(tmp_path / "site", name=name))
    checked = check(tmp_path / "site")
    assert checked.diagnostics == ()
    assert checked.dossier.settings.site_name == name


def test_a_generator_from_a_file_can_be_installed_and_says_that_it_cannot_be_upgraded(tmp_path: Path) -> None:
    plan = _plan(tmp_path / "site", generator="file:///dist/generator.whl")
    assert plan.warnings == (beginning.NO_REPOSITORY,)
    beginning.write(plan)
    assert (tmp_path / "site/generator.txt").read_text("utf-8").splitlines()[-1] == (
        "file:///dist/generator.whl"
    )
    assert _plan(tmp_path / "other").warnings == ()


@pytest.mark.parametrize(
    ("asked", "named"),
    [("v1.2.0", "v1.2.0"), ("2.0rc1", "2.0rc1"), ("main", "a" * 40), ("", "a" * 40), ("1" * 7, "1" * 40)],
)
def test_what_was_installed_is_named_by_what_stays_the_same(asked: str, named: str) -> None:
    commit = "1" * 40 if asked.startswith("11") else "a" * 40
    assert beginning._fixed(asked, commit) == named  # noqa: SLF001


def test_every_setting_is_explained_in_the_settings_of_a_new_site() -> None:
    text = (SKELETON / "mkdocs.yml.jinja").read_text("utf-8")
    known = [*examples()["explainer"], *examples()["host"]]
    assert len(known) > 20
    missing = [
        name for name in known if not re.search(rf"^ *(?:# *)?{name.rpartition('.')[2]}:", text, re.MULTILINE)
    ]
    assert missing == []


def test_the_method_page_of_a_new_site_is_made_from_the_rules() -> None:
    text = (SKELETON / "docs/method.md.jinja").read_text("utf-8")
    told = re.findall(r"^::: words (\S+)$", text, re.MULTILINE)
    assert sorted(told) == sorted(VOCABULARIES)
    assert re.findall(r"^::: (?!words)(\S+)$", text, re.MULTILINE) == ["statuses", "caveat-rules", "limits"]
    meanings = [meaning for _, words in VOCABULARIES.values() for meaning in words.values()]
    assert [meaning for meaning in meanings if meaning in text] == []


def test_a_list_of_words_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    beginning.write(_plan(folder))
    page = folder / "docs/method.md"
    page.write_text(page.read_text("utf-8").replace("::: words bases", "::: words basis"), "utf-8")
    (found,) = check(folder).diagnostics
    assert found.code == "unknown-block"
    assert found.message == "“basis” is not a vocabulary of this site"
    assert found.hint == "did you mean “bases”?"


SAME = [
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/correct-a-fact.yml",
    ".github/ISSUE_TEMPLATE/problem.yml",
    ".github/ISSUE_TEMPLATE/suggest-a-source.yml",
    ".github/pull_request_template.md",
    ".github/scripts/check-content.sh",
    ".github/scripts/only-files.sh",
    ".github/scripts/site-url.sh",
    ".github/workflows/deploy.yml",
    ".vscode/extensions.json",
]
"""What a site of one's own has from this repository, letter by letter."""


@pytest.mark.parametrize("name", SAME)
def test_what_both_need_is_the_same(name: str) -> None:
    theirs, ours = SKELETON / name, ROOT / name
    assert theirs.read_bytes() == ours.read_bytes(), f"copy {name} into the skeleton"
    assert theirs.stat().st_mode == ours.stat().st_mode


def _parts(makefile: Path) -> dict[str, str]:
    """Return the paragraphs of a Makefile by their targets, without the environment's."""
    parts = makefile.read_text("utf-8").split("\n\n")
    return {found[0]: part for part in parts if (found := re.findall(r"^([a-z]+): ", part, re.MULTILINE))}


def test_the_commands_of_a_new_site_are_those_of_this_repository() -> None:
    ours, theirs = _parts(ROOT / "Makefile"), _parts(SKELETON / "Makefile")
    for name in ("help", "serve", "build", "offline", "check"):
        assert theirs[name] == ours[name], name
    setup = re.compile(
        r'^\t@python="\$\(PYTHON\)".*?^\t@\$\(PIP\) -r requirements\.txt$', re.MULTILINE | re.DOTALL
    )
    (mine,), (other,) = (setup.findall((place / "Makefile").read_text("utf-8")) for place in (ROOT, SKELETON))
    assert mine == other


def _pins(folder: Path) -> set[str]:
    texts = [path.read_text("utf-8") for path in folder.glob("*.yml")]
    return {found for text in texts for found in re.findall(r"uses: (\S+@[0-9a-f]{40} # v\S+)", text)}


def test_actions_are_pinned_to_the_same_commits() -> None:
    used = _pins(SKELETON / ".github/workflows")
    assert used
    assert used <= _pins(ROOT / ".github/workflows")
