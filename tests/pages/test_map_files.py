"""The map taken away: the picture and the areas say what the page shows, whatever is chosen."""

import io
import json
import sqlite3
from datetime import date, datetime, timedelta

import geopandas as gpd
import pandas as pd
import pytest
from defusedxml import ElementTree
from PIL import Image

import clock
from data_access.audit import search_audit
from data_access.viewer import DEMONSTRATION
from pages import export, map_drawn, map_files, map_indicator
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
from tests.viewers import ADMIN
from ui import offered
from ui.choice import Choice
from ui.map_areas import Sources, to_properties
from ui.map_figures import to_indicator

COUNTED = "misstankta-grova-brott"
CHOICES = {
    "stages": {},
    "days": {"indicator": "dagar"},
    "need in a region": {"indicator": "prioritet", "region": "pr-vast"},
    "shares of a lan": {"level": "lan", "indicator": "unga"},
    "counted": {"indicator": COUNTED},
    "counted, smoothed": {"indicator": COUNTED, "smooth": True},
    "counted by region": {"level": "polisregion", "indicator": COUNTED},
    "kommuner of a lan": {"level": "kommun", "lan": "14"},
    "seen near": {"view": "stockholm"},
    "an older division": {"day": date(2024, 12, 31)},
}


def choice(**more) -> Choice:
    return Choice(**{"day": date(2026, 10, 31), "since": date(2026, 9, 30)} | more)


@pytest.fixture
def example(filled):
    """The example's own release."""
    filled(release_example)


@pytest.fixture(params=CHOICES.values(), ids=CHOICES)
def asked(request, example) -> Choice:
    return choice(**request.param)


def to_status(asked: Choice) -> pd.DataFrame:
    indicator, status = map_drawn.fetch(asked, DEMONSTRATION)
    kinds = [indicator.kinds[indicator.classify(row)] for row in status.to_dict("records")]
    return status.assign(label=[kind.label for kind in kinds])


def to_words(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_picture_has_the_classes_of_the_page_with_their_counts(asked):
    words = to_words(map_drawn.to_svg(asked, DEMONSTRATION))
    indicator, _status = map_drawn.fetch(asked, DEMONSTRATION)
    counts = to_status(asked)["label"].value_counts()
    for kind in indicator.kinds:
        if kind.label in counts or not kind.rare:
            assert f"{kind.label}: {counts.get(kind.label, 0)}" in words
    assert words[0] == indicator.label and asked.day.isoformat() in words[1]
    assert words[2] == "EXEMPELDATA" and indicator.legend in words
    told = " ".join(words)
    assert f"Läget {asked.day.isoformat()}" in told and "Gränser: SCB" in told
    assert ("Utgåva 1" in told) is (asked.indicator == COUNTED)
    assert ("vyn Stockholm" in told) is (asked.view == "stockholm")


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 10, 31), date(2024, 12, 31)])
def test_a_file_of_a_day_is_of_its_last_moment_in_sweden(example, tmp_path, day):
    file = tmp_path / "omraden.gpkg"
    file.write_bytes(map_drawn.to_geopackage(choice(day=day), DEMONSTRATION))
    with sqlite3.connect(file) as found:
        ((told,),) = found.execute("select last_change from gpkg_contents").fetchall()
    moment = datetime.fromisoformat(told)
    assert clock.day_of(moment) == day
    assert clock.day_of(moment + timedelta(seconds=1)) == day + timedelta(days=1)


def test_the_picture_for_print_is_wide_enough(example):
    with Image.open(io.BytesIO(map_drawn.to_png(choice(), DEMONSTRATION))) as picture:
        assert picture.width == 1890 and picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def read_both(asked: Choice, tmp_path) -> list[gpd.GeoDataFrame]:
    """The two files as another program reads them."""
    file = tmp_path / "omraden.gpkg"
    file.write_bytes(map_drawn.to_geopackage(asked, DEMONSTRATION))
    plain = gpd.read_file(io.BytesIO(map_drawn.to_geojson(asked, DEMONSTRATION)))
    return [plain, gpd.read_file(file, layer="omraden")]


def test_the_areas_have_a_value_or_a_reason_and_say_what_they_are(asked, tmp_path):
    status = to_status(asked).set_index("code")
    for found in read_both(asked, tmp_path):
        assert found["kod"].to_list() == status.index.to_list()
        assert found["klass"].to_list() == status["label"].to_list()
        gap = found["varde"].isna()
        assert (found["orsak"].notna() == gap).all()
        assert (found.loc[gap, "orsak"] == found.loc[gap, "klass"]).all()
        assert not found.geometry.isna().any() and found.geometry.is_valid.all()
        assert found["exempeldata"].all() and found["definition"].str.len().gt(20).all()
        assert (pd.to_datetime(found["dag"]).dt.date == asked.day).all()
        assert found["kalla"].notna().all() and found["namn"].notna().all()


@pytest.mark.parametrize("smooth", [False, True])
def test_counted_values_are_those_of_the_page(example, tmp_path, smooth):
    asked = choice(indicator=COUNTED, smooth=smooth)
    of = map_indicator.fetch_any_status(COUNTED, "lpo", asked.day, smooth, viewer=DEMONSTRATION)
    meant = of.set_index("code")["shown"].round(1)
    for found in read_both(asked, tmp_path):
        values = found.set_index("kod")["varde"]
        assert values.dropna().to_dict() == pytest.approx(meant.dropna().astype(float).to_dict())
        assert (found["utgava"] == found["utgava"].iloc[0]).all()
        assert found["period"].eq("2026K3").all() and found["antal"].notna().any()


def test_every_reason_is_a_word_of_its_own():
    """Missing, protected, not applicable and zero."""
    reasons = ["ok", "skyddat", "saknas", "ej-tillampligt"]
    status = pd.DataFrame(
        {
            "code": list("abcd"), "name": list("ABCD"), "shown": [0.0, None, None, None],
            "rate_reason": reasons, "value": pd.array([0, None, None, None], dtype="Int64"),
            "low": [0.0, None, None, None], "high": [3.0, None, None, None],
            "preliminary": [True, None, None, None], "estimated": [False, None, None, None],
            "period": ["2026K3"] * 4, "smooth": [False] * 4,
        }
    )  # fmt: skip
    shown = to_indicator("x", "Rån", "Det som räknas.", (1.0,), smooth=False)
    told = Sources("Rån", "Lokalpolisområde", "2026-11-01", "Utgåva 1", "Rapporter", "Det.", False)
    found = to_properties(status, shown, told)
    assert found["varde"].to_list()[0] == 0 and found["varde"].isna().sum() == 3
    assert found["orsak"].to_list() == [None, "skyddat", "uppgift saknas", "ej tillämpligt"]
    assert found["preliminar"].to_list() == [True, False, False, False]


def test_the_same_choice_gives_the_same_bytes(example):
    asked = choice(indicator=COUNTED, level="lan")
    for form in map_files.forms().values():
        assert form.make(asked, DEMONSTRATION) == form.make(asked, DEMONSTRATION), form.label


def test_the_page_offers_each_form_and_beside_another_day_both(open_page):
    def opened(page, *keys):
        for key in keys:
            page.session_state[f"ladda_{key}"] = True
        return [one.proto.label for one in page.run().get("download_button")]

    mine = [form.label for form in map_files.forms().values()]
    assert opened(open_page("karta"), "karta") == mine
    two = open_page("karta", jamfor="2024-12-31", dag="2025-06-30")
    assert opened(two, "karta", "karta-da") == mine * 2


@pytest.fixture
def makers(monkeypatch):
    """What each button of the map would run, by its form."""
    found = {}
    of = export.to_maker

    def catch(make, viewer, what, told, note):
        found[told["form"]] = of(make, viewer, what, told, note)
        return found[told["form"]]

    monkeypatch.setattr(export, "to_maker", catch)
    monkeypatch.setattr(offered, "show", lambda _label, _key, draw, **_more: draw())
    return found


def test_a_click_is_noted_and_a_refused_one_says_why_in_its_own_form(
    example_data_of_own, makers, monkeypatch, tmp_path
):
    assert not show("karta").exception
    assert makers["geojson"]()
    noted = search_audit(viewer=ADMIN, action="export")["after"].iloc[0]
    assert json.loads(noted)["form"] == "geojson"
    monkeypatch.setattr(export, "may_export", lambda _subject: False)
    assert "många filer" in json.loads(makers["geojson"]())["anmarkning"]
    (tmp_path / "nej.gpkg").write_bytes(makers["gpkg"]())
    assert "många filer" in gpd.read_file(tmp_path / "nej.gpkg")["anmarkning"].iloc[0]
    assert "många filer" in to_words(makers["svg"]())[0]
    assert makers["png"]().startswith(b"\x89PNG")
