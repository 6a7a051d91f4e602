"""The drawn picture: an ordinary file of the right size, the same every time, whose fonts hold what they claim."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import ImageFont

from explainer import fonts
from explainer.composing import HEIGHT, WIDTH, Bar, Sheet, Sign, Text
from explainer.drawing import SHADES, measure, palette, png

HOOKS = Path(__file__).parents[2] / "hooks"

SHEET = Sheet(
    "#fbfaf7",
    [
        Bar(0, 0, 24, HEIGHT, "#14603f"),
        Text(84, 120, "The weir was closed", "serif", 60, "#1b1f24"),
        Sign(84, 300, 40, "disc", "#14603f"),
    ],
)
SIGNS = {"disc": '<svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="currentColor"/></svg>'}


class Read:
    """A picture as the standard (PNG, second edition) has it, read without the library that wrote it."""

    def __init__(self, data: bytes) -> None:
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        self.chunks: dict[bytes, bytes] = {}
        at = 8
        while at < len(data):
            (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
            body = data[at + 8 : at + 8 + length]
            assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
            self.chunks[kind] = self.chunks.get(kind, b"") + body
            at += 12 + length
        self.width, self.height, self.depth, self.colour, *_ = struct.unpack(">IIBBBBB", self.chunks[b"IHDR"])
        self.rows = self._rows()

    def _rows(self) -> list[bytes]:
        raw, rows = zlib.decompress(self.chunks[b"IDAT"]), [bytes(self.width)]
        for at in range(self.height):
            line = raw[at * (self.width + 1) : (at + 1) * (self.width + 1)]
            kind, row = line[0], bytearray(line[1:])
            for x in range(self.width):
                left = row[x - 1] if x else 0
                up, corner = rows[-1][x], rows[-1][x - 1] if x else 0
                guess = left + up - corner
                paeth = min((left, up, corner), key=lambda one: abs(guess - one))
                row[x] = (row[x] + (0, left, up, (left + up) // 2, paeth)[kind]) % 256
            rows.append(bytes(row))
        return rows[1:]

    def at(self, x: int, y: int) -> str:
        """Return the colour of a point."""
        number = self.rows[y][x]
        return f"#{self.chunks[b'PLTE'][3 * number : 3 * number + 3].hex()}"


@pytest.fixture(scope="module")
def picture() -> Read:
    return Read(png(SHEET, SIGNS))


def test_it_has_the_size_that_other_sites_ask_for(picture: Read) -> None:
    assert (picture.width, picture.height) == (WIDTH, HEIGHT) == (1200, 630)
    assert (picture.depth, picture.colour) == (8, 3)


def test_its_colours_are_those_of_the_sheet(picture: Read) -> None:
    assert picture.at(600, 500) == "#fbfaf7"
    assert {picture.at(0, 0), picture.at(23, HEIGHT - 1), picture.at(104, 320)} == {"#14603f"}
    assert picture.at(24, 0) == "#fbfaf7"
    assert picture.at(85, 301) == "#fbfaf7"  # beside the disc
    written = {picture.at(x, y) for x in range(84, 700, 2) for y in range(70, 130, 2)}
    assert "#1b1f24" in written
    assert len(written) > SHADES / 2  # smooth edges


def test_words_stand_where_the_sheet_has_them(picture: Read) -> None:
    inked = {(x, y) for y in range(40, 200) for x in range(60, WIDTH) if picture.rows[y][x]}
    assert 84 <= min(x for x, _ in inked) <= 90
    assert max(x for x, _ in inked) <= 84 + measure("serif", 60, "The weir was closed")
    assert 119 <= max(y for _, y in inked) <= 121  # no letter goes below the line


def test_no_clock_and_no_name_of_a_program_is_in_it(picture: Read) -> None:
    assert set(picture.chunks) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_it_is_the_same_in_another_process_on_another_day() -> None:
    code = (
        "import time; time.time = lambda: 4e9\n"
        "import hashlib; from explainer.composing import *; from explainer.drawing import png\n"
        f"sheet = Sheet({SHEET.paper!r}, {SHEET.items!r})\n"
        f"print(hashlib.sha256(png(sheet, {SIGNS!r})).hexdigest())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("77", "UTC"))
    }
    assert len(answers) == 1
    assert png(SHEET, SIGNS) == png(SHEET, SIGNS)


def test_the_shades_of_an_ink_lie_between_the_paper_and_it() -> None:
    found = palette("#ffffff", ["#000000", "#ff0000"])
    assert found[:3] == [255, 255, 255]
    assert found[3 * SHADES : 3 * SHADES + 3] == [0, 0, 0]
    assert found[-3:] == [255, 0, 0]
    assert len(found) == 3 * (1 + 2 * SHADES)


@pytest.mark.parametrize("face", fonts.FACES)
def test_a_face_holds_every_sign_that_it_is_said_to_hold(face: str) -> None:
    font = ImageFont.truetype(fonts.file_of(face), 40, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask("\ue000"))
    held = [chr(sign) for first, last in fonts.HELD for sign in range(first, last + 1)]
    assert len(held) > 1200
    assert [sign for sign in held if bytes(font.getmask(sign)) == box] == []
    assert bytes(font.getmask("강")) == box


@pytest.mark.parametrize("face", fonts.FACES)
def test_letters_are_kerned(face: str) -> None:
    assert measure(face, 100, "To") < measure(face, 100, "T") + measure(face, 100, "o")
    assert measure(face, 100, "Г.") < measure(face, 100, "Г") + measure(face, 100, ".")


def test_the_fonts_come_with_their_licence() -> None:
    folder = fonts.file_of("sans").parent
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
    assert {path.stem for path in folder.glob("*.ttf")} == set(fonts.FACES.values())


def test_neither_checking_nor_planning_a_site_loads_the_library_that_draws() -> None:
    code = "import sys, explainer.pipeline, explainer.writing, explainer.commands.check; print('PIL' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
