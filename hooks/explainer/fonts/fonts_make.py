"""Make the fonts of this folder from the full ones of the Noto project; `fonts.md` says which.

    PYTHONPATH=hooks python hooks/explainer/fonts/fonts_make.py /usr/share/fonts/truetype/noto

What is kept: the signs of `HELD`, without instructions for coarse screens and without features that only
a shaping engine uses. Kerning is written as the plain table `kern`, which every renderer reads, so that
a picture does not depend on the libraries of the machine on which it is drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.tables.ttProgram import Program

from explainer.fonts import FACES, HELD, file_of

PAIRED = (
    (0x22, 0x22), (0x27, 0x29), (0x2C, 0x3B), (0x41, 0x5A), (0x61, 0x7A), (0x400, 0x45F), (0x2013, 0x2014),
    (0x2018, 0x201E),
)  # fmt: skip
"""Rows of signs between which the distance is kept."""


def main(source: Path) -> None:
    """Write each face beside this file."""
    for face, name in FACES.items():
        font = TTFont(source / f"{name}.ttf", recalcTimestamp=False)
        pairs = dict(_pairs(font))
        options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
        options.drop_tables += ["GPOS", "GSUB", "GDEF"]
        options.recalc_timestamp = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[sign for first, last in HELD for sign in range(first, last + 1)])
        subsetter.subset(font)
        font["kern"] = _table(pairs)
        font["prep"] = _program()
        font.save(file_of(face))


def _program() -> Any:
    """Return instructions that do nothing, and are just long enough for FreeType not to hint a font by itself."""
    table = newTable("prep")
    table.program = Program()
    table.program.fromAssembly(
        ["PUSHW[ ]", "511", "SCANCTRL[ ]", "PUSHB[ ]", "4", "SCANTYPE[ ]", "PUSHB[ ]", "0", "POP[ ]"]
    )
    return table


def _table(pairs: dict[tuple[str, str], int]) -> Any:
    table = newTable("kern")
    table.version = 0
    inner = KernTable_format_0()
    inner.apple, inner.coverage, inner.kernTable = False, 1, pairs
    table.kernTables = [inner]
    return table


def _pairs(font: TTFont) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield each two glyphs that the font moves nearer or apart."""
    names = {font.getBestCmap().get(sign) for first, last in PAIRED for sign in range(first, last + 1)} - {
        None
    }
    gpos = font["GPOS"].table
    wanted = {
        index
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }
    found: dict[tuple[str, str], int] = {}
    for index in sorted(wanted):
        for table in gpos.LookupList.Lookup[index].SubTable:
            inner = table.ExtSubTable if hasattr(table, "ExtSubTable") else table
            if type(inner).__name__ == "PairPos":
                for pair, step in _moved(inner, names):
                    found.setdefault(pair, step)
    yield from ((pair, step) for pair, step in sorted(found.items()) if step)


def _moved(table: Any, names: set[str]) -> Iterator[tuple[tuple[str, str], int]]:
    for at, first in enumerate(table.Coverage.glyphs):
        if first not in names:
            continue
        if table.Format == 1:
            for record in table.PairSet[at].PairValueRecord:
                if record.SecondGlyph in names:
                    yield (first, record.SecondGlyph), _step(record.Value1)
        else:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
            for second in names:
                yield (first, second), _step(row[table.ClassDef2.classDefs.get(second, 0)].Value1)


def _step(value: Any) -> int:
    return getattr(value, "XAdvance", 0) if value else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
