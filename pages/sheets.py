"""Tables of pages, shown and offered as files."""

from functools import partial

from data_access.viewer import Viewer
from pages import export
from ui import sheet
from ui.sheet import Sheet


def show(one: Sheet, name: str, *, page: str, viewer: Viewer, height: int = 390) -> None:
    """The table and its download; `name` is the file's, and tells the two apart on the page."""
    sheet.show(one, f"tabell_{name}", height)
    show_file(one, name, page=page, viewer=viewer)


def show_file(one: Sheet, name: str, *, page: str, viewer: Viewer, label: str = "") -> None:
    """The table as a file alone."""
    told = {"tabell": name, "rader": len(one.table)}
    maker = partial(export.to_maker, viewer=viewer, what=page, told=told)
    sheet.show_download(one, name, maker, label)
