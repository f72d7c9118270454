"""What a viewer's own areas owe, and how far it has come."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from data_access.approval import approve, send_back, unlock
from data_access.cache import forget_answers
from data_access.council_events import add_event
from data_access.owed import COLUMNS, list_owed
from data_access.submissions import list_submissions, send, undo
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from indicators.reporting import to_completeness
from reporting.rows import Row, Unit
from tests.data_access.test_report_context import LULEA, OF_ONE, OF_REGION, reporter
from tests.statements import listening
from tests.viewers import COUNTRY, PLAYER

K2, K3, K4 = Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 4)
LAST_DAY, AFTER = date(2026, 10, 31), date(2026, 11, 1)
UNIT = Unit(LULEA, "atgarder", K3)
ROWS = (Row({"atgard": "orossamtal", "totalt": 3}),)
HANINGE, COUNCIL = "lpo-haninge-nynashamn", "lokalt-rad-haninge-nynashamn"


def at(month, day):
    return datetime(2026, month, day, 12, tzinfo=UTC)


def report(*units, expected=None, **more):
    given = {"viewer": PLAYER, "source": "test", "channel": "formular"} | more
    return send(dict.fromkeys(units, ROWS), expected=expected or {}, **given)


def owed(*periods, viewer=OF_ONE, today=AFTER):
    return list_owed(viewer=viewer, periods=periods or (K3,), today=today)


def line(unit=UNIT, **more):
    rows = owed(unit.period, **more)
    found = rows[(rows["area"] == unit.area) & (rows["kind"] == unit.kind)]
    assert len(found) == 1
    return found.iloc[0]


def newest(unit=UNIT):
    rows = list_submissions(viewer=PLAYER, periods=[unit.period])
    return int(rows.iloc[-1]["submission"])


def test_what_was_not_sent_is_missing_and_late_when_its_day_has_passed(engine):
    row = line(today=LAST_DAY)
    assert (row["state"], row["is_due"], row["late"]) == ("saknas", False, False)
    assert row["due"] == LAST_DAY and row["period"] == "2026K3"
    assert (row["name"], row["level"], row["region"]) == ("Luleå-Boden", "lpo", "pr-nord")
    row = line(today=AFTER)
    assert row["is_due"] and row["late"]
    assert pd.isna(row["submission"]) and pd.isna(row["revision"])
    assert pd.isna(row["recorded_at"]) and pd.isna(row["first_at"])


def test_each_unit_has_one_row_in_the_state_of_its_newest_report(engine):
    report(UNIT)
    row = line()
    assert (row["state"], row["late"], row["revision"]) == ("inlamnad", False, 1)
    assert pd.isna(row["approved_revision"])
    approve([newest()], viewer=PLAYER)
    assert line()["state"] == "godkand" and line()["approved_revision"] == 1
    unlock([newest()], "rätta", viewer=PLAYER)
    assert (line()["state"], line()["late"]) == ("upplast", False)
    report(UNIT, expected={UNIT: 1})
    row = line()
    assert (row["state"], row["revision"], row["approved_revision"]) == ("inlamnad", 2, 1)
    assert not owed().duplicated(["area", "kind", "period"]).any()


def test_what_was_sent_back_is_to_be_done_again(engine):
    report(UNIT)
    send_back([newest()], "fyll i", viewer=PLAYER)
    assert (line()["state"], line()["late"]) == ("komplettering", True)
    assert not line(today=LAST_DAY)["late"]


def test_a_correction_of_what_came_on_time_is_not_late(engine):
    report(UNIT, recorded_at=at(10, 30))
    report(UNIT, expected={UNIT: 1}, recorded_at=at(11, 15))
    row = line(today=date(2026, 12, 1))
    assert row["first_at"] == at(10, 30) and row["recorded_at"] == at(11, 15)
    counted = to_completeness(owed(today=date(2026, 12, 1)), ["kind"]).set_index("kind")
    assert counted.loc["atgarder", "punctual"] == 1
    assert counted.loc["indikatorer", "complete"] == 0


def test_what_was_undone_has_not_come(engine):
    undo(report(UNIT, recorded_at=at(10, 1)), "fel fil", viewer=PLAYER, recorded_at=at(10, 2))
    assert line()["state"] == "saknas" and pd.isna(line()["first_at"])
    report(UNIT, recorded_at=at(11, 15))
    assert line()["first_at"] == at(11, 15)


def test_participation_is_owed_while_the_council_meets(engine):
    viewer = reporter(HANINGE)

    def owes(period):
        return "deltagande" in owed(period, viewer=viewer)["kind"].to_list()

    add_event(COUNCIL, "planerat", date(2024, 1, 1), viewer=PLAYER, source="test")
    add_event(COUNCIL, "uppstartat", K2.last, viewer=PLAYER, source="test")
    add_event(COUNCIL, "vilande", K4.first, viewer=PLAYER, source="test")
    assert owes(K2) and owes(K3)
    assert not owes(Quarter(2024, 1)) and not owes(K4)


def test_a_region_owes_for_itself_and_each_of_its_areas(sqlite_engine):
    rows = owed(K3, K4, viewer=OF_REGION)
    assert set(rows["region"]) == {"pr-nord"}
    region = rows[rows["level"] == "polisregion"]
    assert region["kind"].to_list() == [
        "deltagande", "hinder", "mal", "deltagande", "hinder", "resurser", "mal", "kompetens",
    ]  # fmt: skip
    assert set(region["area"]) == {"pr-nord"}
    assert rows["period"].to_list() == sorted(rows["period"])


def test_the_areas_are_those_of_each_period(sqlite_engine):
    rows = owed(Quarter(2024, 4), Quarter(2025, 1), viewer=PLAYER)
    norrmalm = rows[rows["area"] == "lpo-norrmalm"]
    assert set(norrmalm["period"]) == {"2024K4"}
    assert "2024K4" not in set(rows[rows["area"] == "lpo-norra-innerstaden"]["period"])


@pytest.mark.parametrize(
    "viewer", [Viewer(Role.LASARE, COUNTRY), Viewer(Role.ADMIN, frozenset(), subject="a")]
)
def test_who_reports_nothing_owes_nothing(engine, viewer):
    report(UNIT)
    rows = owed(viewer=viewer)
    assert rows.empty and list(rows.columns) == list(COLUMNS)


def test_nothing_of_other_areas_is_told(engine):
    report(UNIT._replace(area="lpo-umea"))
    rows = owed()
    assert set(rows["area"]) == {LULEA}
    assert set(rows["state"]) == {"saknas"}


def test_no_period_and_a_period_before_the_first_owe_nothing(sqlite_engine):
    assert list_owed(viewer=OF_ONE, periods=[], today=AFTER).empty
    assert owed(Quarter(2023, 4)).empty


def test_two_years_of_the_whole_country_take_no_more_questions_than_a_quarter(engine):
    periods = Quarter.range(Quarter(2024, 4), K3)
    everything = owed(*periods, viewer=PLAYER)
    units = [Unit(row.area, row.kind, Quarter.parse(row.period)) for row in everything.itertuples()]
    report(*[unit for unit in units if unit.kind == "atgarder" and unit.period == K3])
    counts = []
    for some in ((K3,), periods):
        forget_answers()
        with listening(engine) as asked:
            rows = owed(*some, viewer=PLAYER)
        counts.append(len(asked))
    assert len(rows) == len(everything) > 2000
    assert (rows["state"] == "inlamnad").sum() == 95
    assert counts[1] <= counts[0] + 2 * (len(periods) - 1)  # the division of each period's day
