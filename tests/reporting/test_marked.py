"""The marked copy: each remark in its cell and in the list, and nothing harmful carried along."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

import words
from reporting.marked import opening, to_marked
from reporting.marked.cells import COLOURS
from reporting.reading import read_file
from reporting.remarks import Remark, Severity
from reporting.rows import NOWHERE, Place
from reporting.template import to_template
from tests.reporting.contexts import PERIOD, make_context
from tests.reporting.filling import set_cells, to_bytes

LIST = "Att rätta"
WIDE = "Ungdomsindikatorer"


def remark(row=2, column="B", sheet="Blad", severity=Severity.ERROR, **more):
    words = {"wrong": "Det är ett minustal.", "right": "Skriv noll.", "written": "-3", **more}
    return Remark(severity, "test", place=Place(sheet, row), column=column, **words)


def make_file(*rows, name="Blad", change=None):
    book = Workbook()
    book.active.title = name
    for row in rows or (["Område", "Antal"], ["Umeå", -3], ["Luleå", 4]):
        book.active.append(row)
    if change:
        change(book.active)
    return to_bytes(book)


def mark(data, *remarks):
    return load_workbook(BytesIO(to_marked(data, remarks)))


def colour_of(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def to_list(book):
    return [list(row) for row in book[LIST].iter_rows(min_row=5, values_only=True)]


@pytest.mark.parametrize("severity", Severity)
def test_the_cell_has_the_colour_of_its_severity_and_black_text(severity):
    cell = mark(make_file(), remark(severity=severity))["Blad"]["B2"]
    assert (colour_of(cell), cell.font.color.rgb) == (COLOURS[severity], "FF000000")


def test_the_comment_says_what_is_wrong_and_what_to_do():
    text = mark(make_file(), remark())["Blad"]["B2"].comment.text
    assert "Det är ett minustal." in text
    assert "Skriv noll." in text


def test_two_remarks_on_a_cell_give_the_worse_colour_and_both_texts():
    warning = remark(severity=Severity.WARNING, wrong="Det är ett hopp.")
    cell = mark(make_file(), warning, remark())["Blad"]["B2"]
    assert colour_of(cell) == COLOURS[Severity.ERROR]
    assert "Det är ett hopp." in cell.comment.text
    assert "Det är ett minustal." in cell.comment.text


def test_other_cells_are_as_they_were():
    def change(sheet):
        sheet["A3"].font = Font(bold=True, color="FF112233")
        sheet["B3"].value = "=SUM(1,2)"
        sheet["C1"].comment = Comment("Min egen", "Ada")

    sheet = mark(make_file(change=change), remark())["Blad"]
    assert (sheet["A3"].value, sheet["A3"].font.color.rgb) == ("Luleå", "FF112233")
    assert (sheet["B3"].value, colour_of(sheet["B3"])) == ("=SUM(1,2)", None)
    assert sheet["C1"].comment.text == "Min egen"


def test_a_persons_own_comment_stays_under_the_remark():
    def change(sheet):
        sheet["B2"].comment = Comment("Min egen", "Ada")

    text = mark(make_file(change=change), remark())["Blad"]["B2"].comment.text
    assert text.endswith("Min egen")
    assert text.startswith("Det är ett minustal.")


def test_the_list_comes_first_and_is_the_sheet_that_opens():
    book = mark(make_file(), remark())
    assert book.sheetnames == [LIST, "Blad"]
    assert book.active.title == LIST
    assert not book["Blad"].sheet_view.tabSelected


def test_the_list_tells_each_remark_errors_first():
    warning = remark(3, "A", severity=Severity.WARNING, wrong="Hopp", right="", written="4")
    assert to_list(mark(make_file(), warning, remark())) == [
        ["Fel", "Blad", 2, "B", "-3", "Det är ett minustal.", "Skriv noll."],
        ["Varning", "Blad", 3, "A", "4", "Hopp", None],
    ]


def test_the_list_says_how_many():
    book = mark(make_file(), remark(), remark(severity=Severity.WARNING))
    assert book[LIST]["A2"].value.startswith("1 fel och 1 varning.")


def test_each_remark_links_to_its_cell():
    data = make_file(name="Ada's blad")
    cell = mark(data, remark(sheet="Ada's blad"))[LIST]["D5"]
    assert cell.hyperlink.location == "'Ada''s blad'!B2"
    assert not cell.hyperlink.target


@pytest.mark.parametrize(
    "lost",
    [
        Place("Blad", 0),
        Place("Annat", 2),
        Place("Blad", 2_000_000),
        NOWHERE,
    ],
    ids=str,
)
def test_a_remark_without_a_place_in_the_file_is_listed_only(lost):
    book = mark(make_file(), Remark(Severity.ERROR, "test", "Fel blad.", place=lost))
    assert to_list(book)[0][5] == "Fel blad."
    assert book[LIST]["B5"].hyperlink is None
    assert not any(colour_of(cell) for row in book["Blad"].iter_rows() for cell in row)


def test_a_column_that_is_none_marks_nothing():
    book = mark(make_file(), remark(column="Å"))
    assert not any(cell.comment for row in book["Blad"].iter_rows() for cell in row)


def test_a_remark_on_a_whole_row_marks_its_first_cell():
    assert colour_of(mark(make_file(), remark(column=""))["Blad"]["A2"])


def test_merged_cells_are_marked_in_the_corner_that_shows():
    data = make_file(change=lambda sheet: sheet.merge_cells("A2:C3"))
    sheet = mark(data, remark(3, "C"))["Blad"]
    assert colour_of(sheet["A2"]) == COLOURS[Severity.ERROR]
    assert sheet["A2"].comment


@pytest.mark.parametrize("written", ["=1+1", "+46", "-3", "@SUM(A1)", '=HYPERLINK("x")', "#N/A"])
def test_what_a_person_wrote_is_text_in_the_list(written):
    cell = mark(make_file(), remark(written=written))[LIST]["E5"]
    assert (cell.value, cell.data_type) == (written, "s")
    assert cell.quotePrefix or written.startswith("#")


def test_texts_that_no_spreadsheet_can_hold_are_cleaned():
    book = mark(make_file(), remark(written="a\x00b\ud800c", wrong="x\x07y"))
    assert to_list(book)[0][4:6] == ["abc", "xy"]
    assert book["Blad"]["B2"].comment.text.startswith("xy")


@pytest.mark.parametrize(
    "formula", ["='[1]Blad1'!A1", "=cmd|'/c calc'!A0", '=HYPERLINK("x","y")', '=WEBSERVICE("x")']
)
def test_a_formula_that_reaches_outside_the_book_becomes_text(formula):
    cell = mark(make_file(["a", formula]), remark())["Blad"]["B1"]
    assert (cell.value, cell.data_type) == (formula, "s")


def test_links_to_the_web_and_lists_in_other_books_are_not_carried_along():
    def change(sheet):
        sheet["A1"].hyperlink = "ftp://127.0.0.1/x"
        rule = DataValidation("list", "[1]Blad!$A$1:$A$2")
        rule.add("B2")
        sheet.add_data_validation(rule)

    sheet = mark(make_file(change=change), remark())["Blad"]
    assert (sheet["A1"].value, sheet["A1"].hyperlink) == ("Område", None)
    assert not sheet.data_validations.dataValidation


def test_a_file_with_macros_gives_the_list_and_no_macro():
    data = BytesIO(make_file())
    with ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    marked = to_marked(data.getvalue(), [remark()])
    assert not any("vba" in name.lower() for name in ZipFile(BytesIO(marked)).namelist())
    assert load_workbook(BytesIO(marked)).sheetnames == [LIST]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 rest", b"\x00\x01\x02" * 50])
def test_what_is_no_spreadsheet_gives_the_list_alone(data):
    book = mark(data, remark(sheet=""))
    assert book.sheetnames == [LIST]
    assert len(to_list(book)) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_csv_becomes_a_sheet_of_texts_marked_in_the_same_way(encoding):
    text = "Områdeskod;Indikator;Kvinnor 12–14\r\n0114;Ärenden;=1+1\r\n"
    book = mark(text.encode(encoding), remark(2, "C", sheet=""))
    sheet = book.worksheets[1]
    assert [cell.value for cell in sheet[2]] == ["0114", "Ärenden", "=1+1"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert colour_of(sheet["C2"]) == COLOURS[Severity.ERROR]
    assert book[LIST]["D5"].hyperlink.location.endswith("!C2")


def test_merged_cells_over_the_whole_sheet_are_not_unfolded():
    data = BytesIO(make_file())
    book = load_workbook(data)
    book.active.merged_cells.add("A5:XFD1048576")
    sheet = mark(to_bytes(book), remark())["Blad"]
    assert (sheet["A2"].value, sheet["B2"].value) == ("Umeå", -3)
    assert colour_of(sheet["B2"]) == COLOURS[Severity.ERROR]


def test_a_file_with_more_cells_than_any_report_gives_the_list_alone():
    rows = "\r\n".join(["Område;Antal;" + ";".join("1" * 48)] * 4_100)
    book = mark(rows.encode(), remark(sheet=""))
    assert book.sheetnames == [LIST]


def test_a_file_that_only_the_reader_can_open_is_marked_all_the_same():
    source, spoilt = ZipFile(BytesIO(make_file())), BytesIO()
    with ZipFile(spoilt, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/styles.xml":
                content = content.replace(b"gray125", b"odd")
            archive.writestr(name, content)
    with pytest.raises(ValueError, match="stylesheet"):
        load_workbook(BytesIO(spoilt.getvalue()))
    sheet = mark(spoilt.getvalue(), remark())["Blad"]
    assert colour_of(sheet["B2"]) == COLOURS[Severity.ERROR]


def test_a_mended_copy_that_comes_back_loses_its_old_marks_and_list():
    first = to_marked(make_file(), [remark()])
    mended = set_cells(first, {("Blad", "B2"): 3})
    book = mark(mended, remark(3, "B", wrong="Ett annat fel."))
    assert book.sheetnames == [LIST, "Blad"]
    assert [row[5] for row in to_list(book)] == ["Ett annat fel."]
    assert (colour_of(book["Blad"]["B2"]), book["Blad"]["B2"].comment) == (None, None)
    assert colour_of(book["Blad"]["B3"])


def test_a_persons_own_comment_outlives_a_second_copy():
    def change(sheet):
        sheet["B2"].comment = Comment("Min egen", "Ada")

    first = to_marked(make_file(change=change), [remark()])
    assert mark(first)["Blad"]["B2"].comment.text == "Min egen"


def test_no_remarks_give_an_empty_list():
    assert to_list(mark(make_file())) == []


def test_a_wrong_value_in_a_template_is_marked_where_the_reader_found_it():
    context = make_context(1)
    data = set_cells(to_template(context), {(WIDE, "F6"): "många"})
    found = read_file(data, lambda _period: context, PERIOD)
    book = mark(data, *found.remarks)
    assert colour_of(book[WIDE]["F6"]) == COLOURS[Severity.ERROR]
    assert book[LIST]["C5"].value == 6
    assert book[WIDE].protection.sheet
    assert book["Listor"].sheet_state == "hidden"


@pytest.mark.parametrize("heavy", [False, True])
def test_the_old_list_goes_whatever_language_it_was_made_in(heavy, monkeypatch):
    with words.spoken("en"):
        first = to_marked(make_file(), [remark()])
    if heavy:
        monkeypatch.setattr(opening, "MAX_WEIGHT", 40)
    assert mark(first, remark()).sheetnames == [LIST, "Blad"]


def test_a_marked_template_that_is_mended_reads_as_it_should():
    context = make_context(1)
    wrong = set_cells(to_template(context), {(WIDE, "F6"): "många"})
    found = read_file(wrong, lambda _period: context, PERIOD)
    mended = set_cells(to_marked(wrong, found.remarks), {(WIDE, "F6"): 4})
    again = read_file(mended, lambda _period: context, PERIOD)
    assert not again.remarks
    ((rows),) = again.units.values()
    assert rows[0].values["k_15_17"] == 4
