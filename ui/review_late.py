"""Which reports are late, and a reminder to copy."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from indicators.reporting import RETURNED
from ui import formats
from ui.report_words import kind_title, late_rule
from ui.review_words import with_sign
from ui.sheet import Beside
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 420  # pixels


def to_late_table(late: pd.DataFrame) -> pd.DataFrame:
    """What is late, in Swedish; the row order is that of `late`."""
    return pd.DataFrame(
        {
            _("Polisregion"): late["region_name"].to_list(),
            _("Område"): late["name"].to_list(),
            _("Områdeskod"): late["area"].to_list(),
            _("Slag"): [kind_title(kind) for kind in late["kind"]],
            _("Period"): late["period"].to_list(),
            _("Läge"): [with_sign(state) for state in late["shown"]],
            _("Skulle ha kommit"): [formats.short_day(day) for day in late["due"]],
        }
    )


def to_beside() -> Beside:
    """What files tell of `to_late_table` beside it."""
    meanings = {
        _("Polisregion"): _("Polisregionen som området ligger i."),
        _("Områdeskod"): _("Områdets kod."),
        _("Slag"): _("Slaget av rapport."),
        _("Läge"): _("Om rapporten inte har kommit, eller ska kompletteras."),
        _("Skulle ha kommit"): _("Den sista dagen."),
    }
    return Beside(columns=meanings)


def to_headline(count: int, period: str) -> str:
    """How many are late for the period."""
    named = period_name(period)
    if not count:
        return _("Ingen rapport är försenad för {period}").format(period=named)
    said = plural("{n} försenad rapport för", "{n} försenade rapporter för", count)
    return f"{said} {named}"


def to_reminder(late: pd.DataFrame) -> str:
    """What each late area owes and when it was due, as a text to send. It names no person."""
    lines = [
        _("Påminnelse om rapportering"),
        "",
        _(
            "De här rapporterna har inte kommit, eller behöver kompletteras. Lämna in dem på sidan "
            "Rapportera. Finns det inget att rapportera, säg det där."
        ),
    ]
    rows = late.to_dict("records")
    for region, of_region in groupby(rows, itemgetter("region_name")):
        lines += ["", _("Polisregion {region}").format(region=region)]
        for _area, of_area in groupby(of_region, itemgetter("area", "period")):
            lines.append(_to_line(list(of_area)))
    return "\n".join(lines)


def _to_line(rows: Sequence[Mapping[str, Any]]) -> str:
    """What one area owes of one period."""
    return _("- {area}, {period}: {kinds} (skulle ha kommit {day})").format(
        area=rows[0]["name"],
        period=period_name(rows[0]["period"]),
        kinds=", ".join(_to_owed(row) for row in rows),
        day=formats.day(rows[0]["due"]),
    )


def _to_owed(row: Mapping[str, object]) -> str:
    title = kind_title(str(row["kind"]))
    returned = row["shown"] == RETURNED
    return _("{kind} (komplettering)").format(kind=title) if returned else title


def show_late(late: pd.DataFrame, period: str) -> None:
    """Who is late for the period, and a reminder to copy."""
    st.header(to_headline(len(late), period), anchor=False)
    st.caption(late_rule())
    if late.empty:
        return
    table = to_late_table(late)
    show_seen(len(table), _TALLEST)
    st.dataframe(
        table.drop(columns=[_("Områdeskod"), _("Period")]),
        hide_index=True,
        height=to_height(len(table), _TALLEST),
        alt=_("Rapporter som är försenade för {period}").format(period=period_name(period)),
    )
    with st.expander(_("Påminnelse att kopiera")):
        st.code(to_reminder(late), language=None, wrap_lines=True, height=320)
