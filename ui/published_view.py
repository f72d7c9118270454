"""One series of published figures: a chart where it has a course, and always its table."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import chart_base
from ui.headings import as_text
from ui.published_words import (
    of_whom,
    summary,
    to_link,
    to_period,
    to_strands,
    to_value,
    trust_name,
)
from words import _

HEIGHT, WIDTH = 320, 860
_ROOM = 0.12  # of the axis, above the highest point and between two labels
_COLOURS = (chart_base.FOCUS, "#d55e00", "#6baed6", chart_base.OTHER)
_OF_WHOM = ["area", "age", "sex"]


def show_intro() -> None:
    """What these figures are, and what they are not."""
    st.header(_("Publicerade siffror för hela landet"), anchor=False)
    st.markdown(
        _(
            "Siffrorna har publicerats av andra och är inte rapporterade genom bob. Serierna "
            "räknas på olika sätt och får inte jämföras med varandra. Valet av område ovanför "
            "ändrar dem inte."
        )
    )


def show_series(rows: pd.DataFrame) -> None:
    """The series of `data_access.published`: name, how it is counted, chart or why none, table."""
    rows = to_told(rows)
    first = rows.iloc[0]
    st.subheader(as_text(first["name"]), anchor=False)
    if rows["counting_rule"].nunique() == 1:
        st.caption(_("Räknas som {rule}.").format(rule=as_text(first["counting_rule"])))
    if has_course(rows):
        with st.container(width=WIDTH):
            chart_base.show(to_chart(rows), summary(rows), "publicerad_serie")
        st.caption(_to_legend(rows))
    else:
        st.caption(_("För få jämförbara år för ett diagram."))
    st.table(to_table(rows), hide_index=True)


def to_told(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with value and period in words, and what each is of."""
    periods = [
        to_period(row["year"], row["period"], part_year=row["part_year"])
        for row in rows.to_dict("records")
    ]
    told = rows["value"].map(to_value)
    return rows.assign(period_told=periods, told=told, strand=to_strands(rows))


def has_course(rows: pd.DataFrame) -> bool:
    """Whether the same is told of two whole years, joined or not."""
    whole = rows[~rows["part_year"]]
    return bool((whole.groupby(_OF_WHOM)["year"].nunique() > 1).any())


def to_chart(rows: pd.DataFrame) -> Any:
    """Points of every figure, hollow where it is of no whole year; lines within segments alone."""
    alt = chart_base.altair()
    unit = str(rows.iloc[0]["unit"]).capitalize()
    strands = list(dict.fromkeys(rows["strand"]))
    years = sorted({int(year) for year in rows["year"]})
    beside = max(0.4, (years[-1] - years[0]) * 0.05)  # room for a label at either end
    top = float(rows["value"].max()) * (1 + _ROOM)
    colour = alt.Color(
        "strand:N",
        scale=alt.Scale(domain=strands, range=list(_COLOURS[: len(strands)])),
        legend=alt.Legend(title=None, columns=_to_columns(strands)) if strands[1:] else None,
    )
    at = {
        "x": alt.X(
            "year:Q",
            scale=alt.Scale(domain=[years[0] - beside, years[-1] + beside], nice=False),
            axis=alt.Axis(title=None, format="d", values=years, grid=False, labelOverlap=True),
        ),
        "y": alt.Y(
            "value:Q",
            title=unit,
            scale=alt.Scale(domain=[0, top]),
            axis=alt.Axis(format=",~f", tickCount=6),
        ),
    }
    tooltip = {"strand": _("Avser"), "period_told": _("Period"), "told": unit}
    base = alt.Chart(to_drawn(rows))
    return alt.layer(
        base.mark_line(strokeWidth=2.2).encode(**at, color=colour, detail="segment:N"),
        base.mark_point(size=60, strokeWidth=2, opacity=1).encode(
            **at,
            color=colour,
            fill=alt.condition("datum.part_year", alt.value("#ffffff"), colour),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in tooltip.items()],
        ),
        *(
            base.transform_filter(f"datum.below == {str(below).lower()}")
            .mark_text(dy=15 if below else -13, fontSize=12, color=chart_base.INK)
            .encode(**at, text="label:N")
            for below in (False, True)
        ),
    ).properties(height=HEIGHT)


def _to_columns(strands: Sequence[str]) -> int:
    """All in a row, or below each other where a phone has no room for that."""
    return len(strands) if sum(len(one) + 4 for one in strands) < 44 else 1


def to_drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """What the chart needs of each figure. A label goes below its point where another is close
    above."""
    above = rows.sort_values("value").groupby("year")["value"].shift(-1).reindex(rows.index)
    gap = rows["value"].max() * _ROOM
    label = rows["told"].where(~rows["part_year"], rows["told"] + " (" + rows["period"] + ")")
    drawn = rows[["year", "value", "strand", "segment", "part_year", "period_told", "told"]]
    return drawn.assign(label=label, below=(above - rows["value"]).lt(gap))


def to_table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a figure, the newest first, with all that is told of it."""
    rows = rows.sort_values("year", ascending=False, kind="stable")
    unit = str(rows.iloc[0]["unit"])
    same_rule = rows["counting_rule"].nunique() == 1
    notes = ["; ".join(_to_notes(row, same_rule=same_rule)) for row in rows.to_dict("records")]
    sources = zip(rows["source"], rows["url"], strict=True)
    return pd.DataFrame(
        {
            _("Period"): [as_text(period) for period in rows["period_told"]],
            _("Värde"): list(rows["told"]),
            _("Enhet"): [as_text(unit)] * len(rows),
            _("Avser"): [as_text(of_whom(row)) for row in rows.to_dict("records")],
            _("Källa"): [to_link(title, url) for title, url in sources],
            _("Tillförlitlighet"): [trust_name(one) for one in rows["confidence"]],
            _("Att veta"): [as_text(note) for note in notes],
        }
    )


def _to_notes(row: Mapping[Any, Any], *, same_rule: bool) -> list[str]:
    rule, note = row["counting_rule"], row["note"]
    return [one for one in ("" if same_rule else rule, note if note != rule else "") if one]


def _to_legend(rows: pd.DataFrame) -> str:
    told = [_("Linjer går bara mellan hela år som räknas lika och kommer från samma utgivare.")]
    if rows["part_year"].any():
        told.append(_("Ofylld punkt: annan period än ett helt år."))
    return " ".join(told)
