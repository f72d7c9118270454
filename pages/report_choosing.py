"""When two have written in the same report: both side by side, and the choice. Never silently."""

from dataclasses import replace

import streamlit as st

from pages import report_dropping
from pages import report_keeping as keeping
from pages.report_desk import PREVIEW, Desk
from reporting.compare import SAME, compare
from reporting.rows import Row
from ui import report_changes, report_notices
from ui.formats import moment
from ui.report_entries import from_content
from ui.report_rows import to_rows
from words import _


def show_overtaken(desk: Desk) -> None:
    """Somebody has sent the unit since this work was begun: both side by side, and the choice."""
    stored = desk.stored
    if stored is None:
        return
    mine, _unread = to_rows(desk.unit, desk.work, desk.context)
    st.warning(
        _(
            "**Rapporten har lämnats in av någon annan medan du fyllde i den** ({at}). Jämför, "
            "och välj vad som ska gälla. Inget av ditt är borta."
        ).format(at=moment(stored.recorded_at))
    )
    _show_both(desk, stored.rows, mine)
    report_notices.show_refused()
    with st.container(horizontal=True):
        st.button(
            _("Använd det som är inlämnat"),
            on_click=report_dropping.take_sent,
            args=[desk],
            key="rap_deras",
        )
        st.button(
            _("Fortsätt med mitt och ersätt det inlämnade"),
            on_click=_use_mine,
            args=[desk],
            key="rap_mitt",
        )


def _use_mine(desk: Desk) -> None:
    desk.work = replace(desk.work, seen=desk.revision)
    desk.renew(desk.work)
    desk.step, desk.checked = PREVIEW, True
    keeping.save(desk)


def show_other_draft(desk: Desk) -> None:
    """Somebody else has kept a newer draft: both side by side, and the choice."""
    other = desk.other
    if other is None:
        return
    theirs, _unread = to_rows(desk.unit, from_content(desk.kind, other.content), desk.context)
    mine, _unread = to_rows(desk.unit, desk.work, desk.context)
    st.warning(
        _(
            "**Någon annan har sparat ett nyare utkast** ({at}). Jämför, och välj vilket du "
            "fortsätter med. Ditt är inte sparat än."
        ).format(at=moment(other.saved_at))
    )
    _show_both(desk, theirs, mine)
    with st.container(horizontal=True):
        st.button(
            _("Använd det nyare utkastet"), on_click=keeping.use_other, args=[desk], key="rap_deras"
        )
        st.button(_("Behåll mitt"), on_click=keeping.keep_mine, args=[desk], key="rap_mitt")


def _show_both(desk: Desk, theirs: tuple[Row, ...], mine: tuple[Row, ...]) -> None:
    changes = compare(desk.kind, theirs, mine)
    differing = [change for change in changes if change.what != SAME]
    if differing:
        report_changes.show_two(desk.kind, differing, desk.names)
    else:
        st.markdown(_("Båda innehåller samma värden."))
