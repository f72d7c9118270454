"""Each page at each kind of address: whole, calm, and marked as example data."""

import pytest

from tests.pages.conftest import show_each
from ui.choice import MAP_LEVELS
from ui.map_indicators import indicators_at

TITLES = {
    "oversikt": "Översikt",
    "karta": "Karta",
    "omrade": "Område",
    "etablering": "Etablering",
    "tackning": "Täckning",
    "deltagande": "Deltagande",
    "insatser": "Insatser och mål",
    "exempel": "Goda exempel",
    "lagesbilder": "Lägesbilder",
    "rapporter": "Rapporter",
    "om": "Om uppgifterna",
}
APART = "region and lan that do not meet"
NOTHING_IN_BOTH = (
    "Inget område ligger både i polisregion Nord och i Skåne län. "
    "Välj en annan polisregion eller ett annat län."
)
ADDRESSES = {  # a place and a day are read apart, so that one address may try both
    "nothing": {},
    "a region, and another's view": {"region": "pr-bergslagen", "vy": "pr-vast"},
    "a lan, on the first day": {"lan": "08", "dag": "2023-11-09"},
    APART: {"region": "pr-nord", "lan": "12"},
    "the country": {"omrade": "se"},
    "a polisregion, on the last day of the old division": {
        "omrade": "pr-nord", "niva": "polisregion", "dag": "2024-12-31",
    },
    "a polisomrade, on the first day of the new division": {
        "omrade": "po-norrbotten", "niva": "polisomrade", "dag": "2025-01-01",
    },
    "an lpo": {"omrade": "lpo-lulea-boden"},
    "a lan as area": {"omrade": "25", "niva": "lan"},
    "a kommun": {"omrade": "2580", "niva": "kommun"},
    "a kommun in parts": {"omrade": "0180", "niva": "kommun", "vy": "stockholm"},
    "an lpo that has ceased": {"omrade": "lpo-norrmalm", "dag": "2024-12-31"},
    "days to compare with": {"jamfor": "2024-12-31", "sedan": "2024-12-31", "dag": "2025-06-30"},
}  # fmt: skip
MAPS = [{"niva": level, "indikator": key} for level in MAP_LEVELS for key in indicators_at(level)]


def assert_calm(app, page: str, said: str = "") -> None:
    """No error, the page's own title, the example note, and no word of trouble but what is said of
    the choice."""
    assert [error.message for error in app.exception] == [], page
    assert [title.value for title in app.title] == [TITLES[page]]
    assert "Exempeldata" in app.info[0].value
    assert [warning.value for warning in app.warning] == ([said] if said else [])
    assert [error.value for error in app.error] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_shows_every_kind_of_address(example_data, address):
    parameters, seen = ADDRESSES[address], set()
    for page, app in show_each(**parameters):
        chosen = page != "rapporter"  # has no choice of areas
        assert_calm(app, page, NOTHING_IN_BOTH if address == APART and chosen else "")
        assert app.query_params.items() >= parameters.items(), page
        seen.add(page)
    assert seen == set(TITLES)


@pytest.mark.parametrize("parameters", MAPS, ids=lambda asked: "-".join(asked.values()))
def test_the_map_page_shows_every_indicator_at_every_level(open_page, parameters):
    app = open_page("karta", **parameters, dag="2025-06-30")
    assert_calm(app, "karta")
    assert len(app.dataframe[0].value) == {
        "polisregion": 7, "polisomrade": 27, "lpo": 95, "lan": 21, "kommun": 290,
    }[parameters["niva"]]  # fmt: skip


def test_the_address_always_says_which_day_is_shown(example_data):
    days = {page: app.query_params.get("dag") for page, app in show_each()}
    assert all(days.pop(page) for page in list(days) if page != "rapporter")  # has a period


def test_the_choice_comes_along_from_page_to_page(open_page):
    app = open_page("karta", lan="08", dag="2025-06-30")
    for page in ("omrade.py", "om.py", "oversikt.py"):
        app.switch_page(page).run()
        assert app.query_params["lan"] == "08"
        assert app.query_params["dag"] == "2025-06-30"


def test_clearing_the_choice_clears_the_address(open_page):
    app = open_page("karta", lan="08", dag="2025-06-30", niva="kommun")
    app.button(key="f_clear").click().run()
    assert set(app.query_params) == {"dag"}
    assert app.query_params["dag"] != "2025-06-30"


def test_an_lpo_page_tells_stage_population_and_parts(open_page):
    app = open_page("omrade", omrade="lpo-lulea-boden", dag="2025-06-30")
    text = " ".join(part.value for part in (*app.markdown, *app.caption))
    assert app.header[0].value == "Luleå\\-Boden"
    assert "Prioriterat:" in text
    assert "2 kommuner" in text
    assert "invånare" in text
    assert "unga 12–20 år" in text


def test_an_lpo_that_has_ceased_says_until_when_it_was_there(open_page):
    app = open_page("omrade", omrade="lpo-norrmalm", dag="2024-12-31")
    assert any("till och med 31 december 2024" in part.value for part in app.caption)


def test_the_area_page_without_an_area_says_what_to_do(open_page):
    app = open_page("omrade")
    assert any("Välj ett område" in info.value for info in app.info)


def test_the_geography_tells_94_areas_before_2025_and_95_after(open_page):
    def count(day: str) -> str:
        lines = [
            line for one in open_page("om", dag=day).markdown for line in one.value.split("\n")
        ]
        (line,) = [line for line in lines if line.startswith("| Lokalpolisområde |")]
        return line.split("|")[2].strip()

    assert count("2024-12-31") == "94"
    assert count("2025-01-01") == "95"


def test_alternative_texts_are_plain_text_without_the_signs_of_markdown(open_page):
    """What is heard is not read as markdown, so an escape would be spelled out."""
    app = open_page("tackning", region="pr-nord", dag="2025-06-30")
    told = [one.proto.alt for one in app.dataframe]
    assert any(one.startswith("Prioriterade områden: Nord, 0 av 7") for one in told)
    assert not any("\\" in one or "**" in one for one in told)
