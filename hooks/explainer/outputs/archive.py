"""All data in one file, the same bytes at every build, with its checksum beside it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from zlib import Z_BEST_COMPRESSION

from explainer.artifacts import FileArtifact, aside
from explainer.dossier import Dossier
from explainer.outputs._base import Output, nothing
from explainer.settings import Settings

PATH = "data/all.zip"
CHECKSUM = "data/all.zip.sha256"
MEDIA_TYPE = "application/zip"


_ZIP_FIRST, _ZIP_LAST = (1980, 1, 1), (2107, 12, 31)
"""The first and the last day that an archive of this kind can write."""


def zip_entry(name: str, when: date) -> zipfile.ZipInfo:
    """Return the entry of a file in an archive: the same on every machine and at every hour."""
    day = min(max(when.timetuple()[:3], _ZIP_FIRST), _ZIP_LAST)
    entry = zipfile.ZipInfo(name, (*day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # as on Unix, whatever the machine
    entry.external_attr = 0o644 << 16
    return entry


class Archive:
    """An archive in which every file carries the site's own day and the same rights."""

    def __init__(self, dossier: Dossier) -> None:
        self._settings = dossier.settings
        self._packed = aside()
        self._zip = zipfile.ZipFile(self._packed, "w", zipfile.ZIP_DEFLATED, compresslevel=Z_BEST_COMPRESSION)
        self._titles: list[tuple[str, str]] = []

    def add(self, file: FileArtifact) -> None:
        """Pack a file under its name."""
        name = file.path.removeprefix("data/")
        self._titles.append((name, file.title))
        self._put(name, file)

    def finish(self) -> Iterator[FileArtifact]:
        """Yield the archive with its list of contents, and its SHA-256."""
        self._put("README.txt", FileArtifact("README.txt", readme(self._settings, self._titles)))
        self._zip.filelist.sort(key=lambda entry: entry.filename)  # as a reader's list of contents shows them
        self._zip.close()
        archive = FileArtifact(PATH, self._packed, MEDIA_TYPE, "All data in one archive")
        yield archive
        digest = hashlib.sha256()
        for piece in archive.pieces():
            digest.update(piece)
        checksum = f"{digest.hexdigest()}  {PATH.rpartition('/')[2]}\n"
        yield FileArtifact(CHECKSUM, checksum.encode(), "text/plain", "Its SHA-256")

    def _put(self, name: str, file: FileArtifact) -> None:
        entry = zip_entry(name, self._settings.as_of)
        entry.file_size = file.size
        with self._zip.open(entry, "w") as packed:
            for piece in file.pieces():
                packed.write(piece)


def readme(settings: Settings, titles: Iterable[tuple[str, str]]) -> bytes:
    """Return what stands in the archive, and under which licence."""
    lines = [
        settings.site_name,
        settings.site_url,
        "",
        f"As of {settings.as_of.isoformat()}. Licence: {settings.licence}.",
        "",
        *(f"{name}: {title}" for name, title in sorted(titles)),
    ]
    return ("\n".join(lines) + "\n").encode()


OUTPUT = Output(
    "zip",
    "Archive of all data",
    MEDIA_TYPE,
    "Every file listed on this page but the ones for visiting programs, in one archive. Two builds of one state of "
    "the content give the same bytes, so the SHA-256 beside it shows whether a copy is whole and unchanged.",
    nothing,
    example="sha256sum --check all.zip.sha256",
    path=PATH,
    gather=Archive,
)
