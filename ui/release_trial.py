"""How the next release would look: what is in it, before and after, and what rounding costs.

It shows what is not protected, to who publishes alone, and no file is made of it.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from indicators.protection.method import Method
from reporting.kinds import kinds
from ui import formats
from ui.release_words import (
    Names,
    age_name,
    counted_name,
    period_name,
    sex_name,
    spaced,
    value_words,
)
from ui.tables import level_name
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 420  # pixels
_ARROW = "→"
_NUMBER = st.column_config.NumberColumn(format="localized", width=90)


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
        new=spaced(plural("{n} är ny", "{n} är nya", new), new),
        changed=spaced(plural("{n} är ändrad", "{n} är ändrade", changed), changed),
        gone=spaced(plural("{n} är borttagen", "{n} är borttagna", gone), gone),
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


def show_head(cells: pd.DataFrame, number: int) -> None:
    """The heading, what is in it, and a word of care."""
    st.subheader(_("Så här skulle utgåva {n} se ut").format(n=number), anchor=False)
    st.markdown(to_sentence(cells, number))
    st.caption(_("Provet visar tal som inte är skyddade. Det är bara till för dig som publicerar."))


def show_contents(cells: pd.DataFrame, names: Names) -> None:
    """What is in it, a row for each thing that is counted."""
    _show_table(
        to_contents(cells, names),
        _("Innehållet i utgåvan: uppgifter, områden, kvartal och ändringar"),
        {
            _("Uppgift"): st.column_config.TextColumn(pinned=True, width=190),
            **dict.fromkeys((_("Uppgifter"), _("Nya"), _("Ändrade"), _("Borttagna")), _NUMBER),
        },
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


def show_reports(reports: pd.DataFrame) -> None:
    """What readers get as it was reported: meetings, obstacles, money and texts."""
    table = to_reports(reports)
    if table.empty:
        return
    st.markdown(_("**Rapporter utan antal unga** visas som de har godkänts."))
    numbers = [_("Rapporter"), _("Nya eller ändrade"), _("Borttagna")]
    told = _("Rapporter utan antal i utgåvan: slag, hur många, och ändringar")
    _show_table(
        table,
        told,
        {_("Uppgift"): st.column_config.TextColumn(pinned=True, width=190)}
        | dict.fromkeys(numbers, _NUMBER),
    )


def show_before_and_after(cells: pd.DataFrame, names: Names, method: Method) -> None:
    """A table of one thing and one quarter, each to be chosen."""
    there = cells[cells["what"] != "borta"]
    pairs = there[["listing", "code"]].drop_duplicates().itertuples(index=False, name=None)
    keys = sorted(pairs, key=lambda one: counted_name(names, *one))
    differing = set(there.loc[there["what"] != "lika", ["listing", "code"]].itertuples(False, None))
    st.markdown(_("**Före och efter skyddet**"))
    with st.container(horizontal=True, key="prov_val"):
        key = st.selectbox(
            _("Uppgift"),
            keys,
            index=next((place for place, key in enumerate(keys) if key in differing), 0),
            format_func=lambda one: counted_name(names, *one),
            key="prov_uppgift",
            width=320,
        )
        own = there[(there["listing"] == key[0]) & (there["code"] == key[1])]
        periods = sorted(own["period"].unique(), reverse=True)
        period = st.selectbox(
            _("Kvartal"), periods, format_func=period_name, key="prov_kvartal", width=130
        )
    after = _("skyddat") if method is Method.HIDING else "5"
    st.caption(
        _(
            "”3 → {after}” är vad som rapporterades och vad som visas. Utan pil visas det "
            "rapporterade."
        ).format(after=after)
    )
    _show_table(
        to_before_and_after(own[own["period"] == period], names),
        _("Rapporterat och visat för varje lokalpolisområde"),
        {_("Lokalpolisområde"): st.column_config.TextColumn(pinned=True, width=170)},
    )


def show_cost(cost: pd.DataFrame, method: Method) -> None:
    """What the protection costs in each kind of sum."""
    if method is Method.HIDING:
        show_hidden(cost)
    else:
        show_deviation(cost)


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


def show_hidden(hidden: pd.DataFrame) -> None:
    """How much is hidden in each kind of figure."""
    st.markdown(_("**Hur många tal som inte visas**"))
    _show_table(
        to_hidden(hidden),
        _("Tal som inte visas, för varje slags tal"),
        dict.fromkeys((_("Tal"), _("Visas inte")), _NUMBER),
    )


def show_deviation(deviation: pd.DataFrame) -> None:
    """What the rounding costs in each kind of sum; never to be told to others."""
    st.markdown(_("**Hur långt summorna hamnar från de rapporterade**"))
    st.caption(
        _(
            "I personer. Bara till för dig: av en enda summa och dess avvikelse går det att räkna "
            "ut vad som rapporterades."
        )
    )
    _show_table(
        to_deviation(deviation),
        _("Avvikelse för varje slags summa"),
        {
            **dict.fromkeys((_("Summor"), _("Avviker"), _("Som mest")), _NUMBER),
            _("I medeltal"): st.column_config.NumberColumn(format="localized", width=90),
        },
    )


def show_safe() -> None:
    """Said when the audit found nothing."""
    st.success(_("Granskningen fann inget som går att räkna ut. Utgåvan kan publiceras."))


def show_stale() -> None:
    """Said when something else is approved since."""
    st.warning(_("Något har godkänts sedan provet gjordes, så det gäller inte längre."))


def _show_table(table: pd.DataFrame, alt: str, columns: Mapping[str, object]) -> None:
    show_seen(len(table), _TALLEST)
    st.dataframe(
        table,
        hide_index=True,
        height=to_height(len(table), _TALLEST),
        column_config=dict(columns),
        alt=alt,
    )
