"""Existing cooperation per kommun: which forms there are, where two may do the same work, and where
the mapping that the law (2023:196) asks for stands."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

# Forms that have the same task; 'annan' and what is added to the register belong to none
SAME_TASK: tuple[frozenset[str], ...] = (
    frozenset({"sspf", "ssp", "social-insatsgrupp"}),  # around single young people
    frozenset({"est", "trygg-i"}),  # around places
    frozenset({"lokalt-bra", "medborgarlofte"}),  # agreed by those who lead
)
EVERY = 2  # years between two mappings, at most
SOON = timedelta(days=183)  # within which the next one is told to be due
CARRIES = "ja"


class MappingState(StrEnum):
    """Where a kommun's mapping stands on a day."""

    DONE = "gjord"
    DUE = "ska-goras"
    LATE = "forsenad"
    UNKNOWN = "saknas"  # nobody has reported a mapping, which is not the same as none


def to_due(latest: date) -> date:
    """The last day for the next mapping: two years after; 1 March after a 29 February."""
    if (latest.month, latest.day) == (2, 29):
        return date(latest.year + EVERY, 3, 1)
    return latest.replace(year=latest.year + EVERY) if latest.year <= 9999 - EVERY else date.max


def to_deadline(newest: date, planned: date | None) -> date:
    """The last day of the next mapping, or the day that the kommun itself has said when that is
    earlier."""
    last = to_due(newest)
    return min(last, planned) if planned and planned > newest else last


def to_state(deadline: date | None, on: date) -> MappingState:
    """Where a mapping with that deadline stands on the day; None = no mapping is reported."""
    if deadline is None:
        return MappingState.UNKNOWN
    if on > deadline:
        return MappingState.LATE
    return MappingState.DUE if deadline - on <= SOON else MappingState.DONE


def to_overlapping(forms: Collection[str]) -> tuple[str, ...]:
    """Those of a kommun's forms of which two or more have the same task."""
    found: set[str] = set()
    for task in SAME_TASK:
        own = task & set(forms)
        if len(own) > 1:
            found |= own
    return tuple(sorted(found))


def to_mappings(reported: pd.DataFrame, on: date) -> pd.DataFrame:
    """Of each kommun the newest mapping that was made by the day: kommun, newest, deadline.

    `reported` has kommun, senaste and nasta (days as text, None where not told)."""
    rows: dict[str, tuple[date, date | None]] = {}
    told = reported[reported["senaste"].notna()]
    for kommun, newest, planned in zip(told["kommun"], told["senaste"], told["nasta"], strict=True):
        made = date.fromisoformat(newest)
        if made <= on and (kommun not in rows or rows[kommun][0] <= made):
            rows[kommun] = made, date.fromisoformat(planned) if isinstance(planned, str) else None
    found = [(kommun, made, to_deadline(made, plan)) for kommun, (made, plan) in rows.items()]
    return pd.DataFrame(found, columns=["kommun", "newest", "deadline"]).astype(object)


def to_kommuner(
    kommuner: Mapping[str, str], forms: pd.DataFrame, mappings: pd.DataFrame, on: date
) -> pd.DataFrame:
    """A row a kommun (code → name): code, name, reported (whether any form is), forms, carrying (of
    those the ones that carry a local council), overlapping (all codes, in order), state, newest,
    deadline. `forms` has kommun, samverkansform, bar_radet; `mappings` as `to_mappings`."""
    own: dict[str, list[tuple[str, bool]]] = {code: [] for code in kommuner}
    told = zip(forms["kommun"], forms["samverkansform"], forms["bar_radet"], strict=True)
    for kommun, form, carries in told:
        if kommun in own:
            own[kommun].append((form, carries == CARRIES))
    days = zip(mappings["kommun"], mappings["newest"], mappings["deadline"], strict=True)
    known = {kommun: (newest, deadline) for kommun, newest, deadline in days}
    rows = []
    for code, name in kommuner.items():
        names = tuple(sorted({form for form, _carries in own[code]}))
        carrying = tuple(sorted({form for form, carries in own[code] if carries}))
        newest, deadline = known.get(code, (None, None))
        state = str(to_state(deadline, on))
        overlapping = to_overlapping(names)
        rows.append(
            (code, name, bool(names), names, carrying, overlapping, state, newest, deadline)
        )
    columns = ["code", "name", "reported", "forms", "carrying", "overlapping", "state"]
    return pd.DataFrame(rows, columns=[*columns, "newest", "deadline"]).astype(
        dict.fromkeys(("newest", "deadline"), object)
    )
