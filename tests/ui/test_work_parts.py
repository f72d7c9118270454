"""Parts of Insatser och mål: the choice, bars, cells and words that page tests don't reach."""

import pandas as pd
import pytest

from indicators.goals import Why
from ui import (
    bars,
    cooperation_chart,
    formats,
    goal_words,
    heat,
    measure_words,
    need_chart,
    obstacle_words,
)
from ui import resource_words as resources
from ui.bars import Bar
from ui.heat import Heat
from ui.work_choice import NAMES, PARTS, Lists, WorkChoice, part_name, to_work_choice

LISTS = Lists(("orossamtal",), ("mal-1",), ("sekretess",), ("2025", "2024"))


def test_without_parameters_it_is_the_usual_choice():
    assert to_work_choice({}, LISTS) == (WorkChoice(), {})


def test_each_parameter_is_read():
    given = dict(
        zip(
            NAMES,
            ("hinder", "ar", "orossamtal", "mal-1", "sekretess", "inom", "2024", "kronor"),
            strict=True,
        )
    )
    found, problems = to_work_choice(given, LISTS)
    assert found == WorkChoice(*given.values()) and not problems


@pytest.mark.parametrize("name", NAMES)
def test_what_is_unknown_is_told_and_falls_back(name):
    found, problems = to_work_choice({name: "<x>"}, LISTS)
    assert found == WorkChoice()
    assert "”<x>” är inget känt värde" in problems[name] and ": ," not in problems[name]


def test_every_part_has_a_name():
    assert len({part_name(part) for part in PARTS}) == 4


def names_of(drawing, channel):
    found = [
        layer["encoding"][channel]["scale"]["domain"]
        for layer in drawing.spec["layer"]
        if channel in layer["encoding"]
    ]
    assert found
    return found


def test_bars_stand_in_the_order_given_and_one_spec_is_never_the_other():
    first = bars.to_bars([Bar("b", 2, "2"), Bar("a", None, "saknas")], "Antal")
    second = bars.to_bars([Bar("x", 0, "0")], "Antal")
    assert names_of(first, "y") == [["b", "a"]] * 3
    assert names_of(second, "y") == [["x"]] * 3
    assert first.spec["height"] > second.spec["height"]
    assert first.parameters["top"] > 2 and second.parameters["top"] > 0
    assert first.data["labels"]["value"].isna().tolist() == [False, True]


def test_bars_that_share_an_axis_end_at_the_same():
    assert (
        bars.to_bars([Bar("a", 1, "1")], "Antal", 8).parameters
        == bars.to_bars([Bar("b", 8, "8")], "Antal", 8).parameters
    )


def test_cells_have_the_ink_of_their_kind():
    cells = pd.DataFrame(
        [("r", "c", "mörk", "1", "r, c: 1")], columns=["row", "column", "kind", "told", "about"]
    )
    drawn = heat.to_heat(Heat(["r"], ["c"], {"mörk": ("#000000", "#ffffff")}), cells)
    assert drawn.data["cells"]["ink"].tolist() == ["#ffffff"]
    assert names_of(drawn, "x") == [["c"]] * 2 and names_of(drawn, "y") == [["r"]] * 2


def test_need_is_drawn_also_where_all_is_zero():
    rows = pd.DataFrame({"name": ["a"], "used": [0.0], "need": [0.0], "told": ["0"]})
    assert need_chart.to_chart(rows, "Kronor").parameters["top"] > 0


def test_small_rates_have_two_decimals():
    assert formats.fine_rate(0.984) == "0,98" and formats.fine_rate(12) == "12,00"
    assert formats.fine_rate(None) == "–"


@pytest.mark.parametrize(
    ("periods", "whole", "words"),
    [
        (("2026K3",), False, "2026 K3"),
        (("2026K1",), True, "2026, K1"),
        (("2026K1", "2026K2"), True, "2026, K1–K2"),
        (("2025K1", "2025K2", "2025K3", "2025K4"), True, "2025"),
    ],
)
def test_periods_in_words(periods, whole, words):
    assert measure_words.period_words(periods, whole=whole) == words


def test_every_reason_has_words_of_its_own():
    assert len({goal_words.why_name(why) for why in Why}) == len(Why)
    assert goal_words.why_name(None) == ""


def test_how_many_are_to_report_is_told_in_each_case():
    assert "Inget lokalpolisområde" in measure_words.reporting(0, 0)
    assert "för låga" in measure_words.reporting(1, 2)
    assert "för låga" not in measure_words.reporting(2, 2)


def test_amounts_in_words():
    assert resources.with_unit(252_700_000, "kronor") == "252,7 miljoner kronor"
    assert resources.with_unit(312.44, "arsarbetskrafter") == "312,4 årsarbetskrafter"
    assert resources.value_name(None, "timmar") == "–"


def test_counts_as_classes():
    told = [obstacle_words.count_name(one) for one in (0, 1, 2, 9, None)]
    assert told == ["inga", "ett", "två eller fler", "två eller fler", "inte rapporterat"]


KINDS = {"a": "Mentor", "b": "Samtal", "c": "Fritid"}


def reached(*values, rounded=False):
    rows = pd.DataFrame({"entry": list("abc")[: len(values)], "rounded": rounded})
    rates = pd.array([None if value is None else value / 2 for value in values], dtype="Float64")
    gaps = {
        "reason": ["saknas" if value is None else None for value in values],
        "quarter": "2026K3",
    }
    return rows.assign(value=pd.array(values, dtype="Int64"), per_1000=rates, **gaps)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (reached(8, 5), "nåddes flest av **Mentor** K: **8 individer**, 4,00 per 1 000. Siffror"),
        (reached(8, 8, 1), "nåddes flest av **Mentor och Samtal** K: **8 individer** var. Siffror"),
        (reached(0, 0, None), "I Umeå nåddes **0 individer** av insatser K. Siffror finns för 2"),
        (reached(0, rounded=True), "**0 individer** av insatser K, kan vara avrundat. Siffror"),
    ],
)
def test_kinds_that_reach_as_many_are_named_together(rows, said):
    assert said in measure_words.headline(rows, KINDS, "Umeå", "K").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (reached(8, 5), ("8 individer", "Mentor")),
        (reached(8, 8, 1), ("8 individer", "Mentor, Samtal")),
        (reached(0, 0), ("0 individer", "ingen siffra över 0")),
        (reached(None), ("–", "uppgift saknas")),
        (None, ("–", "uppgift saknas")),
    ],
)
def test_the_figure_of_measures_names_all_that_reach_most(rows, told):
    card = measure_words.card(rows, KINDS, "K")
    assert (card.value, card.below) == told


COOPERATION = pd.DataFrame(
    {"forms": [("SSPF", "Bob"), ("SSPF", "Bob"), ("SSPF",)], "carrying": [("SSPF",), ("Bob",), ()]}
)


def test_forms_that_are_as_common_are_named_together():
    said = cooperation_chart.forms_told(COOPERATION)
    assert said == "SSPF är vanligast och finns i 3 kommuner. " + (
        "Bob och SSPF bär rådet oftast, i 1 kommun var."
    )
    first = cooperation_chart.forms_told(COOPERATION.head(1))
    assert first.startswith("Bob och SSPF är vanligast och finns i 1 kommun var. SSPF bär rådet")
    assert first.endswith("oftare än någon annan.")


def test_of_categories_that_are_as_common_none_is_named_alone():
    names = {"a": "Sekretess", "b": "Resurser"}
    rows = pd.DataFrame({"kategori": ["a", "b", "a", "b"]})
    assert obstacle_words.card(rows, names, ["2026K3"]).below == "vanligast: 2 kategorier (2 var)"
    assert obstacle_words.card(rows[:3], names, ["2026K3"]).below == "vanligast: Sekretess (2)"
