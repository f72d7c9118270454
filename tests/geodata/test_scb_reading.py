"""SCB's table in each of its forms, and what is none of them."""

import json
from datetime import date

import pytest

from geodata.checks import Rejected
from geodata.scb import reading
from geodata.scb.checks import to_checked
from geodata.scb.counts import to_counts
from geodata.scb.reading import read_bytes, read_file
from geodata.scb.table import NotPopulation, to_age, to_region, to_sex, to_year
from tests.geodata import scb_files

TODAY = date(2026, 11, 1)
CELLS = scb_files.cells((2023, 2024))
FORMS = {
    "csv": scb_files.to_csv(CELLS),
    "csv in cp1252": scb_files.to_csv(CELLS, encoding="cp1252"),
    "csv with a mark of order": scb_files.to_csv(CELLS, encoding="utf-8-sig"),
    "csv with semicolons": scb_files.to_csv(CELLS, delimiter=";"),
    "csv with tabs": scb_files.to_csv(CELLS, delimiter="\t"),
    "csv without title": scb_files.to_csv(CELLS, title=False),
    "csv of codes": scb_files.to_csv(CELLS, codes=True),
    "csv with bare years": scb_files.to_csv(CELLS, named=False),
    "long csv": scb_files.to_long_csv(CELLS),
    "json-stat": scb_files.to_json(CELLS),
    "sparse json-stat": scb_files.to_json(CELLS, sparse=True),
}


def counts_of(data, **told):
    return to_counts(to_checked(read_bytes(data, "fil"), "fil", TODAY, **told))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_counts(form):
    found = counts_of(FORMS[form])
    assert set(found) == {2023, 2024}
    for year, counts in found.items():
        assert len(counts) == 290 * 7
        ages = ("12", "13", "14")
        own = sum(CELLS["0114", age, "1", str(year)] for age in ages)
        assert counts["0114", "man", "12-14"] == own
        of_all = sum(CELLS["0114", "tot", sex, str(year)] for sex in "12")
        assert counts["0114", "totalt", "totalt"] == of_all


def test_the_total_is_summed_where_every_age_stands_for_itself():
    every = scb_files.cells(ages=scb_files.EVERY, total=False, country=False)
    counts = counts_of(scb_files.to_csv(every))[2024]
    own = sum(persons for (region, *_), persons in every.items() if region == "0114")
    assert counts["0114", "totalt", "totalt"] == own


def test_a_table_of_young_people_alone_has_no_total():
    counts = counts_of(scb_files.to_csv(scb_files.cells(total=False)))[2024]
    assert {age for _kommun, _sex, age in counts} == {"12-14", "15-17", "18-20"}


def test_names_without_codes_are_understood():
    data = scb_files.to_csv(CELLS).decode()
    for code in (*scb_files.KOMMUNER, "00"):
        data = data.replace(f'"{code} ', '"')
    assert counts_of(data.encode()) == counts_of(FORMS["csv"])


def test_a_column_of_codes_beside_its_text_is_no_division():
    head, *rows = scb_files.to_csv(CELLS, title=False).decode().splitlines()
    beside = ['"regionkod",' + head, *(row[:5] + '",' + row for row in rows)]
    assert counts_of("\n".join(beside).encode()) == counts_of(FORMS["csv"])


def test_another_dimension_of_one_total_is_passed_over():
    cube = scb_files.to_cube(CELLS)
    category = {"index": ["TOT"], "label": {"TOT": "totalt"}}
    cube["dimension"]["Civilstand"] = {"label": "civilstånd", "category": category}
    cube |= {"id": ["Civilstand", *cube["id"]], "size": [1, *cube["size"]]}
    assert counts_of(json.dumps(cube).encode()) == counts_of(FORMS["csv"])


def test_whole_numbers_written_as_fractions_are_whole():
    cube = scb_files.to_cube(CELLS)
    cube["value"] = [float(value) for value in cube["value"]]
    assert counts_of(json.dumps(cube).encode()) == counts_of(FORMS["csv"])


def changed(**new):
    return json.dumps(scb_files.to_cube(CELLS) | new).encode()


def divided():
    cube = scb_files.to_cube(CELLS)
    category = {"index": {"OG": 0, "G": 1}, "label": {"OG": "ogifta", "G": "gifta"}}
    cube["dimension"]["Civilstand"] = {"label": "civilstånd", "category": category}
    return json.dumps(
        cube
        | {"id": ["Civilstand", *cube["id"]], "size": [2, *cube["size"]]}
        | {"value": cube["value"] * 2}
    ).encode()


def growth():
    cube = scb_files.to_cube(CELLS)
    category = {"index": {"BE0101N2": 0}, "label": {"BE0101N2": "Folkökning"}}
    cube["dimension"]["ContentsCode"]["category"] = category
    return json.dumps(cube).encode()


CSV = FORMS["csv"].decode()
NO_TABLE = {
    "är tom": b" \r\n ",
    "är varken JSON-stat 2.0 eller CSV med en kolumn": "namn,antal\nUmeå,3\n".encode(),
    "är varken JSON-stat 2.0 eller CSV$": b"PK\x03\x04\x00\x00",
    "är ingen hel JSON": FORMS["json-stat"][:-9],
    "ingen JSON-stat 2.0 av klassen dataset": b"[1, 2]",
    "ingen JSON-stat 2.0 av klassen dataset.": changed(**{"class": "collection"}),
    "saknar delar som JSON-stat 2.0 ska ha": changed(id=["Region", "Tid"], dimension={}),
    "dimensioner av en annan storlek": changed(size=[1, 1, 1, 1, 1]),
    "inte ett tal för varje plats": changed(value=[1, 2, 3]),
    "inte ett tal för varje plats.": changed(value=None),
    "tal på platser som inte finns": changed(value={"999999999": 1}),
    "delar upp på civilstånd": divided(),
    "delar upp på civilstånd.": CSV.replace('"kön"', '"civilstånd"').encode(),
    "delar upp på tabellinnehåll": growth(),
    "delar upp på tabellinnehåll.": FORMS["long csv"].replace(b";Folkm\xe4ngd;", b";Annat;"),
    "delar upp på Folkökning 2023": CSV.replace("Folkmängd 20", "Folkökning 20").encode(),
    "saknar kön": CSV.replace('"kön"', '"läge"').replace('"kvinnor"', '"totalt"')
    .replace('"män"', '"totalt"').encode(),
    "har 6 fält på en rad där rubrikerna är 5": CSV.replace("år\",\"män\",", "år\",\"män\",1,", 1)
    .encode(),
    "har rubriker men inga tal": "\r\n".join(CSV.splitlines()[:3]).encode(),
}  # fmt: skip


@pytest.mark.parametrize("told", NO_TABLE)
def test_what_is_no_such_table_is_told_in_plain_words(told):
    with pytest.raises(NotPopulation, match=told.rstrip(".")) as caught:
        counts_of(NO_TABLE[told])
    assert len(caught.value.faults) == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1024**2)
    file = tmp_path / "stor.csv"
    with file.open("wb") as opened:
        opened.truncate(1024**2 + 1)
    with pytest.raises(NotPopulation, match="är 2 MB stor; högst 1 MB läses"):
        read_file(file)


def test_no_table_larger_than_one_can_be_is_unpacked():
    """A small file can name the sizes of a huge cube."""
    codes = {name: {"category": {"index": [str(n) for n in range(3000)]}} for name in "abcd"}
    cube = {"class": "dataset", "id": list("abcd"), "size": [3000] * 4, "dimension": codes}
    with pytest.raises(NotPopulation, match="storlek"):
        read_bytes(json.dumps(cube | {"value": {}}).encode(), "fil")


@pytest.mark.parametrize("form", ["csv", "csv of codes", "long csv", "json-stat"])
def test_a_file_cut_anywhere_is_refused_and_never_a_crash(form):
    data = FORMS[form]
    for place in range(1, len(data) - 4, len(data) // 25):
        with pytest.raises(Rejected):
            counts_of(data[:place])


@pytest.mark.parametrize(
    "way,text,code",
    [
        (to_region, "0114 Upplands Väsby", "0114"),
        (to_region, "01 Stockholms län", "01"),
        (to_region, "00 Riket", "00"),
        (to_region, "riket", "00"),
        (to_region, "Umeå", "2480"),
        (to_region, "9999 Någonstans", None),
        (to_region, "01145", None),
        (to_region, "0114A0010", None),
        (to_age, "12 år", "12"),
        (to_age, "100+ år", "100"),
        (to_age, "100+", "100"),
        (to_age, "99+", None),
        (to_age, "12-14 år", None),
        (to_age, "101", None),
        (to_age, "totalt ålder", "totalt"),
        (to_sex, "Kvinnor", "kvinna"),
        (to_sex, "1", "man"),
        (to_sex, "1+2", "totalt"),
        (to_sex, "okänt", None),
        (to_year, "Folkmängd 2024", 2024),
        (to_year, "2024", 2024),
        (to_year, "Folkökning 2024", None),
        (to_year, "2024M01", None),
    ],
)
def test_codes_and_words_mean_the_same(way, text, code):
    assert way(text) == code
