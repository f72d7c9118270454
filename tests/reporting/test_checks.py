"""Areas, periods, fields and texts; and what holds for every remark."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.periods import Quarter
from reporting.checks import check
from reporting.kinds import NOTE as NOTE_FIELD
from reporting.kinds import Type, kinds
from reporting.register import Entry, Listing, Register
from reporting.remarks import blocks
from reporting.rows import Place, Row, Unit
from reporting.values import Gap
from tests.pace import within
from tests.reporting.checked import (
    AREA,
    CONTEXT,
    ERROR,
    INFORMATION,
    NOTE,
    REGION,
    WARNING,
    YEAR_END,
    cells,
    check_rows,
    codes,
)
from tests.reporting.contexts import make_context, make_rows

MEETING = {"aktor": "aktor-1", "form": "medlem", "hallna": 4, "deltagit": 3}
OBSTACLE = {"kategori": "hinder-1", "niva": "inom", "beskrivning": "Olika syn."}
EVENT = {"stadium": "uppstartat", "dag": date(2026, 8, 1)}


def test_nothing_is_said_of_what_is_right():
    assert check_rows("deltagande", MEETING) == []
    assert check_rows("hinder", OBSTACLE) == []
    assert check_rows("handelser", EVENT) == []
    assert check_rows("hinder") == []


def test_every_kind_can_be_reported_without_a_remark():
    for kind in kinds().values():
        area = AREA if AREA.level in kind.levels else REGION
        rows = make_rows(kind, area, YEAR_END.register, YEAR_END.period)
        rows = rows[:1] if kind.code == "kartlaggningar" else rows
        found = check({Unit(area.code, kind.code, YEAR_END.period): rows}, YEAR_END)
        assert codes(found, ERROR) + codes(found, WARNING) == []


def test_a_remark_says_where_and_what_and_what_would_be_right():
    (remark,) = check_rows("deltagande", MEETING, MEETING | {"aktor": "aktor-2", "hallna": -4})
    assert remark.severity is ERROR
    assert remark.place == Place("deltagande", 6)
    assert remark.field == "hallna"
    assert remark.identity == ("aktor-2",)
    assert remark.unit == Unit(AREA.code, "deltagande", CONTEXT.period)
    assert "−4" in remark.wrong
    assert remark.right


def test_the_value_is_shown_as_it_was_written_in_the_file():
    row = Row(MEETING | {"hallna": 3.5}, Place("Deltagande", 5), {"hallna": "3½"})
    assert check_rows("deltagande", row)[0].written == "3½"


# Areas and periods


def test_an_area_of_somebody_else_is_told_from_one_that_is_none():
    other = next(iter(CONTEXT.others))
    (remark,) = check_rows("hinder", OBSTACLE, area=other)
    assert remark.code == "not-your-area"
    assert CONTEXT.others[other] in remark.wrong
    assert AREA.name in remark.right
    assert codes(check_rows("hinder", OBSTACLE, area="lpo-ingenstans")) == ["unknown-area"]


def test_a_level_that_does_not_report_the_kind_is_an_error():
    assert codes(check_rows("handelser", EVENT, area=REGION.code)) == ["wrong-level"]
    assert codes(check_rows("handelser", EVENT)) == []


def test_the_level_of_what_only_regions_report_is_named():
    (remark,) = check_rows("mal", area=AREA.code)
    assert remark.code == "wrong-level"
    assert "polisregioner" in remark.right


def test_another_period_than_the_one_that_is_reported_is_an_error():
    (remark,) = check_rows("hinder", period=Quarter(2026, 2))
    assert remark.code == "wrong-period"
    assert "2026K2" in remark.wrong


def test_what_is_yearly_belongs_to_the_fourth_quarter():
    need = {"behov": "Sekretess", "gjort": "En dag."}
    assert codes(check_rows("kompetens", need)) == ["not-yearly"]
    assert codes(check_rows("kompetens", need, context=YEAR_END)) == []


def test_a_kind_that_there_is_not_is_an_error():
    assert codes(check_rows("lon", {"kronor": 1})) == ["unknown-kind"]


# Fields


@pytest.mark.parametrize("left_out", [{}, {"beskrivning": ""}, {"beskrivning": "  \n"}])
def test_a_required_field_that_is_left_out_is_an_error(left_out):
    row = {name: OBSTACLE[name] for name in ("kategori", "niva")} | left_out
    (remark,) = check_rows("hinder", row)
    assert (remark.code, remark.field) == ("required", "beskrivning")


def test_what_could_not_be_read_is_not_said_to_be_empty_as_well():
    row = Row(
        {name: MEETING[name] for name in ("aktor", "form", "deltagit")}, written={"hallna": "fyra"}
    )
    assert check_rows("deltagande", row) == []


@pytest.mark.parametrize("gap", Gap)
def test_a_gap_answers_a_required_number(gap):
    assert codes(check_rows("deltagande", MEETING | {"hallna": gap}), ERROR) == []


@pytest.mark.parametrize("gap", Gap)
@pytest.mark.parametrize(
    ("kind", "row", "field"),
    [
        ("hinder", OBSTACLE, "beskrivning"),
        ("hinder", OBSTACLE, "kategori"),
        ("handelser", EVENT, "dag"),
        ("deltagande", MEETING, "form"),
        ("deltagande", MEETING, "anteckning"),
    ],
)
def test_a_gap_in_anything_but_a_number_is_an_error(kind, row, field, gap):
    found = check_rows(kind, row | {field: gap})
    assert [(one.code, one.field) for one in found if one.severity is ERROR] == [
        ("gap-not-allowed", field)
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1, "negative"),
        (-0.5, "negative"),
        (3.5, "fraction"),
        (float("nan"), "wrong-type"),
        (float("inf"), "wrong-type"),
        (10**400, "wrong-type"),
        ("fyra", "wrong-type"),
        (date(2026, 1, 1), "wrong-type"),
    ],
)
def test_a_count_is_a_whole_number_from_zero(value, code):
    found = check_rows("deltagande", MEETING | {"hallna": value, "deltagit": 0})
    assert codes(found) == [code]


@pytest.mark.parametrize("value", [0, 4, 4.0])
def test_zero_and_whole_numbers_are_counts(value):
    assert check_rows("deltagande", MEETING | {"hallna": value, "deltagit": 0}) == []


def test_an_amount_may_have_decimals_but_not_be_below_zero():
    cost = {"myndighet": "myndighet-1", "arsarbetskrafter": 0.5, "kronor": 100}
    where = {"context": YEAR_END, "area": REGION.code}
    assert check_rows("resurser", cost, **where) == []
    assert codes(check_rows("resurser", cost | {"kronor": -0.5}, **where)) == ["negative"]


def test_a_choice_that_is_not_in_the_list_is_an_error_that_names_the_list():
    (remark,) = check_rows("hinder", OBSTACLE | {"kategori": "vader"})
    assert (remark.code, remark.field) == ("not-in-list", "kategori")
    assert "Sekretess" in remark.right


def test_a_fixed_choice_that_is_none_is_an_error():
    assert codes(check_rows("hinder", OBSTACLE | {"niva": "under"})) == ["not-in-list"]


def test_an_entry_that_no_longer_holds_is_an_error_that_says_so():
    (remark,) = check_rows("deltagande", MEETING | {"aktor": "aktor-gammal"})
    assert remark.code == "not-in-list"
    assert "Avvecklad aktör" in remark.wrong
    assert "2026K3" in remark.wrong


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "found"),
    [
        (date(2026, 9, 30), None, []),
        (date(2026, 10, 1), None, ["not-in-list"]),
        (date(2024, 1, 1), date(2026, 9, 30), []),
        (date(2024, 1, 1), date(2026, 9, 29), ["not-in-list"]),
    ],
)
def test_the_list_is_the_one_of_the_periods_last_day(valid_from, valid_to, found):
    entry = Entry(Listing.OBSTACLE, "ny", "Ny", valid_from=valid_from, valid_to=valid_to)
    context = replace(CONTEXT, register=Register((entry,)))
    assert codes(check_rows("hinder", OBSTACLE | {"kategori": "ny"}, context=context)) == found


def test_a_kommun_lies_in_its_area():
    inside, outside = min(AREA.kommuner), "1480"
    row = {"samverkansform": "samverkansform-1", "kommun": inside}
    assert check_rows("samverkan", row, context=YEAR_END) == []
    (remark,) = check_rows("samverkan", row | {"kommun": outside}, context=YEAR_END)
    assert remark.code == "kommun-outside"
    assert "Göteborg" in remark.wrong
    assert AREA.name in remark.wrong


def test_a_row_that_is_there_twice_is_an_error_that_names_the_first():
    (remark,) = check_rows("hinder", OBSTACLE, OBSTACLE | {"beskrivning": "Annat."})
    assert remark.code == "duplicate"
    assert remark.place.row == 6
    assert "rad 5" in remark.wrong


def test_rows_that_differ_in_one_key_are_two():
    assert check_rows("hinder", OBSTACLE, OBSTACLE | {"niva": "mellan"}) == []


def test_a_field_that_the_kind_does_not_have_is_an_error():
    assert codes(check_rows("hinder", OBSTACLE | {"namn": "Nils"})) == ["unknown-field"]


# Texts


@pytest.mark.parametrize(("length", "found"), [(2000, []), (2001, ["too-long"])])
def test_a_text_has_at_most_two_thousand_signs(length, found):
    assert codes(check_rows("hinder", OBSTACLE | {"beskrivning": "a" * length})) == found


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x85", "\u202e", "\ud800"])
def test_a_sign_that_controls_is_an_error(sign):
    text = f"Olika{sign}syn"
    assert codes(check_rows("hinder", OBSTACLE | {"beskrivning": text})) == ["control-character"]


@pytest.mark.parametrize("sign", ["\n", "\t", "\r\n", "’", "é", "🙂", "\u00a0"])
def test_other_signs_are_welcome(sign):
    assert check_rows("hinder", OBSTACLE | {"beskrivning": f"Olika{sign}syn"}) == []


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("811218-9876", "personnummer"),
        ("namn@exempel.se", "e-postadress"),
        ("070-123 45 67", "telefonnummer"),
    ],
)
@pytest.mark.parametrize("field", ["beskrivning", NOTE_FIELD])
def test_personal_data_in_a_text_is_refused_with_its_place_and_never_repeated(field, written, kind):
    (remark,) = check_rows("hinder", OBSTACLE | {field: f"Ring {written} nu"})
    assert (remark.severity, remark.code, remark.field) == (ERROR, "personal-data", field)
    assert kind in remark.wrong
    assert f"tecken 6–{5 + len(written)}" in remark.wrong
    assert written not in repr(remark)


def test_personal_data_in_a_written_cell_is_refused():
    row = Row(MEETING, written={"hallna": "4 (811218-9876)"})
    (remark,) = check_rows("deltagande", row)
    assert remark.code == "personal-data"
    assert "9876" not in repr(remark)


def test_personal_data_in_a_key_is_not_repeated_by_any_remark():
    row = {"behov": "811218-9876", "gjort": "Inget"}
    found = check_rows("kompetens", row, row, context=YEAR_END)
    assert codes(found).count("personal-data") == 2
    assert "9876" not in repr(found)


def test_personal_data_in_a_choice_is_not_repeated():
    found = check_rows("hinder", OBSTACLE | {"kategori": "070-123 45 67"})
    assert set(codes(found)) == {"personal-data", "not-in-list"}
    assert "123 45 67" not in repr(found)


def test_a_personnummer_typed_as_a_count_is_refused():
    found = check_rows("deltagande", MEETING | {"hallna": 8112189876})
    assert codes(found) == ["personal-data"]
    assert "9876" not in repr(found)


def test_an_amount_of_ten_digits_is_no_personnummer():
    cost = {"myndighet": "myndighet-1", "arsarbetskrafter": 1, "kronor": 8112189876}
    assert check_rows("resurser", cost, context=YEAR_END, area=REGION.code) == []


# Notes


@pytest.mark.parametrize(
    ("note", "severity"),
    [("123456789", WARNING), ("1234567890", INFORMATION), ("  1234567  ", WARNING)],
)
def test_a_note_of_ten_signs_answers_the_warnings_of_its_row(note, severity):
    rows = [MEETING | {"aktor": f"aktor-{number}"} for number in (1, 2, 3)]
    rows[2] |= {"hallna": 5, NOTE_FIELD: note}
    (remark,) = check_rows("deltagande", *rows)
    assert (remark.code, remark.severity) == ("held-differs", severity)


def test_a_note_answers_no_error():
    assert blocks(check_rows("deltagande", MEETING | {"hallna": -1} | NOTE))


def test_a_note_answers_for_its_own_row_alone():
    rows = [MEETING | {"aktor": f"aktor-{number}"} for number in (1, 2, 3)]
    rows[0] |= NOTE
    rows[2] |= {"hallna": 5}
    assert codes(check_rows("deltagande", *rows), WARNING) == ["held-differs"]


# Gaps


def test_the_missing_values_are_counted_and_not_applicable_is_none_of_them():
    missing, not_applicable = Gap.MISSING, Gap.NOT_APPLICABLE
    (remark,) = check_rows("atgarder", cells(1, missing, missing, not_applicable, 0, 2))
    assert (remark.code, remark.severity) == ("gaps", INFORMATION)
    assert remark.wrong.startswith("2 ")


# Whatever is given

VALUES = (
    st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.dates()
    | st.sampled_from(Gap)
    | st.sampled_from(["etablerat", "planerat", "aktor-1", "atgard-1", "indikator-4", "ja"])
)
KIND = st.sampled_from(list(kinds().values()))


@st.composite
def any_unit(draw):
    kind = draw(KIND)
    names = st.sampled_from([*(field.name for field in kind.fields), "annat"])
    rows = draw(st.lists(st.dictionaries(names, VALUES), max_size=4))
    area = draw(st.sampled_from([AREA.code, REGION.code, next(iter(CONTEXT.others)), "x"]))
    period = draw(st.sampled_from([CONTEXT.period, Quarter(2026, 4), Quarter(1000, 1)]))
    return Unit(area, kind.code, period), tuple(
        Row(values, Place("Blad", number), {name: str(one) for name, one in values.items()})
        for number, values in enumerate(rows)
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(any_unit(), max_size=3), st.booleans())
def test_a_check_never_fails_whatever_the_values_are(given_units, with_history):
    units = dict(given_units)
    context = CONTEXT
    if with_history:
        earlier = {
            (unit.area, unit.kind): {Quarter(2026, 2): rows, Quarter(2026, 1): rows}
            for unit, rows in units.items()
        }
        context = replace(CONTEXT, stored=units, earlier=earlier)
    for remark in check(units, context):
        assert remark.wrong and remark.right and remark.code
        assert remark.unit in units


@settings(max_examples=40, deadline=None)
@given(any_unit())
def test_a_value_of_the_wrong_type_never_passes(given_unit):
    unit, rows = given_unit
    errors = {
        (one.identity, one.field) for one in check({unit: rows}, CONTEXT) if one.severity is ERROR
    }
    numbers = {field.name for field in kinds()[unit.kind].fields if field.type is Type.COUNT}
    texts = [
        name
        for row in rows
        for name, value in row.values.items()
        if name in numbers and isinstance(value, str) and value.strip() and value not in list(Gap)
    ]
    assert set(texts) <= {field for _identity, field in errors}


def test_a_regions_quarter_with_eight_before_is_checked_within_a_second():
    context = make_context(
        20, period=Quarter(2026, 4), indicators=20, measures=16, earlier=8, stored=True
    )
    units = {
        Unit(area.code, kind.code, context.period): make_rows(
            kind, area, context.register, context.period
        )
        for area in context.areas.values()
        for kind in kinds().values()
        if area.level in kind.levels
    }
    size = sum(len(row.values) for rows in units.values() for row in rows)
    assert size > 6000
    with within(1):
        check(units, context)
