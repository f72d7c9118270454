"""Rules on councils' stages: what held on a day as it was known on a day, and what changed."""

from datetime import date, datetime, timedelta

import pandas as pd

import clock
from indicators.stages import BESIDE, RANK

LAST_DAY = date(9999, 12, 30)

FORWARD, BACKWARD, NEW, GONE, SAME = "forward", "backward", "new", "gone", "same"
TO_BESIDE, FROM_BESIDE = "to-beside", "from-beside"


def to_known_before(known_on: date | None) -> datetime:
    """First moment that is too late to be known on the day; None = all that is known."""
    return clock.begin((known_on or LAST_DAY) + timedelta(days=1))


def to_live_events(events: pd.DataFrame, known_on: date | None) -> pd.DataFrame:
    """The events that count as known on the day: recorded by then, not corrected by then.

    Columns id, council, stage (None = withdrawn), effective_on, recorded_at (UTC), supersedes.
    """
    known = events[events["recorded_at"] < pd.Timestamp(to_known_before(known_on))]
    corrected = set(known["supersedes"].dropna())
    return known[~known["id"].isin(corrected) & known["stage"].notna()]


def stage_as_of(events: pd.DataFrame, on: date, known_on: date | None = None) -> pd.DataFrame:
    """Each council's stage on a day as known on a day: council, stage, since, id of its event.

    The last event of a day speaks for that day; `since` is the first day of the unbroken stage.
    The reference of the SQL in `data_access`, kept plain so that it can be read as the rule.
    """
    live = to_live_events(events, known_on)
    live = live[live["effective_on"] <= on]
    rows = [_last_run(group) for _, group in live.groupby("council")]
    return pd.DataFrame(rows, columns=["council", "stage", "since", "id"])


def _last_run(events: pd.DataFrame) -> tuple[object, object, object, object]:
    """(council, stage, since, event id) of one council's live events."""
    ordered = events.sort_values(["effective_on", "recorded_at", "id"])
    by_day = ordered.drop_duplicates("effective_on", keep="last").to_dict("records")
    last = by_day[-1]
    since = last["effective_on"]
    for event in reversed(by_day):
        if event["stage"] != last["stage"]:
            break
        since = event["effective_on"]
    return last["council"], last["stage"], since, last["id"]


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Areas whose stage differs between two frames of code and stage: code, before, after, kind.

    kind: new (data where there was none), gone (the other way), forward, backward, to-beside
    (vilande, ej aktuellt) or from-beside. An area in only one frame has no stage in the other.
    """
    old, new = _stages(before), _stages(after)
    codes = list(new) + [code for code in old if code not in new]
    rows = [(code, old.get(code), new.get(code)) for code in codes]
    changed = [(*row, kind_of_change(*row[1:])) for row in rows if row[1] != row[2]]
    return pd.DataFrame(changed, columns=["code", "before", "after", "kind"], dtype=object)


def kind_of_change(before: str | None, after: str | None) -> str:
    """What a step from one stage to another is: same, new, gone, forward, backward, …-beside."""
    if before == after:
        return SAME
    if before is None or after is None:
        return NEW if before is None else GONE
    if after in BESIDE:
        return TO_BESIDE
    if before in BESIDE:
        return FROM_BESIDE
    return FORWARD if RANK[after] > RANK[before] else BACKWARD


def _stages(frame: pd.DataFrame) -> dict[str, str | None]:
    return {
        code: None if pd.isna(stage) else stage
        for code, stage in zip(frame["code"], frame["stage"], strict=True)
    }


def days_since(established_on: date | None, on: date) -> int | None:
    """Whole days from the day of establishment to the day; None when not established by then."""
    if established_on is None or established_on > on:
        return None
    return (on - established_on).days
