"""The role that readers' questions are asked as on PostgreSQL: what it is let, and that it is let
no more. It reads `FOR_READERS`, writes nothing, and reaches nothing of what is reported."""

from typing import NamedTuple

from sqlalchemy import Connection, Engine, exc, text

import settings
from data_access import connect
from data_access.connect import BadDatabaseUrl, reader_engine
from data_access.errors import READER
from data_access.kind import WrongKind
from data_access.raw.store import SCHEMA
from data_access.schema import FOR_READERS

# Of the role that asks, also by what it may become
_TABLES = text("""
SELECT relname,
       has_table_privilege(oid, 'SELECT'),
       has_any_column_privilege(oid, 'SELECT'),
       has_table_privilege(oid, 'DELETE, TRUNCATE')
         OR has_any_column_privilege(oid, 'INSERT, UPDATE') OR pg_has_role(relowner, 'MEMBER')
FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace(:schema)
""")
_REACHES = text("""
SELECT count(*) FROM pg_namespace WHERE nspname = :schema
   AND (has_schema_privilege(oid, 'USAGE, CREATE') OR pg_has_role(nspowner, 'MEMBER'))
""")
_WHERE = text("SELECT current_database(), quote_ident(current_schema())")


class WrongRole(WrongKind):
    """The database must not be served as it is set: readers' role is let too much, or too little
    that can't be mended."""

    def __init__(self, role: str, may: str, *names: str):
        told = ", ".join(sorted(names))
        where = "see Readers' role in docs/security.md"
        super().__init__(f"the role {role} of {READER} {may} {told}; {where}")


class _Rights(NamedTuple):
    """Of a role: the tables that it lacks, and what it is let beyond what it is for."""

    role: str
    lacks: frozenset[str]
    reads: frozenset[str]
    writes: frozenset[str]
    reaches: bool


def ensure_reader_role(main: Engine) -> None:
    """Let the role of the settings, where there is one, read what it lacks. Raises WrongRole when
    it is let more, BadDatabaseUrl when it is no role in `main`, DatabaseUnavailable."""
    if not settings.load().reader_database_url:
        return
    reader = reader_engine()
    if {main.dialect.name, reader.dialect.name} != {"postgresql"}:
        raise BadDatabaseUrl("readers have a role of their own on PostgreSQL alone", READER)
    with connect.reading(main) as connection:
        database, schema = connection.execute(_WHERE).one()
    rights = _read_rights(reader, database, schema)
    _check_not_too_much(rights)
    if rights.lacks:
        _grant(main, rights, schema)
        rights = _read_rights(reader, database, schema)
        _check_not_too_much(rights)
    if rights.lacks:
        raise WrongRole(rights.role, "may not read", *rights.lacks)


def _read_rights(reader: Engine, database: str, schema: str) -> _Rights:
    with connect.reading(reader, READER) as connection:
        role, own = connection.execute(text("SELECT current_user, current_database()")).one()
        if own != database:
            raise BadDatabaseUrl(f"it names {own}, and not the same database {database}", READER)
        rows = connection.execute(_TABLES, {"schema": schema}).all()
        whole = {name for name, reads, *_ in rows if reads}
        reads = {name for name, _, some, _ in rows if some}
        return _Rights(
            role,
            frozenset(FOR_READERS) - whole,
            frozenset(reads - set(FOR_READERS)),
            frozenset(name for name, *_, writes in rows if writes),
            bool(connection.scalar(_REACHES, {"schema": SCHEMA})),
        )


def _check_not_too_much(rights: _Rights) -> None:
    if rights.reaches:
        raise WrongRole(rights.role, "reaches what is reported, in the schema", SCHEMA)
    if rights.writes:
        raise WrongRole(rights.role, "may write", *rights.writes)
    if rights.reads:
        raise WrongRole(rights.role, "may read", *rights.reads)


def _grant(main: Engine, rights: _Rights, schema: str) -> None:
    """As the owner of the tables, since it is the program that makes them."""
    try:
        with connect.writing(main) as connection:
            role = _quoted(connection, rights.role)
            connection.execute(text(f"GRANT USAGE ON SCHEMA {schema} TO {role}"))
            names = ", ".join(f"{schema}.{name}" for name in sorted(rights.lacks))
            connection.execute(text(f"GRANT SELECT ON {names} TO {role}"))
    except exc.ProgrammingError as error:  # somebody else owns them
        raise WrongRole(rights.role, "may not read", *rights.lacks) from error


def _quoted(connection: Connection, name: str) -> str:
    return str(connection.dialect.identifier_preparer.quote_identifier(name))
