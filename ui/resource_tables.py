"""Resources as bars, cells and tables."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ui.bars import Bar
from ui.resource_words import (
    amount_name,
    known_name,
    need_told,
    of_regions,
    short_name,
    to_axis,
    value_name,
)
from ui.work_choice import HOURS, MONEY, STAFF
from words import _

Names = Mapping[str, str]  # code → name
Values = Mapping[tuple[str, str], Mapping[str, object]]  # (authority, region) → a reported row


def to_values(rows: pd.DataFrame) -> Values:
    """Each reported row by authority and region."""
    found = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return {(str(row["myndighet"]), str(row["area"])): row for row in found}  # type: ignore[misc]


def in_order(sums: pd.DataFrame) -> pd.DataFrame:
    """The authorities with most first, those without a figure last."""
    return sums.sort_values("total", ascending=False, na_position="last", kind="stable")


def to_bars(sums: pd.DataFrame, names: Names, amount: str, of: int) -> list[Bar]:
    """A bar an authority: its sum, and over how many regions."""
    return [
        Bar(names[row["myndighet"]], None, _("uppgift saknas"))
        if pd.isna(row["total"])
        else Bar(
            names[row["myndighet"]],
            to_axis(row["total"], amount),
            f"{short_name(row['total'], amount)} · {of_regions(row['regions'], of)}",
        )
        for row in sums.to_dict("records")
    ]


def to_cells(
    values: Values, order: Sequence[str], amount: str, names: Names, regions: Names
) -> pd.DataFrame:
    """A cell an authority and region: row, column, kind, told, about."""
    rows = []
    for code in order:
        for region, region_name in regions.items():
            row = values.get((code, region), {})
            value = row.get(amount)
            number = None if value is None else float(str(value))
            told = short_name(number, amount) if number is not None else to_gap(row, amount)
            long = value_name(number, amount) if number is not None else told
            about = f"{names[code]}, {region_name}: {long}"
            kind = known_name(known=number is not None)
            rows.append((names[code], region_name, kind, told, about))
    return pd.DataFrame(rows, columns=["row", "column", "kind", "told", "about"])


def to_gap(row: Mapping[str, object], amount: str) -> str:
    """Why there is no figure: it was said not to apply, or it is missing."""
    return _("ej tillämpl.") if row.get(f"{amount}_gap") == "ej-tillampligt" else _("saknas")


def to_table(
    values: Values, sums: pd.DataFrame, amount: str, names: Names, regions: Names
) -> pd.DataFrame:
    """A row an authority: a column a region, the sum, and over how many regions."""
    table = pd.DataFrame({_("Myndighet"): [names[one] for one in sums["myndighet"]]})
    places = 1 if amount == "arsarbetskrafter" else 0
    for region, name in regions.items():
        own = [values.get((one, region), {}).get(amount) for one in sums["myndighet"]]
        table[name] = pd.Series(own, dtype="float64").round(places)
    table[_("Summa")] = sums["total"].round(places).to_list()
    table[_("Polisregioner med uppgift")] = sums["regions"].to_list()
    notes = []
    for one in sums["myndighet"]:
        gaps = [
            f"{name}: {to_gap(values.get((one, region), {}), amount)}"
            for region, name in regions.items()
            if values.get((one, region), {}).get(amount) is None
        ]
        notes.append(", ".join(gaps))
    table[_("Att veta")] = notes
    return table


def to_own(rows: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row an authority that one region has told of: what it has put in, or why no figure."""
    told = rows.astype(object).where(rows.notna(), None).to_dict("records")

    def of(amount: str) -> list[str]:
        return [
            to_gap(row, amount) if row[amount] is None else value_name(row[amount], amount)
            for row in told
        ]

    return pd.DataFrame(
        {
            _("Myndighet"): [names[row["myndighet"]] for row in told],
            **{amount_name(one): of(one) for one in (STAFF, HOURS, MONEY)},
        },
        dtype="object",
    )


def to_need(need: pd.DataFrame, names: Names, amount: str, year: str) -> pd.DataFrame:
    """A row an authority: the need that was stated, what was used, and over how many regions."""
    places = 1 if amount == "arsarbetskrafter" else 0
    return pd.DataFrame(
        {
            _("Myndighet"): [names[one] for one in need["myndighet"]],
            _("Behov enligt {year}").format(year=int(year) - 1): need["need"].round(places),
            _("Använt {year}").format(year=year): need["used"].round(places),
            _("Skillnad"): (need["used"] - need["need"]).round(places),
            _("Polisregioner"): need["regions"],
            _("Räknat i"): amount_name(amount),
        }
    )


def to_need_rows(need: pd.DataFrame, names: Names, amount: str) -> pd.DataFrame:
    """What is drawn: name, used, need (floats, as the axis has them), told."""
    return pd.DataFrame(
        {
            "name": need["myndighet"].map(names),
            "used": [to_axis(one, amount) for one in need["used"]],
            "need": [to_axis(one, amount) for one in need["need"]],
            "told": [need_told(row, amount) for row in need.to_dict("records")],
        }
    )
