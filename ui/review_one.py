"""The head of an opened report, and the words between its parts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from indicators.periods import period_name
from indicators.reporting import RETURNED, UNLOCKED
from ui import filters, formats
from ui.formats import moment
from ui.headings import as_text
from ui.report_words import channel_name, kind_title
from ui.review_words import told_with_sign
from words import _


def show_way(following: str | None) -> None:
    """The way back to the list, and on to the next report to review (its address)."""
    with st.container(horizontal=True, key="granska_vag"):
        st.button(_("‹ Till listan"), key="granska_tillbaka", on_click=_close)
        if following:
            st.button(
                _("Nästa att granska ›"),
                key="granska_nasta",
                on_click=lambda: filters.put(enhet=following, kand=None),
            )


def _close() -> None:
    filters.put(enhet=None, kand=None)


def show_head(row: Mapping[str, Any], now: Any, known_on: date | None) -> None:
    """What it is, its state, and by whom and when it was sent. `now` = the revision, or None."""
    title = _("{area}: {kind}, {period}").format(
        area=row["name"], kind=kind_title(row["kind"]), period=period_name(row["period"])
    )
    st.header(as_text(title), anchor=False)
    if known_on is not None:
        st.info(
            _("Så här var det känt {day}. Töm fältet längre ner för att se läget nu.").format(
                day=formats.day(known_on)
            )
        )
    if now is None:
        return
    # Whether it has changed since it was approved is known of today alone
    st.markdown(to_status(row if known_on is None else {**row, "changed": False}, now))
    if now.note:
        st.markdown(_("**Meddelande:** {text}").format(text=as_text(now.note)))
    if now.state in (RETURNED, UNLOCKED) and now.reason:
        st.warning(_("**Skäl:** {text}").format(text=as_text(now.reason)))


def to_status(row: Mapping[str, Any], now: Any) -> str:
    """State, revision, when, by which way and by whom, as markdown."""
    said = _("**{state}** · version {n}, {at} genom {channel}, av {who}").format(
        state=told_with_sign(now.state, now.release),
        n=now.revision,
        at=moment(now.recorded_at),
        channel=channel_name(now.channel),
        who=as_text(now.recorded_by),
    )
    if row["is_owed"]:
        said += " · " + _("skulle ha kommit {day}").format(day=formats.day(row["due"]))
    if row["changed"]:
        said += "  \n" + _(
            "Ändrad sedan version {n} godkändes. Den godkända gäller tills den här är godkänd."
        ).format(n=row["approved_revision"])
    return said


def show_nothing(row: Mapping[str, Any], known_on: date | None) -> None:
    """Said where no report has come."""
    if known_on is not None:
        st.info(_("Rapporten hade inte kommit då."))
    else:
        st.info(
            _("Rapporten har inte kommit. Den ska vara inne senast {day}.").format(
                day=formats.day(row["due"])
            )
        )


def show_empty() -> None:
    """Said where a report says that there is nothing to report."""
    st.info(_("Området har svarat att det inte finns något att rapportera."))


def show_only_changed() -> bool:
    """Whether only values that differ from the period before are to be shown."""
    return st.toggle(_("Visa bara det som har ändrats"), key="granska_andrat")


def show_notes(lines: Sequence[str]) -> None:
    """The reporter's notes, where there are any."""
    if lines:
        st.subheader(_("Anteckningar"), anchor=False)
        st.markdown("\n".join(lines))


def show_before(period: str) -> None:
    """The heading of what was told for the period before."""
    st.subheader(_("Förra gången, {period}").format(period=period_name(period)), anchor=False)


def show_history_heading() -> None:
    """The heading of the revisions."""
    st.subheader(_("Historik"), anchor=False)


def show_unknown() -> None:
    """Said where the address asks for a report that is not there, or not the viewer's."""
    st.warning(_("Rapporten i adressen finns inte bland dem som du granskar. Välj en i listan."))
