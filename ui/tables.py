"""Table twins of the map: same areas, same content, sortable, and a row selects on the map."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import filters, formats, paper
from ui.map_indicators import LEVELS_ABOVE, Indicator
from ui.palette import need_label, stage_label
from ui.place_words import level_name
from ui.sheet import Beside
from words import _, language


def to_table(status: pd.DataFrame, indicator: Indicator, level: str) -> pd.DataFrame:
    """The columns a reader sees, in Swedish; the row order is the status frame's."""
    rows = status.to_dict("records")
    table = pd.DataFrame({level_name(level): status["name"].to_list()})
    if level in LEVELS_ABOVE:
        table[_("Andel")] = pd.array(
            [formats.whole_percent(value) for value in status["share"]], dtype="Int64"
        )
        table[_("Med råd")] = status["covered"].to_list()
        table[_("Av")] = status["counted_over"].to_list()
        return table
    table[_("Steg")] = [stage_label(None if pd.isna(r["stage"]) else r["stage"]) for r in rows]
    if indicator.key == "dagar":
        table[_("Dagar")] = status["days"].astype("Int64").to_list()
    else:
        table[_("Sedan")] = status["since"].to_list()
    table[_("Prioriterat")] = [need_label(r["prioritised"]) for r in rows]
    return table


@lru_cache(maxsize=64)  # levels, indicators of other columns, languages
def _configuration(
    level: str,
    columns: tuple[str, ...],
    *,
    language: str,  # noqa: ARG001
) -> dict[str, object]:
    """How the columns are shown; of these alone, since Streamlit copies all of it at each run."""
    rate: dict[str, Any] = {"format": "localized", "step": 0.1}  # as `sheet.to_number_column`
    known = {
        level_name(level): st.column_config.TextColumn(width=135),
        _("Steg"): st.column_config.TextColumn(width=104),
        _("Prioriterat"): st.column_config.TextColumn(width=78),
        _("Andel"): st.column_config.NumberColumn(format="%.0f %%"),
        _("Med råd"): st.column_config.NumberColumn(format="localized"),
        _("Av"): st.column_config.NumberColumn(format="localized"),
        _("Sedan"): st.column_config.DateColumn(format="YYYY-MM-DD", width=86),
        _("Dagar"): st.column_config.NumberColumn(format="localized"),
        _("Utjämnat"): st.column_config.NumberColumn(width=76, **rate),
        _("Per 10 000"): st.column_config.NumberColumn(width=84, **rate),
        _("lägst"): st.column_config.NumberColumn(width=60, **rate),
        _("högst"): st.column_config.NumberColumn(width=60, **rate),
        _("Antal"): st.column_config.NumberColumn(format="localized", width=60),
    }
    return {name: known[name] for name in columns if name in known}


def show_areas(
    table: pa.Table,
    codes: list[str],
    indicator: Indicator,
    level: str,
    selected: str | None,
    height: int,
    twin: str,
) -> None:
    """The table, a row for each code; a row selects its area, and a selected area its row. On paper
    its `twin` stands there."""
    if not codes:  # a table without rows says so in English
        st.caption(_("Inget område ligger i urvalet."))
        return
    key = "tabell"
    rows = [codes.index(selected)] if selected in codes else []
    st.session_state[key] = {"selection": {"rows": rows}}
    with paper.beside_twin(twin, "karttabell"):
        st.dataframe(
            table,
            hide_index=True,
            key=key,
            on_select=lambda: filters.take_row("omrade", key, codes, rows),
            selection_mode="single-row",
            column_config=_configuration(level, tuple(table.column_names), language=language()),
            height=height,
            placeholder=formats.NONE,
            alt=_("Tabell med samma innehåll som kartan: {legend}").format(legend=indicator.legend),
        )


def to_beside(table: pd.DataFrame, codes: Sequence[str], level: str) -> Beside:
    """What files tell of the table beside it: each area's code, and that a share of nothing is
    none."""
    if _("Andel") not in table:
        return Beside(codes=codes)
    word = _("inget att räkna på")
    gaps = pd.DataFrame(word, index=table.index, columns=table.columns, dtype=object)
    return Beside(gaps, (_("Andel"),), codes, {level_name(level): _("Områdets namn.")})


def show_changes(found: pd.DataFrame, level: str) -> None:
    """Areas whose stage differs between two days: name, before, after."""
    table = pd.DataFrame(
        {
            level_name(level): found["name"].to_list(),
            _("Då"): [stage_label(None if pd.isna(v) else v) for v in found["before"]],
            _("Nu"): [stage_label(None if pd.isna(v) else v) for v in found["after"]],
        }
    )
    with paper.twinned(table, "andringar"):
        st.dataframe(
            table, hide_index=True, alt=_("Områden vars steg skiljer sig mellan de två dagarna")
        )


def show_history(history: pd.DataFrame) -> None:
    """Every event with both its days, the newest first: when it holds, and when it was reported."""
    events = history.iloc[::-1]
    paper.show_table(
        pd.DataFrame(
            {
                _("Gäller från"): events["effective_on"].to_list(),
                _("Steg"): [stage_label(None if pd.isna(s) else s) for s in events["stage"]],
                _("Råd"): events["council"].to_list(),
                _("Rapporterat"): [formats.day_of(at) for at in events["recorded_at"]],
                _("Källa"): events["source"].to_list(),
                _("Exempel"): [
                    _("ja") if made_up else _("nej") for made_up in events["is_example"]
                ],
            }
        )
    )
