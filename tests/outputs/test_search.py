"""Search: an index in parts answers as one in one piece, and fetches little of it."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from explainer.outputs import assets, search
from explainer.outputs._terms import ASIDE, terms
from tests.outputs.reading import Data

HOOKS = Path(assets.__file__).parents[1]

QUERIES = """
    kim | Kim Jong-un | kim jung un | 김정은 | 정은 | 북한 | Путин | путина | Росія | Південна Корея | Zelénský
    GUR | pow | nort korea | norht korea | wepons | amunition factory | article four | article 4 | download
    map | what is it | did russia admit | how many north koreans died | the north | six thousand soldiers
    6,000 soldiers | tanks | thanks | defense minister | u.s. | kurs | ku | k | 4 | 2024
    qqqqqqq | shells xylophone | …
""".replace("\n", "|").split("|")

NAMES = """
    Işık Yılmaz | Łódź Institute | Đặng Văn Mẫu | Groß Straße Verein | Æthel Ørsted | Nord–Süd Bund | U.S.-led Group
    สภาแห่งชาติ | المجلس الوطني | Σωκράτης | 東京都庁 | 𠮷野家の𠮷田 | One Hundred and Five Men | Ⅳ ½ № \uff15
    The Wall | Will | A. Wall | D’Arcy O'Neill | 10,000 Days | ŉ-Test a.b.c. e.V. | İzmir İl | -- | ﬁnal ﬂag | 5-000
""".strip().replace("\n", "|").split("|")  # fmt: skip


def asked(folder: Path, index: dict[str, Any], queries: list[str], breaks: tuple[str, ...] = ()) -> Any:
    """Lay out scripts and both forms of an index, and return what the search of the site answers."""
    scripts = {
        "site.js": HOOKS / "scripts/site.js",
        "minisearch.js": HOOKS / "theme/assets/minisearch.js",
        **{
            f"{name}.js": HOOKS / f"components/{name}/{name}.js"
            for name in assets.ALONE
            if name.startswith("search")
        },
    }
    for name, script in scripts.items():
        (folder / name).write_text(assets.lean(script.read_text("utf-8")), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    for form, most in (("whole", 10**9), ("parts", 0)):
        for path, text in search.pieces(index, most):
            target = folder / form / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("rankings.mjs")), str(folder)],
        input=json.dumps({"queries": queries, "breaks": breaks}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def index(real: Data) -> dict[str, Any]:
    """Return the index of this site, without its lists, for which all pages would have to be made."""
    return search.index(real.dossier, ())


@pytest.mark.usefixtures("node_modules")
def test_parts_answer_as_the_whole_does(index: dict[str, Any], tmp_path: Path) -> None:
    chosen = random.Random(20)  # noqa: S311 - for a choice that is the same every time
    titles = [entry["t"] for entry in chosen.sample(index["entries"], 60)]
    names = [entry["n"].split(" · ")[0] for entry in index["entries"] if "n" in entry]
    places = [chosen.randrange(len(title)) for title in titles]
    slips = [title[:at] + title[at + 1 :] for title, at in zip(titles, places, strict=True)]
    queries = [
        *QUERIES,
        *titles,
        *slips[:30],
        *chosen.sample(names, 30),
        *(title[:5] for title in titles[:20]),
    ]
    found = asked(tmp_path, index, queries)
    for one in found["answers"]:
        assert one["fresh"] == one["whole"], one["query"]
        assert one["kept"] == one["whole"], one["query"]
    assert sum(one["whole"]["number"] > 0 for one in found["answers"]) > len(queries) * 0.9


@pytest.mark.usefixtures("node_modules")
def test_words_are_the_same_to_the_index_and_to_the_script(tmp_path: Path) -> None:
    kinds = ("actor", "article", "page", "source", "term")
    entries: list[dict[str, Any]] = [
        {
            "u": f"{kind}/{number}/",
            "t": name,
            "k": kind,
            "n": f"{NAMES[number - 1]} · {name} II",
            "s": name * 2,
        }
        for kind in kinds
        for number, name in enumerate(NAMES)
    ]
    index = {
        "entries": sorted(entries, key=lambda entry: (entry["k"] != "page", entry["k"])),
        "kinds": {kind: kind for kind in kinds},
        "synonyms": {"Łódź Institute": ["the weavers", "weavers"]},
        "aside": ASIDE,
    }
    words = [word for name in NAMES for word in name.split()]
    queries = [*NAMES, *words, *(word[1:] for word in words), "the weavers", "weavers", "105 men", "a.b"]
    for one in asked(tmp_path, index, queries)["answers"]:
        assert one["terms"] == terms(one["query"])
        assert one["fresh"] == one["whole"], one["query"]
        assert one["kept"] == one["whole"], one["query"]


@pytest.mark.usefixtures("node_modules")
def test_a_query_fetches_the_parts_of_its_words(index: dict[str, Any], tmp_path: Path) -> None:
    found = asked(tmp_path, index, ["Volodin"])["fetched"]
    there = {path.relative_to(tmp_path / "parts").as_posix() for path in (tmp_path / "parts").rglob("*.json")}
    assert set(found) <= there
    assert len(found) == len(set(found)) < 12 < len(there) / 8


@pytest.mark.usefixtures("node_modules")
@pytest.mark.parametrize("path", ["search/words-", "search/entries-", "search/"])
def test_a_part_that_fails_fails_the_query_and_is_asked_for_again(
    path: str, index: dict[str, Any], tmp_path: Path
) -> None:
    found = asked(tmp_path, index, ["zelenkyy"], (path,))
    assert [one["failed"].startswith(path) for one in found["failures"]] == [True]
    assert found["failures"][0]["then"] == found["answers"][0]["whole"] != []


def test_a_small_index_stays_in_one_piece(index: dict[str, Any]) -> None:
    size = len(next(iter(search.pieces(index)))[1].encode())
    assert [path for path, _ in search.pieces(index)] == ["search.json"]
    assert [path for path, _ in search.pieces(index, size)] == ["search.json"]
    parts = dict(search.pieces(index, size - 1))
    assert "entries" not in json.loads(parts["search.json"])
    held = [entry for path, text in parts.items() if "/entries-" in path for entry in json.loads(text)]
    assert held == index["entries"]
    assert [entry["u"] for entry in json.loads(parts["search/all.json"])] == [entry["u"] for entry in held]
