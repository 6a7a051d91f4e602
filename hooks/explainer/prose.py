"""Contributors' and maintainers' prose: a safe Markdown subset, references, mentions, sentences.

Text from YAML never meets a full Markdown processor: HTML in it is shown as text, links go to
http and https only, images do not exist.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from markdown_it import MarkdownIt

from explainer.diagnostics import Diagnostic, Mistake, Position, did_you_mean
from explainer.files import pages_under, read_page
from explainer.linking import REFERENCE, Graph, broken_reference, broken_references, wrong_mention
from explainer.mentions import Names
from explainer.parsing import Entry
from explainer.reading import wrong_front_matter
from explainer.values import scripts
from explainer.values.edtf import calendar_month
from explainer.values.url import parse_url


def _is_web_address(url: str) -> bool:
    try:
        parse_url(url)
    except Mistake:
        return False
    return True


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False, "typographer": False, "maxNesting": 20})
    markdown.enable(["emphasis", "link", "list", "blockquote", "backticks", "escape", "newline", "entity"])
    markdown.validateLink = _is_web_address  # type: ignore[method-assign]
    return markdown


_MARKDOWN = _markdown()


_NO_MARKUP = r"(?:[^\W_]|[ ,.;:?%/|#\[()'=+“”‘’–—…·→-]|\](?!\())*"
_BARE = re.compile(rf"(?:[^\W\d_]|\[\[|“){_NO_MARKUP}(?<! )")
"""A line in which nothing can be markup or wants escaping: Markdown would return it as it is, and take its time."""

_BARE_INSIDE = re.compile(_NO_MARKUP)
"""The same inside a sentence, where nothing begins a list."""


def to_html(text: str) -> str:
    """Return prose as HTML: paragraphs, emphasis, links, lists, quotations and code; all else is text."""
    if _BARE.fullmatch(text):
        return f"<p>{text}</p>"
    return _outward(_MARKDOWN.render(_without_false_lists(text)))


_NUMBERED = re.compile(r"^(?P<space>[ \t]*)(?P<number>\d{1,9})(?P<sign>[.)])(?=[ \t]|$)", re.MULTILINE)


def _without_false_lists(text: str) -> str:
    """Return a text in which a number and a full stop at the beginning of a line are no list: “34. Brigade”.

    A list counts: it begins with 1 and goes on with 2.
    """
    if not _NUMBERED.search(text):
        return text
    numbers = [int(found["number"]) for found in _NUMBERED.finditer(text)]
    counted = {
        place
        for place, number in enumerate(numbers)
        if (number == 1 and numbers[place + 1 : place + 2] == [2])
        or (number > 1 and place and numbers[place - 1] == number - 1 and 1 in numbers[:place])
    }
    places = iter(range(len(numbers)))
    return _NUMBERED.sub(
        lambda found: (
            found.group()
            if next(places) in counted
            else f"{found['space']}{found['number']}\\{found['sign']}"
        ),
        text,
    )


@lru_cache(maxsize=1024)
def to_inline(text: str) -> str:
    """Return prose as HTML that may stand inside a sentence: several paragraphs become one."""
    line = " ".join(text.split())
    return line if _BARE_INSIDE.fullmatch(line) else _outward(_MARKDOWN.renderInline(line))


def _outward(html: str) -> str:
    return html.replace("<a href=", '<a rel="noopener noreferrer external" href=').replace("\n", " ").strip()


def to_plain(text: str, title: Callable[[str], str] = lambda id: id) -> str:
    """Return prose without markup, references as their words or the record's title."""
    return _without_markup(REFERENCE.sub(lambda found: found["words"] or title(found["id"].strip()), text))


@lru_cache(maxsize=65536)
def _without_markup(text: str) -> str:
    html = text if _BARE.fullmatch(text) else str(_MARKDOWN.render(_without_false_lists(text)))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).replace(" ,", ",").replace(" .", ".")


class Resolver(Protocol):
    """What weaving asks of the page: how a reference, a mention and a block look there."""

    def reference(self, id: str, part: str, words: str) -> str:
        """Return the HTML of an explicit reference; words are HTML already."""

    def mention(self, id: str, words: str) -> str:
        """Return the HTML of a name found in prose; words are HTML already."""

    def block(self, name: str, argument: str) -> str:
        """Return the HTML of a block such as `::: claim some-id`."""


_TAG = re.compile(r"(<[^>]+>)")
_CLOSED_TO_LINKS = frozenset(
    [
        "a",
        "code",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "q",
        "button",
        "script",
        "style",
        "svg",
        "figcaption",
        "th",
        "summary",
    ]
)
_CLOSED_TO_REFERENCES = frozenset(["a", "code", "pre", "script", "style", "svg"])
_BLOCK = re.compile(r"<p>:::\s*(?P<name>[a-z-]+)(?:\s+(?P<argument>[a-z0-9#-]+))?\s*</p>")


_MONTHS = "|".join(calendar_month(number) for number in range(1, 13))
_TIED = re.compile(
    rf"[ \n](?:(?<=\d[ \n])(?=(?:{_MONTHS}|million|billion|tonnes|km|mm|kg)\b)|(?<=\bArticle[ \n])(?=\d))"
)
"""Spaces at which no line should break: between a number and its month or unit."""
_CLOSING = re.compile(r"[.,;:!?)\]”’»]+")
"""What stays on the line of the sign before it: browsers break a line behind a drawing, whatever follows."""


@dataclass(slots=True)
class Weaver:
    """Turns references into links and links the first mention of each name on one page."""

    names: Names
    resolver: Resolver
    mentioned: set[str] = field(default_factory=set)
    """Ids that need no further link on this page: itself, and what was linked before."""

    def weave(self, html: str) -> str:
        """Return HTML with references and mentions resolved; the markup around stays as it was."""
        parts = _TAG.split(html)
        closed_to_links = closed_to_references = 0
        for index, part in enumerate(parts):
            if index % 2:
                name, step = _tag(part)
                closed_to_links += step * (name in _CLOSED_TO_LINKS)
                closed_to_references += step * (name in _CLOSED_TO_REFERENCES)
            elif part:
                woven = self._text(part, no_links=closed_to_links > 0, no_references=closed_to_references > 0)
                parts[index] = woven if closed_to_references else _TIED.sub("\N{NO-BREAK SPACE}", woven)
        return scripts.marked("".join(parts))

    def weave_page(self, html: str) -> str:
        """Return the HTML of a page under docs/ with its blocks resolved, too."""
        return self.weave(
            _BLOCK.sub(lambda found: self.resolver.block(found["name"], found["argument"] or ""), html)
        )

    def _text(self, text: str, *, no_links: bool, no_references: bool) -> str:
        if no_references:
            return text
        if "[[" not in text:
            return text if no_links else self._mentions(text)
        pieces: list[str] = []
        at = 0
        for found in REFERENCE.finditer(text):
            before = text[at : found.start()]
            pieces.append(before if no_links else self._mentions(before))
            id = found["id"].strip()
            link = self.resolver.reference(id, (found["part"] or "").strip(), (found["words"] or "").strip())
            self.mentioned.add(id)
            at = found.end()
            words, gap, mark = link.partition("</a>&nbsp;")
            closing = _CLOSING.match(text, at)
            if gap and closing:
                at = closing.end()
                link = f'{words}</a><span class="x-keep">&nbsp;{mark}{closing[0]}</span>'
            pieces.append(link)
        rest = text[at:]
        pieces.append(rest if no_links else self._mentions(rest))
        return "".join(pieces)

    def _mentions(self, text: str) -> str:
        # A name may be “R&D”, and the “amp” of “&amp;” is no name.
        plain = unescape(text) if "&" in text else text
        pieces: list[str] = []
        at = 0
        for start, end, id in self.names.find(plain):
            if id in self.mentioned:
                continue
            self.mentioned.add(id)
            words = escape(plain[start:end], quote=False)
            pieces += [escape(plain[at:start], quote=False), self.resolver.mention(id, words)]
            at = end
        return "".join([*pieces, escape(plain[at:], quote=False)]) if pieces else text


def _tag(tag: str) -> tuple[str, int]:
    found = re.match(r"</?([a-zA-Z][a-zA-Z0-9]*)", tag)
    if not found or tag.endswith("/>"):
        return "", 0
    return found.group(1).lower(), -1 if tag.startswith("</") else 1


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page under docs/: its path there, its file and its text."""

    path: str
    file: str
    text: str

    def at(self, offset: int) -> Position:
        """Return the place of a character."""
        before = self.text[:offset]
        return Position(self.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def read_pages(folder: Path, base: Path) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Read every Markdown page under docs/; symbolic links are reported and not followed."""
    pages: list[Page] = []
    problems: list[Diagnostic] = []
    for path in pages_under(folder, base, problems):
        if path.suffix == ".md":
            text, wrong = read_page(path, base)
            problems += wrong
            if text is not None:
                pages.append(
                    Page(path.relative_to(folder).as_posix(), path.relative_to(base).as_posix(), text)
                )
    return tuple(pages), tuple(problems)


BLOCK_SOURCE = re.compile(r"^:::[ \t]*(?P<name>\S+)(?:[ \t]+(?P<id>\S+))?[ \t]*$", re.MULTILINE)
BLOCKS = {
    "caveat-rules": "",
    "claim": "claim",
    "claims": "topic",
    "corrections": "",
    "event": "event",
    "figures": "claim",
    "findings": "topic",
    "imprint": "",
    "latest-changes": "",
    "limits": "",
    "open-questions": "topic",
    "quotations": "",
    "signs": "",
    "standing": "status",
    "status-of-knowledge": "",
    "statuses": "",
    "timeline": "strand",
    "who-answers": "",
    "words": "vocabulary",
}
"""Blocks that pages may hold, each with what its argument names."""


def page_references(page: Page) -> Iterator[tuple[str, Position]]:
    """Yield every id to which a page refers, with its place; code is passed over."""
    bare = without_code(page.text)
    for found in REFERENCE.finditer(bare):
        yield found["id"].strip(), page.at(found.start())
    for found in BLOCK_SOURCE.finditer(bare):
        if found["id"] and BLOCKS.get(found["name"]) in ("claim", "event"):
            yield found["id"], page.at(found.start("id"))


def without_code(text: str) -> str:
    """Return the text with code blanked out, every other character in its place."""
    blank = lambda found: re.sub(r"[^\n]", " ", found.group())  # noqa: E731 - one use, one line
    text = re.sub(r"^(```|~~~).*?^\1[^\n]*$", blank, text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(`+)(?!`).+?\1", blank, text)


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@lru_cache(maxsize=512)
def bare_prose(text: str) -> str:
    """Return the text of a page without front matter, code and comments, every other character in its place."""
    blank = lambda found: re.sub(r"[^\n]", " ", found.group())  # noqa: E731 - one use, one line
    bare = _COMMENT.sub(blank, without_code(text))
    return _FRONT_MATTER.sub(blank, bare, count=1) if _FRONT_MATTER.match(bare) else bare


_ALMOST_BLOCK = re.compile(r"^[ \t]*(?:[-*+>] *)?(?P<colons>:{2,})[ \t]*(?P<rest>\S.*)?$", re.MULTILINE)


def check_pages(
    pages: Iterable[Page], graph: Graph, words: Mapping[str, Collection[str]] = MappingProxyType({})
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references and blocks of pages.

    `words` are those that a block's argument may be: the site's topics and strands, and all statuses.
    """
    for page in pages:
        above = wrong_front_matter(page.text, page.file)
        if above is not None:
            yield above
        bare = without_code(page.text)
        for found in REFERENCE.finditer(bare):
            problem = wrong_mention(
                found["id"].strip(), page.at(found.start()), graph, found["part"], said=found["words"] or ""
            )
            if problem:
                yield problem
        for start in broken_references(bare, graph.entries):
            yield broken_reference(page.at(start))
        for found in _ALMOST_BLOCK.finditer(bare):
            exact = BLOCK_SOURCE.match(bare, found.start())
            if exact is None or not _stands_alone(bare, exact):
                message = "this line looks like a block of the site, and readers would see it as it is"
                hint = "write it from the first column between two empty lines: “::: claim some-id”"
                yield Diagnostic(page.at(found.start("colons")), "unknown-block", message, hint)
                continue
            problem = _wrong_block(exact, page.at(exact.start()), graph, words)
            if problem:
                yield problem


def _stands_alone(text: str, block: re.Match[str]) -> bool:
    """Tell whether a block is a paragraph of its own."""
    above = text[: block.start()].removesuffix("\n").rpartition("\n")[2]
    below = text[block.end() :].removeprefix("\n").partition("\n")[0]
    return not above.strip() and not below.strip()


def _wrong_block(
    found: re.Match[str], where: Position, graph: Graph, words: Mapping[str, Collection[str]]
) -> Diagnostic | None:
    name, id = found["name"], found["id"] or ""
    wanted = BLOCKS.get(name)
    if wanted is None:
        hint = did_you_mean(name.casefold(), BLOCKS, f"the blocks are: {', '.join(BLOCKS)}")
        return Diagnostic(where, "unknown-block", f"“::: {name}” is not a block", hint)
    if wanted not in ("claim", "event"):
        known = words.get(wanted, ())
        if not id or not known or id in known:
            return None
        hint = did_you_mean(id, known, f"the {wanted} may be: {', '.join(known)}")
        return Diagnostic(where, "unknown-block", f"“{id}” is not a {wanted} of this site", hint)
    if not id:
        hint = f"write “::: {name}” and the id of a record"
        return Diagnostic(where, "empty-value", f"an id is missing behind “::: {name}”", hint)
    return wrong_mention(id, where, graph, kinds=(wanted,))


def page_title(page: Page) -> str:
    """Return a page's title: from its front matter, else its first heading, else its path."""
    found = re.search(r"^#\s+(.+?)\s*$", page.text, re.MULTILINE)
    return _front_matter("title", page) or (found.group(1) if found else page.path)


def page_description(page: Page) -> str:
    """Return the sentence that a page says of itself in its front matter; empty if there is none."""
    return _front_matter("description", page)


def page_headings(page: Page) -> tuple[str, ...]:
    """Return the headings below a page's title."""
    return tuple(
        re.findall(r"^#{2,3}[ \t]+(.+?)(?:[ \t]+\{[^}]*\})?[ \t]*$", without_code(page.text), re.MULTILINE)
    )


def _front_matter(name: str, page: Page) -> str:
    if not page.text.startswith("---"):
        return ""
    found = re.search(
        rf"^{name}:(?![ \t]*[>|])[ \t]*[\"']?(.+?)[\"']?[ \t]*$", page.text.split("\n---", 1)[0], re.MULTILINE
    )
    return found.group(1) if found else ""


def entry_words(entry: Entry) -> str:
    """Return what a record is called, as HTML text."""
    return escape(entry.title)
