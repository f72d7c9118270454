"""Triggers of the audit: no row is changed, and none removed but those that a purge row names.

Never change what is here once it has run somewhere: write a new one beside it.
"""

from alembic import op

# COALESCE: where nothing was purged NULL would let every row go on SQLite
_NAMED = "COALESCE((SELECT MAX(purged_through) FROM audit), 0) >= OLD.id"
_SQLITE = (
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END""",
    f"""CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN NOT {_NAMED}
    BEGIN SELECT RAISE(ABORT, 'audit is append-only: only a purge removes rows'); END""",
    """CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit old WHERE old.id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'audit is append-only: the row exists'); END""",
)
_POSTGRESQL = (
    f"""CREATE FUNCTION refuse_unnamed_purge() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {_NAMED} THEN RETURN OLD; END IF;
      RAISE EXCEPTION 'audit is append-only: only a purge removes rows'
        USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_purge()""",
    """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    "ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_no_update",
    "ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_no_delete",
    "ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_no_truncate",
)


def protect() -> None:
    """Make the triggers; the audit's table is there."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in _POSTGRESQL if postgresql else _SQLITE:
        op.execute(statement)


def forget() -> None:
    """Drop what the triggers stood on; the triggers go with their table."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS refuse_unnamed_purge()")
