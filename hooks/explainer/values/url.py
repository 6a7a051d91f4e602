"""Addresses of public web pages, by allow-list (RFC 3986, http and https only)."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated
from urllib.parse import urlsplit

from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

LIMIT = 2000
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0<>\"'`\\^{}|\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_ENCODED_CONTROL = re.compile(r"%(0[0-9a-f]|1[0-9a-f]|7f)", re.IGNORECASE)
_LABEL = re.compile(r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")
_PRIVATE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "invalid", "test", "onion")


def parse_url(text: str) -> str:
    """Return the address, or raise Mistake when it is not a plain public web address."""
    url = text.strip()
    if len(url) > LIMIT:
        raise _bad(f"the address has {len(url)} characters; {LIMIT} are the most")
    if found := _FORBIDDEN.search(url):
        raise _bad(f"the address holds a character that no address may hold: {found.group()!r}")
    if not url.lower().startswith(("http://", "https://")):
        raise _bad(f"“{url[:60]}” does not begin with https:// or http://")
    if _ENCODED_CONTROL.search(url):
        raise _bad("the address holds an encoded control character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _bad(f"“{url[:60]}” is not a complete address") from None
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise _bad("the address holds a user name or password")
    if port is not None and not _is_mirror_of_port(port):
        raise _bad(f"the address names the port {port}")
    _check_host(parts.hostname or "")
    return url


def _is_mirror_of_port(port: int) -> bool:
    return port in (80, 443)


def _check_host(host: str) -> None:
    name = host.rstrip(".").lower()
    if not name:
        raise _bad("the address names no site")
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
