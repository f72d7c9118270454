"""Writing a lägesbild: title, day and text, and what can be put into the text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from geodata.division import FIRST_DAY
from indicators.text_changes import to_pairs
from reporting.picture_text import TEXT_LENGTH, TITLE_LENGTH, Marker, find_paragraphs, insert
from ui import notices, picture_words
from ui.headings import as_text
from ui.picture_notices import FORM
from ui.report_personal import to_refusal
from ui.safe_markdown import find_highest, to_safe
from words import _

_FIELDS = ("title", "day", "text")
HEIGHT = 430  # pixels of the text


@dataclass(frozen=True)
class Held:
    """What is being written, the version that it is to take the place of (0 = none), and the one
    that it was begun from."""

    title: str
    day: date
    text: str
    base: int = 0
    began: int = 0


Save = Callable[[str, Held], None]  # the form's key, what is in it


def hold(key: str, start: Held) -> Held:
    """What is being written in this visit, else what it begins from."""
    found: Held = st.session_state.setdefault(_to_held(key), start)
    return found


def rebase(key: str, base: int) -> None:
    """What is written is to take the place of another version than when it was begun."""
    name = _to_held(key)
    if name in st.session_state:
        st.session_state[name] = replace(st.session_state[name], base=base)


def find_held(key: str) -> Held | None:
    """What is being written in this visit, if anything is."""
    found: Held | None = st.session_state.get(_to_held(key))
    return found


def forget(key: str) -> None:
    """Nothing is being written any more."""
    for name in (_to_held(key), *(f"{key}_{field}" for field in _FIELDS)):
        st.session_state.pop(name, None)


def show_fields(key: str, held: Held, today: date) -> None:
    """The fields. What is in them is kept when the reader goes to another page and back."""
    for name in _FIELDS:
        st.session_state.setdefault(f"{key}_{name}", getattr(held, name))

    def keep() -> None:
        state = st.session_state
        found = {name: state[f"{key}_{name}"] for name in _FIELDS}
        found["day"] = found["day"] or held.day
        state[_to_held(key)] = replace(state[_to_held(key)], **found)

    with st.container(horizontal=True):
        st.text_input(_("Titel"), key=f"{key}_title", max_chars=TITLE_LENGTH, on_change=keep)
        st.date_input(
            _("Läget den"),
            key=f"{key}_day",
            min_value=FIRST_DAY,
            max_value=today,
            format="YYYY-MM-DD",
            on_change=keep,
            width=150,
            help=_("Siffror, diagram och karta visar läget den dagen."),
        )
    st.text_area(
        _("Text"),
        key=f"{key}_text",
        height=HEIGHT,
        max_chars=TEXT_LENGTH,
        on_change=keep,
        help=_(
            "Skriv inga uppgifter om enskilda personer. Rubriker börjar med #, punkter med -, och "
            "**fet** och *kursiv* stil skrivs så."
        ),
    )
    for text in (held.title, held.text):
        if refusal := to_refusal(text):
            st.error(refusal)


def show_insert(key: str, choices: Mapping[Marker, str]) -> None:
    """What can be put into the text as of its day, and the button that does it."""
    field = f"{key}_val"

    def put() -> None:
        marker = st.session_state[field]
        if marker is None:
            return
        state = st.session_state
        state[_to_held(key)] = replace(
            state[_to_held(key)], text=insert(state[f"{key}_text"], marker)
        )
        state[f"{key}_text"] = state[_to_held(key)].text

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _("Siffra, diagram eller karta"),
            list(choices),
            index=None,
            format_func=choices.__getitem__,
            placeholder=_("Välj vad som ska in i texten"),
            key=field,
        )
        st.button(_("Lägg in sist"), key=f"{key}_in", on_click=put)
    st.caption(
        _("Det läggs in som en egen rad, till exempel `[[karta:steg]]`. Flytta raden dit du vill.")
    )


def show_save(key: str, save: Save, *, is_new: bool) -> None:
    """The button that saves, and why nothing was saved."""
    label = _("Spara utkastet") if is_new else _("Spara ny version")

    def do() -> None:
        save(key, st.session_state[_to_held(key)])

    st.button(label, type="primary", key=f"{key}_spara", on_click=do)
    notices.show(FORM)


def show_problems(problems: Sequence[str]) -> None:
    """What must be mended before it can be sent in."""
    for problem in problems:
        st.warning(as_text(problem))


def show_theirs(mine: str, theirs: str, version: int) -> None:
    """What somebody else has saved meanwhile, beside what is being written."""
    pairs = to_pairs(find_paragraphs(theirs), find_paragraphs(mine))
    with st.expander(_("Version {n}, som någon annan sparade").format(n=version), expanded=True):
        told = _("Din text jämfört med den: {said}")
        st.markdown(told.format(said=picture_words.differences(pairs)))
        for one in find_paragraphs(theirs):
            st.markdown(to_safe(one, find_highest(theirs)))


def show_left(held: Held) -> None:
    """What was being written of what can't be changed any more, to be taken care of elsewhere."""
    with st.expander(_("Det du hade skrivit"), expanded=True):
        st.markdown(_("Texten är inte sparad. Kopiera det du vill ha kvar till en ny lägesbild."))
        st.code(held.text, language=None, wrap_lines=True)


def _to_held(key: str) -> str:
    return f"{key}_hallet"
