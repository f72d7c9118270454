"""All that leaves with releases of exact figures, read as somebody outside would: over the
innermost cells, with nothing but what readers are told, and by a way of its own."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from data_access.raw.released import read_released
from data_access.release_cells import to_placed
from data_access.release_memory import list_rows, to_split
from data_access.released_rates import fetch_rates
from data_access.releases import keep_cells
from indicators.protection.margins import to_margin
from indicators.protection.names import IDENTITY, LEVELS
from indicators.protection.published_sums import to_sums
from tests.data_access.exact import BASE, MEASURE, NORTH, hide, publish, spread
from tests.data_access.reports import FAR, NEAR, OWN, READER

SPLITS = (
    ("quarter",), ("quarter", "sex"), ("quarter", "age_group"), ("quarter", "sex", "age_group"),
    (), ("sex",), ("age_group",), ("sex", "age_group"),
)  # fmt: skip
FIGURE = ["level", "code", "year", "quarter", "sex", "age_group"]
TOTALS = {area: 5 + 7 * place for place, area in enumerate(NORTH)}
TOTALS |= {OWN: spread(0) | {"m_15_17": 3}, NEAR: spread(12) | {"k_12_14": 1}, FAR: 40}


@pytest.fixture(autouse=True)
def hiding(monkeypatch):
    hide(monkeypatch)


def to_tables(number):
    """Every figure that a reader may ask for."""
    return pd.concat(
        [
            fetch_rates(*MEASURE, level, split, release=number, viewer=READER)
            for level in LEVELS
            for split in SPLITS
        ],
        ignore_index=True,
    )


def to_raw(number):
    token = next(one.token for one in list_rows() if one.id == number)
    return to_placed(read_released(token, to_split(READER)).cells)


def to_true(raw):
    told = raw.rename(columns={"count": "value"})
    frames = [to_margin(told, level, split, BASE) for level in LEVELS for split in SPLITS]
    return pd.concat(frames, ignore_index=True)


def read_release(number, columns):
    """What it tells of the cells, of which one that is as it was has the same column: where they
    are, what is shown, what is planned and hidden, and all small figures that are hidden."""
    reported = keep_cells(number, *MEASURE, viewer=READER).cells
    raw = to_raw(number)
    counts = raw.set_index(list(IDENTITY))["count"].to_dict()
    keys = [(*key, counts.get(key)) for key in reported[list(IDENTITY)].itertuples(index=False)]
    at = [columns.setdefault(key, len(columns)) for key in keys]
    tables = to_tables(number)
    true = tables[FIGURE].merge(to_true(raw)[[*FIGURE, "value"]], on=FIGURE, how="left")["value"]
    hidden = tables["reason"] == "skyddat"
    whole = (tables["sex"] == "totalt") & (tables["age_group"] == "totalt")
    planned = (whole | tables["level"].isin(["polisregion", "riket"])) & (
        tables["quarter"] != "totalt"
    )
    small = hidden & true.between(1, BASE - 1).fillna(value=False).to_numpy(dtype=bool)
    told = tables.assign(value=true)
    shown = to_sums(tables, reported)
    assert len(shown.values) > 40
    return at, shown, to_sums(told[hidden & planned], reported), to_sums(told[small], reported)


def find_known(numbers):
    """How many small hidden figures have fewer than BASE - 1 values left, and of how many there
    are. The reader knows that no zero is hidden."""
    columns = {}
    read = [read_release(number, columns) for number in numbers]

    def stacked(place):
        rows = [spread_over(one[place].members, one[0], len(columns)) for one in read]
        return np.vstack(rows)

    values = np.concatenate([one[1].values for one in read])
    above = stacked(2)
    told = {"A_eq": stacked(1), "b_eq": values, "A_ub": -above, "b_ub": -np.ones(len(above))}
    asked = np.unique(stacked(3), axis=0)
    return sum(to_width(row, told) < BASE - 2 for row in asked), len(asked)


def spread_over(members, at, count):
    rows = np.zeros((members.shape[0], count))
    np.add.at(rows.T, at, members.toarray().T)
    return rows


def to_width(row, told):
    ends = [linprog(sign * row, **told, bounds=(0, None), method="highs") for sign in (1, -1)]
    if ends[1].status == 3:  # no end
        return np.inf
    assert [one.status for one in ends] == [0, 0]
    return np.floor(-ends[1].fun + 1e-6) - np.ceil(ends[0].fun - 1e-6)


def test_no_small_figure_can_be_worked_out_from_all_that_readers_are_told(sqlite_engine):
    """Of one release, and of the next beside it."""
    publish(TOTALS)
    publish({NORTH[1]: 30, NORTH[-1]: spread(6)})
    known, of = find_known([1, 2])
    assert of > 10
    assert known == 0


def test_with_the_small_alone_hidden_some_can(sqlite_engine, monkeypatch):
    """Else the test above could not fail."""
    monkeypatch.setattr(
        "indicators.protection.suppression.find_hidden", lambda _plan, hidden, *_more: hidden
    )
    monkeypatch.setattr("indicators.protection.suppression.check_hidden", lambda *_given: None)
    publish(TOTALS)
    known, _of = find_known([1])
    assert known > 0
