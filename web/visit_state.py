"""What Streamlit remembers of a visit, safe while one run of it takes over from another.

A new run of a page begins before the one that it replaces has ended, and each of the two holds a
lock of its own over what they share: the one that ends writes while the other reads, which then
fails at times ("dictionary changed size during iteration") with a page that shows nothing.
"""

from collections.abc import Callable
from functools import wraps
from threading import RLock

from streamlit.runtime.state import SessionState
from streamlit.runtime.state.safe_session_state import SafeSessionState

_LOCK = "_bob_lock"


def settle() -> None:
    """Call before the first visit: all who hold what is remembered of one share its lock."""
    make = SafeSessionState.__init__

    @wraps(make)
    def with_one_lock(
        self: SafeSessionState, state: SessionState, yield_callback: Callable[[], None]
    ) -> None:
        make(self, state, yield_callback)
        # On what the visit has one of, since the state itself takes no more fields; and not by
        # assignment, which would be a value that the page remembers
        object.__setattr__(self, "_lock", vars(state.query_params).setdefault(_LOCK, RLock()))

    SafeSessionState.__init__ = with_one_lock  # type: ignore[method-assign]
