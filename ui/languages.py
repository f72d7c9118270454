"""The language of a visit: in the address as `sprak=en`, kept from page to page, and changed by a
link, since the browser is told a page's language when it is loaded."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import words
from words import SOURCE

PARAMETER = "sprak"  # as `web.start_page` has it, which tells the browser
_KEPT = "bob_sprak"
# Each in its own words: who needs it may not read the other
_SHOWN = {"sv": "Svenska", "en": "English"}


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


def show_switch() -> None:
    """A link to the same view in each other language."""
    for language in words.LANGUAGES:
        if language != words.language():
            query = urlencode(_to_query(language), doseq=True)
            st.html(
                f'<a class="sprak" href="{escape("?" + query)}" target="_self" '
                f'lang="{language}" hreflang="{language}">{_SHOWN[language]}</a>',
                width="content",
            )


def _to_query(language: str) -> dict[str, str]:
    told = {name: str(value) for name, value in st.query_params.to_dict().items()}
    told.pop(PARAMETER, None)
    return told if language == SOURCE else told | {PARAMETER: language}


words.ask_by(asked)
