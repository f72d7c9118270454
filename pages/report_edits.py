"""What is edited in the fields of a form, on its way to the draft. All of it runs as callbacks."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from pages.report_desk import Desk
from pages.report_keeping import keep, save
from ui import report_cards, report_grid
from ui.report_entries import add_row, drop_row
from ui.report_grid import Part


def take_grids(desk: Desk, parts: Iterable[Part]) -> None:
    """Keep what was edited in the grids; each gives all edits since its fields were made."""
    work = replace(desk.base, nothing=desk.work.nothing, seen=desk.work.seen)
    for number, part in enumerate(parts):
        state = st.session_state.get(f"{desk.key}_{number}") or {}
        work = report_grid.take(part, work, state)
    keep(desk, work)


def take_card(desk: Desk, row: int, key: str) -> None:
    """Keep what was edited in one row's fields."""
    keep(desk, report_cards.take(desk.kind, desk.work, row, key))


def take_cards(desk: Desk) -> None:
    """Keep what was edited in the rows of a free kind."""
    work = desk.work
    for row in range(len(work.rows)):
        work = report_cards.take(desk.kind, work, row, f"{desk.key}_{row}")
    keep(desk, work)


def take_nothing(desk: Desk, key: str) -> None:
    """Keep whether there is nothing to report."""
    keep(desk, replace(desk.work, nothing=bool(st.session_state[key])))


def add(desk: Desk) -> None:
    """An empty row last."""
    desk.renew(add_row(desk.work))
    save(desk)


def drop(desk: Desk, row: int) -> None:
    """A row fewer."""
    desk.renew(drop_row(desk.work, row))
    save(desk)
