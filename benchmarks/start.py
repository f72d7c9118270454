"""How long a process takes from its start to a visitor's first whole page, alone and ten at once on
the same data: `python -m benchmarks.start [folder]`, on a data folder that is filled already."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.engines import postgresql
from benchmarks.session import Session
from tests.served import Served

AT_ONCE, ROUNDS = 10, 3
GIVEN_UP = 120.0  # seconds


@dataclass(frozen=True)
class Started:
    """Of one process: seconds until it listens and until the first page is whole, its processor
    time until then (seconds)."""

    listens: float
    answers: float
    cpu: float


@dataclass(frozen=True)
class Together:
    """Processes that were started at once, and where."""

    where: str
    started: tuple[Started, ...]


async def start(folder: Path, environment: dict[str, str]) -> Started:
    """Start a process, ask for the first page as soon as it listens, and end it."""
    begun = time.perf_counter()
    served = Served(folder, environment)
    process = served.launch()
    try:
        listens = await _wait_until_it_listens(served, begun)
        session = Session(served.address)
        await asyncio.wait_for(session.open(), GIVEN_UP)
        answers = time.perf_counter() - begun
        times = psutil.Process(process.pid).cpu_times()
        await session.close()
        return Started(listens, answers, float(times.user + times.system))
    finally:
        await asyncio.to_thread(served.stop)


async def _wait_until_it_listens(served: Served, begun: float) -> float:
    while time.perf_counter() - begun < GIVEN_UP:
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return time.perf_counter() - begun
    raise TimeoutError(f"nobody listened:\n{served.log()[-2000:]}")


async def start_together(
    where: str, folder: Path, environment: dict[str, str], processes: int
) -> Together:
    """So many processes at once on the same data."""
    each = [start(folder, environment) for _process in range(processes)]
    return Together(where, tuple(await asyncio.gather(*each)))


async def measure(folder: Path) -> list[Together]:
    """Alone, some times; then ten at once on SQLite, and on a PostgreSQL without data."""
    alone = [await start(folder, {}) for _round in range(ROUNDS)]
    found = [Together("one, SQLite", tuple(alone))]
    found.append(await start_together("ten at once, SQLite", folder, {}, AT_ONCE))
    with tempfile.TemporaryDirectory(prefix="bob-start-") as own, postgresql(Path(own)) as make:
        of, empty = {"BOB_DATABASE_URL": make("bob", "")}, Path(own) / "data"
        found.append(await start_together("ten at once, empty PostgreSQL", empty, of, AT_ONCE))
        found.append(await start_together("the same, filled", empty, of, AT_ONCE))
    return found


def to_markdown(found: Sequence[Together]) -> str:
    """A row for each place: the middle and the last process, and processor time together."""
    head = ["Started", "listens", "first page, middle", "last", "CPU each", "CPU together"]
    lines = [head, ["---", *["---:"] * 5]]
    for one in found:
        answers = sorted(each.answers for each in one.started)
        cpu = sum(each.cpu for each in one.started)
        listens = max(each.listens for each in one.started)
        values = (
            listens, answers[len(answers) // 2], answers[-1], cpu / len(one.started), cpu,
        )  # fmt: skip
        lines.append([one.where, *(f"{value:.1f} s" for value in values)])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main(folder: Path) -> None:
    """Measure and print."""
    print(to_markdown(asyncio.run(measure(folder))))


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BOB_DATA_DIR", "data")
    main(Path(given))
