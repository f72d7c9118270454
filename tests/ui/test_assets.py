"""Addresses of static files: a new content is a new name."""

import hashlib
import re
from pathlib import Path

from ui import assets


def test_the_name_of_the_map_script_carries_the_digest_of_its_content():
    digest = hashlib.sha256(assets.load_map_script()).hexdigest()
    assert assets.map_script_name() == f"map-{digest[:12]}.js"


def test_the_map_script_holds_every_part_of_the_folder():
    parts = sorted((Path(assets.__file__).parent / "map_js").glob("*.js"))
    assert {part.name for part in parts} == set(assets._PARTS)
    script = assets.load_map_script()
    assert all(part.read_bytes() in script for part in parts)


def test_other_content_gets_another_name(tmp_path, monkeypatch):
    before = assets.map_script_name()
    changed = assets.load_map_script() + b"\n// changed"
    monkeypatch.setattr(assets, "load_map_script", lambda: changed)
    assets.map_script_name.cache_clear()
    try:
        assert assets.map_script_name() != before
    finally:
        monkeypatch.undo()
        assets.map_script_name.cache_clear()
    assert assets.map_script_name() == before


def test_leaflets_folder_carries_its_version():
    from xstatic.pkg import leaflet

    assert f"leaflet-{leaflet.PACKAGE_VERSION}".startswith(assets.LEAFLET)
    assert (Path(leaflet.BASE_DIR) / "leaflet.js").exists()
    assert (Path(leaflet.BASE_DIR) / "leaflet.css").exists()


def test_addresses_are_relative_to_the_component():
    assert assets.outline_address("lpo-2025.json") == "../../assets/areas/lpo-2025.json"


def test_the_map_script_writes_names_as_text_and_names_no_host():
    script = assets.load_map_script().decode()
    assert set(re.findall(r"https?://[^\"'` ]+", script)) == {"http://www.w3.org/2000/svg"}
    for line in script.splitlines():
        if "innerHTML" in line:
            assert "name" not in line.split("innerHTML")[1]
