"""Utgåvor in Granska: who may publish, what is said before and after, and every refusal."""

import pytest

from data_access.approval import approve
from data_access.connect import BadDatabaseUrl
from data_access.lease import holding
from data_access.releases import fetch_releases
from data_access.releasing import JOB, make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from indicators.protection.cell_errors import NegativeCount
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.pages.conftest import show

LEAD = DEMONSTRATIONS[Role.NATIONELL]
UNIT = Unit("lpo-lulea-boden", "atgarder", Quarter(2026, 3))

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def report():
    row = Row({"atgard": "sspf-insats", **dict.fromkeys(CELLS, 3), "anteckning": "prov"})
    send({UNIT: (row,)}, expected={UNIT: 0}, viewer=LEAD, source="prov", channel="formular")
    approve([read_submissions([UNIT], viewer=LEAD)[UNIT].id], viewer=LEAD)


def opened(role=Role.NATIONELL):
    return show("granska", roll=str(role), vy="utgavor")


def labels(page):
    return [one.label for one in page.button]


def said(page):
    return " ".join(one.value for one in page.markdown)


def publish(page, note=""):
    page.text_input(key="utgava_not").set_value(note)
    return page.button(key="utgava_nu").click().run()


def test_without_a_release_it_is_said_that_readers_see_nothing():
    page = opened()
    assert page.info[1].value == "Ingen utgåva är publicerad än. Läsarna ser inga antal."
    assert "Inget är godkänt sedan den senaste utgåvan." in said(page)
    assert "Publicera nu" not in labels(page)


def test_what_is_approved_is_told_and_published_with_its_note():
    report()
    page = opened()
    assert "Sedan den senaste utgåvan: 1 rapport är ny." in said(page)
    page = publish(page, "Tredje kvartalet")
    assert not page.exception
    assert page.success[0].value == "**Utgåva 1 är publicerad.**"
    table = page.dataframe[0].value
    assert table["Utgåva"].to_list() == [1]
    assert table["Anteckning"].to_list() == ["Tredje kvartalet"]
    assert table["Avvikelse, lokalpolisområde"].to_list() == ["–"]
    assert "Publicera nu" not in labels(page)


def test_the_rule_of_rounding_is_said():
    assert "Små tal är avrundade: 1–4 visas som 0 eller 5." in said(opened())


def test_who_only_approves_sees_the_releases_and_publishes_none():
    report()
    make_release(viewer=LEAD)
    page = opened(Role.REGIONAL)
    assert page.dataframe[0].value["Utgåva"].to_list() == [1]
    assert "Publicera nu" not in labels(page)
    assert "Sedan den senaste" not in said(page)


def test_a_job_under_way_elsewhere_is_said_and_nothing_is_published():
    report()
    page = opened()
    with holding(JOB):
        page = publish(page, "Tredje kvartalet")
    assert page.text_input(key="utgava_not").value == "Tredje kvartalet"
    assert page.error[0].value == (
        "**Inget är publicerat.** Någon annan gör en utgåva just nu. Försök igen om en stund."
    )
    assert fetch_releases(viewer=LEAD) == ()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BadDatabaseUrl("away"), "Databasen svarar inte just nu."),
        (NegativeCount("a cell"), "går inte att publicera. Loggen säger vad."),
    ],
)
def test_a_reason_is_said_in_swedish_whatever_it_is(monkeypatch, error, words):
    def fail(**_arguments):
        raise error

    report()
    page = opened()
    monkeypatch.setattr("pages.release_desk.make_release", fail)
    page = publish(page)
    assert words in page.error[0].value
    assert str(error) not in page.error[0].value


def test_a_changed_base_is_said_in_words(monkeypatch):
    import settings

    report()
    make_release(viewer=LEAD)
    other = UNIT._replace(area="lpo-umea")
    row = Row({"atgard": "sspf-insats", **dict.fromkeys(CELLS, 3), "anteckning": "prov"})
    send({other: (row,)}, expected={other: 0}, viewer=LEAD, source="prov", channel="formular")
    approve([read_submissions([other], viewer=LEAD)[other].id], viewer=LEAD)
    page = opened()
    monkeypatch.setenv("BOB_PROTECTION_BASE", "10")
    settings.load.cache_clear()
    page = publish(page)
    assert "en annan bas än i den förra utgåvan" in page.error[0].value


def test_a_published_report_says_so_where_it_is_reported_and_where_it_is_reviewed():
    report()
    make_release(viewer=LEAD)
    place = {"enhet": UNIT.area, "slag": UNIT.kind, "period": str(UNIT.period)}
    assert "publicerad i utgåva 1" in said(show("rapportera", roll=str(Role.NATIONELL), **place))
    page = show("granska", roll=str(Role.NATIONELL), enhet="_".join(map(str, UNIT)))
    assert "■ publicerad i utgåva 1" in said(page)
    assert "Lås upp" in labels(page)
    listed = show("granska", roll=str(Role.NATIONELL), vy="lista", tillstand="publicerad")
    assert listed.dataframe[0].value["Läge"].to_list() == ["■ publicerad i utgåva 1"]
