"""Areas with figures as GeoJSON and GeoPackage: the same when another program reads them back."""

import io
import json
import sqlite3
from datetime import UTC, date, datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import MultiPolygon, Point, Polygon, box

from reports.open_data.geojson import NoCoordinateSystem, to_geojson
from reports.open_data.geopackage import UnsafeLayer, to_geopackage

CLOCKWISE = Polygon([(17, 59), (17, 60), (18, 60), (18, 59)])
SHAPES = [CLOCKWISE, MultiPolygon([box(12, 55, 13, 56), box(14, 55, 15, 56)]), box(1, 2, 3, 4)]


def frame(crs="EPSG:4326"):
    told = {
        "kod": ["lpo-umea", "lpo-jarva", "lpo-malmo-norr"],
        "namn": ["Umeå", '=HYPERLINK("x")', "Malmö \"Norr\" 'A'"],
        "värde": pd.array([0, None, 15], dtype="Int64"),
        "per_10_000": [0.0, np.nan, 12.3],
        "orsak": [None, "skyddat", None],
        "dag": [date(2026, 11, 1)] * 3,
        "skattad": [True, False, False],
    }
    return gpd.GeoDataFrame(told, geometry=SHAPES, crs=crs)


def test_geojson_keeps_order_types_and_gaps():
    read = json.loads(to_geojson(frame()))
    told = [one["properties"] for one in read["features"]]
    assert [one["kod"] for one in told] == ["lpo-umea", "lpo-jarva", "lpo-malmo-norr"]
    assert [one["värde"] for one in told] == [0, None, 15]
    assert [one["per_10_000"] for one in told] == [0.0, None, 12.3]
    assert [one["orsak"] for one in told] == [None, "skyddat", None]
    assert told[1]["namn"] == '=HYPERLINK("x")' and told[0]["dag"] == "2026-11-01"
    assert told[0]["skattad"] is True and "crs" not in read


def test_geojson_turns_outer_rings_anticlockwise():
    read = json.loads(to_geojson(frame()))
    assert read["features"][0]["geometry"]["coordinates"][0][:2] == [[17, 59], [18, 59]]
    back = gpd.read_file(io.BytesIO(to_geojson(frame())))
    assert all(back.geometry.geom_equals(gpd.GeoSeries(SHAPES, crs=back.crs)))


def test_an_area_without_an_outline_has_null_for_it():
    table = frame().set_geometry([None, Polygon(), Point(1, 2)], crs="EPSG:4326")
    shapes = [one["geometry"] for one in json.loads(to_geojson(table))["features"]]
    assert shapes == [None, None, {"type": "Point", "coordinates": [1.0, 2.0]}]


def read_package(made, tmp_path):
    file = tmp_path / "omraden.gpkg"
    file.write_bytes(made)
    return gpd.read_file(file, layer="omraden")


def test_a_geopackage_read_back_is_the_same(tmp_path):
    back = read_package(to_geopackage(frame(), "omraden"), tmp_path)
    assert back.crs == "EPSG:4326"
    assert back["namn"].to_list() == frame()["namn"].to_list()
    assert back["värde"].isna().to_list() == [False, True, False] and back["värde"][0] == 0
    assert back["orsak"].isna().to_list() == [True, False, True]
    assert all(back.geometry.geom_equals(gpd.GeoSeries(SHAPES, crs=back.crs)))


def test_other_coordinates_are_brought_to_the_same(tmp_path):
    metres = frame().to_crs("EPSG:3006")
    package = read_package(to_geopackage(metres, "omraden"), tmp_path)
    for back in (gpd.read_file(io.BytesIO(to_geojson(metres))), package):
        assert back.crs == "EPSG:4326"
        meant = gpd.GeoSeries(SHAPES, crs=back.crs)
        assert (
            back.to_crs("EPSG:3006").symmetric_difference(meant.to_crs("EPSG:3006")).area.max() < 1
        )


def test_the_same_areas_give_the_same_bytes_and_another_time_others(tmp_path):
    assert to_geojson(frame()) == to_geojson(frame())
    once, later = to_geopackage(frame(), "a"), datetime(2026, 11, 2, 7, tzinfo=UTC)
    assert once == to_geopackage(frame(), "a")
    file = tmp_path / "a.gpkg"
    file.write_bytes(to_geopackage(frame(), "a", later))
    with sqlite3.connect(file) as found:
        told = found.execute("select last_change from gpkg_contents").fetchall()
    assert told == [("2026-11-02T07:00:00.000Z",)]


@pytest.mark.parametrize("write", [to_geojson, lambda one: to_geopackage(one, "a")])
def test_areas_of_no_known_coordinates_are_refused(write):
    with pytest.raises(NoCoordinateSystem):
        write(frame(crs=None))


@pytest.mark.parametrize("layer", ["", "1a", "a;b", "områden", "../a", 'a"b', "_a"])
def test_a_layer_of_unsafe_name_is_refused(layer):
    with pytest.raises(UnsafeLayer):
        to_geopackage(frame(), layer)


def test_no_rows_are_a_file_all_the_same(tmp_path):
    empty = frame().iloc[:0]
    assert json.loads(to_geojson(empty))["features"] == []
    assert len(read_package(to_geopackage(empty, "omraden"), tmp_path)) == 0
