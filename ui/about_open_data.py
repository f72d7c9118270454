"""Part of the page on the data: that programs can read them."""

import streamlit as st

from words import _, in_language

ADDRESS = "/api/v1/"


def show() -> None:
    """What there is for programs, and where it is told."""
    st.header(_("Öppna data"), anchor=False)
    st.markdown(
        _(
            "Samma skyddade tal som på sidorna finns för program, i öppna format (JSON-stat, CSV, "
            "Parquet, GeoJSON, GeoPackage), med definition, källa, utgåva och dag. Hur det går "
            "till och vad som kräver nyckel står i [beskrivningen av öppna data]({address})."
        ).format(address=in_language(ADDRESS))
    )
