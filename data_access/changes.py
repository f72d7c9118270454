"""A write: one transaction with its audit row; a refused one leaves nothing but its refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table

from data_access import audit
from data_access.audit import Action
from data_access.connect import writing
from data_access.recording import insert_row
from data_access.scope import NotAllowed, OutsideScope
from data_access.version import forget_version
from data_access.viewer import Stranger, Viewer

# What people write in their own words stays in the row itself: the audit names nobody.
_OWN_WORDS = {
    "name", "convener", "builds_on", "note", "reason", "source", "definition", "counting_rule",
    "other_names", "title", "text", "comment", "content",
}  # fmt: skip

# What the audit calls a row of a table
WORDS = {
    "area_assessment": "bedömning",
    "council": "råd",
    "council_area": "råds område",
    "council_event": "råds händelse",
    "picture": "lägesbild",
    "picture_frozen": "lägesbilds innehåll",
    "picture_step": "lägesbilds steg",
    "picture_version": "lägesbilds version",
    "picture_withdrawal": "lägesbilds tillbakadragande",
    "population_edition": "folkmängd",
    "register_entry": "registerpost",
}


class Change:
    """A transaction under way, and who is writing."""

    def __init__(self, connection: Connection, viewer: Viewer | Stranger):
        self.connection, self.viewer = connection, viewer

    def add(
        self, table: Table, row: dict[str, Any], *, of: str, action: Action = Action.WRITE
    ) -> int:
        """Insert a row about `of` (an area or a council) with its audit row; the row's id."""
        added = insert_row(self.connection, table, row)
        told = {key: value for key, value in row.items() if key not in _OWN_WORDS}
        old = row.get("supersedes")
        audit.record(
            self.connection,
            self.viewer,
            action,
            f"{WORDS[table.name]} {added}: {of}",
            before=None if old is None else {"id": old},
            after={"id": added} | told,
        )
        return added


@contextmanager
def changing(viewer: Viewer, what: str) -> Iterator[Change]:
    """Open a transaction that is alone in writing. A refusal is audited after it is undone."""
    try:
        with writing() as connection:
            yield Change(connection, viewer)
    except (NotAllowed, OutsideScope) as error:
        audit.note(viewer, Action.REFUSAL, what, after={"reason": error.told})
        raise
    forget_version()
