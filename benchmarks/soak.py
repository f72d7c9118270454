"""Memory of a process whose visitors come and go, minute by minute:
`python -m benchmarks.soak [minutes]`, an hour unless told, on the data folder that the settings
name."""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression

import psutil

from benchmarks.load import EVERY, MIXED, Use, arrive, ask_alone, to_memory
from tests.served import Served

MINUTES, VISITORS = 60, 10
STAYS = (20.0, 90.0)  # seconds
FLAT = 0.5  # megabytes a minute that the slope may be at most, after the first quarter


def to_slope(megabytes: Sequence[float]) -> float:
    """Megabytes a minute after the first quarter of the time, in which caches fill; 0.0 of fewer
    than two minutes."""
    later = megabytes[len(megabytes) // 4 :]
    if len(later) < 2:
        return 0.0
    return linear_regression(range(len(later)), later).slope


async def come_and_go(address: str, uses: Sequence[Use], until: float, told: Counter[str]) -> None:
    """Visitors one after another: each comes, changes something every two seconds, and goes."""
    while time.monotonic() < until:
        use = random.choice(uses)
        session = await arrive(address, use)
        leaves = min(time.monotonic() + random.uniform(*STAYS), until)
        while time.monotonic() < leaves:
            await asyncio.sleep(EVERY)
            await session.choose(use.key, random.choice(session.field(use.key).options))
            told["changes"] += 1
        await session.close()
        told["visitors"] += 1


async def soak(served: Served, minutes: int) -> tuple[list[float], Counter[str]]:
    """Megabytes that the process has written, at the end of each minute; visitors and changes."""
    assert served.process is not None
    server, told, megabytes = psutil.Process(served.process.pid), Counter[str](), list[float]()
    await ask_alone(served.address, MIXED)
    until = time.monotonic() + minutes * 60
    tasks = [
        asyncio.create_task(come_and_go(served.address, MIXED, until, told))
        for _visitor in range(VISITORS)
    ]
    for minute in range(1, minutes + 1):
        await asyncio.sleep(60)
        megabytes.append(to_memory(server))
        threads, sockets = server.num_threads(), len(server.net_connections())
        print(
            f"{minute} min: {megabytes[-1]:.0f} MB, {threads} threads, {sockets} sockets, "
            f"{told['visitors']} visitors, {told['changes']} changes",
            flush=True,
        )
    await asyncio.gather(*tasks)
    return megabytes, told


def main(minutes: int) -> None:
    """Serve, soak, and say whether memory is flat."""
    served = Served(Path(os.environ.get("BOB_DATA_DIR", "data"))).start()
    try:
        megabytes, told = asyncio.run(soak(served, minutes))
    finally:
        served.stop()
    slope = to_slope(megabytes)
    word = "flat" if slope <= FLAT else "**not flat**"
    print(
        f"{word}: {slope:+.2f} MB a minute after the first quarter, {megabytes[0]:.0f} MB at first "
        f"and {megabytes[-1]:.0f} MB at last; {told['visitors']} visitors."
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MINUTES)
