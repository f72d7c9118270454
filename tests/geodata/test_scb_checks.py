"""What must hold of the population before any of it counts."""

from datetime import date

import pytest

from geodata.checks import Rejected
from geodata.scb.checks import to_checked
from geodata.scb.reading import read_bytes
from tests.geodata import scb_files

TODAY = date(2026, 11, 1)


def faults(cells, today=TODAY, **told):
    """What is wrong with the cells, as (area, rule, detail)."""
    with pytest.raises(Rejected) as caught:
        to_checked(read_bytes(scb_files.to_csv(cells), "fil"), "fil", today, **told)
    return [(fault.area, fault.rule, fault.detail) for fault in caught.value.faults]


def without(*, place, code, cells=None):
    found = scb_files.cells() if cells is None else cells
    return {key: persons for key, persons in found.items() if key[place] != code}


def test_a_kommun_that_is_missing_is_named():
    cells = without(place=0, code="2480", cells=without(place=0, code="0180"))
    assert faults(cells) == [
        ("0180", "saknas", "saknas i filen"),
        ("2480", "saknas", "saknas i filen"),
    ]


def test_an_age_that_is_missing_is_no_code_of_a_lan():
    assert faults(without(place=1, code="14")) == [
        ("14 år", "saknas", "saknas: åldrarna 12–20 behövs, ett år i taget")
    ]


def test_a_sex_that_is_missing_is_named():
    assert faults(without(place=2, code="2")) == [("kvinna", "saknas", "saknas: båda könen behövs")]


def test_a_year_that_some_kommun_lacks_is_named():
    cells = scb_files.cells((2023, 2024))
    cells = {key: n for key, n in cells.items() if (key[0], key[3]) != ("0114", "2023")}
    told = faults(cells)
    assert {area for area, *_ in told} == {"0114"}
    assert "”..” är inget antal personer (man, 12 år, 2023)" in {detail for *_, detail in told}


def test_a_hole_is_told_once_an_area():
    cells = scb_files.cells()
    for age in ("13", "17"):
        del cells["0114", age, "1", "2024"]
    del cells["0115", "12", "2", "2024"]
    assert faults(cells) == [
        ("0114", "saknas", "saknar 2 tal, det första: man, 13 år, 2024"),
        ("0115", "saknas", "saknar 1 tal, det första: kvinna, 12 år, 2024"),
    ]


@pytest.mark.parametrize("value", ["", "..", "-3", "12,5", "1 234", "många", "12345678901", "1e3"])
def test_what_is_no_number_of_persons_is_told_with_its_cell(value):
    cells = scb_files.cells()
    cells["0114", "13", "1", "2024"] = f'"{value}"'
    assert faults(cells) == [
        ("0114", "tal", f"”{value}” är inget antal personer (man, 13 år, 2024)")
    ]


def test_the_same_cell_twice_is_refused():
    data = scb_files.to_csv(scb_files.cells()).decode().splitlines()
    row = next(line for line in data if line.startswith('"0114 Upplands Väsby","13 år","män"'))
    with pytest.raises(Rejected) as caught:
        to_checked(read_bytes("\n".join([*data, row]).encode(), "fil"), "fil", TODAY)
    assert [(one.area, one.rule, one.detail) for one in caught.value.faults] == [
        ("0114", "dubblett", "står mer än en gång (man, 13 år, 2024)")
    ]


@pytest.mark.parametrize("region", ["9999", "26", "1917"])
def test_an_area_that_does_not_exist_is_refused(region):
    cells = scb_files.cells()
    cells |= {(region, *key[1:]): n for key, n in cells.items() if key[0] == "0114"}
    (only,) = faults(cells)
    assert only[0].startswith(region)
    assert only[2] == "finns inte bland landets kommuner och län"


def test_ages_in_groups_are_refused():
    cells = scb_files.cells()
    cells |= {(key[0], "10-14", *key[2:]): n for key, n in cells.items() if key[1] == "12"}
    told = "är ingen ålder i ettårsklasser; hämta tabellen med ett år i taget"
    assert faults(cells) == [("10-14 år", "okand", told)]


def test_the_country_is_the_sum_of_its_kommuner():
    cells = scb_files.cells()
    own = cells["00", "13", "2", "2024"]
    cells["00", "13", "2", "2024"] += 3
    told = f"är {own + 3} i riket men {own} när kommunerna läggs ihop (kvinna, 13 år, 2024)"
    assert faults(cells, off=2) == faults(cells) == [("00", "summa", told)]
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    assert len(to_checked(raw, "fil", TODAY, off=3)) == 290 * 2 * 10


def test_all_ages_are_the_sum_of_each():
    cells = scb_files.cells(ages=scb_files.EVERY, country=False)
    cells["0114", "tot", "1", "2024"] += 1
    ((area, rule, detail),) = faults(cells)
    assert (area, rule) == ("0114", "summa")
    assert "för alla åldrar" in detail


def test_both_sexes_are_the_sum_of_the_two():
    cells = scb_files.cells(country=False)
    for key in [key for key in cells if key[2] == "1"]:
        both = cells[key] + cells[key[0], key[1], "2", key[3]]
        cells[key[0], key[1], "1+2", key[3]] = both
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    assert set(to_checked(raw, "fil", TODAY)["sex"]) == {"man", "kvinna", "totalt"}
    cells["0114", "13", "1+2", "2024"] += 1
    ((area, rule, detail),) = faults(cells)
    assert (area, rule) == ("0114", "summa")
    assert "för båda könen" in detail


def test_a_year_is_taken_in_when_it_has_ended():
    cells = scb_files.cells((2025,))
    told = "är inte slut: folkmängden gäller den 31 december"
    assert faults(cells, today=date(2025, 12, 31)) == [("år 2025", "ar", told)]
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    assert len(to_checked(raw, "fil", date(2026, 1, 1)))


def test_lan_in_the_file_are_passed_over():
    cells = scb_files.cells()
    cells |= {("24", *key[1:]): n for key, n in cells.items() if key[0] == "0114"}
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    assert set(to_checked(raw, "fil", TODAY)["region"]) == set(scb_files.KOMMUNER)


def test_all_that_is_wrong_is_told_at_once():
    cells = without(place=0, code="0180", cells=without(place=1, code="14"))
    cells["0114", "13", "1", "2024"] = "x"
    cells |= {("9999", *key[1:]): n for key, n in cells.items() if key[0] == "0115"}
    assert {rule for _area, rule, _detail in faults(cells)} == {"saknas", "tal", "okand"}
    assert {"0180", "14 år", "0114"} <= {area for area, *_ in faults(cells)}


def test_a_table_of_other_areas_is_told_in_few_lines():
    cells = scb_files.cells()
    cells |= {(f"0114A{n}", *key[1:]): 1 for n in range(60) for key in [("", "12", "1", "2024")]}
    unknown = [detail for _area, rule, detail in faults(cells) if rule == "okand"]
    assert len(unknown) == 21
    assert "och 40 till av samma slag" in unknown


def test_a_long_list_ends_with_how_many_more():
    cells = {key: n for key, n in scb_files.cells().items() if not key[0].startswith("0")}
    told = faults(cells)
    assert len(told) == 21
    gone = sum(code.startswith("0") for code in scb_files.KOMMUNER)
    assert ("–", "saknas", f"och {gone - 20} till av samma slag") in told
