"""Reports as a flat list: several are chosen to be approved or sent back, one to be opened."""

from typing import Any

import pandas as pd
import streamlit as st

from reporting.kinds import kinds
from ui import filters, formats
from ui.headings import as_text
from ui.report_words import kind_title
from ui.review_search import to_address
from ui.review_words import LATE, SENT, TINTS, to_day, with_sign
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
            _("Period"): owed["period"].to_list(),
            _("Läge"): [state_words(*one) for one in zip(owed["shown"], owed["late"], strict=True)],
            _("Senaste ändring"): [to_day(at) for at in owed["state_at"]],
            _("Ändrad sedan godkänd"): [_("ja") if c else "" for c in owed["changed"]],
            _("Skulle ha kommit"): owed["due"].to_list(),
            _("Polisregion"): owed["region_name"].to_list(),
        }
    )
    return table.drop(columns=_("Läge")) if (owed["shown"] == SENT).all() else table


def state_words(state: str, late: bool) -> str:
    """The state, and whether it is late where the state does not say so."""
    said = with_sign(state)
    return _("{state}, sen").format(state=said) if late and state != LATE else said


def to_sentence(owed: pd.DataFrame) -> str:
    """How many are listed, and of how many areas."""
    count = (
        _("1 rapport") if len(owed) == 1 else _("{n} rapporter").format(n=formats.number(len(owed)))
    )
    areas = plural("från {n} område", "från {n} områden", owed["area"].nunique())
    return f"{count} {areas}"


def show_opener(owed: pd.DataFrame) -> None:
    """A box to open one of the listed reports by typing its name: the way without a mouse."""
    titles = {code: kind.title for code, kind in kinds().items()}
    names = {
        to_address(area, kind, period): f"{name} · {titles.get(kind, kind)} · {period}"
        for area, name, kind, period in zip(
            *(owed[column] for column in ("area", "name", "kind", "period")), strict=True
        )
    }
    key = "granska_oppna"
    st.session_state[key] = None
    st.selectbox(
        _("Öppna en rapport"),
        list(names),
        index=None,
        format_func=lambda unit: names.get(unit, unit),
        placeholder=_("Skriv områdets namn"),
        width=420,
        filter_mode="contains",
        key=key,
        on_change=lambda: filters.put(enhet=st.session_state[key]),
    )


def show(owed: pd.DataFrame, key: str) -> list[dict[str, Any]]:
    """The list; the chosen rows. `key` must differ for each set of rows, else a choice would
    point at others than those it was made of."""
    table = to_table(owed)
    states = [TINTS.get(state, "") for state in owed["shown"]]
    tints = [f"background-color: {tint}; color: #0c141c" if tint else "" for tint in states]
    is_tinted = _("Läge") in table and len(table) <= _MOST_TINTED
    chosen = st.dataframe(
        table.style.apply(lambda _column: tints, subset=[_("Läge")]) if is_tinted else table,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="multi-row",
        column_config={
            _("Område"): st.column_config.TextColumn(width=190),
            _("Polisregion"): st.column_config.TextColumn(width=100),
            _("Slag"): st.column_config.TextColumn(width=190),
            _("Period"): st.column_config.TextColumn(width=80),
            _("Läge"): st.column_config.TextColumn(width=215),
            _("Senaste ändring"): st.column_config.DateColumn(format="YYYY-MM-DD", width=130),
            _("Skulle ha kommit"): st.column_config.DateColumn(format="YYYY-MM-DD", width=130),
        },
        height=min(_TALLEST, 37 + 35 * len(table)),
        placeholder=formats.NONE,
        alt=_("Rapporter att granska: område, slag, period och läge"),
    )
    rows = [row for row in chosen["selection"]["rows"] if row < len(owed)]
    return owed.iloc[rows].to_dict("records")


def to_units(owed: pd.DataFrame) -> list[str]:
    """The rows' units as the address has them."""
    parts = zip(*(owed[name] for name in ("area", "kind", "period")), strict=True)
    return [to_address(*part) for part in parts]


def show_links(owed: pd.DataFrame) -> None:
    """A button for each of the rows, which opens it."""
    st.subheader(as_text(str(owed["name"].iloc[0])), anchor=False)
    with st.container(horizontal=True):
        for row, unit in zip(owed.to_dict("records"), to_units(owed), strict=True):
            st.button(
                _("{kind}: {state}").format(
                    kind=kind_title(row["kind"]), state=with_sign(row["shown"])
                ),
                key=f"granska_oppna_{unit}",
                on_click=_open,
                args=(unit,),
            )


def _open(unit: str) -> None:
    filters.put(enhet=unit)
