"""The adapter to MkDocs and to hosts that work as it does; the core, `explainer`, knows none of them.

A project reaches it by its own `hooks/mkdocs_hooks.py`, or as the plugin `explainer` where a host knows
plugins only. To use both is to use it once.
"""
