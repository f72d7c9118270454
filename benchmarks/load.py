"""How many people one process holds, each changing something every two seconds:
`python -m benchmarks.load [mixed|karta|empty …]`, on the data folder that the settings name.

The visitors are of this process (`benchmarks.session`), the server is another. What each answer
must hold was asked for by a lone visitor first, so that a wrong one, or another's, is found.
"""

import asyncio
import hashlib
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles

import psutil

from benchmarks.session import Session
from tests.served import ROOT, Served

EVERY = 2.0  # seconds from a visitor's change to the next
STEPS = (10, 25, 50, 75, 100, 150, 200, 400)  # visitors
SETTLED = 10.0  # seconds in which what waited while visitors came is answered
MEASURED, OVERLOADED = 20.0, 60.0  # seconds
SLOWEST = 1.0  # seconds that 95 of 100 answers must be within
GIVEN_UP = 90.0  # seconds after which an answer is said never to come
ARRIVALS = 4.0  # new visitors a second
FORGOTTEN = 130.0  # seconds until Streamlit drops who has left
MOST_OPTIONS = 8
DRAWN = '{"last_active_drawing":{"properties":{"ritad":true,"n":1}}}'


@dataclass(frozen=True)
class Use:
    """What a visitor does: the page, the address's parameters, the select box that she changes."""

    name: str
    key: str
    query: tuple[tuple[str, str], ...] = ()


_KARTA = Use("karta", "f_region")
_AREA = Use("omrade", "f_omrade", (("omrade", "lpo-umea"),))
_START, _MEETINGS = Use("", "f_region"), Use("deltagande", "c_period")
_PACE, _COVERAGE = Use("etablering", "f_region"), Use("tackning", "f_region")
_TRENDS, _WORK = Use("trender", "c_indikator"), Use("insatser", "f_region")
# Of twenty visitors, in an order that keeps the proportions among the first of them
MIXED = (
    _KARTA, _START, _AREA, _PACE, _KARTA, _COVERAGE, _START, _TRENDS, _KARTA, _MEETINGS,
    _START, _AREA, _KARTA, _PACE, _COVERAGE, _START, _WORK, _KARTA, _TRENDS, _AREA,
)  # fmt: skip
KINDS = {"mixed": MIXED, "karta": (_KARTA,), "empty": (Use("", "choice"),)}


@dataclass(frozen=True)
class Change:
    """A change that was answered: when it was sent, seconds to the first piece and to the end."""

    at: float
    first: float
    whole: float


@dataclass
class Step:
    """What was measured with so many visitors at once; seconds, megabytes."""

    visitors: int
    changes: list[Change]
    cpu: float
    memory: float
    faults: Counter[str]
    seconds: float

    @property
    def wholes(self) -> list[float]:
        return sorted(one.whole for one in self.changes)

    @property
    def is_held(self) -> bool:
        return bool(self.changes) and self.percentile(95) <= SLOWEST and not self.faults

    def percentile(self, of: int, *, first: bool = False) -> float:
        """Seconds that so many of 100 answers are within."""
        values = [one.first if first else one.whole for one in self.changes]
        return quantiles(values, n=100, method="inclusive")[of - 1] if len(values) > 1 else 0.0


@dataclass
class Found:
    """Of one kind of use: the steps, the time of twice as many, memory before and after."""

    kind: str
    steps: list[Step] = field(default_factory=list)
    overloaded: Step | None = None
    before: float = 0.0
    after: float = 0.0
    is_alive: bool = True

    @property
    def held(self) -> int:
        return max((one.visitors for one in self.steps if one.is_held), default=0)


Right = dict[tuple[Use, str], str]


def digest(session: Session) -> str:
    """Of all that the page shows but the map, which is sent what is new to it alone."""
    told = hashlib.sha256()
    for path, element in session.elements():
        if element.DESCRIPTOR.name != "ComponentInstance":
            told.update(repr(path).encode() + element.SerializeToString(deterministic=True))
    return told.hexdigest()


async def arrive(address: str, use: Use) -> Session:
    """A new visitor whose first page is whole."""
    session = Session(address, use.name, dict(use.query))
    await asyncio.wait_for(session.open(), GIVEN_UP)
    if use is _KARTA:
        await asyncio.wait_for(session.tell("karta", DRAWN), GIVEN_UP)
    return session


async def ask_alone(address: str, uses: Sequence[Use]) -> Right:
    """What each choice's answer is, by a lone visitor of each page."""
    right: Right = {}
    for use in dict.fromkeys(uses):
        session = await arrive(address, use)
        shown = session.chosen(use.key)
        for option in (*session.field(use.key).options[:MOST_OPTIONS], shown):
            if option:
                await session.choose(use.key, option)
                right[use, option] = digest(session)
        await session.close()
    return right


class Crowd:
    """Visitors who come, stay and change something every two seconds until they are sent home."""

    def __init__(self, address: str, uses: Sequence[Use], right: Right) -> None:
        self._address, self._uses, self._right = address, uses, right
        self._staying: list[asyncio.Task[None]] = []
        self._chance = Random(8)
        self.changes: list[Change] = []
        self.faults: Counter[str] = Counter()
        self._leaves = asyncio.Event()

    @property
    def size(self) -> int:
        return len(self._staying)

    async def grow(self, visitors: int) -> None:
        """So many visitors, the new ones one after another; returns when all have their page."""
        arrivals = []
        while self.size < visitors:
            come = asyncio.get_running_loop().create_future()
            use = self._uses[self.size % len(self._uses)]
            self._staying.append(asyncio.create_task(self._stay(use, come)))
            arrivals.append(come)
            await asyncio.sleep(1 / ARRIVALS)
        await asyncio.gather(*arrivals)

    async def go_home(self) -> None:
        """All leave once they have what they asked for."""
        self._leaves.set()
        await asyncio.gather(*self._staying)

    async def _stay(self, use: Use, come: asyncio.Future[None]) -> None:
        try:
            session = await arrive(self._address, use)
        except Exception as error:  # whatever it is, it is counted and told
            self.faults[f"no page: {type(error).__name__}"] += 1
            come.set_result(None)
            return
        come.set_result(None)
        due = time.perf_counter() + self._chance.uniform(0, EVERY)
        while not await self._is_over(due):
            try:
                await self._change(session, use)
            except Exception as error:  # whatever it is, it is counted and told
                self.faults[f"{use.name}: {type(error).__name__} {error}"[:100]] += 1
                break
            due = max(due + EVERY, time.perf_counter())
        await session.close()

    async def _is_over(self, due: float) -> bool:
        """Whether to leave, once the next change is due."""
        try:
            await asyncio.wait_for(self._leaves.wait(), max(due - time.perf_counter(), 0.001))
        except TimeoutError:
            return False
        return True

    async def _change(self, session: Session, use: Use) -> None:
        now = session.chosen(use.key)
        options = [option for of, option in self._right if of == use and option != now]
        option = self._chance.choice(options)
        at = time.perf_counter()
        answer = await asyncio.wait_for(session.choose(use.key, option), GIVEN_UP)
        self.changes.append(Change(at, answer.first, answer.whole))
        if session.chosen(use.key) != option:
            self.faults[f"{use.name}: another choice"] += 1
        elif digest(session) != self._right[use, option]:
            self.faults[f"{use.name}: wrong content"] += 1


async def measure_step(crowd: Crowd, server: psutil.Process, seconds: float) -> Step:
    """What the crowd as it is meets in so many seconds. Those still waiting at the end are waited
    for: an answer belongs to the time when it was asked for."""
    start, used = time.perf_counter(), _to_cpu(server)
    faults = Counter(crowd.faults)
    begun = len(crowd.changes)
    await asyncio.sleep(seconds)
    end, cpu = time.perf_counter(), _to_cpu(server) - used
    done = len(crowd.changes) - begun
    await asyncio.sleep(SLOWEST)
    asked = [one for one in crowd.changes if start <= one.at < end]
    memory = to_memory(server)
    each = cpu / done if done else 0.0
    return Step(crowd.size, asked, each, memory, crowd.faults - faults, end - start)


async def measure(kind: str, served: Served, steps: Sequence[int] = STEPS) -> Found:
    """A kind of use, in growing steps until the answers are too slow; then twice what was held."""
    assert served.process is not None
    server, uses = psutil.Process(served.process.pid), KINDS[kind]
    right = await ask_alone(served.address, uses)
    found = Found(kind, before=to_memory(server))
    crowd = Crowd(served.address, uses, right)
    for visitors in steps:
        await crowd.grow(visitors)
        await asyncio.sleep(SETTLED)
        found.steps.append(await measure_step(crowd, server, MEASURED))
        _say(found.steps[-1])
        if not found.steps[-1].is_held:
            break
    twice = max(2 * found.held, crowd.size)
    await crowd.grow(twice)
    found.overloaded = await measure_step(crowd, server, OVERLOADED)
    before = Counter(crowd.faults)
    await crowd.go_home()
    found.overloaded.faults += crowd.faults - before
    _say(found.overloaded)
    await asyncio.sleep(FORGOTTEN)
    found.is_alive = server.is_running() and served.status("/_stcore/health")[0] == 200
    found.after = to_memory(server)
    return found


def _to_cpu(server: psutil.Process) -> float:
    times = server.cpu_times()
    return float(times.user + times.system)


def to_memory(server: psutil.Process) -> float:
    """Megabytes that the process itself has written, those put aside by the system too. Libraries'
    pages are not among them: they count as a process's own or not by whether another process has
    the same file open."""
    held = server.memory_full_info()
    return float(held.rss - held.shared + held.swap) / 1e6


def to_markdown(found: Found) -> str:
    """The steps as a table, and what came of twice as many."""
    head = ["Visitors", "p50", "p95", "slowest", "first piece, p95", "CPU a change", "MB", "faults"]
    lines = [head, ["---:"] * len(head)]
    steps = [*found.steps, *([found.overloaded] if found.overloaded else [])]
    for step in steps:
        each = (found.before, step.memory)
        lines.append(
            [
                f"{step.visitors}{' (twice)' if step is found.overloaded else ''}",
                *(f"{step.percentile(of) * 1000:.0f} ms" for of in (50, 95)),
                f"{max(step.wholes, default=0.0) * 1000:.0f} ms",
                f"{step.percentile(95, first=True) * 1000:.0f} ms",
                f"{step.cpu * 1000:.0f} ms",
                f"{each[1]:.0f} ({(each[1] - each[0]) / step.visitors:+.1f} each)",
                _to_words(step.faults),
            ]
        )
    told = (
        f"{found.kind}: {found.held} held; memory {found.before:.0f} MB before, "
        f"{found.after:.0f} MB when all had left; the process is "
        f"{'alive' if found.is_alive else '**gone**'}."
    )
    return "\n".join([told, "", *(f"| {' | '.join(cells)} |" for cells in lines)])


def _to_words(faults: Counter[str]) -> str:
    return "; ".join(f"{count} × {what}" for what, count in faults.items()) or "none"


def _say(step: Step) -> None:
    print(
        f"… {step.visitors}: p95 {step.percentile(95) * 1000:.0f} ms of {len(step.changes)}, "
        f"{step.cpu * 1000:.0f} ms CPU, {_to_words(step.faults)}",
        file=sys.stderr,
        flush=True,
    )


def main(kinds: Sequence[str]) -> None:
    """Each kind of use with a server of its own, one after another; print the tables."""
    folder = Path(os.environ.get("BOB_DATA_DIR", "data"))
    for kind in kinds or KINDS:
        script = Path(__file__).parent / "empty.py" if kind == "empty" else ROOT / "app.py"
        served = Served(folder, script=script).start()
        try:
            print(to_markdown(asyncio.run(measure(kind, served))), end="\n\n", flush=True)
        finally:
            served.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
