"""Every chart of every page can be taken away as a picture."""

import pytest

from data_access.audit import search_audit
from pages import export
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
from tests.viewers import ADMIN
from ui import chart_file

PNG = b"\x89PNG\r\n"
ADDRESSES = (  # with the least number of charts
    ("trender", {}, 1),
    ("trender", {"bild": "regioner"}, 7),
    ("trender", {"bild": "kon"}, 2),
    ("trender", {"bild": "publicerad"}, 1),
    ("etablering", {}, 9),
    ("tackning", {}, 6),
    ("deltagande", {}, 3),
    ("insatser", {}, 5),
    ("insatser", {"del": "mal"}, 8),
    ("insatser", {"del": "hinder"}, 1),
    ("insatser", {"del": "resurser"}, 0),
    ("exempel", {}, 1),
    ("omrade", {"omrade": "pr-nord"}, 1),
)


def to_catch(makers):
    """Puts what each button would run among the makers."""

    def catch(key, to_maker, _told):
        makers.update({f"{key}.{form}": to_maker(form) for form in chart_file.FORMS})

    return catch


@pytest.fixture
def example(filled):
    """The example's own release."""
    filled(release_example)


@pytest.mark.parametrize(("page", "parameters", "least"), ADDRESSES)
def test_each_chart_has_its_file(example, page, parameters, least):
    found = show(page, **parameters)
    assert not found.exception
    drawn = found.get("vega_lite_chart")
    assert len(drawn) >= least
    files = [one.proto.popover for one in found.get("popover") if one.proto.popover.label == "Bild"]
    assert len(files) == len(drawn)
    told = [one.help for one in files]
    assert len(set(told)) == len(told)  # each says which chart it is of
    assert not [one for one in found.get("download_button") if "Bild" in one.proto.label]


def test_an_opened_control_has_each_form(example_data):
    page = show("etablering")
    page.session_state["bild_etablering_steg"] = True
    labels = [one.proto.label for one in page.run().get("download_button")]
    assert labels == ["Bild (SVG)", "Bild för tryck (PNG)"]


def test_a_file_is_noted_and_holds_the_chart(example_data_of_own, monkeypatch):
    makers = {}
    monkeypatch.setattr(chart_file, "show_buttons", to_catch(makers))
    page = show("etablering")
    assert not page.exception
    svg = makers["etablering_steg.svg"]().decode()
    assert svg.startswith("<svg") and "EXEMPELDATA" in svg and "Områden per steg" in svg
    assert makers["etablering_steg.png"]().startswith(PNG)
    found = search_audit(viewer=ADMIN, action="export")
    assert found["after"].tolist() == [
        '{"bild":"etablering_steg","form":"png"}',
        '{"bild":"etablering_steg","form":"svg"}',
    ]


def test_a_file_that_is_refused_is_a_picture_that_says_why(example_data_of_own, monkeypatch):
    makers = {}
    monkeypatch.setattr(chart_file, "show_buttons", to_catch(makers))
    show("etablering")
    monkeypatch.setattr(export, "may_export", lambda _subject: False)
    svg = makers["etablering_steg.svg"]().decode()
    assert svg.startswith("<svg") and "många filer" in svg and "etablerat" not in svg
    png = makers["etablering_steg.png"]()
    assert png.startswith(PNG) and len(png) < 50_000
