"""Rules as the page on the data shows them: a term a row, and how it is counted."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from words import _


def show_rules(rules: Mapping[str, str]) -> None:
    """A table of them."""
    st.table(to_table(rules), hide_index=True)


def to_table(rules: Mapping[str, str]) -> pd.DataFrame:
    """A row a term."""
    return pd.DataFrame(
        {_("Begrepp"): list(rules), _("Så räknas det"): list(rules.values())}, dtype="object"
    )
