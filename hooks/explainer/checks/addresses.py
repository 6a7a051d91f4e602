"""Addresses that mislead: copies on a host that is no archive, and links that take a detour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from explainer.checks._told import Finding, InField, Waiver, needed, unwaived
from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page
from explainer.sentences import Sentence
from explainer.values.url import is_usual_port

ARCHIVES = (
    "archive.fo",
    "archive.is",
    "archive.li",
    "archive.md",
    "archive.org",
    "archive.ph",
    "archive.today",
    "archive.vn",
    "arquivo.pt",
    "ghostarchive.org",
    "loc.gov",
    "megalodon.jp",
    "nationalarchives.gov.uk",
    "perma.cc",
    "preservetube.com",
    "vefsafn.is",
    "webarchive.org.uk",
    "webcitation.org",
    "wikiwix.com",
)
"""Hosts that keep what they were given, unchanged; their subdomains count, names that only begin so do not."""

_SHORTENERS = (
    "bit.ly",
    "buff.ly",
    "clck.ru",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "ow.ly",
    "rebrand.ly",
    "s.id",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "v.gd",
    "vk.cc",
)
_TRACKING = (
    "fbclid", "gbraid", "gclid", "igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "srsltid", "twclid",
    "wbraid", "yclid", "ysclid",
)  # fmt: skip
_WAYS = (
    (
        re.compile(r"^https?://(?:[\w-]+\.)?(?:google\.[a-z.]+/amp/|ampproject\.org/|cdn\.ampproject\.org/)"),
        "AMP",
    ),
    (re.compile(r"^https?://amp\."), "AMP"),
    (
        re.compile(
            r"^https?://[^?#]*/amp/?(?:[?#]|$)|^https?://[^#]*[?&](?:amp(?:=1)?(?:&|$)|outputType=amp)"
        ),
        "AMP",
    ),
    (re.compile(r"^https?://(?:www\.)?google\.[a-z.]+/(?:url|search)\?"), "a search engine"),
    (
        re.compile(r"^https?://[\w.-]+\.translate\.goog/|^https?://translate\.google\.[a-z.]+/"),
        "a translator",
    ),
    (re.compile(r"^https?://(?:l|lm)\.(?:facebook|instagram)\.com/"), "a counter of clicks"),
    (
        re.compile(r"^https?://(?:12ft\.io|outline\.com|r\.jina\.ai|webcache\.googleusercontent\.com)/"),
        "another site",
    ),
)
"""Addresses that lead to a page by way of something else."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every address that leads elsewhere than it says, or tells on the reader."""
    for entry in dossier.graph.of_kind("source"):
        yield from _archive(entry)
        yield from _elsewhere(entry)
    yield from unwaived(_findings(dossier))


def waivers(dossier: Dossier, _pages: tuple[Page, ...]) -> tuple[Waiver, ...]:
    """Return every waiver that is needed: a page that was read in this form alone."""
    return needed(_findings(dossier))


def _findings(dossier: Dossier) -> Iterator[Finding]:
    for entry in dossier.graph.of_kind("source"):
        for field in ("url", "original_url", "archived_url"):
            address = getattr(entry.record, field)
            if not address:
                continue
            place = InField(Sentence(0, 0, ""), entry, (field,))
            if odd := _odd(address):
                hint = "see that readers can open it; if the page has another address, write that"
                yield place.find("address", entry.at(field), "unusual-address", odd, hint)
            if detour := _detour(address):
                hint = "open it, and copy the plain address of the page"
                yield place.find("address", entry.at(field), "roundabout-address", detour, hint)


def _archive(entry: Entry) -> Iterator[Diagnostic]:
    address = entry.record.archived_url
    if address and not _is_of(address, ARCHIVES):
        yield Diagnostic(
            entry.at("archived_url"),
            "not-an-archive",
            f"“{urlsplit(address).hostname}” is no web archive that is known here",
            "give a copy in an archive such as web.archive.org; any other copy is a source of its own",
        )


_SNAPSHOT = re.compile(r"^https?://[^/]+/(?:web/)?[0-9]{4,14}(?:[a-z]{2}_)?/(?P<page>https?:/.+)$")
"""The address of an archived copy that holds the address of the page."""


def _elsewhere(entry: Entry) -> Iterator[Diagnostic]:
    record = entry.record
    found = _SNAPSHOT.match(record.archived_url or "")
    known = [_bare(address) for address in (record.url, record.original_url) if address]
    if found and known and _bare(found["page"]) not in known:
        message = f"the archived copy is of another page: {found['page']}"
        hint = "give the copy of the page at “url”, or that page as “url” or “original_url”"
        yield Diagnostic(entry.at("archived_url"), "archived-elsewhere", message, hint, Severity.WARNING)


def _bare(address: str) -> str:
    """Return an address without what does not make it another page."""
    parts = urlsplit(re.sub(r"^(https?):/+", r"\1://", address))
    try:
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        host = ""
    pairs = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
        if name.casefold() not in _TRACKING and not name.casefold().startswith("utm_")
    )
    return f"{host}{unquote(parts.path).rstrip('/')}?{urlencode(pairs)}".casefold()


def _is_of(address: str, hosts: tuple[str, ...]) -> bool:
    host = (urlsplit(address).hostname or "").removesuffix(".")
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _odd(address: str) -> str:
    """Say what some networks and programs will not open: another port, an underscore in the name of the site."""
    parts = urlsplit(address)
    if not is_usual_port(address):
        return f"the address names the port {parts.port}, which some networks do not let through"
    if "_" in (parts.hostname or ""):
        return f"“{parts.hostname}” holds an underscore, which no name of a site should"
    return ""


def _detour(address: str) -> str:
    if _is_of(address, _SHORTENERS):
        return "this is a short address, which hides where it leads"
    if _is_of(address, ARCHIVES):
        return ""
    if way := next((name for pattern, name in _WAYS if pattern.match(address)), ""):
        return f"this address leads to the page by way of {way}"
    parts = urlsplit(address)
    names = [
        name.casefold() for name, _ in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    ]
    if found := next((name for name in names if name in _TRACKING or name.startswith("utm_")), ""):
        return f"“{found}=…” in the address tells the site where its reader came from"
    if ":~:" in parts.fragment:
        return "“#:~:…” in the address marks words on the page, and not every browser finds them"
    return ""
