"""Every page of the menu as one who asks."""

from collections.abc import Collection, Iterator

from streamlit.testing.v1 import AppTest

from data_access.viewer import Role
from pages import menu
from tests.pages.conftest import show


def walk(role: Role, but: Collection[str] = (), **parameters: str) -> Iterator[tuple[str, AppTest]]:
    """(name, page) of every page that there is `but` some at that address, in one visit of the
    role's."""
    asked = {"roll": str(role), **parameters}
    app = show(menu.START, **asked)
    yield menu.START, app
    for entry in menu.entries():
        if entry.name in {menu.START, *but}:
            continue
        app.switch_page(f"{entry.name}.py")
        app.query_params.clear()
        for name, value in asked.items():
            app.query_params[name] = value
        yield entry.name, app.run()
