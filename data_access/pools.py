"""Connections: given and counted, how long each was waited for and how many are in use."""

import time
from typing import NamedTuple

from sqlalchemy import Connection, Engine, QueuePool
from sqlalchemy.exc import TimeoutError as NoneFree

import metrics
from data_access.engines import OTHER, OVERFLOW, list_engines


class Pool(NamedTuple):
    """An engine's connections: `most` may be open at once, `size` of them are kept for good;
    `out` are in use and `overflow` are open beside those that are kept."""

    store: str  # main, raw, reader, standby, other
    size: int
    most: int
    out: int
    overflow: int


def open_connection(on: Engine) -> Connection:
    """A connection, when one is free. Raises what SQLAlchemy does."""
    name, begun = on.logging_name or OTHER, time.perf_counter()
    try:
        connection = on.connect()
    except NoneFree:
        metrics.TIMEOUTS.labels(name).inc()
        raise
    metrics.CONNECT_SECONDS.labels(name).observe(time.perf_counter() - begun)
    return connection


def list_pools() -> list[Pool]:
    """One each engine that has been used. Asks no database."""
    return [_to_pool(one) for one in list_engines() if isinstance(one.pool, QueuePool)]


def _to_pool(engine: Engine) -> Pool:
    pool = engine.pool
    assert isinstance(pool, QueuePool)
    overflow = max(0, pool.overflow())  # below zero until all that are kept have been opened
    store = engine.logging_name or OTHER
    return Pool(store, pool.size(), pool.size() + OVERFLOW, pool.checkedout(), overflow)


def _to_numbers() -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for pool in list_pools():
        for what in ("size", "most", "out", "overflow"):
            key = (pool.store, what)
            found[key] = found.get(key, 0) + getattr(pool, what)
    return found


metrics.tell_state(
    "bob_database_connections",
    "Connections: kept, at most, in use, and beside those that are kept.",
    "store",
    "state",
    read=_to_numbers,
)
