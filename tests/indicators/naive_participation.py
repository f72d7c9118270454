"""Meetings of made-up councils, and their shares a second time: plain loops over the rows."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from indicators.participation import INVITED, MEMBER, State, with_states

ACTORS = ("skolan", "halso-och-sjukvarden", "polisen")
AREAS = {"lpo-a": "pr-x", "lpo-b": "pr-x", "lpo-c": "pr-y"}
PERIODS = ("2025K3", "2025K4", "2026K1", "2026K2")
GAPS = ("saknas", "ej-tillampligt")
Row = Mapping[str, Any]


def to_row(area: str, period: str, actor: str, held: Any, attended: Any, form: str = MEMBER) -> Row:
    """A row as readers get it; a text in place of a number is why there is none."""
    row: dict[str, Any] = {"area": area, "period": period, "aktor": actor, "form": form}
    for name, value in (("hallna", held), ("deltagit", attended)):
        is_gap = isinstance(value, str)
        row |= {name: None if is_gap else value, f"{name}_gap": value if is_gap else None}
    return row


def to_rows(rows: Iterable[Row]) -> pd.DataFrame:
    """The rows as a frame with the types that `fetch_reports` gives, and what each tells."""
    names = ("area", "period", "aktor", "form", "hallna", "hallna_gap", "deltagit", "deltagit_gap")
    frame = pd.DataFrame(list(rows), columns=list(names), dtype="object")
    types = {"area": "str", "period": "str", "hallna": "Int64", "deltagit": "Int64"}
    return with_states(frame.astype(types))


def to_units(units: Iterable[tuple[str, str, bool, int | None]]) -> pd.DataFrame:
    """(area, period, is_owed, rows or None) as a frame, with the areas' region."""
    frame = pd.DataFrame(list(units), columns=["area", "period", "is_owed", "rows"])
    types = {"area": "str", "period": "str", "is_owed": "bool", "rows": "Int64"}
    frame = frame.astype(types)
    return frame.assign(region=frame["area"].map(AREAS), all="se")


@st.composite
def councils(draw: st.DrawFn) -> tuple[list[Row], list[tuple[str, str, bool, int | None]]]:
    """What some councils have reported of some quarters, and which they had to."""
    rows: list[Row] = []
    units = []
    for area in AREAS:
        for period in PERIODS:
            if not draw(st.booleans()):
                units.append((area, period, draw(st.booleans()), None))
                continue
            own = [
                _draw_row(draw, area, period, one) for one in draw(st.sets(st.sampled_from(ACTORS)))
            ]
            rows += own
            units.append((area, period, draw(st.booleans()), len(own)))
    return rows, units


def _draw_row(draw: st.DrawFn, area: str, period: str, actor: str) -> Row:
    held = draw(st.one_of(st.integers(0, 3), st.sampled_from(GAPS)))
    most = held if isinstance(held, int) else 3
    attended = draw(st.one_of(st.integers(0, most), st.sampled_from(GAPS)))
    return to_row(area, period, actor, held, attended, draw(st.sampled_from([MEMBER, INVITED])))


def to_told(
    rows: Sequence[Row], units: Sequence[tuple[str, str, bool, int | None]], actors: Sequence[str]
) -> tuple[State, int, int, Fraction | None]:
    """State, attended, held and share of the actors as one, in the units."""
    attended = held = 0
    seen, owed, came, silent = set(), False, False, False
    for area, period, is_owed, count in units:
        owed, came, silent = owed or is_owed, came or count is not None, silent or count == 0
        for row in rows:
            if (row["area"], row["period"]) != (area, period) or row["aktor"] not in actors:
                continue
            seen.add(_to_state(row))
            if _to_state(row) == State.SHARE:
                attended, held = attended + row["deltagit"], held + row["hallna"]
    if silent:
        seen.add(State.NO_MEETING)
    order = (State.NO_MEETING, State.MISSING, State.NOT_APPLICABLE)
    if State.SHARE in seen:
        return (State.SHARE if attended else State.ZERO), attended, held, Fraction(attended, held)
    for state in order:
        if state in seen:
            return state, 0, 0, None
    if came:
        return State.NOT_LISTED, 0, 0, None
    return (State.NOT_REPORTED if owed else State.NO_COUNCIL), 0, 0, None


def _to_state(row: Row) -> State:
    if row["hallna"] is None:
        return State(row["hallna_gap"])
    if row["hallna"] == 0:
        return State.NO_MEETING
    return State.SHARE if row["deltagit"] is not None else State(row["deltagit_gap"])
