"""Processes of their own, to be killed or to work at once, copied (`tests.forked`)."""

import os
from collections.abc import Callable
from multiprocessing.context import ForkServerProcess

import psycopg  # noqa: F401 - loaded once here, not in every copy
import pytest  # noqa: F401
from sqlalchemy import Connection, event

import settings
import words
from data_access import __main__, backup, connect, importing, releasing  # noqa: F401
from tests.forked import context as fork

words.in_every_language(lambda: words.said("Nej"))  # the catalogue, once for all


def start(target: Callable[..., object], *arguments: object) -> ForkServerProcess:
    """One that calls the function, with the settings of now."""
    process = fork.Process(target=_run, args=(dict(os.environ), target, arguments))
    process.start()
    return process


def _run(
    environment: dict[str, str], target: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    settings.load.cache_clear()
    target(*arguments)


def die_at_commit(act: Callable[[], object], is_there: Callable[[Connection], object]) -> None:
    """Act, and be gone when what is asked for is written in the main database and about to be
    kept."""

    def die(connection: Connection) -> None:
        if is_there(connection):
            os._exit(9)

    event.listen(connect.engine(), "commit", die)
    act()
