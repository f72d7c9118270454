"""The guided look: each role's steps, and that it opens by itself once, where one signs in."""

import pytest

from data_access.viewer import Role
from tests.pages.conftest import show
from tests.pages.test_signed_in import signed_in, with_sign_in
from ui.guide import to_steps
from ui.people import role_name

__all__ = ["signed_in", "with_sign_in"]

DUTIES = {
    Role.LASARE: "Du läser det som är publicerat",
    Role.RAPPORTOR: "Du rapporterar för dina områden",
    Role.REGIONAL: "Granska och publicera",
    Role.NATIONELL: "provar nästa utgåva",
    Role.ADMIN: "Siffror visas inte för din roll",
}


def is_open(app):
    return any(button.key == "rundtur_nasta" for button in app.button)


def headings(app):
    return [head.value for head in app.subheader]


def said(app):
    return " ".join(text.value for text in app.markdown)


def go_through(app):
    """Every step's heading, and the app when it has been closed by its last button."""
    seen = []
    while is_open(app):
        seen.append(next(text.value for text in app.caption if text.value.startswith("Steg ")))
        app.button(key="rundtur_nasta").click().run()
    return seen, app


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_three_to_five_steps_and_its_own_duties(role):
    steps = to_steps(str(role), "Täckning", "Hur stor andel?")
    assert 3 <= len(steps) <= 5
    assert "**Täckning**: Hur stor andel?" in steps[0].text
    own = next(one for one in steps if one.title == f"Det gör du som {role_name(role)}")
    assert DUTIES[role] in own.text


@pytest.mark.parametrize("role", [Role.LASARE, Role.ADMIN])
def test_in_the_demonstration_a_line_opens_it_and_it_is_gone_through(example_data, role):
    app = show("oversikt", roll=str(role))
    assert not is_open(app)
    app.button(key="rundtur_ny").click().run()
    count = len(to_steps(str(role), "", ""))
    seen, app = go_through(app)
    assert seen == [f"Steg {n} av {count}" for n in range(1, count + 1)]
    assert not is_open(app)
    assert "rundtur_ny" not in [button.key for button in app.button]
    assert not app.exception


def test_one_goes_back_and_over(example_data):
    app = show("oversikt")
    app.button(key="rundtur_ny").click().run()
    assert app.button(key="rundtur_da").disabled
    app.button(key="rundtur_nasta").click().run()
    assert "Urvalet är adressen" in headings(app)
    app.button(key="rundtur_da").click().run()
    assert "Det här visar sidan" in headings(app)
    app.button(key="rundtur_over").click().run()
    assert not is_open(app)


def test_the_line_stands_on_the_start_page_alone(example_data):
    assert "rundtur_ny" not in [button.key for button in show("register").button]


def test_it_can_be_seen_again_from_the_page_on_the_data(example_data):
    app = show("om")
    app.button(key="rundtur_om").click().run()
    assert is_open(app)
    assert "**Om uppgifterna**" in said(app)


def test_who_signs_in_sees_it_the_first_time_and_not_again(signed_in):
    signed_in()
    app = show("register")
    assert is_open(app)
    assert "rundtur_ny" not in [button.key for button in app.button]
    app.button(key="rundtur_over").click().run()
    assert not is_open(app)
    app.run()
    assert not is_open(app)
    assert not is_open(show("register"))


def test_what_can_not_be_noted_is_not_shown(signed_in, monkeypatch):
    from data_access import visits
    from data_access.errors import NotWritable

    def refuse(*_told, **_more):
        raise NotWritable("full", "disk")

    monkeypatch.setattr(visits, "note", refuse)
    signed_in()
    app = show("register")
    assert not app.exception
    assert not is_open(app)
