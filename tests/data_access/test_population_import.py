"""SCB's population taken in: what it replaces, what it leaves, and what is kept of it."""

from datetime import date

import pytest
from sqlalchemy import select, text

from data_access import audit, fill
from data_access.__main__ import main
from data_access.connect import reading, writing
from data_access.population import fetch_basis, fetch_population
from data_access.population_import import take_in
from data_access.schema import AUDIT, POPULATION_COUNT, POPULATION_EDITION
from data_access.scope import NotAllowed
from data_access.viewer import DEMONSTRATION as ALL
from data_access.young import fetch_young
from geodata.scb.checks import to_checked
from geodata.scb.counts import to_counts
from geodata.scb.reading import read_bytes
from tests.geodata import scb_files
from tests.geodata.pxweb_server import PxWeb, serving
from tests.served import free_port
from tests.viewers import ADMIN, READER, WRITER

DAY, LATER = date(2024, 12, 31), date(2026, 1, 1)


def counts(cells):
    raw = read_bytes(scb_files.to_csv(cells), "fil")
    return to_counts(to_checked(raw, "fil", LATER))


def held(engine, table):
    with reading(engine) as connection:
        return connection.execute(select(table).order_by(*table.primary_key)).all()


def of(frame, code):
    return frame.set_index("code").loc[code].to_dict()


def test_official_figures_take_the_place_of_estimates(engine):
    before = of(fetch_population("kommun", DAY, viewer=ALL), "0114")
    cells = scb_files.cells()
    taken = take_in(counts(cells), "SCB", viewer=ADMIN)
    assert taken == ((2024,), ())
    after = of(fetch_population("kommun", DAY, viewer=ALL), "0114")
    assert (before["young_status"], after["young_status"]) == ("skattad", "officiell")
    assert after["persons"] == sum(cells["0114", "tot", sex, "2024"] for sex in "12")
    young = sum(cells["0114", age, sex, "2024"] for age in scb_files.YOUNG for sex in "12")
    assert after["young"] == young
    assert after["as_of"] == after["young_as_of"] == DAY


def test_a_part_of_a_city_stays_an_estimate(sqlite_engine):
    take_in(counts(scb_files.cells()), "SCB", viewer=ADMIN)
    lpos = fetch_population("lpo", DAY, viewer=ALL).set_index("code")
    assert lpos.loc["lpo-sodermalm", ["status", "young_status"]].tolist() == ["skattad"] * 2
    assert lpos.loc["lpo-umea", ["status", "young_status"]].tolist() == ["officiell"] * 2
    city = fetch_population("kommun", DAY, viewer=ALL).set_index("code").loc["0180"]
    parts = fetch_young("kommun", (2024,), viewer=ALL)
    whole = parts[(parts["sex"] == "totalt") & (parts["age_group"] == "totalt")]
    assert whole.set_index("code").loc["0180", "persons"] == city["young"]


def test_each_year_has_its_own_and_what_is_not_covered_stays(sqlite_engine):
    take_in(counts(scb_files.cells((2022, 2023))), "SCB", viewer=ADMIN)
    frame = fetch_young("riket", (2021, 2022, 2023, 2024, 2025), viewer=ALL)
    status = frame.groupby("year")["status"].agg(set).to_dict()
    own = {"officiell"}
    assert {year for year, of_year in status.items() if of_year == own} == {2022, 2023}
    assert {year for year, of_year in status.items() if own & of_year} == {2022, 2023}
    total = frame[(frame["sex"] == "totalt") & (frame["age_group"] == "totalt")]
    of_year = total.set_index("year")["persons"]
    assert of_year[2021] == of_year[2022] != of_year[2023] != of_year[2024] == of_year[2025]


def test_without_a_total_only_the_ages_are_replaced(sqlite_engine):
    before = of(fetch_population("kommun", DAY, viewer=ALL), "0114")
    take_in(counts(scb_files.cells((2024, 2025), total=False)), "SCB", viewer=ADMIN)
    after = of(fetch_population("kommun", DAY, viewer=ALL), "0114")
    assert (after["persons"], after["status"]) == (before["persons"], "officiell")
    assert (after["young_status"], after["young"] != before["young"]) == ("officiell", True)
    later = of(fetch_population("kommun", LATER, viewer=ALL), "0114")
    assert (later["as_of"], later["young_as_of"]) == (DAY, date(2025, 12, 31))


def test_ages_alone_leave_the_total_that_was_read_before(engine):
    first = scb_files.cells()
    take_in(counts(first), "SCB", viewer=ADMIN)
    second = {key: n for key, n in first.items() if key[1] != "tot"}
    assert take_in(counts(second), "SCB", viewer=ADMIN).new == ()
    second["0114", "13", "1", "2024"] += 1
    second["00", "13", "1", "2024"] += 1
    take_in(counts(second), "SCB", viewer=ADMIN)
    after = of(fetch_population("kommun", DAY, viewer=ALL), "0114")
    assert after["persons"] == sum(first["0114", "tot", sex, "2024"] for sex in "12")


def test_the_newest_edition_of_a_year_holds_and_none_is_changed(engine):
    first, second = scb_files.cells(), scb_files.cells((2023, 2024))
    second["0114", "13", "1", "2024"] += 1
    second["00", "13", "1", "2024"] += 1
    take_in(counts(first), "ett", viewer=ADMIN)
    young = of(fetch_population("kommun", DAY, viewer=ALL), "0114")["young"]
    kept = held(engine, POPULATION_COUNT)
    assert take_in(counts(second), "två", viewer=ADMIN) == ((2023, 2024), ())
    assert of(fetch_population("kommun", DAY, viewer=ALL), "0114")["young"] == young + 1
    editions = held(engine, POPULATION_EDITION)
    assert [(one.as_of.year, one.source) for one in editions] == [
        (2024, "ett"), (2023, "två"), (2024, "två"),
    ]  # fmt: skip
    assert held(engine, POPULATION_COUNT)[: len(kept)] == kept
    assert take_in(counts(first), "tre", viewer=ADMIN) == ((2024,), ())
    assert of(fetch_population("kommun", DAY, viewer=ALL), "0114")["young"] == young


def test_the_same_again_is_nothing_new(sqlite_engine):
    years = counts(scb_files.cells((2023, 2024)))
    take_in(years, "SCB", viewer=ADMIN)
    before = held(sqlite_engine, AUDIT)
    assert take_in(years, "SCB", viewer=ADMIN) == ((), (2023, 2024))
    assert held(sqlite_engine, AUDIT) == before
    assert len(held(sqlite_engine, POPULATION_EDITION)) == 2


def test_what_a_days_population_rests_on_is_told(sqlite_engine):
    assert fetch_basis(DAY, viewer=ALL) == (DAY, "skattad", DAY, ())
    take_in(counts(scb_files.cells((2022, 2023), total=False)), "SCB", viewer=ADMIN)
    years = (2022, 2023)
    assert fetch_basis(DAY, viewer=ALL) == (DAY, "skattad", DAY, years)
    before = date(2023, 12, 31)
    assert fetch_basis(before, viewer=ALL) == (DAY, "officiell", before, years)


def test_it_is_audited_without_a_count(sqlite_engine):
    take_in(counts(scb_files.cells((2023, 2024))), "fil.csv", viewer=ADMIN)
    rows = [row for row in held(sqlite_engine, AUDIT) if row.what.startswith("folkmängd ")]
    assert [row.what for row in rows] == [
        "folkmängd 1: 2023",
        "folkmängd 2: 2024",
    ]
    assert {(row.subject, row.action) for row in rows} == {("forvaltare", "skrivning")}
    assert all("as_of" in row.after and "persons" not in row.after for row in rows)
    with reading(sqlite_engine) as connection:
        assert audit.verify(connection).ok


@pytest.mark.parametrize("viewer", [READER, WRITER])
def test_others_than_the_administrator_take_nothing_in(sqlite_engine, viewer):
    with pytest.raises(NotAllowed):
        take_in(counts(scb_files.cells()), "SCB", viewer=viewer)
    assert held(sqlite_engine, POPULATION_EDITION) == []
    assert held(sqlite_engine, AUDIT)[-1].action == "nekad"


def test_a_year_that_can_not_be_written_takes_the_others_with_it(engine):
    years = counts(scb_files.cells((2023, 2024)))
    years[2024]["0114", "man", "12-14"] = -1
    with pytest.raises(Exception, match="ck_population_count_persons"):
        take_in(years, "SCB", viewer=ADMIN)
    assert held(engine, POPULATION_EDITION) == held(engine, POPULATION_COUNT) == []


def test_a_new_edition_of_our_facts_leaves_what_was_read(engine):
    take_in(counts(scb_files.cells()), "SCB", viewer=ADMIN)
    before = fetch_population("kommun", DAY, viewer=ALL)
    with writing(engine) as connection:
        fill.sync_facts(connection, "annan")
    assert fetch_population("kommun", DAY, viewer=ALL).equals(before)


def test_an_edition_can_not_be_changed_removed_or_replaced(engine):
    take_in(counts(scb_files.cells()), "SCB", viewer=ADMIN)
    for sql in (
        "UPDATE population_count SET persons = 3",
        "DELETE FROM population_count",
        "TRUNCATE population_count"
        if engine.dialect.name == "postgresql"
        else "INSERT OR REPLACE INTO population_count SELECT * FROM population_count",
    ):
        with pytest.raises(Exception, match="append-only"), writing(engine) as connection:
            connection.execute(text(sql))


@pytest.fixture
def file(tmp_path):
    """file(cells) → the path of a file that holds them."""

    def write(cells, name="bef.csv"):
        path = tmp_path / name
        path.write_bytes(scb_files.to_csv(cells, encoding="cp1252"))
        return str(path)

    return write


def test_the_command_takes_a_file_in_once(sqlite_engine, file, capsys):
    path = file(scb_files.cells((2023, 2024)))
    assert main(["population", path]) == 0
    assert "Officiell folkmängd är inläst för 2023, 2024." in capsys.readouterr().out
    assert main(["population", path]) == 0
    assert capsys.readouterr().out.strip() == "Inget nytt för 2023, 2024."
    (first, *_rest) = held(sqlite_engine, POPULATION_EDITION)
    assert first.recorded_by == "driften"
    assert first.source == "SCB, folkmängd 31 december (bef.csv)"


def test_the_command_tells_all_that_is_wrong_and_changes_nothing(sqlite_engine, file, capsys):
    cells = {key: n for key, n in scb_files.cells().items() if key[0] != "0180"}
    cells["0114", "13", "1", "2024"] = "-1"
    assert main(["population", file(cells)]) == 1
    told = capsys.readouterr().err
    assert "2 fel. Ingenting har ändrats." in told
    assert "Stockholm (0180)\n  - saknas i filen" in told
    assert "”-1” är inget antal personer (man, 13 år, 2024)" in told
    assert held(sqlite_engine, POPULATION_EDITION) == []


def test_the_command_takes_sums_that_scb_has_protected_when_told_to(sqlite_engine, file, capsys):
    cells = scb_files.cells()
    cells["00", "13", "1", "2024"] += 4
    assert main(["population", file(cells)]) == 1
    assert "när kommunerna läggs ihop" in capsys.readouterr().err
    assert main(["population", file(cells), "--off", "4"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fil", "--fetch"],
        ["fil", "--off", "-3"],
        ["fil", "--off", "många"],
        ["--fetch", "--years", "24"],
        ["--fetch", "--years", "2024-2020"],
    ],
)
def test_arguments_that_are_not_understood_are_refused(sqlite_engine, arguments, capsys):
    assert main(["population", *arguments]) == 2
    assert "usage: python -m data_access population" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_of(sqlite_engine, tmp_path, capsys):
    assert main(["population", str(tmp_path / "saknas.csv")]) == 1
    assert "Filen kan inte läsas: No such file" in capsys.readouterr().err


def test_the_command_fetches_what_a_file_would_hold(sqlite_engine, capsys):
    with serving(PxWeb(scb_files.cells((2023, 2024)))) as address:
        assert main(["population", "--fetch", "--from", address]) == 0
        assert main(["population", "--fetch", "--from", address, "--years", "2024"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines() == [
        "Officiell folkmängd är inläst för 2023, 2024.",
        "Inget nytt för 2024.",
    ]
    assert {
        one.source.partition(" TAB638")[0] for one in held(sqlite_engine, POPULATION_EDITION)
    } == {f"SCB, folkmängd 31 december ({address}"}


def test_the_command_says_when_the_machine_reaches_no_database(sqlite_engine, capsys):
    address = f"http://127.0.0.1:{free_port()}"
    assert main(["population", "--fetch", "--from", address]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"Den här maskinen når inte databasen ({address}: ")
    assert told.count("\n") == 1
    assert held(sqlite_engine, POPULATION_EDITION) == []
