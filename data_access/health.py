"""How the database is, for monitoring and for the page that says what is wrong."""

from typing import Any

from sqlalchemy import text

from data_access import connect, migrate
from data_access.errors import DatabaseUnavailable, WrongSchema
from data_access.migrations import HEAD


def health() -> dict[str, Any]:
    """status ('ok', 'fel'), database (reached?), migration {database, code}, reason. Never raises
    for the database's sake."""
    try:
        with connect.reading(connect.engine()) as connection:
            revision = migrate.read_revision(connection)
        with connect.reading() as connection:  # as readers do
            connection.execute(text("SELECT 1"))
    except (DatabaseUnavailable, WrongSchema) as error:
        return _answer(None, reached=isinstance(error, WrongSchema), reason=str(error))
    if revision == HEAD:
        return _answer(revision, reached=True, reason=None)
    try:
        migrate.check_known(revision)
    except WrongSchema as error:
        return _answer(revision, reached=True, reason=str(error))
    return _answer(revision, reached=True, reason="run `python -m data_access prepare`")


def _answer(revision: str | None, *, reached: bool, reason: str | None) -> dict[str, Any]:
    return {
        "status": "fel" if reason else "ok",
        "database": reached,
        "migration": {"database": revision, "code": HEAD},
        "reason": reason,
    }
