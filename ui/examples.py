"""Good examples, needs of competence and support material, as they are shown."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from ui import field_row, filters, formats
from ui.as_written import in_swedish
from ui.example_choice import EXAMPLES, FIELDS, NEEDS, SUPPORT, ExampleChoice
from ui.field_row import Field
from ui.headings import as_source, as_text
from ui.select_field import to_field
from words import _, plural

AT_ONCE = 10  # examples
_PART, _SEARCH, _MORE = "exempel_del", "exempel_sok", "exempel_fler"
Row = Mapping[str, Any]


def part_name(part: str) -> str:
    """A part of the page in words."""
    return {
        EXAMPLES: _("Exempel"),
        NEEDS: _("Kompetensbehov"),
        SUPPORT: _("Stödmaterial"),
    }[part]


def show_parts(part: str) -> None:
    """The page's parts, one chosen."""
    st.session_state[_PART] = part
    st.segmented_control(
        _("Del"),
        [EXAMPLES, NEEDS, SUPPORT],
        required=True,
        format_func=part_name,
        key=_PART,
        on_change=_chosen,
        label_visibility="collapsed",
    )


def _chosen() -> None:
    part = st.session_state[_PART]
    filters.put(innehall=None if part == EXAMPLES else part)


def field_name(field: str) -> str:
    """What an example is found by, in words."""
    return {"metod": _("Metod"), "malgrupp": _("Målgrupp"), "evidens": _("Evidens")}[field]


def show_search(choice: ExampleChoice, options: Mapping[str, Mapping[str, str]]) -> None:
    """Words to search for, and what else an example is found by; `options` field → code → name."""
    fields = [Field(260, partial(_show_words, choice.words))]
    for field in FIELDS:
        named = {"": _("Alla"), **options[field]}
        value = getattr(choice, field)
        fields.append(to_field(220, field, field_name(field), value, named, ""))
    if choice.is_any:
        fields.append(Field(160, _show_clear))
    field_row.show(fields, key="exempel")


def _show_words(words: str, *, width: int) -> None:
    st.session_state[_SEARCH] = words
    st.text_input(
        _("Sök"),
        key=_SEARCH,
        on_change=_searched,
        placeholder=_("Ord i rubrik eller text"),
        icon=":material/search:",
        max_chars=200,
        width=width,
    )


def _show_clear(*, width: int) -> None:
    label, key = _("Rensa sökning"), "exempel_rensa"
    st.button(label, on_click=_clear, type="tertiary", key=key, width=width)


def _searched() -> None:
    filters.put(sok=st.session_state[_SEARCH].strip() or None)


def _clear() -> None:
    filters.put(sok=None, **dict.fromkeys(FIELDS))


def to_sentence(found: pd.DataFrame, of: int) -> str:
    """How many there are, from how many areas, and which method is most usual."""
    if found.empty:
        return _("Inget av {of} passar sökningen. Ta bort något ord eller val.").format(
            of=plural("{n} exempel", "{n} exempel", of)
        )
    said = _("**{n}** från {areas}.").format(
        n=plural("{n} exempel", "{n} exempel", len(found)),
        areas=plural("{n} område", "{n} områden", found["area"].nunique()),
    )
    counts = found["metod_name"].dropna().value_counts()
    if len(counts) > 1:
        usual = _("Vanligaste metoden är {method} ({n}).")
        said += " " + usual.format(method=as_text(counts.index[0].lower()), n=int(counts.iloc[0]))
    return said


def show_cards(found: pd.DataFrame) -> None:
    """The examples one below the other, some at a time."""
    shown = st.session_state.get(_MORE, AT_ONCE)
    for number, row in enumerate(found.head(shown).to_dict("records")):
        with st.container(border=True):
            show_card(row, number)
    if len(found) > shown:
        left = min(AT_ONCE, len(found) - shown)
        label = plural("Visa {n} till", "Visa {n} till", left)
        st.button(label, on_click=_show_more, key="exempel_visa", icon=":material/expand_more:")


def _show_more() -> None:
    st.session_state[_MORE] = st.session_state.get(_MORE, AT_ONCE) + AT_ONCE


def show_card(row: Row, number: int) -> None:
    """One example: heading, what it is, the text, what made it work; `number` tells it apart on
    the page."""
    with in_swedish(f"rubrik_{number}"):
        st.subheader(as_text(row["rubrik"]), anchor=False)
    known = [row[f"{one}_name"] for one in FIELDS if isinstance(row[f"{one}_name"], str)]
    where = [row["place"], period_name(row["period"])]
    st.caption(" · ".join(as_text(one) for one in (*known, *where)))
    with in_swedish(f"exempel_{number}"):
        st.markdown(as_text(row["beskrivning"]))
    if isinstance(row["framgang"], str):
        with st.container(gap=None):
            st.markdown(f"**{_('Framgångsfaktor')}:**")
            with in_swedish(f"framgang_{number}"):
                st.markdown(as_text(row["framgang"]))


def to_table(found: pd.DataFrame) -> pd.DataFrame:
    """The examples as a table for a file."""
    return pd.DataFrame(
        {
            _("Rubrik"): found["rubrik"].to_list(),
            **{field_name(one): found[f"{one}_name"].to_list() for one in FIELDS},
            _("Område"): found["place"].to_list(),
            _("Kvartal"): [period_name(one) for one in found["period"]],
            _("Beskrivning"): found["beskrivning"].to_list(),
            _("Framgångsfaktor"): found["framgang"].to_list(),
        }
    )


def to_needs(found: pd.DataFrame) -> pd.DataFrame:
    """A row for each need: in how many areas, where, and what has answered it."""
    groups = found.groupby("behov", sort=False)
    rows = [
        (
            need,
            own["area"].nunique(),
            ", ".join(sorted(set(own["place"]))),
            " · ".join(dict.fromkeys(own["gjort"].dropna())),
        )
        for need, own in groups
    ]
    columns = [_("Behov"), _("Antal områden"), _("Områden"), _("Vad som har gjorts")]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(columns[1], ascending=False, kind="stable", ignore_index=True)


def to_needs_sentence(found: pd.DataFrame) -> str:
    """How many needs, and the one that most have."""
    if found.empty:
        return _("Inga kompetensbehov är rapporterade för det här urvalet.")
    table = to_needs(found)
    first = table.iloc[0]
    return _("**{needs}** från {areas}. Vanligast: {need} ({n}).").format(
        needs=plural("{n} kompetensbehov", "{n} kompetensbehov", len(table)),
        areas=plural("{n} område", "{n} områden", found["area"].nunique()),
        need=as_text(str(first.iloc[0]).lower()),
        n=plural("{n} område", "{n} områden", int(first.iloc[1])),
    )


def show_support(support: pd.DataFrame) -> None:
    """Support material: what it is, whose, from which day, and where."""
    for number, row in enumerate(support.to_dict("records")):
        with st.container(border=True):
            with in_swedish(f"material_{number}"):
                st.subheader(as_text(row["title"]), anchor=False)
            day = formats.day(row["day"]) if row["day"] else _("dagen är inte känd")
            st.caption(f"{as_text(row['owner'])} · {day}")
            with in_swedish(f"om_material_{number}"):
                st.markdown(as_text(row["about"]))
            if row["url"]:
                st.markdown(as_source(row["url"]))
            st.caption(_("Källa: {source}").format(source=as_text(row["source"])))
