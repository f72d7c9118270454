"""Obstacles as bars, cells and tables."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name
from ui.bars import Bar
from ui.obstacle_words import LEVELS, between_name, count_name
from words import _

Names = Mapping[str, str]  # code → name


def to_order(rows: pd.DataFrame, categories: Names) -> list[str]:
    """Codes of the categories, the most common first, those that nobody tells of last."""
    counts = rows["kategori"].value_counts()
    return sorted(categories, key=lambda code: -int(counts.get(code, 0)))


def to_bars(
    counts: pd.DataFrame, order: Sequence[str], categories: Names
) -> tuple[pd.DataFrame, list[Bar]]:
    """The parts of each category's bar (name, part, value, told), and its whole; `counts` has
    kategori, niva and count."""
    parts = pd.DataFrame(
        {
            "name": counts["kategori"].map(categories),
            "part": counts["niva"].map(between_name),
            "value": counts["count"].astype("float64"),
            "told": [
                f"{count} {between_name(level)}"
                for count, level in zip(counts["count"], counts["niva"], strict=True)
            ],
        }
    )
    sums = counts.groupby("kategori")["count"].sum()
    return parts, [
        Bar(categories[code], float(sums.get(code, 0)), str(int(sums.get(code, 0))))
        for code in order
    ]


def to_heat(cells: pd.DataFrame, categories: Names, regions: Names) -> pd.DataFrame:
    """A cell a category and region: row, column, kind, told, about."""
    counts = [None if pd.isna(one) else int(one) for one in cells["count"]]
    told = [_("saknas") if one is None else str(one) for one in counts]
    rows, columns = cells["kategori"].map(categories), cells["region"].map(regions)
    words = [count_name(None) if one is None else str(one) for one in counts]
    about = [f"{a}, {b}: {c}" for a, b, c in zip(rows, columns, words, strict=True)]
    return pd.DataFrame(
        {
            "row": rows,
            "column": columns,
            "kind": [count_name(one) for one in counts],
            "told": told,
            "about": about,
        }
    )


def to_grid(
    cells: pd.DataFrame, counts: pd.DataFrame, categories: Names, regions: Names
) -> pd.DataFrame:
    """A row a category: within, between, and a column a region (nothing where the region has not
    reported)."""
    by_level = counts.set_index(["kategori", "niva"])["count"]
    order = list(dict.fromkeys(cells["kategori"]))
    table = pd.DataFrame({_("Kategori"): [categories[code] for code in order]})
    for level in LEVELS:
        own = [int(by_level.get((code, level), 0)) for code in order]
        table[between_name(level)] = pd.array(own, dtype="Int64")
    found = cells.set_index(["kategori", "region"])["count"]
    for code, name in regions.items():
        table[name] = pd.array([found.get((one, code)) for one in order], dtype="Int64")
    return table


def to_gaps(table: pd.DataFrame) -> pd.DataFrame:
    """Why a region has no count, as `table` (of `to_grid`)."""
    word = _("inte rapporterat")
    return pd.DataFrame(word, index=table.index, columns=table.columns, dtype=object)


def to_quarters(quarters: pd.DataFrame, reports: Mapping[str, int]) -> pd.DataFrame:
    """A row a quarter, the newest first: within, between, and how many reports it has."""
    counts = quarters.set_index(["period", "niva"])["count"]
    periods = sorted(reports, reverse=True)
    columns = {
        between_name(level): [int(counts.get((period, level), 0)) for period in periods]
        for level in LEVELS
    }
    names = [period_name(one) for one in periods]
    return pd.DataFrame(
        {_("Kvartal"): names, **columns, _("Rapporter"): [reports[one] for one in periods]}
    )


def to_texts(rows: pd.DataFrame, categories: Names, areas: Names) -> pd.DataFrame:
    """A row an obstacle, in the reports' own words."""
    return pd.DataFrame(
        {
            _("Kvartal"): rows["period"].map(period_name),
            _("Område"): rows["area"].map(lambda code: areas.get(code, code)),
            _("Kategori"): rows["kategori"].map(lambda code: categories.get(code, code)),
            _("Nivå"): rows["niva"].map(between_name),
            _("Beskrivning"): rows["beskrivning"],
        }
    ).reset_index(drop=True)
