"""A table that is to be scrolled says so."""

import pytest

from ui.tall_tables import to_height, to_seen


@pytest.mark.parametrize(("rows", "height"), [(0, 37), (3, 142), (14, 527), (1323, 560)])
def test_a_table_is_as_tall_as_its_rows_and_no_taller_than_allowed(rows, height):
    assert to_height(rows, 560) == height


def test_how_many_rows_are_seen_is_said_only_when_there_are_more():
    assert to_seen(14, 14) == ""
    assert to_seen(1323, 14).startswith("Tabellen visar 14 av 1\xa0323 rader.")
