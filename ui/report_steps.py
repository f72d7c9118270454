"""All that has happened to a report, step by step: sent, sent back, approved, unlocked, undone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import pandas as pd
import streamlit as st

from ui.formats import moment
from ui.people import role_name
from ui.report_words import state_name
from words import _


class Taken(Protocol):
    """A step as the data layer gives it."""

    revision: int
    state: str
    at: datetime
    by: str
    role: str
    reason: str | None


def to_table(steps: Sequence[Taken]) -> pd.DataFrame:
    """A row each, the newest first."""
    newest = list(reversed(steps))
    return pd.DataFrame(
        {
            _("När"): [moment(one.at) for one in newest],
            _("Version"): [one.revision for one in newest],
            _("Steg"): [state_name(one.state) for one in newest],
            _("Vem"): [f"{role_name(one.role)} ({one.by})" for one in newest],
            _("Skäl"): [one.reason or "" for one in newest],
        }
    )


def show(steps: Sequence[Taken]) -> None:
    """The steps as a table."""
    st.markdown(_("**Vad som har hänt**"))
    st.dataframe(
        to_table(steps),
        hide_index=True,
        placeholder="",
        alt=_("Rapportens steg: när, vilket, av vem och varför"),
    )
