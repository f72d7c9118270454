"""The register as a reader sees it: a list as a table, one entry, and its versions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd
import streamlit as st

from reporting.register import Entry, Listing
from reporting.register_rules import MEASURED
from ui import filters, paper
from ui.formats import moment
from ui.headings import as_source, as_text
from ui.register_words import listing_name, to_lines, to_texts
from ui.tall_tables import show_seen, to_height
from words import _

_TALLEST = 560  # pixels
_TABLE, LIST = "registret", "lista"


class Told(NamedTuple):
    """A version for the history: the entry, when, and by whom (a pseudonym)."""

    entry: Entry
    at: datetime
    by: str


def to_table(entries: Sequence[Entry]) -> pd.DataFrame:
    """A row for each of the entries of one list."""
    measured = bool(entries) and entries[0].listing in MEASURED
    columns = [_("Namn"), _("Enhet"), _("Definition"), _("Räkneregel"), _("Källa"), _("Gäller")]
    if not measured:
        columns = [name for name in columns if name not in (_("Enhet"), _("Räkneregel"))]
    texts = [to_texts(entry) for entry in entries]
    table = pd.DataFrame({name: [text[name] for text in texts] for name in columns})
    return table.assign(**{_("Version"): [entry.version for entry in entries]})


def show_table(entries: Sequence[Entry], chosen: str | None) -> None:
    """The table; a row chooses its entry in the address."""
    codes = [entry.code for entry in entries]
    rows = [codes.index(chosen)] if chosen in codes else []
    st.session_state[_TABLE] = {"selection": {"rows": rows}}
    show_seen(len(entries), _TALLEST)
    with paper.twinned(to_table(entries), "register"):
        st.dataframe(
            to_table(entries),
            hide_index=True,
            key=_TABLE,
            on_select=lambda: filters.take_row("post", _TABLE, codes, rows),
            selection_mode="single-row",
            column_config={
                _("Namn"): st.column_config.TextColumn(width=220),
                _("Enhet"): st.column_config.TextColumn(width=90),
                _("Definition"): st.column_config.TextColumn(width=310),
                _("Räkneregel"): st.column_config.TextColumn(width=200),
                _("Källa"): st.column_config.TextColumn(width=180),
                _("Version"): st.column_config.NumberColumn(width=70),
            },
            height=to_height(len(entries), _TALLEST),
            alt=_("Registrets poster i den valda listan"),
        )


def show_choice() -> tuple[Listing, str]:
    """The list and the search, both bound to the address; what they are."""
    told, searched = st.query_params.get(LIST), st.query_params.get("sok", "")
    listing = Listing(told) if told in set(Listing) else Listing.INDICATOR
    keys = ("register_lista", "register_sok")
    st.session_state[keys[0]], st.session_state[keys[1]] = listing, searched
    with st.container(key="bredvid_register"):
        left, right = st.columns(2)
    left.selectbox(
        _("Lista"),
        list(Listing),
        format_func=listing_name,
        key=keys[0],
        on_change=_to_chosen(keys[0]),
    )
    right.text_input(
        _("Sök i listan"), key=keys[1], max_chars=200, on_change=filters.bound("sok", keys[1])
    )
    return listing, searched


def _to_chosen(key: str) -> Callable[[], None]:
    def write() -> None:
        filters.put(**{LIST: str(st.session_state[key]), "post": None})

    return write


def show_entry(entry: Entry) -> None:
    """All that stands in one entry."""
    st.header(as_text(entry.name), anchor=False)
    source = _("Källa")
    lines = [
        f"**{label}:** {as_source(text) if label == source else as_text(text)}"
        for label, text in to_texts(entry).items()
        if text and label != _("Namn")
    ]
    st.markdown("  \n".join(lines))


def show_history(versions: Sequence[Told]) -> None:
    """The entry's versions, the newest first: when, by whom, and what was changed."""
    older: list[Entry | None] = [one.entry for one in versions[1:]]
    st.subheader(_("Versioner"), anchor=False)
    table = pd.DataFrame(
        {
            _("Version"): [one.entry.version for one in versions],
            _("Sparad"): [moment(one.at) for one in versions],
            _("Ändrad av"): [one.by for one in versions],
            _("Ändrat"): [
                _("ny") if before is None else "; ".join(to_lines(before, one.entry))
                for one, before in zip(versions, [*older, None], strict=True)
            ],
        }
    )
    with paper.twinned(table, "versioner"):
        st.dataframe(
            table,
            hide_index=True,
            alt=_("Postens versioner"),
        )
