import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.protection.cells import to_cells
from indicators.protection.margins import COLUMNS, UnknownMargin, to_margin
from indicators.protection.names import LEVELS
from indicators.protection.rounding import round_cells
from indicators.protection.shown_margins import to_splits
from tests.indicators.protection.places import to_given, to_margins_of

KEY = b"a key for tests, of enough bytes"


def protected(raw):
    return round_cells(to_cells(raw), KEY, 5)


@settings(max_examples=3, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=120))
def test_every_margin_adds_up_to_the_country(counts):
    shown = protected(to_given(counts))
    for level in LEVELS:
        for split in to_splits():
            assert to_margin(shown, level, split)["value"].sum() == shown["value"].sum()


def test_what_is_not_split_by_is_a_total():
    frame = to_margin(protected(to_given([10])), "polisregion", ("quarter",))
    assert list(frame.columns) == list(COLUMNS)
    assert set(frame["sex"]) == set(frame["age_group"]) == {"totalt"}
    assert frame[["code", "quarter", "value"]].iloc[0].tolist() == ["pr-1", "2026K1", 240]
    assert to_margin(protected(to_given([10])), "riket", ())["quarter"].tolist() == ["totalt"]


def test_a_split_lpo_and_a_split_kommun_each_sum_their_own_parts():
    shown = protected(to_given([10]))
    lpo, kommun = (to_margin(shown, level, ()).set_index("code") for level in ("lpo", "kommun"))
    assert lpo.loc["lpo-b", "value"] == 2 * 240
    assert kommun.loc["k1", "value"] == 2 * 240
    assert kommun.loc["k2", "value"] == 240


def test_a_sum_says_how_much_of_it_is_missing_and_never_shows_zero_instead():
    raw = to_given([10])
    raw.loc[raw["part"] == "a1", "count"] = None
    raw.loc[(raw["part"] == "b1") & (raw["quarter"] == "2026K1"), "count"] = None
    frame = to_margin(protected(raw), "lpo", ()).set_index("code")
    assert frame.loc["lpo-a", ["reason", "parts", "missing"]].tolist() == ["saknas", 24, 24]
    assert pd.isna(frame.loc["lpo-a", "value"])
    assert not frame.loc["lpo-a", "rounded"]
    assert frame.loc["lpo-b", ["value", "reason", "parts", "missing"]].tolist() == [
        420, "ok", 48, 6,
    ]  # fmt: skip


def test_not_applicable_is_neither_missing_nor_a_part():
    raw = to_given([10]).assign(reason=None)
    raw.loc[raw["sex"] == "man", ["count", "reason"]] = [None, "ej-tillampligt"]
    frame = to_margin(protected(raw), "riket", ("sex",)).set_index("sex")
    assert frame.loc["man", ["reason", "parts", "missing"]].tolist() == ["ej-tillampligt", 0, 0]
    whole = to_margin(protected(raw), "riket", ()).iloc[0]
    assert whole[["value", "reason", "parts", "missing"]].tolist() == [600, "ok", 60, 0]


def test_a_sum_with_anything_preliminary_in_it_is_preliminary():
    raw = to_given([10])
    raw["preliminary"] = raw["quarter"] == "2026K4"
    frame = to_margin(protected(raw), "polisomrade", ("quarter",))
    assert set(frame.loc[frame["quarter"] == "2026K4", "reason"]) == {"preliminart"}
    assert set(frame.loc[frame["quarter"] != "2026K4", "reason"]) == {"ok"}
    assert set(to_margin(protected(raw), "riket", ())["reason"]) == {"preliminart"}


def test_a_zero_or_a_base_may_be_rounded_and_says_so():
    frame = to_margin(protected(to_given([0, 6, 5])), "lpo", ("quarter", "sex", "age_group"))
    flags = dict(zip(frame["value"], frame["rounded"], strict=True))
    assert flags[0] and flags[5]
    assert not any(flag for value, flag in flags.items() if value > 5)


def test_cells_in_no_area_of_a_level_are_left_out():
    raw = to_given([10])
    raw.loc[raw["part"] == "b1", ["kommun", "lan"]] = None
    assert to_margin(protected(raw), "lan", ())["value"].sum() == 4 * 240


def test_all_levels_stand_below_each_other():
    frame = to_margins_of(protected(to_given([1, 2, 30])), [(), ("quarter",)])
    assert set(frame["level"]) == set(LEVELS)
    assert not frame.duplicated(["indicator", "level", "code", "year", "quarter"]).any()


@pytest.mark.parametrize(("level", "split"), [("part", ()), ("lpo", ("kommun",))])
def test_nothing_else_can_be_summed_by(level, split):
    with pytest.raises(UnknownMargin):
        to_margin(protected(to_given([1])), level, split)
