"""How the next release would look: what is in it, before and after, and what rounding costs.

It shows what is not protected, to who publishes alone, and no file is made of it.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from indicators.protection.method import Method
from ui import release_tables
from ui.release_words import Names, counted_name, period_name
from ui.tall_tables import show_seen, to_height
from words import _

_TALLEST = 420  # pixels
_NUMBER = st.column_config.NumberColumn(format="localized", width=90)


def show_head(cells: pd.DataFrame, number: int) -> None:
    """The heading, what is in it, and a word of care."""
    st.subheader(_("Så här skulle utgåva {n} se ut").format(n=number), anchor=False)
    st.markdown(release_tables.to_sentence(cells, number))
    st.caption(_("Provet visar tal som inte är skyddade. Det är bara till för dig som publicerar."))


def show_contents(cells: pd.DataFrame, names: Names) -> None:
    """What is in it, a row for each thing that is counted."""
    _show_table(
        release_tables.to_contents(cells, names),
        _("Innehållet i utgåvan: uppgifter, områden, kvartal och ändringar"),
        {
            _("Uppgift"): st.column_config.TextColumn(pinned=True, width=190),
            **dict.fromkeys((_("Uppgifter"), _("Nya"), _("Ändrade"), _("Borttagna")), _NUMBER),
        },
    )


def show_reports(reports: pd.DataFrame) -> None:
    """What readers get as it was reported: meetings, obstacles, money and texts."""
    table = release_tables.to_reports(reports)
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


def to_reading(base: int, method: Method) -> str:
    """How a cell with an arrow is read, by a count that the base and the method change."""
    after = _("skyddat") if method is Method.HIDING else str(base)
    return _(
        "”{before} → {after}” är vad som rapporterades och vad som visas. Utan pil visas det "
        "rapporterade."
    ).format(before=min(3, base - 1), after=after)


def show_before_and_after(cells: pd.DataFrame, names: Names, base: int, method: Method) -> None:
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
    st.caption(to_reading(base, method))
    _show_table(
        release_tables.to_before_and_after(own[own["period"] == period], names),
        _("Rapporterat och visat för varje lokalpolisområde"),
        {_("Lokalpolisområde"): st.column_config.TextColumn(pinned=True, width=170)},
    )


def show_cost(cost: pd.DataFrame, method: Method) -> None:
    """What the protection costs in each kind of sum."""
    if method is Method.HIDING:
        show_hidden(cost)
    else:
        show_deviation(cost)


def show_hidden(hidden: pd.DataFrame) -> None:
    """How much is hidden in each kind of figure."""
    st.markdown(_("**Hur många tal som inte visas**"))
    _show_table(
        release_tables.to_hidden(hidden),
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
        release_tables.to_deviation(deviation),
        _("Avvikelse för varje slags summa"),
        {
            **dict.fromkeys((_("Summor"), _("Avviker"), _("Som mest")), _NUMBER),
            _("I medeltal"): st.column_config.NumberColumn(format="localized", width=90),
        },
    )


def show_safe() -> None:
    """Said when the audit found nothing."""
    st.success(_("Skyddskontrollen fann inget som går att räkna ut. Utgåvan kan publiceras."))


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
