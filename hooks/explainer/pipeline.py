"""The stages in order: this page and `checking` are the program's table of contents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from explainer import outputs, urls
from explainer.artifacts import FileArtifact, PageArtifact, PageListing
from explainer.checking import Checked, check
from explainer.diagnostics import Diagnostic, Position, in_order
from explainer.site import Site
from explainer.views import Plan, data, plans, unused


@dataclass(frozen=True, eq=False)
class Build:
    """A project that was checked, and all that can be made of it; of one with errors, nothing.

    Pages and files are made when they are asked for, and none is kept.
    """

    checked: Checked
    only: frozenset[str] = frozenset()
    """Formats to which the files are limited; no page is made then."""
    sizes: outputs.Sizes = field(default_factory=outputs.Sizes)
    """How large the files are that were made last: the page of all data tells it."""

    @cached_property
    def site(self) -> Site:
        """Makes the pages, those under docs/ included."""
        return Site(self.checked.dossier)

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        if self.checked.failed or self.only:
            return {}
        dossier = self.checked.dossier
        found = {plan.address: plan for plan in plans(dossier)}
        return found | {
            data.ADDRESS: Plan(data.ADDRESS, lambda: data.page(self.sizes.offers(dossier), dossier))
        }

    @cached_property
    def unused(self) -> frozenset[str]:
        """Addresses of sections that have nothing to show, which are not made."""
        return unused(self.checked.dossier)

    @property
    def addresses(self) -> Collection[str]:
        """Where the generated pages stand."""
        return self._plans.keys()

    @cached_property
    def listings(self) -> Iterable[PageListing]:
        """What lists say of every generated page; found out if somebody asks, since it takes a while."""
        return _WhenAsked(lambda: [self.listing(address) for address in self._plans])

    def listing(self, address: str) -> PageListing:
        """Return what lists say of one page; raises KeyError if none stands there."""
        return self.site.listing(self._plans[address].make())

    def page(self, address: str) -> PageArtifact:
        """Return one page; raises KeyError if none stands there."""
        return outputs.announced(self.site.page(self._plans[address].make()), self.checked.dossier)

    def files(
        self, pages: Iterable[PageListing], only: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, FileArtifact]]:
        """Yield the files of every format, or of the named ones, each after its format's name."""
        if self.checked.failed:
            return
        only = only or self.only
        self.sizes.clear()
        for name, file in outputs.files(self.checked.dossier, pages, only):
            self.sizes.count(name, file.path, file.title, file.size)
            yield name, file

    def single(self, path: str) -> tuple[str, FileArtifact] | None:
        """Return a file that is made by itself, after its format's name; nothing if none is at this path."""
        return None if self.checked.failed else outputs.single(path, self.checked.dossier)

    def everything(self) -> Iterator[PageArtifact | FileArtifact]:
        """Yield every page and every file; last the page of all data, which tells the sizes of the files."""
        listings = []
        for address in self.addresses:
            page = self.page(address)
            listings.append(page.listing)
            if address != data.ADDRESS:
                yield page
        for _, file in self.files(listings):
            yield file
        if data.ADDRESS in self.addresses:
            yield self.page(data.ADDRESS)

    @property
    def alternates(self) -> list[dict[str, str]]:
        """Other forms of the whole site that every page announces."""
        return [
            {"media_type": output.media_type, "path": output.path, "title": output.title}
            for output in outputs.OUTPUTS
            if output.alternate and outputs.is_used(output, self.checked.dossier)
        ]


class _WhenAsked(Iterable[PageListing]):
    """A list that is made when somebody first goes through it."""

    def __init__(self, make: Callable[[], list[PageListing]]) -> None:
        self._make = make
        self._found: list[PageListing] | None = None

    def __iter__(self) -> Iterator[PageListing]:
        if self._found is None:
            self._found = self._make()
        return iter(self._found)


def build(
    project: Path,
    only: frozenset[str] = frozenset(),
    *,
    directory_urls: bool = True,
    before: Build | None = None,
) -> Build:
    """Check a project and return what can be made of it, or of the named formats alone.

    `before` is what was made of an earlier state, of which the judgements are taken over that still hold.
    """
    checked = check(project, before.checked.dossier if before else None)
    if not directory_urls:  # said on the command line, which has the last word
        settings = replace(checked.dossier.settings, directory_urls=False)
        checked = replace(checked, dossier=replace(checked.dossier, settings=settings))
    made = Build(checked, only)
    hidden = tuple(_hidden(made))
    if not hidden:
        return made
    return Build(replace(made.checked, diagnostics=(*made.checked.diagnostics, *in_order(hidden))), only)


def _hidden(made: Build) -> Iterator[Diagnostic]:
    """Yield an error for every page under docs/ in whose place a page of the site's own would stand."""
    for page in made.checked.pages:
        address = urls.of_page(page.path)
        if address in made.addresses:
            message = f"a page of the site’s own stands at “{address}”, and this one would not be seen"
            hint = "give the file another name"
            yield Diagnostic(Position(page.file), "hidden-page", message, hint)
