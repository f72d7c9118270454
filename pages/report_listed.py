"""The fields of a kind whose rows are given: a grid, or one row at a time."""

from functools import partial

import streamlit as st

from pages import report_edits as edits
from pages.report_desk import Desk
from pages.report_one import show_one
from ui import filters, report_grid, report_personal, report_rule
from words import _

_AS, _TOTALS = "som", "totaler"  # in the address
_ONE = "rad"


def show_listed(desk: Desk) -> None:
    """The fields as the address asks for them."""
    with_totals = st.query_params.get(_TOTALS) == "ja"
    one_by_one = st.query_params.get(_AS) == _ONE
    rows = desk.base.rows
    parts = report_grid.to_parts(desk.kind, rows, desk.names, totals=with_totals)
    with st.container(horizontal=True, vertical_alignment="center"):
        _show_as(desk, one_by_one)
        if report_grid.has_cells(desk.kind, rows, desk.names):
            _show_totals(desk, with_totals)
    if desk.ranges:
        _show_legend(one_by_one)
    if one_by_one:
        show_one(desk, parts)
        return
    for number, part in enumerate(parts):
        report_grid.show(
            desk.kind,
            part,
            rows,
            desk.names,
            desk.ranges,
            key=f"{desk.key}_{number}",
            changed=partial(edits.take_grids, desk, parts),
        )
        report_personal.show_in_rows(desk.kind, desk.work, part.rows, desk.names)


def _show_legend(one_by_one: bool) -> None:
    where = _("Under fälten") if one_by_one else _("Till höger")
    said = _(
        "{where} står förra periodens värden, och inom parentes spannet de fyra kvartalen före."
    )
    report_rule.show_legend(said.format(where=where))


def _show_as(desk: Desk, one_by_one: bool) -> None:
    words = {"tabell": _("Tabell"), _ONE: _("En rad i taget")}
    st.session_state["f_som"] = _ONE if one_by_one else "tabell"

    def switch() -> None:
        filters.put(**{_AS: _ONE if st.session_state["f_som"] == _ONE else None})
        desk.renew(desk.work)

    st.segmented_control(
        _("Fyll i som"),
        list(words),
        format_func=words.__getitem__,
        key="f_som",
        on_change=switch,
        label_visibility="collapsed",
        required=True,
    )


def _show_totals(desk: Desk, shown: bool) -> None:
    st.session_state["f_totaler"] = shown

    def switch() -> None:
        filters.put(**{_TOTALS: "ja" if st.session_state["f_totaler"] else None})
        desk.renew(desk.work)

    st.toggle(
        _("Visa totaler"),
        key="f_totaler",
        on_change=switch,
        help=_("Behövs när delarna inte är kända, eller för att stämma av dem mot en summa."),
    )
