"""Bring a database to the code's schema. Alembic is imported only when there is work to do."""

from sqlalchemy import Connection, inspect, text

import metrics
from data_access.errors import Unfinished, WrongSchema
from data_access.migrations import MAIN, Chain

UNFINISHED = "kopia-"  # before the revision of a copy that is not whole yet (unfinished.py)


def read_revision(connection: Connection) -> str | None:
    """The schema's revision in the database, None when it has none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def check_known(revision: str | None, chain: Chain = MAIN) -> None:
    """WrongSchema when the database's revision is one that this code has never heard of;
    Unfinished when it is a copy that is not whole."""
    if revision is not None and revision.startswith(UNFINISHED):
        raise Unfinished
    if revision is not None and revision not in chain.revisions:
        metrics.DATABASE_ERRORS.labels(WrongSchema.__name__).inc()
        raise WrongSchema(
            f"the database is at {revision}, newer than this code ({chain.head});"
            " install the newer version of the product"
        )


def upgrade(connection: Connection, revision: str = "head", chain: Chain = MAIN) -> None:
    """Run the migrations up to the revision, in the connection's own transaction."""
    from alembic import command

    command.upgrade(_config(connection, chain), revision)


def downgrade(connection: Connection, revision: str, chain: Chain = MAIN) -> None:
    """Run the migrations down to the revision ('base' = nothing left)."""
    from alembic import command

    command.downgrade(_config(connection, chain), revision)


def _config(connection: Connection, chain: Chain):  # type: ignore[no-untyped-def]
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(chain.here).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
