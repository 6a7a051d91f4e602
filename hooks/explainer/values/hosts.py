"""Names of sites in the letters of the world (IDNA), read by a library; names that imitate others are refused.

The only module that knows idna.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

import idna

from explainer.characters import LOOK_ALIKES, letter_name, script
from explainer.diagnostics import Mistake
from explainer.phrases import enumerated

_LIMIT = 253
_LABEL = re.compile(r"^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$")
_PRIVATE = frozenset(
    "alt arpa corp home internal intranet invalid lan local localdomain localhost onion private test".split()  # noqa: SIM905 - a list to be read
)
"""Last parts of names that lead to no public site, or to one that not everybody can open."""

_TOGETHER = (
    frozenset(["CJK", "HIRAGANA", "KATAKANA", "LATIN"]),
    frozenset(["CJK", "HANGUL", "LATIN"]),
    frozenset(["CJK", "BOPOMOFO", "LATIN"]),
)
"""Scripts that one word may mix, as Unicode has it (UTS 39, “highly restrictive”)."""


def check_host(host: str) -> None:
    """Raise Mistake when a name is not that of a public site, or is written to look like another’s."""
    name = host.removesuffix(".").lower()
    if not name:
        raise _bad("the address names no site")
    encoded = _encoded(name, host)
    if len(encoded) > _LIMIT:
        raise _bad("the name of the site is too long")
    try:
        ipaddress.ip_address(encoded)
    except ValueError:
        pass
    else:
        raise _bad(f"“{host}” is a number, not the name of a site")
    labels = encoded.split(".")
    if len(labels) < 2 or labels[-1] in _PRIVATE or re.fullmatch(r"(0x)?[0-9a-f]*\d[0-9a-f]*", labels[-1]):
        raise _bad(f"“{host}” is not a public site")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad(f"“{host}” is not a site name of letters, digits and hyphens")
    words = [_decoded(label, host) for label in labels]
    for word in words:
        _check_scripts(word, abroad=not words[-1].isascii())


def _encoded(name: str, host: str) -> str:
    """Return a name as it is asked for: each label in ASCII."""
    if name.isascii():
        return name
    if idna.uts46_remap(name, std3_rules=False) != name:
        raise _bad(f"“{host}” holds a sign that stands for another one", "type the name of the site anew")
    return ".".join(label if label.isascii() else _ascii(label, host) for label in name.split("."))


def _ascii(label: str, host: str) -> str:
    try:
        return idna.alabel(label).decode("ascii")
    except idna.IDNAError:
        raise _bad(f"“{host}” is not the name of a site: no site can have “{label}”") from None


def _decoded(label: str, host: str) -> str:
    """Return a label in its own letters."""
    if not label.startswith("xn--"):
        return label
    try:
        word = str(idna.ulabel(label))
        if idna.alabel(word) == label.encode("ascii"):
            return word
    except idna.IDNAError:
        pass
    raise _bad(f"“{host}” is not the name of a site: nothing is encoded as “{label}”")


def _check_scripts(word: str, *, abroad: bool) -> None:
    """Refuse a word that mixes scripts as none does, or whose letters all look like those of Latin.

    Such letters are a word of their own language where the last part of the name is in another script, too.
    """
    if word.isascii():
        return
    letters = {found: letter for letter in word if (found := script(letter))}
    if len(letters) > 1 and not any(letters.keys() <= allowed for allowed in _TOGETHER):
        said = enumerated(letter_name(letter) for _, letter in sorted(letters.items()))
        raise _bad(f"“{word}” in the name of the site mixes letters of two scripts: {said}", _ANEW)
    alike = word.translate(LOOK_ALIKES)
    if not abroad and alike.isascii():
        odd = next(letter for letter in word if not letter.isascii())
        raise _bad(
            f"“{word}” in the name of the site reads like “{alike}”: {letter_name(odd)} is no Latin letter",
            _ANEW,
        )


_ANEW = "type the name of the site anew, and see that it is the site that you mean"


def readable(url: str) -> str:
    """Return an address with the name of its site in its own letters, as readers know it."""
    if "xn--" not in url.lower():
        return url
    host = urlsplit(url).hostname or ""
    try:
        name = ".".join(_decoded(label, host) for label in host.split("."))
    except Mistake:
        return url
    return re.sub(re.escape(host), lambda _found: name, url, count=1, flags=re.IGNORECASE)


def _bad(message: str, hint: str = "") -> Mistake:
    hint = hint or "copy the address from the browser’s address bar, for example https://example.org/page"
    return Mistake("bad-url", message, hint)
