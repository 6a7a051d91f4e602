"""Where everything in a picture stands: pure functions from plain data to plain geometry.

Each module draws one picture, twice: for a narrow column and for a wide one. Numbers are rounded,
text is broken and cut here, so that templates only write down what they are given.
"""

from explainer.views.pictures import figures, provenance, relations, timeline, treaty

__all__ = ["figures", "provenance", "relations", "timeline", "treaty"]
