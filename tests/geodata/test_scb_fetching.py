"""The table straight from a database that speaks PxWeb's API version 2, on this machine."""

from datetime import date

import pytest

from geodata.scb.checks import to_checked
from geodata.scb.counts import to_counts
from geodata.scb.fetching import Unreachable, fetch_table
from geodata.scb.reading import read_bytes
from geodata.scb.table import NotPopulation
from tests.geodata import scb_files
from tests.geodata.pxweb_server import TABLE, PxWeb, serving
from tests.served import free_port

TODAY = date(2026, 11, 1)
AGES = (*scb_files.YOUNG, "21", "100+")  # more than is asked for
CELLS = scb_files.cells((2022, 2023, 2024), ages=AGES)


def fetched(pxweb, years=None):
    with serving(pxweb) as address:
        raw = fetch_table(address, TABLE, years)
    return to_counts(to_checked(raw, address, TODAY))


def read(years):
    cells = {key: n for key, n in CELLS.items() if int(key[3]) in years}
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    return to_counts(to_checked(raw, "fil", TODAY))


def test_what_is_fetched_is_what_a_file_holds():
    pxweb = PxWeb(CELLS)
    assert fetched(pxweb) == read({2022, 2023, 2024})
    (asked,) = pxweb.asked
    assert set(asked) == {"Region", "Alder", "Kon", "ContentsCode", "Tid"}
    assert asked["Alder"] == [*scb_files.YOUNG, "tot"]


def test_only_the_years_that_are_asked_for_are_fetched():
    pxweb = PxWeb(CELLS)
    assert fetched(pxweb, range(2023, 2030)) == read({2023, 2024})
    assert pxweb.asked[0]["Tid"] == ["2023", "2024"]


def test_a_question_is_divided_to_what_the_server_allows():
    pxweb = PxWeb(CELLS, most=5000)
    assert fetched(pxweb) == read({2022, 2023, 2024})
    assert len(pxweb.asked) == 4


def test_a_server_that_is_busy_is_asked_again():
    assert fetched(PxWeb(CELLS, busy=2), [2024]) == read({2024})


def test_a_number_that_lacks_is_refused_as_in_a_file():
    cells = {key: n for key, n in CELLS.items() if key != ("0114", "13", "1", "2024")}
    with pytest.raises(Exception, match="0114: ”” är inget antal personer"):
        fetched(PxWeb(cells))


def test_a_machine_that_does_not_reach_the_server_is_told_so():
    with pytest.raises(Unreachable) as caught:
        fetch_table(f"http://127.0.0.1:{free_port()}", TABLE)
    assert "127.0.0.1" in str(caught.value)


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/x", "inget", "http://"])
def test_an_address_that_is_none_is_not_reached(address):
    with pytest.raises(Unreachable):
        fetch_table(address, TABLE)


FAULTS = {
    "svarar inte som PxWeb version 2": {"version": "1.0.0"},
    "svarar inte som PxWeb version 2: 'page'": {"broken": {"/tables": (200, {})}},
    "svarar inte som PxWeb version 2: 'dimension'": {
        "broken": {f"/tables/{TABLE}/metadata": (200, {})}
    },
    "svarar med fel: Error 500": {"broken": {f"/tables/{TABLE}/metadata": (500, {"title": "x"})}},
    "svarar med fel: Error 403: Forbidden; Title: Too many": {
        "broken": {f"/tables/{TABLE}/data": (403, {"title": "Too many"})}
    },
    "svarar med fel": {"broken": {f"/tables/{TABLE}/data": (200, None)}},
    "har inget att hämta för ålder": {
        "broken": {
            f"/tables/{TABLE}/metadata": (
                200,
                scb_files.to_cube({("0114", "tolv", "1", "2024"): 1}),
            )
        }
    },
}


@pytest.mark.parametrize("told", FAULTS)
def test_a_server_that_answers_otherwise_is_told_of(told):
    with serving(PxWeb(CELLS, **FAULTS[told])) as address, pytest.raises(NotPopulation) as caught:
        fetch_table(address, TABLE)
    assert told in str(caught.value)


def test_a_table_that_is_not_there_is_told_of():
    with serving(PxWeb(CELLS)) as address, pytest.raises(NotPopulation, match="Error 404"):
        fetch_table(address, "TAB1")


def test_a_year_that_the_table_lacks_is_told_of():
    with serving(PxWeb(CELLS)) as address, pytest.raises(NotPopulation, match="hämta för år"):
        fetch_table(address, TABLE, [1999])
