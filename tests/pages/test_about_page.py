"""Om uppgifterna: what is said to come from public sources does, and is not what was reported."""

import pytest

import clock
import settings
from data_access.council_events import add_event
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.coverage import SHARES
from pages.about_reads import fetch_public_events
from tests.pages.conftest import show
from tests.viewers import WRITER
from ui.about_accessibility import Owner, whose
from ui.coverage_choice import measure_name

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def test_what_was_reported_is_not_told_as_publicly_known():
    lead = DEMONSTRATIONS[Role.NATIONELL]
    before = fetch_public_events(viewer=lead)
    council = "lokalt-rad-haninge-nynashamn"
    add_event(council, "vilande", clock.today(), viewer=WRITER, source="Inlämning 1")
    after = fetch_public_events(viewer=lead)
    assert len(after) == len(before) > 0
    assert "Inlämning 1" not in set(after["source"])


def test_how_coverage_is_counted_is_told_for_each_share():
    (table,) = [one.value for one in show("om").table if "Täckt till en del" in str(one.value)]
    assert {measure_name(one) for one in SHARES} <= set(table["Begrepp"])


def test_it_leads_to_open_data():
    assert any("(/api/v1/)" in text.value for text in show("om").markdown)
    assert any("(/api/v1/?sprak=en)" in text.value for text in show("om", sprak="en").markdown)


def _statement(monkeypatch: pytest.MonkeyPatch, **set_to: str) -> str:
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    settings.load.cache_clear()
    app = show("om", innehall="tillganglighet")
    assert app.header[0].value == "Tillgänglighetsredogörelse"
    assert len(app.header) == len(show("om").header)
    return "\n".join(text.value for text in app.markdown)


def test_the_statement_of_a_demonstration_says_so_and_that_a_contact_has_to_be_named(monkeypatch):
    told = _statement(monkeypatch)
    assert "**demonstration**" in told and "**Ingen kontakt är angiven.**" in told
    assert "delvis förenlig" in told and "digg.se" in told


def test_the_statement_names_the_contact_as_text(monkeypatch):
    told = _statement(monkeypatch, BOB_CONTACT="a_b@example.se")
    assert "a\\_b@\u2060example.se" in told and "Ingen kontakt" not in told


def test_who_answers_is_named_and_else_asked_for():
    named = whose(Owner("Länsstyrelsen *X*", ""), demonstration=False)
    assert named == "Länsstyrelsen \\*X\\* ansvarar för tjänsten."
    assert "Ingen ansvarig är angiven" in whose(Owner("", ""), demonstration=False)


def test_the_statement_says_where_what_people_write_is_not_marked_as_swedish():
    app = show("om", innehall="tillganglighet", sprak="en")
    told = " ".join(one.value for one in app.markdown)
    assert "In tables, lists and sentences it is not marked (3.1.2)" in told
