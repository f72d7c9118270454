from datetime import date

import pytest
from sqlalchemy import text

from data_access import example, public
from data_access.areas import fetch_areas
from data_access.connect import reading
from data_access.establishment import fetch_assessments, fetch_stages
from data_access.viewer import DEMONSTRATION as ALL
from geodata.division import load_areas, load_membership

REPORT, END = date(2024, 12, 6), date(2026, 11, 15)


@pytest.fixture(scope="module")
def data():
    return example.build(load_areas(), load_membership())


def per_region(on):
    """police region → number of LPO with an established council on the day."""
    stages = fetch_stages("lpo", on, viewer=ALL)
    regions = fetch_areas(on, "lpo", viewer=ALL)[["code", "polisregion"]]
    joined = stages.merge(regions, on="code")
    return joined[joined["stage"] == "etablerat"]["polisregion"].value_counts().to_dict()


def test_the_same_seed_tells_the_same_story(data):
    again = example.build(load_areas(), load_membership())
    assert again == data
    assert example.build(load_areas(), load_membership(), seed=1) != data


def test_what_is_public_is_carried_as_it_is(data):
    councils, covers = public.load_councils()
    events = public.load_events()
    assert [row for row in data.councils if not row["is_example"]] == councils
    assert [row for row in data.covers if not row["is_example"]] == covers
    assert [row for row in data.events if not row["is_example"]] == events
    assert {(row["level"], row["coordinating_lan"]) for row in councils} >= {("regional", "12")}
    assert all(row["source"] and row["confidence"] for row in (*councils, *events))
    unknown = {
        row["code"].removeprefix("regionalt-rad-")
        for row in councils
        if row["level"] == "regional" and row["coordinating_lan"] is None
    }
    assert unknown == {"vast", "ost", "bergslagen"}


def test_all_that_is_invented_is_marked(data):
    known = {row["code"] for row in public.load_councils()[0]}
    for row in data.councils:
        assert row["is_example"] is (row["code"] not in known)
    for row in (*data.covers, *data.events, *data.assessments):
        assert row["is_example"] is (row["source"] == example.SOURCE)


def test_nothing_happens_or_is_recorded_outside_the_years(data):
    for row in data.events:
        assert date(2023, 11, 9) <= row["effective_on"] <= END
        assert row["recorded_at"].date() <= END


def test_the_public_council_starts_on_the_public_day(sqlite_engine):
    for on, stage in ((date(2024, 5, 28), None), (date(2024, 5, 29), "uppstartat")):
        row = fetch_stages("lpo", on, viewer=ALL).set_index("code").loc["lpo-haninge-nynashamn"]
        assert row["stage"] == stage
        assert not row["is_example"]


def test_six_of_seven_regions_have_local_councils_when_the_report_says_so(sqlite_engine):
    assert len(per_region(REPORT)) == 6


def test_most_are_established_in_the_end_and_regions_differ(sqlite_engine):
    found = per_region(END)
    areas = fetch_areas(END, "lpo", viewer=ALL)["polisregion"].value_counts()
    shares = {region: number / areas[region] for region, number in found.items()}
    assert len(shares) == 7
    assert 55 <= sum(found.values()) <= 80
    assert max(shares.values()) - min(shares.values()) > 0.3


def test_the_example_shows_every_case(sqlite_engine, data):
    stages = fetch_stages("lpo", END, viewer=ALL)
    assert stages["stage"].isna().sum() == 3
    assert {"ej-aktuellt", "vilande", "etablerat", "uppstartat"} <= set(stages["stage"].dropna())
    assert stages["partly"].any()
    assert set(fetch_assessments("lpo", END, viewer=ALL)["prioritised"]) == {True, False, None}
    assert any(row.get("corrects") and row["stage"] for row in data.events)
    assert any(row.get("corrects") and not row["stage"] for row in data.events)
    lags = [(row["recorded_at"].date() - row["effective_on"]).days for row in data.events]
    assert max(lags) > 90
    areas = {}
    for row in data.covers:
        areas.setdefault(row["council"], set()).add(row["area_code"])
    assert areas["lokalt-rad-norra-angermanland"] == {
        "lpo-norra-angermanland",
        "lpo-sodra-angermanland",
    }


def test_the_same_rows_lie_in_both_engines(engine, data):
    with reading() as connection:
        found = connection.execute(text("SELECT COUNT(*) FROM council_event")).scalar()
        corrections = connection.execute(
            text(
                "SELECT c.code, n.stage FROM council_event n"
                " JOIN council_event o ON o.id = n.supersedes AND o.council_id = n.council_id"
                " JOIN council c ON c.id = n.council_id ORDER BY c.code"
            )
        ).all()
    assert found == len(data.events)
    assert [tuple(row) for row in corrections] == sorted(
        (row["council"], row["stage"]) for row in data.events if row.get("corrects")
    )


def test_steps_of_a_council_come_in_order(data):
    order = {"ej-paborjat": 0, "kartlaggning": 1, "planerat": 2, "uppstartat": 3, "etablerat": 4}
    councils = {}
    for row in data.events:
        if row["stage"] in order and not row.get("corrects"):
            councils.setdefault(row["council"], []).append((row["effective_on"], row["stage"]))
    for code, steps in councils.items():
        ranks = [order[stage] for _, stage in sorted(steps)]
        assert ranks == sorted(ranks), code
