"""What is new, a line each, by what it is and with the way to where it happened."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import streamlit as st

from ui import formats
from ui.headings import as_text
from words import _, plural

AT_ONCE = 8  # lines of a kind


class Kind(StrEnum):
    """What a piece of news is, in the order it is told."""

    COUNCIL = "rad"  # newly established
    FORWARD = "framat"
    BACKWARD = "bakat"
    STALLED = "avstannat"
    LATE = "sen"
    REVISED = "reviderat"
    RELEASE = "utgava"
    PICTURE = "lagesbild"


class News(NamedTuple):
    """One thing that happened: the day, what it is, in words (plain text), and where: the page's
    name and its address's parameters."""

    day: date
    kind: Kind
    text: str
    page: str
    parameters: tuple[tuple[str, str], ...]


def kind_name(kind: Kind) -> str:
    """What a piece of news is, in words."""
    return {
        Kind.COUNCIL: _("Nya etablerade råd"),
        Kind.FORWARD: _("Steg framåt"),
        Kind.BACKWARD: _("Steg bakåt, vilande eller ej aktuellt"),
        Kind.STALLED: _("Har stannat av"),
        Kind.LATE: _("Regioner med rapporter som saknas i utgåvan"),
        Kind.REVISED: _("Ändrade siffror"),
        Kind.RELEASE: _("Nya utgåvor"),
        Kind.PICTURE: _("Publicerade lägesbilder"),
    }[kind]


def to_sentence(news: Sequence[News]) -> str:
    """How much there is of each kind."""
    if not news:
        return _("Inget nytt i urvalet.")
    counts = [(kind, sum(one.kind is kind for one in news)) for kind in Kind]
    return " · ".join(f"{kind_name(kind)}: **{count}**" for kind, count in counts if count)


def show(news: Sequence[News]) -> None:
    """The kinds that there is something of, the first open; each line links to where it was."""
    st.markdown(to_sentence(news))
    opened = True
    for kind in Kind:
        own = [one for one in news if one.kind is kind]
        if own:
            with st.expander(f"{kind_name(kind)} ({len(own)})", expanded=opened):
                _show_lines(own)
            opened = False


def show_newest(news: Sequence[News]) -> None:
    """The newest of all kinds, each with the way to where it was."""
    _show_lines(news, [kind_name(one.kind) for one in news])


def _show_lines(own: Sequence[News], kinds: Sequence[str] = ()) -> None:
    for place, one in enumerate(own[:AT_ONCE]):
        kind = f" ({kinds[place].lower()})" if kinds else ""
        st.page_link(
            f"{one.page}.py",
            label=f"{formats.short_day(one.day)} {as_text(one.text)}{kind}",
            query_params=dict(one.parameters),
        )
    more = len(own) - AT_ONCE
    if more > 0:
        words = plural("{n} till finns i flödet.", "{n} till finns i flödet.", more)
        st.caption(words)


def show_since(since: date, last: date, choose: Callable[[], None]) -> None:
    """A button that tells what is new since the reader's own last visit, where there was one."""
    if last != since:
        st.button(
            _("Sedan mitt senaste besök, {day}").format(day=formats.day(last)),
            on_click=choose,
            key="nytt_sedan_besok",
            type="tertiary",
            icon=":material/history:",
        )
