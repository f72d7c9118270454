"""What a reporter owes: how far she has come, and a table of which row opens one report."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import Quarter
from reporting.rows import Unit
from ui import filters, formats
from ui.report_words import kind_title, state_name
from words import _, plural

TO_DO = ("saknas", "komplettering", "upplast")  # what the reporter has still to send
FEW = 12  # so many rows are read at a glance, without a filter
_TABLE = "rapporter"
_ROW_HEIGHT, _MOST_ROWS = 35, 15


def to_unit(row: Any) -> Unit:
    """The unit of an owed row."""
    period = row["period"]
    return Unit(row["area"], row["kind"], Quarter.parse(str(period)))


def mark_drafts(owed: pd.DataFrame, drafts: Collection[Unit]) -> pd.DataFrame:
    """The owed rows, late first, then by due day; begun but never sent is `utkast`, beside
    `to_do`: whether anything is left to do."""
    found = owed.assign(to_do=owed["state"].isin(TO_DO))
    begun = [
        row["state"] == "saknas" and to_unit(row) in drafts for row in found.to_dict("records")
    ]
    found["state"] = found["state"].mask(pd.Series(begun, index=found.index, dtype=bool), "utkast")
    found["late"] = found["late"].astype(bool) & found["to_do"]
    order = ["late", "to_do", "due", "name", "kind"]
    return found.sort_values(order, ascending=[False, False, True, True, True], kind="stable")


def headline(owed: pd.DataFrame) -> str:
    """`Du har 12 rapporter kvar att lämna in, 3 är sena`."""
    left, late = int(owed["to_do"].sum()), int(owed["late"].sum())
    if not left:
        return _("Allt är inlämnat")
    said = plural(
        "Du har {n} rapport kvar att lämna in", "Du har {n} rapporter kvar att lämna in", left
    )
    said = said.replace(str(left), formats.number(left), 1)
    if not late:
        return _("{said}, ingen är sen").format(said=said)
    if late == left:
        return (
            _("{said}, försenad").format(said=said)
            if left == 1
            else _("{said}, alla är sena").format(said=said)
        )
    return said + plural(", {n} är sen", ", {n} är sena", late).replace(
        str(late), formats.number(late)
    )


def show_progress(owed: pd.DataFrame) -> None:
    """How much is sent, as a bar and in words."""
    all_of_them, done = len(owed), len(owed) - int(owed["to_do"].sum())
    words = _("{done} av {all} är inlämnade").format(
        done=formats.number(done), all=formats.number(all_of_them)
    )
    st.progress(done / all_of_them, text=words, width=520)


def to_table(owed: pd.DataFrame, today: date) -> pd.DataFrame:
    """The columns a reader sees; the area only when there are several."""
    rows = owed.to_dict("records")
    table = {
        _("Rapport"): [kind_title(row["kind"]) for row in rows],
        _("Område"): [row["name"] for row in rows],
        _("Period"): [str(row["period"]) for row in rows],
        _("Läge"): [state_name(row["state"]) for row in rows],
        _("Försening"): [
            plural("{n} dag sen", "{n} dagar sen", (today - row["due"]).days) if row["late"] else ""
            for row in rows
        ],
        _("Sista dag"): [row["due"] for row in rows],
    }
    if len({row["area"] for row in rows}) == 1:
        del table[_("Område")]
    return pd.DataFrame(table)


def show_table(owed: pd.DataFrame, today: date) -> None:
    """The table; a chosen row or cell opens its report."""
    units = [to_unit(row) for row in owed.to_dict("records")]
    st.session_state[_TABLE] = {"selection": {"rows": [], "cells": []}}
    st.caption(
        _("Välj en rad för att öppna rapporten, med musen eller med piltangenter och mellanslag.")
    )
    st.dataframe(
        to_table(owed, today),
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _take(units),
        selection_mode=["single-row", "single-cell"],
        column_config={
            _("Sista dag"): st.column_config.DateColumn(format="YYYY-MM-DD"),
        },
        height=_ROW_HEIGHT * (min(len(units), _MOST_ROWS) + 1) + 3,
        alt=_("Rapporter att lämna in och inlämnade, med läge och sista dag"),
    )


def _take(units: Sequence[Unit]) -> None:
    chosen = st.session_state[_TABLE]["selection"]
    rows = [*chosen.get("rows", ()), *(cell[0] for cell in chosen.get("cells", ()))]
    if rows:
        open_unit(units[rows[0]])


def open_unit(unit: Unit | None) -> None:
    """Write the unit to the address; None goes back to all of them."""
    area, kind, period = unit or (None, None, None)
    filters.put(enhet=area, slag=kind, period=str(period) if period else None)
