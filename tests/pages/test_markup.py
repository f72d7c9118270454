"""What somebody has typed is shown as text on every page, never as markup."""

import re
from datetime import date

import pytest

from data_access.council_events import add_assessment, add_event
from data_access.councils import add_council, cover_area
from tests.pages.conftest import show, show_each
from tests.viewers import PLAYER
from ui.headings import to_plain

NAME = "<img src=x onerror=alert(1)> **fet** [länk](javascript:alert(2)) {{ 7*7 }} $x$ :smile:"
REASON = "<script>alert(3)</script> _kursiv_ # rubrik"
DAY = date(2025, 6, 2)
HOW = {"viewer": PLAYER, "source": "<b>källa</b>"}
LIVE = re.compile(r"(?<!\\)(<|\*\*fet|\[länk|_kursiv|\$x|:smile)")


def add_marked_up():
    """A council and its reasons are full of markup."""
    add_council("prov", NAME, "lokal", **HOW)
    cover_area("prov", "lpo-norra-lappland", DAY, **HOW)
    add_event("prov", "ej-aktuellt", DAY, reason=REASON, **HOW)
    add_event("prov", "etablerat", date(2025, 6, 16), **HOW)
    add_assessment("lpo-norra-lappland", True, REASON, DAY, **HOW)


@pytest.fixture
def marked_up(filled):
    filled(add_marked_up)


@pytest.mark.parametrize(
    "parameters",
    [
        {"dag": "2025-06-10", "sedan": "2025-06-01", "omrade": "lpo-norra-lappland"},
        {"dag": "2025-06-30", "sedan": "2025-06-01", "omrade": "lpo-norra-lappland"},
        {"dag": "2025-06-30", "jamfor": "2025-06-10", "omrade": "2584", "niva": "kommun"},
    ],
)
def test_markup_in_names_and_reasons_is_shown_as_text(marked_up, parameters):
    typed = 0
    for page, app in show_each(**parameters):
        assert [error.message for error in app.exception] == [], page
        assert not [part for part in app.markdown if part.allow_html], page
        for kind in ("markdown", "caption", "header", "title", "warning", "info", "progress"):
            for part in getattr(app, kind):
                text = str(getattr(part, "text", None) or part.value)
                if "alert" in text:
                    assert not LIVE.search(text), (page, kind, text)
                    typed += 1
        for text in (str(cell) for one in app.table for cell in one.value.to_numpy().flat):
            assert not ("alert" in text and LIVE.search(text)), (page, text)
    assert typed


def test_the_councils_name_is_really_on_the_page(marked_up):
    for page in ("omrade", "karta"):
        app = show(page, omrade="lpo-norra-lappland", dag="2025-06-30")
        assert any("\\<img src=x" in part.value for part in app.caption)


def test_the_councils_name_is_whole_in_the_table_of_events(marked_up):
    app = show("omrade", omrade="lpo-norra-lappland", dag="2025-06-30")
    assert NAME in {to_plain(one) for one in app.table[0].value["Råd"]}


def test_a_picture_of_stages_holds_no_name(marked_up):
    app = show("omrade", omrade="lpo-norra-lappland", dag="2025-06-30")
    pictures = app.get("image")
    assert pictures
    for picture in pictures:
        assert "alert" not in str(picture.proto)
