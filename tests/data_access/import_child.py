"""Imports one file in a process of its own that tells how far it has come, to be killed there."""

import os
from multiprocessing.connection import Connection
from typing import Any

from sqlalchemy import Engine, event

import settings
from data_access import connect, sqlite
from data_access.importing import import_file
from data_access.raw.store import raw_engine
from indicators.periods import Quarter
from tests.data_access.reporting_door import to_viewer

# In this order: reading and checking, the store's transaction, its commit, the delivery to the
# main database, its commit
STAGES = ("begun", "transaction", "commit", "delivery", "carried")
DONE = "done"


def use(address: str) -> None:
    """Work on the database at the address."""
    os.environ["BOB_DATABASE_URL"] = address
    settings.load.cache_clear()


def run(address: str, data: bytes, period: str, areas: tuple[str, ...], told: Connection) -> None:
    """Import the file; says each stage as it is reached."""
    use(address)
    to_stages = {raw_engine(): STAGES[1:3], connect.engine(): STAGES[3:]}

    def tell(connection: Any, number: int) -> None:
        if connection.get_execution_options().get(sqlite.WRITES):
            told.send(to_stages[connection.engine][number])

    event.listen(Engine, "begin", lambda connection: tell(connection, 0))
    event.listen(Engine, "commit", lambda connection: tell(connection, 1))
    told.send(STAGES[0])
    outcome = import_file(data, "fil.csv", default=Quarter.parse(period), viewer=to_viewer(*areas))
    assert outcome.is_in, outcome
    told.send(DONE)
