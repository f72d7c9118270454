"""A trial of the next release, kept in the visit of who made it until it no longer holds."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from data_access.release_preview import Preview, is_current
from data_access.viewer import Viewer
from pages.release_names import to_names
from pages.report_viewer import to_who
from ui import release_found, release_trial

_KEPT, _FOUND = "bob_release_trial", "bob_release_found"


class Trial(NamedTuple):
    """The preview that holds, if there is one, or whether one has ceased to."""

    preview: Preview | None
    is_stale: bool

    @property
    def is_hindered(self) -> bool:
        """Whether what is approved now is known to be stopped by the audit."""
        return self.preview is not None and not self.preview.is_safe


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


def read(viewer: Viewer) -> Trial:
    """What is kept for the viewer, asked once whether it still holds."""
    preview = _held(_KEPT, viewer)
    holds = preview is not None and is_current(preview, viewer=viewer)
    if preview is not None and not holds:
        forget()
    return Trial(preview if holds else None, preview is not None and not holds)


def show(trial: Trial, viewer: Viewer) -> None:
    """The trial, if one is made and holds, or what stopped the release."""
    found = _held(_FOUND, viewer)
    if found is not None and trial.preview is None:
        release_found.show(found, to_names(_to_periods(found["quarter"]), viewer=viewer))
    if trial.preview is not None:
        _show(trial.preview, viewer)
    elif trial.is_stale:
        release_trial.show_stale()


def _show(preview: Preview, viewer: Viewer) -> None:
    cells = preview.cells
    names = to_names(cells["period"].unique(), viewer=viewer)
    if len(cells):
        release_trial.show_head(cells, preview.number)
    if preview.is_safe:
        release_trial.show_safe()
    else:
        release_found.show(preview.found, names)
    release_trial.show_reports(preview.reports)
    if cells.empty:
        return
    release_trial.show_contents(cells, names)
    release_trial.show_before_and_after(cells, names, preview.base, preview.method)
    release_trial.show_cost(preview.cost, preview.method)


def _to_periods(quarters: "pd.Series[str]") -> set[str]:
    return {one for one in quarters.dropna() if "K" in one}


def _held(key: str, viewer: Viewer) -> Any:
    who, held = st.session_state.get(key, (None, None))
    return held if who == to_who(viewer) else None
