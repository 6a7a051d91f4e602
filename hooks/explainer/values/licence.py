"""Licences by their short names (SPDX)."""

from __future__ import annotations

import re


def licence_name(spdx: str) -> str:
    """Return a licence as readers know it: “CC BY-SA 4.0”."""
    return re.sub(r"(?<=^CC)-|-(?=[0-9])", " ", spdx)
