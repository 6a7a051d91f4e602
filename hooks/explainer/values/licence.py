"""Licences by their short names (SPDX)."""

from __future__ import annotations

import re

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

OWN = "LicenseRef-"
"""How SPDX lets somebody name a licence that its list does not have."""


def known_licence(spdx: str) -> str | None:
    """Return the short name of a licence as the list of SPDX writes it; nothing if it is not on that list."""
    try:
        found = canonicalize_license_expression(spdx)
    except InvalidLicenseExpression:
        return None
    return None if " " in found or found.startswith(OWN) else str(found)


def licence_name(spdx: str) -> str:
    """Return a licence as readers know it: “CC BY-SA 4.0”."""
    return re.sub(r"(?<=^CC)-|-(?=[0-9])", " ", spdx)
