"""Whatever file comes: it is refused with its reasons and nothing is stored, or what was previewed
is what is read afterwards, all of it."""

import csv
from functools import lru_cache
from io import BytesIO, StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from data_access.receiving import contexts, receive
from data_access.submissions import read_submissions, send
from indicators.periods import Quarter
from reporting.delimited import to_csv
from reporting.kinds import CELLS, TOTALS
from reporting.rows import Row, Unit
from reporting.template import to_template
from tests.data_access.reporting_door import (
    File,
    add,
    count_rows,
    make_units,
    read_plain,
    to_plain,
    to_viewer,
)
from tests.reporting.filling import fill

REGION, PERIOD = "pr-nord", Quarter(2025, 4)  # a fourth quarter has every kind
AREAS = ("lpo-lulea-boden", "lpo-kiruna-gallivare", REGION)
VIEWER = to_viewer(*AREAS)
LONG = settings.get_current_profile_name() == "long"
MOST = 100 if LONG else 40  # files of a turn
TURNS = 20 if LONG else 1  # each in a database of its own
ENTRIES = 3  # of each list in the files: small files are mutated more

TYPICAL = [
    "", "0", "7", "00", "1 234", "1,5", "1.5", "1e3", "..", ".", "-", "–", "saknas",
    "ej tillämpligt", "inget", "-3", "12 %", "=1+1", "#REF!", "999999999", "1000000000", "1e400",
    "ja", "nej", "Summa", "Totalt", "2025K4", "2025K3", "2026K4", "2024K4", "2025-11-01",
    "2025-12-31", "2099-01-01", "lpo-lulea-boden", "Luleå-Boden", "pr-nord", "Nord", "pr-syd",
    "Kiruna", "2584", "Polisen", "Sekretess", "medlem", "inom nivån", "19121212-1212",
    "namn@exempel.se", "070-174 06 05", "x" * 3000, "x" * 12000, "a\nb", "å\u0308", "\u200b", "😀",
    "\x00", "'", '"', ";",
]  # fmt: skip
WORDS = st.sampled_from(TYPICAL) | st.integers(0, 10**10).map(str) | st.text(max_size=20)
VALUES = WORDS | st.integers(-5, 10**12) | st.floats() | st.dates() | st.booleans() | st.none()


def times(share):
    """This share of a turn's files, in every turn."""
    chosen = settings(
        max_examples=int(MOST * share),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=not LONG,
    )
    return lambda test: pytest.mark.parametrize("turn", range(TURNS))(chosen(test))


@lru_cache(maxsize=1)
def known():
    """The context and small units of every kind. They are the same in each database here."""
    context = contexts(VIEWER)(PERIOD)
    units = {unit: rows[:ENTRIES] for unit, rows in make_units(context).items()}
    return context, units


@lru_cache(maxsize=1)
def lines():
    """The CSV as rows of cells."""
    context, units = known()
    return list(csv.reader(StringIO(to_csv(units, context).decode("utf-8-sig")), delimiter=";"))


@lru_cache(maxsize=1)
def template():
    """The filled in template."""
    context, units = known()
    return fill(to_template(context), units, context)


def judge(data):
    """Sends what is whole; whether it was."""
    before = count_rows()
    received = receive(data, default=PERIOD, viewer=VIEWER)
    assert all(remark.wrong for remark in received.remarks)
    assert count_rows() == before
    if not received.is_whole:
        assert received.remarks
        return False
    stored = read_plain(received.units, VIEWER)
    assert stored == to_plain(received.stored)
    number = send(
        received.units,
        expected=received.expected,
        viewer=VIEWER,
        source="prov",
        channel="fil",
        digest=received.digest,
    )
    assert read_plain(received.units, VIEWER) == to_plain(received.units)
    found = read_submissions(received.units, viewer=VIEWER)
    seen = {unit: received.expected[unit] + 1 for unit in received.units}
    assert {unit: one.revision for unit, one in found.items()} == seen
    assert {one.sending for one in found.values()} == {number}
    assert count_rows() == add(before, File("", data, received.units).counts())
    return True


def test_the_files_that_are_mutated_go_through_as_they_are(sqlite_engine):
    """Else the properties below would hold for want of files that are accepted."""
    _context, units = known()
    for data in (to_bytes(lines()), template()):
        assert judge(data)
        assert read_plain(units, VIEWER) == to_plain(units)


@times(0.5)
@given(data=st.data())
def test_a_mutated_csv_is_refused_or_stored_as_previewed(sqlite_engine, turn, data):
    rows = [list(row) for row in lines()]
    for _step in range(data.draw(st.integers(1, 4))):
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        if row:
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(WORDS)
    if data.draw(st.integers(0, 3)) == 0:
        rows.insert(data.draw(st.integers(0, len(rows))), data.draw(st.sampled_from(rows)))
    for _step in range(data.draw(st.integers(0, 2))):
        rows.pop(data.draw(st.integers(0, len(rows) - 1)))
    judge(to_bytes(rows, data.draw(st.sampled_from(["utf-8-sig", "utf-8", "cp1252", "utf-16"]))))


@times(0.2)
@given(data=st.data())
def test_one_changed_cell_is_refused_or_stored_as_previewed(sqlite_engine, turn, data):
    """Most of these files are accepted."""
    rows = [list(row) for row in lines()]
    number = data.draw(st.sampled_from([n for n, row in enumerate(rows) if len(row) > 4]))
    rows[number][data.draw(st.integers(4, len(rows[number]) - 1))] = data.draw(WORDS)
    judge(to_bytes(rows))


@times(0.15)
@given(data=st.data())
def test_a_mutated_template_is_refused_or_stored_as_previewed(sqlite_engine, turn, data):
    book = load_workbook(BytesIO(template()))
    for _step in range(data.draw(st.integers(1, 4))):
        sheet = book[data.draw(st.sampled_from(book.sheetnames[1:]))]
        row = data.draw(st.integers(1, min(sheet.max_row, 20)))
        cell = sheet.cell(row, data.draw(st.integers(1, max(sheet.max_column, 2))))
        if type(cell).__name__ == "Cell":  # of merged cells only the first holds anything
            put(cell, data.draw(VALUES))
    file = BytesIO()
    book.save(file)
    judge(file.getvalue())


@times(0.15)
@given(data=st.data())
def test_a_file_that_is_cut_or_bitten_is_refused_or_stored_as_previewed(sqlite_engine, turn, data):
    content = bytearray(data.draw(st.sampled_from([to_bytes(lines()), template()])))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] ^= data.draw(st.integers(1, 255))
    end = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    judge(bytes(content[:end]))


@pytest.mark.parametrize("shown", [TOTALS, ("totalt",), ()])
def test_totals_beside_all_their_cells_are_checked_and_not_stored(sqlite_engine, shown):
    context, units = known()
    unit = Unit(AREAS[0], "indikatorer", PERIOD)
    code = units[unit][0].values["indikator"]
    cells: dict[str, object] = {"indikator": code, **dict.fromkeys(CELLS, 2)}
    totals = {"kvinnor": 6, "man": 6, "totalt": 12}
    row = Row(cells | {name: totals[name] for name in shown})
    data = to_csv({unit: (row,)}, context)
    assert judge(data)
    assert read_plain([unit], VIEWER) == {unit: (cells,)}


def test_totals_of_a_form_are_not_stored_beside_their_cells_either(sqlite_engine):
    _context, units = known()
    unit = Unit(AREAS[0], "indikatorer", PERIOD)
    cells = {"indikator": units[unit][0].values["indikator"], **dict.fromkeys(CELLS, 2)}
    rows = (Row(cells | {"totalt": 12}),)
    send({unit: rows}, expected={}, viewer=VIEWER, source="prov", channel="formular")
    assert read_plain([unit], VIEWER) == {unit: (cells,)}


def put(cell, value):
    """Sets the cell; to nothing where the signs are such as no spreadsheet program can write."""
    try:
        cell.value = value
    except (ValueError, IllegalCharacterError):
        cell.value = None


def to_bytes(rows, encoding="utf-8-sig"):
    """The rows as CSV."""
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode(encoding, "replace")
