"""When another has sent some of a file's reports since it was read: both, and the choice."""

import streamlit as st

from data_access.submissions import read_submissions
from pages.report_file_desk import FileDesk
from reporting.compare import SAME
from reporting.kinds import kinds
from ui import report_changes, report_notices
from ui.headings import as_text
from words import _, plural


def look_again(desk: FileDesk) -> None:
    """See what others have sent since the file was read."""
    now = read_submissions(desk.received.units, viewer=desk.viewer)
    desk.overtaken = tuple(
        unit for unit in desk.received.units
        if (unit in now and now[unit].id) != (unit in desk.before and desk.before[unit].id)
    )  # fmt: skip
    desk.before = now


def show_overtaken(desk: FileDesk) -> None:
    """What others have sent beside what the file holds, and the choice."""
    count = len(desk.overtaken)
    st.warning(
        plural(
            "**{n} rapport har lämnats in av någon annan sedan filen lästes.** Jämför, och välj "
            "vad som ska gälla.",
            "**{n} rapporter har lämnats in av någon annan sedan filen lästes.** Jämför, och välj "
            "vad som ska gälla.",
            count,
        )
    )
    changes = desk.to_changes()
    for unit in desk.overtaken[:20]:
        differing = [change for change in changes.get(unit, ()) if change.what != SAME]
        st.markdown("**" + as_text(desk.names.unit(unit)) + "**")
        if differing:
            report_changes.show_two(kinds()[unit.kind], differing, desk.names)
        else:
            st.markdown(_("Båda innehåller samma värden."))
    report_notices.show_refused()
    with st.container(horizontal=True):
        st.button(_("Behåll det som är inlämnat"), on_click=_settle, args=(desk, True))
        st.button(_("Ersätt med filens värden"), on_click=_settle, args=(desk, False))


def _settle(desk: FileDesk, keep_theirs: bool) -> None:
    """Back to the preview, with or without the units that others have sent."""
    if keep_theirs:
        desk.dropped |= set(desk.overtaken)
    desk.overtaken = ()
