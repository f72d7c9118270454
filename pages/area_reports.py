"""What an area's councils have reported last: who comes, what is done, what stands in the way."""

from datetime import date

import streamlit as st

from data_access.areas import Area
from data_access.register import fetch_register
from data_access.viewer import Viewer
from pages import area_report_reads
from pages.area_asked import Asked, show_table
from pages.figure_levels import LEVELS, newest_release
from reporting.register import Listing
from ui import area_reports, filters
from ui.trend_points import period_name
from words import _

REPORTED = ("lpo", "polisregion")  # levels whose councils report themselves


def show(area: Area, on: date, viewer: Viewer) -> None:
    """What there is of it, each part with the way to more."""
    release = newest_release(viewer)
    if release is None:
        return
    asked = Asked(area, on, release, viewer)
    left, right = st.columns(2, gap="large")
    if area.level in REPORTED:
        with left:
            _show_meetings(asked)
            _show_obstacles(asked)
    if area.level in LEVELS:
        with right:
            _show_measures(asked)


def _show_meetings(asked: Asked) -> None:
    found = asked.fetch("deltagande")
    st.header(_("Deltagande"), anchor=False)
    if found.period is None:
        begun = area_report_reads.has_begun(asked.area, asked.on, viewer=asked.viewer)
        st.markdown(_("Inte rapporterat.") if begun else _("Inget råd har startat än."))
        return
    names = fetch_register(viewer=asked.viewer).names(Listing.ACTOR)
    definition = _("Rådets möten under kvartalet, och vid hur många varje aktör deltog.")
    table = area_reports.to_meetings(found.rows, names)
    show_table(asked, table, found.period, definition, "deltagande")
    st.page_link("deltagande.py", label=_("Till Deltagande"), query_params=filters.parameters())


def _show_obstacles(asked: Asked) -> None:
    found = asked.fetch("hinder")
    if found.period is None:
        return
    st.header(_("Hinder"), anchor=False)
    if found.rows.empty:
        st.markdown(_("Inget att rapportera, {period}.").format(period=period_name(found.period)))
        return
    names = fetch_register(viewer=asked.viewer).names(Listing.OBSTACLE)
    definition = _("Det som står i vägen för samverkan, med rapportens egna ord.")
    table = area_reports.to_obstacles(found.rows, names)
    show_table(asked, table, found.period, definition, "hinder")


def _show_measures(asked: Asked) -> None:
    of = (asked.area.level, asked.area.code, asked.on)
    number, viewer = asked.release.number, asked.viewer
    found = area_report_reads.fetch_own_measures(*of, release=number, viewer=viewer)
    if found.period is None or found.rows.empty:
        return
    st.header(_("Insatser"), anchor=False)
    names = fetch_register(viewer=viewer).names(Listing.MEASURE)
    definition = _(
        "Individer som nåtts under kvartalet. Den som får flera insatser räknas i var och en."
    )
    table = area_reports.to_measures(found.rows, names)
    show_table(asked, table, found.period, definition, "insatser")
    st.page_link("insatser.py", label=_("Till Insatser och mål"), query_params=filters.parameters())
