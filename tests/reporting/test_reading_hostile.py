"""Small files that unpack to much, or cost much to read: refused fast and in little memory."""

import random
import tracemalloc

import pytest

from reporting.checks import check
from reporting.checks.amount import limit
from reporting.kinds import kinds
from reporting.reading import read_file
from reporting.remarks import Remark, Severity, blocks
from reporting.rows import Place, Row, Unit
from reporting.template import to_template
from tests.pace import within
from tests.reporting.checked import AREA, CONTEXT, codes
from tests.reporting.contexts import make_context, make_rows
from tests.reporting.filling import fill
from tests.reporting.reading_files import LPO, errors, xlsx
from tests.reporting.test_reading_files import (
    GOOD,
    parts_of,
    the_code,
    with_part,
    zipped,
)

PAD = random.Random(1).randbytes(900_000)  # so that nothing is refused for its ratio alone
BOOK = "<workbook><sheets>{}</sheets></workbook>"
SHEET = "<worksheet><sheetData>{}</sheetData></worksheet>"


def padded(name, content):
    return zipped({**parts_of(GOOD), name: content, "pad.bin": PAD})


TRACED = 3  # times as long, at most, as when nobody follows what memory is taken


def cost(data, seconds):
    """The code of what was said, within the seconds, and the most bytes at a time."""
    with within(seconds * TRACED):
        tracemalloc.start()
        code = the_code(data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return code, peak


def timed(data, seconds):
    """The code of what was said, within the seconds."""
    with within(seconds):
        return the_code(data)


MUCH = {
    "sheets": ("xl/workbook.xml", BOOK.format("<sheet/>" * 4_000_000)),
    "cells": ("xl/worksheets/sheet1.xml", SHEET.format("<row>" + "<c/>" * 4_000_000 + "</row>")),
    "wide": ("xl/worksheets/sheet1.xml", SHEET.format("<c></c>" * 3_000_000).encode("utf-16")),
    "links": ("xl/_rels/workbook.xml.rels", "<a>" + "".join(
        f'<Relationship Id="{n}" Target="t{n}"/>' for n in range(400_000)) + "</a>"),
    "names": ("xl/worksheets/sheet1.xml", SHEET.format("".join(
        f"<n{n}/>" for n in range(1_000_000)))),
    "attributes": ("xl/worksheets/sheet1.xml", SHEET.format("<c " + "".join(
        f'a{n}="" ' for n in range(1_000_000)) + "/>")),
    "token": ("xl/worksheets/sheet1.xml", SHEET.format("<!--" + "-a" * 15_000_000 + "-->")),
    "lines": ("xl/worksheets/sheet1.xml", SHEET.format("<c><v>" + "\n" * 40_000_000 + "</v></c>")),
    "total": ("xl/media/nothing.bin", "\0" * 51 * 1024 * 1024),
    "short-attributes": ("xl/worksheets/sheet1.xml", SHEET.format(
        ("<c " + " ".join(f'a{n}=""' for n in range(900)) + "/>") * 3_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", MUCH)
def test_a_small_file_that_unpacks_to_much_is_refused_fast_and_in_little_memory(name):
    data = padded(*MUCH[name])
    assert len(data) < 4_000_000
    code, peak = cost(data, 5)
    assert code in {"zip-bomb", "too-many-cells", "too-many-sheets", "broken", "no-headings"}
    assert peak < 100_000_000


def test_two_hundred_sheets_are_read_and_one_more_is_not():
    sheet = '<sheet name="s{0}" state="hidden"/>'
    book = BOOK.format("".join(sheet.format(number) for number in range(200)))
    assert the_code(with_part("xl/workbook.xml", book)) == "no-headings"
    book = BOOK.format("".join(sheet.format(number) for number in range(201)))
    assert the_code(with_part("xl/workbook.xml", book)) == "too-many-sheets"


def test_a_large_regions_template_filled_in_is_far_from_every_limit():
    large = make_context(20, indicators=20, measures=20, actors=20)
    units = {
        Unit(area.code, kind.code, large.period): make_rows(
            kind, area, large.register, large.period
        )
        for kind in kinds().values()
        if kind.every == "kvartal"
        for area in large.areas.values()
        if area.level in kind.levels
    }
    data = fill(to_template(large), units, large)
    assert not errors(read_file(data, lambda _period: large, large.period))
    parts = parts_of(data)
    assert sum(map(len, parts.values())) / len(data) < 30
    assert sum(part.count(b"<") for part in parts.values()) < 400_000


def test_one_long_text_in_very_many_cells_is_refused():
    texts = ["Rubrik", LPO, "a@" * 1990]
    line = '<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    links = parts_of(GOOD)["xl/_rels/workbook.xml.rels"].decode()
    link = '<Relationship Id="s" Type="x/sharedStrings" Target="s.xml"/></Relationships>'
    parts = {
        "xl/worksheets/sheet1.xml": SHEET.format(line * 4_000),
        "xl/_rels/workbook.xml.rels": links.replace("</Relationships>", link),
        "xl/s.xml": "<sst>" + "".join(f"<si><t>{text}</t></si>" for text in texts) + "</sst>",
    }
    code, peak = cost(zipped({**parts_of(GOOD), **parts, "pad.bin": PAD}), 2)
    assert code == "too-much-text"
    assert peak < 50_000_000


def test_more_lines_in_all_sheets_than_any_report_has_are_refused():
    rows = [["Områdeskod", "Kategori"], *([LPO, "Sekretess"] for _n in range(15_001))]
    assert timed(xlsx({"Hinder": rows, "Andra": rows}), 5) == "too-many-rows"


def test_a_large_csv_without_headings_is_answered_fast():
    source = random.Random(2)
    rows = [";".join(f"{source.random():.9f}"[2:8] for _n in range(20)) for _row in range(19_000)]
    assert timed("\n".join(rows).encode(), 5) == "no-headings"


def test_a_csv_whose_every_line_is_nearly_a_heading_is_answered_fast():
    line = ";".join(["Område", "Antal", *("okänd" for _n in range(18))])
    assert timed("\n".join([line] * 19_000).encode(), 5) == "no-headings"


@pytest.mark.parametrize("data", [b";" * 9_000_000, b'"' + b"\n" * 9_000_000, b"\n" * 9_000_000])
def test_a_csv_of_nothing_but_delimiters_is_answered_fast_and_in_little_memory(data):
    _code, peak = cost(b"a" + data, 5)
    assert peak < 80_000_000


# The checks


def many(number, **values):
    rows = tuple(
        Row({"rubrik": f"r{n}", "metod": "metod-1", "evidens": "evidens-1"} | values, Place("b", n))
        for n in range(number)
    )
    return {Unit(AREA.code, "exempel", CONTEXT.period): rows}


def test_a_text_that_is_too_long_is_not_searched_as_well():
    found = check(many(1, beskrivning="a@b.se " * 500), CONTEXT)
    assert codes(found) == ["too-long"]


def test_texts_full_of_addresses_are_checked_fast():
    rows = many(1_400, beskrivning="a@b.se " * 280)
    with within(5):
        found = check(rows, CONTEXT)
    assert blocks(found)


def test_very_many_errors_are_closed_by_one_that_counts_the_rest():
    found = check(many(4_000), CONTEXT)
    assert len(found) == 501
    assert blocks(found)
    assert (found[-1].code, found[-1].severity) == ("more-errors", Severity.ERROR)
    assert "3500" in found[-1].wrong


@pytest.mark.parametrize("severity", Severity)
def test_what_is_closed_keeps_its_severity_and_leaves_the_others_alone(severity):
    one = Remark(severity, "many", "x")
    others = [Remark(other, "few", "y") for other in Severity if other is not severity]
    found = limit([*[one] * 10_000, *others])
    assert found[-1].severity is severity
    assert str(10_000 - found.count(one)) in found[-1].wrong
    assert [remark for remark in found if remark.code == "few"] == others
    assert blocks(found)


def test_no_more_than_there_may_be_is_not_closed():
    few = [Remark(Severity.ERROR, "few", "x")] * 500
    assert limit(few) == few
