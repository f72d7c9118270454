"""What a reporter owes: how far she has come, and a table of which row opens one report."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import Quarter, period_name
from indicators.reporting import APPROVED, DRAFT, MISSING, PUBLISHED, RETURNED, UNLOCKED, to_told
from reporting.rows import Unit
from ui import filters, formats, paper
from ui.report_words import kind_title, state_name, told_state
from ui.tall_tables import to_height, to_seen
from words import _, plural

TO_DO = (MISSING, RETURNED, UNLOCKED)  # what the reporter has still to send
FEW = 12  # so many rows are read at a glance, without a filter
_TABLE = "rapporter"
_MOST_ROWS = 15


def to_unit(row: Any) -> Unit:
    """The unit of an owed row."""
    period = row["period"]
    return Unit(row["area"], row["kind"], Quarter.parse(str(period)))


def mark_drafts(owed: pd.DataFrame, drafts: Collection[Unit]) -> pd.DataFrame:
    """The owed rows, late first, then by period and else as they were read; begun but never sent
    is `utkast`, approved and in a release `publicerad`, beside `to_do`: whether anything is left
    to do."""
    told = to_told(owed["state"], owed["release"])
    found = owed.assign(to_do=owed["state"].isin(TO_DO), state=told)
    known = {(unit.area, unit.kind, str(unit.period)) for unit in drafts}
    keys = zip(found["area"], found["kind"], found["period"], strict=True) if known else ()
    begun = pd.Series([key in known for key in keys] or False, index=found.index, dtype=bool)
    found["state"] = found["state"].mask(begun & (found["state"] == MISSING), DRAFT)
    found["late"] = found["late"].astype(bool) & found["to_do"]
    order = ["late", "to_do", "period"]
    return found.sort_values(order, ascending=[False, False, True], kind="stable")


def headline(owed: pd.DataFrame) -> str:
    """`Du har 12 rapporter kvar att lämna in, 3 är försenade`."""
    left, late = int(owed["to_do"].sum()), int(owed["late"].sum())
    if not left:
        return _("Allt är inlämnat")
    said = plural(
        "Du har {n} rapport kvar att lämna in", "Du har {n} rapporter kvar att lämna in", left
    )
    said = formats.spaced(said, left)
    if not late:
        return _("{said}, ingen är försenad").format(said=said)
    if late == left:
        return (
            _("{said}, försenad").format(said=said)
            if left == 1
            else _("{said}, alla är försenade").format(said=said)
        )
    return said + formats.spaced(plural(", {n} är försenad", ", {n} är försenade", late), late)


def show_progress(owed: pd.DataFrame) -> None:
    """How much is sent, as a bar and in words."""
    all_of_them, done = len(owed), len(owed) - int(owed["to_do"].sum())
    said = _("{done} av {all} är inlämnad") if done == 1 else _("{done} av {all} är inlämnade")
    words = said.format(done=formats.number(done), all=formats.number(all_of_them))
    st.progress(done / all_of_them, text=words, width=520)


def to_table(owed: pd.DataFrame, today: date) -> pd.DataFrame:
    """The columns a reader sees; the area only when there are several."""
    # A word is made once for each kind, state and day: there may be thousands of rows
    titles = {kind: kind_title(kind) for kind in owed["kind"].unique()}
    names = {period: period_name(str(period)) for period in owed["period"].unique()}
    states = {state: state_name(state) for state in owed["state"].unique()}
    days = {due: (today - due).days for due in owed["due"].unique()}
    delays = {
        due: plural("{n} dag försenad", "{n} dagar försenad", count) for due, count in days.items()
    }
    table = {
        _("Rapport"): [titles[kind] for kind in owed["kind"]],
        _("Område"): owed["name"].to_list(),
        _("Period"): [names[period] for period in owed["period"]],
        _("Läge"): [
            states[state] if state != PUBLISHED else told_state(APPROVED, release)
            for state, release in zip(owed["state"], owed["release"], strict=True)
        ],
        _("Försening"): [
            delays[due] if late else "" for due, late in zip(owed["due"], owed["late"], strict=True)
        ],
        _("Sista dag"): owed["due"].to_list(),
    }
    if owed["area"].nunique() == 1:
        del table[_("Område")]
    return pd.DataFrame(table)


def show_table(owed: pd.DataFrame, today: date) -> None:
    """The table; a chosen row or cell opens its report."""
    st.session_state[_TABLE] = {"selection": {"rows": [], "cells": []}}
    said = _(
        "Välj en rad för att öppna rapporten, med musen eller med piltangenter och mellanslag."
    )
    more = to_seen(len(owed), _MOST_ROWS)
    with paper.on_screen("lamna"):
        st.caption(f"{said} {more}" if more else said)
    st.dataframe(
        to_table(owed, today),
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _take(owed),
        selection_mode=["single-row", "single-cell"],
        column_config={
            _("Sista dag"): st.column_config.DateColumn(format="YYYY-MM-DD"),
        },
        height=to_height(min(len(owed), _MOST_ROWS)),
        alt=_("Rapporter att lämna in och inlämnade, med läge och sista dag"),
    )


def _take(owed: pd.DataFrame) -> None:
    chosen = st.session_state[_TABLE]["selection"]
    rows = [*chosen.get("rows", ()), *(cell[0] for cell in chosen.get("cells", ()))]
    if rows and 0 <= rows[0] < len(owed):  # what a browser sends may be anything
        open_unit(to_unit(owed.iloc[rows[0]]))


def open_unit(unit: Unit | None) -> None:
    """Write the unit to the address; None goes back to all of them."""
    area, kind, period = unit or (None, None, None)
    filters.put(enhet=area, slag=kind, period=str(period) if period else None)
