"""Files behind one control: what is offered is drawn when it is opened, since most are not."""

from collections.abc import Callable

import streamlit as st

_BUTTON = 56  # pixels, with the space below


def show(
    label: str,
    key: str,
    draw: Callable[[], None],
    help: str | None = None,  # noqa: A002
    buttons: int = 3,
) -> None:
    """The control; `draw` draws its `buttons` while it is open. Before that their place is kept
    free: where there is no room below, it opens upwards."""
    control = st.popover(
        label,
        icon=":material/download:",
        type="tertiary",
        help=help,
        key=key,
        on_change="rerun",
    )
    with control:
        if control.open:
            draw()
        else:
            st.space(_BUTTON * buttons)
