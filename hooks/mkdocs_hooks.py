"""The one file that MkDocs knows of this project: what is done at each event stands in `explainer_mkdocs`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from explainer_mkdocs.events import *  # noqa: F403 - the generator beside this file goes before an installed one
