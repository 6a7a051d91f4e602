"""All data in one file, the same bytes at every build, with its checksum beside it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from zlib import Z_BEST_COMPRESSION

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Output, nothing

PATH = "data/all.zip"
CHECKSUM = "data/all.zip.sha256"
MEDIA_TYPE = "application/zip"


def gather(dossier: Dossier, files: tuple[FileArtifact, ...]) -> Iterator[FileArtifact]:
    """Yield the archive of the other formats' files, and its SHA-256."""
    content = packed(
        {"README.txt": readme(dossier, files), **{_name(file.path): file.content for file in files}}, dossier
    )
    yield FileArtifact(PATH, content, MEDIA_TYPE, "All data in one archive")
    checksum = f"{hashlib.sha256(content).hexdigest()}  {PATH.rpartition('/')[2]}\n"
    yield FileArtifact(CHECKSUM, checksum.encode(), "text/plain", "Its SHA-256")


def _name(path: str) -> str:
    return path.removeprefix("data/")


def packed(contents: dict[str, bytes], dossier: Dossier) -> bytes:
    """Return an archive in which every file carries the site's own day and the same rights."""
    day = max(dossier.settings.as_of.timetuple()[:3], (1980, 1, 1))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=Z_BEST_COMPRESSION) as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(name, (*day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, whatever the machine
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def readme(dossier: Dossier, files: tuple[FileArtifact, ...]) -> bytes:
    """Return what stands in the archive, and under which licence."""
    settings = dossier.settings
    lines = [
        settings.site_name,
        settings.site_url,
        "",
        f"As of {settings.as_of.isoformat()}. Licence: {settings.licence}.",
        "",
        *(f"{_name(file.path)}: {file.title}" for file in sorted(files, key=lambda file: file.path)),
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
    gather=gather,
)
