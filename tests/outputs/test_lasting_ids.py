"""Ids in calendar and feeds hang on the site's key, and on neither its host, its path nor its name."""

from __future__ import annotations

import re
from dataclasses import replace

from explainer.dossier import Dossier
from explainer.outputs import atom, icalendar, jsonfeed
from explainer.settings import settings_of
from tests.outputs.reading import Data


def _ids(dossier: Dossier, **changed: str) -> list[str]:
    there = replace(dossier, settings=replace(dossier.settings, **changed))  # type: ignore[arg-type]
    files = [*icalendar.produce(there, []), *atom.produce(there, []), *jsonfeed.produce(there, [])]
    text = "\n".join(file.content.decode().replace("\r\n ", "") for file in files)
    return re.findall(r"^UID:(.+)$|<id>(.+?)</id>|\"id\": ?\"(urn:.+?)\"", text, flags=re.MULTILINE)


def test_a_site_that_moves_or_gets_another_name_keeps_all_ids(real: Data) -> None:
    here = _ids(real.dossier, site_url="https://x.example.org/one/", key="weir")
    there = _ids(real.dossier, site_url="https://facts.example.org/", site_name="Another name", key="weir")
    assert len(here) > 100
    assert here == there


def test_two_sites_with_the_same_records_share_no_id(real: Data) -> None:
    one, two = (set(_ids(real.dossier, key=key)) for key in ("one", "two"))
    assert one & two == set()


def test_no_id_shows_host_path_or_name(real: Data) -> None:
    ids = "".join(
        "".join(found) for found in _ids(real.dossier, site_url="https://x.example.org/one/", key="k")
    )
    assert "example.org" not in ids
    assert "/one" not in ids


def test_without_a_key_it_is_the_address(real: Data) -> None:
    assert real.dossier.settings.key
    assert settings_key({"site_url": "https://a.example/b/"}) == "https://a.example/b/"
    assert (
        settings_key({"site_url": "https://a.example/b/", "extra": {"explainer": {"key": "weir"}}}) == "weir"
    )


def settings_key(config: dict[str, object]) -> str:
    return settings_of(config)[0].key


def test_the_feed_of_an_actor_is_called_by_the_actor(real: Data) -> None:
    for path, file in real.files.items():
        if path.startswith("feeds/actors/") and path.endswith(".atom"):
            title = re.search(r"<title>(.+?)</title>", file.content.decode())
            assert title
            name = real.dossier.graph.title(path.rpartition("/")[2].removesuffix(".atom"))
            assert title[1].startswith(name.replace("&", "&amp;"))
