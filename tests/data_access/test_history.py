from datetime import UTC, date, datetime

from data_access.council_events import add_assessment, add_event
from data_access.establishment import (
    fetch_assessments,
    fetch_history,
    fetch_milestones,
    fetch_recent,
    fetch_stages,
)
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from tests.viewers import WRITER

DAY = date(2026, 11, 1)
BY = {"viewer": WRITER, "source": "test"}
HANINGE = "lokalt-rad-haninge-nynashamn"


def test_an_area_split_in_2025_keeps_its_history_under_the_old_code(engine):
    old = fetch_history("lpo-norrmalm", date(2024, 12, 31), viewer=ALL)
    for code in ("lpo-norra-innerstaden", "lpo-lidingo-kungsholmen"):
        new = fetch_history(code, DAY, viewer=ALL)
        assert len(old) == 5
        assert list(new["effective_on"][: len(old)]) == list(old["effective_on"])


def test_history_is_in_order_and_says_source_and_example(engine):
    history = fetch_history("lpo-haninge-nynashamn", DAY, viewer=ALL)
    assert list(history["stage"]) == ["uppstartat", "etablerat"]
    assert list(history["is_example"]) == [False, True]
    assert history["source"].str.len().min() > 0
    assert str(history["recorded_at"].dt.tz) == "UTC"


def test_a_corrected_event_leaves_history_when_the_correction_is_known(engine):
    recorded = {"recorded_at": datetime(2025, 1, 10, tzinfo=UTC)}
    event = add_event(HANINGE, "vilande", date(2025, 1, 9), **BY, **recorded)
    recorded = {"recorded_at": datetime(2025, 3, 1, tzinfo=UTC)}
    add_event(HANINGE, None, date(2025, 1, 9), supersedes=event, **BY, **recorded)
    ask = {"area_code": "lpo-haninge-nynashamn", "on": DAY, "viewer": ALL}
    assert "vilande" in set(fetch_history(known_on=date(2025, 2, 1), **ask)["stage"])
    assert "vilande" not in set(fetch_history(known_on=date(2025, 3, 1), **ask)["stage"])


def test_the_history_of_a_region_is_that_of_its_own_council(engine):
    history = fetch_history("pr-syd", DAY, viewer=ALL)
    assert set(history["council"]) == {"Regionalt råd Syd"}
    assert set(fetch_history("po-malmo", DAY, viewer=ALL)["council"]) == {
        "Lokalt råd Malmö norr",
        "Lokalt råd Malmö söder",
    }


def test_recent_events_come_newest_first_within_the_days(engine):
    since = date(2026, 6, 1)
    recent = fetch_recent(since, DAY, viewer=ALL)
    assert len(recent) > 5
    assert recent["effective_on"].is_monotonic_decreasing
    assert recent["effective_on"].min() > since and recent["effective_on"].max() <= DAY
    assert fetch_recent(DAY, DAY, viewer=ALL).empty


def test_recent_events_say_what_was_before_and_where(engine):
    add_event(HANINGE, "vilande", date(2026, 10, 31), **BY)
    row = fetch_recent(date(2026, 10, 30), DAY, viewer=ALL).iloc[0]
    assert (row["before"], row["stage"]) == ("etablerat", "vilande")
    assert (row["codes"], row["names"]) == ("lpo-haninge-nynashamn", "Haninge-Nynäshamn")
    assert not row["is_example"]


def test_what_somebody_has_reported_is_not_from_a_public_source(engine):
    before = fetch_recent(date(2023, 11, 8), DAY, viewer=ALL)
    assert set(before.loc[before["is_public"], "is_example"]) == {False}
    add_event(HANINGE, "vilande", date(2026, 10, 31), **BY)
    after = fetch_recent(date(2023, 11, 8), DAY, viewer=ALL)
    assert not after.iloc[0]["is_public"] and not after.iloc[0]["is_example"]
    assert after["is_public"].sum() == before["is_public"].sum() > 0


def test_a_recent_event_of_several_areas_names_only_what_the_viewer_sees(engine):
    council = "lokalt-rad-norrmalm"
    add_event(council, "vilande", date(2026, 10, 31), **BY)
    viewer = Viewer(Role.RAPPORTOR, frozenset({"lpo-lidingo-kungsholmen"}))
    seen = fetch_recent(date(2026, 10, 30), DAY, viewer=viewer)
    assert list(seen["codes"]) == ["lpo-lidingo-kungsholmen"]


def test_assessments_are_true_false_or_none(engine):
    frame = fetch_assessments("lpo", DAY, viewer=ALL)
    assert len(frame) == 95
    assert {type(value) for value in frame["prioritised"]} == {bool, type(None)}


def test_an_assessment_holds_from_its_day(engine):
    day = date(2023, 11, 20)  # before anything else is assessed
    add_assessment("0114", True, "Rekrytering", day, **BY)
    before = fetch_assessments("kommun", date(2023, 11, 19), viewer=ALL).set_index("code")
    after = fetch_assessments("kommun", day, viewer=ALL).set_index("code")
    assert before.loc["0114", "prioritised"] is None
    assert list(after.loc["0114"]) == [True, day, "Rekrytering"]


def test_milestones_keep_their_source(engine):
    frame = fetch_milestones(viewer=ALL)
    assert list(frame["day"]) == sorted(frame["day"])
    assert frame["day"].iloc[-1] == date(2026, 12, 10)
    assert frame["source"].str.len().min() > 0


def test_the_stage_of_the_area_is_the_last_of_its_history(engine):
    stages = fetch_stages("lpo", DAY, viewer=ALL).set_index("code")["stage"]
    for code in ("lpo-umea", "lpo-jarva", "lpo-lund"):
        history = fetch_history(code, DAY, viewer=ALL)
        assert (history["stage"].iloc[-1] if len(history) else None) == stages[code]


def test_a_kommun_without_an_assessment_of_its_own_has_that_of_its_lpo(engine):
    add_assessment("lpo-umea", True, "behov", date(2026, 3, 1), **BY)
    add_assessment("2401", False, "inget behov", date(2026, 4, 1), **BY)
    found = fetch_assessments("kommun", DAY, viewer=ALL).set_index("code")
    assert found.loc["2480", "prioritised"] is True
    assert found.loc["2401", "prioritised"] is False
    lpo = fetch_assessments("lpo", DAY, viewer=ALL).set_index("code")
    assert lpo.loc["lpo-umea", "prioritised"] is True


def test_a_split_kommun_is_prioritised_when_any_part_is(engine):
    for lpo in ("lpo-malmo-norr", "lpo-malmo-soder"):
        add_assessment(lpo, lpo == "lpo-malmo-norr", "behov", date(2026, 3, 1), **BY)
    found = fetch_assessments("kommun", DAY, viewer=ALL).set_index("code")
    assert found.loc["1280", "prioritised"] is True
