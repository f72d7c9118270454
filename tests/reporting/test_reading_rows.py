"""Areas, periods and whole rows."""

from dataclasses import replace

import pytest

from indicators.periods import Quarter
from reporting.context import KnownArea
from reporting.kinds import kinds
from reporting.reading import read_file
from reporting.reading.blocks import to_kind
from reporting.rows import Unit
from tests.reporting.contexts import PERIOD
from tests.reporting.reading_files import (
    LPO,
    SOUND,
    codes,
    context,
    errors,
    filled,
    headings_of,
    read,
    rows_of,
    table,
    told,
    xlsx,
)

ROW = SOUND["hinder"]


def hinder(*rows, **change):
    return read(filled("hinder", *({**ROW, **row, **change} for row in rows or [{}])))


def named(name, code=None):
    return hinder(Område=name, Områdeskod=code)


@pytest.mark.parametrize(
    "name",
    [
        "Luleå-Boden",
        "luleå boden",
        "LULEÅ–BODEN",
        "Lulea-Boden",
        "Luleaa Boden",
        "Luleå och Boden",
        "Luleå & Boden",
        "LPO Luleå-Boden",
        "lokalpolisområde Luleå-Boden",
        "Luleå-Boden lokalpolisområde",
        "lpo-lulea-boden",
    ],
)
def test_an_area_is_found_in_other_spellings(name):
    assert rows_of(named(name), "hinder", LPO)


@pytest.mark.parametrize("code", ["LPO-LULEA-BODEN", " lpo-lulea-boden", "lpo_lulea_boden"])
def test_an_area_is_found_by_code(code):
    assert rows_of(named(None, code), "hinder", LPO)


def test_dotted_letters_may_be_written_as_two():
    sample = replace(
        context(), areas={"lpo-jarva": KnownArea("lpo-jarva", "Järva", "lpo", "pr", frozenset())}
    )
    found = read_file(filled("hinder", ROW, area="Jaerva"), lambda _period: sample, PERIOD)
    assert Unit("lpo-jarva", "hinder", PERIOD) in found.units


def test_code_and_name_must_agree():
    (error,) = errors(named("Östra Norrbotten", LPO))
    assert (error.code, error.column, error.place) == ("area-disagrees", "B", ("Hinder", 2))


def test_another_reporters_area_is_named_and_told_from_an_unknown_one():
    other = next(iter(context().others.values()))
    (error,) = errors(named(other))
    assert error.code == "not-yours"
    assert other in error.wrong


def test_an_unknown_area_suggests_the_nearest():
    (error,) = errors(named("Lule-Bodden"))
    assert (error.code, error.written, error.column) == ("unknown-area", "Lule-Bodden", "B")
    assert "Luleå-Boden" in error.right


def test_an_area_of_the_wrong_level_is_an_error():
    assert codes(read(filled("atgarder", SOUND["atgarder"], area="pr-nord"))) == {"wrong-level"}


def test_a_row_without_an_area_is_an_error():
    assert codes(named(None)) == {"no-area"}


@pytest.mark.parametrize(
    "written",
    ["2026K3", "2026 K3", "2026k3", "Q3 2026", "K3 2026", "2026-Q3", "kvartal 3 2026",
     "Kvartal 3, 2026", "2026 kvartal 3", "3:e kvartalet 2026", "kv 3 2026", None],
)  # fmt: skip
def test_a_period_is_understood(written):
    assert {unit.period for unit in hinder(Period=written).units} == {PERIOD}


@pytest.mark.parametrize("written", ["2026K5", "2026", "20263", 20263, "tredje kvartalet", "K3"])
def test_what_is_no_period_is_an_error(written):
    (error,) = errors(hinder(Period=written))
    assert (error.code, error.column) == ("bad-period", "C")


def test_a_period_that_has_not_begun_is_an_error():
    assert codes(hinder(Period="2027K1")) == {"future-period"}


@pytest.mark.parametrize("written", [2025, "2025", "2025K4", "helår 2025", "Q4 2025"])
def test_what_is_reported_once_a_year_has_the_years_fourth_quarter(written):
    found = read(filled("samverkan", {**SOUND["samverkan"], "Period": written}))
    assert {unit.period for unit in found.units} == {Quarter(2025, 4)}


def test_another_quarter_is_an_error_for_what_is_reported_once_a_year():
    assert codes(read(filled("samverkan", {**SOUND["samverkan"], "Period": "2025K3"}))) == {
        "bad-period"
    }


def test_without_a_period_the_year_of_the_default_is_meant():
    found = read(filled("samverkan", {**SOUND["samverkan"], "Period": None}))
    assert {unit.period for unit in found.units} == {Quarter(2026, 4)}


@pytest.mark.parametrize("word", ["Totalt", "Summa", "S:a", "Alla områden", "SUMMA Nord"])
def test_totals_are_left_out_and_told(word):
    found = read(filled("hinder", ROW, {"Områdeskod": None, "Område": word, "anteckning": 5}))
    assert not errors(found)
    assert told(found) == {"totals"}
    assert [unit.area for unit in found.units] == [LPO]


def test_a_subtotal_among_the_choices_is_left_out():
    rows = [SOUND["atgarder"], {"atgard": "Summa", "k_12_14": 3}]
    found = read(filled("atgarder", *rows))
    assert not errors(found)
    assert len(rows_of(found, "atgarder")) == 1


def test_a_listed_row_with_a_sign_in_its_note_is_not_answered():
    assert not read(filled("atgarder", {"atgard": "SSPF", "anteckning": "-"})).units


def test_blank_rows_and_rows_with_a_period_alone_are_passed_over():
    empty = {"Områdeskod": None}
    found = read(
        filled(
            "hinder", empty, ROW, empty, {**empty, "Period": "2026K3"}, {**ROW, "niva": "mellan"}
        )
    )
    assert not found.remarks
    assert [row.place.row for row in rows_of(found, "hinder")] == [3, 6]


def test_listed_rows_without_a_value_are_not_answered():
    rows = [{"atgard": "SSPF"}, {"atgard": "Mentor", "k_12_14": 0}, {"atgard": "Orossamtal"}]
    found = read(filled("atgarder", *rows))
    assert [row.values["atgard"] for row in rows_of(found, "atgarder")] == ["atgard-4"]
    assert not read(filled("atgarder", {"atgard": "SSPF"})).units


@pytest.mark.parametrize("row", [{}, {"kategori": "inget"}, {"kategori": "Inga"}])
def test_an_area_alone_or_the_word_is_nothing_to_report(row):
    found = read(filled("hinder", row))
    assert found.units == {Unit(LPO, "hinder", PERIOD): ()}
    assert not found.remarks


def test_the_word_means_nothing_to_report_in_a_listed_kind_too():
    assert read(filled("atgarder", {"atgard": "inget"})).units == {
        Unit(LPO, "atgarder", PERIOD): ()
    }


def test_an_area_alone_means_nothing_where_the_area_has_rows():
    assert len(rows_of(read(filled("hinder", {}, ROW)), "hinder")) == 1


def test_nothing_to_report_and_rows_can_not_both_hold():
    found = read(filled("hinder", {"kategori": "inget"}, ROW))
    (error,) = errors(found)
    assert (error.code, error.place.row) == ("nothing-and-rows", 2)


def test_the_same_row_again_is_an_error_that_names_the_first():
    found = hinder({}, {"beskrivning": "En annan text."})
    (error,) = errors(found)
    assert (error.code, error.place.row, error.field) == ("duplicate-in-file", 3, "kategori")
    assert "rad 2" in error.wrong
    assert error.identity == ("hinder-1", "inom")
    assert [row.place.row for row in rows_of(found, "hinder")] == [2]


def test_the_same_row_in_another_sheet_names_the_sheet():
    found = read(xlsx({"Hinder": table("hinder", ROW), "Mer": table("hinder", ROW)}))
    (error,) = errors(found)
    assert "Hinder" in error.wrong


def test_a_row_with_errors_keeps_what_could_be_read_and_what_was_written():
    found = read(filled("deltagande", {**SOUND["deltagande"], "hallna": "fyra"}))
    (row,) = rows_of(found, "deltagande")
    assert dict(row.values) == {"aktor": "aktor-3", "form": "medlem", "deltagit": 3}
    assert row.written["hallna"] == "fyra"
    (error,) = errors(found)
    assert (error.field, error.written, error.column) == ("hallna", "fyra", "F")
    assert error.unit == Unit(LPO, "deltagande", PERIOD)
    assert error.identity == ("aktor-3",)


def test_errors_of_area_period_and_cells_are_told_at_once():
    rows = [{**ROW, "niva": "x"}, {**ROW, "Områdeskod": "y", "niva": "x"}, {**ROW, "Period": "z"}]
    found = read(filled("hinder", *rows))
    assert [one.code for one in errors(found)] == [
        "unknown-choice", "unknown-area", "unknown-choice", "bad-period",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "column"),
    [
        ((LPO, "Luleå-Boden", "#REF!"), "C"),
        ((LPO, "#N/A", str(PERIOD)), "B"),
        (("#N/A", "Luleå-Boden", str(PERIOD)), "A"),
    ],
)
def test_an_error_of_the_spreadsheet_is_told_in_its_own_cell(start, column):
    rows = [headings_of("hinder"), [*start, "Resurser"]]
    (error,) = errors(read(xlsx({"Hinder": rows})))
    assert (error.code, error.column) == ("error-value", column)
    assert error.written.startswith("#")


def test_after_five_hundred_errors_one_remark_says_how_many_more():
    rows = [{**ROW, "kategori": f"x{number}"} for number in range(600)]
    found = read(filled("hinder", *rows))
    assert len(errors(found)) == 501
    assert errors(found)[-1].code == "more-errors"
    assert "100" in errors(found)[-1].wrong


def test_one_region_with_every_kind_is_asked_for_once_a_period():
    asked = []

    def to_context(period):
        asked.append(period)
        return context()

    read_file(filled("hinder", *[ROW] * 50), to_context, PERIOD)
    assert asked == [PERIOD]


def test_what_the_context_raises_is_let_through():
    def fail(_period):
        raise ConnectionError

    with pytest.raises(ConnectionError):
        read_file(filled("hinder", ROW), fail, PERIOD)


def test_every_kind_has_a_title_that_its_sheet_is_known_by():
    assert all(to_kind(kind.title) is kind for kind in kinds().values())


def test_two_assessments_of_an_area_on_different_days_are_two_rows():
    rows = [{"prioriterat": "ja", "dag": day, "skal": "x"} for day in ("2026-07-01", "2026-08-01")]
    found = read(filled("bedomningar", *rows))
    assert not found.remarks
    assert len(rows_of(found, "bedomningar", LPO)) == 2


def test_two_assessments_on_one_day_are_a_duplicate():
    row = {"prioriterat": "ja", "dag": "2026-07-01", "skal": "x"}
    assert codes(read(filled("bedomningar", row, row))) == {"duplicate-in-file"}


def test_rows_without_what_tells_them_apart_are_no_duplicates():
    row = {"prioriterat": "ja", "skal": "x"}
    found = read(filled("bedomningar", row, row))
    assert not codes(found)
    assert len(rows_of(found, "bedomningar", LPO)) == 2
