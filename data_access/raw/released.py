"""What a release is made of: the approved counts, and which submissions they stand in."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, insert, select

from data_access.raw import states
from data_access.raw.counted import COUNTED, to_cells
from data_access.raw.schema import RELEASED, REPORTED_VALUE, SUBMISSION
from data_access.raw.states import UNDONE, Head, to_batches
from data_access.raw.store import reading_raw, writing_raw

_VALUE = REPORTED_VALUE.c
_COLUMNS = ["submission", "row", "field", "number", "text", "gap"]
_UNIT = ["submission", "area", "kind", "period"]
Split = Collection[tuple[str, str]]


class Input(NamedTuple):
    """Unprotected counts as `counted.to_cells` gives them, and the units they were reported in:
    submission, area, kind, period."""

    cells: pd.DataFrame
    units: pd.DataFrame

    @property
    def submissions(self) -> frozenset[int]:
        """Their ids."""
        return frozenset(int(one) for one in self.units["submission"])


def read_approved(split: Split) -> Input:
    """Of each unit with counts the newest that was ever approved: what is unlocked is published as
    it was until its successor is approved. `split` as `counted.to_cells`. Raises
    DatabaseUnavailable."""
    with reading_raw() as connection:
        return _read(connection, _to_published(states.read_all(connection)), split)


def read_released(token: str, split: Split, besides: Collection[int] = ()) -> Input:
    """What the release of the token was made of, without the submissions of the ids `besides`.
    Raises DatabaseUnavailable."""
    asked = select(SUBMISSION.c.id, SUBMISSION.c.area, SUBMISSION.c.kind, SUBMISSION.c.period)
    asked = asked.join(RELEASED, RELEASED.c.submission == SUBMISSION.c.id)
    with reading_raw() as connection:
        units = [tuple(row) for row in connection.execute(asked.where(RELEASED.c.token == token))]
        return _read(connection, [unit for unit in units if unit[0] not in besides], split)


def note_released(token: str, submissions: Iterable[int]) -> None:
    """Keep which submissions the release is made of, before it is there: until the main database
    has the token they mean nothing. Raises DatabaseUnavailable."""
    rows = [{"token": token, "submission": one} for one in sorted(submissions)]
    if rows:
        with writing_raw() as connection:
            connection.execute(insert(RELEASED), rows)


def _to_published(heads: Iterable[Head]) -> list[tuple[int, str, str, str]]:
    newest: dict[tuple[str, str, str], int] = {}
    for head in heads:  # oldest first
        if head.kind in COUNTED and head.was_approved and head.state != UNDONE:
            newest[head.area, head.kind, head.period] = head.id
    return [(number, *unit) for unit, number in newest.items()]


def _read(
    connection: Connection, units: Sequence[tuple[int, str, str, str]], split: Split
) -> Input:
    told = pd.DataFrame(units, columns=_UNIT)
    rows = [
        tuple(row)
        for batch in to_batches(told["submission"])
        for row in connection.execute(
            select(*(_VALUE[name] for name in _COLUMNS)).where(_VALUE.submission.in_(batch))
        )
    ]
    return Input(to_cells(told, pd.DataFrame(rows, columns=_COLUMNS), split), told)
