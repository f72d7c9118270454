"""Every table of every page as files: what is shown, read back by another program, with each gap's
reason, and what it is."""

import csv
import io
from datetime import date, datetime
from functools import partial
from pathlib import PurePosixPath

import openpyxl
import pandas as pd
import pytest

from data_access.audit import search_audit
from data_access.viewer import DEMONSTRATION
from pages import export, reads, sheets
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
from tests.viewers import ADMIN
from ui import column_words, formats, gap_words, sheet_files
from ui.sheet import Sheet

WRITER = {"roll": "nationell-samordnare"}
ADDRESSES = (  # with the least number of tables
    ("karta", {}, 1),
    ("karta", {"niva": "lan"}, 1),
    ("karta", {"niva": "lpo", "indikator": "misstankta-grova-brott"}, 1),
    ("trender", {}, 1),
    ("trender", {"bild": "regioner"}, 1),
    ("trender", {"bild": "kon"}, 1),
    ("trender", {"bild": "omraden"}, 1),
    ("etablering", {}, 3),
    ("tackning", {}, 4),
    ("deltagande", {}, 3),
    ("deltagande", {"region": "pr-nord"}, 3),
    ("insatser", {}, 4),
    ("insatser", {"del": "mal"}, 2),
    ("insatser", {"del": "hinder"}, 3),
    ("insatser", {"del": "resurser"}, 0),
    ("exempel", {}, 2),
    ("omrade", {"omrade": "pr-nord"}, 5),
    ("omrade", {"omrade": "lpo-lulea-boden"}, 3),
    ("granska", {"vy": "matt", "period": "2026K3"} | WRITER, 1),
)


@pytest.fixture
def example(filled):
    """The example's own release."""
    filled(release_example)


@pytest.fixture
def caught(monkeypatch):
    """(table, name) of each that a page offers as files."""
    found: list[tuple[Sheet, str]] = []

    def catch(one, name, **more):
        found.append((one, name))
        shown(one, name, **more)

    shown = sheets.draw_file
    monkeypatch.setattr(sheets, "draw_file", catch)
    return found


def read_book(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def to_rows(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def to_plain(value):
    return value.date() if isinstance(value, datetime) else value


def read_csv(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def is_nothing(value) -> bool:
    return not value if isinstance(value, str) else bool(pd.isna(value))


def check_cell(shown, written) -> None:
    """A cell of a file says what the page shows, and never nothing."""
    if is_nothing(shown):
        assert isinstance(written, str)
        assert written == formats.NONE or written.lower() in gap_words.reasons()
    elif isinstance(shown, str):
        assert str(written).replace(".", ",").replace("-", "−").removesuffix(",0") in (
            shown.replace("\u00a0", "").replace("-", "−"), shown.replace("-", "−"),
            shown.replace("\u00a0", "").replace(",00", "").rstrip("0").rstrip(","),
        ) or written == shown  # fmt: skip
    elif isinstance(shown, date):
        assert to_plain(written) == shown
    else:
        assert written == pytest.approx(float(shown))


@pytest.mark.parametrize(("page", "parameters", "least"), ADDRESSES)
def test_the_workbook_holds_what_the_page_shows(example, caught, page, parameters, least):
    assert not show(page, **parameters).exception
    assert len(caught) >= least
    for one, name in caught:
        book = read_book(sheet_files.to_xlsx(one))
        table, about = book.worksheets
        head, *rows = to_rows(table)
        assert head == [str(column) for column in one.table.columns], name
        assert len(rows) == len(one.table)
        for shown, written in zip(one.table.to_numpy(dtype=object), rows, strict=True):
            for mine, theirs in zip(shown, written, strict=True):
                check_cell(mine, theirs)
        assert table.freeze_panes and table.auto_filter.ref and table.print_title_rows == "$1:$1"
        assert table.title == "Tabell, exempeldata" and about.title == "Om tabellen"
        told = {row[0]: row[1] for row in to_rows(about) if row[0]}
        assert told["EXEMPELDATA"] and told["Dag"] and told["Källa"] and told["Urval"], name
        assert told["Definition"] and all(told[column] for column in head), name
        assert not any(cell.data_type == "f" or cell.hyperlink for sheet in book.worksheets
                       for row in sheet.iter_rows() for cell in row)  # fmt: skip


@pytest.mark.parametrize(("page", "parameters", "least"), ADDRESSES)
def test_the_other_files_say_the_same_as_the_workbook(example, caught, page, parameters, least):
    show(page, **parameters)
    for one, _name in caught:
        rows = to_rows(read_book(sheet_files.to_xlsx(one)).worksheets[0])[1:]
        swedish = read_csv(sheet_files.to_csv(one), ";")[-len(rows) :] if rows else []
        plain = read_csv(sheet_files.to_plain_csv(one), ",")
        first = 1 if one.beside.codes else 0
        assert plain[0][: first + 1][-1] == str(one.table.columns[0])
        assert len(plain) == len(rows) + 1 and all(line[-1] == "ja" for line in plain[1:])
        for shown, row, mine, theirs in zip(
            one.table.to_numpy(dtype=object), rows, swedish, plain[1:], strict=True
        ):
            wide = len(row)
            assert mine == [to_swedish(value) for value in row]
            assert theirs[first : first + wide] == [
                "" if is_nothing(a) else to_digits(b) for a, b in zip(shown, row, strict=True)
            ]
            assert theirs[first + wide].count(": ") >= sum(is_nothing(value) for value in shown)


def to_digits(value) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(tuple("=+-@")) else text


def to_swedish(value) -> str:
    return to_digits(value).replace(".", ",") if isinstance(value, float) else to_digits(value)


def is_told_by_its_name_alone(name, own):
    told = column_words.to_meaning(name, own)
    return told == f"Siffran för {name}, enligt definitionen ovan."


def test_every_column_that_is_no_place_or_quarter_has_a_meaning_of_its_own(example, caught):
    """A new column is to be explained in `ui.column_words` or by its table."""
    for page, parameters, _least in ADDRESSES:
        show(page, **parameters)
    names = reads.fetch_names(date(2026, 11, 1), viewer=DEMONSTRATION)
    places = {name for of in names.values() for name in of.values()}
    untold = {
        str(column)
        for one, _name in caught
        for column in one.table.columns
        if is_told_by_its_name_alone(str(column), one.beside.columns) and column not in places
    }
    series = {"Sverige", "Alla råd"}  # what a line of Trender is of, and groups of sex and age
    assert {one for one in untold - series if " år" not in one} == set()


def test_a_table_is_offered_by_one_control_with_each_form_and_a_safe_name(example_data):
    page = show("karta", dag="2025-06-30")
    controls = [one.proto.popover.label for one in page.get("popover")]
    assert "Ladda ner tabellen" in controls and not page.get("download_button")
    page.session_state["ladda_lagesbild-steg-lpo-2025-06-30-exempel"] = True
    found = page.run().get("download_button")
    assert [one.proto.label for one in found] == ["Excel", "CSV", "CSV för maskiner"]
    assert {PurePosixPath(one.proto.url).suffix for one in found} <= {".xlsx", ".csv", ""}


@pytest.fixture
def makers(monkeypatch):
    """form → what a click on it runs, of the last table that was shown."""
    found = {}
    monkeypatch.setattr(
        sheet_files,
        "show",
        lambda one, _name, to_maker, _label="": found.update(
            {
                key: to_maker(partial(form.make, one), key)
                for key, form in sheet_files.forms().items()
            }
        ),
    )
    return found


def test_a_file_is_noted_with_its_form(example_data_of_own, makers):
    assert not show("karta").exception
    for form, click in makers.items():
        assert click()
        note = search_audit(viewer=ADMIN, action="export")["after"].iloc[0]
        assert f'"form":"{form}"' in note and '"rader":95' in note


def test_a_file_that_is_refused_says_why_in_its_own_form(example_data_of_own, makers, monkeypatch):
    assert not show("karta").exception
    monkeypatch.setattr(export, "may_export", lambda _subject: False)
    book = read_book(makers["xlsx"]())
    assert "många filer" in book.worksheets[0]["A1"].value
    assert "många filer" in makers["csv"]().decode("utf-8-sig")
    assert "Umeå" not in str([to_rows(sheet) for sheet in book.worksheets])
