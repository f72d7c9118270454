"""The way to the feed of what is new, for who looks at the page."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

import settings
from data_access.engine import DatabaseUnavailable
from data_access.tokens import BadToken, create_token, end_token, list_tokens
from data_access.viewer import Viewer
from pages import acting
from ui import offered, subscription
from ui.atom import PATH
from ui.news_topics import ALL, KINDS, PARAMETER, topic_name
from web import log
from words import _

_MADE, _REFUSED = "bob_feed_made", "bob_feed_refused"


def show(viewer: Viewer, first: str = ALL) -> None:
    """A control with the feeds' addresses, that of the topic `first` on top, or with the keys that
    open them."""

    def draw() -> None:
        if settings.load().signs_in:
            _draw_keys(first, viewer)
        else:
            subscription.show_open(_to_addresses(first))

    label, icon = _("Prenumerera"), ":material/rss_feed:"
    offered.show(label, "prenumerera", draw, icon=icon, type="secondary")


def _draw_keys(first: str, viewer: Viewer) -> None:
    made = st.session_state.pop(_MADE, None)
    if made:
        subscription.show_made(_to_addresses(first, nyckel=made))
    subscription.show_form(_make, st.session_state.pop(_REFUSED, ""))
    subscription.show_held(list_tokens(viewer=viewer), _end)


def _to_addresses(first: str, **key: str) -> dict[str, str]:
    root = settings.load().base_url or str(st.context.url or "").partition("?")[0]
    own = "/".join(root.split("/", 3)[:3]) + PATH
    found = {}
    for topic in sorted(KINDS, key=lambda one: (one != first, list(KINDS).index(one))):
        asked = key | ({PARAMETER: topic} if topic else {})
        found[topic_name(topic)] = f"{own}?{urlencode(asked)}" if asked else own
    return found


def _make(label: str) -> None:
    def make(viewer: Viewer) -> None:
        st.session_state[_MADE] = create_token(label, viewer=viewer)

    _try(make)


def _end(token: int) -> None:
    _try(lambda viewer: end_token(token, viewer=viewer))


def _try(run: Callable[[Viewer], None]) -> None:
    """Runs as a callback, before the page: who is asking is asked anew."""
    try:
        viewer = acting.who_acts()
        run(viewer)
    except BadToken as error:
        _refuse(error.reason)
    except PermissionError:
        _refuse("not-allowed")
    except DatabaseUnavailable as error:
        log.failure("subscription not changed", error)
        _refuse(error.state)


def _refuse(reason: str) -> None:
    st.session_state[_REFUSED] = subscription.refusal(reason)
