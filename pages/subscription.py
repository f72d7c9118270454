"""The way to the feed of what is new, for who looks at the page."""

import streamlit as st

import settings
from data_access.tokens import BadToken, create_token, end_token, list_tokens
from data_access.viewer import Viewer
from ui import subscription
from words import _

PATH = "nytt.atom"
_MADE, _REFUSED = "bob_feed_made", "bob_feed_refused"


def show(viewer: Viewer) -> None:
    """A popover with the feed's address, or with the keys that open it."""
    with st.popover(_("Prenumerera"), icon=":material/rss_feed:"):
        if not settings.load().signs_in:
            subscription.show_open(_to_address())
            return
        made = st.session_state.pop(_MADE, None)
        if made:
            subscription.show_made(f"{_to_address()}?nyckel={made}")
        subscription.show_form(
            lambda label: _make(label, viewer), st.session_state.pop(_REFUSED, "")
        )
        subscription.show_held(list_tokens(viewer=viewer), lambda token: _end(token, viewer))


def _to_address() -> str:
    root = settings.load().base_url or str(st.context.url or "").partition("?")[0]
    parts = root.split("/", 3)
    return "/".join([*parts[:3], PATH])


def _make(label: str, viewer: Viewer) -> None:
    try:
        st.session_state[_MADE] = create_token(label, viewer=viewer)
    except BadToken as error:
        st.session_state[_REFUSED] = subscription.refusal(error.reason)


def _end(token: int, viewer: Viewer) -> None:
    end_token(token, viewer=viewer)
