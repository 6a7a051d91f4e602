"""A static explainer site generator whose caveats, statuses and histories are computed from evidence."""

__version__ = "0.1.0"
