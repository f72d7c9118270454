"""The published figures: all there, each with its source, and none joined that count otherwise."""

import csv

import pytest

from data_access.public import FACTS, load_published
from data_access.published import AREAS, BadPublished, fetch_published, to_published
from data_access.viewer import Role, Viewer
from tests.viewers import ADMIN, READER


@pytest.fixture
def frame(sqlite_engine):
    return fetch_published(viewer=READER)


def test_every_figure_is_there_with_source_and_address(frame):
    assert len(frame) == 98
    assert frame["series"].nunique() == 46
    for column in frame.columns.drop("note"):
        assert frame[column].astype(str).str.strip().ne("").all(), column
    assert frame["url"].str.match(r"https?://[a-z0-9.-]+/\S*$").all()
    areas = {"se": 88, "pr-stockholm": 6, "pr-syd": 3, "pr-vast": 1}
    assert frame["area"].value_counts().to_dict() == areas


def test_values_are_those_of_the_file(frame):
    with (FACTS / "published.csv").open(encoding="utf-8", newline="") as file:
        told = [(row["series"], float(row["value"])) for row in csv.DictReader(file)]
    assert list(zip(frame["series"], frame["value"], strict=True)) == told
    by = frame.set_index(["series", "area", "sex", "age", "year"])["value"]
    assert by["natverk-aktiva", "se", "totalt", "alla", 2024] == 14_000
    assert by["under-15-sprangning", "se", "totalt", "0–14", 2025] == 54
    assert by["avvikningar-vardtid", "se", "totalt", "0–20", 2022] == 0.8
    assert by["sprangningar", "pr-syd", "totalt", "alla", 2024] == 38
    assert by.sum() == pytest.approx(311_354.2)


def test_no_line_crosses_a_part_of_a_year_or_another_way_to_count(frame):
    for _key, segment in frame.groupby(["series", "segment"]):
        assert len(segment) == 1 or not segment["part_year"].any()
        for column in ("area", "age", "sex", "counting_rule", "unit"):
            assert segment[column].nunique() == 1
        assert segment["year"].is_unique


def test_figures_of_networks_are_joined_with_nothing(frame):
    networks = frame[frame["theme"] == "natverk"]
    assert len(networks) == 4
    assert networks.groupby(["series", "segment"]).size().eq(1).all()


def test_what_can_not_be_compared_is_not_joined(frame):
    apart = frame[frame["note"].str.contains("ej jämförbart")]
    assert len(apart) == 2
    sizes = frame.groupby(["series", "segment"]).size()
    assert all(sizes[row.series, row.segment] == 1 for row in apart.itertuples())


def test_every_period_that_is_no_whole_year_says_so(frame):
    assert set(frame.loc[~frame["part_year"], "period"]) == {"helår"}
    parts = set(frame.loc[frame["part_year"], "period"])
    assert {"januari–november", "januari–juli", "31 januari", "31 juli"} < parts


@pytest.mark.parametrize("viewer", [ADMIN, Viewer(Role.LASARE, frozenset())])
def test_they_are_public(frame, viewer):
    assert fetch_published(viewer=viewer).equals(frame)


def changed(number=4, **new):
    rows = load_published()
    rows[number] = rows[number] | new
    return rows


@pytest.mark.parametrize(
    "new,told",
    [
        ({"source": None}, "row 6: check source"),
        ({"url": "javascript:x"}, "row 6: check url"),
        ({"url": None}, "row 6: check url"),
        ({"year": "24"}, "row 6: check year"),
        ({"value": "-3"}, "row 6: check value"),
        ({"value": None}, "row 6: check value"),
        ({"value": "många"}, "row 6: check value"),
        ({"theme": "annat"}, "row 6: check theme"),
        ({"area": "2580"}, "row 6: check area"),
        ({"sex": "alla"}, "row 6: check sex"),
        ({"confidence": "high"}, "row 6: check confidence"),
        ({"part_year": "ja"}, "row 6: check period"),
        ({"part_year": "ja", "period": "januari"}, "segment .* a part of a year is joined"),
        ({"year": "2020"}, "a year stands twice"),
        ({"counting_rule": "annan"}, "counting_rule differs"),
        ({"age": "15–17"}, "age differs"),
        ({"unit": "brott"}, "unit differs"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(new, told):
    with pytest.raises(BadPublished, match=told):
        to_published(changed(**new))


def test_the_areas_are_areas_of_ours(engine):
    from data_access.areas import fetch_areas
    from tests.data_access.test_areas import DAY

    assert set(AREAS) <= set(fetch_areas(DAY, viewer=READER)["code"])
