"""What is done on the page of keys: made and ended by whoever presses the button, asked anew."""

from collections.abc import Callable

import streamlit as st

from data_access.api_tokens import BadToken, create_api_token, end_api_token
from data_access.engine import DatabaseUnavailable
from data_access.tokens import end_token
from data_access.viewer import Viewer
from pages import acting
from ui import api_keys, notices
from ui.api_keys import ALL, PAGE, Wanted
from web import log
from words import _

_MADE = "bob_api_key_made"


def take_made() -> str | None:
    """The key that was just made, this once."""
    made: str | None = st.session_state.pop(_MADE, None)
    return made


def make(wanted: Wanted) -> None:
    """Make the key that the form holds, and keep it or what was wrong for the next run."""
    try:
        viewer = acting.who_acts()
        if wanted.valid_to is None:
            raise BadToken("valid-to")
        codes = (ALL,) if ALL in wanted.entries else wanted.entries
        entries = [f"{code}@*" for code in codes]
        st.session_state[_MADE] = create_api_token(
            wanted.label, wanted.areas, entries, wanted.valid_to, viewer=viewer
        )
    except BadToken as error:
        _refuse(error.reason)
    except PermissionError:
        _refuse("not-allowed")
    except DatabaseUnavailable as error:
        log.failure("key not made", error)
        _refuse(error.state)


def end(token: int) -> None:
    """End a key to the API."""
    _end(lambda viewer: end_api_token(token, viewer=viewer))


def end_feed(token: int) -> None:
    """End a person's key to the feed."""
    _end(lambda viewer: end_token(token, viewer=viewer))


def _end(run: Callable[[Viewer], None]) -> None:
    try:
        viewer = acting.who_acts()
        run(viewer)
    except PermissionError:
        notices.keep(PAGE, _("Bara en administratör får avsluta nycklar."), notices.PROBLEM)
    except DatabaseUnavailable as error:
        log.failure("key not ended", error)
        notices.keep(PAGE, _("Databasen svarar inte. Nyckeln gäller fortfarande."), notices.PROBLEM)
    else:
        notices.keep(PAGE, _("**Nyckeln är avslutad.**"))


def _refuse(reason: str) -> None:
    notices.keep(PAGE, api_keys.refusal(reason), notices.PROBLEM)
