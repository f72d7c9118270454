"""The filter over a long list of reports, bound to the address."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from ui import field_row, filters
from ui.field_row import Field
from ui.report_words import kind_title, state_name
from words import _

TO_DO, LATE, ALL = "kvar", "sena", "alla"
_NAMES = {"area": "bara-omrade", "kind": "bara-slag", "period": "bara-period"}  # in the address
_STATE = "bara-lage"


def show(owed: pd.DataFrame) -> pd.DataFrame:
    """The fields, and the rows that they leave; at first those that are left to do."""
    asked = st.query_params
    states = to_states(owed)
    state = asked.get(_STATE, TO_DO)
    state = state if state in states else TO_DO
    wanted = {column: asked.get(name) for column, name in _NAMES.items()}
    names = dict(zip(owed["area"], owed["name"], strict=True))
    kinds = {code: kind_title(code) for code in dict.fromkeys(owed["kind"])}
    periods = {str(one): str(one) for one in sorted(map(str, set(owed["period"])), reverse=True)}
    fields = [Field(230, partial(_show_state, state, states))]
    if len(names) > 1:
        fields.append(_field("area", _("Område"), names, wanted, 230))
    fields.append(_field("kind", _("Rapport"), kinds, wanted, 230))
    fields.append(_field("period", _("Period"), periods, wanted, 130))
    field_row.show(fields, key="rapportfilter")
    options = {"area": names, "kind": kinds, "period": periods}
    return narrow(owed, {c: code for c, code in wanted.items() if code in options[c]}, state)


def to_states(owed: pd.DataFrame) -> dict[str, str]:
    """What may be chosen of states: code → words with how many there are."""
    counts: dict[str, int] = owed["state"].value_counts().to_dict()
    words = {TO_DO: _("kvar att lämna in"), LATE: _("sena"), ALL: _("alla")}
    count = {TO_DO: int(owed["to_do"].sum()), LATE: int(owed["late"].sum()), ALL: len(owed)}
    words |= {code: state_name(code) for code in counts}
    return {code: f"{word.capitalize()} ({(count | counts)[code]})" for code, word in words.items()}


def narrow(owed: pd.DataFrame, wanted: Mapping[str, str | None], state: str) -> pd.DataFrame:
    """The rows that are left: column → value (None = all), and a state or one of the groups."""
    for column, value in wanted.items():
        if value is not None:
            owed = owed[owed[column].astype(str) == value]
    if state == ALL:
        return owed
    if state in (TO_DO, LATE):
        return owed[owed["to_do" if state == TO_DO else "late"]]
    return owed[owed["state"] == state]


def _field(
    column: str, label: str, options: dict[str, str], wanted: Mapping[str, str | None], width: int
) -> Field:
    value = wanted[column] if wanted[column] in options else None
    return Field(width, partial(_show_select, _NAMES[column], label, value, options))


def _show_state(value: str, states: dict[str, str]) -> None:
    _show_select(_STATE, _("Läge"), value, states)


def _show_select(name: str, label: str, value: str | None, options: dict[str, str]) -> None:
    key = f"f_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        placeholder=_("Alla"),
        key=key,
        on_change=filters.bound(name, key),
        filter_mode="contains",
    )
