"""Tables of pages, shown with where each figure comes from, and offered as files."""

from collections.abc import Callable
from functools import partial

from data_access.viewer import Viewer
from pages import export, part
from ui import cells, explain, sheet
from ui.cells import Cell
from ui.explain import Explained
from ui.sheet import Sheet

ExplainCell = Callable[[Cell], Explained | None]


def show(
    one: Sheet,
    name: str,
    *,
    page: str,
    viewer: Viewer,
    height: int = 390,
    explain: ExplainCell | None = None,
) -> None:
    """The table and its download; `name` is the file's, and tells the two apart on the page."""
    show_table(one, name, viewer=viewer, height=height, explain=explain)
    show_file(one, name, page=page, viewer=viewer)


def show_table(
    one: Sheet,
    name: str,
    *,
    viewer: Viewer,
    height: int = 390,
    explain: ExplainCell | None = None,
) -> None:
    """The table, and below it its chosen cell explained: by what the sheet says of itself, and by
    what `explain` knows more. A choice runs the table alone."""
    key = f"tabell_{name}"
    part.show(key, lambda _viewer: _draw(one, key, height, explain), viewer, alone=True)


def show_file(one: Sheet, name: str, *, page: str, viewer: Viewer, label: str = "") -> None:
    """The table as a file alone."""
    told = {"tabell": name, "rader": len(one.table)}
    maker = partial(export.to_maker, viewer=viewer, what=page, told=told)
    sheet.show_download(one, name, maker, label)


def _draw(one: Sheet, key: str, height: int, known: ExplainCell | None) -> None:
    cell = cells.to_cell(sheet.show(one, key, height), one.table)
    if cell is None:
        explain.show_way(explain.cell_way())
    elif cells.names_its_row(one, cell):
        explain.show_way(explain.row_name_told())
    else:
        more = known(cell) if known else None
        explain.show(cells.merge(cells.to_explained(one, cell), more))
