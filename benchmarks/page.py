"""A page run in this process, without a server or a browser."""

from datetime import date

from streamlit.testing.v1 import AppTest

import clock
from pages import answer, first_map
from tests.served import ROOT

START = "oversikt"


def show(page: str, on: date, **parameters: str) -> AppTest:
    """The page on the day, as the first that a visitor opens; nobody waits for a browser."""
    clock.today = lambda: on
    first_map.LONGEST_WAIT = 0.0
    answer.PAINTED = 0.0
    app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=600)
    if page != START:
        app.switch_page(f"{page}.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].message}")
    return app
