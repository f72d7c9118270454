"""How much of what is owed came, and how much of it on time."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from indicators.reporting import BadGroup, is_late, to_completeness

DUE = date(2026, 10, 31)
COLUMNS = ["region", "kind", "period", "is_due", "due", "state", "first_at"]


def at(day, hour=12):
    return datetime(2026, 10, day, hour, tzinfo=UTC)


def owed(*rows):
    """A frame of (region, kind, is_due, state, first_at)."""
    full = [(r, k, "2026K3", is_due, DUE, state, first) for r, k, is_due, state, first in rows]
    return pd.DataFrame(full, columns=COLUMNS)


def only(frame):
    assert len(frame) == 1
    return frame.to_dict("records")[0]


def test_shares_are_of_what_is_owed():
    row = only(
        to_completeness(
            owed(
                ("pr-nord", "mal", True, "saknas", None),
                ("pr-nord", "mal", True, "godkand", at(30)),
                ("pr-nord", "mal", True, "inlamnad", datetime(2026, 11, 3, tzinfo=UTC)),
                ("pr-nord", "mal", True, "komplettering", at(1)),
            )
        )
    )
    assert (row["owed"], row["came"], row["on_time"]) == (4, 3, 2)
    assert (row["complete"], row["punctual"]) == (0.75, 0.5)
    assert (row["region"], row["kind"], row["period"]) == ("pr-nord", "mal", "2026K3")


def test_the_last_day_is_on_time_to_its_end():
    frame = owed(("a", "mal", True, "godkand", datetime(2026, 10, 31, 22, 59, tzinfo=UTC)))
    assert only(to_completeness(frame))["punctual"] == 1
    late = owed(("a", "mal", True, "godkand", at(31, 23)))  # midnight in Sweden
    assert only(to_completeness(late))["punctual"] == 0


def test_what_is_not_due_yet_is_not_counted_even_when_it_has_come():
    frame = owed(
        ("a", "mal", True, "saknas", None),
        ("a", "mal", False, "inlamnad", at(1)),
        ("a", "mal", False, "saknas", None),
    )
    row = only(to_completeness(frame))
    assert (row["owed"], row["came"], row["complete"]) == (1, 0, 0)


def test_where_nothing_is_due_the_share_is_missing_and_not_zero():
    row = only(to_completeness(owed(("a", "mal", False, "inlamnad", at(1)))))
    assert row["owed"] == 0
    assert pd.isna(row["complete"]) and pd.isna(row["punctual"])


@pytest.mark.parametrize(
    ("state", "late"),
    [
        ("saknas", True),
        ("komplettering", True),
        ("inlamnad", False),
        ("godkand", False),
        ("upplast", False),
    ],
)
def test_late_is_what_has_passed_its_day_and_has_nothing_that_holds(state, late):
    assert is_late(state, DUE, date(2026, 11, 1)) is late
    assert not is_late(state, DUE, DUE)


def test_what_came_on_time_and_was_sent_back_is_late_and_punctual_at_once():
    assert is_late("komplettering", DUE, date(2026, 11, 15))
    assert only(to_completeness(owed(("a", "mal", True, "komplettering", at(30)))))["punctual"] == 1


def test_groups_are_counted_apart_or_together():
    frame = owed(
        ("a", "mal", True, "saknas", None),
        ("a", "hinder", True, "godkand", at(1)),
        ("b", "mal", True, "godkand", at(1)),
    )
    assert len(to_completeness(frame)) == 3
    by_region = to_completeness(frame, ["region"]).set_index("region")
    assert by_region["complete"].to_dict() == {"a": 0.5, "b": 1.0}
    assert only(to_completeness(frame, []))["owed"] == 3


def test_nothing_owed_gives_no_rows_but_the_columns():
    found = to_completeness(owed())
    assert found.empty
    assert list(found.columns) == [
        "region", "kind", "period", "owed", "came", "complete", "on_time", "punctual",
    ]  # fmt: skip
    assert pd.isna(only(to_completeness(owed(), []))["complete"])


def test_another_group_is_refused():
    with pytest.raises(BadGroup, match="state"):
        to_completeness(owed(), ["state"])
