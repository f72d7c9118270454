"""Choosing a cell of a page's table, as a browser tells of it, and what is then said."""

from streamlit.testing.v1 import AppTest

from ui.headings import to_plain

NONE: dict[str, dict[str, list[list[object]]]] = {"selection": {"cells": []}}


def find_table(page: AppTest, name: str):
    """The table with that name."""
    return next(one.value for one in page.dataframe if one.proto.id.endswith(f"tabell_{name}"))


def choose(page: AppTest, name: str, row: int, column: str) -> dict[str, str]:
    """What is said of a cell: its heading under '', and label → words. No other is chosen."""
    assert column in find_table(page, name).columns
    for one in page.dataframe:
        if "tabell_" in one.proto.id:
            page.session_state["tabell_" + one.proto.id.split("tabell_")[1]] = NONE
    page.session_state[f"tabell_{name}"] = {"selection": {"cells": [[row, column]]}}
    page.run()
    assert not page.exception, page.exception
    return told(page)


def told(page: AppTest) -> dict[str, str]:
    """What the page explains, the last of it: as of `choose`."""
    lines = [to_plain(one.value) for one in page.markdown]
    at = max(place for place, one in enumerate(lines) if one.startswith("- Definition:"))
    rows = (line.removeprefix("- ").split(": ", 1) for line in lines[at].splitlines())
    return {"": lines[at - 1], **dict(rows)}
