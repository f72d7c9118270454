"""The rule by which an unusual number is warned of, where one meets the warning or the range."""

from collections.abc import Iterable

import streamlit as st

from reporting.checks.jumps import CODES, rule_text
from reporting.remarks import Remark
from words import _


def show_for(remarks: Iterable[Remark]) -> None:
    """The rule, folded, when any of the remarks comes of it."""
    if any(remark.code in CODES for remark in remarks):
        with st.expander(_("Så avgör kontrollen vad som är ett ovanligt tal")):
            st.markdown(rule_text())


def show_legend(text: str) -> None:
    """What stands beside the fields, with the rule at the question mark."""
    st.caption(text, help=rule_text())
