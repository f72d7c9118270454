"""Part of the page on the data: that programs can read them."""

import streamlit as st

from ui.languages import PARAMETER
from words import SOURCE, _, language

ADDRESS = "/api/v1/"


def to_link() -> str:
    """The address of its documentation in the run's language."""
    return ADDRESS if language() == SOURCE else f"{ADDRESS}?{PARAMETER}={language()}"


def show() -> None:
    """What there is for programs, and where it is told."""
    st.header(_("Öppna data"), anchor=False)
    st.markdown(
        _(
            "Samma skyddade tal som på sidorna finns för program, i öppna format (JSON-stat, CSV, "
            "Parquet, GeoJSON, GeoPackage), med definition, källa, utgåva och dag. Hur det går "
            "till och vad som kräver nyckel står i [beskrivningen av öppna data]({address})."
        ).format(address=to_link())
    )
