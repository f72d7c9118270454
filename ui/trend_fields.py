"""The fields of Trender, bound to the address, and what is said where there is nothing yet."""

from collections.abc import Mapping

import streamlit as st

from ui import field_row, filters
from ui.select_field import to_field
from ui.trend_choice import (
    AGES,
    AREAS,
    COUNT,
    COUNTRY,
    COURSE,
    NOTHING,
    PUBLISHED,
    QUARTER,
    RATE,
    REGION,
    REGIONS,
    SEXES,
    SEXES_VIEW,
    TOTAL,
    YEAR,
    TrendChoice,
    age_name,
    sex_name,
    view_name,
)
from words import _

_VIEW, _FIELDS = "trend_bild", "trendval"


def show_views(view: str) -> None:
    """The page's views, one chosen."""
    st.session_state[_VIEW] = view
    st.segmented_control(
        _("Bild"),
        [COURSE, AREAS, REGIONS, SEXES_VIEW, PUBLISHED],
        required=True,
        format_func=view_name,
        key=_VIEW,
        on_change=_chosen,
        label_visibility="collapsed",
    )


def _chosen() -> None:
    view = st.session_state[_VIEW]
    filters.put(bild=None if view in (COURSE, None) else view)


def show(
    choice: TrendChoice, indicators: Mapping[str, str], *, split: bool, later: bool = False
) -> None:
    """The indicator, and what of it is asked for: the fields that mean something in the view;
    `later` only keeps their places, until `show_late`."""
    first = next(iter(indicators))
    fields = [to_field(290, "indikator", _("Indikator"), choice.indicator, indicators, first)]
    if split and choice.view != SEXES_VIEW:
        sexes = {sex: sex_name(sex) for sex in (TOTAL, *SEXES)}
        ages = {age: age_name(age) for age in (TOTAL, *AGES)}
        fields.append(to_field(120, "kon", _("Kön"), choice.sex, sexes, TOTAL))
        fields.append(to_field(130, "alder", _("Ålder"), choice.age, ages, TOTAL))
    periods = {QUARTER: _("Kvartal"), YEAR: _("År")}
    fields.append(to_field(120, "tid", _("Period"), choice.by, periods, QUARTER))
    if choice.view != AREAS:
        measures = {RATE: _("Per 10 000 unga"), COUNT: _("Antal")}
        fields.append(to_field(165, "matt", _("Mått"), choice.measure, measures, RATE))
    if choice.view == COURSE and choice.is_rate:
        others = {COUNTRY: _("Riket"), REGION: _("Polisregionen"), NOTHING: _("Inget")}
        fields.append(to_field(155, "mot", _("Jämför med"), choice.against, others, COUNTRY))
    field_row.show(fields, key=_FIELDS, later=later)


def show_late() -> None:
    """Draw the fields in their places."""
    field_row.show_late(_FIELDS)


def show_no_release() -> None:
    """Said before anything is published."""
    st.info(
        _(
            "Ingen utgåva är publicerad än, så det finns inga antal att visa. De kommer när den "
            "nationella samordnaren publicerar den första. Publicerad statistik för hela landet "
            "finns redan."
        )
    )
