"""Addresses that mislead: copies on a host that is no archive, and links that take a detour."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page
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
_TRACKING = ("fbclid", "gclid", "igshid", "mc_eid", "msclkid", "twclid", "yclid")


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every address that leads elsewhere than it says, or tells on the reader."""
    for entry in dossier.graph.of_kind("source"):
        yield from _archive(entry)
        for field in ("url", "original_url", "archived_url"):
            address = getattr(entry.record, field)
            odd = _odd(address) if address else ""
            if odd:
                hint = "see that readers can open it; if the page has another address, write that"
                yield Diagnostic(entry.at(field), "unusual-address", odd, hint, Severity.WARNING)
            detour = _detour(address) if address else ""
            if detour:
                hint = "open it, and copy the plain address of the page"
                yield Diagnostic(entry.at(field), "roundabout-address", detour, hint, Severity.WARNING)


def _archive(entry: Entry) -> Iterator[Diagnostic]:
    address = entry.record.archived_url
    if address and not _is_of(address, ARCHIVES):
        yield Diagnostic(
            entry.at("archived_url"),
            "not-an-archive",
            f"“{urlsplit(address).hostname}” is no web archive that is known here",
            "give a copy in an archive such as web.archive.org; any other copy is a source of its own",
        )


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
    parts = urlsplit(address)
    names = [
        name.casefold() for name, _ in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    ]
    if found := next((name for name in names if name in _TRACKING or name.startswith("utm_")), ""):
        return f"“{found}=…” in the address tells the site where its reader came from"
    if ":~:" in parts.fragment:
        return "“#:~:…” in the address marks words on the page, and not every browser finds them"
    return ""
