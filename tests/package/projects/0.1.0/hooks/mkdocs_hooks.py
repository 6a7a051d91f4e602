"""MkDocs knows this file alone; the generator is installed, as generator.txt says."""

from explainer_mkdocs.events import *  # noqa: F403
