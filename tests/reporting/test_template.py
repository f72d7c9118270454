"""The template: what stands in it, what is locked, and that it reads back as it was."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

import words
from indicators.periods import Quarter
from reporting import headings
from reporting.kinds import kinds
from reporting.reading import read_file
from reporting.register import Entry, Listing, to_register
from reporting.remarks import Severity
from reporting.rows import Row, Unit
from reporting.template import to_template
from reporting.values import Gap
from tests.pace import within
from tests.reporting.contexts import PERIOD, make_context, make_rows
from tests.reporting.filling import fill, to_columns, to_rows

WIDE = "Ungdomsindikatorer"
FOURTH = Quarter(2026, 4)
YEARLY = {kind.title for kind in kinds().values() if kind.every == "ar"}


@pytest.fixture(scope="module")
def context():
    return make_context(3, stored=True)


@pytest.fixture(scope="module")
def book(context):
    return load_workbook(BytesIO(to_template(context)))


def open_template(context, chosen=None, **how):
    return load_workbook(BytesIO(to_template(context, chosen, **how)))


def with_entries(context, *entries):
    return context.__class__(
        period=context.period,
        today=context.today,
        register=to_register(entries),
        areas=context.areas,
    )


def to_texts(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def validation_of(sheet, heading):
    place = sheet.cell(headings.HEADING_ROW + 1, to_columns(sheet)[heading]).coordinate
    rules = sheet.data_validations.dataValidation
    return next(rule for rule in rules if place in rule.sqref)


def list_of(book, rule):
    ((sheet, area),) = book.defined_names[rule.formula1].destinations
    return [row[0].value for row in book[sheet][area]]


def plain(units):
    return {unit: [dict(row.values) for row in rows] for unit, rows in units.items()}


def test_the_sheets_are_the_instruction_then_the_kinds_of_the_quarter_in_order(book):
    quarterly = [kind.title for kind in kinds().values() if kind.title not in YEARLY]
    rest = [headings.definitions(), headings.lists()]
    assert book.sheetnames == [headings.read_me(), *quarterly, *rest]


def test_a_fourth_quarter_has_the_yearly_kinds_too():
    assert set(open_template(make_context(1, period=FOURTH)).sheetnames) >= YEARLY


def test_yearly_kinds_come_in_another_quarter_when_asked_for_with_the_years_last_period(context):
    kind = kinds()["kartlaggningar"]
    book = open_template(context, [kind])
    assert [name for name in book.sheetnames if name in YEARLY] == [kind.title]
    assert book[kind.title]["C5"].value == "2026K4"


def test_who_reports_for_local_areas_alone_gets_no_regional_kind():
    names = open_template(make_context(2, region=False)).sheetnames
    assert "Gemensamma mål" not in names
    assert WIDE in names


def test_who_reports_for_a_region_alone_gets_no_local_kind():
    names = open_template(make_context(0, stored=False)).sheetnames
    assert "Gemensamma mål" in names
    assert WIDE not in names


def test_each_area_has_a_row_for_each_entry_that_holds(book, context):
    rows = [(c["Områdeskod"].value, c["Indikator"].value) for c in to_rows(book[WIDE])]
    entries = context.register.of(Listing.INDICATOR, PERIOD.last)
    local = [area.code for area in context.areas.values() if area.level == "lpo"]
    assert rows == [(code, entry.name) for code in local for entry in entries]


def test_an_entry_that_has_ended_has_no_row(book):
    assert "Nedlagd" not in to_texts(book[WIDE])


def test_headings_stand_in_the_agreed_row_and_order(book):
    kind = kinds()["deltagande"]
    own = ["Områdeskod", "Område", "Period", *(field.label for field in kind.fields)]
    before = [headings.previous(label) for label in ("Medlem eller adjungerad", "Hållna möten")]
    found = list(to_columns(book[kind.title]))
    assert found == [*own, *before, headings.previous("Deltagit i")]


def test_every_sheet_is_protected_without_a_password(book):
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    assert not any(sheet.protection.password for sheet in book.worksheets)


def test_headings_areas_and_last_periods_values_are_locked_and_what_is_asked_is_not(book):
    sheet = book[WIDE]
    cells = next(to_rows(sheet))
    assert sheet.cell(headings.HEADING_ROW, 5).protection.locked
    closed = {heading for heading, cell in cells.items() if cell.protection.locked}
    previous = {heading for heading in cells if heading.startswith("Förra perioden")}
    assert closed == {"Områdeskod", "Område", "Period", *previous}


def test_an_unsplit_count_takes_only_its_total(book):
    cells = next(row for row in to_rows(book[WIDE]) if row["Indikator"].value.startswith("Placer"))
    counts = [heading for heading in cells if heading.startswith(("Kvinnor", "Män", "Totalt"))]
    assert [one for one in counts if not cells[one].protection.locked] == ["Totalt"]
    assert all(cells[one].value is None for one in counts if one != "Totalt")


def test_last_periods_values_are_numbers_and_gaps_their_signs(book):
    first, second, third, *_rest = to_rows(book[WIDE])
    heading = headings.previous("Kvinnor 12–14")
    assert [row[heading].value for row in (first, second, third)] == ["..", ".", 2]


def test_a_total_that_follows_from_last_periods_cells_is_shown(book):
    _first, _second, third, *_rest = to_rows(book[WIDE])
    assert third[headings.previous("Totalt")].value == sum(range(2, 8))


def test_last_periods_values_are_of_the_row_s_own_area_and_entry(book, context):
    before = Quarter(2026, 2)
    for cells in to_rows(book[WIDE]):
        rows = context.earlier[cells["Områdeskod"].value, "indikatorer"][before]
        entry = context.register.find
        names = {entry("indikator", row.values["indikator"]).name: row for row in rows}
        expected = names[cells["Indikator"].value].values.get("m_18_20")
        assert cells[headings.previous("Män 18–20")].value == expected


def test_yearly_kinds_show_the_year_before():
    context = make_context(1, period=FOURTH)
    rows = to_rows(open_template(context)["Resurser och kostnader"])
    assert {row[headings.previous("Kronor")].value for row in rows} == {1200000}


def test_what_is_stored_already_is_filled_in(book):
    rows = list(to_rows(book[WIDE]))
    assert rows[0]["Män 18–20"].value == 5
    assert rows[-1]["Män 18–20"].value is None


def test_said_nothing_to_report_stands_as_the_word(book):
    cells = next(to_rows(book["Hinder"]))
    assert (cells["Kategori"].value, cells["Beskrivning"].value) == (headings.nothing(), None)


def test_choices_are_lists_of_names_on_the_hidden_sheet(book, context):
    rule = validation_of(book[WIDE], "Indikator")
    names = [entry.name for entry in context.register.of(Listing.INDICATOR, PERIOD.last)]
    assert list_of(book, rule) == [*names, headings.nothing()]
    assert book[headings.lists()].sheet_state == "hidden"


def test_a_choice_that_is_not_the_first_column_has_no_word_for_nothing(book):
    rule = validation_of(book["Hinder"], "Inom eller mellan nivåer")
    assert list_of(book, rule) == ["inom nivån", "mellan nivåer"]


def test_free_rows_let_one_choose_among_the_reporters_own_areas_only(book, context):
    rule = validation_of(book["Hinder"], "Område")
    assert list_of(book, rule) == [area.name for area in context.areas.values()]
    assert rule.errorStyle == "stop"


def test_free_rows_of_a_local_kind_do_not_offer_the_region(book):
    rule = validation_of(book["Rådets händelser"], "Område")
    assert "Nord" not in list_of(book, rule)


def test_kommuner_are_those_of_the_areas_in_swedish_order():
    context = make_context(20, region=False, period=FOURTH)
    book = open_template(context)
    names = list_of(book, validation_of(book["Befintlig samverkan"], "Kommun"))
    mine = {code for area in context.areas.values() for code in area.kommuner}
    assert set(names) == {context.kommuner[code] for code in mine}
    assert names.index("Älvsbyn") < names.index("Örnsköldsvik")
    assert names.index("Umeå") < names.index("Ånge") < names.index("Älvsbyn")


def test_no_list_holds_a_code(book, context):
    codes = {entry.code for entry in context.register.entries} | set(context.areas)
    cells = [cell.value for row in book[headings.lists()].iter_rows(min_row=2) for cell in row]
    assert not codes & set(cells)


def test_counts_are_whole_numbers_or_a_sign_for_a_gap_and_one_may_insist(book):
    rule = validation_of(book[WIDE], "Kvinnor 12–14")
    expected = 'IF(ISNUMBER(E5),AND(E5>=0,E5=INT(E5)),OR(E5="..",E5=".",E5="-",E5="–"))'
    assert (rule.type, rule.formula1, rule.errorStyle) == ("custom", expected, "warning")


def test_days_are_validated_as_days(book):
    assert validation_of(book["Rådets händelser"], "Gäller från").type == "date"


def test_headings_and_the_choice_stay_in_sight_and_are_printed_on_each_page(book):
    sheet = book[WIDE]
    assert (sheet.freeze_panes, book["Hinder"].freeze_panes) == ("E5", "D5")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.auto_filter.ref == f"A4:Y{sheet.max_row}"


def test_headings_are_white_on_the_products_blue(book):
    cell = book[WIDE].cell(headings.HEADING_ROW, 4)
    assert (cell.fill.fgColor.rgb, cell.font.color.rgb) == ("FF0B5394", "FFFFFFFF")
    assert cell.font.bold


def test_columns_are_as_wide_as_the_longest_word_of_their_heading():
    book = open_template(make_context(1, period=FOURTH))
    sheet = book["Resurser och kostnader"]
    for heading, column in to_columns(sheet).items():
        letter = sheet.cell(1, column).column_letter
        assert sheet.column_dimensions[letter].width > max(map(len, heading.split()))


def test_the_book_says_its_title_and_language(book):
    assert (book.properties.title, book.properties.language) == ("Rapportering för 2026K3", "sv")


def test_the_instruction_says_for_whom_by_when_and_how(book, context):
    text = " ".join(to_texts(book[headings.read_me()]))
    assert all(area.name in text for area in context.areas.values())
    for part in ("2026K3", "2026-10-31", "..", "Uppgiften saknas", "personnummer", "inget"):
        assert part in text


def test_the_definitions_are_the_registers(book, context):
    texts = to_texts(book[headings.definitions()])
    entry = context.register.of(Listing.INDICATOR, PERIOD.last)[0]
    assert {entry.name, entry.definition, entry.counting_rule, entry.unit} <= set(texts)


def test_the_definitions_of_our_own_tables_are_in_the_language_of_the_file():
    entry = Entry(Listing.INDICATOR, "a", "Namn", definition="Definition", unit="personer")
    with words.spoken("en"):
        book = open_template(with_entries(make_context(1), entry))
        sheet = book[headings.definitions()]
    assert "persons" in to_texts(sheet) and "personer" not in to_texts(sheet)


def test_example_data_is_marked_on_every_sheet_one_sees(context):
    book = open_template(context, example=True)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert all(any("Exempeldata" in text for text in to_texts(sheet)) for sheet in seen)


def test_real_data_is_not_marked_as_example(book):
    assert not any("Exempeldata" in text for sheet in book.worksheets for text in to_texts(sheet))


def test_a_name_that_looks_like_a_formula_is_text(context):
    bad = '=HYPERLINK("x")'
    book = open_template(with_entries(context, Entry(Listing.INDICATOR, "a", bad)))
    cell = book[WIDE]["D5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (bad, "s", True)


def test_signs_that_no_spreadsheet_holds_are_left_out(context):
    book = open_template(
        with_entries(context, Entry(Listing.INDICATOR, "a", "Antal\x00\ud800 nya"))
    )
    assert book[WIDE]["D5"].value == "Antal nya"


def test_an_empty_list_leaves_a_row_to_say_nothing_in(context):
    book = open_template(with_entries(context))
    cells = next(to_rows(book["Gemensamma mål"]))
    assert (cells["Områdeskod"].value, cells["Mål"].value) == ("pr-nord", None)


def test_an_unfilled_template_reads_back_as_what_is_stored(context):
    found = read_file(to_template(context), lambda _period: context, PERIOD)
    assert plain(found.units) == plain(context.stored)
    assert not found.remarks


def test_an_unfilled_template_without_anything_stored_reads_as_nothing_filled_in():
    context = make_context(2)
    found = read_file(to_template(context), lambda _period: context, PERIOD)
    assert not found.units
    assert [remark.code for remark in found.remarks] == ["nothing-filled-in"]


@pytest.mark.parametrize("period", [PERIOD, FOURTH], ids=str)
def test_a_filled_template_reads_back_as_exactly_what_was_filled_in(period):
    context = make_context(2, period=period)
    units = {
        Unit(area.code, kind.code, period): make_rows(kind, area, context.register, period)
        for kind in kinds().values()
        for area in context.areas.values()
        if area.level in kind.levels and (kind.title not in YEARLY or period.number == 4)
    }
    filled = fill(to_template(context), units, context)
    found = read_file(filled, lambda _period: context, period)
    assert {remark.severity for remark in found.remarks} <= {Severity.INFORMATION}
    assert plain(found.units) == plain(units)


@pytest.mark.parametrize(("made", "read"), [("en", "en"), ("en", "sv"), ("sv", "en")])
def test_a_template_is_understood_in_another_language_than_its_own(made, read):
    context = make_context(2, period=FOURTH)
    units = {
        Unit(area.code, kind.code, FOURTH): make_rows(kind, area, context.register, FOURTH)
        for kind in kinds().values()
        for area in context.areas.values()
        if area.level in kind.levels
    }
    empty = next(iter(units))
    units[empty] = ()  # says that there is nothing
    with words.spoken(made):
        own = replace(context, register=context.register.spoken())
        filled = fill(to_template(own), units, own)
    with words.spoken(read):
        own = replace(context, register=context.register.spoken())
        found = read_file(filled, lambda _period: own, FOURTH)
    assert [one for one in found.remarks if one.severity is not Severity.INFORMATION] == []
    assert plain(found.units) == plain(units)


def test_gaps_days_and_nothing_read_back_as_they_were_filled_in():
    context = make_context(1)
    ((code, _area), *_rest) = context.areas.items()
    gaps = {"indikator": "indikator-1", "k_12_14": Gap.MISSING, "m_12_14": Gap.NOT_APPLICABLE}
    units = {
        Unit(code, "indikatorer", PERIOD): (Row({**gaps, "k_15_17": 0}),),
        Unit(code, "handelser", PERIOD): (
            Row({"stadium": "vilande", "dag": date(2026, 8, 3), "anteckning": "Paus."}),
        ),
        Unit(code, "atgarder", PERIOD): (),
        Unit(code, "hinder", PERIOD): (),
    }
    filled = fill(to_template(context), units, context)
    found = read_file(filled, lambda _period: context, PERIOD)
    assert plain(found.units) == plain(units)


def test_a_large_regions_template_is_made_within_the_limit():
    context = make_context(20, indicators=25, measures=15, actors=12, period=FOURTH, stored=True)
    with within(2.5):
        to_template(context)
