"""One field of a form's card: a choice, a line or a text."""

from collections.abc import Callable

import streamlit as st

from reporting.kinds import LONGEST_TEXT, NOTE, Field, Type
from ui import report_personal
from ui.report_entries import Texts
from ui.report_words import Names
from words import _


def is_chosen(field: Field) -> bool:
    """Whether one of a list is chosen in it."""
    return field.type in (Type.CHOICE, Type.KOMMUN)


def show_field(
    field: Field, row: Texts, names: Names, key: str, changed: Callable[[], None]
) -> None:
    """One field, and below it why its text is not kept, if it points out a person."""
    own, held = f"{key}_{field.name}", row.get(field.name, "")
    if is_chosen(field):
        _show_choice(field, held, names, own, changed)
        return
    is_long = field.type is Type.TEXT and field.name != NOTE and not field.is_key
    st.session_state.setdefault(own, held)
    if is_long:
        st.text_area(
            _to_label(field),
            key=own,
            on_change=changed,
            height=90,
            max_chars=LONGEST_TEXT,
            help=field.explanation or None,
        )
    else:
        st.text_input(
            _to_label(field),
            key=own,
            on_change=changed,
            max_chars=LONGEST_TEXT,
            placeholder=_("åååå-mm-dd") if field.type is Type.DAY else None,
            help=field.explanation or None,
        )
    report_personal.show_in_field(field, held)


def _show_choice(
    field: Field, held: str, names: Names, key: str, changed: Callable[[], None]
) -> None:
    options = names.options(field)
    known = [*options, held] if held and held not in options else list(options)
    st.session_state.setdefault(key, held or None)
    st.selectbox(
        _to_label(field),
        known,
        format_func=lambda code: names.option(field, code),
        key=key,
        on_change=changed,
        placeholder=_("Välj"),
        help=field.explanation or None,
        filter_mode="contains",
    )


def _to_label(field: Field) -> str:
    is_free = field.type is Type.TEXT and not (field.required or field.is_key)
    return _("{label} (frivilligt)").format(label=field.label) if is_free else field.label
