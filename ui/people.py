"""People and what they may do, in words and as tables."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from indicators.search import is_found, to_words
from ui import filters, formats
from ui.classes import Row
from ui.formats import moment
from ui.place_words import level_name
from words import _, plural

_MOST_NAMES = 3
_TABLE = "personer"


def role_name(role: str | None) -> str:
    """A role's code in words; None or an unknown code is no role."""
    return {
        "lasare": _("läsare"),
        "rapportor": _("rapportör"),
        "regional-samordnare": _("regional samordnare"),
        "nationell-samordnare": _("nationell samordnare"),
        "administrator": _("administratör"),
    }.get(role or "", _("utan roll"))


def state_name(row: Row, today: date, *, ours: bool) -> str:
    """Whether the person may come in; `ours` = roles and areas are given here, not by claims."""
    if row["blocked"]:
        return _("spärrad")
    if row["valid_to"] is not None and row["valid_to"] < today:
        return _("utgången")
    if ours:
        return _("öppen") if row["role"] else _("utan behörighet")
    return _("enligt inloggningstjänsten")


def headline(people: pd.DataFrame, *, ours: bool) -> str:
    """How many they are, how many lack access, and how many are blocked."""
    lacking = int(people["role"].isna().sum())
    blocked = int(people["blocked"].fillna(False).sum())
    parts = [plural("{n} person", "{n} personer", len(people))]
    if ours:
        parts.append(_("{n} utan behörighet").format(n=lacking))
    return ", ".join([*parts, plural("{n} spärrad", "{n} spärrade", blocked)])


def area_labels(names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Code → name and level in words, from level → code → name."""
    return {
        code: name if level == "riket" else f"{name} ({level_name(level).lower()})"
        for level, of_level in names.items()
        for code, name in of_level.items()
    }


def to_names(codes: str | None, labels: Mapping[str, str]) -> str:
    """The first areas by name and how many more; a code that has ceased stands for itself."""
    found = [labels.get(code, code) for code in (codes or "").split()]
    more = len(found) - _MOST_NAMES
    shown = found[:_MOST_NAMES] + ([_("{n} till").format(n=more)] if more > 0 else [])
    return ", ".join(shown)


def find(people: pd.DataFrame, searched: str) -> pd.DataFrame:
    """The people in whose name, account, pseudonym or role every searched word is found."""
    words = to_words(searched)
    names = ("label", "subject", "issuer", "person")
    kept = [
        is_found(words, [*(row[name] for name in names), role_name(row["role"])])
        for row in people.to_dict("records")
    ]
    return people[pd.Series(kept, index=people.index, dtype=bool)]


def to_table(
    people: pd.DataFrame, labels: Mapping[str, str], today: date, *, ours: bool
) -> pd.DataFrame:
    """The columns an administratör sees, in Swedish; the row order is that of `people`."""
    rows = people.to_dict("records")
    return pd.DataFrame(
        {
            _("Namn"): [row["label"] or formats.NONE for row in rows],
            _("Konto"): [row["subject"] for row in rows],
            _("Läge"): [state_name(row, today, ours=ours) for row in rows],
            _("Roll"): [role_name(row["role"]) for row in rows],
            _("Får se"): [to_names(row["areas"], labels) for row in rows],
            _("Rapporterar för"): [to_names(row["reports"], labels) for row in rows],
            _("Giltig till och med"): [formats.short_day(row["valid_to"]) for row in rows],
        }
    )


def show_people(table: pd.DataFrame, persons: list[str], chosen: str | None) -> None:
    """The table, a row for each of `persons`; a row chooses its person in the address."""
    rows = [persons.index(chosen)] if chosen in persons else []
    st.session_state[_TABLE] = {"selection": {"rows": rows}}
    st.dataframe(
        table,
        hide_index=True,
        key=_TABLE,
        on_select=lambda: filters.take_row("person", _TABLE, persons, rows),
        selection_mode="single-row",
        alt=_("Personer, deras roller och områden"),
    )


def show_search() -> str:
    """The search box, bound to the address as `sok`; what is searched for."""
    searched = st.query_params.get("sok", "")
    key = "sok_person"
    st.session_state[key] = searched
    st.text_input(
        _("Sök på namn, konto, roll eller referens"),
        key=key,
        max_chars=200,
        on_change=filters.bound("sok", key),
    )
    return searched


def show_history(
    history: pd.DataFrame, labels: Mapping[str, str], names: Mapping[str, str], today: date
) -> None:
    """Every change of one person's access, the newest first; `names`: pseudonym → name."""
    table = to_table(history.assign(subject=""), labels, today, ours=True)
    table = table.drop(columns=[_("Konto"), _("Läge")])
    table.insert(0, _("Ändrad"), [moment(at) for at in history["recorded_at"]])
    table.insert(1, _("Ändrad av"), [names.get(by, by) for by in history["recorded_by"]])
    table[_("Spärrad")] = [_("ja") if blocked else _("nej") for blocked in history["blocked"]]
    st.dataframe(table, hide_index=True, alt=_("Ändringar av personens behörighet"))
