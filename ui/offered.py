"""What is behind one control, such as files: drawn when it is opened, since most are not."""

from collections.abc import Callable
from typing import Literal

import streamlit as st


def show(
    label: str,
    key: str,
    draw: Callable[[], None],
    help: str | None = None,  # noqa: A002
    *,
    icon: str = ":material/download:",
    type: Literal["secondary", "tertiary"] = "tertiary",  # noqa: A002
) -> None:
    """The control; `draw` draws what is behind it while it is open. Before that `web/paper.css`
    keeps its place free: where there is no room below, it opens upwards."""
    control = st.popover(
        label,
        icon=icon,
        type=type,
        help=help,
        key=key,
        on_change="rerun",
    )
    if control.open:
        with control:
            draw()
