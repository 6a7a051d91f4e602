"""Each hostile or awkward file, laid beside a good project: refused at its line, warned of, or shown as it is.

A case is one file under cases/, in the folder of its kind of record. Its first line says what must happen:

    # expect: reject | line: 3 | code: bad-url | what is wrong with it

    reject   an error with this code stands at this line, and nothing is published
    warn     a warning with this code stands at this line
    inert    it is taken, and what was written is what a reader sees; nothing of it runs
    accept   it is taken: honest text that must not be refused
"""

from __future__ import annotations

import codecs
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from explainer.checking import check
from explainer.diagnostics import Diagnostic, Severity
from explainer.kinds import BY_FOLDER

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").rglob("*.yml"))
VERDICTS = ("accept", "inert", "reject", "warn")

_HEAD = re.compile(
    r"# expect: (?P<verdict>\w+)(?: \| line: (?P<line>\d+) \| code: (?P<code>[a-z-]+))? \| (?P<why>\S.*)"
)
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Case:
    """What must happen to a file."""

    path: Path
    verdict: str
    line: int
    code: str

    @property
    def place(self) -> str:
        """Where the file is laid in a project."""
        return f"content/{self.path.parent.name}/{self.path.name}"


def case_of(path: Path) -> Case:
    """Return what the first line of a file says must happen to it."""
    raw = path.read_bytes()
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8-sig")
    head = raw.decode(encoding, "replace").splitlines()[0]
    found = _HEAD.fullmatch(head)
    assert found, f"{path}: {head!r} does not say what must happen"
    return Case(path, found["verdict"], int(found["line"] or 0), found["code"] or "")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the good project."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    shutil.copytree(HERE / "base", folder)
    return folder


@pytest.fixture
def laid(project: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Case, tuple[Diagnostic, ...]]]:
    """Lay one case beside the good files and check the project; take the case away again."""
    case = case_of(request.param)
    target = project / case.place
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(case.path, target)
    yield case, check(project).diagnostics
    target.unlink()


@pytest.mark.parametrize("laid", CASES, indirect=True, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_ends_as_it_must(laid: tuple[Case, tuple[Diagnostic, ...]]) -> None:
    case, found = laid
    errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
    said = "\n".join(str(diagnostic) for diagnostic in found)
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", said) is None
    assert re.search(r"^(::|##\[)", said, re.MULTILINE) is None, "a message can be taken for a command"
    if case.verdict in ("inert", "accept"):
        assert [str(error) for error in errors] == []
    else:
        weight = Severity.ERROR if case.verdict == "reject" else Severity.WARNING
        places = {(one.position.file, one.position.line, one.code) for one in found if one.severity is weight}
        assert (case.place, case.line, case.code) in places, said or "nothing is wrong with it"
    if case.verdict == "warn":
        assert [str(error) for error in errors] == []


def test_the_good_project_has_no_mistake(project: Path) -> None:
    assert [str(diagnostic) for diagnostic in check(project).diagnostics] == []


def test_there_are_enough_cases_of_every_verdict() -> None:
    cases = [case_of(path) for path in CASES]
    standings = Counter(case.verdict for case in cases)
    assert set(standings) == set(VERDICTS)
    assert len(cases) >= 700
    assert {path.parent.name for path in CASES} <= BY_FOLDER.keys()
    urls = [path for path in CASES if path.stem.startswith("url-")]
    ids = [path for path in CASES if path.stem.startswith("id-")]
    assert len(urls) >= 37
    assert len(ids) >= 31
