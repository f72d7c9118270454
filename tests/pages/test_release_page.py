"""Utgåvor in Granska: who may publish, what is said before and after, and every refusal."""

from threading import Thread

import pandas as pd
import pytest

from data_access.approval import approve, unlock
from data_access.connect import BadDatabaseUrl
from data_access.lease import holding
from data_access.releases import fetch_releases
from data_access.releasing import JOB, make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from indicators.protection.cell_errors import NegativeCount
from indicators.protection.rounding import round_cells
from pages import turns
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.pages.conftest import show
from ui.release_tables import to_before_and_after

LEAD = DEMONSTRATIONS[Role.NATIONELL]
UNIT = Unit("lpo-lulea-boden", "atgarder", Quarter(2026, 3))
OTHER = UNIT._replace(area="lpo-umea")

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def report(unit=UNIT, count=3):
    held = read_submissions([unit], viewer=LEAD).get(unit)
    if held:
        unlock([held.id], "prov", viewer=LEAD)
    row = Row({"atgard": "sspf-insats", **dict.fromkeys(CELLS, count), "anteckning": "prov"})
    seen = {unit: held.revision if held else 0}
    send({unit: (row,)}, expected=seen, viewer=LEAD, source="prov", channel="formular")
    approve([read_submissions([unit], viewer=LEAD)[unit].id], viewer=LEAD)


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
    nothing = "Ingen utgåva är publicerad än. Läsarna ser inga antal och inga rapporter."
    assert page.info[1].value == nothing
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
    quality = page.dataframe[1].value
    assert quality["Nivå"].to_list()[:2] == ["Lokalpolisområde", "Polisområde"]
    assert quality["Avvikelse i medeltal"].isna().all()  # too few sums to be told
    assert "Publicera nu" not in labels(page)


def test_reports_without_counts_are_tried_and_published_alone():
    unit = Unit("lpo-lulea-boden", "deltagande", Quarter(2026, 3))
    met = {"aktor": "skola", "form": "medlem", "hallna": 4, "deltagit": 3}
    send({unit: (Row(met),)}, expected={unit: 0}, viewer=LEAD, source="prov", channel="formular")
    approve([read_submissions([unit], viewer=LEAD)[unit].id], viewer=LEAD)
    page = opened().button(key="utgava_prova").click().run()
    assert not page.exception
    assert "**Rapporter utan antal unga** visas som de har godkänts." in said(page)
    assert page.dataframe[0].value.iloc[0].to_list() == ["Deltagande", 1, 1, 0]
    page = publish(page)
    assert not page.exception
    assert page.success[0].value == "**Utgåva 1 är publicerad.**"
    assert "Inget är godkänt sedan den senaste utgåvan." in said(page)


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


def test_a_note_that_points_out_a_person_is_refused_in_words_and_stays_to_be_mended():
    report()
    page = publish(opened(), "Frågor: anna.berg@kommun.se")
    assert "Anteckningen ser ut att peka ut en person" in page.error[0].value
    assert page.text_input(key="utgava_not").value == "Frågor: anna.berg@kommun.se"
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
    monkeypatch.setattr("pages.release_next.make_release", fail)
    page = publish(page)
    assert words in page.error[0].value
    assert str(error) not in page.error[0].value


def test_others_are_shown_their_pages_while_a_release_is_made(monkeypatch):
    ended = []

    def take_a_turn():
        with turns.taken():
            ended.append(True)

    def make_beside_another(**arguments):
        another = Thread(target=take_a_turn, daemon=True)
        another.start()
        another.join(5)
        ended.append(not another.is_alive())
        return make_release(**arguments)

    report()
    page = opened()
    monkeypatch.setattr(turns, "LONGEST_WAIT", 60)
    monkeypatch.setattr("pages.release_next.make_release", make_beside_another)
    assert "är publicerad" in publish(page).success[0].value
    assert ended == [True, True]


def test_a_changed_base_is_said_in_words(monkeypatch):
    import settings

    report()
    make_release(viewer=LEAD)
    report(OTHER)
    page = opened()
    monkeypatch.setenv("BOB_PROTECTION_BASE", "10")
    settings.load.cache_clear()
    page = publish(page)
    assert "Gränsen för små tal är en annan än i den förra utgåvan" in page.error[0].value


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


def tables(page):
    """Each table's columns → its rows."""
    return {tuple(one.value.columns): one.value for one in page.dataframe}


def table_with(page, *columns):
    return next(one for names, one in tables(page).items() if set(columns) <= set(names))


def tried(page):
    return page.button(key="utgava_prova").click().run()


def test_a_trial_shows_raw_beside_protected_and_publishes_nothing():
    report()
    page = tried(opened())
    assert not page.exception
    assert "6 uppgifter från 1 område och 1 kvartal." in said(page)
    assert page.success[0].value.startswith("Skyddskontrollen fann inget")
    contents = table_with(page, "Uppgift", "Nya")
    assert contents.to_dict("records")[0]["Uppgift"] == "Insats genom SSPF"
    row = table_with(page, "Lokalpolisområde", "Summa").iloc[0]
    assert row["Lokalpolisområde"] == "Luleå-Boden"
    assert row["Kvinnor 12–14"] in ("3 → 0", "3 → 5")
    assert row["Summa"].startswith("18 → ")
    deviation = table_with(page, "Delad på", "I medeltal")
    assert len(deviation) == 48
    assert fetch_releases(viewer=LEAD) == ()
    assert "Publicera nu" in labels(page)


@pytest.mark.parametrize(
    ("count", "value", "reason", "words"),
    [
        (3, 5, "ok", "3 → 5"),
        (12, 12, "ok", "12"),
        (0, 0, "ok", "0"),
        (pd.NA, pd.NA, "saknas", "saknas"),
        (pd.NA, pd.NA, "ej-tillampligt", "ej tillämpligt"),
    ],
)
def test_a_figure_that_the_protection_leaves_stands_as_it_is(count, value, reason, words):
    cell = {"area": "lpo-a", "sex": "totalt", "age": "totalt", "what": "ny", "reason": reason}
    cells = pd.DataFrame([cell | {"count": count, "value": value}])
    table = to_before_and_after(cells, {"lpo-a": "A"})
    assert table.to_dict("records") == [{"Lokalpolisområde": "A", "Alla 12–20": words}]


def test_a_trial_holds_until_something_else_is_approved():
    report()
    page = tried(opened())
    report(OTHER)
    page = page.run()
    assert "gäller inte längre" in page.warning[0].value
    assert ("Delad på",) not in {names[1:2] for names in tables(page)}
    page = tried(page)
    assert "12 uppgifter från 2 områden" in said(page)


def test_a_trial_is_seen_in_no_other_role_of_the_same_visit():
    report()
    page = tried(opened())
    page.query_params["roll"] = str(Role.REGIONAL)
    page = page.run()
    assert not page.exception
    assert "Så här skulle" not in " ".join(one.value for one in page.subheader)
    assert not any("Summa" in names for names in tables(page))


def test_what_stops_a_release_is_listed_by_name_when_tried_and_when_published(monkeypatch):
    def leak(cells, key, base, told):
        protected = round_cells(cells, key, base, told)
        return protected.assign(value=protected["value"].where(cells["count"] != 3, 3))

    report()
    monkeypatch.setattr("data_access.release_plan.round_cells", leak)
    page = tried(opened())
    assert "hindrar utgåvan" in page.error[0].value
    found = table_with(page, "Vad", "Område")
    assert set(found["Område"]) == {"Luleå-Boden"}
    assert set(found["Period"]) == {"2026 K3"}
    assert set(found["Kön"]) == {"Kvinnor", "Män"}
    hindered = next(one for one in page.get("popover") if one)
    assert hindered.proto.popover.disabled
    page = opened()
    page = publish(page)
    assert page.error[0].value.startswith("**Inget är publicerat.**")
    assert len(table_with(page, "Vad", "Område")) >= 6
    assert fetch_releases(viewer=LEAD) == ()


def test_why_a_trial_could_not_be_made_is_said(monkeypatch):
    import settings

    report()
    make_release(viewer=LEAD)
    report(OTHER)
    page = opened()
    monkeypatch.setenv("BOB_PROTECTION_KEY", "k" * 40)
    settings.load.cache_clear()
    page = tried(page)
    assert page.error[0].value.startswith("**Provet kunde inte göras.** Nyckeln")


def publish_two():
    """A report and its release, and then another count and another area's report."""
    report(count=12)
    make_release(viewer=LEAD)
    report(count=30)
    report(OTHER, 40)
    make_release(viewer=LEAD)


def test_two_releases_are_compared_figure_by_figure(filled):
    filled(publish_two)
    page = opened(Role.REGIONAL)
    assert "Från utgåva 1 till utgåva 2: 6 uppgifter är ändrade, 6 är nya och 0" in said(page)
    table = table_with(page, "Utgåva 1", "Utgåva 2")
    assert table["Utgåva 1"].to_list() == ["12"] * 6
    assert table["Utgåva 2"].to_list() == ["30"] * 6
    page = page.selectbox(key="utgava_niva").select("polisregion").run()
    table = table_with(page, "Utgåva 1", "Utgåva 2")
    assert table.to_dict("records") == [
        {
            "Uppgift": "Insats genom SSPF",
            "Område": "Nord",
            "Period": "2026 K3",
            "Kön": "Alla",
            "Ålder": "12–20",
            "Utgåva 1": "72",
            "Utgåva 2": "420",
        }
    ]
    page = page.selectbox(key="utgava_fran").select(2).run()
    assert "visar samma uppgifter" in said(page)


def test_a_comparison_has_an_address_and_a_bad_one_is_as_none(filled):
    filled(publish_two)
    place = {"roll": str(Role.REGIONAL), "vy": "utgavor"}
    page = show("granska", **place, fran="2", till="1", niva="polisregion")
    assert "Från utgåva 2 till utgåva 1: 1 uppgift är ändrad" in said(page)
    page = show("granska", **place, fran="9", till="x", niva="lan")
    assert not page.exception
    assert "Från utgåva 1 till utgåva 2: 6 uppgifter är ändrade" in said(page)
