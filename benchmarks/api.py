"""How fast open data is: `python -m benchmarks.api`, on the database that the settings name.

The calls are made by plain sockets in this process, on the same machine as the server, which has
one process: what is measured holds for both of them together.
"""

import asyncio
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.served import Served

FIGURES = "/api/v1/releases/1/figures/misstankta-grova-brott"
ASKED = {
    "JSON-stat": f"{FIGURES}?niva=lpo",
    "CSV": f"{FIGURES}?niva=lpo&format=csv",
    "Parquet": f"{FIGURES}?niva=lpo&format=parquet",
    "by sex and age": f"{FIGURES}?niva=lpo&kon=kvinna,man&alder=12-14,15-17,18-20",
    "areas with outlines": "/api/v1/areas?niva=lpo",
    "stages": "/api/v1/council-stages?niva=lpo",
}
ENVIRONMENT = {"BOB_API_CALLS_PER_MINUTE": "10000000"}
CONNECTIONS = 8
SECONDS = 10.0
ROUNDS = 40
APP = "benchmarks.later:app"  # any day of the twenty years


@dataclass
class Spoken:
    """Of one address: kilobytes moved, milliseconds of the first call and of the next ones."""

    kilobytes: float
    first: float
    next: list[float]


@dataclass
class Answered:
    """All that was measured: each address, and how many calls a second were answered by how
    many connections at once, with the milliseconds of each."""

    spoken: dict[str, Spoken] = field(default_factory=dict)
    per_second: float = 0.0
    waits: list[float] = field(default_factory=list)


class WrongAnswer(RuntimeError):
    """A call was answered by something else than figures."""


async def call(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str
) -> tuple[float, int]:
    """(milliseconds, bytes of the body) of a call on an open connection."""
    start = time.perf_counter()
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Encoding: gzip", "", ""]
    writer.write("\r\n".join(lines).encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *headers = head.split("\r\n")
    if " 200 " not in f"{status} ":
        raise WrongAnswer(status)
    named = dict(line.lower().split(": ", 1) for line in headers if ": " in line)
    size = int(named["content-length"])
    await reader.readexactly(size)
    return (time.perf_counter() - start) * 1000, size


async def _measure(address: str) -> Answered:
    at = urlsplit(address)
    found = Answered()
    reader, writer = await asyncio.open_connection(at.hostname, at.port, limit=2**22)
    for name, path in ASKED.items():
        first, size = await call(reader, writer, path)
        rest = [(await call(reader, writer, path))[0] for _round in range(ROUNDS)]
        found.spoken[name] = Spoken(size / 1000, first, rest)
    writer.close()
    end = time.perf_counter() + SECONDS
    waits = await asyncio.gather(
        *(_ask_until(end, at.hostname, at.port) for _ in range(CONNECTIONS))
    )
    found.waits = sorted(wait for of_one in waits for wait in of_one)
    found.per_second = len(found.waits) / SECONDS
    return found


async def _ask_until(end: float, host: str | None, port: int | None) -> list[float]:
    reader, writer = await asyncio.open_connection(host, port, limit=2**22)
    waits = []
    while time.perf_counter() < end:
        waits.append((await call(reader, writer, ASKED["JSON-stat"]))[0])
    writer.close()
    return waits


def measure(address: str) -> Answered:
    """Measure a server that is there, which must take `ENVIRONMENT`."""
    return asyncio.run(_measure(address))


def main() -> None:
    """Serve the data folder of the settings and print the table."""
    from benchmarks.report import to_api

    folder = Path(os.environ.get("BOB_DATA_DIR", "data"))
    server = Served(folder, environment=ENVIRONMENT, command="uvicorn", app=APP).start()
    try:
        print(to_api(measure(server.address)))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
