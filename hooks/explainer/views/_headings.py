"""Headings that the pages of several kinds have; contents name them as the templates do."""

from __future__ import annotations

from explainer.messages import Message

ORIGINS = Message("How we know")
LOOKED_FOR = Message("What was looked for")
BACKLINKS = Message("Where this matters")
SENTENCES = Message("Sentence by sentence")
