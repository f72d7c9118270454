"""The filter over a long list of reports, bound to the address."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from ui import field_row, filters, formats
from ui.field_row import Field
from ui.report_words import kind_title, state_name
from words import _, plural

TO_DO, LATE, ALL = "kvar", "sena", "alla"
MANY, RECENT = 300, 4  # in a list of more rows, so many of the latest quarters come first
_NAMES = {"area": "bara-omrade", "kind": "bara-slag", "period": "bara-period"}  # in the address
_STATE = "bara-lage"


def show(owed: pd.DataFrame) -> pd.DataFrame:
    """The fields, and the rows that they leave; at first those that are left to do (all, when
    nothing is), and of a long list those of the latest quarters, with the way to older late ones.
    """
    asked = st.query_params
    wanted = {column: asked.get(name) for column, name in _NAMES.items()}
    options = to_options(owed)
    within, older = to_window(owed, wanted["period"])
    states = to_states(within)
    state = asked.get(_STATE, "")
    state = state if state in states else TO_DO if owed["to_do"].any() else ALL
    fields = [Field(230, partial(_show_select, _STATE, _("Läge"), state, states))]
    if len(options["area"]) > 1:
        fields.append(_field("area", _("Område"), options, wanted, 230))
    fields.append(_field("kind", _("Rapport"), options, wanted, 230))
    every = _("De fyra senaste") if len(owed) > MANY else _("Alla")
    fields.append(_field("period", _("Period"), options, wanted, 175, every))
    field_row.show(fields, key="rapportfilter")
    if older:
        _show_older(older)
    chosen = {c: code for c, code in wanted.items() if code != ALL and code in options[c]}
    return narrow(within, chosen, state)


def clear() -> None:
    """Take every choice out of the address."""
    filters.put(**dict.fromkeys((*_NAMES.values(), _STATE)))


def is_chosen() -> bool:
    """Whether the address holds any choice."""
    return any(name in st.query_params for name in (*_NAMES.values(), _STATE))


def to_options(owed: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What may be chosen: column → code → words. Of a long list all quarters are a choice too."""
    periods = {one: period_name(str(one)) for one in sorted(owed["period"].unique(), reverse=True)}
    return {
        "area": dict(zip(owed["area"], owed["name"], strict=True)),
        "kind": {code: kind_title(code) for code in owed["kind"].unique()},
        "period": {ALL: _("Alla")} | periods if len(owed) > MANY else periods,
    }


def to_window(owed: pd.DataFrame, asked: str | None) -> tuple[pd.DataFrame, int]:
    """The rows to choose from, and how many late ones are left out: of a long list, unless the
    address asks for a period or for all, those of the latest quarters alone."""
    periods = sorted(owed["period"].unique(), reverse=True)
    if len(owed) <= MANY or asked in (ALL, *periods):
        return owed, 0
    recent = owed["period"].isin(periods[:RECENT])
    return owed[recent], int(owed.loc[~recent, "late"].sum())


def to_older(count: int) -> str:
    """How many late ones of earlier quarters the list leaves out."""
    said = plural(
        "{n} försenad rapport från tidigare kvartal visas inte i listan.",
        "{n} försenade rapporter från tidigare kvartal visas inte i listan.",
        count,
    )
    return formats.spaced(said, count)


def _show_older(count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(to_older(count), width="content")
        st.button(
            _("Visa alla kvartal"),
            key="rapporter_alla_kvartal",
            type="tertiary",
            on_click=lambda: filters.put(**{_NAMES["period"]: ALL}),
        )


def to_states(owed: pd.DataFrame) -> dict[str, str]:
    """What may be chosen of states: code → words with how many there are."""
    counts: dict[str, int] = owed["state"].value_counts().to_dict()
    words = {TO_DO: _("kvar att lämna in"), LATE: _("försenade"), ALL: _("alla")}
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
    column: str,
    label: str,
    options: Mapping[str, dict[str, str]],
    wanted: Mapping[str, str | None],
    width: int,
    every: str | None = None,
) -> Field:
    own = options[column]
    value = wanted[column] if wanted[column] in own else None
    return Field(width, partial(_show_select, _NAMES[column], label, value, own, every))


def _show_select(
    name: str,
    label: str,
    value: str | None,
    options: dict[str, str],
    every: str | None = None,
    *,
    width: int,
) -> None:
    key = f"f_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        placeholder=every or _("Alla"),
        key=key,
        on_change=filters.bound(name, key),
        filter_mode="contains",
        width=width,
    )
