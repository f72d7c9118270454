"""Tables and sentence of how the next release would look. They hold what is not protected: for who
publishes alone."""

from collections.abc import Mapping

import pandas as pd

from reporting.kinds import kinds
from ui import formats
from ui.place_words import level_name
from ui.release_words import Names, age_name, counted_name, sex_name, value_words
from words import _, plural

_ARROW = "→"


def to_sentence(cells: pd.DataFrame, number: int) -> str:
    """How much there is in it, and what has changed since the release before."""
    there = cells[cells["what"] != "borta"]
    areas = plural("{n} område", "{n} områden", there["area"].nunique())
    said = _("{cells} uppgifter från {areas} och {periods} kvartal.").format(
        cells=formats.number(len(there)),
        areas=areas,
        periods=formats.number(there["period"].nunique()),
    )
    if number == 1:
        return said
    new, changed, gone = (int((cells["what"] == kind).sum()) for kind in ("ny", "andrad", "borta"))
    told = _("Jämfört med utgåva {n}: {new}, {changed} och {gone}.").format(
        n=number - 1,
        new=formats.spaced(plural("{n} är ny", "{n} är nya", new), new),
        changed=formats.spaced(plural("{n} är ändrad", "{n} är ändrade", changed), changed),
        gone=formats.spaced(plural("{n} är borttagen", "{n} är borttagna", gone), gone),
    )
    return f"{said} {told}"


def to_contents(cells: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row for each thing that is counted: how many areas, quarters and figures, and changes;
    those with most changes first."""
    there = cells["what"] != "borta"
    marked = cells.assign(
        **{what: (cells["what"] == what).astype("int64") for what in ("ny", "andrad", "borta")},
        there=there.astype("int64"),
        area=cells["area"].where(there),
        period=cells["period"].where(there),
    )
    groups = marked.groupby(["listing", "code"], observed=True)
    found = groups.agg(
        area=("area", "nunique"),
        period=("period", "nunique"),
        **{name: (name, "sum") for name in ("there", "ny", "andrad", "borta")},
    ).reset_index()
    changes = found[["ny", "andrad", "borta"]].sum(axis=1)
    found = found.loc[changes.sort_values(ascending=False, kind="stable").index]
    return pd.DataFrame(
        {
            _("Uppgift"): [
                counted_name(names, *key)
                for key in zip(found["listing"], found["code"], strict=True)
            ],
            _("Områden"): found["area"].to_list(),
            _("Kvartal"): found["period"].to_list(),
            _("Uppgifter"): found["there"].to_list(),
            _("Nya"): found["ny"].to_list(),
            _("Ändrade"): found["andrad"].to_list(),
            _("Borttagna"): found["borta"].to_list(),
        }
    )


def to_before_and_after(cells: pd.DataFrame, names: Names) -> pd.DataFrame:
    """The cells of one thing and one quarter: a row an area, a column a sex and age group, and
    their sum. `3 → 5` is what was reported and what is shown."""
    there = cells[cells["what"] != "borta"]
    order = there[["sex", "age"]].drop_duplicates().sort_values(["sex", "age"])
    rows: dict[str, dict[str, str]] = {}
    for area, own in there.groupby("area", observed=True, sort=False):
        row = {_("Lokalpolisområde"): names.get(area, str(area))}
        held = {(one["sex"], one["age"]): one for one in own.to_dict("records")}
        for sex, age in order.itertuples(index=False):
            row[f"{sex_name(sex)} {age_name(age)}"] = _to_pair(held.get((sex, age)))
        if len(order) > 1:
            row[_("Summa")] = _to_words(
                own["count"].sum(min_count=1), own["value"].sum(min_count=1), "saknas"
            )
        rows[str(area)] = row
    return pd.DataFrame(rows.values())


def _to_pair(cell: Mapping[str, object] | None) -> str:
    return "" if cell is None else _to_words(cell["count"], cell["value"], cell["reason"])


def _to_words(count: object, value: object, gap: object) -> str:
    before, after = value_words(count, gap), value_words(value, gap)
    return after if before == after else f"{before} {_ARROW} {after}"


def to_deviation(deviation: pd.DataFrame) -> pd.DataFrame:
    """How far sums are from what was reported, a row a kind of sum."""
    splits = {"quarter": _("kvartal"), "sex": _("kön"), "age_group": _("ålder")}
    rows = deviation.to_dict("records")
    return pd.DataFrame(
        {
            _("Nivå"): [level_name(row["level"]) for row in rows],
            _("Delad på"): [
                ", ".join(word for name, word in splits.items() if row[name]) or _("året")
                for row in rows
            ],
            _("Summor"): [row["sums"] for row in rows],
            _("Avviker"): [row["off"] for row in rows],
            _("I medeltal"): [round(row["mean"], 1) for row in rows],
            _("Som mest"): [row["largest"] for row in rows],
        }
    )


def to_reports(reports: pd.DataFrame) -> pd.DataFrame:
    """How many reports without counts there are of each kind (kind, there, changed, gone)."""
    own = reports[(reports["there"] > 0) | (reports["gone"] > 0)]
    known = kinds()
    return pd.DataFrame(
        {
            _("Uppgift"): [known[kind].title for kind in own["kind"]],
            _("Rapporter"): own["there"].to_list(),
            _("Nya eller ändrade"): own["changed"].to_list(),
            _("Borttagna"): own["gone"].to_list(),
        }
    )


def to_hidden(hidden: pd.DataFrame) -> pd.DataFrame:
    """How many figures are not shown, a row a kind of them."""
    splits = {"sex": _("kön"), "age_group": _("ålder")}
    rows = hidden.to_dict("records")
    return pd.DataFrame(
        {
            _("Nivå"): [level_name(row["level"]) for row in rows],
            _("Delad på"): [
                ", ".join(word for name, word in splits.items() if row[name]) or _("alla unga")
                for row in rows
            ],
            _("Tal"): [row["sums"] for row in rows],
            _("Visas inte"): [row["hidden"] for row in rows],
            _("Andel"): [formats.share(row["hidden"] / row["sums"]) for row in rows],
        }
    )
