"""What the page of how the product runs says while the database is away.

Who asks can't be known then, so it is no more than `/healthz` tells anybody.
"""

import streamlit as st

from data_access.health import health
from ui import operation_words


def show() -> None:
    """Whether the database answers and fits, and what to do on the server."""
    found = health()
    st.markdown(
        operation_words.without_database(
            reached=found["database"],
            database=found["migration"]["database"],
            code=found["migration"]["code"],
        )
    )
