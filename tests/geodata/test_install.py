import json
import warnings
import zipfile
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.affinity import translate

import settings
from geodata import __main__ as command
from geodata import store

ON = date(2025, 6, 1)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command with an own data folder: exit status, what stderr says, the folder."""
    monkeypatch.setenv("BOB_DATA_DIR", str(tmp_path / "data"))
    settings.load.cache_clear()

    def call(*arguments):
        status = command.main([*map(str, arguments), "--day", str(ON)])
        return status, capsys.readouterr().err

    yield call
    settings.load.cache_clear()


def row(table, name):
    return table.index[table["LOKALPOLIS"] == f"LPO {name}"][0]


def changed(table, name, shape):
    table = table.copy()
    table.loc[[row(table, name)], "geometry"] = gpd.GeoSeries([shape], [row(table, name)], crs=3006)
    return table


def of(table, name):
    return table.geometry[row(table, name)]


def renamed(table, old, new):
    return table.assign(LOKALPOLIS=table["LOKALPOLIS"].replace({f"LPO {old}": new}))


def swapped(table, a, b):
    names = {f"LPO {a}": f"LPO {b}", f"LPO {b}": f"LPO {a}"}
    return table.assign(LOKALPOLIS=table["LOKALPOLIS"].replace(names))


def bow_tie(table):
    x, y = of(table, "Lund").centroid.coords[0]
    ring = [(x, y), (x + 5e3, y + 5e3), (x + 5e3, y), (x, y + 5e3), (x, y)]
    return changed(table, "Lund", shapely.Polygon(ring))


def without_half(table, name):
    west, south, east, north = of(table, name).bounds
    half = shapely.box(west, south, (west + east) / 2, north)
    return changed(table, name, of(table, name).intersection(half))


WRONG = {
    "missing": (lambda t: t.drop(row(t, "Umeå")), ["Umeå (lpo-umea)", "saknas"]),
    "twice": (lambda t: pd.concat([t, t.loc[[row(t, "Umeå")]]]), ["Umeå", "2 rader"]),
    "invalid": (bow_tie, ["Lund (lpo-lund)", "korsar sig själv"]),
    "empty": (lambda t: changed(t, "Lund", None), ["Lund", "ingen polygon"]),
    "line": (lambda t: changed(t, "Lund", of(t, "Lund").boundary), ["Lund", "ingen polygon"]),
    "overlap": (
        lambda t: changed(t, "Lund", shapely.buffer(of(t, "Lund"), 500)),
        ["Lund (lpo-lund)", "överlappar Eslöv", "överlappar Lund"],
    ),
    "gap": (
        lambda t: changed(t, "Växjö", shapely.buffer(of(t, "Växjö"), -100)),
        ["Växjö (lpo-vaxjo)", "lucka på"],
    ),
    "kommun": (lambda t: without_half(t, "Gotland"), ["Gotland (0980)", "täcks bara till"]),
    "unknown": (lambda t: renamed(t, "Umeå", "Ankeborg"), ["Ankeborg", "finns inte i indelningen"]),
    "other day": (lambda t: renamed(t, "Umeå", "Norrmalm"), ["--day 2018-09-24"]),
    "swapped": (lambda t: swapped(t, "Umeå", "Lund"), ["Umeå", "Lund", "förväxlade"]),
    "swapped in town": (lambda t: swapped(t, "Globen", "Farsta"), ["Globen", "stadsdelar"]),
    "no crs": (lambda t: t.set_crs(None, allow_override=True), ["koordinatsystem saknas"]),
    "wrong crs": (lambda t: t.set_crs(3857, allow_override=True), ["utanför Sverige"]),
    "no column": (lambda t: t[["OBJEKT", "geometry"]], ["ingen kolumn", "OBJEKT"]),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_told_area_by_area_and_changes_nothing(case, right, run, tmp_path):
    make, expected = WRONG[case]
    with warnings.catch_warnings(action="ignore"):  # one case has no coordinate system, on purpose
        make(right).to_file(tmp_path / "egen.gpkg")
    status, said = run("install", tmp_path / "egen.gpkg")
    assert status == 1
    for words in expected:
        assert words in said
    assert not (tmp_path / "data").exists()


def test_a_missing_area_is_the_only_fault_told(right, run, tmp_path):
    right.drop(row(right, "Umeå")).to_file(tmp_path / "egen.gpkg")
    _, said = run("check", tmp_path / "egen.gpkg")
    assert ": 1 fel" in said


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.txt", "hej", "går inte att läsa"),
        ("trasig.geojson", '{"type": "FeatureColl', "går inte att läsa"),
        ("tom.geojson", '{"type": "FeatureCollection", "features": []}', "inga ytor"),
        ("tabell.csv", "LOKALPOLIS\nUmeå\n", "inga ytor"),
    ],
)
def test_what_is_no_geo_file_is_refused(name, content, words, run, tmp_path):
    (tmp_path / name).write_text(content, encoding="utf-8")
    status, said = run("install", tmp_path / name)
    assert (status, words in said) == (1, True), said
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_not_there_is_refused(run, tmp_path):
    assert "finns inte" in run("check", tmp_path / "borta.gpkg")[1]


def test_a_named_column_or_layer_that_is_not_there_is_refused(right, run, tmp_path):
    right.to_file(tmp_path / "egen.gpkg", layer="a")
    right[:1].to_file(tmp_path / "egen.gpkg", layer="b")
    path = tmp_path / "egen.gpkg"
    assert "--layer: a, b" in run("check", path)[1]
    assert "lagret c" in run("check", path, "--layer", "c")[1]
    assert "kolumnen X" in run("check", path, "--layer", "a", "--name-column", "X")[1]
    assert run("check", path, "--layer", "a", "--name-column", "LOKALPOLIS") == (0, "")


def write(table, path):
    if path.suffix != ".zip":
        table.to_file(path)
        return
    table.to_file(path.with_suffix(".shp"), encoding="utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for part in sorted(path.parent.glob(f"{path.stem}.*")):
            if part != path:
                archive.write(part, part.name)


@pytest.mark.parametrize(("name", "crs"), [("a.gpkg", 3006), ("c.zip", 3021)])
def test_a_right_file_is_right_in_any_form(name, crs, right, run, tmp_path):
    write(right.to_crs(crs), tmp_path / name)
    assert run("check", tmp_path / name) == (0, "")


def test_a_right_file_replaces_the_built_boundaries(right, run, tmp_path):
    write(right.to_crs(4326), tmp_path / "b.geojson")
    assert run("install", tmp_path / "b.geojson") == (0, "")
    directory = settings.load().areas_dir
    outlines = store.ensure_outlines(directory, pytest.fail)  # already built
    for level, count in (("lpo", 95), ("polisomrade", 27), ("polisregion", 7)):
        file = store.find_outlines(outlines, level, ON).file
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        assert len(features) == count
        assert not any(feature["properties"]["ungefar"] for feature in features)
        shapes = np.array([shapely.geometry.shape(feature["geometry"]) for feature in features])
        assert shapely.coverage_is_valid(shapes)
    assert len(store.load_bounds(directory)) == 442


def test_a_wrong_file_leaves_an_installed_one_in_use(right, run, tmp_path):
    right.to_file(tmp_path / "ratt.gpkg")
    assert run("install", tmp_path / "ratt.gpkg")[0] == 0
    directory = settings.load().areas_dir
    before = {path: path.read_bytes() for path in directory.iterdir()}
    right.geometry = [translate(shape, 3e4) for shape in right.geometry]
    right.to_file(tmp_path / "fel.gpkg")
    assert run("install", tmp_path / "fel.gpkg")[0] == 1
    assert {path: path.read_bytes() for path in directory.iterdir()} == before


def test_build_and_list_say_what_there_is(run, capsys):
    assert command.main(["list", "--level", "polisregion"]) == 0
    assert capsys.readouterr().out.count("pr-") == 7
    assert run("build")[0] == 0
