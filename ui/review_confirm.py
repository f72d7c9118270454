"""What is asked before several reports are approved or sent back at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from indicators.reporting import SENT
from ui import formats
from ui.formats import moment
from ui.report_words import kind_title
from ui.review_actions import Do, show_reason
from ui.review_notices import APPROVE, SEND_BACK
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 560  # pixels
_PENDING = "bob_review_pending"


@dataclass(frozen=True)
class Pending:
    """What is about to be done with several reports, until it is confirmed: `rows` are those of
    the list, `left_out` how many of the chosen it can't be done with, `who` asked for it."""

    what: str
    rows: tuple[dict[str, Any], ...]
    left_out: int = 0
    who: object = None


def pending(who: object) -> Pending | None:
    """What waits for a yes of the one who looks. What somebody else asked for in this session, or
    she herself in another role, is dropped: it may be of areas that are not hers now."""
    asked: Pending | None = st.session_state.get(_PENDING)
    if asked is not None and asked.who != who:
        drop()
        return None
    return asked


def ask(what: str, rows: Sequence[dict[str, Any]], who: object) -> None:
    """Ask for a yes in the next run. Only what was sent in and not judged yet can be approved or
    sent back."""
    fit = tuple(row for row in rows if row["state"] == SENT)
    st.session_state[_PENDING] = Pending(what, fit, len(rows) - len(fit), who)


def drop() -> None:
    """Ask no more."""
    st.session_state.pop(_PENDING, None)


def to_question(asked: Pending) -> str:
    """The heading of what is asked."""
    count = len(asked.rows)
    if asked.what == APPROVE:
        return plural("Godkänn {n} rapport?", "Godkänn {n} rapporter?", count)
    return plural(
        "Begär komplettering av {n} rapport?", "Begär komplettering av {n} rapporter?", count
    )


def to_listed(asked: Pending, warnings: Sequence[int]) -> pd.DataFrame:
    """What it will be done with; `warnings` = how many the checks give for each."""
    return pd.DataFrame(
        {
            _("Område"): [row["name"] for row in asked.rows],
            _("Slag"): [kind_title(row["kind"]) for row in asked.rows],
            _("Period"): [period_name(row["period"]) for row in asked.rows],
            _("Inlämnad"): [moment(row["recorded_at"]) for row in asked.rows],
            _("Varningar"): list(warnings),
        }
    )


def to_warned(warnings: Sequence[int]) -> str:
    """How many of the reports the checks warn about."""
    warned = sum(count > 0 for count in warnings)
    if not warned:
        return _("Kontrollerna varnar inte för någon av dem.")
    return plural(
        "Kontrollerna varnar för **{n}** av dem. Öppna den först om du inte redan har sett den.",
        "Kontrollerna varnar för **{n}** av dem. Öppna dem först om du inte redan har sett dem.",
        warned,
    )


def show_confirmation(asked: Pending, warnings: Sequence[int], do: Do) -> None:
    """What is about to be done, in full, with the way on and the way back."""
    st.header(to_question(asked), anchor=False)
    st.markdown(to_warned(warnings))
    if asked.left_out:
        st.caption(
            plural(
                "{n} av de valda är inte inlämnad och lämnas orörd.",
                "{n} av de valda är inte inlämnade och lämnas orörda.",
                asked.left_out,
            )
        )
    ids = [int(row["submission"]) for row in asked.rows]
    if asked.what == APPROVE:
        _show_yes_and_no(plural("Godkänn {n}", "Godkänn alla {n}", len(ids)), do, ids)
    else:
        show_reason(SEND_BACK, ids, do, key="granska_flera")
        st.button(_("Avbryt"), key="granska_avbryt", on_click=drop)
    table = to_listed(asked, warnings)
    show_seen(len(table), _TALLEST)
    st.dataframe(
        table,
        hide_index=True,
        column_config={_("Varningar"): st.column_config.NumberColumn(format="localized")},
        height=to_height(len(table), _TALLEST),
        placeholder=formats.NONE,
        alt=_("Rapporterna som det gäller"),
    )


def _show_yes_and_no(yes: str, do: Do, ids: list[int]) -> None:
    with st.container(horizontal=True):
        st.button(
            yes,
            type="primary",
            key="granska_ja",
            on_click=do,
            args=(APPROVE, ids, ""),
            disabled=not ids,
        )
        st.button(_("Avbryt"), key="granska_avbryt", on_click=drop)
