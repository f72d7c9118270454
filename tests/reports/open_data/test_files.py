"""Released figures as CSV and Parquet, and areas as GeoPackage: read back they are the same."""

import io
import json
from datetime import UTC, datetime

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest

from reports.open_data.delimited import to_csv
from reports.open_data.geography import LAYER, to_collection, to_geopackage
from reports.open_data.parquet import KEY, to_parquet
from reports.open_data.rows import to_column_names, to_rows
from tests.reports.open_data.test_jsonstat import ROWS, dataset, row

TEXTS = {"period": str, "kon": str, "alder": str}


def test_a_row_a_figure_in_the_order_of_the_codes_with_all_that_is_known():
    rows = to_rows(dataset())
    assert list(rows.columns) == list(to_column_names())
    assert len(rows) == len(ROWS)
    assert rows["omrade"].unique().tolist() == ["lpo-umea", "lpo-lulea-boden"]
    first = rows.iloc[0]
    assert (first["antal"], first["hogst"], first["status"]) == (0, 12.35, "ok")
    assert first["avrundad"] and not first["fullstandig"] and first["exempeldata"]
    assert (first["kalla"], first["definition"]) == ("Polisen", "Vad det är.")
    assert (first["utgava"], first["utgavedag"]) == (3, "2026-11-01")
    gaps = rows[rows["antal"].isna()]
    assert set(gaps["status"]) == {"skyddat", "saknas", "ej-tillampligt"}


def test_another_reader_finds_the_same_in_csv():
    rows = to_rows(dataset())
    found = pd.read_csv(io.BytesIO(to_csv(rows)), dtype=TEXTS, dtype_backend="numpy_nullable")
    assert found["antal"].tolist()[0] == 0  # zero is no gap
    assert found["antal"].isna().sum() == rows["antal"].isna().sum() == 3
    assert found["exempeldata"].dtype == "boolean"
    pd.testing.assert_frame_equal(found, rows.astype(found.dtypes))


def test_a_spreadsheet_in_swedish_reads_the_same_numbers():
    body = to_csv(to_rows(dataset()), spreadsheet=True)
    assert body.startswith("\ufeff".encode())
    found = pd.read_csv(io.BytesIO(body), sep=";", decimal=",", encoding="utf-8-sig", dtype=TEXTS)
    assert found["hogst"].tolist()[0] == 12.35
    assert set(found["exempeldata"]) == {"ja"}


def test_only_a_spreadsheet_gets_its_formulas_made_harmless():
    table = pd.DataFrame({"namn": ["=1+1", "-x"], "antal": [-1, 2], "kvot": [-1.5, None]})
    assert to_csv(table) == b"namn,antal,kvot\r\n=1+1,-1,-1.5\r\n-x,2,\r\n"
    own = to_csv(table, spreadsheet=True).decode("utf-8-sig")
    assert own == "namn;antal;kvot\r\n'=1+1;-1;-1,5\r\n'-x;2;\r\n"


def test_parquet_keeps_types_gaps_and_what_is_told():
    rows = to_rows(dataset())
    body = to_parquet(rows, {"exempeldata": True, "utgava": 3})
    arrow = pq.read_table(io.BytesIO(body))
    assert json.loads(arrow.schema.metadata[KEY]) == {"exempeldata": True, "utgava": 3}
    assert arrow.column("antal").null_count == 3
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(body)), rows, check_dtype=False)


def test_no_figures_are_an_empty_table_with_its_columns():
    rows = to_rows(dataset([], names={key: {} for key in ("area", "period", "sex", "age")}))
    assert to_csv(rows).decode().count("\r\n") == 1
    assert pd.read_parquet(io.BytesIO(to_parquet(rows, {}))).empty


def test_a_code_that_has_no_name_is_an_error_here_too():
    with pytest.raises(KeyError):
        to_rows(dataset([row("lpo-annan", "2026K1", "man", 1)]))


SQUARE = {"type": "Polygon", "coordinates": [[[18, 59], [19, 59], [19, 60], [18, 60], [18, 59]]]}
AREAS = [
    {"kod": "lpo-a", "namn": "Å", "antal": 5, "exempeldata": True},
    {"kod": "se", "namn": "Riket", "antal": None, "exempeldata": True},
]


def test_areas_with_and_without_an_outline():
    found = to_collection(AREAS, {"lpo-a": SQUARE}, {"exempeldata": True})
    assert [one["geometry"] for one in found["features"]] == [SQUARE, None]
    assert found["features"][0]["properties"]["namn"] == "Å"
    assert gpd.read_file(json.dumps(found)).shape[0] == 2


def test_a_geopackage_is_read_back_and_the_same_twice():
    at = datetime(2026, 11, 1, 12, tzinfo=UTC)
    first, second = (to_geopackage(AREAS, {"lpo-a": SQUARE}, at) for _time in range(2))
    assert first == second
    found = gpd.read_file(io.BytesIO(first), layer=LAYER)
    assert found["kod"].tolist() == ["lpo-a", "se"] and found.crs.to_epsg() == 4326
    assert found.geometry.iloc[0].area == pytest.approx(1) and found.geometry.iloc[1] is None
    assert found["antal"].tolist()[0] == 5 and pd.isna(found["antal"].iloc[1])
    assert bool(found["exempeldata"].iloc[0]) is True
