"""The top of every page: name of the product, title, example note, and who is looking."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

import words
from ui import about_accessibility, languages
from words import _

_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 32" width="190" height="32">'
    '<path d="M4 26 L4 10 L12 4 L20 10 L20 26 Z" fill="#0b5394"/>'
    '<circle cx="12" cy="15" r="4.5" fill="#ffffff"/>'
    '<text x="30" y="23" font-family="sans-serif" font-size="19" font-weight="600" '
    'fill="#1b2733">Lägesbild bob</text></svg>'
)
_WHO = "f_vem"
_LINKS = "display:flex;gap:1rem;white-space:nowrap;margin:0"


def show_logo() -> None:
    """The product's name in the corner."""
    st.logo(_LOGO, size="large")


def show_top(
    title: str,
    who: str,
    options: Sequence[str],
    name: Callable[[str], str],
    chosen: Callable[[str], None],
    *,
    example: bool,
    about: Callable[[], None],
    search: Callable[[], None],
) -> None:
    """Title, what draws what is said `about` the page and the `search`, the calm banner that says
    what is made up, and a menu labelled `who` with what she may choose; `name` gives an option its
    words, `chosen` is told the choice."""
    with st.container(horizontal=True, vertical_alignment="center", key="topp"):
        st.title(title, anchor=False, width="content")
        about()
        search()
        if example:
            st.info(
                _(
                    "**Exempeldata.** Det som saknar offentlig källa är påhittat. Använd inga "
                    "siffror som fakta."
                ),
                width="stretch",
            )
        else:
            st.space("stretch")

        def take() -> None:
            option = st.session_state[_WHO]
            if option is not None:
                chosen(option)

        # a place of its size, since nothing may jump when the button's script has come
        with st.container(width=54 + 7 * len(who), height=40, border=False):
            st.menu_button(who, options, key=_WHO, format_func=name, on_click=take, width="stretch")
        with st.container(width=190, height=28, border=False):
            st.html(_to_links())


def _to_links() -> str:
    """Where the accessibility statement is, and the view in other languages: one element, so that
    every page has them for next to nothing."""
    told = languages.to_query(words.language(), only=["roll"])
    address = "&".join(one for one in (f"om?{about_accessibility.QUERY}", told) if one)
    name = escape(_("Tillgänglighet"))
    link = f'<a class="redogorelse" href="{escape(address)}" target="_self">{name}</a>'
    return f'<p style="{_LINKS}">{link} {languages.to_switch()}</p>'


def show_not_for_role() -> None:
    """A page that is not for the viewer's role."""
    st.warning(_("Den här sidan är inte för din roll. Välj en sida i menyn."))


def show_no_figures(pages: Sequence[tuple[str, str]]) -> None:
    """The start of one who has pages of her own, (name, title) each, and no figures."""
    st.markdown(_("Som administratör ser du inga siffror. Dina sidor:"))
    for name, title in pages:
        st.page_link(f"{name}.py", label=title)
