"""What can be wrong with the database while a page is drawn, told calmly."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from data_access.engine import DatabaseUnavailable, NotPrepared, WrongSchema
from data_access.errors import ReportsLost
from data_access.kind import WrongKind
from data_access.people import NotAllowed
from data_access.prepare import forget_prepared
from ui import failures
from web import log
from words import _


@contextmanager
def refusals_told() -> Iterator[None]:
    """Within the block an administratör who no longer is one, since the frame looked, is told."""
    try:
        yield
    except NotAllowed:
        st.error(_("Sidan är till för administratörer. Logga in som en sådan för att se den."))


@contextmanager
def failures_told(beside: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Within the block a database that is away, or not ours, becomes a page that says so, and
    `beside` draws what more there is to say then."""
    try:
        yield
    except WrongKind as error:
        log.failure("wrong kind of database", error)
        failures.show_wrong_kind()
    except DatabaseUnavailable as error:
        log.failure("database away", error)
        failures.show_database_away(error.state)
    except NotPrepared:
        # The database was replaced by an empty one while we ran: the retry fills it.
        forget_prepared()
        failures.show_database_away()
    except ReportsLost as error:
        log.failure("reports lost", error)
        failures.show_reports_lost()
    except WrongSchema as error:
        log.failure("wrong schema", error)
        failures.show_wrong_schema()
    else:
        return
    beside()
