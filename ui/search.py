"""The search: a field, and what it finds, by kind, each a link to where it is shown."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import streamlit as st

from ui import filters
from ui.headings import as_text
from words import _, plural

AREA, PAGE, INDICATOR, MEASURE, COUNCIL, EXAMPLE = (
    "omrade", "sida", "indikator", "insats", "rad", "exempel",
)  # fmt: skip
MOST = 6  # hits of a kind
WIDE = 92  # pixels of the button
LONGEST = 100  # signs that are searched for
PLACE = ("region", "lan", "omrade", "vy")  # what a hit in one place leaves behind
# What `web/search_key.js` looks for
BUTTON, FIELD, COUNT, HITS = "sok_knapp", "sok_text", "sok_antal", "sok_traffar"
SWITCH = "sok_med_tangent"


class Hit(NamedTuple):
    """Something that can be found: what it is, in a line more, and the page that shows it at which
    parameters (name, value; None takes one away)."""

    kind: str
    name: str
    note: str
    page: str
    parameters: tuple[tuple[str, str | None], ...] = ()

    def to_query(self, kept: Mapping[str, str]) -> dict[str, str]:
        """The address's parameters, those that are kept among them."""
        asked = {**kept, **dict(self.parameters)}
        return {name: value for name, value in asked.items() if value is not None}


def kind_name(kind: str) -> str:
    """A kind of hit in words, as a heading."""
    return {
        AREA: _("Områden"),
        PAGE: _("Sidor"),
        INDICATOR: _("Indikatorer"),
        MEASURE: _("Insatser"),
        COUNCIL: _("Råd"),
        EXAMPLE: _("Goda exempel"),
    }[kind]


def show_button(open_search: Callable[[], None]) -> None:
    """The way to the search, by hand or by the key that the script listens for."""
    if st.button(_("Sök"), icon=":material/search:", key=BUTTON, width="stretch"):
        open_search()


def show_field() -> str:
    """The field; what is searched for."""
    return st.text_input(
        _("Sök område, sida, indikator, insats, råd eller exempel"),
        key=FIELD,
        type="search",
        live="200ms",
        autocomplete="off",
        placeholder=_("Till exempel Luleå, 25, vapenbrott eller täckning"),
    )[:LONGEST].strip()


def show_count(asked: str, number: int) -> None:
    """How many hits there are, or what to do; a screen reader is told when it changes."""
    st.container(key=COUNT).caption(to_count(asked, number))


def to_count(asked: str, number: int) -> str:
    """The sentence over the hits (markdown)."""
    if not asked:
        return _(
            "Skriv ett namn, en del av ett namn eller en kod för län, kommun eller "
            "lokalpolisområde. Prickar och ringar behövs inte: umea hittar Umeå."
        )
    if not number:
        words = _("Inget hittades för ”{asked}”. Pröva färre eller kortare ord, eller en kod.")
        return words.format(asked=as_text(asked))
    return plural("{n} träff", "{n} träffar", number) + "."


def show_hits(hits: Sequence[Hit]) -> None:
    """The hits, by kind in the order in which the kinds come first, some of each."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    ordered = sorted(hits, key=lambda hit: kinds.index(hit.kind))
    kept = filters.parameters()
    with st.container(key=HITS, gap="small"):
        for kind, of_kind in groupby(ordered, key=lambda hit: hit.kind):
            _show_kind(kind, list(of_kind), kept)


def _show_kind(kind: str, hits: Sequence[Hit], kept: Mapping[str, str]) -> None:
    st.subheader(kind_name(kind), anchor=False)
    for hit in hits[:MOST]:
        label = f"**{as_text(hit.name)}** · {as_text(hit.note)}" if hit.note else as_text(hit.name)
        query = hit.to_query(kept)
        st.page_link(f"{hit.page}.py", label=label, query_params=query, width="stretch")
    left = len(hits) - MOST
    if left > 0:
        st.caption(plural("{n} till. Skriv mer.", "{n} till. Skriv mer.", left))


def show_switch() -> None:
    """Whether the key opens the search: who speaks to her computer may not want it to."""
    st.toggle(_("Tangenten / öppnar sök"), value=True, key=SWITCH, persist_state="session")
