"""Files behind one control: what is offered is drawn when it is opened, since most are not."""

from collections.abc import Callable

import streamlit as st


def show(
    label: str,
    key: str,
    draw: Callable[[], None],
    help: str | None = None,  # noqa: A002
) -> None:
    """The control; `draw` draws its buttons while it is open. Before that `web/paper.css` keeps
    their place free: where there is no room below, it opens upwards."""
    control = st.popover(
        label,
        icon=":material/download:",
        type="tertiary",
        help=help,
        key=key,
        on_change="rerun",
    )
    if control.open:
        with control:
            draw()
