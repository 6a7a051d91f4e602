"""The command line: what each command prints, writes and returns."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer import __version__, caveats
from explainer.__main__ import main
from explainer.checking import check
from explainer.codes import catalogue
from explainer.commands import NAMES
from explainer.kinds import BY_FOLDER, KINDS, Kind
from explainer.schemas import helps
from tests import examples

HOOKS = Path(__file__).parents[2] / "hooks"
Output = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return examples.project(tmp_path / "project", {})


def run(project: Path, *words: str) -> int:
    return main(["--project", str(project), *words])


def test_the_commands_are_these() -> None:
    assert NAMES == (
        "build",
        "check",
        "diff",
        "explain",
        "new",
        "offline",
        "rename",
        "sample",
        "schema",
        "serve",
        "sources",
        "start",
        "tidy",
        "verify",
        "weak",
    )


def test_help_names_every_command_the_exit_codes_and_examples(capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    for name in NAMES:
        assert re.search(rf"^    {name}\b", said, re.MULTILINE)
    assert "exit codes:" in said
    assert "examples:" in said


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command_is_a_sentence(name: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert re.search(r"^[A-Z][^\n]{20,}", said.partition("\n\n")[2])


def test_the_version_is_told(capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"explainer {__version__}\n"


@pytest.mark.parametrize("words", [[], ["chek"], ["check", "--fromat", "json"], ["new", "claim"]], ids=str)
def test_what_is_not_understood_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_outside_a_project_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "no mkdocs.yml here or in a folder above" in capsys.readouterr().err


def test_it_works_from_any_folder_of_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "content" / "claims")
    assert main(["check"]) == 0


def test_as_a_program_it_does_not_mind_a_reader_who_leaves(project: Path) -> None:
    command = f'"{sys.executable}" -m explainer --project "{project}" explain | head -n 1'
    environment = {**os.environ, "PYTHONPATH": str(HOOKS)}
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stderr == ""


@pytest.mark.parametrize("words", [["explain"], ["weak"]])
def test_a_reader_who_has_left_before_is_no_error(words: list[str], project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "explainer", "--project", str(project), *words]
    environment = {**os.environ, "PYTHONPATH": str(HOOKS)}
    environment.pop("PYTHONUNBUFFERED", None)
    done = subprocess.run(
        command, stdout=writing, stderr=subprocess.PIPE, env=environment, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, "Broken" in done.stderr) == (0, False)


def test_check_counts_and_returns_0_where_nothing_is_wrong(project: Path, capsys: Output) -> None:
    assert run(project, "check") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"\d+ records and 1 page: no errors, no warnings\n", said.err)


def test_a_warning_fails_only_where_asked(tmp_path: Path) -> None:
    warned = examples.project(
        tmp_path / "project", {"content/terms/more.yml": "ford:\n  name: ford\n  definition: A #1 ford.\n"}
    )
    assert run(warned, "check") == 0
    assert run(warned, "check", "--strict") == 1


def test_json_is_json(tmp_path: Path, capsys: Output) -> None:
    wrong = examples.project(tmp_path / "project", {"content/terms/more.yml": "ford:\n  name: ford\n"})
    assert run(wrong, "check", "--format", "json") == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["file"], row["line"], row["column"], row["code"]) == (
        "content/terms/more.yml",
        1,
        1,
        "missing-field",
    )


def test_colour_is_for_terminals_alone(tmp_path: Path, capsys: Output) -> None:
    wrong = examples.project(tmp_path / "project", {"content/terms/more.yml": "ford:\n  name: ford\n"})
    run(wrong, "check")
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_is_explained_with_both_examples(project: Path, code: str, capsys: Output) -> None:
    assert run(project, "explain", f"[{code}]") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{code}: ")
    assert "\nWrong:\n" in said
    assert "\nRight:\n" in said


@pytest.mark.parametrize("rule", sorted(caveats.BY_ID))
def test_every_caveat_rule_is_explained(project: Path, rule: str, capsys: Output) -> None:
    assert run(project, "explain", rule) == 0
    said = capsys.readouterr().out
    page = caveats.manual(caveats.BY_ID[rule])
    assert said.startswith(f"{rule}: {page.rule.label} (a caveat, shown to readers)\n\n{page.summary}\n\n")
    assert all(paragraph in said for paragraph in page.paragraphs)
    assert said.count("It is there:") == len(page.fails)
    assert said.count("It is not there:") == len(page.passes)
    assert all(found.plain in said for example in page.fails for found in example.caveats)
    assert "Manual(" not in said


def test_a_code_that_does_not_exist_is_met_with_a_suggestion(project: Path, capsys: Output) -> None:
    assert run(project, "explain", "unknown-feild") == 2
    assert "Did you mean “unknown-field”?" in capsys.readouterr().err


def test_without_a_code_all_are_listed(project: Path, capsys: Output) -> None:
    assert run(project, "explain") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(catalogue())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_record_is_a_commented_file_in_the_right_folder(
    project: Path, kind: Kind, capsys: Output
) -> None:
    assert run(project, "new", kind.name, "some-new-record") == 0
    path = f"content/{kind.folder}/some-new-record.yml"
    place = capsys.readouterr().out
    found = re.fullmatch(rf"{path}:(\d+): begin here\n", place)
    assert found
    lines = (project / path).read_text("utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema=../schema/{kind.name}.json"
    assert lines[1] == "some-new-record:"
    assert re.match(r"  \w+:", lines[int(found[1]) - 1])
    problems = {
        (problem.position.file, problem.code)
        for problem in check(project).diagnostics
        if problem.severity.value == "error"
    }
    assert {file for file, _ in problems} <= {path}
    assert {code for _, code in problems} == {"empty-value"}


def test_a_new_record_never_overwrites(project: Path, capsys: Output) -> None:
    before = (project / "content/actors/cast.yml").read_text("utf-8")
    assert run(project, "new", "actor", "northland") == 1
    assert "exists already: content/actors/cast.yml:3:1" in capsys.readouterr().err
    assert run(project, "new", "actor", "harbour-office") == 0
    capsys.readouterr()
    assert run(project, "new", "actor", "harbour-office") == 1
    assert (project / "content/actors/cast.yml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("kind", "id", "advice"),
    [
        ("actr", "x", "did you mean “actor”?"),
        ("thing", "x", "the kinds are: actor, claim,"),
        ("actor", "Harbour Office", "write “harbour-office”"),
        ("actor", "../harbour", "write “harbour”"),
        ("actor", "con", "choose another id"),
    ],
)
def test_a_new_record_needs_a_kind_and_an_id(
    project: Path, kind: str, id: str, advice: str, capsys: Output
) -> None:
    before = sorted(project.rglob("*"))
    assert run(project, "new", kind, id) == 2
    assert advice in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_schemas_are_written_once_and_checked(project: Path, capsys: Output) -> None:
    assert run(project, "schema", "--check") == 1
    assert "python -m explainer schema" in capsys.readouterr().err
    assert run(project, "schema") == 0
    assert run(project, "schema", "--check") == 0
    assert len(list((project / "content/schema").glob("*.json"))) == len(KINDS)


def test_sources_lists_every_address(project: Path, capsys: Output) -> None:
    assert run(project, "sources") == 0
    assert capsys.readouterr().out.splitlines() == [
        "https://ministry.example.org/bridge",
        "https://post.example.org/bridge",
        "https://watch.example.org/cameras",
    ]


def test_sources_without_an_archived_copy_are_listed_with_what_rests_on_them(
    project: Path, capsys: Output
) -> None:
    assert run(project, "sources", "--unarchived") == 0
    said = capsys.readouterr().out
    first = said.splitlines()[0]
    assert first.startswith("content/sources/cast.yml:3:1: ministry-statement: Statement on the bridge")
    assert "claim bridge-unsafe" in said


def test_a_dead_source_names_the_claims_that_rest_on_it(
    project: Path, tmp_path: Path, capsys: Output
) -> None:
    listed = tmp_path / "dead.txt"
    listed.write_text(
        "# found on Monday\nhttps://ministry.example.org/bridge there is no such page (404)\n", "utf-8"
    )
    assert run(project, "sources", "--dead", str(listed)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "content/sources/cast.yml:3:1: ministry-statement: Statement on the bridge"
    assert said[1] == "    the address https://ministry.example.org/bridge: there is no such page (404)"
    assert "    content/claims/cast.yml:3:1: claim bridge-unsafe" in said
    assert not any("watch-report" in line for line in said)


def test_a_list_that_cannot_be_read_is_said(project: Path, capsys: Output) -> None:
    assert run(project, "sources", "--dead", "no-such-file") == 1
    assert "no-such-file cannot be read" in capsys.readouterr().err


def test_build_writes_nothing_where_something_is_wrong(tmp_path: Path, capsys: Output) -> None:
    wrong = examples.project(tmp_path / "project", {"content/terms/more.yml": "ford:\n  name: ford\n"})
    assert run(wrong, "build", str(tmp_path / "out")) == 1
    assert "Nothing was written." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_build_names_the_formats(project: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(project, "build", str(tmp_path / "out"), "--only", "jsn") == 2
    assert "json" in capsys.readouterr().err


@pytest.mark.parametrize("where", ["", "content", "..", "letters"])
def test_build_replaces_nothing_but_what_it_wrote(where: str, project: Path, capsys: Output) -> None:
    for name in ("assets", "data"):  # a folder is no earlier build because one of its names is known
        (project / "letters" / name).mkdir(parents=True)
    letter = project / "letters" / "letter.txt"
    letter.write_text("keep", "utf-8")
    assert run(project, "build", str(project / where)) == 2
    assert "is not replaced" in capsys.readouterr().err
    assert letter.read_text("utf-8") == "keep"
    assert (project / "content").is_dir()


def test_build_replaces_its_own_output(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(project, "build", str(out)) == 0
    (out / "data" / "stale.json").write_text("{}", "utf-8")
    assert run(project, "build", str(out)) == 0
    assert not (out / "data" / "stale.json").exists()


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("as_of: ", "as_of: 2026-02-30 #", "mkdocs.yml:", "has 28 days"),
        ("as_of: ", "as_of: 2026-03 #", "mkdocs.yml:", "should be one day"),
        ("as_of: ", "as-of: ", "mkdocs.yml:", "did you mean “as_of”?"),
        ("  explainer:", "  explaner:", "mkdocs.yml:", "write “explainer” for “explaner”"),
        ("extra:", "extras:", "mkdocs.yml:", "write “extra” for “extras”"),
        ("    as_of:", "    licence: CC BY 4.0\n    as_of:", "mkdocs.yml:", "for example CC-BY-4.0"),
        ("    topics:\n", "    topics:\n      Big Ships: Ships\n", "mkdocs.yml:", "write “big-ships”"),
        ("    topics:\n", "    topics:\n      ships:\n", "mkdocs.yml:", "“ships” has no name"),
    ],
)
def test_a_mistake_in_the_settings_is_one_mistake_in_its_line(
    old: str, new: str, place: str, words: str, project: Path, capsys: Output
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), "utf-8")
    assert run(project, "check") == 1
    said = capsys.readouterr()
    assert words in said.out
    assert place in said.out
    assert "1 error" in said.err


def test_a_new_record_explains_what_stands_inside_lists_and_offers_the_sites_words(
    project: Path, capsys: Output
) -> None:
    assert run(project, "new", "claim", "ferry-runs") == 0
    text = (project / "content/claims/ferry-runs.yml").read_text("utf-8")
    assert "\n  #   - source: The source that we read." in text
    assert "\n  #     stance: How the source stands to the statement. One of: supports, denies," in text
    assert "One of: river, trade." in " ".join(text.replace("#", "").split())
    assert run(project, "new", "treaty", "ferry-treaty") == 0
    text = (project / "content/treaties/ferry-treaty.yml").read_text("utf-8")
    assert re.search(r"\n  #   some-key:\n  #     [a-z_]+: ", text)
    capsys.readouterr()


def test_the_page_of_a_wrong_folder_names_every_folder(project: Path, capsys: Output) -> None:
    assert run(project, "explain", "unknown-folder") == 0
    meaning = capsys.readouterr().out
    assert [folder for folder in BY_FOLDER if folder not in meaning] == []


def test_examples_in_help_are_accepted(project: Path) -> None:
    path = project / "content/sources/cast.yml"
    example = helps(BY_FOLDER["sources"].record)["archived_url"].examples[0]
    text = path.read_text("utf-8").replace("post-report:\n", f"post-report:\n  archived_url: {example}\n")
    path.write_text(text, "utf-8")
    assert "not-an-archive" not in {one.code for one in check(project).diagnostics}


@pytest.mark.parametrize(
    ("file", "line", "wanted"),
    [
        ("river/x.yml", "../schema/actor.json", "../../schema/actor.json"),
        ("x.yml", "../../schema/actor.json", "../schema/actor.json"),
        ("x.yml", "../schema/claim.json", "../schema/actor.json"),
        ("x.yml", "../schema/actor.json", ""),
        ("x.yml", "https://example.org/schema/actor.json", ""),
    ],
)
def test_a_line_for_the_editor_follows_its_file(project: Path, file: str, line: str, wanted: str) -> None:
    path = project / "content/actors" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# yaml-language-server: $schema={line}\nx:\n  name: X\n  type: group\n", "utf-8")
    found = [one for one in check(project).diagnostics if one.code == "wrong-schema-line"]
    assert [one.hint for one in found] == (
        [f"write: # yaml-language-server: $schema={wanted}"] if wanted else []
    )
    assert all((one.position.line, one.position.column) == (1, 33) for one in found)


def test_a_watch_checks_again_whenever_a_file_changes(
    project: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "content/actors/wrong.yml"
    turns = iter(["", "wrong", "", "gone", "stop"])

    def sleep(_seconds: float) -> None:
        turn = next(turns)
        if turn == "wrong":
            path.write_text("wrong:\n  name: X\n  type: grup\n", "utf-8")
        elif turn == "gone":
            path.unlink()
        elif turn == "stop":
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", sleep)
    assert run(project, "check", "--watch") == 0
    said = capsys.readouterr()
    assert said.out.count("“grup” is not a type of actor") == 1
    assert [line.partition(": ")[2] for line in said.err.splitlines() if "records" in line] == [
        "no errors, no warnings",
        "1 error, no warnings",
        "no errors, no warnings",
    ]
