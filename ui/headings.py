"""Headings, notes and empty states that pages share."""

import re
from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui import formats
from ui.choice import Choice
from words import _, plural

_ADDRESS = re.compile(r"https:/{2}([a-z0-9.-]+)/[A-Za-z0-9./%~_-]*")
_ESCAPED = re.compile(r"\\(.)")
# Looked for after escapes are read: addresses, and Streamlit's own icons and logotype
_LATER = re.compile(r"(:\\?/\\?/|www(?=\\?\.)|@|:(?=material/|streamlit\\:))", re.IGNORECASE)


def show_problems(choice: Choice) -> None:
    """What was wrong with the address, a sentence each."""
    for problem in choice.problems:
        st.warning(as_text(problem))


def show_nothing_in_both(region: str, lan: str) -> None:
    """Said where a polisregion and a län are chosen that have no area in common."""
    words = _(
        "Inget område ligger både i polisregion {region} och i {lan}. Välj en annan polisregion "
        "eller ett annat län."
    )
    st.warning(words.format(region=as_text(region), lan=as_text(lan)))


def to_view_words(place: str, day: date) -> str:
    """What a page shows, for its paper (markdown)."""
    words = _("Urval: {place}. Läget {day}.")
    return words.format(place=as_text(place), day=formats.day(day))


def show_no_change(choice: Choice) -> None:
    """Said where two days show the same."""
    st.info(
        _("Inget steg har ändrats i urvalet mellan {first} och {last}.").format(
            first=formats.day(choice.compare), last=formats.day(choice.day)
        )
    )


def as_text(text: str) -> str:
    """Text from an address or a person, with markdown's own signs made plain.

    What is looked for only after escapes are read is broken by an invisible sign. An entity
    (`&colon;`) would be read as the sign that it stands for, so it is escaped too.
    """
    for sign in "\\`*_{}[]<>#+-!|~$:&":
        text = text.replace(sign, "\\" + sign)
    return _LATER.sub("\\1\u2060", text)


def to_list(names: Sequence[str], most: int = 3) -> str:
    """`A, B och C` as text; of many the first ones, and how many more."""
    texts = [as_text(name) for name in names[:most]]
    if (rest := len(names) - most) > 0:
        texts.append(plural("{n} till", "{n} till", rest))
    if len(texts) == 1:
        return texts[0]
    return _("{first} och {last}").format(first=", ".join(texts[:-1]), last=texts[-1])


def to_plain(text: str) -> str:
    """What markdown of ours says when it is read and not drawn: no bold signs, no escapes."""
    return _ESCAPED.sub(r"\1", text.replace("**", "")).replace("\u2060", "")


def as_source(text: str) -> str:
    """A source as markdown: a plain web address as a link named by its host, else as text."""
    found = _ADDRESS.fullmatch(text)
    return f"[{found[1].removeprefix('www.')}]({text})" if found else as_text(text)
