"""A table whose chosen cell is explained below it."""

from collections.abc import Callable

from ui import cells, explain, sheet
from ui.cells import Cell
from ui.explain import Explained
from ui.sheet import Sheet

ExplainCell = Callable[[Cell], Explained | None]


def draw(one: Sheet, key: str, height: int, known: ExplainCell | None) -> None:
    """The table, and its chosen cell explained by what the sheet says of itself, and by what
    `known` knows more; before that how one is chosen."""
    cell = cells.to_cell(sheet.show(one, key, height), one.table)
    if cell is None:
        explain.show_way(explain.cell_way())
    elif cells.names_its_row(one, cell):
        explain.show_way(explain.row_name_told())
    else:
        more = known(cell) if known else None
        explain.show(cells.merge(cells.to_explained(one, cell), more))
