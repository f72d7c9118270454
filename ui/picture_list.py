"""Lists of lägesbilder: those that are published, and those that are being written."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

from ui import filters, formats, paper
from ui.headings import as_text
from ui.picture_address import NEW, NUMBER
from ui.picture_words import area_title
from words import _

MOST_CARDS = 6
_TABLE = "lagesbilder"


class Card(NamedTuple):
    """A lägesbild in a list: number, title, and what is said below it."""

    number: int
    title: str
    below: str


def to_published_card(row: dict[str, object]) -> Card:
    """A published one: area, day, release, when it was published."""
    told = [
        area_title(str(row["level"]), str(row["name"])),
        _("läget {day}").format(day=formats.short_day(row["day"])),  # type: ignore[arg-type]
    ]
    if not pd.isna(row["release"]):  # type: ignore[call-overload]
        told.append(_("utgåva {n}").format(n=row["release"]))
    day = formats.day_of(row["published_at"])  # type: ignore[arg-type]
    told.append(_("publicerad {day}").format(day=formats.short_day(day)))
    return Card(int(str(row["number"])), str(row["title"]), " · ".join(told))


def show_cards(cards: Sequence[Card], key: str) -> None:
    """Each with a link to it. The key of each is read by `web/paper.css`."""
    for card in cards:
        with st.container(border=True, key=f"kort_{key}_{card.number}"):
            show_link(card.title, card.number)
            st.caption(as_text(card.below))


def show_link(title: str, number: int | str, icon: str = ":material/article:") -> None:
    """A link to a lägesbild, which keeps the choice."""
    asked = filters.parameters() | {NUMBER: str(number)}
    st.page_link("lagesbilder.py", label=as_text(title), icon=icon, query_params=asked)


def show_back() -> None:
    """A link to the list."""
    label = _("Alla lägesbilder")
    asked = filters.parameters()
    st.page_link("lagesbilder.py", label=label, icon=":material/arrow_back:", query_params=asked)


def show_new() -> None:
    """A link to a new one."""
    show_link(_("Skriv en ny lägesbild"), NEW, icon=":material/edit:")


def show_table(found: pd.DataFrame, height: int = 390) -> None:
    """All that are published, a row each; a row opens it."""
    codes = [str(number) for number in found["number"]]
    st.session_state[_TABLE] = {"selection": {"rows": []}}
    table = pd.DataFrame(
        {
            _("Läget"): found["day"].to_list(),
            _("Område"): [
                area_title(level, name)
                for level, name in zip(found["level"], found["name"], strict=True)
            ],
            _("Titel"): found["title"].to_list(),
            _("Utgåva"): found["release"],
            _("Publicerad"): [formats.day_of(at) for at in found["published_at"]],
        }
    )
    with paper.twinned(table, "lagesbilder"):
        st.dataframe(
            table,
            hide_index=True,
            key=_TABLE,
            on_select=lambda: filters.take_row(NUMBER, _TABLE, codes, []),
            selection_mode="single-row",
            column_config={
                _("Läget"): st.column_config.DateColumn(format="YYYY-MM-DD"),
                _("Publicerad"): st.column_config.DateColumn(format="YYYY-MM-DD"),
            },
            height=height,
            placeholder=formats.NONE,
            alt=_("Publicerade lägesbilder, den senaste dagen först"),
        )


def to_newest_day(found: pd.DataFrame) -> date | None:
    """The newest day among them."""
    return None if found.empty else max(found["day"])
