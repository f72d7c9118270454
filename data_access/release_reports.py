"""Which reports without counts a release brings: for the job alone."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Row

from data_access.raw.released import Units, read_approved_units, read_released_units
from data_access.raw.told_reports import read_contents
from reporting.told import TOLD


class Reports(NamedTuple):
    """Every approved report that is told; those that the release before did not have, or had
    another version of; and those that are no longer approved."""

    approved: Units
    changed: Units
    gone: frozenset[tuple[str, str, str]]


def read_reports(releases: Sequence[Row[Any]]) -> Reports:
    """What is approved beside the newest of the releases. Raises DatabaseUnavailable."""
    now = read_approved_units(TOLD)
    then = read_released_units(releases[0].token, TOLD) if releases else {}
    changed = {unit: one for unit, one in now.items() if then.get(unit) != one}
    return Reports(now, changed, frozenset(then.keys() - now.keys()))


def to_told(reports: Reports) -> pd.DataFrame:
    """How many reports there are of each kind, and what differs from the release before: kind,
    there, changed (new ones too), gone."""
    counts = {
        "there": Counter(kind for _area, kind, _period in reports.approved),
        "changed": Counter(kind for _area, kind, _period in reports.changed),
        "gone": Counter(kind for _area, kind, _period in reports.gone),
    }
    return pd.DataFrame(
        [(kind, *(count[kind] for count in counts.values())) for kind in TOLD],
        columns=["kind", *counts],
    )


def to_rows(reports: Reports, number: int) -> list[dict[str, Any]]:
    """Rows of `released_report` of the release. Raises DatabaseUnavailable."""
    contents: dict[tuple[str, str, str], str | None] = dict(read_contents(reports.changed))
    contents |= dict.fromkeys(reports.gone)
    return [
        {"kind": kind, "area": area, "period": period, "release": number, "content": contents[unit]}
        for unit in sorted(contents)
        for area, kind, period in (unit,)
    ]
