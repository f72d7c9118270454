from datetime import UTC, datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from indicators.protection.method import Method
from indicators.signals.run_rules import Chart, Signal
from tests.ui.trend_series import to_series
from ui import trend_words
from ui.trend_choice import TrendChoice
from ui.trend_points import FOCUS, to_line

RATES, COUNTS = TrendChoice("ran"), TrendChoice("ran", measure="antal")
PERIODS = ["2024K1", "2024K2", "2024K3"]


def point(value, choice=RATES, **columns):
    return to_line("Umeå", FOCUS, to_series([value], **columns), choice).points.iloc[0]


def test_the_newest_figure_is_said_with_its_marks():
    said = trend_words.newest(point(20, reason="preliminart"), "Umeå", RATES)
    assert said == "**20,0 per 10 000 unga** i Umeå 2025 K1 (preliminärt)."
    assert trend_words.newest(point(20, COUNTS), "Umeå", COUNTS) == "**20** i Umeå 2025 K1."


def test_a_name_is_text_and_no_markup():
    assert "\\*\\*" in trend_words.newest(point(20), "**Umeå**", RATES)


@pytest.mark.parametrize(
    ("now", "then", "chance", "said"),
    [
        (20, 10, True, "Högre än 2025 K1 (10,0); skillnaden kan vara slump."),
        (10, 20, False, "Lägre än 2025 K1 (20,0); skillnaden är större än slumpen brukar ge."),
        (20, 20, True, "Lika som 2025 K1 (20,0)."),
    ],
)
def test_a_change_is_said_with_whether_it_may_be_chance(now, then, chance, said):
    assert trend_words.change(point(now), point(then), RATES, chance=chance) == said


@pytest.mark.parametrize(
    ("now", "other", "said"),
    [
        (20, 10, "Högre än Sverige (10,0); skillnaden kan vara slump."),
        (10, 20, "Lägre än Sverige (20,0); skillnaden kan vara slump."),
        (0, 0, "Lika som Sverige (0,0)."),
    ],
)
def test_what_is_equal_is_neither_higher_nor_lower(now, other, said):
    assert trend_words.against(point(now), point(other), "Sverige", RATES, chance=True) == said


def test_signals_are_said_and_so_is_their_absence():
    found = (Signal("avvikare", 1, 1, up=True), Signal("trend", 0, 2, up=False))
    said = trend_words.signals(Chart(0, None, None, found), PERIODS)
    assert said == [
        "**Avvikare:** 2024 K2 ligger över det som slumpen brukar ge.",
        "**Trend:** sjunker varje period 2024 K1–2024 K3.",
    ]
    assert "Inget i serien" in trend_words.signals(Chart(0, None, None, ()), PERIODS)[0]
    assert "för kort" in trend_words.signals(None, PERIODS)[0]


def test_good_or_bad_is_said_by_itself():
    words = [trend_words.polarity(one) for one in ("lagre-battre", "hogre-battre", "neutral")]
    assert words[:2] == ["Lägre är bättre.", "Högre är bättre."] and "varken" in words[2]


def test_the_sources_name_definition_rule_release_and_rounding():
    entry = SimpleNamespace(
        definition="Det som räknas.", counting_rule="En gång.", reporter="Polisen", source="",
        unit="personer",
    )  # fmt: skip
    release = SimpleNamespace(
        number=3,
        made_at=datetime(2026, 10, 20, tzinfo=UTC),
        base=5,
        is_example=True,
        method=Method.ROUNDING,
    )
    said = trend_words.sources(entry, release, TrendChoice("ran", by="ar"))
    for words in ("Det som räknas.", "En gång.", "utgåva 3 (2026-10-20)", "1–4 visas som 0 eller 5",
                  "summan av dess kvartal", "Polisen", "Befolkning"):  # fmt: skip
        assert words in said
    assert "Befolkning" not in trend_words.sources(entry, release, COUNTS)


def test_the_sources_of_exact_figures_say_what_is_hidden_and_what_there_is():
    entry = SimpleNamespace(
        definition="Det som räknas.", counting_rule="En gång.", reporter="Polisen", source="",
        unit="personer",
    )  # fmt: skip
    release = SimpleNamespace(
        number=3, made_at=datetime(2026, 10, 20, tzinfo=UTC), base=5, is_example=True,
        method=Method.HIDING,
    )  # fmt: skip
    said = trend_words.sources(entry, release, TrendChoice("ran"))
    for words in ("1–4 visas inte", "kvartal för kvartal", "vad slumpen kan göra"):
        assert words in said
    assert "avrund" not in said


def test_where_all_is_hidden_it_says_so():
    assert "är skyddade" in trend_words.nothing("Umeå", protected=True)
    assert "ingen siffra" in trend_words.nothing("Umeå")


def test_an_older_figure_is_told_with_that_the_newest_is_protected():
    points = pd.DataFrame({"period": ["2026K2", "2026K3"], "reason": ["ok", "skyddat"]})
    assert trend_words.hidden_newest(points) == ["Siffran för 2026 K3 är skyddad."]
    assert trend_words.hidden_newest(points.head(1)) == []
