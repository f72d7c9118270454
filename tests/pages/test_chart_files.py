"""Every chart of every page can be taken away as a picture."""

import pytest

from data_access.audit import search_audit
from pages import export
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
from tests.viewers import ADMIN
from ui import chart_file

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
    files = [one for one in found.get("download_button") if one.proto.label == "SVG"]
    assert len(files) == len(drawn)
    told = [one.proto.help for one in files]
    assert len(set(told)) == len(told)  # each says which chart it is of


def test_a_file_is_noted_and_holds_the_chart(example_data_of_own, monkeypatch):
    makers = {}
    monkeypatch.setattr(
        chart_file, "show_button", lambda key, maker, _told: makers.update({key: maker})
    )
    page = show("etablering")
    assert not page.exception
    svg = makers["etablering_steg"]().decode()
    assert svg.startswith("<svg") and "EXEMPELDATA" in svg and "Områden per steg" in svg
    found = search_audit(viewer=ADMIN, action="export")
    assert found["after"].tolist() == ['{"bild":"etablering_steg"}']


def test_a_file_that_is_refused_is_a_picture_that_says_why(example_data_of_own, monkeypatch):
    makers = {}
    monkeypatch.setattr(
        chart_file, "show_button", lambda key, maker, _told: makers.update({key: maker})
    )
    show("etablering")
    monkeypatch.setattr(export, "may_export", lambda _subject: False)
    svg = makers["etablering_steg"]().decode()
    assert svg.startswith("<svg") and "många filer" in svg and "etablerat" not in svg
