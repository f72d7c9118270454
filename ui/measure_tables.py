"""The pictures of measures as bars, cells and tables that say the same."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.measures import to_places
from indicators.periods import period_name
from ui import formats
from ui.bars import Bar
from ui.measure_place_words import place_name
from ui.measure_words import marks, value_words
from ui.trend_choice import AGES, SEXES, age_name, sex_name
from ui.trend_points import reason_name
from words import _

Names = Mapping[str, str]  # code → name


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The kinds with most reached first, those without a figure last, by name as given."""
    values = rows["value"].astype("float64")
    return rows.loc[values.sort_values(ascending=False, na_position="last", kind="stable").index]


def to_bars(rows: pd.DataFrame, names: Names, chosen: str) -> list[Bar]:
    """A bar each kind, of `in_order`."""
    return [
        Bar(names[row["entry"]], _to_float(row["value"]), value_words(row), row["entry"] == chosen)
        for row in rows.to_dict("records")
    ]


def to_people(rows: pd.DataFrame, sex: str) -> list[Bar]:
    """A bar each age group of a sex: how many per 1,000."""
    own = rows[rows["sex"] == sex].set_index("age_group").to_dict("index")
    return [
        Bar(age_name(age), _to_float(own[age]["per_1000"]), value_words(own[age]), True)
        if age in own
        else Bar(age_name(age), None, reason_name("saknas"))
        for age in AGES
    ]


def _to_float(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type, call-overload]


def to_kinds(rows: pd.DataFrame, by_sex: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row a kind: individuals, per 1,000 with its interval, girls and boys, what to know."""
    counts = by_sex.set_index(["sex", "entry"])["value"].astype("Int64")
    sexes = {sex_name(sex): [counts.get((sex, entry)) for entry in rows["entry"]] for sex in SEXES}
    return pd.DataFrame(
        {
            _("Insats"): rows["entry"].map(names),
            _("Individer"): rows["value"].astype("Int64"),
            _("Per 1 000"): rows["per_1000"].round(2),
            _("lägst"): rows["low"].round(2),
            _("högst"): rows["high"].round(2),
            **{name: pd.array(values, dtype="Int64") for name, values in sexes.items()},
            _("Att veta"): [marks(row) for row in rows.to_dict("records")],
        }
    ).reset_index(drop=True)


def to_cells(rates: pd.DataFrame, names: Names, areas: Names) -> pd.DataFrame:
    """A cell a kind and area: row, column, kind, told, about; and code, entry, place."""
    places = to_places(rates)
    cells = pd.DataFrame(
        {
            "entry": rates["entry"],
            "code": rates["code"],
            "place": places,
            "row": rates["entry"].map(names),
            "column": rates["code"].map(areas),
            "kind": [place_name(place) for place in places],
            "told": [_to_short(row) for row in rates.to_dict("records")],
        }
    )
    about = zip(cells["row"], cells["column"], rates.to_dict("records"), strict=True)
    return cells.assign(about=[f"{row}, {column}: {_to_long(of)}" for row, column, of in about])


def _to_short(row: Mapping[str, object]) -> str:
    if pd.isna(row["per_1000"]):  # type: ignore[call-overload]
        short = {"skyddat": _("skyddat"), "ej-tillampligt": _("ej tillämpl.")}
        return short.get(str(row["rate_reason"]), _("saknas"))
    rate = formats.fine_rate(float(row["per_1000"]))  # type: ignore[arg-type]
    return f"≈ {rate}" if row["rounded"] else rate


def _to_long(row: Mapping[str, object]) -> str:
    if pd.isna(row["per_1000"]):  # type: ignore[call-overload]
        return reason_name(str(row["rate_reason"]))
    low, high = (formats.fine_rate(float(row[name])) for name in ("low", "high"))  # type: ignore[arg-type]
    return f"{value_words(row)} ({low}–{high})"


def to_grid(cells: pd.DataFrame, rows: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """The cells as a table: a row a kind, a column an area."""
    grid = cells.pivot(index="row", columns="column", values="told")
    return grid.reindex(index=list(rows), columns=list(columns)).reset_index(names=_("Insats"))


def to_course(series: pd.DataFrame) -> pd.DataFrame:
    """A row a quarter of one kind, the newest first."""
    rows = series.iloc[::-1]
    return pd.DataFrame(
        {
            _("Period"): rows["period"].map(period_name),
            _("Individer"): rows["value"].astype("Int64"),
            _("Per 1 000"): rows["per_1000"].round(2),
            _("lägst"): rows["low"].round(2),
            _("högst"): rows["high"].round(2),
            _("Att veta"): [marks(row) for row in rows.to_dict("records")],
        }
    ).reset_index(drop=True)


def to_people_table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a sex and age group of one kind."""
    found = rows.to_dict("records")
    return pd.DataFrame(
        {
            _("Kön"): [sex_name(row["sex"]) for row in found],
            _("Ålder"): [age_name(row["age_group"]) for row in found],
            _("Individer"): rows["value"].astype("Int64").to_list(),
            _("Per 1 000"): rows["per_1000"].round(2).to_list(),
            _("lägst"): rows["low"].round(2).to_list(),
            _("högst"): rows["high"].round(2).to_list(),
            _("Att veta"): [marks(row) for row in found],
        }
    ).astype({_("Individer"): "Int64"})
