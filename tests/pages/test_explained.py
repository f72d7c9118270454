"""Förklara en siffra: what is said of a figure is what it was counted from."""

import re
from datetime import date

import pytest

import clock
from data_access.approval import approve
from data_access.establishment import fetch_recent, fetch_stages
from data_access.released_rates import fetch_rates
from data_access.releasing import make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from pages import explained_counts
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.data_access.released_years import SPLIT, add_years
from tests.pages.conftest import show
from ui import formats
from ui.headings import to_plain

READER = DEMONSTRATIONS[Role.LASARE]
DAY = "2026-11-01"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


@pytest.fixture
def released(filled):
    filled(add_years)


def explain(page, key, name):
    box = page.selectbox(key=f"forklara_{key}")
    assert name in box.options, box.options[:5]
    page = box.select(name).run()
    assert not page.exception
    lines = [to_plain(one.value) for one in page.markdown]
    return next(one for one in lines if one.startswith("- Definition:")), lines


def test_nothing_is_looked_up_before_it_is_asked_for(example_data):
    page = show("oversikt", dag=DAY)
    assert page.selectbox(key="forklara_oversikt").value is None
    assert not [one for one in page.markdown if one.value.startswith("- **Definition")]


def test_a_headline_is_explained_by_its_numerator_and_denominator(example_data):
    page = show("oversikt", dag=DAY)
    said, _lines = explain(page, "oversikt", "Områden med etablerat råd")
    stages = fetch_stages("lpo", date(2026, 11, 1), viewer=READER)
    whole = zip(stages["stage"], stages["partly"], strict=True)
    established = sum(1 for stage, partly in whole if stage == "etablerat" and not partly)
    assert f"Täljare {established} områden med etablerat råd, nämnare {len(stages)}" in said
    newest = fetch_recent(date(2020, 1, 1), date(2026, 11, 1), viewer=READER)
    newest = newest[newest["codes"].str.contains("lpo-|^[0-9]{4}")].iloc[0]
    assert f"Senast ändrad: {newest['effective_on']}: {newest['council']}" in said
    assert "Gäller: 1 november 2026" in said


@pytest.mark.parametrize(
    "name",
    [
        "Prioriterade med råd",
        "Unga 12–20 år där råd finns",
        "Polisregioner med lokala råd",
    ],
)
def test_every_headline_can_be_explained(example_data, name):
    said, _lines = explain(show("oversikt", dag=DAY), "oversikt", name)
    assert "Räknas av:" in said
    assert "Källa:" in said


@pytest.mark.usefixtures("released")
def test_a_rate_is_explained_by_the_count_and_the_young_behind_it():
    page = show("trender", indikator=SPLIT, dag=DAY, omrade="lpo-lulea-boden")
    said, lines = explain(page, "utveckling", "2026 K3")
    found = fetch_rates("indikator", SPLIT, "lpo", ("quarter",), release=1, viewer=READER)
    row = found[(found["code"] == "lpo-lulea-boden") & (found["quarter"] == "2026K3")].iloc[0]
    count, young = formats.number(row["value"]), formats.number(row["persons"])
    assert f"Täljare {count}, nämnare {young} unga" in said
    assert "Små tal är avrundade" in said
    assert "uppgifter är godkända och publicerade" in said
    assert "Senast ändrad: Utgåva 1" in said
    assert any(f"{formats.rate(row['per_10_000'])} per 10 000 unga" in one for one in lines)


@pytest.mark.parametrize(
    ("releases", "changed"), [(2, "Utgåva 1, 2026-10-20"), (3, "före utgåva 2")]
)
def test_a_figure_unchanged_in_all_that_is_looked_through_came_with_the_first_or_before(
    filled_of_own, monkeypatch, releases, changed
):
    monkeypatch.setattr(explained_counts, "BACK", 2)
    filled_of_own(add_years)
    for number in range(2, releases + 1):
        add_years(number)
    page = show("trender", indikator=SPLIT, dag=DAY, omrade="lpo-lulea-boden")
    said, _lines = explain(page, "utveckling", "2026 K3")
    assert f"Senast ändrad: {changed}" in said


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("view", "key", "name"),
    [("omraden", "omraden", "Umeå"), ("regioner", "regioner", "Nord 2026 K3")],
)
def test_areas_and_panels_can_be_explained(view, key, name):
    said, _lines = explain(show("trender", indikator=SPLIT, dag=DAY, bild=view), key, name)
    assert "Täljare" in said


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"indikator": SPLIT}, "nämnare"),
        ({}, "Händelser räknas när de är godkända"),
        ({"niva": "polisregion", "omrade": "pr-nord"}, "Källa:"),
    ],
)
def test_the_map_s_chosen_area_is_explained(asked, words):
    page = show("karta", **{"dag": DAY, "omrade": "lpo-umea"} | asked)
    (name,) = page.selectbox(key="forklara_karta").options
    said, _lines = explain(page, "karta", name)
    assert words in said


@pytest.mark.parametrize("name", ["Prioriterade områden", "Alla lokalpolisområden", "Kommuner"])
def test_the_shares_of_coverage_are_explained_by_what_the_table_says(example_data, name):
    page = show("tackning", dag=DAY)
    table = next(one.value for one in page.dataframe if "Med råd" in one.value)
    row = table[table.iloc[:, 0] == name].iloc[0]
    said, _lines = explain(page, "tackning", name)
    assert f"Täljare {formats.number(row['Med råd'])}, nämnare {formats.number(row['Av'])}" in said


def add_reports():
    """Meetings and a measure of a quarter, in a release."""
    met = {"aktor": "skola", "form": "medlem", "hallna": 4, "deltagit": 3}
    counted = {"atgard": "sspf-insats", **dict.fromkeys(CELLS, 40), "anteckning": "prov"}
    units = {
        Unit("lpo-jarva", "deltagande", Quarter(2026, 3)): (Row(met),),
        Unit("lpo-jarva", "atgarder", Quarter(2026, 3)): (Row(counted),),
    }
    lead = DEMONSTRATIONS[Role.NATIONELL]
    send(units, expected=dict.fromkeys(units, 0), viewer=lead, source="prov", channel="formular")
    approve([one.id for one in read_submissions(units, viewer=lead).values()], viewer=lead)
    make_release(viewer=lead)


@pytest.fixture
def reported(filled):
    filled(add_reports)


@pytest.mark.usefixtures("reported")
def test_a_kind_of_measure_is_explained_by_its_count_in_the_release():
    page = show("insatser", dag=DAY, omrade="lpo-jarva")
    said, lines = explain(page, "insatser", "Insats genom SSPF")
    assert "240 i utgåvan" in said
    assert "Utgåva 1" in said
    assert any(one.endswith(": 240") for one in lines)


@pytest.mark.usefixtures("reported")
def test_a_share_of_meetings_is_explained_by_the_meetings():
    page = show("deltagande", dag=DAY)
    box = page.selectbox(key="forklara_deltagande")
    said, _lines = explain(page, "deltagande", box.options[0])
    assert "Möten som aktören deltog i, delat med hållna möten" in said
    assert "3 av 4" in said
    assert "Gäller: 2026 K3" in said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Prioriterade med etablerat råd", "bedömts som prioriterade"),
        ("Nya, fyra hela kvartal", "för första gången"),
        ("Första steg till etablerat", "Kaplan–Meier"),
        ("Har stannat av", "ingen händelse"),
    ],
)
def test_the_headlines_of_etablering_are_explained_as_they_are_shown(example_data, name, words):
    page = show("etablering", dag=DAY)
    shown = next(one.value for one in page.metric if one.label == name)
    said, lines = explain(page, "etablering", name)
    assert f"{name}: {shown}" in lines
    assert words in said and "Räknas av: " in said and "Senast ändrad: " in said


def test_a_share_that_nothing_is_counted_over_says_so(example_data):
    page = show("tackning", dag="2023-11-09")
    _said, lines = explain(page, "tackning", "Prioriterade områden")
    assert "Prioriterade områden: inga prioriterade områden" in lines


def test_an_area_s_figure_was_changed_by_what_lies_in_it(example_data):
    """A polisregion is named by no event: what happened last there is that of an area in it."""
    page = show("karta", niva="polisregion", omrade="pr-nord", dag=DAY)
    (name,) = page.selectbox(key="forklara_karta").options
    said, _lines = explain(page, "karta", name)
    assert "ingen händelse i urvalet" not in said
    assert re.search(r"Senast ändrad: \d{4}-\d\d-\d\d: Lokalt råd", said)


@pytest.mark.parametrize(
    ("page", "name", "within"),
    [
        ("oversikt", "Områden med etablerat råd", {}),
        ("oversikt", "Områden med etablerat råd", {"region": "pr-syd"}),
        ("tackning", "Alla lokalpolisområden", {}),
        ("tackning", "Alla lokalpolisområden", {"lan": "12"}),
    ],
)
def test_an_area_chosen_beside_a_figure_is_not_what_changed_it(example_data, page, name, within):
    """The figure is of the region, the län or the country, whatever row or area is clicked."""

    def told(**more):
        said, _lines = explain(show(page, dag=DAY, **within, **more), page, name)
        return said[said.index("Senast ändrad") :]

    assert told(omrade="lpo-lulea-boden") == told() != "Senast ändrad: ingen händelse i urvalet"
