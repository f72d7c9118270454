"""Reports as a flat list: several are chosen to be approved or sent back, one to be opened."""

from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from indicators.reporting import APPROVED, PUBLISHED, SENT
from reporting.kinds import kinds
from ui import formats
from ui.review_opening import to_column
from ui.review_search import to_units
from ui.review_words import (
    LATE,
    TINTS,
    told_with_sign,
    with_sign,
)
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 560  # pixels
_MOST_TINTED = 500  # rows: a tint costs more than the row itself, and says no more than its word


def to_table(owed: pd.DataFrame) -> pd.DataFrame:
    """The columns a reviewer sees, in Swedish, from marked rows; the row order is theirs. Of rows
    that are all to be reviewed the state need not be said."""
    titles = {code: kind.title for code, kind in kinds().items()}
    table = pd.DataFrame(
        {
            _("Område"): owed["name"].to_list(),
            _("Slag"): [titles.get(kind, kind) for kind in owed["kind"]],
            _("Period"): [period_name(period) for period in owed["period"]],
            _("Läge"): [
                state_words(*one)
                for one in zip(owed["shown"], owed["late"], owed["release"], strict=True)
            ],
            _("Senaste ändring"): [formats.day_of(at) for at in owed["state_at"]],
            _("Ändrad sedan godkänd"): [_("ja") if c else "" for c in owed["changed"]],
            _("Skulle ha kommit"): owed["due"].to_list(),
            _("Polisregion"): owed["region_name"].to_list(),
        }
    )
    return table.drop(columns=_("Läge")) if (owed["shown"] == SENT).all() else table


def state_words(state: str, late: bool, release: Any = None) -> str:
    """The state with the release it is published in, and whether it is late where the state does
    not say so."""
    said = told_with_sign(APPROVED, release) if state == PUBLISHED else with_sign(state)
    return _("{state}, försenad").format(state=said) if late and state != LATE else said


def to_sentence(owed: pd.DataFrame) -> str:
    """How many are listed, and of how many areas."""
    count = (
        _("1 rapport") if len(owed) == 1 else _("{n} rapporter").format(n=formats.number(len(owed)))
    )
    areas = plural("från {n} område", "från {n} områden", owed["area"].nunique())
    return f"{count} {areas}"


def show(owed: pd.DataFrame, key: str) -> list[dict[str, Any]]:
    """The list, whose first column opens a report; the chosen rows. `key` must differ for each
    set of rows, else a choice would point at others than those it was made of."""
    table = to_table(owed)
    table.insert(0, _("Rapport"), _("Öppna"))
    states = [TINTS.get(state, "") for state in owed["shown"]]
    tints = [f"background-color: {tint}" if tint else "" for tint in states]
    is_tinted = _("Läge") in table and len(table) <= _MOST_TINTED
    show_seen(len(table), _TALLEST)
    chosen = st.dataframe(
        table.style.apply(lambda _column: tints, subset=[_("Läge")]) if is_tinted else table,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="multi-row",
        column_config={
            _("Rapport"): to_column(to_units(owed), f"{key}_oppna", width=80, framed=True),
            _("Område"): st.column_config.TextColumn(width=190),
            _("Polisregion"): st.column_config.TextColumn(width=100),
            _("Slag"): st.column_config.TextColumn(width=190),
            _("Period"): st.column_config.TextColumn(width=80),
            _("Läge"): st.column_config.TextColumn(width=215),
            _("Senaste ändring"): st.column_config.DateColumn(format="YYYY-MM-DD", width=130),
            _("Skulle ha kommit"): st.column_config.DateColumn(format="YYYY-MM-DD", width=130),
        },
        height=to_height(len(table), _TALLEST),
        placeholder=formats.NONE,
        alt=_("Rapporter att granska: område, slag, period och läge"),
    )
    rows = [row for row in chosen["selection"]["rows"] if row < len(owed)]
    return owed.iloc[rows].to_dict("records")
