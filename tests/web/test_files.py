"""Static files: compressed, kept for good where the name has a digest, never a wrong file."""

import gzip
import json
import re

import pytest

from ui import assets

COMPONENT = "/component/streamlit_folium.st_folium"
MAP_SCRIPT = f"/assets/{assets.map_script_name()}"
LEAFLET = f"/assets/{assets.LEAFLET}"


@pytest.fixture
def outline(served) -> str:
    """Address of one built outline file."""
    file = next((served.data_dir / "areas").glob("lpo-2025-01-01-*.json"))
    return f"/assets/areas/{file.name}"


@pytest.fixture
def main_script(send) -> str:
    """Address of Streamlit's own main script, which carries a digest."""
    return "/" + re.findall(r'src="\./(static/js/[^"]+\.js)"', send("/").body.decode())[0]


def test_a_file_with_a_digest_is_sent_gzipped_and_kept_for_good(send, main_script):
    plain = send(main_script)
    for _time in ("first", "from memory"):
        answer = send(main_script, Accept_Encoding="gzip")
        assert answer.status == 200
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert int(answer.headers["Content-Length"]) == len(answer.body) < len(plain.body) / 2
        assert gzip.decompress(answer.body) == plain.body


def test_a_client_that_does_not_take_gzip_gets_the_file_as_it_is(send, main_script):
    send(main_script, Accept_Encoding="gzip")
    for accepted in ("identity", "br"):
        answer = send(main_script, Accept_Encoding=accepted)
        assert "Content-Encoding" not in answer.headers
        assert "javascript" in answer.headers["Content-Type"]


def test_a_client_that_refuses_gzip_gets_the_file_as_it_is(send, main_script):
    answer = send(main_script, Accept_Encoding="gzip;q=0, identity")
    assert "Content-Encoding" not in answer.headers


def test_a_client_that_has_the_file_is_told_so(send, outline):
    tag = send(outline, Accept_Encoding="gzip").headers["ETag"]
    answer = send(outline, Accept_Encoding="gzip", If_None_Match=tag)
    assert answer.status == 304
    assert answer.body == b""


def test_a_part_of_a_file_is_that_part(send, outline):
    whole = send(outline).body
    send(outline, Accept_Encoding="gzip")
    answer = send(outline, Accept_Encoding="gzip", Range="bytes=10-29")
    assert answer.status == 206
    assert answer.body == whole[10:30]
    assert answer.headers["Content-Range"] == f"bytes 10-29/{len(whole)}"


def test_a_head_request_for_a_file_has_no_body(send, outline):
    answer = send(outline, method="HEAD", Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.body == b""


def test_leaflet_is_served_from_our_own_address(send):
    script = send(f"{LEAFLET}/leaflet.js", Accept_Encoding="gzip")
    style = send(f"{LEAFLET}/leaflet.css")
    assert script.status == style.status == 200
    assert b"Leaflet" in gzip.decompress(script.body)[:300]
    assert "immutable" in script.headers["Cache-Control"]
    assert style.headers["Content-Type"].startswith("text/css")


def test_the_map_script_comes_in_one_file_with_all_its_parts(send):
    answer = send(MAP_SCRIPT, Accept_Encoding="gzip")
    text = gzip.decompress(answer.body)
    assert answer.status == 200
    assert "javascript" in answer.headers["Content-Type"]
    assert "immutable" in answer.headers["Cache-Control"]
    assert text == assets.load_map_script()
    for name in (b"bob.update", b"bob.makeLegend", b"bob.makeTimeline", b"bob.listenToKeys"):
        assert text.count(name + b" =") == 1


def test_the_outlines_of_every_level_are_reachable_and_small(served, send):
    files = sorted((served.data_dir / "areas").glob("*-20??-??-??-*.json"))
    levels = {file.name.split("-")[0] for file in files}
    assert levels == {"polisregion", "polisomrade", "lpo", "lan", "kommun"}
    for file in files:
        answer = send(f"/assets/areas/{file.name}", Accept_Encoding="gzip")
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert len(answer.body) < 250_000
        data = json.loads(gzip.decompress(answer.body))
        assert data["type"] == "FeatureCollection"
        assert all(feature["properties"]["kod"] for feature in data["features"])


def test_the_component_loads_from_its_own_folder(send):
    page = send(f"{COMPONENT}/index.html").body.decode()
    for name in re.findall(r'src="\.?/?([^"]+\.js)"', page):
        assert send(f"{COMPONENT}/{name}", Accept_Encoding="gzip").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/assets/areas/finns-inte.json",
        f"{LEAFLET}/finns-inte.js",
        "/assets/finns-inte.js",
        "/assets/map-000000000000.js",
        "/static/js/index.AAAAAAAA.js",
    ],
)
def test_an_unknown_asset_is_404(send, path):
    assert send(path).status == 404


@pytest.mark.parametrize("path", ["/assets/map-000000000000.js", "/static/js/index.BBBBBBBB.js"])
def test_a_file_of_another_version_is_never_kept_for_good(send, path):
    """After an upgrade a page may still name the old file; a wrong answer kept a year breaks it."""
    answer = send(path, Accept_Encoding="gzip")
    assert answer.status != 200 or "immutable" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    "path", ["/assets/areas/../bob.db", "/assets/areas/%2e%2e/bob.db", "/assets/areas/..%2fbob.db"]
)
def test_the_database_file_cannot_be_fetched_beside_the_outlines(send, path):
    assert b"SQLite format" not in send(path).body
