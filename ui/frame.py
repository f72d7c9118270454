"""The top of every page: name of the product, example note, title."""

import streamlit as st

from ui.words import _

_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 32" width="190" height="32">'
    '<path d="M4 26 L4 10 L12 4 L20 10 L20 26 Z" fill="#0b5394"/>'
    '<circle cx="12" cy="15" r="4.5" fill="#ffffff"/>'
    '<text x="30" y="23" font-family="sans-serif" font-size="19" font-weight="600" '
    'fill="#1b2733">Lägesbild bob</text></svg>'
)


def show_top(title: str) -> None:
    """Name, title, and the calm banner that says most of what is shown is made up."""
    st.logo(_LOGO, size="large")
    with st.container(horizontal=True, vertical_alignment="center", key="topp"):
        st.title(title, anchor=False, width="content")
        st.info(
            _(
                "**Exempeldata.** Råd, steg och bedömningar är påhittade, utom de få som har en "
                "offentlig källa. Använd inga siffror härifrån som fakta."
            ),
            width="stretch",
        )
