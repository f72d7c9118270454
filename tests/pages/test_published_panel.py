"""The published figures on Trender: chosen by the address, the same for everybody."""

import pytest

from tests.pages.conftest import show

WHERE = {"bild": "publicerat"}


def to_words(app):
    return [
        one.value
        for kind in ("header", "subheader", "markdown", "caption")
        for one in app.get(kind)
    ]


@pytest.mark.usefixtures("example_data")
def test_a_series_with_a_course_is_shown_first():
    app = show("trender", **WHERE)
    assert not app.exception
    words = to_words(app)
    assert "Publicerade siffror för hela landet" in words
    assert any("inte rapporterade genom bob" in one for one in words)
    assert any(one.startswith("Barn under 15 år misstänkta") for one in words)
    assert len(app.get("vega_lite_chart")) == 1
    assert len(app.selectbox(key="c_publicerad").options) == 46
    assert len(app.table) == 1


@pytest.mark.usefixtures("example_data")
def test_the_address_says_which_and_the_choice_writes_it():
    app = show("trender", **WHERE, publicerad="natverk-aktiva")
    assert "Aktiva i kriminella nätverk" in to_words(app)
    assert not app.get("vega_lite_chart")
    assert "För få jämförbara år för ett diagram." in to_words(app)
    app.selectbox(key="c_publicerad").set_value("skjutningar").run()
    assert app.query_params["publicerad"] == "skjutningar"
    assert "Skjutningar" in to_words(app)


@pytest.mark.usefixtures("example_data")
def test_a_series_that_is_none_is_told_of():
    app = show("trender", **WHERE, publicerad="[x](y)")
    assert not app.exception
    assert [one.value for one in app.warning] == [
        "”\\[x\\](y)” är ingen publicerad serie. En annan visas."
    ]
