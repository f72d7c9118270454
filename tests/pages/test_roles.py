"""Each page as each role: whose it is, and that nobody else gets anything from it."""

import pytest

from data_access.viewer import Role
from pages import menu
from tests.pages.conftest import show
from tests.pages.walk import walk
from ui.people import role_name

# j = the page with what it shows, n = a word of why not, s = a start without figures
TABLE = """
            | lasare | rapportor | regional-samordnare | nationell-samordnare | administrator
oversikt    |   j    |     j     |          j          |          j           |       s
karta       |   j    |     j     |          j          |          j           |       n
omrade      |   j    |     j     |          j          |          j           |       n
etablering  |   j    |     j     |          j          |          j           |       n
tackning    |   j    |     j     |          j          |          j           |       n
deltagande  |   j    |     j     |          j          |          j           |       n
trender     |   j    |     j     |          j          |          j           |       n
insatser    |   j    |     j     |          j          |          j           |       n
exempel     |   j    |     j     |          j          |          j           |       n
rapportera  |   n    |     j     |          j          |          j           |       n
granska     |   n    |     n     |          j          |          j           |       n
lagesbilder |   j    |     j     |          j          |          j           |       n
register    |   j    |     j     |          j          |          j           |       n
anvandare   |   n    |     n     |          n          |          n           |       j
nycklar     |   n    |     n     |          n          |          n           |       j
logg        |   n    |     n     |          n          |          n           |       j
drift       |   n    |     n     |          n          |          n           |       j
rapporter   |   j    |     j     |          j          |          j           |       n
om          |   j    |     j     |          j          |          j           |       j
"""
FIGURES = ("etablerat", "Järva", "Luleå", "lokalpolisområden")
NOT_YOURS = "Den här sidan är inte för din roll"
NO_FIGURES = "Som administratör ser du inga siffror"


def cells():
    head, *rows = [line for line in TABLE.splitlines() if line.strip()]
    roles = [Role(name.strip()) for name in head.split("|")[1:]]
    for row in rows:
        page, *answers = (part.strip() for part in row.split("|"))
        for role, answer in zip(roles, answers, strict=True):
            yield page, role, answer


def everything(app):
    """All text of a page, tables' cells too."""
    tables = [frame.value.to_csv() for frame in app.dataframe]
    texts = [str(getattr(element, "value", "")) for element in app.main if element is not None]
    words = [*app.markdown, *app.caption, *app.header, *app.subheader, *app.metric, *app.info]
    return "\n".join([*tables, *texts, *(str(element.value) for element in words)])


def outcome(app):
    if any(NOT_YOURS in warning.value for warning in app.warning):
        return "n"
    return "s" if any(NO_FIGURES in text.value for text in app.markdown) else "j"


def test_the_table_holds_every_page_and_role():
    assert {(page, role) for page, role, _ in cells()} == {
        (entry.name, role) for entry in menu.entries() for role in Role
    }


@pytest.mark.parametrize("role", list(Role))
def test_each_page_is_for_its_roles(example_data_of_file, role):
    expected = {page: answer for page, of_role, answer in cells() if of_role is role}
    for page, app in walk(role):
        assert not app.exception, page
        assert outcome(app) == expected.pop(page), page
        assert app.menu_button[0].label == f"Visas som {role_name(role)}", page
        if outcome(app) != "j":
            assert not app.dataframe, page
            assert not app.selectbox, page
            assert not any(word in everything(app) for word in FIGURES), page
    assert not expected


def test_the_role_stays_over_pages_and_goes_back(example_data_of_file):
    app = show("karta", roll="regional-samordnare")
    app.switch_page("om.py")
    app.query_params.clear()
    app.run()
    assert app.query_params["roll"] == "regional-samordnare"
    app.menu_button[0].click("läsare").run()
    assert "roll" not in app.query_params
    assert app.menu_button[0].label == "Visas som läsare"


def test_a_role_that_is_not_one_is_a_readers(example_data_of_file):
    app = show("karta", roll="kung")
    assert app.menu_button[0].label == "Visas som läsare"
    assert "roll" not in app.query_params
