"""Which reports are published: told from what each release was made of, and kept nowhere else."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, case, func, select

from data_access.connect import reading
from data_access.raw.schema import RELEASED
from data_access.raw.states import Head, to_batches
from data_access.raw.told_reports import RELEASED as KINDS
from data_access.schema_release import RELEASE
from indicators.establishment import to_known_before


def read_published(
    connection: Connection, heads: Iterable[Head], *, known_on: date | None = None
) -> dict[int, int]:
    """Submission → the first release that it is in, of those that are in any, as known
    at the end of the day. A token without a release is of one that was stopped on its way."""
    asked = [head.id for head in heads if head.kind in KINDS and head.was_approved]
    numbers = _read_numbers(known_on) if asked else {}
    if not numbers:
        return {}
    first = func.min(case(numbers, value=RELEASED.c.token))
    told = select(RELEASED.c.submission, first).where(RELEASED.c.token.in_(numbers))
    return {
        row[0]: int(row[1])
        for batch in to_batches(asked)
        for row in connection.execute(
            told.where(RELEASED.c.submission.in_(batch)).group_by(RELEASED.c.submission)
        )
    }


def _read_numbers(known_on: date | None) -> dict[str, int]:
    """Token → number of the releases that there are."""
    wanted = select(RELEASE.c.token, RELEASE.c.id)
    if known_on is not None:
        wanted = wanted.where(RELEASE.c.recorded_at < to_known_before(known_on))
    with reading() as main:
        return {row[0]: row[1] for row in main.execute(wanted)}
