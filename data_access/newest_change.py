"""When what figures and stages rest on was last recorded."""

from datetime import datetime

from sqlalchemy import func, select

from data_access.cache import cached
from data_access.connect import reading
from data_access.schema import (
    COUNCIL_EVENT,
    POPULATION_EDITION,
    REGISTER_ENTRY,
    RELEASE,
)
from data_access.viewer import Viewer


@cached
def fetch_recorded(*, viewer: Viewer) -> datetime | None:  # noqa: ARG001 - it is no figure
    """The newest moment (UTC) of a release, an entry of the register or a population; None before
    the first release. A release never changes, but a rate of it does with the population, and its
    words with the register. Raises DatabaseUnavailable."""
    with reading() as connection:
        moments = [
            connection.scalar(select(func.max(table.c.recorded_at)))
            for table in (RELEASE, REGISTER_ENTRY, POPULATION_EDITION)
        ]
    return max(one for one in moments if one) if moments[0] else None


@cached
def fetch_stages_recorded(*, viewer: Viewer) -> datetime | None:  # noqa: ARG001 - it is no stage
    """The newest moment (UTC) of a council's event or correction; None before the first. Raises
    DatabaseUnavailable."""
    with reading() as connection:
        found: datetime | None = connection.scalar(select(func.max(COUNCIL_EVENT.c.recorded_at)))
    return found
