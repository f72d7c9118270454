"""The figures are those of the pages: at every level, for every reason, in every format."""

import io
import itertools
import json

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from data_access.areas import fetch_areas
from data_access.establishment import fetch_stages
from data_access.released_rates import fetch_rates
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.protection.names import AGES, SEXES, TOTAL
from pages.figure_reads import fetch_figure_status
from pages.trend_reads import fetch_series
from tests.data_access.exact import hide
from tests.data_access.released_years import GAP, NEWEST, SPLIT
from tests.data_access.test_released_listed import publish_hidden, publish_rounded
from tests.web.api.conftest import forget, make_client
from ui.trend_choice import QUARTER

READER = DEMONSTRATIONS[Role.LASARE]
PROTECTED = (
    ("sspf-insats", "lpo"), ("sspf-insats", "riket"), ("mentorskap", "polisregion"),
    ("mentorskap", "polisomrade"), ("mentorskap", "kommun"),
)  # fmt: skip
TEXTS = {"omrade": str, "period": str, "kon": str, "alder": str}
KEYS = ["omrade", "period", "kon", "alder"]
ALL = f"kon={TOTAL},{','.join(SEXES)}&alder={TOTAL},{','.join(AGES)}"


def to_expected(listing, entry, level, *, by="kvartal"):
    """What the data layer tells, in the API's words."""
    time = ("quarter",) if by == "kvartal" else ()
    splits = ((), ("sex",), ("age_group",), ("sex", "age_group"))
    found = pd.concat(
        fetch_rates(listing, entry, level, (*time, *split), release=1, viewer=READER)
        for split in splits
    )
    period = found["quarter"] if time else found["year"].astype(str)
    names = {"code": "omrade", "sex": "kon", "age_group": "alder", "value": "antal"}
    told = found.rename(columns=names).assign(period=period).set_index(KEYS).sort_index()
    return told[["antal", "per_10_000", "low", "high", "persons", "reason", "rate_reason"]]


def check_same(found, expected):
    """The rows of a file are the expected figures, rounded as they are told."""
    found = found.set_index(KEYS).sort_index()
    assert found.index.tolist() == expected.index.tolist()
    for own, other, decimals in [
        ("antal", "antal", 0),
        ("personer", "persons", 0),
        ("per_10_000", "per_10_000", 2),
        ("lagst", "low", 2),
        ("hogst", "high", 2),
    ]:
        theirs = expected[other].astype("Float64").round(decimals).astype("float64")
        pd.testing.assert_series_equal(found[own].astype("float64"), theirs, check_names=False)
    without = found["status"].isin(["saknas", "ej-tillampligt"])
    assert (found["personer"].isna() == without).all()  # no figure is of nobody
    assert found["status"].tolist() == expected["reason"].tolist()
    assert found["status_kvot"].tolist() == expected["rate_reason"].tolist()


def read_csv(answer):
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.BytesIO(answer.content), dtype=TEXTS)


def check_jsonstat(document, expected):
    """Another reader of the format finds the same figures at the same codes."""
    assert validate_jsonstat(document)
    frame = pyjstat.Dataset.read(json.dumps(document)).write("dataframe", naming="id")
    keys = ["area", "period", "sex", "age"]
    counts = frame[frame["measure"] == "count"].set_index(keys)["value"]
    rates = frame[frame["measure"] == "per_10_000"].set_index(keys)["value"]
    lived_in = frame[frame["measure"] == "persons"].set_index(keys)["value"]
    assert lived_in.notna().sum() == expected["persons"].notna().sum()
    told = expected[expected["antal"].notna()]
    assert counts.notna().sum() == len(told)
    assert [counts[of] for of in told.index] == told["antal"].tolist()
    with_rate = expected[expected["per_10_000"].notna()]
    assert rates.notna().sum() == len(with_rate)
    for of, value in with_rate["per_10_000"].items():
        assert rates[of] == pytest.approx(value, abs=0.00501)


def test_every_format_tells_the_figures_of_the_data_layer(ask):
    reasons = set()
    for level in ("lpo", "polisregion", "riket", "lan"):
        expected = to_expected("indikator", SPLIT, level)
        reasons |= set(expected["reason"])
        path = f"/releases/1/figures/{SPLIT}?niva={level}&{ALL}"
        found = read_csv(ask(f"{path}&format=csv"))
        check_same(found, expected)
        assert found["exempeldata"].all() and set(found["utgavedag"]) == {"2026-10-20"}, level
        assert found[["definition", "kalla"]].notna().all(axis=None), level
        if level != "riket":
            parquet = ask(f"{path}&format=parquet")
            check_same(pq.read_table(io.BytesIO(parquet.content)).to_pandas(), expected)
        if level != "lpo":
            check_jsonstat(ask(path).json(), expected)
    assert reasons == {"ok", "preliminart", "saknas", "ej-tillampligt"}


def test_years_are_told_too(ask):
    found = read_csv(ask(f"/releases/1/figures/{SPLIT}?tid=ar&format=csv&{ALL}"))
    check_same(found, to_expected("indikator", SPLIT, "lpo", by="ar"))
    assert set(found["period"]) == {"2024", "2025", "2026"}
    assert not found.loc[found["period"] == "2026", "fullstandig"].any()  # three quarters


def test_they_are_those_of_trender(ask):
    asked = (SPLIT, "polisregion", TOTAL, TOTAL, QUARTER)
    shown = fetch_series(*asked, release=1, viewer=READER).set_index(["code", "period"])
    found = read_csv(ask(f"/releases/1/figures/{SPLIT}?niva=polisregion&format=csv"))
    told = found.set_index(["omrade", "period"])
    assert told.index.sort_values().tolist() == shown.index.sort_values().tolist()
    for key, row in shown.iterrows():
        assert told.loc[key, "antal"] == row["value"]
        assert told.loc[key, "per_10_000"] == pytest.approx(row["per_10_000"], abs=0.00501)


def test_they_are_those_of_the_map(ask):
    on = pd.Timestamp("2026-11-01").date()
    shown = fetch_figure_status(SPLIT, "lpo", on, smooth=False, viewer=READER).set_index("code")
    features = ask(f"/areas?indikator={SPLIT}&niva=lpo&period={NEWEST}").json()["features"]
    assert {one["id"] for one in features} == set(shown.index)
    for one in features:
        told, row = one["properties"], shown.loc[one["id"]]
        assert (told["antal"] is None) == pd.isna(row["value"])
        assert told["antal"] is None or told["antal"] == row["value"]
        assert told["status_kvot"] == row["rate_reason"]
        assert one["geometry"]["type"] in ("Polygon", "MultiPolygon")
    (gap,) = [one["properties"] for one in features if one["id"] == GAP]
    assert (gap["antal"], gap["status"], gap["exempeldata"]) == (None, "saknas", True)
    assert gap["personer"] is None


def test_a_geopackage_has_the_same_figures(ask):
    path = f"indikator={SPLIT}&niva=lan&period={NEWEST}"
    told = {one["id"]: one["properties"] for one in ask(f"/areas?{path}").json()["features"]}
    answer = ask(f"/areas.gpkg?{path}")
    assert answer.headers["content-type"] == "application/geopackage+sqlite3"
    by_accept = ask(f"/areas?{path}", accept="application/geopackage+sqlite3")
    assert by_accept.content == answer.content
    table = gpd.read_file(io.BytesIO(answer.content))
    assert table.crs.to_epsg() == 4326 and table.geometry.is_valid.all()
    assert set(table["kod"]) == set(told) and len(told) == 21
    for row in table.to_dict("records"):
        own = told[row["kod"]]
        assert row["status"] == own["status"]
        assert (own["antal"] is None) == pd.isna(row["antal"])
        assert own["antal"] is None or row["antal"] == own["antal"]
    assert {"ej-tillampligt", "preliminart"} <= set(table["status"])


def test_choices_leave_out_the_rest(ask):
    base = f"/releases/1/figures/{SPLIT}?format=csv"
    found = read_csv(ask(f"{base}&omrade=lpo-umea&fran=2025K2&till=2026K1&kon=kvinna&alder=15-17"))
    assert found["period"].tolist() == ["2025K2", "2025K3", "2025K4", "2026K1"]
    assert set(found["omrade"]) == {"lpo-umea"} and set(found["kon"]) == {"kvinna"}
    assert set(found["alder"]) == {"15-17"}
    years = read_csv(ask(f"{base}&omrade=lpo-umea&fran=2025&till=2025"))
    assert years["period"].tolist() == ["2025K1", "2025K2", "2025K3", "2025K4"]
    assert read_csv(ask(f"{base}&omrade=pr-nord"))["niva"].unique() == ["polisregion"]


def test_an_area_that_was_not_there_is_not_applicable_in_a_cube(ask):
    document = ask(f"/releases/1/figures/{SPLIT}?fran=2024K4&till=2025K1").json()
    codes = [document["dimension"][one]["category"]["index"] for one in document["id"]]
    status = document["status"]
    told = {of: status.get(str(n)) for n, of in enumerate(itertools.product(*codes))}
    assert told["lpo-norrmalm", "2025K1", TOTAL, TOTAL, "count"] == "ej-tillampligt"
    assert told["lpo-norra-innerstaden", "2024K4", TOTAL, TOTAL, "count"] == "ej-tillampligt"
    assert told["lpo-norrmalm", "2024K4", TOTAL, TOTAL, "count"] is None


def test_pages_of_a_file_are_the_whole(ask):
    path = f"/releases/1/figures/{SPLIT}?niva=polisregion&format=csv"
    whole = read_csv(ask(path))
    pages, address = [], f"{path}&limit=30"
    while address:
        answer = ask(address)
        pages.append(read_csv(answer))
        links = answer.headers.get("link", "")
        after = [one for one in links.split(", ") if 'rel="next"' in one]
        address = after[0].split("/api/v1")[1].split(">")[0] if after else ""
        assert ('rel="prev"' in links) == (len(pages) > 1)
    assert [len(one) for one in pages] == [30, 30, 17]
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole)


def test_a_spreadsheet_reads_them(ask):
    path = f"/releases/1/figures/{SPLIT}?niva=polisregion&format=csv"
    answer = ask(f"{path}&dialekt=excel")
    assert answer.content.startswith("\ufeff".encode())
    found = pd.read_csv(io.BytesIO(answer.content), sep=";", decimal=",", dtype=TEXTS,
                        encoding="utf-8-sig")  # fmt: skip
    plain = read_csv(ask(path))
    assert found["per_10_000"].tolist() == plain["per_10_000"].tolist()


@pytest.mark.parametrize("level", ["lpo", "kommun", "polisregion", "riket"])
def test_stages_are_those_of_the_data_layer(ask, level):
    on = pd.Timestamp("2026-11-01").date()
    shown = fetch_stages(level, on, viewer=READER).set_index("code")
    names = fetch_areas(on, level, viewer=READER).set_index("code")["name"]
    told = ask(f"/council-stages?niva={level}&dag=2026-11-01").json()
    assert told["antal"] == len(told["rader"]) == len(shown)
    found = read_csv(ask(f"/council-stages?niva={level}&dag=2026-11-01&format=csv"))
    features = ask(f"/council-stages?niva={level}&dag=2026-11-01&format=geojson").json()["features"]
    for row, in_file, feature in zip(
        told["rader"], found.to_dict("records"), features, strict=True
    ):
        own = shown.loc[row["omrade"]]
        assert row["omradesnamn"] == names[row["omrade"]] == in_file["omradesnamn"]
        assert row["steg"] == own["stage"] == feature["properties"]["steg"]
        assert (row["status"] == "saknas") == (own["stage"] is None) == pd.isna(in_file["steg"])
        assert row["exempeldata"] == own["is_example"]
        assert row["sedan"] == (own["since"] and own["since"].isoformat())


@pytest.mark.parametrize(
    ("method", "fill"), [("avrundning", publish_rounded), ("undertryckning", publish_hidden)]
)
def test_both_ways_of_protection(make_database, use_database, monkeypatch, tmp_path, method, fill):
    hide(monkeypatch, method)
    use_database(make_database("sqlite", fill=fill))
    forget()
    client = make_client(tmp_path)
    reasons = set()
    for entry, level in PROTECTED:
        path = f"/api/v1/releases/1/figures/{entry}?niva={level}&{ALL}"
        expected = to_expected("atgard", entry, level)
        check_same(read_csv(client.get(f"{path}&format=csv")), expected)
        if level in ("polisregion", "riket"):
            check_jsonstat(client.get(path).json(), expected)
        reasons |= set(expected["reason"])
    assert client.get("/api/v1/releases/1").json()["metod"] == method
    hidden = {"skyddat"} if method == "undertryckning" else set()
    assert {"ok", "saknas"} | hidden <= reasons
    forget()
