"""Two lägesbilder of the same area side by side, with what differs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators.text_changes import CHANGED, SAME, Pair
from reporting.picture_text import FIGURE, Marker
from ui import formats, paper
from ui.headings import as_text
from ui.picture_figures import to_difference
from ui.picture_words import change_name, differences
from ui.safe_markdown import find_highest, to_safe
from words import _

Parts = Mapping[str, Mapping[str, Any]]
ShowPart = Callable[[Marker, Mapping[str, Any], str], None]


def show_headings(before: Sequence[str], after: Sequence[str]) -> None:
    """The two titles, each with what stands below it: the older to the left."""
    with st.container(key="bredvid_rubriker"):
        columns = st.columns(2, gap="large")
    for column, lines in zip(columns, (before, after), strict=True):
        with column:
            st.header(as_text(lines[0]), anchor=False)
            st.caption("  \n".join(as_text(line) for line in lines[1:]))


def to_figures(before: Parts, after: Parts, days: tuple[str, str]) -> pd.DataFrame:
    """A row a figure in either: its value in both, and the difference."""
    found = dict.fromkeys([*before, *after])
    rows = []
    for marker in found:
        old, new = before.get(marker), after.get(marker)
        any_of = old or new
        if any_of is None or any_of["kind"] != FIGURE:
            continue
        values = [formats.NONE if one is None else one["value"] for one in (old, new)]
        told = to_difference(old, new) if old and new else _("bara i den ena")
        rows.append((any_of["title"], *values, told))
    return pd.DataFrame(rows, columns=[_("Siffra"), *days, _("Skillnad")])


def show_figures(table: pd.DataFrame) -> None:
    """The figures of both."""
    if len(table):
        st.header(_("Siffror"), anchor=False)
        with paper.twinned(table, "jamforelse"):
            st.dataframe(table, hide_index=True, alt=_("Siffrorna i de två lägesbilderna"))


def show_texts(pairs: Sequence[Pair]) -> None:
    """The paragraphs beside each other, those that differ framed and named."""
    st.header(_("Text"), anchor=False)
    st.markdown(differences(pairs))
    told = (text for one in pairs for text in (one.before, one.after) if text)
    highest = find_highest("\n".join(told))
    with st.container(key="bredvid_text"):
        for one in pairs:
            _show_pair(one, highest)


def _show_pair(one: Pair, highest: int) -> None:
    texts, labels = (one.before, one.after), _to_labels(one)
    for column, text, label in zip(st.columns(2, gap="large"), texts, labels, strict=True):
        with column:
            _show_paragraph(text, label, highest)


def _to_labels(pair: Pair) -> tuple[str, str]:
    """What the paragraph is called on either side; nothing where both are the same."""
    if pair.change == SAME:
        return "", ""
    if pair.change == CHANGED:
        return _("ändrat, före"), _("ändrat, efter")
    return change_name(pair.change), change_name(pair.change)


def _show_paragraph(text: str | None, label: str, highest: int) -> None:
    if text is None:
        return
    if not label:
        st.markdown(to_safe(text, highest))
        return
    with st.container(border=True):
        st.caption(f"**{label}**")
        st.markdown(to_safe(text, highest))


def show_drawn(before: Parts, after: Parts, show_part: ShowPart) -> None:
    """Charts and maps of either beside each other."""
    markers = [
        marker
        for marker in dict.fromkeys([*before, *after])
        if (before.get(marker) or after[marker])["kind"] != FIGURE
    ]
    if markers:
        st.header(_("Diagram och kartor"), anchor=False)
    for place, marker in enumerate(markers):
        kind, name = marker.strip("[]").split(":")
        for column, side, parts in zip(
            st.columns(2, gap="large"), ("fore", "efter"), (before, after), strict=True
        ):
            with column:
                if marker in parts:
                    show_part(Marker(kind, name), parts[marker], f"{side}-{place}-{name}")
                else:
                    st.caption(_("Finns bara i den ena lägesbilden."))
