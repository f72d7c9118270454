"""Tables of pages, shown with where each figure comes from, and offered as files."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from types import MappingProxyType
from typing import Any

from data_access.viewer import Viewer
from pages import export, part, table_cells
from pages.table_cells import ExplainCell
from ui import paper, sheet_files
from ui.sheet import Sheet


def show(
    one: Sheet,
    name: str,
    *,
    page: str,
    viewer: Viewer,
    height: int = 390,
    explain: ExplainCell | None = None,
    folded: bool = False,
) -> None:
    """The table and its download, as `show_table` and `show_file` draw them, in one part."""

    def draw(_viewer: Viewer) -> None:
        _draw_table(one, name, height, explain, folded=folded)
        draw_file(one, name, page=page, viewer=viewer)

    part.show(f"tabell_{name}", draw, viewer, alone=True)


def show_table(
    one: Sheet,
    name: str,
    *,
    viewer: Viewer,
    height: int = 390,
    explain: ExplainCell | None = None,
    folded: bool = False,
) -> None:
    """The table, and below it its chosen cell explained: by what the sheet says of itself, and by
    what `explain` knows more. A choice runs the table alone. On paper it is text, but where it is
    `folded` away: that is sent to everybody, and printed by few."""

    def draw(_viewer: Viewer) -> None:
        _draw_table(one, name, height, explain, folded=folded)

    part.show(f"tabell_{name}", draw, viewer, alone=True)


def show_file(one: Sheet, name: str, *, viewer: Viewer, **more: Any) -> None:
    """The table as files alone, as `draw_file` draws them, in a part."""

    def draw(asker: Viewer) -> None:
        draw_file(one, name, viewer=asker, **more)

    part.show(f"filer_{name}", draw, viewer, alone=True)


def draw_file(
    one: Sheet,
    name: str,
    *,
    page: str,
    viewer: Viewer,
    label: str = "",
    told: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """The table as files, within a part; `told` is what is noted of it beside its (unique) name."""
    noted = {"tabell": name, "rader": len(one.table), **told}

    def to_maker(make: Callable[[], bytes], form: str) -> Callable[[], bytes]:
        note = sheet_files.NOTES[form]
        return export.to_maker(make, viewer, page, noted | {"form": form}, note)

    sheet_files.show(one, name, to_maker, label)


def _draw_table(
    one: Sheet, name: str, height: int, known: ExplainCell | None, *, folded: bool
) -> None:
    with nullcontext() if folded else paper.twinned(one.table, name, one.heads):
        table_cells.draw(one, f"tabell_{name}", height, known)
