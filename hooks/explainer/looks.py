"""The look of a site as mkdocs.yml chooses it: pictures, accent colour, typeface, a line of its own in the footer."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from explainer.diagnostics import Diagnostic, Mistake, Position, Severity, did_you_mean

STYLES = Path(__file__).parent / "styles"

TEXT_CONTRAST = 4.5
"""Least contrast of text of ordinary size with what is behind it (WCAG 2.2, success criterion 1.4.3)."""

MORE_CONTRAST = 7.0
"""The same for readers who ask for more contrast (WCAG 2.2, success criterion 1.4.6)."""

FACES = ("serif", "sans")
"""What running text can be set in."""

PICTURES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".ico": "image/x-icon",
}
"""Kinds of picture that browsers show, with their media types."""

CARDS = (".png", ".jpg", ".jpeg")
"""Kinds of picture that other sites show beside a link."""

HEAVIEST, HEAVIEST_CARD = 60_000, 500_000
"""How many bytes a picture of every page may have, and one that only other sites show."""

_USUAL_ACCENT = "#17496f"


@dataclass(frozen=True, slots=True)
class Look:
    """What a site looks like where it differs from others."""

    __pydantic_config__: ClassVar = {"use_attribute_docstrings": True}

    accent: str = ""
    """Colour of links and controls (`#rrggbb`) in the light scheme; empty: the usual blue. The shade of the dark
    scheme is computed: the nearest that is readable there."""
    text: str = "serif"
    """What running text and headings are set in: `serif` or `sans`."""
    card: str = ""
    """Path of a picture under docs/ that other sites show beside a link to this one: PNG or JPEG, 1200 × 630."""
    card_alt: str = ""
    """What that picture shows, in words."""
    logo: str = ""
    """Path of a picture under docs/ that stands before the name of the site."""
    icon: str = ""
    """Path of a picture under docs/ that browsers show for the site."""
    footer: str = ""
    """A line of the site's own at the end of every page: plain text."""

    @property
    def icon_type(self) -> str:
        """Media type of the icon."""
        return PICTURES.get(Path(self.icon).suffix.lower(), "")


def look_of(
    config: Mapping[str, Any],
    docs: Path,
    place: Callable[..., Position],
) -> tuple[Look, tuple[Diagnostic, ...]]:
    """Return the look that a configuration chooses, with what is wrong in it.

    `docs` is the folder in which pictures are looked for; `place` says where the setting under some keys is written.
    """
    found = list(_problems(config, docs, place))
    wrong = {diagnostic.position for diagnostic in found}
    block = _block(config)

    def kept(value: Any, *keys: str, usual: str = "") -> str:
        return usual if not value or place(*keys) in wrong else str(value)

    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    look = Look(
        accent=kept(block.get("accent"), *_LOOK, "accent").lower(),
        text=kept(block.get("text"), *_LOOK, "text", usual="serif"),
        card=kept(block.get("card"), *_LOOK, "card"),
        card_alt=kept(block.get("card_alt"), *_LOOK, "card_alt"),
        logo=kept(theme.get("logo"), "theme", "logo"),
        icon=kept(theme.get("favicon"), "theme", "favicon"),
        footer=" ".join(kept(config.get("copyright"), "copyright").split()),
    )
    return look, tuple(found)


_LOOK = ("extra", "explainer", "look")


def _block(config: Mapping[str, Any]) -> Mapping[str, Any]:
    extra = config.get("extra")
    block = extra.get("explainer") if isinstance(extra, dict) else None
    look = block.get("look") if isinstance(block, dict) else None
    return look if isinstance(look, dict) else {}


def _problems(config: Mapping[str, Any], docs: Path, place: Callable[..., Position]) -> Iterator[Diagnostic]:
    block = _block(config)
    for name, value in block.items():
        keys = (*_LOOK, name)
        if name == "accent":
            try:
                legible(value)
            except Mistake as mistake:
                yield Diagnostic(place(*keys), mistake.code, mistake.message, mistake.hint)
        elif name == "text":
            if value not in FACES:
                hint = did_you_mean(str(value), FACES, "write “text: serif” or “text: sans”")
                yield Diagnostic(place(*keys), "bad-setting", f"“text” cannot be “{value}”", hint)
        elif name == "card":
            yield from _wrong_picture(name, value, docs, place(*keys), CARDS)
            if not block.get("card_alt"):
                hint = "write what it shows: “card_alt: A lake between two towns”"
                yield Diagnostic(place(*keys), "bad-setting", "“card” has no “card_alt”", hint)
        elif name != "card_alt":
            known = ("accent", "text", "card", "card_alt")
            hint = did_you_mean(str(name), known, f"the settings of the look are: {', '.join(known)}")
            yield Diagnostic(place(*keys), "bad-setting", f"“{name}” is not a setting of the look", hint)
    theme = config.get("theme")
    for name in ("logo", "favicon"):
        value = theme.get(name) if isinstance(theme, dict) else None
        if value:
            yield from _wrong_picture(name, value, docs, place("theme", name))
    if config.get("extra_css"):
        yield from _wrong_styles(config["extra_css"], docs, place)
    footer = config.get("copyright")
    if footer and (not isinstance(footer, str) or re.search("[<>]", footer)):
        hint = "write it without tags, on one line: “copyright: Example Society, 2026”"
        yield Diagnostic(place("copyright"), "bad-setting", "“copyright” should be plain text", hint)


def _wrong_styles(value: Any, docs: Path, place: Callable[..., Position]) -> Iterator[Diagnostic]:
    """Yield what is wrong with style sheets of the site’s own."""
    hint = "write a list of paths from docs/ on, for example extra_css: [assets/own.css]"
    if not isinstance(value, list):
        yield Diagnostic(place("extra_css"), "bad-setting", "“extra_css” should be a list", hint)
        return
    for path in map(str, value):
        if path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"):
            message = f"“extra_css” should name files under docs/, not “{path}”"
            yield Diagnostic(place("extra_css"), "bad-setting", message, hint)
        elif not (docs / path).is_file():
            message, there = (
                f"“extra_css”: there is no file docs/{path}",
                "put it there, or take it out of the list",
            )
            yield Diagnostic(place("extra_css"), "bad-setting", message, there)


def _wrong_picture(
    name: str, value: Any, docs: Path, where: Position, kinds: Collection[str] = PICTURES
) -> Iterator[Diagnostic]:
    path = str(value)
    if path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"):
        hint = "put the picture under docs/ and write its path from there, for example assets/logo.svg"
        yield Diagnostic(where, "bad-setting", f"“{name}” should be a file under docs/, not “{path}”", hint)
    elif Path(path).suffix.lower() not in kinds:
        hint = f"use one of {', '.join(kinds)}"
        yield Diagnostic(where, "bad-setting", f"“{name}”: “{path}” is no picture that can stand there", hint)
    elif not (docs / path).is_file():
        hint = "put it there, or write the path of a picture that is there"
        yield Diagnostic(where, "bad-setting", f"“{name}”: there is no file docs/{path}", hint)
    elif (weight := (docs / path).stat().st_size) > (
        heaviest := HEAVIEST if kinds is PICTURES else HEAVIEST_CARD
    ):
        message = f"“{name}”: docs/{path} has {weight // 1000:,} kB"
        hint = f"make it smaller than {heaviest // 1000} kB"
        yield Diagnostic(where, "bad-setting", message, hint, Severity.WARNING)


def legible(value: Any) -> str:
    """Return an accent colour that can be read on the site's light backgrounds.

    Raises Mistake for what is no colour, and for one that is too pale; the hint names the next shade that will do.
    """
    colour = str(value).strip().lower()
    if not re.fullmatch("#[0-9a-f]{6}", colour):
        hint = f'write it as “#rrggbb” in quotation marks, for example accent: "{_USUAL_ACCENT}"'
        raise Mistake("bad-setting", f"“accent”: “{value}” is not a colour", hint)
    if _passes(colour, "light", TEXT_CONTRAST):
        return colour
    message = f"“accent”: {colour} is too pale to be read: its contrast is {_least(colour, 'light'):.1f}, less than 4.5"
    raise Mistake(
        "bad-setting", message, f"the next shade that can be read is {shade(colour, 'light', TEXT_CONTRAST)}"
    )


def styles(look: Look) -> str:
    """Return the style rules of a look; empty for the usual one."""
    rules = ""
    if look.text == "sans":
        rules += ":root { --x-serif: var(--x-sans); }\n"
    if look.accent:
        light, dark = look.accent, shade(look.accent, "dark", MORE_CONTRAST)
        strong = [shade(look.accent, scheme, MORE_CONTRAST) for scheme in ("light", "dark")]
        soft = [_soft(light, "light"), _soft(dark, "dark")]
        rules += (
            f":root {{ --x-accent: light-dark({light}, {dark}); --x-accent-soft: light-dark({soft[0]}, {soft[1]}); }}\n"
            "@supports not (color: light-dark(#fff, #000)) {\n"
            f"  :root {{ --x-accent: {light}; --x-accent-soft: {soft[0]}; }}\n}}\n"
            "@media (prefers-contrast: more) {\n"
            f"  :root {{ --x-accent: light-dark({strong[0]}, {strong[1]}); }}\n}}\n"
        )
    return rules


def light(look: Look) -> dict[str, str]:
    """Return the colours of the light scheme by their names in the stylesheet, with the accent of a look."""
    tokens = (STYLES / "10-tokens.css").read_text(encoding="utf-8")
    found = dict(re.findall(r"--x-([a-z-]+): light-dark\((#\w+), #\w+\)", tokens.partition("@supports")[0]))
    return {**found, **({"accent": look.accent} if look.accent else {})}


def shade(colour: str, scheme: str, contrast: float) -> str:
    """Return the nearest shade of a colour that has this contrast with the backgrounds of a scheme.

    Hue and saturation stay; the colour gets darker in the light scheme and lighter in the dark one.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    way = -1 if scheme == "light" else 1
    for step in range(101):
        if step and not 0 <= lightness + way * step / 100 <= 1:
            break
        found = (
            _written(colorsys.hls_to_rgb(hue, lightness + way * step / 100, saturation)) if step else colour
        )
        if _passes(found, scheme, contrast):
            return found
    return "#000000" if scheme == "light" else "#ffffff"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _passes(colour: str, scheme: str, wanted: float) -> bool:
    return _least(colour, scheme) >= wanted


def _least(colour: str, scheme: str) -> float:
    """Return the contrast of a colour with that background on which it can be read worst."""
    return min(contrast(colour, behind) for behind in (*_backgrounds()[scheme], _soft(colour, scheme)))


def _soft(colour: str, scheme: str) -> str:
    """Return the pale shade that lies behind what is chosen: an eighth of the colour in the paper."""
    paper = _parts(_backgrounds()[scheme][0])
    return _written([0.12 * ink + 0.88 * white for ink, white in zip(_parts(colour), paper, strict=True)])


@cache
def _backgrounds() -> dict[str, tuple[str, ...]]:
    """Return what text stands on in each scheme: paper first."""
    tokens = (STYLES / "10-tokens.css").read_text(encoding="utf-8")
    pairs = [
        re.search(rf"--x-{name}: light-dark\((#\w+), (#\w+)\)", tokens) for name in ("paper", "card", "wash")
    ]
    found = [pair.groups() for pair in pairs if pair]
    return {"light": tuple(light for light, _ in found), "dark": tuple(dark for _, dark in found)}


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: Any) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
