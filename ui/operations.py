"""How the product runs, as lines: what it is, how it is in a word, and what to do about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

import pandas as pd
import streamlit as st

from ui import formats
from ui.headings import as_text
from words import _, plural


class State(StrEnum):
    """How something is; NONE = nothing to judge."""

    GOOD = "bra"
    LOOK = "se-upp"
    BAD = "fel"
    NONE = ""


class Line(NamedTuple):
    """One thing: its name, how it is, the facts in a sentence, and what to do when it is not
    good."""

    label: str
    state: State
    told: str
    advice: str = ""


class Section(NamedTuple):
    """Lines that belong together."""

    title: str
    lines: Sequence[Line]


_COLOURS = {State.GOOD: "green", State.LOOK: "orange", State.BAD: "red"}
_ICONS = {State.GOOD: "check", State.LOOK: "warning", State.BAD: "error"}


def state_name(state: State) -> str:
    """The state in a word."""
    return {State.GOOD: _("Bra"), State.LOOK: _("Se upp"), State.BAD: _("Fel")}[state]


def headline(lines: Iterable[Line]) -> str:
    """How it is as a whole, in a sentence."""
    found = Counter(line.state for line in lines)
    bad = plural("{n} fel", "{n} fel", found[State.BAD])
    look = plural("{n} sak att se upp med", "{n} saker att se upp med", found[State.LOOK])
    if found[State.BAD] and found[State.LOOK]:
        return _("{bad} och {look}").format(bad=bad, look=look)
    if found[State.BAD]:
        return bad
    return look if found[State.LOOK] else _("Allt är bra")


def to_named(lines: Iterable[Line]) -> str:
    """The names of what is not good, the worst first; "" when all is."""
    found = list(lines)
    worst = [line.label for line in found if line.state is State.BAD]
    return ", ".join([*worst, *(line.label for line in found if line.state is State.LOOK)])


def show_sections(sections: Sequence[Section]) -> None:
    """The sections in two columns, one below the other on a narrow screen."""
    columns = st.columns(2, gap="medium")
    for column, part in zip(columns, (sections[0::2], sections[1::2]), strict=True):
        for section in part:
            with column.container(border=True):
                st.subheader(section.title, anchor=False)
                for line in section.lines:
                    st.markdown(to_markdown(line))


def to_markdown(line: Line) -> str:
    """The line: name and state, the facts below, and what to do when it is not good."""
    parts = [f"**{as_text(line.label)}**{_to_badge(line.state)}", as_text(line.told)]
    if line.advice and line.state in (State.LOOK, State.BAD):
        parts.append(_("**Gör så här:** {advice}").format(advice=line.advice))
    return "  \n".join(parts)


def show_faults(rows: Sequence[tuple[str, str, str, str, str, str]]) -> None:
    """The last failures: when, how many times, what the log calls it, the error's class, reference
    and id."""
    st.subheader(_("Senaste felen i den här processen"), anchor=False)
    if not rows:
        st.markdown(_("Inga fel sedan processen startade."))
        return
    names = [_("Tid"), _("Gånger"), _("I loggen"), _("Slag"), _("Referens"), _("Id i loggen")]
    table = pd.DataFrame(rows, columns=names, dtype=object).replace("", None)
    st.dataframe(
        table,
        hide_index=True,
        placeholder=formats.NONE,
        alt=_("De senaste felen, det nyaste först"),
    )
    st.caption(_("Feltexten står i loggen, på raden med samma id. Den visas inte här."))


def _to_badge(state: State) -> str:
    if state is State.NONE:
        return ""
    icon = f":material/{_ICONS[state]}:"
    return f" :{_COLOURS[state]}-badge[{icon} {state_name(state)}]"
