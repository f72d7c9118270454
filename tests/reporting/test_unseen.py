"""What nobody sees is nothing: it answers no field, in a file or in a form."""

import pytest

from reporting.checks import check
from reporting.remarks import Severity
from reporting.rows import Row, Unit
from tests.reporting.checked import AREA, CONTEXT, check_rows, codes
from tests.reporting.contexts import PERIOD
from tests.reporting.reading_files import LPO, SOUND, context, filled, read, rows_of
from ui.report_entries import Work
from ui.report_rows import to_rows

UNSEEN = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u2800", "\u3164", "\u00a0\u200d"]
SPLIT = {"k_12_14": 5, "k_15_17": 5, "k_18_20": 5, "m_12_14": 5, "m_15_17": 5}


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize(
    ("kind", "field", "code"),
    [
        ("deltagande", "hallna", "required"),
        ("handelser", "stadium", "required"),
        ("hinder", "beskrivning", "required"),
        ("atgarder", "m_18_20", "cells-missing"),
    ],
)
def test_a_required_field_of_unseen_signs_is_an_error(kind, field, code, sign):
    row = {**SOUND[kind], **(SPLIT if kind == "atgarder" else {}), field: sign}
    found = read(filled(kind, row))
    assert field not in rows_of(found, kind, LPO)[0].written
    remarks = check(found.units, context())
    assert [(one.code, one.field) for one in remarks if one.severity is Severity.ERROR] == [
        (code, field)
    ]


@pytest.mark.parametrize("sign", UNSEEN)
def test_a_row_of_unseen_signs_in_csv_is_no_row(sign):
    text = f"Områdeskod;Kategori;Beskrivning\n{LPO};Sekretess;x\n{sign};{sign};{sign}\n"
    found = read(text.encode())
    assert not any(one.severity is Severity.ERROR and one.place.row == 3 for one in found.remarks)


@pytest.mark.parametrize("sign", UNSEEN)
def test_a_required_field_of_unseen_signs_in_a_form_is_an_error(sign):
    unit = Unit(LPO, "hinder", PERIOD)
    texts = {"kategori": "hinder-1", "niva": "inom", "beskrivning": sign}
    rows, remarks = to_rows(unit, Work((texts,)), context())
    assert not remarks
    assert codes(check({unit: rows}, context())) == ["required"]


@pytest.mark.parametrize("sign", UNSEEN)
def test_a_form_of_unseen_signs_is_empty(sign):
    work = Work(({"beskrivning": sign},))
    rows, remarks = to_rows(Unit(LPO, "hinder", PERIOD), work, context())
    assert not rows
    assert codes(remarks) == ["empty"]


@pytest.mark.parametrize("sign", UNSEEN)
def test_the_checks_take_unseen_signs_for_nothing_whoever_made_the_row(sign):
    values = {"aktor": "aktor-1", "form": "medlem", "deltagit": 0}
    assert codes(check_rows("deltagande", Row(values, written={"hallna": sign}))) == ["required"]
    values = {"kategori": "hinder-1", "niva": "inom", "beskrivning": sign}
    assert codes(check_rows("hinder", values)) == ["required"]
    event = {"stadium": "ej-aktuellt", "dag": PERIOD.first}
    found = check(
        {Unit(AREA.code, "handelser", PERIOD): (Row(event, written={"skal": sign}),)}, CONTEXT
    )
    assert "reason-missing" in codes(found)


def test_what_was_written_is_kept_only_with_a_value_or_a_remark():
    row = {**SOUND["deltagande"], "hallna": "fyra", "anteckning": ".."}
    found = read(filled("deltagande", row))
    (kept,) = rows_of(found, "deltagande", LPO)
    noted = {one.field for one in found.remarks}
    assert set(kept.written) == set(kept.values) | noted
    assert noted == {"hallna"}
