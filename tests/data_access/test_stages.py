from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import insert, select

from data_access.connect import writing
from data_access.council_events import add_event
from data_access.councils import add_council, cover_area
from data_access.establishment import NoStagesOfLevel, fetch_pieces, fetch_stages
from data_access.schema import COUNCIL, COUNCIL_EVENT
from data_access.viewer import DEMONSTRATION as ALL
from indicators.stages import ALL_STAGES
from tests.statements import listening
from tests.viewers import WRITER

DAY = date(2026, 11, 1)
BY = {"viewer": WRITER, "source": "test", "recorded_at": datetime(2024, 1, 1, tzinfo=UTC)}


def stage(code, on=DAY, level="lpo", **more):
    frame = fetch_stages(level, on, viewer=ALL, **more)
    return frame.set_index("code").loc[code]


def add(code, areas, *events, start=date(2023, 12, 1)):
    add_council(code, code.title(), "lokal", **BY)
    for area in areas:
        cover_area(code, area, start, **BY)
    for name, day in events:
        add_event(code, name, day, reason="därför", **BY)


def quiet_lpo():
    """An LPO that the example data says nothing of."""
    frame = fetch_stages("lpo", DAY, viewer=ALL)
    return frame.loc[frame["stage"].isna(), "code"].iloc[0]


@pytest.mark.parametrize(
    "level,number", [("lpo", 95), ("kommun", 290), ("polisregion", 7), ("riket", 1)]
)
def test_every_area_of_the_day_has_one_row(sqlite_engine, level, number):
    frame = fetch_stages(level, DAY, viewer=ALL)
    assert len(frame) == number
    assert frame["code"].is_unique


def test_the_division_is_that_of_the_day(sqlite_engine):
    assert len(fetch_stages("lpo", date(2024, 12, 31), viewer=ALL)) == 94
    assert "lpo-norrmalm" not in set(fetch_stages("lpo", date(2025, 1, 1), viewer=ALL)["code"])


def test_missing_is_neither_a_stage_nor_a_date(engine):
    row = stage(quiet_lpo())
    assert row["stage"] is None
    assert row["since"] is None
    assert row["councils"] == ""
    assert not row["partly"]


def test_the_furthest_of_several_councils_speaks_for_the_area(engine):
    code = quiet_lpo()
    add("ett", [code], ("kartlaggning", date(2024, 1, 1)))
    add("tva", [code], ("uppstartat", date(2024, 2, 1)))
    row = stage(code)
    assert (row["stage"], row["since"], row["partly"]) == ("uppstartat", date(2024, 2, 1), False)
    assert row["councils"] == "Ett · Tva"


def test_a_council_of_some_kommuner_covers_the_area_partly(engine):
    row = stage("lpo-ostra-norrbotten")
    assert row["stage"] is not None and row["partly"]
    assert not stage("2583", level="kommun")["partly"]
    assert stage("2521", level="kommun")["stage"] is None


def test_councils_that_share_an_area_between_them_cover_all_of_it(engine):
    add("ett", ["2521"], ("etablerat", date(2024, 1, 1)))
    add("tva", ["2513", "2514", "2518", "2583"], ("etablerat", date(2024, 3, 1)))
    row = stage("lpo-ostra-norrbotten")
    assert (row["stage"], row["partly"]) == ("etablerat", False)
    assert row["established_on"] == date(2024, 1, 1)


def test_a_split_kommun_is_partly_at_the_stage_of_one_of_its_parts(engine):
    row = stage("1280", level="kommun", on=date(2023, 12, 1))
    assert row["stage"] == "ej-paborjat" and not row["partly"]
    add("ett", ["lpo-malmo-norr"], ("etablerat", date(2023, 12, 1)))
    row = stage("1280", level="kommun", on=date(2023, 12, 1))
    assert row["stage"] == "etablerat" and row["partly"]


def test_a_regional_council_does_not_make_its_areas_covered(engine):
    assert stage("pr-mitt", level="polisregion")["stage"] == "etablerat"
    assert stage("pr-mitt", level="polisregion")["councils"] == "Regionalt råd Mitt"
    assert "Regionalt" not in " ".join(fetch_stages("lpo", DAY, viewer=ALL)["councils"])


def test_an_area_split_in_2025_keeps_its_council_and_its_first_day(engine):
    before = stage("lpo-norrmalm", on=date(2024, 12, 31))
    for code in ("lpo-norra-innerstaden", "lpo-lidingo-kungsholmen"):
        after = stage(code, on=date(2025, 1, 1))
        assert after["stage"] == before["stage"] == "etablerat"
        assert after["established_on"] == before["established_on"]
        assert after["councils"] == "Lokalt råd Norrmalm"


def test_an_area_taken_on_later_counts_from_then(engine):
    code = quiet_lpo()
    add("ett", [], ("etablerat", date(2024, 1, 1)))
    cover_area("ett", code, date(2025, 5, 1), **BY)
    assert stage(code, on=date(2025, 4, 30))["stage"] is None
    assert stage(code, on=date(2025, 5, 1))["established_on"] == date(2025, 5, 1)


def test_an_area_that_is_left_is_no_longer_covered(engine):
    code = quiet_lpo()
    add("ett", [code], ("etablerat", date(2024, 1, 1)))
    cover_area("ett", code, date(2025, 5, 1), covers=False, **BY)
    assert stage(code, on=date(2025, 4, 30))["stage"] == "etablerat"
    assert stage(code, on=date(2025, 5, 1))["stage"] is None


def test_the_reason_for_not_needed_is_told(engine):
    frame = fetch_stages("lpo", DAY, viewer=ALL)
    not_needed = frame[frame["stage"] == "ej-aktuellt"]
    assert len(not_needed) and not_needed["reason"].notna().all()


def test_the_picture_can_be_asked_for_as_it_was_known(engine):
    code = quiet_lpo()
    add("ett", [code])
    add_event(
        "ett",
        "etablerat",
        date(2024, 2, 1),
        **BY | {"recorded_at": datetime(2024, 9, 1, tzinfo=UTC)},
    )
    on = date(2024, 3, 1)
    assert stage(code, on)["stage"] == "etablerat"
    assert stage(code, on, known_on=date(2024, 8, 31))["stage"] is None
    assert stage(code, on, known_on=date(2024, 9, 1))["stage"] == "etablerat"


def test_pieces_hold_what_coverage_counts_on(engine):
    pieces = fetch_pieces(DAY, viewer=ALL)
    assert pieces["persons"].sum() == 10_587_710
    assert (pieces["covered"] == (pieces["stage"] == "etablerat")).all()
    assert set(pieces["prioritised"]) == {True, False, None}
    assert pieces.groupby("kommun")["share"].sum().between(0.99, 1.01).all()


@pytest.mark.parametrize("level", ["lan", "polisomrade", "stad"])
def test_a_level_without_councils_is_refused(sqlite_engine, level):
    with pytest.raises(NoStagesOfLevel, match="lpo"):
        fetch_stages(level, DAY, viewer=ALL)


@pytest.fixture
def twenty_years(engine):
    """Four events a year and council, from 2026 to 2046."""
    chance, rows = Random(1), []
    with writing(engine) as connection:
        for (council,) in connection.execute(select(COUNCIL.c.id)).all():
            for number in range(80):
                day = date(2026, 12, 1) + timedelta(days=number * 91)
                rows.append(
                    {
                        "council_id": council,
                        "stage": chance.choice(ALL_STAGES),
                        "effective_on": day,
                        "reason": "därför",
                        "source": "test",
                        "is_example": True,
                        "recorded_by": "test",
                        "recorded_at": datetime(day.year, day.month, day.day, tzinfo=UTC),
                    }
                )
        connection.execute(insert(COUNCIL_EVENT), rows)
    return engine


def test_twenty_years_of_events_are_asked_for_in_one_query(twenty_years):
    with listening(twenty_years) as asked:
        fetch_stages.__wrapped__("lpo", date(2046, 11, 1), viewer=ALL)
    assert len(asked) == 1
