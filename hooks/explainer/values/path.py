"""Paths of pictures: files under docs/, which the site publishes as they are."""

from __future__ import annotations

import re
from typing import Annotated

from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

SUFFIXES = ("svg", "png", "webp", "jpg", "jpeg", "gif", "avif")
"""Kinds of picture that browsers show."""

PICTURE_PATTERN = r"^(?!/)(?!.*(^|/)\.\.(/|$))[^:\\\s?#]{1,200}\.(" + "|".join(SUFFIXES) + ")$"
_PICTURE = re.compile(PICTURE_PATTERN)


def parse_picture(text: str) -> str:
    """Return the path of a picture under docs/, written from there: `assets/lake-1920.jpg`."""
    if not _PICTURE.fullmatch(text):
        hint = "put the file under docs/ and write its path from there, for example assets/lake-1920.jpg"
        if re.fullmatch(rf"(?!/)[^:\\?#]+\.({'|'.join(SUFFIXES)})", text, re.IGNORECASE) and ".." not in text:
            hint = "name the file with small letters in its ending and without spaces"
        raise Mistake("bad-picture", f"“{text}” is not the path of a picture", hint)
    return text


PicturePath = Annotated[
    str,
    Grammar(
        "the path of a picture",
        parse_picture,
        PICTURE_PATTERN,
        ("assets/lake-1920.jpg",),
        ("https://example.org/lake.jpg", "../lake.jpg"),
    ),
]
