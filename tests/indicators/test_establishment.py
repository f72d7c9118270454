from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

from indicators.establishment import changes, days_since, stage_as_of, to_known_before

FIRST = date(2024, 1, 1)


def events(*rows):
    """Rows of (day, stage[, recorded day, superseded id]): days counted from FIRST, id = place."""
    records = []
    for number, (day, stage, *more) in enumerate(rows, start=1):
        recorded, supersedes = (*more, None, None)[:2]
        clock = datetime(2024, 1, 1, 12, tzinfo=UTC)
        records.append(
            {
                "id": number,
                "council": "a",
                "stage": stage,
                "effective_on": FIRST + timedelta(days=day),
                "recorded_at": clock + timedelta(days=day if recorded is None else recorded),
                "supersedes": supersedes,
            }
        )
    frame = pd.DataFrame(records)
    return frame.astype({"stage": object, "supersedes": object})


def stage_on(frame, day, known=None):
    known_on = None if known is None else FIRST + timedelta(days=known)
    found = stage_as_of(frame, FIRST + timedelta(days=day), known_on)
    return [(row.stage, (row.since - FIRST).days) for row in found.itertuples()]


def test_the_last_event_by_the_day_speaks():
    frame = events((0, "planerat"), (10, "uppstartat"))
    assert stage_on(frame, 9) == [("planerat", 0)]
    assert stage_on(frame, 10) == [("uppstartat", 10)]
    assert stage_on(frame, -1) == []


def test_a_stage_said_again_keeps_its_first_day():
    frame = events((0, "etablerat"), (10, "etablerat"))
    assert stage_on(frame, 20) == [("etablerat", 0)]


def test_a_break_starts_the_count_anew():
    frame = events((0, "etablerat"), (10, "vilande"), (20, "etablerat"))
    assert stage_on(frame, 30) == [("etablerat", 20)]


def test_a_break_taken_back_on_the_same_day_is_no_break():
    frame = events((0, "etablerat"), (10, "vilande", 11), (10, "etablerat", 12))
    assert stage_on(frame, 30) == [("etablerat", 0)]


def test_what_was_recorded_late_was_not_known_before():
    frame = events((0, "planerat"), (10, "uppstartat", 40))
    assert stage_on(frame, 20, known=39) == [("planerat", 0)]
    assert stage_on(frame, 20, known=40) == [("uppstartat", 10)]


def test_a_correction_counts_from_the_day_it_is_known():
    frame = events((0, "planerat"), (10, "etablerat"), (20, "etablerat", 50, 2))
    assert stage_on(frame, 60, known=49) == [("etablerat", 10)]
    assert stage_on(frame, 60, known=50) == [("etablerat", 20)]


def test_a_withdrawn_event_leaves_what_was_before():
    frame = events((0, "planerat"), (10, "etablerat"), (10, None, 50, 2))
    assert stage_on(frame, 60) == [("planerat", 0)]


def test_a_correction_corrected_does_not_bring_the_first_back():
    frame = events((0, "planerat"), (9, "etablerat", 10, 1), (9, None, 20, 2))
    assert stage_on(frame, 60) == []


def test_a_day_ends_at_midnight_in_sweden():
    assert to_known_before(date(2024, 2, 29)) == datetime(2024, 2, 29, 23, tzinfo=UTC)
    assert to_known_before(date(2024, 6, 30)) == datetime(2024, 6, 30, 22, tzinfo=UTC)
    assert to_known_before(None).year == 9999


def test_changes_name_their_kind():
    before = pd.DataFrame(
        {
            "code": list("abcdefg"),
            "stage": pd.Series(
                ["planerat", "etablerat", None, "planerat", "vilande", "planerat", "planerat"],
                dtype=object,
            ),
        }
    )
    after = pd.DataFrame(
        {
            "code": list("abcdefh"),
            "stage": pd.Series(
                [
                    "etablerat",
                    "planerat",
                    "planerat",
                    "ej-aktuellt",
                    "planerat",
                    "planerat",
                    "planerat",
                ],
                dtype=object,
            ),
        }
    )
    kinds = {row.code: row.kind for row in changes(before, after).itertuples()}
    assert kinds == {
        "a": "forward",
        "b": "backward",
        "c": "new",
        "d": "to-beside",
        "e": "from-beside",
        "h": "new",
        "g": "gone",
    }


def test_no_change_is_an_empty_frame_with_its_columns():
    frame = pd.DataFrame({"code": ["a"], "stage": ["planerat"]})
    assert list(changes(frame, frame).columns) == ["code", "before", "after", "kind"]
    assert changes(frame, frame).empty


@pytest.mark.parametrize(
    "established,days",
    [
        (FIRST, 10),
        (FIRST + timedelta(days=10), 0),
        (None, None),
        (FIRST + timedelta(days=11), None),
    ],
)
def test_days_are_counted_from_the_day_of_establishment(established, days):
    assert days_since(established, FIRST + timedelta(days=10)) == days
