"""What a release is made of: what is approved, and which submissions it stands in."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, insert, select

from data_access.raw import states
from data_access.raw.counted import COUNTED, to_cells
from data_access.raw.schema import RELEASED, REPORTED_VALUE, SUBMISSION
from data_access.raw.states import to_batches
from data_access.raw.store import reading_raw, writing_raw
from indicators.reporting import UNDONE

_VALUE = REPORTED_VALUE.c
_COLUMNS = ["submission", "row", "field", "number", "text", "gap"]
Split = Collection[tuple[str, str]]
Units = dict[tuple[str, str, str], int]  # area, kind and period → submission


class Part(NamedTuple):
    """A submission that a release is made of, and the unit that it reports."""

    submission: int
    area: str
    kind: str
    period: str


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
        return _read(connection, _read_approved(connection, COUNTED), split)


def read_approved_units(kinds: Collection[str]) -> Units:
    """The submission of each unit of the kinds that was ever approved, the newest as of
    `read_approved`. Raises DatabaseUnavailable."""
    with reading_raw() as connection:
        return _to_units(_read_approved(connection, kinds))


def read_released(token: str, split: Split, besides: Collection[int] = ()) -> Input:
    """What the release of the token was made of, without the submissions of the ids `besides`.
    Raises DatabaseUnavailable."""
    with reading_raw() as connection:
        made_of = _read_released(connection, token, COUNTED)
        return _read(connection, [one for one in made_of if one.submission not in besides], split)


def read_released_units(token: str, kinds: Collection[str]) -> Units:
    """The submission of each unit of the kinds that the release was made of. Raises
    DatabaseUnavailable."""
    with reading_raw() as connection:
        return _to_units(_read_released(connection, token, kinds))


def note_released(token: str, submissions: Iterable[int]) -> None:
    """Keep which submissions the release is made of, before it is there: until the main database
    has the token they mean nothing. Raises DatabaseUnavailable."""
    rows = [{"token": token, "submission": one} for one in sorted(submissions)]
    if rows:
        with writing_raw() as connection:
            connection.execute(insert(RELEASED), rows)


def _read_approved(connection: Connection, kinds: Collection[str]) -> list[Part]:
    newest: dict[tuple[str, str, str], Part] = {}
    for head in states.read_all(connection):  # oldest first
        if head.kind in kinds and head.was_approved and head.state != UNDONE:
            newest[head.area, head.kind, head.period] = Part(
                head.id, head.area, head.kind, head.period
            )
    return list(newest.values())


def _read_released(connection: Connection, token: str, kinds: Collection[str]) -> list[Part]:
    asked = select(SUBMISSION.c.id, SUBMISSION.c.area, SUBMISSION.c.kind, SUBMISSION.c.period)
    asked = asked.join(RELEASED, RELEASED.c.submission == SUBMISSION.c.id)
    asked = asked.where(RELEASED.c.token == token, SUBMISSION.c.kind.in_(kinds))
    return [Part(*row) for row in connection.execute(asked)]


def _to_units(parts: Iterable[Part]) -> Units:
    return {(one.area, one.kind, one.period): one.submission for one in parts}


def _read(connection: Connection, parts: Sequence[Part], split: Split) -> Input:
    told = pd.DataFrame(parts, columns=Part._fields)
    rows = [
        tuple(row)
        for batch in to_batches(told["submission"])
        for row in connection.execute(
            select(*(_VALUE[name] for name in _COLUMNS)).where(_VALUE.submission.in_(batch))
        )
    ]
    return Input(to_cells(told, pd.DataFrame(rows, columns=_COLUMNS), split), told)
