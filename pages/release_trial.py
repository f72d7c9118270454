"""A trial of the next release, kept in the visit of who made it until it no longer holds."""

import pandas as pd
import streamlit as st

from data_access.release_preview import Preview, is_current
from data_access.viewer import Viewer
from pages.release_names import to_names
from pages.report_viewer import to_who
from ui import release_found, release_trial

_KEPT, _FOUND = "bob_release_trial", "bob_release_found"


def keep(preview: Preview, viewer: Viewer) -> None:
    """Keep it for who made it: it holds what is not protected."""
    st.session_state[_KEPT] = (to_who(viewer), preview)


def keep_found(found: pd.DataFrame, viewer: Viewer) -> None:
    """Keep which figures stopped a release that was to be published."""
    st.session_state[_FOUND] = (to_who(viewer), found)


def forget() -> None:
    """Keep nothing of it."""
    for key in (_KEPT, _FOUND):
        st.session_state.pop(key, None)


def is_hindered(viewer: Viewer) -> bool:
    """Whether a trial of what is approved now has found what stops it."""
    preview = _held(_KEPT, viewer)
    return preview is not None and not preview.is_safe and is_current(preview, viewer=viewer)


def show(viewer: Viewer) -> None:
    """The trial, if one is made and holds, or what stopped the release."""
    found = _held(_FOUND, viewer)
    if found is not None:
        release_found.show(found, to_names(_to_periods(found["quarter"]), viewer=viewer))
    preview = _held(_KEPT, viewer)
    if preview is None:
        return
    if is_current(preview, viewer=viewer):
        _show(preview, viewer)
    else:
        forget()
        release_trial.show_stale()


def _show(preview: Preview, viewer: Viewer) -> None:
    cells = preview.cells
    names = to_names(cells["period"].unique(), viewer=viewer)
    release_trial.show_head(cells, preview.number)
    if preview.is_safe:
        release_trial.show_safe()
    else:
        release_found.show(preview.found, names)
    release_trial.show_contents(cells, names)
    release_trial.show_before_and_after(cells, names)
    release_trial.show_deviation(preview.deviation)


def _to_periods(quarters: "pd.Series[str]") -> set[str]:
    return {one for one in quarters.dropna() if "K" in one}


def _held(key: str, viewer: Viewer):  # type: ignore[no-untyped-def]
    who, held = st.session_state.get(key, (None, None))
    return held if who == to_who(viewer) else None
