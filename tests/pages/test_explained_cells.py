"""A cell that is chosen is explained: what it says is what it was counted from."""

from datetime import date

import pandas as pd
import pytest

import clock
from data_access.released_rates import fetch_rates
from data_access.releases import fetch_releases
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from pages.explained_counts import to_explained
from pages.explained_reads import Place
from pages.trend_reads import fetch_entries
from tests.data_access import exact
from tests.data_access.released_work import NEWEST, OFTEN, add_work
from tests.data_access.released_years import SPLIT, add_years
from tests.pages import meetings
from tests.pages.cells import choose, find_table
from tests.pages.conftest import show
from ui import formats
from ui.explained_counts import Per

READER = DEMONSTRATIONS[Role.LASARE]
DAY = "2026-11-01"
KIND = "Orossamtal"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


@pytest.fixture
def years(filled):
    filled(add_years)


@pytest.fixture
def work(filled):
    filled(add_work)


def rates(entry, level, code, *split, listing="indikator"):
    """The released figures of an area."""
    found = fetch_rates(listing, entry, level, split, release=1, viewer=READER)
    return found[found["code"] == code]


def place_of(table: pd.DataFrame, first: str) -> int:
    return list(table.iloc[:, 0]).index(first)


def test_before_a_cell_is_chosen_the_way_is_told_and_nothing_explained(example_data):
    page = show("tackning", dag=DAY)
    assert any("Välj en cell i tabellen" in one.value for one in page.caption)
    assert not [one for one in page.markdown if one.value.startswith("- **Definition")]


def test_the_cell_that_names_its_row_is_no_figure(example_data):
    page = show("tackning", dag=DAY)
    page.session_state["tabell_tackning-andelar"] = {"selection": {"cells": [[0, "Andel av"]]}}
    page.run()
    assert any("Cellen säger vad raden gäller" in one.value for one in page.caption)


@pytest.mark.parametrize("row", range(4))
def test_a_share_of_coverage_is_told_by_the_row_s_own_counts(example_data, row):
    page = show("tackning", dag=DAY, sedan="2025-11-01")
    table = find_table(page, "tackning-andelar")
    own = table.iloc[row]
    said = choose(page, "tackning-andelar", row, "Nu, %")
    covered, over = formats.number(own["Med råd"]), formats.number(own["Av"])
    assert said["Räknas av"].startswith(f"Täljare {covered}, nämnare {over}")
    assert said[""] == f"{own['Andel av']}, Nu, %: {own['Nu, %']}"
    assert said["Gäller"].endswith("1 november 2026")
    then = choose(page, "tackning-andelar", row, "2025-11-01")
    assert then["Gäller"].endswith("1 november 2025")
    assert then["Räknas av"] != said["Räknas av"]
    both = choose(page, "tackning-andelar", row, "Ändring, p.e.")["Räknas av"]
    assert f"nämnare {over}" in both and then["Räknas av"].split(".")[0] in both


@pytest.mark.parametrize("per", ["polisregion", "lan", "polisomrade"])
def test_a_group_and_a_quarter_are_told_by_the_row_s_own_counts(example_data, per):
    page = show("tackning", dag=DAY, per=per)
    for name in (f"tackning-{per}", "tackning-kvartal"):
        row = find_table(page, name).iloc[2]
        said = choose(page, name, 2, "Områden, %")
        covered, over = row["Områden med råd"], row["Områden, alla"]
        assert said["Räknas av"] == f"Täljare {covered}, nämnare {over}"
        assert "alla lokalpolisområden" in said["Definition"]
        assert said["Senast ändrad"]


@pytest.mark.parametrize("name", ["tackning-andelar", "tackning-polisregion", "tackning-kvartal"])
def test_an_area_chosen_beside_the_tables_changes_nothing_in_them(example_data, name):
    asked = {"dag": DAY, "per": "polisregion"}
    cell = (name, 0, "Nu, %" if name == "tackning-andelar" else "Områden, %")
    alone = choose(show("tackning", **asked), *cell)
    assert choose(show("tackning", **asked, omrade="lpo-malmo-norr"), *cell) == alone


def test_a_quarter_s_stages_are_told_over_all_areas(example_data):
    page = show("etablering", dag=DAY)
    row = find_table(page, "etablering-steg").iloc[3]
    said = choose(page, "etablering-steg", 3, "Etablerat")
    assert said["Räknas av"] == (
        f"Täljare {row['Etablerat']} områden, nämnare {row['Alla områden']} områden"
    )
    assert said["Gäller"] == f"Sverige · {formats.day(row['Läget'])}"
    changed = said["Senast ändrad"][:10]
    assert changed <= row["Läget"].isoformat()


def test_groups_and_areas_of_etablering_are_told(example_data):
    page = show("etablering", dag=DAY)
    table = find_table(page, "etablering-takt")
    row = table.iloc[1]
    said = choose(page, "etablering-takt", 1, "Etablerade")
    assert said["Räknas av"] == f"Täljare {row['Etablerade']} områden, nämnare {row['Av']} områden"
    assert "Kaplan" in choose(page, "etablering-takt", 1, "Mediantid, dagar")["Definition"]
    area = choose(page, "etablering-omraden", 0, "Steg")
    assert area[""].startswith(find_table(page, "etablering-omraden").iloc[0, 0])


@pytest.mark.usefixtures("years")
def test_a_period_of_an_area_and_of_the_country_beside_it_are_told():
    page = show("trender", indikator=SPLIT, dag=DAY, omrade="lpo-lulea-boden")
    row = place_of(find_table(page, "trend"), "2026 K3")
    for column, level, code in (
        ("Luleå-Boden", "lpo", "lpo-lulea-boden"),
        ("lägst", "lpo", "lpo-lulea-boden"),
        ("Sverige", "riket", "se"),
    ):
        found = rates(SPLIT, level, code, "quarter").set_index("quarter").loc["2026K3"]
        said = choose(page, "trend", row, column)
        count, young = formats.number(found["value"]), formats.number(found["persons"])
        assert f"Täljare {count}, nämnare {young} unga" in said["Räknas av"]
        assert said[""].startswith(f"2026 K3, {column}: ")
        assert ("ändarna av talets intervall" in said["Definition"]) == (column == "lägst")
        assert "Preliminärt" in said["Underlagets läge"]


@pytest.mark.usefixtures("years")
def test_an_area_of_the_funnel_is_told_as_rate_and_as_count():
    page = show("trender", indikator=SPLIT, dag=DAY, bild="omraden")
    table = find_table(page, "trend_omraden")
    row = place_of(table, "Umeå")
    count = formats.number(table.iloc[row]["Antal"])
    assert f"Täljare {count}," in choose(page, "trend_omraden", row, "Per 10 000")["Räknas av"]
    assert choose(page, "trend_omraden", row, "Antal")["Räknas av"].startswith(f"{count} i utgåvan")
    gap = choose(page, "trend_omraden", place_of(table, "Kalmar"), "Per 10 000")
    assert gap[""].endswith(": –")
    assert "Saknas" in gap["Underlagets läge"]
    assert "Räknas av" not in gap


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    ("view", "column", "of"),
    [
        ("regioner", "Nord", ("polisregion", "pr-nord")),
        ("kon", "Flickor 15–17 år", ("riket", "se")),
    ],
)
def test_a_panel_s_period_is_told(view, column, of):
    page = show("trender", indikator=SPLIT, dag=DAY, bild=view)
    found = rates(SPLIT, *of, "quarter")
    if view == "kon":
        found = rates(SPLIT, *of, "quarter", "sex", "age_group")
        found = found[(found["sex"] == "kvinna") & (found["age_group"] == "15-17")]
    count = formats.number(found.set_index("quarter").loc["2026K2"]["value"])
    row = place_of(find_table(page, "trend_rutor"), "2026 K2")
    said = choose(page, "trend_rutor", row, column)
    assert f"Täljare {count}," in said["Räknas av"]


@pytest.mark.usefixtures("work")
def test_the_cells_of_measures_are_told():
    page = show("insatser", dag=DAY, omrade="lpo-umea", atgard=OFTEN)
    own = rates(OFTEN, "lpo", "lpo-umea", "quarter", listing="atgard").set_index("quarter")
    count, young = (formats.number(own.loc[NEWEST][one]) for one in ("value", "persons"))
    row = place_of(find_table(page, "insatser-slag"), KIND)
    said = choose(page, "insatser-slag", row, "Per 1 000")
    assert f"Täljare {count}, nämnare {young} unga" in said["Räknas av"]
    assert choose(page, "insatser-slag", row, "Individer")["Räknas av"].startswith(count)
    girls = find_table(page, "insatser-slag").iloc[row]["Flickor"]
    assert choose(page, "insatser-slag", row, "Flickor")["Räknas av"].startswith(str(girls))
    people = choose(page, "insatser-kon-alder", 1, "Individer")
    third = find_table(page, "insatser-kon-alder").iloc[1]
    assert people["Räknas av"].startswith(f"{third['Individer']} i utgåvan")
    course = choose(page, "insatser-over-tid", 1, "Individer")
    before = formats.number(find_table(page, "insatser-over-tid").iloc[1]["Individer"])
    assert course["Räknas av"].startswith(f"{before} i utgåvan")
    row = place_of(find_table(page, "insatser-omraden"), KIND)
    region = choose(page, "insatser-omraden", row, "Nord")
    north = rates(OFTEN, "polisregion", "pr-nord", "quarter", listing="atgard")
    north = north.set_index("quarter").loc[NEWEST]
    assert f"Täljare {formats.number(north['value'])}," in region["Räknas av"]


@pytest.mark.usefixtures("work")
def test_a_year_so_far_is_told_by_the_quarters_that_are_shown():
    """On an earlier day, the release knows of later quarters of the same year."""
    page = show("insatser", dag="2026-07-01", omrade="lpo-umea", tid="ar")
    row = place_of(find_table(page, "insatser-slag"), KIND)
    shown = find_table(page, "insatser-slag").iloc[row]["Individer"]
    said = choose(page, "insatser-slag", row, "Individer")
    assert said["Räknas av"].startswith(f"{formats.number(shown)} i utgåvan")
    page.selectbox(key="forklara_insatser").select(KIND).run()
    headings = [one.value for one in page.markdown if one.value.startswith(f"**{KIND}")]
    assert any(one.endswith(f": {formats.number(shown)}**") for one in headings)


def publish_two():
    """Meetings of two quarters, and a second release in which one council's report was changed."""
    reports = meetings.make([Quarter(2026, 2), Quarter(2026, 3)])
    meetings.publish(reports)
    area = next(area for area, period in reports if period == "2026K3" and area[:3] == "lpo")
    changed = [meetings.to_row("polisen", 4, 3), meetings.to_row("skolan", 4, 1)]
    meetings.publish({(area, "2026K3"): changed}, number=2)


@pytest.fixture
def two_releases(filled):
    filled(publish_two)


@pytest.mark.usefixtures("two_releases")
def test_a_share_of_meetings_tells_which_release_brought_its_newest_report():
    page = show("deltagande", dag=DAY)
    table = find_table(page, "deltagande")
    row = next(
        place
        for place, one in enumerate(table.to_dict("records"))
        if (one["Aktör"], one["Polisregion"]) == ("Skolan", "Alla råd")
    )
    own = table.iloc[row]
    said = choose(page, "deltagande", row, "Procent")
    attended, held = own["Deltog i"], own["Hållna möten"]
    assert f"Täljare {attended} möten med, nämnare {held} hållna möten" in said["Räknas av"]
    assert said["Senast ändrad"].startswith("Utgåva 2, 2026-10-20")
    other = next(
        place
        for place, one in enumerate(table.to_dict("records"))
        if one["Aktör"] == "Fritid" and one["Polisregion"] not in ("Alla råd",) and one["Deltog i"]
    )
    rest = choose(page, "deltagande", other, "Procent")["Senast ändrad"]
    assert rest.startswith("Utgåva 1, 2026-10-20")
    page.selectbox(key="forklara_deltagande").select("Skolan").run()
    lines = [one.value for one in page.markdown if "Möten som aktören deltog i, delat" in one.value]
    assert any("Utgåva 2" in one for one in lines)


@pytest.mark.usefixtures("two_releases")
def test_a_quarter_of_school_at_the_table_is_told_by_its_row():
    page = show("deltagande", dag=DAY)
    table = find_table(page, "deltagande_over_tid")
    for place in range(len(table)):
        own = table.iloc[place]
        said = choose(page, "deltagande_over_tid", place, "Procent")
        assert said["Gäller"] == own["Kvartal"]
        assert f"Täljare {own['Deltog i']} möten" in said["Räknas av"]


def test_what_is_protected_is_told_as_that_and_nothing_more(example_data_of_own, monkeypatch):
    exact.hide(monkeypatch)
    _kind, indicator = exact.INDICATOR
    areas = dict.fromkeys(exact.NORTH, 60) | {exact.NORTH[0]: 3}
    exact.publish(areas, entry=exact.INDICATOR)
    page = show("trender", dag=DAY, indikator=indicator, bild="omraden", region="pr-nord")
    table = find_table(page, "trend_omraden")
    hidden = [place for place, one in enumerate(table["Mot snittet"]) if one == "skyddat"]
    assert hidden
    for column in ("Antal", "Per 10 000"):
        said = choose(page, "trend_omraden", hidden[0], column)
        assert said[""].endswith(": –")
        assert "Skyddat" in said["Underlagets läge"]
        assert "Räknas av" not in said


def test_a_choice_that_no_longer_holds_explains_nothing(example_data):
    page = show("tackning", dag=DAY)
    chosen = {"selection": {"cells": [[3, "2025-11-01"]]}}
    page.session_state["tabell_tackning-andelar"] = chosen
    page.query_params["sedan"] = "2025-06-30"
    page.run()
    assert not page.exception
    assert not [one for one in page.markdown if one.value.startswith("- **Definition")]


def test_what_is_shown_of_an_earlier_release_is_explained_by_it(filled_of_own):
    """A release that comes while a page is open is not what its tables show."""
    filled_of_own(add_years)
    shown = fetch_releases(viewer=READER)[0]
    entry = fetch_entries(viewer=READER)[SPLIT]
    place = Place("lpo", "lpo-umea", "Umeå", "2026K3")
    before = to_explained(entry, place, Per.COUNT, viewer=READER, release=shown)
    add_years(2)
    after = to_explained(entry, place, Per.COUNT, viewer=READER, release=shown)
    assert after == before
    assert "Utgåva 1" in after.source and "Utgåva 1" in after.changed
    newest = to_explained(entry, place, Per.COUNT, viewer=READER)
    assert "Utgåva 2" in newest.source and "Utgåva 1" in newest.changed
