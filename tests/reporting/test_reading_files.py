"""What is no report is refused before it is parsed, with what is wrong and what would be right."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest

from tests.pace import within
from tests.reporting.reading_files import (
    LPO,
    SOUND,
    codes,
    errors,
    filled,
    headings_of,
    read,
    rows_of,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = filled("indikatorer", SOUND["indikatorer"])


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name, content):
    return zipped({**parts_of(GOOD), name: content})


def with_sheet(xml):
    return with_part("xl/worksheets/sheet1.xml", xml)


def the_code(data):
    found = read(data)
    assert not found.units
    assert all(remark.wrong and remark.right for remark in errors(found))
    (code,) = codes(found)
    return code


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and more",
        b"\x89PNG\r\n\x1a\n....",
        b"<html><table><tr><td>1</td></tr></table></html>",
        b'<?xml version="1.0"?><Workbook/>',
        b"MZ\x90\x00\x03",
        b"text with \x01 control \x02 signs",
        OLE + "WordDocument".encode("utf-16-le"),
        zipped({"word/document.xml": "<a/>", "[Content_Types].xml": "<Types/>"}),
        zipped({"notes.txt": "hej"}),
    ],
)
def test_what_is_no_spreadsheet_is_refused(data):
    assert the_code(data) == "not-a-spreadsheet"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0"])
def test_an_empty_file_is_said_to_be_empty(data):
    assert the_code(data) == "empty"


def test_a_file_with_a_password_is_told_from_an_old_one():
    assert the_code(OLE + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le")) == "password"
    assert the_code(OLE + b"\0" * 99 + "Workbook".encode("utf-16-le")) == "old-excel"


def test_an_archive_with_a_password_asks_for_it_to_be_taken_away():
    locked = bytearray(GOOD)
    place = locked.rindex(b"PK\x01\x02")
    locked[place + 8] |= 1
    assert the_code(bytes(locked)) == "password"


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_a_file_with_macros_is_refused(name):
    assert the_code(with_part(name, b"code")) == "macro"


def test_a_binary_workbook_and_an_open_document_are_named():
    binary = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"})
    opened = zipped({"mimetype": "application/vnd.oasis", "content.xml": "<a/>"})
    assert the_code(binary) == the_code(opened) == "wrong-format"
    assert "ods" in errors(read(opened))[0].wrong


def test_an_archive_of_workbooks_asks_to_be_unpacked():
    assert the_code(zipped({"norr.xlsx": GOOD})) == "archive"


def test_a_file_over_ten_megabytes_is_refused_at_once():
    data = b"a;b\n" * 60_000_000
    with within(2):
        assert the_code(data) == "too-big"


def test_a_zip_bomb_is_refused_by_its_directory_without_being_unpacked():
    bomb = with_part("xl/media/nothing.bin", b"\0" * 201 * 1024 * 1024)
    tracemalloc.start()
    code = the_code(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "zip-bomb"
    assert peak < 20_000_000


def test_what_packs_to_a_thousandth_is_a_bomb_although_it_is_small():
    assert the_code(with_part("xl/media/nothing.bin", b"\0" * 30_000_000)) == "zip-bomb"


def test_a_directory_that_lies_about_sizes_is_found_out():
    xml = b"<worksheet><sheetData>" + b"<row/>" * 500_000 + b"</sheetData></worksheet>"
    lying = bytearray(with_sheet(xml))
    size = len(xml).to_bytes(4, "little")
    while (place := lying.find(size)) >= 0:
        lying[place : place + 4] = (100).to_bytes(4, "little")
    assert the_code(bytes(lying)) == "broken"


def test_hundreds_of_thousands_of_rows_are_refused_fast_and_in_little_memory():
    row = '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="B{0}"><v>{1}</v></c></row>'
    rows = "".join(row.format(number, number * 7919) for number in range(1, 300_001))
    data = with_sheet(f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode())
    tracemalloc.start()
    code = the_code(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    with within(2):
        the_code(data)
    assert code in {"too-many-rows", "too-big"}
    assert peak < 60_000_000


def test_one_row_of_a_million_cells_takes_little_memory():
    cells = "".join(f"<c><v>{number * 7919}</v></c>" for number in range(1_000_000))
    data = with_sheet(f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>')
    tracemalloc.start()
    code = the_code(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "too-many-columns"
    assert peak < 20_000_000


def test_more_than_two_hundred_columns_are_refused():
    assert the_code(_wide(300)) == "too-many-columns"


def _wide(columns):
    cells = "".join(f'<c t="inlineStr"><is><t>k{n}</t></is></c>' for n in range(columns))
    return with_sheet(f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>')


def test_too_many_rows_of_csv_are_refused():
    assert the_code(b"a;b;c\n" * 20_001) == "too-many-rows"


@pytest.mark.parametrize(
    "end", [30, 500, len(GOOD) // 2, len(GOOD) - 30], ids=["start", "500", "half", "end"]
)
def test_a_truncated_file_is_broken(end):
    assert the_code(GOOD[:end]) == "broken"


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet><sheetData>",
        b"no xml at all",
        b'<?xml version="1.0" encoding="no-such"?><worksheet/>',
        b"<worksheet>&unknown;</worksheet>",
    ],
)
def test_broken_xml_is_broken(xml):
    assert the_code(with_sheet(xml)) == "broken"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">',
    ],
)
def test_entities_are_refused_wherever_they_are_declared(part, declared):
    assert the_code(with_part(part, f"{declared}<worksheet>&b;</worksheet>")) == "entities"


def test_a_file_without_our_columns_says_so():
    assert the_code(b"namn;telefon\nAnna;1\n") == "no-headings"


def test_headings_without_rows_say_that_nothing_is_filled_in():
    assert the_code(";".join(headings_of("hinder")).encode()) == "nothing-filled-in"


def test_the_digest_is_that_of_the_bytes():
    assert read(b"abc").digest.startswith("ba7816bf8f01cfea")


def test_a_sound_file_is_read_without_remarks():
    found = read(GOOD)
    assert not found.remarks
    assert rows_of(found, "indikatorer", LPO)[0].values["k_12_14"] == 3
