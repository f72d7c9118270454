"""Two releases side by side: which figures differ, and from what to what."""

from collections.abc import Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from ui import filters, formats
from ui.place_words import level_name
from ui.release_words import (
    Names,
    age_name,
    counted_name,
    period_name,
    sex_name,
    value_words,
)
from ui.tall_tables import show_seen, to_height
from words import _, plural

T = TypeVar("T", int, str)
LEVELS = ("lpo", "polisregion")
KINDS = ("andrad", "ny", "borta")
MOST = 2_000  # rows of a table; more is not read
_TALLEST = 520  # pixels


def show_choice(numbers: Sequence[int]) -> tuple[int, int, str]:
    """The two releases and the level that the address asks for, and the fields that change it; at
    first the two newest (`numbers` has the newest first). What is unknown is as if not asked."""
    st.subheader(_("Vad som skiljer två utgåvor"), anchor=False)
    known = {str(number): number for number in numbers}
    asked = st.query_params
    with st.container(horizontal=True, key="utgava_jamfor"):
        before = _show_select(
            "fran", _("Från utgåva"), numbers, known.get(asked.get("fran", ""), numbers[1])
        )
        after = _show_select(
            "till", _("Till utgåva"), numbers, known.get(asked.get("till", ""), numbers[0])
        )
        level = _show_select(
            "niva", _("Nivå"), LEVELS, asked["niva"] if asked.get("niva") in LEVELS else LEVELS[0]
        )
    return before, after, level


def _show_select(name: str, label: str, options: Sequence[T], value: T) -> T:
    key = f"utgava_{name}"
    st.session_state[key] = value
    return st.selectbox(
        label,
        options,
        key=key,
        width=190 if name == "niva" else 130,
        format_func=lambda one: level_name(one) if isinstance(one, str) else str(one),
        on_change=filters.bound(name, key),
    )


def to_sentence(found: pd.DataFrame, before: int, after: int) -> str:
    """How many figures are changed, new and gone."""
    if found.empty:
        return _("Utgåva {a} och utgåva {b} visar samma uppgifter.").format(a=before, b=after)
    changed, new, gone = (int((found["what"] == kind).sum()) for kind in KINDS)
    return _("Från utgåva {a} till utgåva {b}: {changed}, {new} och {gone}.").format(
        a=before,
        b=after,
        changed=formats.spaced(
            plural("{n} uppgift är ändrad", "{n} uppgifter är ändrade", changed), changed
        ),
        new=formats.spaced(plural("{n} är ny", "{n} är nya", new), new),
        gone=formats.spaced(plural("{n} är borttagen", "{n} är borttagna", gone), gone),
    )


def to_table(found: pd.DataFrame, names: Names, before: int, after: int) -> pd.DataFrame:
    """A row for each figure that differs, with what each release shows of it."""
    rows = found.to_dict("records")
    return pd.DataFrame(
        {
            _("Uppgift"): [counted_name(names, row["listing"], row["code"]) for row in rows],
            _("Område"): [names.get(row["area"], row["area"]) for row in rows],
            _("Period"): [period_name(row["period"]) for row in rows],
            _("Kön"): [sex_name(row["sex"]) for row in rows],
            _("Ålder"): [age_name(row["age"]) for row in rows],
            _("Utgåva {n}").format(n=before): [
                value_words(row["before"], row["before_gap"]) for row in rows
            ],
            _("Utgåva {n}").format(n=after): [
                value_words(row["after"], row["after_gap"]) for row in rows
            ],
        },
        dtype="object",
    )


def show(found: pd.DataFrame, names: Names, before: int, after: int) -> None:
    """How many differ, and a table of one kind of them."""
    st.markdown(to_sentence(found, before, after))
    if found.empty:
        return
    labels = {"andrad": _("Ändrade"), "ny": _("Nya"), "borta": _("Borttagna")}
    there = [kind for kind in KINDS if (found["what"] == kind).any()]
    kind = there[0]
    if len(there) > 1:
        kind = st.segmented_control(
            _("Visa"),
            there,
            default=kind,
            format_func=labels.__getitem__,
            required=True,
            key="utgava_slag_" + "_".join(there),
            label_visibility="collapsed",
        )
    shown = found[found["what"] == kind]
    if len(shown) > MOST:
        st.caption(_("De första {n} visas.").format(n=formats.number(MOST)))
    rows = min(len(shown), MOST)
    show_seen(rows, _TALLEST)
    st.dataframe(
        to_table(shown.head(MOST), names, before, after),
        hide_index=True,
        height=to_height(rows, _TALLEST),
        column_config={_("Uppgift"): st.column_config.TextColumn(width=170)},
        alt=_("Uppgifter som skiljer sig mellan utgåva {a} och {b}").format(a=before, b=after),
    )
