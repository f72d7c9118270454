"""What an area's councils have reported last: who comes to the meetings and what is done."""

import streamlit as st

from data_access.register import fetch_register
from indicators.periods import Quarter
from pages import area_report_reads, meeting_reads, meeting_said_reads
from pages.area_asked import Asked, show_part, show_table, show_way, to_told
from pages.figure_levels import LEVELS
from reporting.register import Listing
from ui import area_reports
from ui.meeting_choice import LOCAL, MeetingChoice
from ui.sheet import Sheet
from words import _

REPORTED = ("lpo", "polisregion")  # levels whose councils report themselves
COUNTED = (*LEVELS, "riket")


def show_meetings(asked: Asked) -> None:
    """The council's own meetings, and of what lies in the area the local councils' in short."""
    st.header(_("Deltagande"), anchor=False)
    level = asked.area.level
    if level in REPORTED:
        show_part(asked, "deltagande", _draw_own_meetings)
    if level != "lpo":
        show_part(asked, "lokala", _draw_local_meetings)
    show_way("deltagande", _("Till Deltagande"))


def _draw_own_meetings(asked: Asked) -> Sheet | None:
    found = asked.fetch("deltagande")
    if found.period is None:
        begun = area_report_reads.has_begun(asked.area, asked.on, viewer=asked.viewer)
        st.markdown(_("Inte rapporterat.") if begun else _("Inget råd har startat än."))
        return None
    names = fetch_register(viewer=asked.viewer).names(Listing.ACTOR)
    definition = _("Rådets möten under kvartalet, och vid hur många varje aktör deltog.")
    table = area_reports.to_meetings(found.rows, names)
    return show_table(asked, table, to_told(asked, found.period), definition)


def _draw_local_meetings(asked: Asked) -> None:
    st.markdown(_to_local_answer(asked))


def _to_local_answer(asked: Asked) -> str:
    """Who is most often missing in the local councils, or why that can't be said."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    newest = _find_newest(asked)
    if newest is None:
        return _("Inget lokalt råd har rapporterat deltagande än.")
    choice, own = asked.work.choice, MeetingChoice(newest)
    return meeting_said_reads.fetch_answer(choice, own, **held)


def _find_newest(asked: Asked) -> Quarter | None:
    """The newest quarter that any local council of the country has told of."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    return meeting_reads.fetch_newest(LOCAL, asked.on, **held)


def show_measures(asked: Asked) -> None:
    """Every kind of measure of the newest quarter, or why there is none."""
    show_part(asked, "insatser", _draw_measures)
    show_way("insatser", _("Till Insatser och mål"), **{"del": "insatser"})


def _draw_measures(asked: Asked) -> Sheet | None:
    st.header(_("Insatser"), anchor=False)
    found = None
    if asked.area.level in COUNTED:
        of = (asked.area.level, asked.area.code, asked.on)
        held = {"release": asked.release.number, "viewer": asked.viewer}
        found = area_report_reads.fetch_own_measures(*of, **held)
    if found is None:
        st.markdown(area_reports.not_counted(asked.area.lpos))
    elif found.period is None or found.rows.empty:
        st.markdown(_("Inga insatser är rapporterade för området i något kvartal före dagen."))
    else:
        names = fetch_register(viewer=asked.viewer).names(Listing.MEASURE)
        definition = _(
            "Individer som nåtts under kvartalet. Den som får flera insatser räknas i var och en."
        )
        table = area_reports.to_measures(found.rows, names)
        return show_table(asked, table, to_told(asked, found.period), definition)
    return None
