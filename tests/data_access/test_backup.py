"""A backup is whole or isn't there, whatever goes on beside it, and a changed one is found out."""

import fcntl
import os
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select, text

from data_access import audit
from data_access.__main__ import main
from data_access.backup import make_backup, remove_old
from data_access.backup_files import check_integrity, open_files
from data_access.backup_manifest import FILE, check_files, read_manifest
from data_access.copy_errors import CantWrite, NotABackup
from data_access.raw.released import note_released
from data_access.raw.schema import DEED, RELEASED, SUBMISSION_STATE
from data_access.schema import AUDIT, DELIVERED, RELEASE
from data_access.stores import PARTS, open_stores, reading_both
from tests.data_access import copy_child
from tests.data_access.processes import fork, start
from tests.data_access.released import add_release
from tests.data_access.reports import (
    FULL,
    MEASURES,
    NATIONAL,
    OTHER,
    newest,
    sent,
)
from tests.data_access.stored import Silent, fill_all, to_counts

NOW = datetime(2026, 11, 26, 9, 15, tzinfo=UTC)
FILES = {FILE, *(part.file for part in PARTS)}


@pytest.fixture
def source(kind, make_database, use_database):
    """Stores of each engine with something in every table, in the settings."""
    address = make_database(kind, fill=fill_all)
    use_database(address)
    yield (stores := open_stores(address))
    stores.dispose()


@pytest.fixture
def small(make_database, use_database):
    """Stores on SQLite alone, with what every database has."""
    address = make_database("sqlite")
    use_database(address)
    yield (stores := open_stores(address))
    stores.dispose()


def backed_up(source, folder, now=NOW):
    return make_backup(source, folder, now, Silent()).folder


def permissions(path):
    return oct(path.stat().st_mode & 0o777)


def test_a_backup_holds_every_row_for_its_owner_alone_and_is_the_same_each_time(source, tmp_path):
    made = make_backup(source, tmp_path / "kopior", NOW, Silent())
    assert made.folder == tmp_path / "kopior" / "bob-2026-11-26T091500Z"
    assert {one.name for one in made.folder.iterdir()} == FILES
    assert {permissions(one) for one in made.folder.iterdir()} == {"0o600"}
    assert permissions(made.folder) == "0o700"
    opened = open_files(made.folder)
    assert to_counts(opened) == to_counts(source)
    check_integrity(opened, made.folder)
    with opened.main.connect() as connection:
        assert audit.verify(connection).ok
    opened.dispose()
    assert {one.name for one in made.folder.iterdir()} == FILES  # reading leaves no trace
    check_manifest(made)
    again = backed_up(source, tmp_path / "kopior", NOW + timedelta(seconds=1))
    assert read_manifest(again).sums == read_manifest(made.folder).sums
    assert read_manifest(again).files == read_manifest(made.folder).files


def check_manifest(made):
    """It says what it is."""
    told = read_manifest(made.folder)
    assert told.made_at == NOW
    assert told.kinds == ("exempel",)
    assert told.revisions == {part.name: part.chain.head for part in PARTS}
    assert told.sums == made.copied.sums and told.is_current and told.chain_ok
    check_files(made.folder, told)


def test_the_command_says_where_it_is_and_that_it_is_whole(small, tmp_path, capsys):
    assert main(["backup", str(tmp_path)]) == 0
    (folder,) = tmp_path.iterdir()
    told = capsys.readouterr().out
    assert str(folder) in told and "exempel" in told and "kedja är hel" in told
    check_files(folder, read_manifest(folder))


def test_no_backup_is_made_of_a_lost_store_so_that_none_that_is_good_goes(source, tmp_path, capsys):
    kept = [backed_up(source, tmp_path)]
    with source.raw.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE deed DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER deed_no_delete"))
        connection.execute(delete(DEED))
    assert main(["backup", str(tmp_path), "--keep", "1"]) == 1
    assert "without-reports" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == kept


@pytest.mark.parametrize("arguments", [[], ["x", "--keep", "0"], ["x", "--keep", "alla"]])
def test_what_is_not_understood_is_refused(arguments, small):
    assert main(["backup", *arguments]) == 2


def test_every_changed_byte_is_found(small, tmp_path):
    folder = backed_up(small, tmp_path)
    manifest, whole = read_manifest(folder), (folder / FILE).read_bytes()
    for place in range(0, len(whole), 37):
        changed = bytearray(whole)
        changed[place] ^= 1
        (folder / FILE).write_bytes(bytes(changed))
        try:
            assert read_manifest(folder) == manifest, place  # a space that is none
        except NotABackup:
            continue
        assert whole[place : place + 1].isspace(), place
    (folder / FILE).write_bytes(whole)
    for part in PARTS:
        file = folder / part.file
        kept = file.read_bytes()
        for place in (0, len(kept) // 2, len(kept) - 1):
            changed = bytearray(kept)
            changed[place] ^= 1
            file.write_bytes(bytes(changed))
            with pytest.raises(NotABackup, match=part.file):
                check_files(folder, manifest)
        file.write_bytes(kept)
    check_files(folder, manifest)


def test_one_with_a_file_missing_is_no_backup(small, tmp_path):
    folder = backed_up(small, tmp_path)
    for name in sorted(FILES):
        (folder / name).rename(tmp_path / name)
        with pytest.raises(NotABackup, match=name):
            check_files(folder, read_manifest(folder))
        (tmp_path / name).rename(folder / name)
    check_files(folder, read_manifest(folder))


def test_a_manifest_of_another_format_is_refused(small, tmp_path, monkeypatch):
    monkeypatch.setattr("data_access.backup_manifest.FORMAT", 2)
    folder = backed_up(small, tmp_path)
    monkeypatch.undo()
    with pytest.raises(NotABackup, match="annan version"):
        read_manifest(folder)


def test_no_more_than_so_many_are_kept_and_nothing_else_is_touched(small, tmp_path, capsys):
    old = [backed_up(small, tmp_path, NOW - timedelta(days=day)) for day in (4, 3, 2)]
    (old[0] / "anteckning.txt").write_text("min")  # somebody's own file
    broken = tmp_path / "bob-2020-01-01T000000Z"
    broken.mkdir()
    for name in FILES:
        (broken / name).write_text("{}")
    others = [tmp_path / "bob.db", tmp_path / "bob-2019"]
    others[0].write_text("min")
    others[1].mkdir()
    (tmp_path / "bob-2021-01-01T000000Z").symlink_to(old[2])
    kept = {path.name for path in tmp_path.iterdir()}
    assert main(["backup", str(tmp_path), "--keep", "2"]) == 0
    assert "Borttagen" in capsys.readouterr().out
    left = {path.name for path in tmp_path.iterdir()}
    assert kept - left == {old[1].name}
    assert len(left - kept) == 1
    assert {one.name for one in old[0].iterdir()} == FILES | {"anteckning.txt"}


def test_those_of_another_kind_are_not_counted(small, tmp_path):
    example = backed_up(small, tmp_path)
    assert remove_old(tmp_path, 1, ("verkligt",)) == []
    assert example.exists()


def test_one_of_the_same_second_is_not_written_over(small, tmp_path):
    folder = backed_up(small, tmp_path)
    before = (folder / FILE).read_bytes()
    with pytest.raises(CantWrite, match=folder.name):
        backed_up(small, tmp_path)
    assert (folder / FILE).read_bytes() == before
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_can_not_be_made_is_named(small, tmp_path, capsys):
    (tmp_path / "fil").touch()
    assert main(["backup", str(tmp_path / "fil")]) == 1
    assert "fil" in capsys.readouterr().err


# Where the tables are made, and where each of the two files is filled; the source's own need 32 kB
@pytest.mark.parametrize("room", [60_000, 250_000, 600_000])
def test_a_full_disk_leaves_nothing_behind(small, tmp_path, room):
    """As any user: no file of the process may grow beyond so much."""
    folder = tmp_path / "kopior"
    ours, theirs = fork.Pipe()
    child = start(copy_child.run_out_of_room, ["backup", str(folder)], room, theirs)
    child.join(60)
    code, errors = ours.recv()
    assert code == 1
    assert "gick inte att skriva: disk I/O error" in errors
    assert list(folder.iterdir()) == []


def test_what_one_that_was_killed_left_is_removed_and_one_at_work_is_not(small, tmp_path):
    killed = tmp_path / ".ny-bob-2026-11-20T091500Z"
    at_work = tmp_path / ".ny-bob-2026-11-21T091500Z"
    others = tmp_path / ".ny-bob-viktigt"
    for folder in (killed, at_work, others):
        folder.mkdir()
        (folder / "bob.db").touch()
    lock = os.open(at_work, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    folder = backed_up(small, tmp_path)
    os.close(lock)
    assert set(tmp_path.iterdir()) == {folder, at_work, others}


def test_what_fails_on_the_way_leaves_nothing(source, tmp_path, monkeypatch):
    class Failing(Silent):
        def go_on(self, part, _table, _rows):
            if part == "raw":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_backup(source, tmp_path, NOW, Failing())
    assert list(tmp_path.iterdir()) == []


class Working(threading.Thread):
    """Reports, approves and releases as fast as it can, until it is told to stop."""

    def __init__(self):
        super().__init__()
        self.stopped, self.done, self.error = threading.Event(), 0, None

    def run(self):
        try:
            while not self.stopped.is_set():
                self._work(self.done)
                self.done += 1
        except Exception as error:
            self.error = error

    def _work(self, number):
        unit = MEASURES._replace(period=MEASURES.period)
        sent({unit: (FULL if number % 2 else OTHER,)}, NATIONAL)
        submission = newest(unit).id
        note_released(str(number + 10), [submission])
        add_release(number + 10)
        audit.note(NATIONAL, audit.Action.EXPORT, "prov")


class Slow(Silent):
    """Gives the others time between the two stores and between tables."""

    def __init__(self, worker):
        super().__init__()
        self._worker = worker

    def end(self, _part, table):
        if table in ("audit", "released_count", "deed"):
            before = self._worker.done
            for _try in range(2_000):
                if self._worker.done > before or self._worker.error:
                    return
                self._worker.stopped.wait(0.005)


def test_each_backup_is_of_one_moment_while_people_work(engine, tmp_path):
    source = open_stores(engine.url.render_as_string(hide_password=False))
    worker = Working()
    worker.start()
    try:
        made = [
            backed_up_slowly(source, tmp_path, NOW + timedelta(seconds=number), worker)
            for number in range(2)
        ]
    finally:
        worker.stopped.set()
        worker.join()
    assert worker.error is None
    seen = [check_one_moment(folder) for folder in made]
    assert seen == sorted(seen) and len(set(seen)) == 2  # else nobody worked meanwhile


def backed_up_slowly(source, folder, now, worker):
    return make_backup(source, folder, now, Slow(worker)).folder


def check_one_moment(folder):
    """The backup is consistent within and between its stores; how many releases it has."""
    files = open_files(folder)
    with reading_both(files) as snapshot:
        assert audit.verify(snapshot.main).ok
        last, at = snapshot.main.execute(select(DELIVERED.c.last, DELIVERED.c.at)).one()
        assert last <= (snapshot.raw.scalar(select(func.max(DEED.c.id))) or 0)
        if last:
            assert snapshot.raw.scalar(select(DEED.c.at).where(DEED.c.id == last)) == at
        tokens = set(snapshot.main.scalars(select(RELEASE.c.token)))
        assert tokens <= set(snapshot.raw.scalars(select(RELEASED.c.token)))
        states = snapshot.raw.scalar(select(func.count()).select_from(SUBMISSION_STATE))
        deeds = snapshot.raw.scalar(select(func.count()).select_from(DEED))
        assert states <= deeds * 2
        for connection in (snapshot.main, snapshot.raw):
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        rows = snapshot.main.scalar(select(func.count()).select_from(AUDIT))
    files.dispose()
    assert rows == read_manifest(folder).sums["main"]["audit"].rows
    return len(tokens)
