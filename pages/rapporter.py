"""The report to the government, made from one release: choose, look, make, take away."""

from functools import partial

import streamlit as st

import clock
from data_access.viewer import Viewer
from pages import asking, document_asked, document_fields, document_jobs, part
from pages.answer import let_be_read
from pages.document_jobs import PAGE
from ui import document_words, filters, notices
from ui.headings import as_text
from words import _


def show_page(viewer: Viewer) -> None:
    """The choice and what will be in the report."""
    choices = document_asked.read(st.query_params.to_dict(), viewer)
    if choices is None:
        st.info(document_words.nothing_yet())
        return
    # Also what is usual stands in the address: a link shows the same when there is a newer release
    filters.put(**document_asked.to_parameters(choices))
    for problem in choices.problems.values():
        st.warning(as_text(problem))
    document_fields.show(choices)
    stamp = clock.today()
    asked = document_asked.to_report(choices, stamp, viewer)
    answer = document_words.answer(asked.title, asked.period, asked.source)
    with st.container(key="svar"):
        st.markdown(answer)
    st.markdown(document_words.about())
    notices.show(PAGE)
    st.button(
        _("Gör rapporten"),
        type="primary",
        icon=":material/description:",
        on_click=partial(document_jobs.start, choices, stamp),
        key="gor_rapporten",
    )
    making = document_jobs.is_any_in_the_making(viewer)
    every = document_fields.EVERY if making else None
    part.show("rapporter-lista", document_jobs.watch, viewer, alone=True, every=every)
    let_be_read(answer)
    document_fields.show_preview(asked)


VIEWER = asking.current_viewer()
part.show(PAGE, show_page, VIEWER, alone=True)
