import pandas as pd
import pytest

from ui import map_figures

LIMITS = (5.2, 9.8, 14.1, 20.0)
ROW = {
    "name": "Umeå", "shown": 12.44, "per_10_000": 12.44, "low": 6.9, "high": 20.8, "value": 12,
    "rate_reason": "ok", "period": "2026K3", "preliminary": True, "incomplete": False,
    "rounded": False, "estimated": True, "smooth": False,
}  # fmt: skip


def indicator(limits=LIMITS, smooth=False):
    return map_figures.to_indicator("ran", "Rån", "Det som räknas.", limits, smooth=smooth)


def row(**more):
    return ROW | more


def test_the_classes_leave_no_value_between_them():
    labels = [kind.label for kind in indicator().kinds]
    assert labels[:5] == ["under 5,2", "5,2–9,7", "9,8–14,0", "14,1–19,9", "20,0 och mer"]
    assert labels[5:] == ["skyddat", "ej tillämpligt", "uppgift saknas"]


@pytest.mark.parametrize(
    ("value", "place"), [(0, 0), (5.14, 0), (5.15, 1), (9.74, 1), (9.8, 2), (20, 4), (999, 4)]
)
def test_a_value_is_in_the_class_that_its_shown_figure_is_in(value, place):
    assert indicator().classify(row(shown=value)) == place


@pytest.mark.parametrize(
    ("reason", "place"), [("skyddat", 5), ("ej-tillampligt", 6), ("saknas", 7)]
)
def test_what_has_no_figure_has_a_class_of_its_own(reason, place):
    found = indicator()
    assert found.classify(row(shown=None, rate_reason=reason)) == place
    assert found.kinds[place].pattern


def test_the_last_class_is_for_what_is_not_there():
    assert indicator().kinds[-1].label == "uppgift saknas"


def test_where_all_are_zero_there_is_one_class():
    found = indicator(())
    assert found.kinds[0].label == "0 (kan vara avrundat)"
    assert found.classify(row(shown=0)) == 0
    assert found.classify(row(shown=None, rate_reason="saknas")) == len(found.kinds) - 1 == 3


def test_an_area_s_figure_is_told_with_interval_period_and_marks():
    assert map_figures.to_value(row()) == (
        "12,4 per 10 000 unga (6,9–20,8), 2026 K3, preliminärt, skattad befolkning"
    )
    assert map_figures.to_value(row(shown=None)) == ""


def test_a_smoothed_figure_says_so_and_what_the_area_s_own_is():
    told = map_figures.to_value(row(shown=15.0, smooth=True))
    assert told.startswith("15,0 per 10 000 unga utjämnat, 12,4 i området")
    assert indicator(smooth=True).label == "Rån, utjämnat"


def test_the_table_has_each_area_with_its_reason_in_words():
    status = pd.DataFrame([row(), row(shown=None, per_10_000=None, rate_reason="skyddat")])
    table = map_figures.to_table(status, "Område")
    assert table["Att veta"].tolist() == ["preliminärt, skattad befolkning", "skyddat"]
    assert "Utjämnat" not in table.columns
    assert "Utjämnat" in map_figures.to_table(status.assign(smooth=True), "Område").columns


def test_the_sentence_names_highest_and_lowest_and_how_many_have_a_figure():
    status = pd.DataFrame([row(), row(name="*Luleå*", shown=3.0), row(name="Kalix", shown=None)])
    said = map_figures.to_sentence(status, "Rån")
    assert "högst i **Umeå** (12,4 per 10 000 unga), lägst i **\\*Luleå\\*** (3,0)" in said
    assert "2 av 3 områden" in said
    assert "ingen siffra" in map_figures.to_sentence(status[status["shown"].isna()], "Rån")


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ([0.0, 0.0], "Rån, 2026 K3: 0,0 per 10 000 unga i **2 områden**. 2 av 2 områden"),
        ([4.0, None], "Rån, 2026 K3: 4,0 per 10 000 unga i **A**. 1 av 2 områden"),
        ([3.0, 1.0, 1.0], "högst i **A** (3,0 per 10 000 unga), lägst i **2 områden** (1,0)."),
        ([3.0, 3.02, 1.0], "högst i **2 områden** (3,0 per 10 000 unga), lägst i **C** (1,0)."),
    ],
)
def test_areas_that_are_equal_have_no_highest(shown, said):
    rows = [row(name=name, shown=value) for name, value in zip("ABC", shown, strict=False)]
    assert said in map_figures.to_sentence(pd.DataFrame(rows), "Rån")
