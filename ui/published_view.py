"""One series of published figures: a chart where it has a course, and always its table."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ui import chart_base
from ui.chart_base import Draw, Drawing, Title
from ui.headings import as_text
from ui.published_chart import to_chart
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

WIDTH = 860
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


def show_series(rows: pd.DataFrame, draw: Draw) -> None:
    """The series of `data_access.published`: name, how it is counted, chart or why none, table."""
    rows = to_told(rows)
    first = rows.iloc[0]
    st.subheader(as_text(first["name"]), anchor=False)
    if rows["counting_rule"].nunique() == 1:
        st.caption(_("Räknas som {rule}.").format(rule=as_text(first["counting_rule"])))
    if has_course(rows):
        with st.container(width=WIDTH):
            title = Title((str(first["name"]),), tuple(to_sources(rows)))
            drawing = Drawing(chart_base.to_spec(to_chart(rows)), {})
            draw(drawing, title, summary(rows), "publicerad_serie")
        st.caption(_to_legend(rows))
    else:
        st.caption(_("För få jämförbara år för ett diagram."))
    st.table(to_table(rows), hide_index=True)


def to_sources(rows: pd.DataFrame) -> list[str]:
    """Where the figures come from, a line each, for a picture of the chart."""
    sources = list(dict.fromkeys(rows["source"]))
    return [_("Källa: {source}").format(source=one) for one in sources]


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
