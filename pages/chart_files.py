"""Charts as pictures that are taken away: noted, and made only for who may still see."""

from collections.abc import Callable
from functools import partial

from data_access.viewer import Viewer
from pages import export, part
from ui import chart_file
from ui.chart_base import Drawing, Title


def show(drawing: Drawing, title: Title, key: str, viewer: Viewer) -> None:
    """The ways to take the chart away, in each form, as a part of their own."""
    part.show(f"bild_{key}", lambda asker: draw(drawing, title, key, asker), viewer, alone=True)


def draw(drawing: Drawing, title: Title, key: str, viewer: Viewer) -> None:
    """The same within a part, which their control runs."""

    def to_maker(name: str) -> Callable[[], bytes]:
        form, told = chart_file.FORMS[name], {"bild": key, "form": name}
        make = partial(form.make, drawing, title)
        return export.to_maker(make, viewer, "diagram", told, form.note)

    chart_file.show_buttons(key, to_maker, {"name": ", ".join(title.lines)})
