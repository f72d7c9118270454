"""The databases of a large installation, started as the runbook says."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.cluster import Keeper, Server, make_primary, make_standby, remove


@dataclass
class Pair:
    """A primary, the hot standby and the keeper of the log."""

    primary: Server
    standby: Server
    keeper: Keeper

    def stop(self) -> None:
        self.keeper.stop()
        for server in (self.standby, self.primary):
            server.stop("immediate")


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Both servers following each other, for those who leave them so."""
    with making_pair() as made:
        yield made


@pytest.fixture
def pair_of_own() -> Iterator[Pair]:
    """Such a pair, for those who lose one of them."""
    with making_pair() as made:
        yield made


@contextmanager
def making_pair() -> Iterator[Pair]:
    """Both servers following each other, with an empty database `bob`."""
    # not in pytest's folder, which the servers' user may not enter
    folder = Path(tempfile.mkdtemp(prefix="bob-pair-"))
    folder.chmod(0o755)
    primary = make_primary(folder / "primary")
    keeper = Keeper(primary, folder / "wal").start()
    standby = make_standby(primary, folder / "standby", folder / "wal")
    primary.wait_for_followers()
    made = Pair(primary, standby, keeper)
    yield made
    made.stop()
    remove(folder)
