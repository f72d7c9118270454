"""Granska as each who may approve: see who has sent what, open, approve, send back, unlock."""

import re

import pytest
from streamlit.testing.v1 import AppTest

import clock
import words
from data_access import approval
from data_access.approval import WrongState
from data_access.engine import DatabaseUnavailable
from data_access.submissions import list_submissions, read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter, quarters_before
from pages import review_periods
from pages.report_viewer import narrowed
from reporting.rows import Row, Unit
from tests.pages.conftest import show
from tests.pages.test_languages import elements, texts
from ui.review_search import to_address

NATIONAL, REGIONAL = Role.NATIONELL, Role.REGIONAL
LEAD = DEMONSTRATIONS[NATIONAL]
PERIOD = review_periods.to_default(clock.today())
METHOD = "Uppsökande arbete"
REASON = "Beskriv hur metoden följs upp."

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def report(area="lpo-lulea-boden", kind="exempel", rows=None, period=PERIOD):
    """A report that waits to be reviewed; its unit."""
    unit = Unit(area, kind, period)
    held = read_submissions([unit], viewer=LEAD).get(unit)
    if held and held.state == "godkand":
        approval.unlock([held.id], "prov", viewer=LEAD)
    if rows is None:
        rows = (
            Row(
                {
                    "rubrik": METHOD,
                    "metod": "faltarbete",
                    "evidens": "lovande",
                    "beskrivning": "Vi möter unga där de är, två i varje lag.",
                }
            ),
        )
    seen = {unit: held.revision if held else 0}
    send({unit: rows}, expected=seen, viewer=LEAD, source="prov", channel="formular")
    return unit


def hinder(text="Uppgifter kan inte delas i tid.", **more):
    return (Row({"kategori": "sekretess", "niva": "inom", "beskrivning": text, **more}),)


def count_row(code, total, **more):
    return Row({"indikator": code, "totalt": total, **more})


def state_of(unit):
    return read_submissions([unit], viewer=LEAD)[unit].state


def opened(role, unit, **more) -> AppTest:
    return show("granska", roll=str(role), enhet=to_address(*unit), **more)


def says(app, part):
    """Whether any text of the page has the part."""
    kinds = ("markdown", "caption", "info", "warning", "error", "success", "header", "subheader")
    return any(part in str(one.value) for kind in kinds for one in getattr(app, kind))


def press(app, key):
    return app.button(key=key).click().run()


@pytest.mark.parametrize("role", [NATIONAL, REGIONAL])
def test_what_waits_is_what_is_shown_first(role):
    unit = report()
    app = show("granska", roll=str(role))
    assert not app.exception
    assert app.header[0].value.startswith("Av ")
    assert PERIOD.name in app.header[0].value
    (listed,) = app.dataframe
    found = listed.value[listed.value["Slag"] == "Goda exempel"]
    assert found["Område"].to_list() == ["Luleå-Boden"]
    assert to_address(*unit) == "lpo-lulea-boden_exempel_" + str(PERIOD)


@pytest.mark.parametrize("view", ["", "matris", "lista", "matt"])
def test_a_regional_samordnare_sees_her_own_region_alone(view):
    report("lpo-malmo-norr")
    app = show("granska", roll=str(REGIONAL), vy=view, tillstand="")
    assert not app.exception
    tables = "".join(table.value.to_csv() for table in app.dataframe)
    assert "Malmö" not in tables
    assert "Syd" not in tables
    assert "Polisregion" not in [box.label for box in app.selectbox]


def test_a_report_of_another_region_can_not_be_opened():
    app = opened(REGIONAL, report("lpo-malmo-norr"))
    assert says(app, "finns inte bland dem som du granskar")
    assert not says(app, METHOD)
    assert not app.dataframe


def test_the_matrix_has_every_area_of_the_division():
    app = show("granska", roll=str(NATIONAL), vy="matris")
    (matrix,) = app.dataframe
    assert len(matrix.value) == 95 + 7
    assert matrix.value["Område"].iloc[0] == "Polisregion Bergslagen"
    assert list(matrix.value["Polisregion"].unique())[-1] == "Öst"


def test_an_opened_report_shows_what_was_written():
    app = opened(NATIONAL, report())
    assert not app.exception
    assert app.header[0].value == f"Luleå\\-Boden\\: Goda exempel, {PERIOD.name}"
    assert METHOD in app.table[0].value.to_csv()
    assert says(app, "inlämnad")


@pytest.mark.parametrize("role", [NATIONAL, REGIONAL])
def test_an_approved_report_is_locked_and_says_so(role):
    unit = report()
    app = press(opened(role, unit), "granska_godkann")
    assert state_of(unit) == "godkand"
    assert says(app, "1 rapport är godkänd.")
    assert says(app, "Rapporten är låst.")


def test_sending_back_needs_a_reason():
    unit = report()
    app = press(opened(NATIONAL, unit), "granska_en_komplettera_knapp")
    (popover,) = [one for one in app.get("popover") if one.error]
    assert "Skriv ett skäl" in popover.error[0].value
    assert state_of(unit) == "inlamnad"
    app.text_area(key="granska_en_komplettera_skal").input(REASON)
    app = press(app, "granska_en_komplettera_knapp")
    assert state_of(unit) == "komplettering"
    assert says(app, REASON)


def test_a_reason_that_points_out_a_person_is_refused():
    unit = report()
    app = opened(NATIONAL, unit)
    app.text_area(key="granska_en_komplettera_skal").input("Ring 070-174 06 35 om det.")
    app = press(app, "granska_en_komplettera_knapp")
    assert says(app, "enskilda personer")
    assert state_of(unit) == "inlamnad"


def test_what_is_unlocked_waits_for_a_new_revision():
    unit = report()
    app = press(opened(NATIONAL, unit), "granska_godkann")
    app.text_area(key="granska_en_las-upp_skal").input("Området har hittat ett fel.")
    app = press(app, "granska_en_las-upp_knapp")
    assert state_of(unit) == "upplast"
    report()
    app = opened(NATIONAL, unit)
    assert says(app, "Ändrad sedan version 1 godkändes.")


def test_a_newer_report_meanwhile_is_told_calmly_and_nothing_is_done():
    unit = report()
    app = opened(NATIONAL, unit)
    report()
    press(app, "granska_godkann")
    assert says(app, "**Inget är ändrat.** 1 rapport har ändrats medan du granskade")
    assert says(app, "version 2")
    assert state_of(unit) == "inlamnad"


def test_of_many_nothing_is_half_done():
    units = [report("lpo-lulea-boden"), report("lpo-norra-lappland")]
    waiting = {"region": "pr-nord", "period": str(PERIOD), "roll": str(REGIONAL)}
    app = press(show("granska", **waiting), "granska_godkann_flera")
    approval.approve([read_submissions(units, viewer=LEAD)[units[0]].id], viewer=LEAD)
    press(app, "granska_ja")
    assert says(app, "har ändrats medan du granskade")
    assert [state_of(unit) for unit in units] == ["godkand", "inlamnad"]
    assert "Luleå-Boden" not in [*app.dataframe[0].value.query("Slag == 'Goda exempel'")["Område"]]


def test_a_region_and_period_are_approved_at_once_after_a_yes():
    units = [report(), report("lpo-norra-lappland"), report("pr-nord")]
    report("lpo-malmo-norr")
    waiting = {"region": "pr-nord", "period": str(PERIOD)}
    app = show("granska", roll=str(NATIONAL), **waiting)
    button = app.button(key="granska_godkann_flera")
    assert f"inlämnade i Nord för {PERIOD.name}" in button.label
    button.click().run()
    assert app.header[0].value.startswith("Godkänn ")
    listed = app.dataframe[0].value
    assert {"Luleå-Boden", "Polisregion Nord"} <= set(listed["Område"])
    assert "Varningar" in listed
    assert [state_of(unit) for unit in units] == ["inlamnad"] * 3
    press(app, "granska_ja")
    assert [state_of(unit) for unit in units] == ["godkand"] * 3
    rest = list_submissions(viewer=LEAD, periods=[PERIOD]).query("state == 'inlamnad'")
    assert "lpo-malmo-norr" in set(rest["area"])


def test_a_no_leaves_all_as_it_was():
    unit = report()
    waiting = {"region": "pr-nord", "period": str(PERIOD), "roll": str(NATIONAL)}
    app = press(show("granska", **waiting), "granska_godkann_flera")
    press(app, "granska_avbryt")
    assert app.header[0].value.startswith("Av ")
    assert state_of(unit) == "inlamnad"


def test_a_whole_country_is_not_offered_at_once():
    report()
    app = show("granska", roll=str(NATIONAL), period=str(PERIOD))
    assert not [b for b in app.button if b.key == "granska_godkann_flera"]


def test_the_way_on_leads_to_the_next_that_waits():
    first = report("lpo-lulea-boden")
    report("lpo-norra-lappland")
    app = press(opened(NATIONAL, first), "granska_nasta")
    assert app.query_params["enhet"] != to_address(*first)
    assert says(app, "inlämnad")
    press(app, "granska_tillbaka")
    assert "enhet" not in app.query_params


def test_the_history_tells_two_revisions_apart():
    report("pr-nord", "hinder", hinder("Först så."))
    unit = report("pr-nord", "hinder", hinder("Sedan så."))
    app = opened(NATIONAL, unit)
    differences, steps = app.dataframe
    assert differences.value["Från"].to_list() == ["Först så."]
    assert differences.value["Till"].to_list() == ["Sedan så."]
    assert steps.value["Steg"].to_list() == ["inlämnad", "inlämnad"]


def test_a_report_is_shown_as_it_was_known_on_a_day_and_can_not_be_judged_then():
    unit = report()
    app = opened(NATIONAL, unit, kand="2024-06-01")
    assert says(app, "Rapporten hade inte kommit då.")
    assert not [button for button in app.button if button.key == "granska_godkann"]


def test_that_there_is_nothing_to_report_is_said_in_words():
    app = opened(NATIONAL, report(rows=()))
    assert says(app, "inte finns något att rapportera")


def test_a_report_that_has_not_come_says_when_it_is_due():
    coming = Quarter.of(clock.today())
    app = opened(NATIONAL, Unit("pr-nord", "mal", coming))
    assert says(app, "Rapporten har inte kommit.")


def test_a_warning_that_a_note_answers_is_still_shown_to_the_reviewer_with_the_note():
    code = "lagforda"
    for back in range(4, 0, -1):
        at = quarters_before(PERIOD, back)[0]
        report(kind="indikatorer", rows=(count_row(code, 5),), period=at)
    note = "Ett stort tillslag mot ett nätverk."
    unit = report(kind="indikatorer", rows=(count_row(code, 4000, anteckning=note),))
    app = opened(NATIONAL, unit)
    (remarks,) = [text.value for text in app.warning if "Varning." in text.value]
    assert f"*Anteckning: {note}*" in remarks


def test_completeness_has_a_picture_its_words_and_a_reminder_without_names():
    app = show("granska", roll=str(REGIONAL), vy="matt", period="2024K1")
    assert not app.exception
    assert says(app, "har kommit")
    (code,) = app.code
    assert code.value.startswith("Påminnelse om rapportering")
    assert "skulle ha kommit 30 april 2024" in code.value
    assert "demonstration" not in code.value


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "2031K1"},
        {"region": "pr-mars"},
        {"slag": "<b>"},
        {"vy": "karta"},
        {"enhet": "a_b_c"},
        {"enhet": "lpo-lulea-boden_atgarder_2019K1"},
        {"kand": "i går"},
    ],
)
def test_a_bad_address_is_explained_and_shows_something(asked):
    app = show("granska", roll=str(NATIONAL), **asked)
    assert not app.exception
    assert app.header or app.warning


@pytest.mark.parametrize("role", [Role.LASARE, Role.RAPPORTOR, Role.ADMIN])
def test_others_are_told_that_the_page_is_not_theirs(role):
    unit = report()
    app = opened(role, unit)
    assert says(app, "inte för din roll")
    assert not says(app, METHOD)


def test_a_database_that_is_away_keeps_the_question(monkeypatch):
    unit = report()
    app = opened(NATIONAL, unit)

    def away(*_args, **_kwargs):
        raise DatabaseUnavailable("away")

    with monkeypatch.context() as broken:
        broken.setattr(approval, "approve", away)
        press(app, "granska_godkann")
    assert says(app, "Databasen svarar inte just nu.")
    assert state_of(unit) == "inlamnad"


def test_the_data_layer_refuses_what_is_not_hers_whatever_the_page_says():
    unit = report("lpo-malmo-norr")
    held = read_submissions([unit], viewer=LEAD)[unit]
    with pytest.raises((PermissionError, WrongState)):
        approval.approve([held.id], viewer=DEMONSTRATIONS[REGIONAL])
    assert state_of(unit) == "inlamnad"


def test_what_waits_for_a_yes_is_dropped_when_somebody_else_looks():
    unit = report("lpo-malmo-norr")
    waiting = {"region": "pr-syd", "period": str(PERIOD), "roll": str(NATIONAL)}
    app = press(show("granska", **waiting), "granska_godkann_flera")
    assert app.header[0].value.startswith("Godkänn ")
    app.query_params["roll"] = str(REGIONAL)
    app.query_params["region"] = "pr-nord"
    app = app.run()
    assert not app.exception
    assert app.header[0].value.startswith("Av ")
    assert not [table for table in app.dataframe if "Malmö" in table.value.to_csv()]
    assert state_of(unit) == "inlamnad"


def test_a_viewer_is_narrowed_to_her_own_areas_and_never_widened():
    own, others = (Unit(area, "hinder", PERIOD) for area in ("lpo-lulea-boden", "lpo-malmo-norr"))
    regional = DEMONSTRATIONS[REGIONAL]
    assert narrowed(regional, [own, others]).reports == {"lpo-lulea-boden"}
    assert narrowed(regional, [others]).reports == frozenset()


def test_a_report_as_known_on_a_day_is_not_mixed_with_what_is_known_now():
    code = "lagforda"
    for back in range(4, 0, -1):
        at = quarters_before(PERIOD, back)[0]
        report(kind="indikatorer", rows=(count_row(code, 5),), period=at)
    unit = report(kind="indikatorer", rows=(count_row(code, 4000),))
    app = press(opened(NATIONAL, unit), "granska_godkann")
    app.text_area(key="granska_en_las-upp_skal").input("Området har hittat ett fel.")
    press(app, "granska_en_las-upp_knapp")
    report(kind="indikatorer", rows=(count_row(code, 3000),))
    now, then = opened(NATIONAL, unit), opened(NATIONAL, unit, kand=clock.today().isoformat())
    assert says(now, "Varning.")
    assert says(now, "Ändrad sedan version 1 godkändes.")
    assert says(then, "Så här var det känt")
    assert not says(then, "Varning.")
    assert not says(then, "Kontrollerna")
    assert not says(then, "Ändrad sedan")


def test_late_is_the_same_number_in_the_headline_in_the_list_and_among_the_late():
    period = quarters_before(PERIOD, 4)[0]
    unit = report(kind="hinder", area="pr-nord", rows=hinder(), period=period)
    approval.send_back([read_submissions([unit], viewer=LEAD)[unit].id], REASON, viewer=LEAD)
    asked = {"roll": str(REGIONAL), "period": str(period)}
    measures = show("granska", vy="matt", **asked)
    late = measures.dataframe[2].value
    awaited = late[late["Läge"].str.contains("komplettering")]
    assert "Polisregion Nord" in set(awaited["Område"])
    said = f"{len(late)} är försenad"
    assert said in measures.header[0].value
    listed = show("granska", vy="lista", tillstand="sen", **asked)
    assert said in listed.header[0].value
    assert len(listed.dataframe[0].value) == len(late)
    assert says(listed, "Försenad är en rapport vars sista dag har passerat")


@pytest.mark.parametrize(
    "asked",
    [{"vy": view} for view in ("granska", "matris", "lista", "matt", "utgavor")]
    + [{"kind": kind} for kind in ("exempel", "indikatorer")],
    ids=str,
)
def test_quarters_are_as_the_language_writes_them_and_never_codes(asked):
    if kind := asked.pop("kind", None):
        rows = (count_row("lagforda", 5),) if kind == "indikatorer" else None
        report(kind=kind, rows=rows, period=quarters_before(PERIOD, 1)[0])
        asked["enhet"] = to_address(*report(kind=kind, rows=rows))
    else:
        report()
    with words.spoken("en"):
        app = show("granska", roll=str(NATIONAL), sprak="en", **asked)
    assert not app.exception
    told = [text for element in elements(app._tree) for text in texts(element)]
    told += [str(name) for one in app.dataframe for name in one.value.columns]
    told += [str(cell) for one in app.dataframe for cell in one.value.to_numpy().ravel()]
    # links and the note of a release, which is as it was written
    others = [one for one in told if "<a " in one or one.startswith("Exempelrapporterna")]
    assert any(re.search(r"\b20\d\d Q[1-4]\b", one) for one in told) or asked.get("vy") == "utgavor"
    assert [one for one in told if re.search(r"20\d\dK[1-4]\b", one) and one not in others] == []
