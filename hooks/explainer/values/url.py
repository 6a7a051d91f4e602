"""Addresses of public web pages, by allow-list (RFC 3986, http and https only)."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated
from urllib.parse import SplitResult, unquote, urlsplit

from explainer.characters import bad_characters
from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

LIMIT = 2000
_HOST_LIMIT = 253
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\s<>\"'`\\^{}|]")
_HALF_ENCODED = re.compile(r"%(?![0-9a-fA-F]{2})")
_LABEL = re.compile(r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")
_PRIVATE = frozenset(
    "alt arpa corp home internal intranet invalid lan local localdomain localhost onion private test".split()  # noqa: SIM905 - a list to be read
)
"""Last parts of names that lead to no public site, or to one that not everybody can open."""


def parse_url(text: str) -> str:
    """Return the address, or raise Mistake when it is not a plain public web address."""
    url = text.strip()
    if len(url) > LIMIT:
        raise _bad(f"the address has {len(url)} characters; {LIMIT} are the most")
    if found := _FORBIDDEN.search(url):
        raise _bad(f"the address holds a character that no address may hold: {found.group()!r}")
    for bad in bad_characters(url):
        raise _bad(f"the address cannot hold this: {bad.message}")
    if not url.lower().startswith(("http://", "https://")):
        raise _bad(f"“{url[:60]}” does not begin with https:// or http://")
    if _HALF_ENCODED.search(url):
        raise _bad("“%” is followed by no code in the address")
    if _holds_hidden(unquote(url, errors="ignore")):
        raise _bad("the address holds an encoded control character, or one that cannot be seen")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _bad(f"“{url[:60]}” is not a complete address") from None
    if "@" in parts.netloc:
        raise _bad("the address holds a user name or password")
    if not _is_usual_port(parts, port):
        raise _bad(f"the address names the port {'' if port is None else port}".rstrip())
    _check_host(parts.hostname or "")
    return url


def _holds_hidden(decoded: str) -> bool:
    hidden = ("forbidden-character", "tab")
    return "\n" in decoded or any(bad.code in hidden for bad in bad_characters(decoded))


def _is_usual_port(parts: SplitResult, port: int | None) -> bool:
    if port is None:
        return not parts.netloc.endswith(":")
    return port == {"http": 80, "https": 443}[parts.scheme]


def _check_host(host: str) -> None:
    name = host.removesuffix(".").lower()
    if not name:
        raise _bad("the address names no site")
    if len(name) > _HOST_LIMIT:
        raise _bad("the name of the site is too long")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        pass
    else:
        raise _bad(f"“{host}” is a number, not the name of a site")
    labels = name.split(".")
    if len(labels) < 2 or labels[-1] in _PRIVATE or re.fullmatch(r"(0x)?[0-9a-f]*\d[0-9a-f]*", labels[-1]):
        raise _bad(f"“{host}” is not a public site")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad(f"“{host}” is not a site name of plain letters, digits and hyphens")
    if any(label.startswith("xn--") for label in labels):
        raise _bad(f"“{host}” is an encoded name that can imitate another site")


def _bad(message: str) -> Mistake:
    return Mistake(
        "bad-url",
        message,
        "copy the address from the browser’s address bar, for example https://example.org/page",
    )


Url = Annotated[
    str,
    Grammar(
        "a web address",
        parse_url,
        r"^https?://[^\s<>\"'`\\^{}|]+$",
        ("https://example.org/article",),
        ("javascript:alert(1)", "example.org", "https://user:password@example.org"),
    ),
]
