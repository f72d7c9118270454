"""Triggers that refuse every change of a written row, the same on both engines.

A migration that adds an append-only table calls `protect`. Never change what is here once it
has run somewhere: write a new one beside it.
"""

from alembic import op

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: add a row that supersedes instead', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
# ALWAYS: also where session_replication_role would silence ordinary triggers
_POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only;
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate
"""
# The last one stops INSERT OR REPLACE, which would delete the old row unseen by a DELETE
# trigger wherever recursive_triggers is off (another program's connection).
_SQLITE = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
  BEGIN SELECT RAISE(ABORT, '{table} is append-only: add a row that supersedes instead'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
  BEGIN SELECT RAISE(ABORT, '{table} is append-only: add a row that supersedes instead'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
  WHEN EXISTS (SELECT 1 FROM {table} old WHERE {same})
  BEGIN SELECT RAISE(ABORT, '{table} is append-only: the row exists'); END
"""


def protect(table: str, *unique: str | tuple[str, ...], key: tuple[str, ...] = ("id",)) -> None:
    """Refuse UPDATE, DELETE, TRUNCATE and replacement of rows. `key` is the primary key, `unique`
    what else is unique: a column, or several together."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRESQL_FUNCTION)
        _run(_POSTGRESQL.format(table=table), ";\n")
    else:
        same = " OR ".join(_same(columns) for columns in (key, *unique))
        _run(_SQLITE.format(table=table, same=same), "END;\n")


def _same(columns: str | tuple[str, ...]) -> str:
    parts = (columns,) if isinstance(columns, str) else columns
    same = " AND ".join(f"old.{column} = NEW.{column}" for column in parts)
    return f"({same})" if len(parts) > 1 else same


def _run(script: str, between: str) -> None:
    parts = script.strip().split(between)
    for number, part in enumerate(parts, start=1):
        op.execute(part + (between.strip() if number < len(parts) else ""))


def forget() -> None:
    """Drop what the triggers stood on; the triggers go with their tables."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS refuse_change()")
