"""The SQL that is asked, for tests of how much a page or a question asks."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

# No questions of a page: transactions, a connection's settings, and what is asked once a second,
# the data's version and whether there are real people, so that it comes as the machine is busy
UNCOUNTED = (
    "BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SELECT (SELECT MAX(id) FROM council)",
    *(f"SELECT EXISTS (SELECT * FROM {one} " for one in ("user_access", "user_session", "person")),
)  # fmt: skip


@contextmanager
def listening(to: Engine | type[Engine] = Engine) -> Iterator[list[str]]:
    """The questions that are put within to the engine, or to every engine."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not " ".join(statement.split()).startswith(UNCOUNTED):
            found.append(statement)

    event.listen(to, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(to, "before_cursor_execute", note)


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The questions of every database, from the start or the last `asked.clear()` on."""
    with listening() as found:
        yield found
