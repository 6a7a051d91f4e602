"""Addresses of public web pages, by allow-list (RFC 3986 and 3987, http and https only)."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import SplitResult, quote, unquote, urlsplit

from explainer.characters import bad_characters
from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar
from explainer.values.hosts import check_host

LIMIT = 2000
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\s<>\"`\\^{}|]")
_HALF_ENCODED = re.compile(r"%(?![0-9a-fA-F]{2})")

_ESCAPABLE = frozenset(' "<>`^{}|')
"""What browsers send encoded, although their address bars show it as it is."""


def parse_url(text: str) -> str:
    """Return the address, or raise Mistake when it is not a plain public web address."""
    url = text.strip()
    if len(url) > LIMIT:
        raise _bad(f"the address has {len(url)} characters; {LIMIT} are the most")
    if found := _FORBIDDEN.search(url):
        raise _bad(
            f"the address holds a character that no address may hold: {found.group()!r}", _escaped(url)
        )
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
    _check_port(parts, port)
    check_host(parts.hostname or "")
    return url


def _holds_hidden(decoded: str) -> bool:
    hidden = ("forbidden-character", "tab")
    return "\n" in decoded or any(bad.code in hidden for bad in bad_characters(decoded))


def _check_port(parts: SplitResult, port: int | None) -> None:
    """Refuse what is no port; any port that is not the usual one is told by a check."""
    if port == 0 or (port is None and parts.netloc.endswith(":")):
        raise _bad(f"the address names the port {'' if port is None else port}".rstrip())


def is_usual_port(url: str) -> bool:
    """Tell whether an address names no port, or the one of its scheme."""
    parts = urlsplit(url)
    return parts.port in (None, {"http": 80, "https": 443}[parts.scheme])


def _escaped(url: str) -> str:
    """Return how an address is written of which some signs must be encoded; nothing if that is not all."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if not (slash and _FORBIDDEN.search(path)) or _FORBIDDEN.search(scheme + host):
        return ""
    written = "".join(quote(sign) if sign in _ESCAPABLE else sign for sign in path)
    whole = f"{scheme}{separator}{host}/{written}"
    if _FORBIDDEN.search(whole):
        return ""
    try:
        return f"write {parse_url(whole)}"
    except Mistake:
        return ""


def _bad(message: str, hint: str = "") -> Mistake:
    hint = hint or "copy the address from the browser’s address bar, for example https://example.org/page"
    return Mistake("bad-url", message, hint)


_PATTERN = r'^https?://[^\s<>"`\\^{}|]+$'

ArchiveUrl = Annotated[
    str,
    Grammar(
        "the address of an archived copy",
        parse_url,
        _PATTERN,
        ("https://web.archive.org/web/20240619120000/https://example.org/article",),
        ("web.archive.org/web/2024",),
    ),
]
"""The address of a copy in a web archive; which hosts are one, a check knows."""

Url = Annotated[
    str,
    Grammar(
        "a web address",
        parse_url,
        _PATTERN,
        ("https://example.org/article",),
        ("javascript:alert(1)", "example.org", "https://user:password@example.org"),
    ),
]
