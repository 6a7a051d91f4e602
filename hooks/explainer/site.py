"""From a dossier to pages: views filled into templates, prose woven, each page once."""

from __future__ import annotations

import dataclasses
from datetime import date
from html import escape, unescape
from typing import Any

from explainer import dating, images, short_names, structured, urls
from explainer.accounting import accounts
from explainer.artifacts import PageArtifact, PageListing
from explainer.citing import citation
from explainer.diagnostics import Position
from explainer.dossier import Dossier
from explainer.linking import REFERENCE
from explainer.mentions import Names, names_of
from explainer.prose import BLOCK_SOURCE, Page, Weaver, page_references, to_html, to_inline
from explainer.rendering import component, data_island, render, returning_html, safe
from explainer.views import PageView, blocks, sentences
from explainer.views._base import RecordLink, pictures_of, reference, searches


class PageResolver:
    """How references, mentions and blocks look on one page."""

    def __init__(self, site: Site, address: str) -> None:
        self.site = site
        self.url = urls.way_from(address)

    def reference(self, id: str, part: str, words: str) -> str:
        """Return an explicit reference: the record's title or the given words, a claim with its status."""
        if id not in self.site.dossier.graph.entries:
            return words or escape(id)
        link = reference(id, self.site.dossier)
        if part:
            link = RecordLink(link, address=f"{link['address'].partition('#')[0]}#{part}")
        return component("record-link", link, self.url, _unescaped(words))

    def mention(self, id: str, words: str) -> str:
        """Return a name found in prose, linked."""
        link = reference(id, self.site.dossier)
        return component("record-link", link, self.url, _unescaped(words), False)  # noqa: FBT003 - without the mark

    def block(self, name: str, argument: str) -> str:
        """Return a block of a page; what is no block, or names no record, stays the text that it is."""
        try:
            data = blocks.data(name, argument, self.site.dossier)
        except KeyError:
            return f"<p>::: {escape(f'{name} {argument}'.strip())}</p>"
        return render(f"blocks/{name}.html", {**data, **self.site.tools(self)})


def _island(described: Any) -> str:
    """Return structured data as text: as the objects that it is made of, a large site's would fill the memory."""
    return str(data_island(described)) if described else ""


def _unescaped(words: str) -> str:
    return unescape(words)


class Site:
    """Makes the pages of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.names: Names = names_of(dossier.graph)

    def listing(self, view: PageView) -> PageListing:
        """Return what lists say of a page."""
        id, kind = (view.entry.id, view.entry.kind.name) if view.entry else ("", "")
        return PageListing(view.address, view.title, view.description, view.section, id, kind)

    def page(self, view: PageView) -> PageArtifact:
        """Return one page as HTML."""
        resolver = PageResolver(self, view.address)
        weaver = Weaver(self.names, resolver, set(view.about))
        language = getattr(view.entry.record, "lang", None) if view.entry else None
        data: dict[str, Any] = {
            **view.data,
            **self.tools(resolver, weaver, language or ""),
            "citation": citation(view, self.dossier),
            "looked_for": searches(view.entry) if view.entry else [],
            "pictures": pictures_of(view.entry, self.dossier) if view.entry else [],
        }
        return PageArtifact(
            **dataclasses.asdict(self.listing(view)),
            html=self.spelt_out(render(view.template, data), resolver),
            crumbs=view.crumbs,
            toc=view.toc,
            toc_inner=view.toc_inner,
            edit=view.edit,
            alternates=view.alternates,
            changed=dating.of_page(view.entry.id, self.dossier)
            if view.entry
            else dating.of_site(self.dossier),
            structured=_island(structured.of_view(view, self.dossier)),
        )

    def tools(
        self, resolver: PageResolver, weaver: Weaver | None = None, language: str = ""
    ) -> dict[str, Any]:
        """Return the functions that templates may call on a page: addresses and prose.

        `language` is that of the record whose page it is, where it is not the language of the site: its prose says so.
        """
        weaver = weaver or Weaver(self.names, resolver)
        spoken = f' lang="{language}"' if language else ""

        def prose(text: str, tongue: str = language) -> str:
            woven = weaver.weave(to_html(text))
            return f'<div lang="{tongue}">{woven}</div>' if tongue else woven

        def lead(text: str) -> str:
            # Paragraphs of the page itself: what a box holds, reader views take for an aside and drop.
            return weaver.weave(to_html(text)).replace("<p>", f'<p class="x-lead"{spoken}>')

        def inline(text: str) -> str:
            return weaver.weave(to_inline(text))

        def told(text: str, tongue: str = language) -> str:
            woven = weaver.weave(to_inline(text))
            return f'<span lang="{tongue}">{woven}</span>' if tongue else woven

        return {
            "url": resolver.url,
            "spoken": safe(spoken),
            "told": returning_html(told),
            "prose": returning_html(prose),
            "lead": returning_html(lead),
            "inline": returning_html(inline),
            "island": data_island,
        }

    def prose_page(self, path: str, title: str, html: str) -> PageArtifact:
        """Return a page under docs/ with references, blocks and mentions resolved."""
        address = urls.of_page(path)
        woven = Weaver(self.names, PageResolver(self, address)).weave_page(html)
        woven = images.framed(woven, address, self.dossier.pictures)
        folder = path.rpartition("/")[0]
        crumbs = (("Home", ""),) if address else ()
        if folder and not path.endswith("index.md"):
            crumbs = (*crumbs, (folder.rpartition("/")[2].replace("-", " ").capitalize(), f"{folder}/"))
        page = next((page for page in self.dossier.pages if page.path == path), None)
        described = structured.of_prose(page, crumbs, self.dossier) if page else None
        if page and folder == "topics":
            woven += self.caveats_of_page(page, address)
        if page and any(account.records for account in accounts(page)):
            woven += self.answers_of_page(page, address)
        return PageArtifact(
            address,
            title,
            "",
            folder,
            html=self.spelt_out(woven, PageResolver(self, address)),
            crumbs=crumbs,
            edit=Position(f"docs/{path}"),
            changed=dating.of_several((id for id, _ in page_references(page)), self.dossier)
            if page
            else date.min,
            structured=_island(described),
        )

    def spelt_out(self, html: str, resolver: PageResolver) -> str:
        """Return a page on which short names are spelt out: where each is first a link, and at the end."""
        known = short_names.short_names_of(self.dossier.graph)
        spelt, met = short_names.spelt_out(html, known)
        names = [
            {"short": short, "long": known[short][1], **reference(known[short][0], self.dossier)}
            for short in met
        ]
        return f"{spelt}\n{component('short-names', names, resolver.url)}" if names else spelt

    def caveats_of_page(self, page: Page, address: str) -> str:
        """Return the list of caveats of all claims on which a topic page leans."""
        resolver = PageResolver(self, address)
        data = blocks.leaning((id for id, _ in page_references(page)), self.dossier)
        return render("blocks/leaning.html", {**data, **self.tools(resolver)}) if data["claims"] else ""

    def answers_of_page(self, page: Page, address: str) -> str:
        """Return what stands at the end of a page: how many of its sentences lead to records."""
        data = {**sentences.foot(page), **self.tools(PageResolver(self, address))}
        return render("blocks/sentences.html", data)

    def prose_source(self, path: str, text: str) -> str:
        """Return the Markdown of a page under docs/ with references and blocks as HTML, for another generator."""
        resolver = PageResolver(self, urls.of_page(path))
        blocks_done = BLOCK_SOURCE.sub(
            lambda found: _one_block(resolver.block(found["name"], found["id"] or "")), text
        )
        return REFERENCE.sub(
            lambda found: resolver.reference(
                found["id"].strip(), found["part"] or "", escape(found["words"] or "")
            ),
            blocks_done,
        )


def _one_block(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if line.strip())
