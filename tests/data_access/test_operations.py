"""How the product runs, as the administratör is told: on both engines, and when a part is away."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, text

import clock
import settings
from data_access import audit, connect
from data_access.audit import Action
from data_access.backup_found import BadBackupFolder, find_newest_backup
from data_access.connect import reading, writing
from data_access.engine import DatabaseUnavailable
from data_access.migrations import HEAD
from data_access.operations import read_operations
from data_access.raw.delivery import deliver
from data_access.raw.migrations import RAW_CHAIN
from data_access.raw.schema import DEED
from data_access.raw.store import to_raw_address, writing_raw
from data_access.schema import AUDIT
from data_access.schema_release import LEASE
from data_access.scope import NotAllowed
from data_access.store_state import read_stores
from data_access.viewer import DEMONSTRATIONS, Role
from tests.data_access.released import add_release
from tests.data_access.reports import FULL, MEASURES, sent

ADMIN = DEMONSTRATIONS[Role.ADMIN]


def read():
    return read_operations(viewer=ADMIN)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_it_is_for_who_manages_and_a_refusal_is_audited(engine, role):
    with pytest.raises(NotAllowed):
        read_operations(viewer=DEMONSTRATIONS[role])
    with reading(engine) as connection:
        row = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    assert (row.action, row.what, row.role) == (Action.REFUSAL, "driftläge", str(role))


def test_both_databases_answer_fit_and_have_a_size(engine, kind):
    main, raw = read().stores
    assert (main.name, raw.name) == ("main", "raw")
    assert (main.revision, main.wanted) == (HEAD, HEAD)
    assert (raw.revision, raw.wanted) == (RAW_CHAIN.head, RAW_CHAIN.head)
    for one in (main, raw):
        assert one.kind == kind
        assert 0 < one.seconds < 10
        assert 10_000 < one.bytes < 100_000_000
        assert one.pool.store == one.name


def test_nothing_has_happened_yet(engine):
    found = read()
    assert (found.release, found.released_at, found.leases) == (None, None, [])
    assert tuple(found.standing) == (0, None, None)


def test_a_release_and_a_sending_are_told_by_when(engine):
    before = datetime.now(UTC) - timedelta(seconds=5)
    add_release()
    sent({MEASURES: (FULL,)})
    found = read()
    assert found.release == 1
    assert found.released_at is not None
    assert found.standing.sent_at > before
    assert found.standing.waiting == 0
    assert found.audited_from > before


def test_what_waits_to_be_carried_over_is_counted_from_its_oldest(engine):
    sent({MEASURES: (FULL,)})
    at = datetime.now(UTC) - timedelta(hours=2)
    deed = {"at": at, "subject": "x", "role": "rapportor", "action": "skrivning", "what": "prov"}
    with writing_raw() as connection:
        connection.execute(insert(DEED).values([deed, deed | {"at": at + timedelta(hours=1)}]))
    found = read().standing
    assert (found.waiting, found.oldest) == (2, at)
    assert deliver() == 2
    assert read().standing.waiting == 0


def test_a_lease_is_told_while_it_is_held_and_when_it_was_left(engine):
    until = datetime.now(UTC) + timedelta(seconds=60)
    with writing() as connection:
        connection.execute(insert(LEASE).values(name="utgåva", holder="x", until=until))
    assert read().leases == [("utgåva", until)]


def test_the_store_of_reports_away_takes_nothing_else_with_it(engine, monkeypatch, tmp_path):
    monkeypatch.setenv("BOB_RAW_DATABASE_URL", f"sqlite:///{tmp_path}/borta/raw.db")
    settings.load.cache_clear()
    found = read()
    main, raw = found.stores
    assert main.seconds is not None
    assert (raw.seconds, raw.bytes, raw.kind) == (None, None, "sqlite")
    assert found.standing is None
    connect.dispose(to_raw_address())


def test_an_address_that_is_not_understood_is_a_store_that_is_away(sqlite_engine, monkeypatch):
    monkeypatch.setenv("BOB_RAW_DATABASE_URL", "mysql://host/x")
    settings.load.cache_clear()
    raw = read_stores()[1]
    assert (raw.kind, raw.seconds) == ("", None)


def test_the_main_database_away_is_raised(use_database):
    use_database("postgresql://u@127.0.0.1:1/bob")
    with pytest.raises(DatabaseUnavailable):
        read()


def test_another_schema_is_told(engine):
    with writing_raw() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    raw = read().stores[1]
    assert (raw.revision, raw.wanted) == ("0001", RAW_CHAIN.head)


def test_the_audits_oldest_row_and_how_long_it_is_kept(engine):
    audit.note(ADMIN, Action.EXPORT, "prov")
    found = read()
    assert found.audited_from is not None
    kept = timedelta(days=settings.load().audit_days)
    assert found.first_kept == clock.today() - kept


def backup(folder, name, *, whole=True):
    (folder / name).mkdir()
    if whole:
        (folder / name / "manifest.json").write_text("{}")


def test_the_newest_whole_backup_is_found_by_its_name(tmp_path):
    assert find_newest_backup(tmp_path) is None
    backup(tmp_path, "bob-2026-11-24T021500Z")
    backup(tmp_path, "bob-2026-11-25T021500Z")
    backup(tmp_path, "bob-2026-11-26T021500Z", whole=False)
    for other in (
        "bob-2026-11-99T021500Z",
        "annat-2026-11-27T021500Z",
        "bob-2026-11-27T021500Z.ny",
    ):
        backup(tmp_path, other)
    (tmp_path / "bob-2026-11-28T021500Z").write_text("en fil")
    assert find_newest_backup(tmp_path) == datetime(2026, 11, 25, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize("name", ["finns-inte", "fil"])
def test_a_folder_of_backups_that_can_not_be_read_has_a_name(tmp_path, name):
    (tmp_path / "fil").write_text("x")
    with pytest.raises(BadBackupFolder, match="can't read the backups"):
        find_newest_backup(tmp_path / name)


@pytest.mark.parametrize("address", ["postgresql://u@127.0.0.1:1/bob", "mysql://host/x"])
def test_a_standby_that_is_away_is_told_so_and_none_is_none(sqlite_engine, monkeypatch, address):
    assert read().standby is None
    monkeypatch.setenv("BOB_STANDBY_DATABASE_URL", address)
    settings.load.cache_clear()
    assert read().standby == ("svarar inte", None)
