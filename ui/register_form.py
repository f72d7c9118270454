"""The form of an entry of the register, and the confirmation of what it would change."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from reporting.kinds import LOCAL, REGIONAL
from reporting.register import Entry, Polarity, Split
from reporting.register_rules import COUNTED, MEASURED
from ui import notices
from ui.place_words import level_name
from ui.register_words import polarity_name, split_name, to_changes
from words import _

BETWEEN = "|"
_LONG = 4000


class Held(NamedTuple):
    """What was filled in from `before` (None = a new entry); asked to be confirmed or not."""

    before: Entry | None
    after: Entry
    is_asked: bool


def held(key: str) -> Held | None:
    """What is filled in under the key and not saved, None when there is nothing."""
    found = st.session_state.get(key)
    return found if isinstance(found, Held) else None


def forget(key: str) -> None:
    """Let go of what was filled in."""
    st.session_state.pop(key, None)


def show(before: Entry | None, filled: Entry, fits: Callable[[Entry], bool], *, key: str) -> None:
    """The fields, holding `filled`; the button asks for confirmation of what `fits`, else what is
    kept to be said under the key is said beside it. `before` is the entry as it is, None of a new
    one. `key` must differ for each version that the form is made from."""
    with st.form(f"{key}_form", border=True):
        if before is None:
            rule = _("Små bokstäver a–z, siffror och bindestreck. Ändras aldrig.")
            _show_text(filled, "code", _("Kod"), key, rule)
        _show_texts(filled, key)
        if filled.listing in MEASURED:
            _show_measured(filled, key)
        _show_days(filled, key)
        st.form_submit_button(
            _("Granska ändringen"), type="primary", on_click=_ask, args=(before, filled, fits, key)
        )
        notices.show(key)


def show_review(asked: Held, save: Callable[[Entry | None, Entry], None], *, key: str) -> None:
    """What would be changed, with the way on and the way back."""
    changes = to_changes(asked.before, asked.after)
    with st.container(border=True):
        if not changes:
            st.markdown(_("Inget är ändrat."))
        else:
            new = asked.before is None
            title = _("**Det här läggs till:**") if new else _("**Det här ändras:**")
            st.markdown("  \n".join([title, *changes]))
            st.caption(_("Den tidigare versionen finns kvar i historiken."))
        with st.container(horizontal=True):
            if changes:
                st.button(
                    _("Spara"),
                    type="primary",
                    key=f"{key}_spara",
                    on_click=save,
                    args=(asked.before, asked.after),
                )
            st.button(_("Tillbaka"), key=f"{key}_tillbaka", on_click=reopen, args=(key,))


def _show_texts(filled: Entry, key: str) -> None:
    _show_text(filled, "name", _("Namn"), key)
    st.text_area(_("Definition"), filled.definition, key=f"{key}_definition", max_chars=_LONG)
    _show_text(filled, "source", _("Källa"), key, _("Skriv ”förslag” om ingen har beslutat."))
    st.text_input(
        _("Andra namn"),
        f" {BETWEEN} ".join(filled.other_names),
        key=f"{key}_other_names",
        help=_("Andra sätt att skriva namnet som ska förstås i en fil, med | mellan."),
    )


def _show_text(filled: Entry, name: str, label: str, key: str, explanation: str = "") -> None:
    st.text_input(label, getattr(filled, name), key=f"{key}_{name}", help=explanation or None)


def _show_measured(filled: Entry, key: str) -> None:
    rule = filled.counting_rule
    st.text_area(_("Räkneregel"), rule, key=f"{key}_counting_rule", max_chars=_LONG)
    left, right = st.columns(2)
    with left:
        _show_text(filled, "unit", _("Enhet"), key)
        directions = list(Polarity)
        st.selectbox(
            _("Riktning"),
            directions,
            directions.index(filled.polarity),
            format_func=polarity_name,
            key=f"{key}_polarity",
        )
    with right:
        _show_text(filled, "reporter", _("Uppgiftslämnare"), key)
        levels = [LOCAL, REGIONAL]
        st.selectbox(
            _("Nivå"),
            levels,
            levels.index(filled.level) if filled.level in levels else 0,
            format_func=level_name,
            key=f"{key}_level",
        )
    if filled.listing in COUNTED:
        splits = list(Split)
        st.selectbox(
            _("Uppdelning"),
            splits,
            splits.index(filled.split),
            format_func=split_name,
            key=f"{key}_split",
        )


def _show_days(filled: Entry, key: str) -> None:
    left, right = st.columns(2)
    left.date_input(
        _("Gäller från"), filled.valid_from, key=f"{key}_valid_from", format="YYYY-MM-DD"
    )
    right.date_input(
        _("Gäller till och med"),
        filled.valid_to,
        key=f"{key}_valid_to",
        format="YYYY-MM-DD",
        help=_(
            "En post avslutas med en sista dag. Den tas aldrig bort. Tomt betyder tills vidare."
        ),
    )


def _ask(before: Entry | None, filled: Entry, fits: Callable[[Entry], bool], key: str) -> None:
    """Runs before the page does; fields that were not shown keep what they were."""
    state = st.session_state
    given = {name: state[f"{key}_{name}"] for name in vars(filled) if f"{key}_{name}" in state}
    for name, value in given.items():
        if isinstance(value, str) and name not in ("polarity", "split"):
            given[name] = value.strip()
    names = str(given.pop("other_names")).split(BETWEEN)
    kept = tuple(name.strip() for name in names if name.strip())
    if given.get("valid_from") is None:
        given.pop("valid_from", None)
    after = replace(filled, **given, other_names=kept)
    state[key] = Held(before, after, is_asked=fits(after))


def reopen(key: str) -> None:
    """Back to the form, which holds what was filled in."""
    found = held(key)
    if found is not None:
        st.session_state[key] = found._replace(is_asked=False)
