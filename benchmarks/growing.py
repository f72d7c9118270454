"""Steps of `benchmarks.growth`, each in a process of its own, on the database of the settings:
`python -m benchmarks.growing fill|grow|read|change|size [times]`; each prints JSON."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.pool import Pool

import settings
from benchmarks import years
from data_access import cache
from data_access.connect import engine, reading, writing
from data_access.filling import set_sequences
from data_access.prepare import ensure_prepared
from data_access.raw.schema import RAW
from data_access.raw.store import raw_engine, reading_raw, writing_raw
from data_access.releasing import make_release
from data_access.schema import METADATA
from data_access.submissions import send
from geodata.store import ensure_outlines
from indicators.periods import Quarter
from tests.pace import to_pace

LAST = Quarter(2031, 4)  # eight years: what a release of the country holds
REVISED = "2031K1"  # what is sent from here on is sent anew before each release
ROUNDS = 4
PAGES = {
    "oversikt": {}, "karta": {}, "omrade": {"omrade": "lpo-umea"}, "etablering": {},
    "tackning": {}, "deltagande": {}, "trender": {}, "insatser": {},
}  # fmt: skip
SENT = Quarter(2026, 3)  # a quarter that has begun
_CELLS = "listing, code, area, period, sex, age, count, gap, preliminary"
_OF_RELEASE = (
    "base, method, key_print, input_digest, cells, quality, note, recorded_at, recorded_by,"
    " is_example"
)
_STATE = """
INSERT INTO submission_state (id, submission, state, reason, recorded_at, recorded_by, role)
SELECT (SELECT MAX(id) FROM submission_state) + ROW_NUMBER() OVER (ORDER BY s.id), s.id, {state},
       x.recorded_at, x.recorded_by, 'nationell-samordnare'
FROM submission s JOIN sending x ON x.id = s.sending WHERE {which}"""
_NEWEST = """s.period = :period AND s.revision = (SELECT MAX(t.revision) FROM submission t
WHERE t.area = s.area AND t.kind = s.kind AND t.period = s.period)"""
_APPROVED, _UNLOCKED = "'godkand', NULL", "'upplast', 'Mätning'"


def fill() -> dict[str, Any]:
    """Eight years of reports of everything, and their release."""
    ensure_outlines(settings.load().areas_dir)
    years.fill(LAST)
    _number_on()
    return {}


def grow(times: int) -> dict[str, Any]:
    """As many releases, each with a whole set of figures and the newest year's reports anew."""
    with reading() as connection:
        first = int(connection.execute(text("SELECT MAX(id) FROM release")).scalar_one())
    for number in range(first + 1, times + 1):
        with writing_raw() as connection:
            _send_anew(connection, number)
        with writing() as connection:
            _release_anew(connection, number)
    for one in (engine(), raw_engine()):
        _look_through(one)
    _number_on()
    return {}


def _look_through(one: Engine) -> None:
    """As a database is left once it has had time: PostgreSQL's autovacuum does it by itself."""
    command = "ANALYZE" if one.dialect.name == "sqlite" else "VACUUM (ANALYZE)"
    with one.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(command))


def _number_on() -> None:
    """Rows that were given their numbers here let PostgreSQL's numbering stand still."""
    set_sequences(engine(), METADATA.sorted_tables)
    set_sequences(raw_engine(), RAW.sorted_tables)


def _release_anew(connection: Connection, number: int) -> None:
    of = {"number": number, "token": f"{number:032d}", "revised": REVISED}
    for sql in (
        f"INSERT INTO release (id, token, {_OF_RELEASE})"
        f" SELECT :number, :token, {_OF_RELEASE} FROM release WHERE id = 1",
        f"INSERT INTO released_count (release, {_CELLS})"
        f" SELECT :number, {_CELLS} FROM released_count WHERE release = 1",
        "INSERT INTO released_report (kind, area, period, release, content)"
        " SELECT kind, area, period, :number, content FROM released_report"
        " WHERE release = 1 AND period >= :revised",
    ):
        asked = text(sql)
        connection.execute(asked, {name: of[name] for name in of if f":{name}" in sql})


def _send_anew(connection: Connection, number: int) -> None:
    """The newest year's reports as a later revision, approved; all that holds is in the release."""
    far = connection.execute(text("SELECT MAX(id) FROM submission")).scalar_one()
    of = {"number": number, "token": f"{number:032d}", "revised": REVISED, "far": far}
    new = "s.id + :far - (SELECT MIN(id) FROM submission WHERE revision = 1 AND period >= :revised)"
    these = "s.revision = 1 AND s.period >= :revised"
    for sql in (
        "INSERT INTO sending (id, channel, source, recorded_at, recorded_by, is_example)"
        " SELECT :number, channel, source, recorded_at, recorded_by, is_example FROM sending"
        " WHERE id = 1",
        "INSERT INTO submission (id, sending, area, kind, period, revision, rows)"
        f" SELECT {new} + 1, :number, s.area, s.kind, s.period, :number, s.rows FROM submission s"
        f" WHERE {these}",
        "INSERT INTO reported_value (submission, row, field, number, text, gap)"
        f" SELECT {new} + 1, v.row, v.field, v.number, v.text, v.gap FROM submission s"
        f" JOIN reported_value v ON v.submission = s.id WHERE {these}",
        _STATE.format(state=_APPROVED, which="s.sending = :number"),
        "INSERT INTO released (token, submission) SELECT :token, s.id FROM submission s"
        " WHERE s.sending = :number OR (s.revision = 1 AND s.period < :revised)",
    ):
        connection.execute(text(sql), {name: of[name] for name in of if f":{name}" in sql})


def read() -> dict[str, list[float]]:
    """Processor seconds while each page's questions hold a connection, with nothing kept, on a
    machine of the usual pace: of some rounds, in each of which all pages have their turn, since a
    machine may be slow for a minute."""
    from benchmarks.page import show

    ensure_prepared()
    taken: dict[str, list[float]] = {page: [] for page in PAGES}
    for _round in range(ROUNDS + 1):
        for page, parameters in PAGES.items():
            cache.forget_answers()
            before = to_pace()
            with _measured() as held:
                show(page, LAST.last, **parameters)
            taken[page].append(2 * sum(held) / (before + to_pace()))
    return {page: each[1:] for page, each in taken.items()}


def _to_worked(raw: Any) -> float:
    """Processor seconds of the thread and, of PostgreSQL, of the server's process that answers it
    (`benchmarks.engines` lets it have no helpers): the machine may be busy elsewhere."""
    own = time.thread_time()
    if engine().dialect.name == "sqlite":
        return own
    told = Path(f"/proc/{raw.info.backend_pid}/schedstat").read_text()
    return own + int(told.split()[0]) / 1e9


@contextmanager
def _measured() -> Iterator[list[float]]:
    held: list[float] = []
    begun: dict[int, float] = {}

    def begin(raw: Any, record: object, _proxy: object) -> None:
        begun[id(record)] = _to_worked(raw)

    def end(raw: Any, record: object) -> None:
        now = _to_worked(raw)
        held.append(now - begun.pop(id(record), now))

    event.listen(Pool, "checkout", begin)
    event.listen(Pool, "checkin", end)
    try:
        yield held
    finally:
        event.remove(Pool, "checkout", begin)
        event.remove(Pool, "checkin", end)


def change() -> dict[str, Any]:
    """Seconds of a quarter's reports of the country sent anew, and of the next release."""
    ensure_prepared()
    units = years.to_reported(SENT)
    asked = text(
        "SELECT area, kind, MAX(revision) AS revision FROM submission"
        " WHERE period = :period GROUP BY area, kind"
    )
    with reading_raw() as connection:
        rows = connection.execute(asked, {"period": str(SENT)}).all()
    newest = {(row.area, row.kind): row.revision for row in rows}
    _note(_UNLOCKED, _NEWEST)
    expected = {unit: newest.get((unit.area, unit.kind), 0) for unit in units}
    start = time.perf_counter()
    send(units, expected=expected, viewer=years.LEAD, source="bench", channel="import")
    sent = time.perf_counter()
    _note(_APPROVED, _NEWEST)
    approved = time.perf_counter()
    make_release(viewer=years.LEAD)
    return {"import": sent - start, "release": time.perf_counter() - approved}


def _note(state: str, which: str) -> None:
    with writing_raw() as connection:
        sql = _STATE.format(state=state, which=which)
        connection.execute(text(sql), {"period": str(SENT)})
    _number_on()


def size() -> dict[str, Any]:
    """Megabytes of the database and the store of what is reported."""
    main = engine()
    if main.dialect.name == "postgresql":
        with reading(main) as connection:
            asked = text("SELECT pg_database_size(current_database())")
            return {"size": connection.execute(asked).scalar_one() / 1e6}
    files = [Path(str(one.url.database)) for one in (main, raw_engine())]
    return {"size": sum(file.stat().st_size for file in files) / 1e6}


if __name__ == "__main__":
    step = {
        "fill": fill, "grow": lambda: grow(int(sys.argv[2])), "read": read, "change": change,
        "size": size,
    }  # fmt: skip
    print(json.dumps(step[sys.argv[1]]()))
