"""Pictures are found where pages and records name them, keep their room, and say whose they are."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from explainer.diagnostics import Mistake, Severity
from explainer.images import HEAVIEST, Image, framed, of_page, sizes
from explainer.pipeline import build
from explainer.values.path import parse_picture
from tests import examples

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"></svg>'


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_sizes_are_read_from_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(_png(7, 5))
    (tmp_path / "b.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "c.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8"
    )
    (tmp_path / "d.png").write_bytes(b"no picture")
    (tmp_path / "e.txt").write_text("", encoding="utf-8")
    found = sizes(tmp_path, ["a.png", "b.svg", "c.svg", "d.png", "e.txt", "f.png", "../a.png", "/a.png"])
    assert {path: (image.width, image.height) for path, image in found.items()} == {
        "a.png": (7, 5),
        "b.svg": (320, 200),
        "c.svg": (0, 0),
        "d.png": (0, 0),
    }
    assert found["b.svg"].weight == len(SVG)


@pytest.mark.parametrize(
    "path",
    [
        "/a.png",
        "../a.png",
        "a/../../b.png",
        "https://example.org/a.png",
        "a.pdf",
        "a.PNG",
        "a b.png",
        "a.png?x",
    ],
)
def test_what_is_no_path_of_a_picture_is_refused(path: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_picture(path)
    assert refused.value.code == "bad-picture"
    assert refused.value.hint


@pytest.mark.parametrize("path", ["a.png", "assets/b-1.jpeg", "assets/карта.svg"])
def test_a_path_under_docs_is_taken(path: str) -> None:
    assert parse_picture(path) == path


@pytest.mark.parametrize(
    ("page", "text", "paths"),
    [
        ("index.md", "![A](assets/a.png)", ["assets/a.png"]),
        ("topics/water.md", '![A](../assets/a.png "Whose")', ["assets/a.png"]),
        ("topics/water.md", "![A \\] b](a.png) ![](<b.png>)", ["topics/a.png", "topics/b.png"]),
        ("index.md", "![A](https://example.org/a.png) [A](a.png)", []),
    ],
)
def test_pictures_of_a_page_are_found(page: str, text: str, paths: list[str]) -> None:
    assert [path for path, _ in of_page(page, text)] == paths


def test_a_picture_that_stands_alone_gets_its_caption() -> None:
    known = {"assets/a.png": Image(7, 5, 10)}
    alone = framed('<p><img alt="A" src="../assets/a.png" title="Whose &amp; why" /></p>', "water/", known)
    assert alone == (
        '<figure class="x-photo"><img alt="A" src="../assets/a.png" width="7" height="5" loading="lazy" '
        'decoding="async"><figcaption>Whose &amp; why</figcaption></figure>'
    )
    inside = framed('<p>See <img alt="A" src="assets/a.png" title="W" /> here.</p>', "", known)
    assert inside == (
        '<p>See <img alt="A" src="assets/a.png" width="7" height="5" loading="lazy" decoding="async" title="W">'
        " here.</p>"
    )
    other = '<p><img alt="A" src="other.png" /></p>'
    assert framed(other, "", known) == other


def _said(folder: Path, files: dict[str, str]) -> list[tuple[str, int, str, Severity]]:
    found = build(examples.project(folder, files)).checked.diagnostics
    return [
        (one.position.file, one.position.line, one.message, one.severity)
        for one in found
        if one.code != "orphan"
    ]


def test_what_is_wrong_with_a_picture_is_told_where_it_is_named(tmp_path: Path) -> None:
    record = """ferry-quay:
  name: Ferry quay
  country: [FR]
  latitude: 48.1
  longitude: 2.3
  pictures:
    - file: assets/{}
      alt: A quay.
      credit: Daily Post
      licence: CC-BY-4.0
      source: post-report
"""
    files = {"docs/assets/small.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'}
    files["docs/assets/heavy.svg"] = SVG.replace("></", f"><!--{'x' * HEAVIEST}--></")
    for name, said in {
        "none.svg": ("there is no picture docs/assets/none.svg", Severity.ERROR),
        "small.svg": ("docs/assets/small.svg does not say how large it is", Severity.ERROR),
        "heavy.svg": ("docs/assets/heavy.svg has 500 kB", Severity.WARNING),
    }.items():
        found = _said(tmp_path / name, {**files, "content/places/ferry.yml": record.format(name)})
        ((file, line, message, severity),) = found
        assert (file, line, severity) == ("content/places/ferry.yml", 7, said[1])
        assert message.startswith(said[0])


def test_code_names_no_picture(tmp_path: Path) -> None:
    assert (
        _said(
            tmp_path,
            {"docs/ferry.md": "# A\n\n<!-- framing: help -->\nWrite `![](a.png)`.\n\n```\n![](b.png)\n```\n"},
        )
        == []
    )
