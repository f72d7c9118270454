"""The frame of every page: who is asking, filter bar, menu. Runs before each page."""

from datetime import date

import streamlit as st

from data_access.areas import UnknownArea, fetch_area
from data_access.cache import picture
from data_access.engine import DatabaseUnavailable, NotPrepared, WrongSchema
from data_access.prepare import ensure_prepared, forget_prepared
from data_access.viewer import DEMONSTRATION, Viewer
from pages.map_parts import is_awaited
from pages.reads import fetch_inside, fetch_levels, fetch_names
from ui import failures, field_row, filters, frame, headings, map_view
from ui.choice import to_choice, to_day
from ui.words import _
from web import log


def _menu() -> dict[str, list[st.Page]]:
    return {
        _("Läget"): [
            st.Page("oversikt.py", title=_("Översikt"), default=True),
            st.Page("karta.py", title=_("Karta")),
            st.Page("omrade.py", title=_("Område")),
        ],
        _("Underlag"): [st.Page("om.py", title=_("Om uppgifterna"))],
    }


def _show_filters(page: str, viewer: Viewer) -> None:
    today = date.today()
    if filters.keep_over_pages(page):
        map_view.forget_packets()
    day, _problem = to_day(st.query_params.get("dag"), today)

    def other_day(code: str) -> date | None:
        try:
            fetch_area(code, day, viewer=viewer)
        except UnknownArea as error:
            return error.other_day
        return day

    choice = to_choice(
        st.query_params.to_dict(), fetch_levels(day, viewer=viewer), today, other_day
    )
    filters.remember(choice)
    headings.show_problems(choice)
    names = fetch_names(choice.day, viewer=viewer)
    asked = (choice.level, choice.day, choice.region, choice.lan)
    inside = fetch_inside(*asked, viewer=viewer)
    fields = filters.to_fields(choice, names, inside, today, since=page == "oversikt")
    field_row.show(fields, key="filter", later=page == "karta" and is_awaited(choice))


def _run() -> None:
    st.set_page_config(page_title=_("Lägesbild bob"), page_icon="🧭", layout="wide")
    page = st.navigation(_menu(), position="top")
    name = page.url_path or "oversikt"
    with log.rerun(name), picture():
        try:
            ensure_prepared()
            frame.show_top(page.title)
            _show_filters(name, DEMONSTRATION)
            page.run()
        except DatabaseUnavailable as error:
            log.failure("database away", error)
            failures.show_database_away()
        except NotPrepared:
            # The database was replaced by an empty one while we ran: the retry fills it.
            forget_prepared()
            failures.show_database_away()
        except WrongSchema as error:
            log.failure("wrong schema", error)
            failures.show_wrong_schema()


_run()
