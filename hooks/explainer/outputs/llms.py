"""A page for language models (llmstxt.org): what the site is, how to quote it rightly, where everything is."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import standings, urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.kinds._statuses import RECORD, status_words
from explainer.outputs._base import Listings, Output
from explainer.outputs._feeds import NEEDS as FEED_NEEDS
from explainer.outputs._feeds import path_of
from explainer.outputs._plain import absolute
from explainer.prose import page_description, page_title
from explainer.values.edtf import day_words

PATH = "llms.txt"
TABLE = "data/csv/claims.csv"
FEED = path_of("atom")
LIMIT = 300
"""How many claims are listed at most; the table has all."""


def produce(dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield llms.txt."""
    settings = dossier.settings
    prose = sorted(
        (urls.of_page(page.path), page_title(page), page_description(page)) for page in dossier.pages
    )
    lists = sorted(
        (page.address, page.title, page.description)
        for page in pages
        if not page.record and page.address.count("/") == 1
    )
    lines = [
        f"# {_line(settings.site_name)}",
        "",
        f"> {_line(settings.description)}",
        "",
        f"Every statement here has a status that is computed from its evidence, as of {day_words(settings.as_of)}.",
        "Whoever repeats a statement should repeat its status, who says so and who denies it.",
        "A count of independent origins is an upper bound.",
        "",
        f"Licence of text and data: {settings.licence}.",
        "",
        "What the statuses mean:",
        "",
        *(
            f"- {status_words(status)}: {meaning}"
            for status, meaning in (standings.statuses_of_claims(dossier) | RECORD).items()
        ),
        "",
        # From here on the format knows lists of links alone.
        "## Pages",
        "",
        *(_link(title, address, description, dossier) for address, title, description in (*prose, *lists)),
        "",
        *_claims(dossier),
        "## Data",
        "",
        _link(
            "Everything as JSON",
            "data/dossier.json",
            "records, statuses, origins, caveats, histories",
            dossier,
        ),
        _link("Its JSON Schema", "data/dossier.schema.json", "", dossier),
        *([_link("Claims as a table", TABLE, "CSV", dossier)] if dossier.has("claim") else []),
        *([_link("Changes of knowledge", FEED, "Atom feed", dossier)] if dossier.has(*FEED_NEEDS) else []),
        _link("All data", "data/", "every format, with its licence", dossier),
    ]
    yield FileArtifact(PATH, ("\n".join(lines) + "\n").encode(), "text/plain")


def _claims(dossier: Dossier) -> list[str]:
    """Return the part that lists the claims; nothing where there are none."""
    claims = list(dossier.of_kind("claim"))
    if not claims:
        return []
    listed = [
        _link(claim.statement.record.title, f"claims/{claim.id}/", _state(claim, dossier), dossier)
        for claim in claims[:LIMIT]
    ]
    if len(claims) > LIMIT:
        listed.append(_link(f"All {len(claims)} claims", TABLE, "the rest as a table", dossier))
    return ["## Claims, each with its status", "", *listed, ""]


def _state(claim: object, dossier: Dossier) -> str:
    caveats = standings.caveat_words(claim)  # type: ignore[arg-type]
    return f"{standings.words(claim, dossier)}{f'. Caveats: {caveats}' if caveats else ''}"  # type: ignore[arg-type]


def _line(text: str) -> str:
    return " ".join(text.split())


def _link(title: str, address: str, words: str, dossier: Dossier) -> str:
    safe = _line(title).replace("[", "(").replace("]", ")")
    return f"- [{safe}]({absolute(address, dossier, PATH)}){f': {_line(words)}' if words else ''}"


OUTPUT = Output(
    "llms",
    "llms.txt",
    "text/plain",
    "What a language model should read first: what the site is, what the statuses mean, and where each "
    "statement stands, so that a statement is not repeated without its doubt.",
    produce,
    example="curl ADDRESS/llms.txt",
    path=PATH,
)
