"""A backup becomes a database that may be served, on either engine, and nobody comes in by what was
ended meanwhile."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import inspect, select, text

from data_access import audit, connect, migrate, sessions
from data_access.__main__ import main
from data_access.backup import make_backup
from data_access.backup_files import to_sum
from data_access.backup_manifest import FILE, Manifest, read_manifest, to_text
from data_access.copy_errors import Different, NotABackup
from data_access.errors import Unfinished, WrongSchema
from data_access.health import health
from data_access.kind import WrongKind
from data_access.people import ensure_person
from data_access.prepare import prepare
from data_access.raw.store import writing_raw
from data_access.restore import restore
from data_access.schema import AUDIT, USER_SESSION
from data_access.sessions import SessionOver
from data_access.stores import PARTS, check_empty, open_stores
from tests.conftest import KINDS, filling
from tests.data_access.reports import FULL, MEASURES, sent
from tests.data_access.stored import Silent, fill_all, to_counts
from tests.viewers import WRITER

NOW = datetime(2026, 11, 26, 9, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(make_database, tmp_path_factory):
    """Folder of a backup with something in every table."""
    address = make_database("sqlite", fill=fill_all)
    with filling(address):
        return back_up(address, tmp_path_factory.mktemp("kopior"))


@pytest.fixture
def backup(whole, training, tmp_path):
    """A copy of it; sign-in is set up."""
    training()
    return Path(copytree(whole, tmp_path / whole.name))


def made(address, use_database, training, folder):
    use_database(address)
    training()
    return back_up(address, folder)


def back_up(address, folder):
    source = open_stores(address)
    found = make_backup(source, folder, NOW, Silent()).folder
    source.dispose()
    return found


@pytest.fixture
def empty(place, use_database, training):
    """Address of an empty database, in the settings."""
    use_database(address := place("sqlite"))
    training()
    return address


@pytest.fixture
def empty_of_each(kind, place, use_database, training):
    """As that, of each engine."""
    use_database(address := place(kind))
    training()
    return address


def test_a_backup_of_either_engine_becomes_a_database_that_is_served(
    make_database, place, use_database, training, tmp_path, capsys
):
    for number, (source, to) in enumerate(zip(KINDS, reversed(KINDS), strict=True)):
        address = make_database(source, fill=fill_all)
        folder = made(address, use_database, training, tmp_path / str(number))
        before = to_counts(open_stores(address))
        use_database(place(to))
        training()
        assert main(["restore", str(folder)]) == 0
        told = capsys.readouterr().out
        assert "2026-11-26 09:15:00 UTC är återställd" in told and "Databasen är klar" in told
        assert health()["status"] == "ok"
        after = to_counts(open_stores(connect.current_address()))
        assert after.pop("audit") > before.pop("audit")
        assert after == before


def test_nobody_is_signed_in_and_all_of_it_is_told_and_written(empty_of_each, backup, capsys):
    assert main(["restore", str(backup)]) == 0
    with connect.reading(connect.engine()) as connection:
        rows = connection.execute(select(USER_SESSION).order_by(USER_SESSION.c.id)).all()
        assert audit.verify(connection).ok
        of_restore = AUDIT.c.what == "återställd säkerhetskopia"
        row = connection.execute(select(AUDIT).where(of_restore)).one()
    assert [row.ended_at is None for row in rows] == [False, False]
    assert rows[1].ended_at < rows[0].ended_at  # one that had ended is left as it was
    told = capsys.readouterr().out
    assert "1 öppen session är avslutad. Alla loggar in på nytt." in told
    assert "1 nyckel gäller" in told and "Användare" in told
    assert '"made_at":"2026-11-26T09:15:00' in row.after.replace(" ", "")
    assert '"sessions":1' in row.after.replace(" ", "")
    check_cookies()


def check_cookies():
    """One from before the restore opens nothing, also of a session that the backup has never heard
    of and that was ended since, and one from after does."""
    now = datetime.now(UTC)
    claims = {"iss": "https://idp", "sub": "ett", "nonce": "n"}
    before = claims | {"iat": int(now.timestamp()) - 60}
    person = ensure_person("https://idp", "ett")
    with pytest.raises(SessionOver, match="ended"):
        sessions.enter(before, person, now)
    assert not sessions.is_open(before)
    later = now + timedelta(minutes=1)
    assert sessions.enter(claims | {"iat": int(later.timestamp())}, person, later) is True


def test_deeds_that_the_backup_had_not_carried_yet_are_carried_once(
    make_database, place, use_database, training, tmp_path
):
    """As when the store of reports was written in just after the main database was read."""
    address = make_database("sqlite", fill=fill_all)
    use_database(address)
    training()
    source = open_stores(address)
    with connect.writing(source.main) as connection:
        last = connection.scalar(text("SELECT last FROM delivered"))
        rows = connection.scalar(text("SELECT count(*) FROM audit"))
    with writing_raw(source.raw) as connection:
        columns = "at, subject, role, action, what"
        one = f"INSERT INTO deed ({columns}) SELECT {columns} FROM deed WHERE id = {last}"
        connection.execute(text(one))
    folder = make_backup(source, tmp_path, NOW, Silent()).folder
    source.dispose()
    use_database(place("sqlite"))
    training()
    assert main(["restore", str(folder)]) == 0
    with connect.reading(connect.engine()) as connection:
        assert connection.scalar(text("SELECT last FROM delivered")) == last + 1
        assert connection.scalar(text("SELECT count(*) FROM audit")) == rows + 2


@pytest.mark.parametrize("other", KINDS)
def test_what_has_content_is_refused_before_anything_is_read(
    backup, make_database, use_database, other, capsys
):
    address = make_database(other)
    there = open_stores(address)
    before = to_counts(there)
    assert main(["restore", str(backup), address]) == 1
    assert "flytta undan" in capsys.readouterr().err
    assert to_counts(there) == before
    there.dispose()


def test_a_changed_file_is_refused_and_nothing_is_written(empty, backup):
    file = backup / "bob-inlamnat.db"
    changed = bytearray(file.read_bytes())
    changed[len(changed) // 2] ^= 1
    file.write_bytes(bytes(changed))
    to = open_stores(empty)
    with pytest.raises(NotABackup, match="bob-inlamnat"):
        restore(backup, to, Silent())
    assert inspect(to.main).get_table_names() == []


@pytest.mark.parametrize("name", ["finns-inte", "."])
def test_what_is_no_backup_is_refused_by_name(empty, tmp_path, name, capsys):
    assert main(["restore", str(tmp_path / name)]) == 1
    assert FILE in capsys.readouterr().err


def test_rows_that_are_not_those_of_the_manifest_are_found(empty, backup):
    """Also where somebody has made its digests of the files anew."""
    manifest = read_manifest(backup)
    sums = {part: dict(tables) for part, tables in manifest.sums.items()}
    sums["main"]["council"] = sums["main"]["council"]._replace(rows=1)
    (backup / FILE).write_text(to_text(manifest._replace(sums=sums)))
    with pytest.raises(Different) as caught:
        restore(backup, open_stores(empty), Silent())
    assert caught.value.tables == ["council"]
    with pytest.raises(Unfinished):
        prepare(connect.engine())
    (backup / FILE).write_text(to_text(manifest))
    assert main(["restore", str(backup)]) == 1
    assert main(["restore", str(backup), "--anew"]) == 0


def test_one_of_a_newer_schema_is_refused(empty, backup):
    manifest = read_manifest(backup)
    for part in PARTS:
        newer = manifest.revisions | {part.name: "9999"}
        (backup / FILE).write_text(to_text(manifest._replace(revisions=newer)))
        with pytest.raises(WrongSchema, match="9999, newer than this code"):
            restore(backup, open_stores(empty), Silent())
        check_empty(open_stores(empty))


def test_one_of_an_older_schema_is_brought_to_that_of_the_code(
    make_database, kind, place, use_database, tmp_path, monkeypatch
):
    """Made by a code whose chains ended earlier, as that code would have made it."""
    use_database(make_database("sqlite"))
    source = open_stores(connect.current_address())
    older = {"main": "0010", "raw": "0001"}
    for part, engine in zip(PARTS, source, strict=True):
        with connect.writing(engine) as connection:
            migrate.downgrade(connection, older[part.name], part.chain)
    source.dispose()
    folder = older_backup(source, tmp_path, older)
    use_database(place(kind))
    assert main(["restore", str(folder)]) == 0
    assert health()["status"] == "ok"
    for part, engine in zip(PARTS, open_stores(connect.current_address()), strict=True):
        there = set(inspect(engine).get_table_names())
        assert there == {*part.metadata.tables, "alembic_version"}
    assert to_counts(open_stores(connect.current_address()))["council"] == 99
    assert sorted(one.name for one in folder.iterdir()) == sorted(
        [FILE, *(part.file for part in PARTS)]
    )  # the backup itself is left as it was


def older_backup(source, folder, revisions):
    """A backup of the files as they are, with a manifest that says so."""
    for part, engine in zip(PARTS, source, strict=True):
        one, two = sqlite3.connect(engine.url.database), sqlite3.connect(folder / part.file)
        with closing(one), closing(two):
            one.backup(two)
            two.execute("PRAGMA journal_mode = DELETE")
    files = {part.file: to_sum(folder / part.file) for part in PARTS}
    sums = {part.name: {} for part in PARTS}
    told = Manifest(NOW, ("exempel",), revisions, files, sums, True, "0" * 64)
    (folder / FILE).write_text(to_text(told))
    return folder


def test_real_reports_are_restored_but_not_served_in_a_demonstration(
    make_database, place, use_database, tmp_path, capsys
):
    use_database(make_database("sqlite"))
    source = open_stores(connect.current_address())
    sent({MEASURES: (FULL,)}, WRITER)
    made = make_backup(source, tmp_path, NOW, Silent())
    assert made.copied.kinds == ("exempel", "verkligt")
    source.dispose()
    use_database(place("sqlite"))
    assert main(["restore", str(made.folder)]) == 1
    told = capsys.readouterr()
    assert "är återställd" in told.out and "real reports" in told.err
    with pytest.raises(WrongKind):
        prepare(connect.engine())


def test_one_that_the_settings_do_not_name_is_restored_and_left_to_be_named(backup, place, capsys):
    address = place("sqlite")
    assert main(["restore", str(backup), address]) == 0
    assert "BOB_DATABASE_URL" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["a", "b", "c"], ["a", "--keep"]])
def test_what_is_not_understood_is_refused(arguments, sqlite_engine):
    assert main(["restore", *arguments]) == 2
