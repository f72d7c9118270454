"""Which methods good examples are of, and what competence is asked for: pictures, tables, files."""

import pandas as pd
import streamlit as st

import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import charts, example_explained, explaining, sheets
from pages.example_reads import fetch_needs, to_needs_inside
from pages.place_words import to_place
from ui import example_chart, example_words, examples
from ui.chart_base import Title
from ui.choice import Choice
from ui.sheet import Beside, Sheet, release_name, to_about, to_source
from words import _


def show_methods(
    found: pd.DataFrame, grades: tuple[str, ...], release: Release, choice: Choice, viewer: Viewer
) -> None:
    """The picture of methods and evidence, its table, and all examples as a file."""
    drawing = example_chart.to_drawing(found, grades)
    if drawing is None:
        return
    example, of = settings.load().example, to_place(choice, viewer)
    source = to_source(choice.day, release_name(release.number, release.made_at), example=example)
    told = example_chart.to_told(found)
    charts.draw(
        drawing, Title((_("Exempel per metod"), of), source), told, "exempel_bild", viewer=viewer
    )
    st.markdown(told)
    definition = example_words.definition("exempel")
    about = to_about(
        _("Goda exempel"),
        of,
        choice.day,
        definition,
        release_name(release.number, release.made_at),
        example=example,
    )
    of_grade = _("Antal exempel med den evidensgraden: {grade}.")
    meanings = {grade: of_grade.format(grade=grade.lower()) for grade in grades}
    own = Beside(columns=meanings)
    table = Sheet(example_chart.to_table(found, grades), told, about, beside=own)
    sheets.show(table, "metoder", page="exempel", viewer=viewer)
    whole = Sheet(examples.to_table(found), told, about)
    sheets.show_file(
        whole, "goda-exempel", page="exempel", viewer=viewer, label=_("Ladda ner exemplen")
    )


def show_needs(release: Release, choice: Choice, viewer: Viewer) -> None:
    """What competence is asked for, and what has answered it."""
    told = fetch_needs(choice.day, release=release.number, viewer=viewer)
    found = to_needs_inside(told, choice, viewer)
    said = examples.to_needs_sentence(found)
    st.markdown(said)
    if found.empty:
        return
    about = to_about(
        _("Goda exempel"),
        to_place(choice, viewer),
        choice.day,
        example_words.definition("kompetens"),
        release_name(release.number, release.made_at),
        example=settings.load().example,
    )
    sheets.show(
        Sheet(examples.to_needs(found), said, about),
        "kompetensbehov",
        page="exempel",
        viewer=viewer,
    )
    explaining.show(example_explained.of_needs(found, release, choice, viewer), "behov")
