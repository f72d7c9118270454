"""Who has sent what: a row for each area, a column for each kind, of one period."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from indicators.reporting import APPROVED, MISSING, PUBLISHED, RETURNED, to_told
from reporting.kinds import kinds
from ui import formats
from ui.report_words import kind_title
from ui.review_opening import to_column, to_pressed
from ui.review_search import to_address
from ui.review_words import (
    LATE,
    STATES,
    TINTS,
    short_day,
    with_sign,
)
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 720  # pixels: the heading stays in sight, the rest is scrolled


def to_what(period: str, kind: str | None, region: str | None) -> str:
    """What the reports are of, in words: `2026 K3 i Nord, Deltagande`."""
    named = period_name(period)
    said = _("{period} i {region}").format(period=named, region=region) if region else named
    return f"{said}, {kind_title(kind)}," if kind else said


def headline(owed: pd.DataFrame, of: str) -> str:
    """How many of the reports have come, are approved and are late; `of` tells which they are.
    What has come and was sent back may be late too, and is told."""
    if owed.empty:
        return _("Inget ska rapporteras för {of}").format(of=of.rstrip(","))
    shown = owed["shown"]
    came = int((~shown.isin([MISSING, LATE])).sum())
    approved, late = int(shown.isin([APPROVED, PUBLISHED]).sum()), int(owed["late"].sum())
    every = plural("Av {n} rapport för", "Av {n} rapporter för", len(owed))
    said = [
        _("har {n} kommit").format(n=came),
        plural("{n} är godkänd", "{n} är godkända", approved),
        plural("{n} är försenad", "{n} är försenade", late) + _to_awaited(owed),
    ]
    return f"{every} {of} " + _("{came}, {approved} och {late}").format(
        came=said[0], approved=said[1], late=said[2]
    )


def _to_awaited(owed: pd.DataFrame) -> str:
    awaited = int((owed["late"] & (owed["shown"] == RETURNED)).sum())
    if not awaited:
        return ""
    said = plural("{n} väntar på komplettering", "{n} väntar på komplettering", awaited)
    return f" ({said})"


def to_cell(row: dict[str, object]) -> str:
    """State, whether it was changed since it was approved, and the day of the last change."""
    parts = [with_sign(str(row["shown"]), short=True)]
    if row["changed"]:
        parts.append(_("(ändrad)"))
    return " ".join([*parts, short_day(row["state_at"])]).strip()  # type: ignore[arg-type]


def to_marked(owed: pd.DataFrame) -> pd.DataFrame:
    """The owed rows with `shown`, the state that people see, and `changed` since approval."""
    late = (owed["state"] == MISSING) & owed["late"]
    changed = owed["approved_revision"].astype("Int64") < owed["revision"].astype("Int64")
    told = to_told(owed["state"], owed["release"])
    return owed.assign(shown=told.mask(late, LATE), changed=changed.fillna(False).astype("bool"))


def to_matrix(owed: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """The cells in words, their states, and the rows' area codes, from marked rows of one period
    in the order to be shown. A cell of what is not to be reported is empty."""
    areas = owed.drop_duplicates("area")
    titles = {code: kind.title for code, kind in kinds().items()}
    asked = set(owed.loc[owed["is_owed"], "kind"])
    beside = set(owed["kind"]) - asked  # sent though nobody has to: last
    columns = [code for kinds_of in (asked, beside) for code in titles if code in kinds_of]
    place = {(row["area"], row["kind"]): row for row in owed.to_dict("records")}
    words: dict[str, list[str]] = {
        _("Område"): areas["name"].to_list(),
    }
    states = {name: [""] * len(areas) for name in words}
    for kind in columns:
        found = [place.get((area, kind)) for area in areas["area"]]
        words[titles[kind]] = [to_cell(row) if row else "" for row in found]
        states[titles[kind]] = [str(row["shown"]) if row else "" for row in found]
    words[_("Polisregion")] = areas["region_name"].to_list()
    states[_("Polisregion")] = [""] * len(areas)
    return pd.DataFrame(words), pd.DataFrame(states), areas["area"].to_list()


def legend(states: Sequence[str], *, filtered: bool = False) -> str:
    """What the signs stand for, of those that are there; `filtered` = some are left out."""
    there = [with_sign(state) for state in STATES if state in set(states)]
    empty = _("tomt = ska inte rapporteras")
    if filtered:
        empty = _("tomt = ska inte rapporteras, eller i ett annat läge")
    return " · ".join([*there, empty, _("dag = senaste ändring")])


def show(owed: pd.DataFrame, period: str, *, filtered: bool = False) -> None:
    """The matrix, whose cells open their report. `owed`: marked rows of the period, `filtered` =
    only those in a chosen state."""
    words, states, codes = to_matrix(owed)
    tints = states.replace(TINTS).where(states.isin(list(TINTS)), "")
    styles = ("background-color: " + tints).where(tints != "", "")
    key = f"granska_matris_{period}_{sha256(' '.join(codes).encode()).hexdigest()[:16]}"
    pressed = {title: words[title].map(to_pressed) for title in words.columns[1:-1]}
    told = legend(owed["shown"].to_list(), filtered=filtered)
    st.caption(_("Tryck på ett läge för att öppna rapporten.") + f" {told}")
    show_seen(len(words), _TALLEST)
    st.dataframe(
        words.assign(**pressed).style.apply(lambda _frame: styles, axis=None),
        hide_index=True,
        key=key,
        column_config=_to_columns(codes, period, key),
        height=to_height(len(words), _TALLEST),
        placeholder=formats.NONE,
        alt=_("Vem har lämnat vad för {period}: områden och slag").format(
            period=period_name(period)
        ),
    )


def _to_columns(codes: Sequence[str], period: str, key: str) -> dict[str, Any]:
    """The columns' widths, and what their cells open; those that are not shown change nothing."""
    columns: dict[str, Any] = {
        kind.title: to_column(
            [to_address(area, code, period) for area in codes], f"{key}_{code}", width=162
        )
        for code, kind in kinds().items()
    }
    columns[_("Område")] = st.column_config.TextColumn(width=165, pinned=True)
    columns[_("Polisregion")] = st.column_config.TextColumn(width=100)
    return columns
