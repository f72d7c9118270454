"""The language of a visit: in the address as `sprak=en`, kept from page to page, and changed by a
link, since the browser is told a page's language when it is loaded."""

from collections.abc import Collection
from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import words
from words import PARAMETER, SOURCE

_KEPT = "bob_sprak"
# Each in its own words: who needs it may not read the other
SHOWN = {"sv": "Svenska", "en": "English"}


def asked() -> str:
    """The language that the address asks for, else the one of the visit. Swedish outside of one."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return SOURCE
    return words.known(st.query_params.get(PARAMETER) or st.session_state.get(_KEPT))


def choose() -> None:
    """Make what is asked for the run's language, and keep it in the address, which a change of
    page empties."""
    language = asked()
    words.choose(language)
    st.session_state[_KEPT] = language
    if language == SOURCE:
        st.query_params.pop(PARAMETER, None)
    elif st.query_params.get(PARAMETER) != language:
        st.query_params[PARAMETER] = language


def to_switch() -> str:
    """Links (HTML) to the same view in each other language."""
    shown = {one: SHOWN[one] for one in words.LANGUAGES if one != words.language()}
    return " ".join(
        f'<a class="sprak" href="{escape("?" + to_query(one))}" target="_self" '
        f'lang="{one}" hreflang="{one}">{name}</a>'
        for one, name in shown.items()
    )


def show_switch() -> None:
    """The same where nothing stands beside them."""
    st.html(to_switch())


def to_query(language: str, only: Collection[str] | None = None) -> str:
    """The address's parameters in the language: all of them, or `only` those named."""
    told = {
        name: str(value)
        for name, value in st.query_params.to_dict().items()
        if name != PARAMETER and (only is None or name in only)
    }
    if language != SOURCE:
        told[PARAMETER] = language
    return urlencode(told, doseq=True)


words.ask_by(asked)
