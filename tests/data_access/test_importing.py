"""`python -m data_access import`: the same reading and checks, one file at a time, resumable."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from data_access import import_command
from data_access.__main__ import main
from data_access.approval import approve
from data_access.importing import ALREADY, NOT_TRIED, READ, REFUSED, _to_words, import_file
from data_access.kind import WrongKind
from data_access.recording import BadRecord
from data_access.report_context import read_context
from data_access.scope import NotAllowed, OutsideScope
from data_access.submissions import read_submissions, undo
from data_access.viewer import Right
from geodata.division import UnknownArea
from indicators.periods import Quarter
from reporting.template import to_template
from tests.data_access.reporting_door import (
    add,
    check_audit,
    count_rows,
    make_file,
    make_files,
    read_plain,
    to_plain,
    to_viewer,
)
from tests.reporting.filling import fill
from tests.viewers import PLAYER

ROOT = Path(__file__).parents[2]
REGION, PERIOD = "pr-nord", Quarter(2026, 3)
VIEWER = to_viewer(REGION)
AS = ["--as", "nationell-samordnare", "--areas", REGION]


@pytest.fixture
def files(sqlite_engine, tmp_path):
    """Three files of an area each, with what is in them."""
    found = list(make_files(VIEWER, [PERIOD]))[:3]
    for file in found:
        (tmp_path / file.name).write_bytes(file.data)
    return [(tmp_path / file.name, file) for file in found]


def run(*arguments):
    return main(["import", *map(str, arguments), *AS])


def read_report(path):
    return json.loads(path.read_text("utf-8"))


def broken(path, file):
    path.write_bytes(file.data.replace(b"2026K3", b"2026K9"))


def test_files_go_in_as_they_are(files, capsys):
    before = count_rows()
    assert run(*[path for path, _ in files]) == 0
    for _path, file in files:
        assert read_plain(file.units, VIEWER) == to_plain(file.units)
        before = add(before, file.counts())
    assert count_rows() == before
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].split("]")[0] for line in lines] == ["[1/3", "[2/3", "[3/3"]
    assert all(": inläst, " in line for line in lines)
    check_audit()


def test_run_again_it_leaves_what_is_in_and_takes_the_rest(files, tmp_path):
    paths = [path for path, _ in files]
    assert run(*paths[:2]) == 0
    stored = count_rows()
    assert run(*paths, "--report", tmp_path / "ut.json") == 0
    assert [one["status"] for one in read_report(tmp_path / "ut.json")] == [ALREADY, ALREADY, READ]
    assert count_rows() == add(stored, files[2][1].counts())


def test_a_file_with_an_error_is_refused_whole_and_the_others_go_in(files, tmp_path, capsys):
    broken(*files[1])
    report = tmp_path / "ut.json"
    assert run(*[path for path, _ in files], "--report", report) == 1
    found = read_report(report)
    assert [one["status"] for one in found] == [READ, REFUSED, READ]
    assert read_plain(files[1][1].units, VIEWER) == {}
    remark = found[1]["remarks"][0]
    assert remark["severity"] == "fel" and "2026K9" in remark["written"]
    assert remark["place"]["row"] > 1 and remark["right"]
    assert "fel: C2:" in capsys.readouterr().out


def test_mended_and_run_again_it_goes_in(files):
    path, file = files[0]
    broken(path, file)
    assert run(path) == 1
    path.write_bytes(file.data)
    assert run(path) == 0
    assert read_plain(file.units, VIEWER) == to_plain(file.units)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x00\x01\x02", "hej på dig".encode()])
def test_what_is_no_report_is_refused_with_a_reason(files, tmp_path, content):
    odd = tmp_path / "udda.xlsx"
    odd.write_bytes(content)
    stored = count_rows()
    assert run(odd, "--report", tmp_path / "ut.json") == 1
    (found,) = read_report(tmp_path / "ut.json")
    assert found["status"] == REFUSED and found["remarks"][0]["wrong"]
    assert count_rows() == stored


def test_a_file_that_is_not_there_is_told_and_the_others_go_in(files, tmp_path):
    report = tmp_path / "ut.json"
    assert run(tmp_path / "borta.csv", files[0][0], "--report", report) == 1
    found = read_report(report)
    assert [one["status"] for one in found] == [REFUSED, READ]
    assert found[0]["remarks"][0]["code"] == "unreadable"


def test_a_filled_in_template_goes_in_too(sqlite_engine, tmp_path):
    file, context = make_file(VIEWER, PERIOD), read_context(PERIOD, viewer=VIEWER)
    (tmp_path / "mall.xlsx").write_bytes(fill(to_template(context), file.units, context))
    assert run(tmp_path / "mall.xlsx") == 0
    assert read_plain(file.units, VIEWER) == to_plain(file.units)


def test_rows_without_a_period_are_of_the_one_that_is_named(files):
    path, file = files[0]
    path.write_bytes(file.data.replace(b"2026K3", b""))
    assert run(path, "--period", "2026K3") == 0
    assert read_plain(file.units, VIEWER) == to_plain(file.units)


def test_a_warning_without_a_note_stops_the_file_until_warnings_are_accepted(files, tmp_path):
    path, _file = files[0]
    context = read_context(PERIOD, viewer=VIEWER)
    area = next(iter(context.areas))
    name = context.areas[area].name
    heads = "Områdeskod;Område;Period;Kommun;Senaste kartläggningen;Nästa ska vara klar;Anteckning"
    kommun = context.kommuner[min(context.areas[area].kommuner)]
    row = f"{area};{name};2025K4;{kommun};2024-01-15;2030-01-15;"  # more than two years between
    path.write_text(f"{heads}\n{row}\n", "utf-8")
    report = tmp_path / "ut.json"
    assert run(path, "--report", report) == 1
    assert {one["severity"] for one in read_report(report)[0]["remarks"]} == {"varning"}
    assert run(path, "--accept-warnings", "--report", report) == 0
    (found,) = read_report(report)
    assert found["status"] == READ and found["remarks"]


def test_another_regions_areas_are_refused(files):
    path, file = files[0]
    assert main(["import", str(path), "--as", "rapportor", "--areas", "pr-syd"]) == 1
    assert read_plain(file.units, PLAYER) == {}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OutsideScope("lpo-umea", PERIOD.last), "området lpo-umea ligger utanför"),
        (NotAllowed(VIEWER, Right.PUBLISH), "har inte rätten publicera"),
        (UnknownArea("lpo-x", PERIOD.last), "inget område har koden lpo-x"),
        (WrongKind("example data"), "exempeldata och riktiga rapporter"),
        (BadRecord("no field"), "går inte att spara (no field)"),
    ],
)
def test_why_a_file_is_not_stored_is_said_in_swedish(error, words):
    assert words in _to_words(error)


def test_what_is_approved_is_told_to_be_locked(files):
    _path, file = files[0]
    assert import_file(file.data, "a", default=PERIOD, viewer=VIEWER).status == READ
    found = read_submissions(file.units, viewer=VIEWER)
    approve([one.id for one in found.values()], viewer=PLAYER)
    again = file.data.replace(b"\r\n\r\n", b"\r\n\r\n\r\n")
    outcome = import_file(again, "b", default=PERIOD, viewer=VIEWER)
    assert outcome.status == REFUSED
    assert outcome.remarks[-1]["code"] in {"locked", "approved"}


def test_a_file_that_was_undone_can_be_brought_in_anew(files):
    _path, file = files[0]
    first = import_file(file.data, "a", default=PERIOD, viewer=VIEWER)
    undo(first.sending, "fel fil", viewer=VIEWER)
    assert read_plain(file.units, VIEWER) == {}
    assert import_file(file.data, "a", default=PERIOD, viewer=VIEWER).status == READ
    assert read_plain(file.units, VIEWER) == to_plain(file.units)


def test_the_report_names_the_files_that_were_not_reached(files, tmp_path, monkeypatch):
    report, paths = tmp_path / "ut.json", [path for path, _ in files]
    seen = []
    monkeypatch.setattr(import_command, "tell", lambda *_: seen.append(read_report(report)))
    assert run(*paths, "--report", report) == 0
    statuses = [[one["status"] for one in told] for told in seen]
    assert statuses[0] == [NOT_TRIED] * 3
    assert statuses[2] == [READ, READ, NOT_TRIED]


def test_a_database_that_goes_away_stops_the_run_with_one_line(files, tmp_path, capsys):
    paths = [path for path, _ in files]

    class Vanishing(io.StringIO):
        """Where the store's file is taken away as soon as the first file is told to be in."""

        def write(self, words):
            store = tmp_path / "undan"
            if not store.exists():
                for file in Path(ENGINE[0]).parent.glob(f"{Path(ENGINE[0]).stem}-inlamnat.db*"):
                    file.rename(f"{store}{file.suffix.removeprefix('.db')}")
            return super().write(words)

    from data_access import connect

    ENGINE = [connect.engine().url.database]  # noqa: N806
    report = tmp_path / "ut.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", Vanishing())
        assert run(*paths, "--report", report) == 1
    assert [one["status"] for one in read_report(report)] == [READ, REFUSED, NOT_TRIED]
    assert "Kör samma kommando igen" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fil.csv"],
        ["fil.csv", "--as", "lasare"],
        ["fil.csv", "--as", "rapportor", "--areas", "här"],
        ["fil.csv", "--as", "rapportor", "--period", "hösten"],
    ],
)
def test_arguments_that_can_not_be_understood_are_refused(arguments, capsys):
    assert main(["import", *arguments]) == 2
    assert capsys.readouterr().err


def test_a_report_that_can_not_be_written_is_told_before_anything_is_stored(files, tmp_path):
    stored = count_rows()
    assert run(files[0][0], "--report", tmp_path / "ingen" / "ut.json") == 1
    assert count_rows() == stored


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_is_drawn_where_somebody_looks_and_nowhere_else(files, monkeypatch, capsys):
    paths = [path for path, _ in files]
    assert run(paths[0]) == 0
    assert capsys.readouterr().err == ""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert run(*paths) == 0
    assert "33 %  1/3" in screen.getvalue() and screen.getvalue().endswith("\r")


def test_the_command_runs_in_a_process_of_its_own(files, tmp_path):
    path, file = files[0]
    done = subprocess.run(
        [sys.executable, "-m", "data_access", "import", str(path), *AS],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert read_plain(file.units, VIEWER) == to_plain(file.units)
