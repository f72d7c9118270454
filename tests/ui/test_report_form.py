"""What is filled in of a report: texts to rows and back, grids, and what stands beside a field."""

import pytest

from reporting.kinds import CELLS, kinds
from reporting.ranges import Range
from reporting.register import Split
from reporting.remarks import Severity
from reporting.rows import Unit
from reporting.values import Gap
from tests.reporting.contexts import PERIOD, make_context, make_rows
from ui import report_grid
from ui.report_columns import BESIDE, to_columns
from ui.report_entries import (
    Work,
    add_row,
    drop_row,
    from_content,
    from_rows,
    is_answered,
    put,
    to_content,
    with_asked,
)
from ui.report_rows import to_rows
from ui.report_words import Names

CONTEXT = make_context()
AREA = next(iter(CONTEXT.areas))
MEASURES, INDICATORS, OBSTACLES = (kinds()[c] for c in ("atgarder", "indikatorer", "hinder"))
NAMES = Names(CONTEXT.register, on=PERIOD.last)


def entries(kind):
    return CONTEXT.register.of(kind.listing, PERIOD.last)


@pytest.mark.parametrize("code", list(kinds()))
def test_every_kind_reads_back_as_it_was_reported(code):
    kind = kinds()[code]
    area = next(one for one in CONTEXT.areas.values() if one.level in kind.levels)
    rows = make_rows(kind, area, CONTEXT.register, PERIOD)
    read, remarks = to_rows(Unit(area.code, code, PERIOD), from_rows(kind, rows, 1), CONTEXT)
    assert [row.values for row in read] == [row.values for row in rows]
    assert not remarks


@pytest.mark.parametrize("code", list(kinds()))
def test_a_draft_reads_back_as_it_was_kept(code):
    kind = kinds()[code]
    area = next(one for one in CONTEXT.areas.values() if one.level in kind.levels)
    work = from_rows(kind, make_rows(kind, area, CONTEXT.register, PERIOD), 3)
    assert from_content(kind, to_content(kind, work)) == work


def test_a_draft_that_makes_no_sense_is_empty_and_harms_nothing():
    kept = {"rows": ["x", {"okänt": "1", "totalt": " "}], "nothing": "ja", "seen": 2}
    assert from_content(MEASURES, kept) == Work(({},), nothing=False, seen=2)


def test_every_entry_is_asked_for_and_an_old_one_is_kept():
    old = {"atgard": "finns-inte", "totalt": "3"}
    rows = with_asked(MEASURES, entries(MEASURES), Work((old,))).rows
    assert [row["atgard"] for row in rows] == [*(e.code for e in entries(MEASURES)), "finns-inte"]
    assert rows[-1] == old


def test_a_free_kind_begins_with_an_empty_row():
    assert with_asked(OBSTACLES, (), Work()).rows == ({},)


def test_an_entry_alone_is_no_answer_but_a_zero_is():
    assert not is_answered(MEASURES, {"atgard": "sspf"})
    assert is_answered(MEASURES, {"atgard": "sspf", "totalt": "0"})


def test_emptying_a_field_leaves_it_out():
    work = put(Work(({"totalt": "3"},)), 0, "totalt", "  ")
    assert work.rows == ({},)


def test_the_last_row_leaves_an_empty_one_behind():
    assert drop_row(add_row(Work(({"a": "1"},))), 0).rows == ({},)
    assert drop_row(Work(({"a": "1"},)), 0).rows == ({},)


def test_what_cannot_be_read_is_an_error_with_its_row_and_field():
    code = entries(MEASURES)[0].code
    work = Work(({"atgard": code, "k_12_14": "tolv"},))
    rows, remarks = to_rows(Unit(AREA, "atgarder", PERIOD), work, CONTEXT)
    assert rows[0].written["k_12_14"] == "tolv"
    assert "k_12_14" not in rows[0].values
    assert [(r.severity, r.field, r.identity) for r in remarks] == [
        (Severity.ERROR, "k_12_14", (code,))
    ]


def test_nothing_filled_in_is_an_error_and_nothing_to_report_is_not():
    unit = Unit("pr-nord", "hinder", PERIOD)
    assert to_rows(unit, Work(({},)), CONTEXT)[1][0].code == "empty"
    assert to_rows(unit, Work(({},), nothing=True), CONTEXT) == ((), [])


def test_a_sending_without_rows_is_nothing_to_report():
    assert from_rows(OBSTACLES, (), 1).nothing
    assert not from_rows(OBSTACLES, (), 0).nothing


def test_counts_by_sex_and_age_and_totals_alone_are_grids_apart():
    rows = with_asked(INDICATORS, entries(INDICATORS), Work()).rows
    split, whole = report_grid.to_parts(INDICATORS, rows, NAMES, totals=False)
    assert [f.name for f in split.fields] == [*CELLS, "preliminar", "anteckning"]
    assert [f.name for f in whole.fields] == ["totalt", "preliminar", "anteckning"]
    found = [CONTEXT.register.find("indikator", rows[i]["indikator"]) for i in whole.rows]
    assert {entry.split for entry in found} == {Split.NONE}


def test_a_total_that_is_filled_in_is_shown_unasked():
    code = entries(MEASURES)[0].code
    rows = with_asked(MEASURES, entries(MEASURES), Work(({"atgard": code, "totalt": "4"},))).rows
    part = report_grid.to_parts(MEASURES, rows, NAMES, totals=False)[0]
    assert "totalt" in [field.name for field in part.fields]


def test_the_last_value_and_the_range_stand_beside_each_count():
    rows = with_asked(MEASURES, entries(MEASURES), Work()).rows
    part = report_grid.to_parts(MEASURES, rows, NAMES, totals=False)[0]
    code = rows[0]["atgard"]
    ranges = {((code,), "k_12_14"): Range(12, 8, 15, 4)}
    frame = report_grid.to_frame(MEASURES, part, rows, NAMES, ranges)
    assert frame["k_12_14" + BESIDE][0] == "12 (8–15)"
    assert frame["k_15_17" + BESIDE][0] == ""


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (Range(), ""),
        (Range(Gap.MISSING, 3, 3, 1), "saknas (3)"),
        (Range(None, 3, 9, 2), "(3–9)"),
        (Range(1200, 1000, 1200, 4), "1\xa0200 (1\xa0000–1\xa0200)"),
    ],
)
def test_what_was_before_is_told_in_few_signs(before, text):
    assert report_grid.to_beside(NAMES, MEASURES.field("totalt"), before) == text


def test_a_grids_edits_reach_their_rows_and_nothing_else():
    work = with_asked(INDICATORS, entries(INDICATORS), Work())
    whole = report_grid.to_parts(INDICATORS, work.rows, NAMES, totals=False)[1]
    edits = {
        "edited_rows": {
            0: {"totalt": "7", "indikator": "annan", "totalt" + BESIDE: "1"},
            99: {"totalt": "8"},
        }
    }
    after = report_grid.take(whole, work, edits)
    changed = [i for i, row in enumerate(after.rows) if row != work.rows[i]]
    assert changed == [whole.rows[0]]
    assert after.rows[changed[0]] == {**work.rows[changed[0]], "totalt": "7"}


def test_a_row_that_was_kept_says_what_it_is_about():
    assert NAMES.row(OBSTACLES, ("hinder-1", "mellan")) == "Sekretess, mellan nivåer"
    assert NAMES.value(OBSTACLES.field("niva"), None) == ""


def test_columns_are_named_in_full_and_wide_enough_for_it():
    columns = to_columns(MEASURES, MEASURES.fields[1:7], NAMES)
    assert columns["k_12_14"]["label"] == "Kvinnor 12–14"
    assert columns["k_12_14" + BESIDE]["label"] == "Kvinnor 12–14, förra"
    assert columns["k_12_14"]["width"] > columns["m_12_14"]["width"] >= 104
