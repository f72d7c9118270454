"""Which sheets and which columns are read."""

import pytest

from indicators.periods import Quarter
from tests.reporting.reading_files import (
    LPO,
    SOUND,
    book_of,
    codes,
    errors,
    filled,
    headings_of,
    read,
    rows_of,
    table,
    to_book,
    to_bytes,
    told,
    xlsx,
)

ROW = SOUND["hinder"]


@pytest.mark.parametrize("name", ["Hinder", " hinder ", "HINDER", "Blad1", "Hinder (2)"])
def test_a_sheet_is_known_by_its_name_or_by_its_headings(name):
    assert len(rows_of(read(xlsx({name: table("hinder", ROW)})), "hinder")) == 1


def test_dots_over_letters_make_no_difference_in_a_name():
    data = xlsx({"Atgarder  och INSATSER": table("atgarder", SOUND["atgarder"])})
    assert rows_of(read(data), "atgarder")


def test_an_extra_sheet_is_left_out_and_told():
    found = read(xlsx({"Hinder": table("hinder", ROW), "Mina": [["Namn", "Sak"], ["a", "b"]]}))
    assert not errors(found)
    assert "extra-sheet" in told(found)


def test_hidden_sheets_and_the_instructions_are_not_read():
    other = table("hinder", {**ROW, "niva": "nonsens"})
    book = to_book({"Hinder": table("hinder", ROW), "Läs mig": other, "Dold": other})
    book["Dold"].sheet_state = "hidden"
    found = read(to_bytes(book))
    assert not found.remarks
    assert len(found.units) == 1


def test_a_hidden_sheet_that_is_ours_is_told():
    book = to_book({"Hinder": table("hinder", ROW), "Deltagande": table("deltagande")})
    book["Deltagande"].sheet_state = "veryHidden"
    assert "hidden-sheet" in told(read(to_bytes(book)))


def test_merged_titles_above_the_headings_are_passed_over():
    rows = [["Region Nord rapporterar"], ["Ifylld av samordnaren", "Hinder"], []]
    book = to_book({"Hinder": [*rows, *table("hinder", ROW)]})
    book["Hinder"].merge_cells("A1:G1")
    found = read(to_bytes(book))
    assert not found.remarks
    assert rows_of(found, "hinder")[0].place == ("Hinder", 5)


def test_headings_below_the_thirtieth_row_are_not_found():
    rows = [["x"]] * 30 + table("hinder", ROW)
    assert codes(read(xlsx({"Hinder": rows}))) == {"no-headings"}


def test_columns_may_stand_in_any_order_and_with_others_between():
    rows = [[*reversed(row), "eget"] for row in table("hinder", ROW)]
    found = read(xlsx({"Hinder": rows}))
    assert rows_of(found, "hinder")[0].values["niva"] == "inom"
    assert told(found) == {"unknown-columns"}


def test_columns_of_the_last_period_are_left_out_without_a_word():
    rows = [
        [*row, extra]
        for row, extra in zip(table("hinder", ROW), ["Förra perioden: Kategori", "x"], strict=True)
    ]
    assert not read(xlsx({"Hinder": rows})).remarks


def test_headings_may_be_spelt_in_other_ways():
    rows = table("atgarder", SOUND["atgarder"])
    rows[0] = [
        {"Kvinnor 12–14": "kvinnor 12-14 år", "Insats": "INSATS *"}.get(h, h) for h in rows[0]
    ]
    assert rows_of(read(xlsx({"A": rows})), "atgarder")[0].values["k_12_14"] == 3


def test_a_required_column_that_is_missing_is_named():
    rows = [row[:4] + row[5:] for row in table("hinder", ROW)]
    found = read(xlsx({"Hinder": rows}))
    (error,) = errors(found)
    assert error.code == "missing-columns"
    assert "Inom eller mellan nivåer" in error.wrong
    assert rows_of(found, "hinder")[0].values["kategori"] == "hinder-1"


def test_no_column_for_the_area_is_an_error():
    rows = [row[2:] for row in table("hinder", ROW)]
    found = read(xlsx({"Hinder": rows}))
    assert codes(found) == {"missing-columns"}
    assert "Områdeskod" in errors(found)[0].wrong


def test_no_column_with_values_is_an_error():
    rows = [row[:4] for row in table("atgarder", SOUND["atgarder"])]
    assert "missing-columns" in codes(read(xlsx({"Åtgärder och insatser": rows})))


def test_a_heading_that_comes_twice_is_an_error_with_its_column():
    rows = [
        [*row, extra]
        for row, extra in zip(table("hinder", ROW), ["kategori", "Roller"], strict=True)
    ]
    (error,) = errors(read(xlsx({"Hinder": rows})))
    assert (error.code, error.column, error.place) == ("doubled-column", "H", ("Hinder", 1))


def test_a_sheet_of_ours_without_headings_is_an_error():
    data = xlsx({"Hinder": [["bara", "text"]], "Deltagande": table("deltagande")})
    assert codes(read(data)) == {"no-headings"}


def test_two_tables_in_one_sheet_are_both_read():
    rows = [*table("hinder", ROW), [], *table("deltagande", SOUND["deltagande"])]
    assert {unit.kind for unit in read(xlsx({"Blad1": rows})).units} == {"hinder", "deltagande"}


def test_the_area_is_carried_down_inside_merged_cells_alone():
    rows = table("hinder", ROW, {**ROW, "kategori": "Teknik", "Områdeskod": None})
    assert codes(read(xlsx({"Hinder": rows}))) == {"no-area"}
    book = book_of(xlsx({"Hinder": rows}))
    book["Hinder"].merge_cells("A2:A3")
    found = read(to_bytes(book))
    assert not errors(found)
    assert len(rows_of(found, "hinder")) == 2


def test_the_headings_of_the_area_alone_are_enough():
    rows = [
        ["Lokalpolisområde", *headings_of("hinder")[3:]],
        ["Luleå-Boden", "Teknik", "inom", "x"],
    ]
    assert rows_of(read(xlsx({"Hinder": rows})), "hinder")


def test_a_missing_period_column_means_the_period_asked_for():
    rows = [row[:2] + row[3:] for row in table("hinder", ROW)]
    found = read(xlsx({"Hinder": rows}), Quarter(2026, 2))
    assert {unit.period for unit in found.units} == {Quarter(2026, 2)}


def test_the_file_that_names_too_many_periods_is_an_error():
    rows = [{**ROW, "Period": f"{year}K{n}"} for year in range(2015, 2024) for n in (1, 2, 3)]
    assert "too-many-periods" in codes(read(filled("hinder", *rows)))


def test_a_number_of_rows_for_one_area_are_one_unit():
    rows = [{**ROW, "kategori": name} for name in ("Teknik", "Resurser", "Sekretess")]
    assert len(rows_of(read(filled("hinder", *rows)), "hinder", LPO)) == 3


def test_headings_repeated_without_end_are_an_error():
    assert codes(read(xlsx({"Hinder": table("hinder") * 200}))) == {"too-many-headings"}
