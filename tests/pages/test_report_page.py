"""Rapportera as each who may report: what is owed, a form filled in, checked, seen and sent."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

import clock
import settings
from data_access import approval
from data_access.drafts import drop_draft, read_draft, save_draft
from data_access.engine import DatabaseUnavailable
from data_access.owed import list_owed
from data_access.register import fetch_register
from data_access.report_context import read_context
from data_access.submissions import read_revisions, read_submissions, send, undo
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter, quarters_before
from pages import asking, report_keeping, report_reads, report_sending
from reporting.rows import Row, Unit
from reporting.template import to_template
from tests.pages.conftest import show

OWN, LEAD = DEMONSTRATIONS[Role.RAPPORTOR], DEMONSTRATIONS[Role.NATIONELL]
RUNNING = Quarter.of(clock.today())
MEASURES = Unit("lpo-lulea-boden", "atgarder", RUNNING)
GOOD = Unit("lpo-lulea-boden", "exempel", RUNNING)
EXAMPLE = {
    "rubrik": "Uppsökande arbete i skolan",
    "metod": "faltarbete",
    "evidens": "lovande",
    "beskrivning": "Två i varje lag möter unga där de är.",
}
CELLS = (
    "Kvinnor 12–14", "Kvinnor 15–17", "Kvinnor 18–20", "Män 12–14", "Män 15–17", "Män 18–20",
)  # fmt: skip
TEXTS = ("markdown", "caption", "info", "warning", "error", "success", "header", "subheader")

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def opened(unit=MEASURES, role=Role.RAPPORTOR, **more):
    return show(
        "rapportera",
        roll=str(role),
        enhet=unit.area,
        slag=unit.kind,
        period=str(unit.period),
        **more,
    )


def says(app, part):
    return any(part in str(one.value) for kind in TEXTS for one in getattr(app, kind))


def press(app, key):
    app = app.button(key=key).click().run()
    assert not app.exception
    return app


def fill(app, label, text):
    found = [one for one in (*app.text_input, *app.text_area) if one.label.startswith(label)]
    app = found[0].set_value(text).run()
    assert not app.exception
    return app


def sent(unit, viewer=OWN):
    return read_submissions([unit], viewer=viewer).get(unit)


def measure(number=0):
    listed = fetch_register(viewer=OWN).of("atgard", RUNNING.last)
    return listed[number].code


def count_row(value, **more):
    six = ("k_12_14", "k_15_17", "k_18_20", "m_12_14", "m_15_17", "m_18_20")
    return Row({"atgard": measure(), **dict.fromkeys(six, value), **more})


def send_as(viewer, unit, *rows):
    held = sent(unit, viewer)
    seen = {unit: held.revision if held else 0}
    return send({unit: rows}, expected=seen, viewer=viewer, source="prov", channel="formular")


def test_a_reader_is_told_that_the_page_is_not_hers():
    app = show("rapportera")
    assert says(app, "inte för din roll")
    assert not app.dataframe


@pytest.mark.parametrize("role", [Role.RAPPORTOR, Role.REGIONAL, Role.NATIONELL])
def test_what_is_owed_comes_first(role):
    app = show("rapportera", roll=str(role))
    assert not app.exception
    assert app.header[0].value.startswith(("Du har", "Allt är inlämnat"))
    assert "av" in app.get("progress")[0].proto.text


def test_a_report_of_somebody_elses_area_is_not_opened():
    app = opened(MEASURES._replace(area="lpo-jarva"))
    assert says(app, "Du rapporterar inte för området")
    assert not app.text_input


@pytest.mark.parametrize(
    "bad",
    [{"period": "2020K1"}, {"period": "igår"}, {"slag": "väder"}, {"slag": "mal"}, {"enhet": "x"}],
)
def test_an_address_that_makes_no_report_is_explained(bad):
    asked = {"enhet": MEASURES.area, "slag": "atgarder", "period": str(RUNNING), **bad}
    app = show("rapportera", roll="rapportor", **asked)
    assert not app.exception
    assert len(app.warning) == 1
    assert app.header[0].value.startswith(("Du har", "Allt är inlämnat"))


def test_every_change_is_kept_as_a_draft_and_found_by_a_new_visit():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    assert says(app, "Utkast sparat")
    draft = read_draft(MEASURES, viewer=OWN)
    assert draft.content["rows"] == [{"atgard": measure(), "k_12_14": "7"}]
    again = opened(som="rad")
    assert again.text_input[0].value == "7"
    assert sent(MEASURES) is None


def test_gaps_are_written_with_dots_and_sent_as_gaps():
    app = opened(som="rad")
    texts = {"Kvinnor 12–14": "..", "Kvinnor 15–17": ".", "Kvinnor 18–20": "0"}
    texts |= {"Män 12–14": "1 200", "Män 15–17": "3", "Män 18–20": "4"}
    for label, text in texts.items():
        app = fill(app, label, text)
    app = fill(app, "Anteckning", "Uppgiften kommer senare, enligt kommunen.")
    app = press(press(app, "rap_in"), "rap_skicka")
    values = sent(MEASURES).rows[0].values
    assert [str(values[n]) for n in ("k_12_14", "k_15_17", "k_18_20", "m_12_14")] == [
        "saknas", "ej-tillampligt", "0", "1200",
    ]  # fmt: skip


def test_the_grid_is_the_same_form():
    app = opened()
    frame = app.data_editor[0].value
    assert frame["atgard"].to_list()
    assert "k_12_14" in frame.columns
    assert "totalt" not in frame.columns


def test_errors_are_shown_in_the_form_and_stop_the_way_on():
    app = press(fill(opened(som="rad"), "Kvinnor 12–14", "tolv"), "rap_in")
    assert says(app, "tal")
    assert len(app.error) == 1
    assert not [one for one in app.button if one.key == "rap_skicka"]
    app = fill(app, "Kvinnor 12–14", "12")
    assert not says(app, "inget tal")


def test_nothing_filled_in_is_not_sent():
    app = press(opened(GOOD), "rap_in")
    assert says(app, "Inget är ifyllt")


def good_example(app):
    app = fill(app, "Rubrik", EXAMPLE["rubrik"])
    app = fill(app, "Beskrivning", EXAMPLE["beskrivning"])
    for box in [one for one in app.selectbox if one.label in ("Metod", "Evidens")]:
        app = box.select_index(0).run()
    return app


def test_a_free_report_is_seen_and_sent_with_its_number():
    app = press(good_example(opened(GOOD)), "rap_in")
    assert says(app, "Granska innan du lämnar in")
    assert says(app, "nya värden")
    assert sent(GOOD) is None
    app = press(app, "rap_skicka")
    assert says(app, "1 rapport är inlämnad")
    assert sent(GOOD).rows[0].values["rubrik"] == EXAMPLE["rubrik"]
    assert read_draft(GOOD, viewer=OWN) is None


def test_a_row_can_be_added_and_dropped():
    app = good_example(opened(GOOD))
    key = next(one.key for one in app.button if one.label == "Lägg till en rad")
    app = press(app, key)
    assert [one.label for one in app.text_input].count("Rubrik") == 2
    drop = next(one.key for one in app.button if one.label == "Ta bort rad 2")
    app = press(app, drop)
    assert [one.value for one in app.text_input if one.label == "Rubrik"] == [EXAMPLE["rubrik"]]


def test_nothing_to_report_is_said_in_so_many_words():
    app = opened(GOOD)
    app = press(app.checkbox[0].check().run(), "rap_in")
    assert says(app, "något att rapportera")
    press(app, "rap_skicka")
    assert sent(GOOD).rows == ()


def test_a_small_count_is_told_of_before_it_is_sent():
    send_as(OWN, MEASURES, count_row(3))
    app = press(fill(opened(som="rad"), "Kvinnor 12–14", "4"), "rap_in")
    assert says(app, "6 värden mellan 1 och 4 kommer att visas som 0 eller 5 för läsare")
    assert says(app, "1 ändras")


def test_a_small_count_is_one_that_is_set_as_small(monkeypatch):
    monkeypatch.setenv("BOB_PROTECTION_BASE", "10")
    settings.load.cache_clear()
    send_as(OWN, MEASURES, count_row(3))
    app = press(fill(opened(som="rad"), "Kvinnor 12–14", "7"), "rap_in")
    assert says(app, "6 värden mellan 1 och 9 kommer att visas som 0 eller 10 för läsare")


def test_a_warning_without_a_note_asks_why_before_it_is_sent():
    send_as(OWN, MEASURES, count_row(30), Row({"atgard": measure(1), "totalt": 9}))
    app = opened(som="rad")
    box = app.selectbox[0].select_index(1).run()
    app = fill(fill(box, "Totalt", ""), "Anteckning", "")
    app = press(app, "rap_in")
    assert says(app, "färre")
    app = press(app, "rap_skicka")
    assert says(app, "Skriv en förklaring")
    assert sent(MEASURES).revision == 1
    field = next(one for one in app.text_area if one.label.startswith("Förklara"))
    app = press(field.set_value("Åtgärden räknades två gånger.").run(), "rap_skicka")
    assert sent(MEASURES).note == "Åtgärden räknades två gånger."


def test_an_approved_report_is_read_and_not_written():
    send_as(OWN, MEASURES, count_row(9))
    approval.approve([sent(MEASURES).id], viewer=LEAD)
    app = opened()
    assert says(app, "låst")
    assert not [one for one in app.button if one.key == "rap_in"]
    assert app.dataframe[0].value["Kvinnor 12–14"].to_list() == ["9"]


def test_what_is_to_be_mended_stands_first_with_its_reason():
    send_as(OWN, MEASURES, count_row(9))
    approval.send_back([sent(MEASURES).id], "Räkna om åldrarna.", viewer=LEAD)
    app = opened()
    assert says(app, "Komplettering begärd")
    assert says(app, "Räkna om åldrarna")
    assert [one for one in app.button if one.key == "rap_in"]


def test_one_who_is_overtaken_sees_both_and_chooses_her_own():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    send_as(LEAD, MEASURES, count_row(9))
    app = app.run()
    assert says(app, "lämnats in av någon annan")
    table = app.dataframe[0].value
    assert ("9", "7") in list(zip(table["Den andras"], table["Mitt"], strict=True))
    app = press(app, "rap_mitt")
    assert sent(MEASURES).revision == 1
    draft = read_draft(MEASURES, viewer=OWN)
    assert draft.content["seen"] == 1


def test_one_who_is_overtaken_may_take_the_others():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    send_as(LEAD, MEASURES, count_row(9))
    app = press(app.run(), "rap_deras")
    assert app.text_input[0].value == "9"
    assert read_draft(MEASURES, viewer=OWN) is None


def test_one_who_is_overtaken_between_preview_and_sending_is_not_sent_over():
    app = press(good_example(opened(GOOD)), "rap_in")
    others = EXAMPLE | {"rubrik": "En annan metod"}
    send_as(LEAD, GOOD, Row(others))
    app = press(app, "rap_skicka")
    assert says(app, "hann lämna in")
    assert sent(GOOD).rows[0].values["rubrik"] == "En annan metod"


def test_another_persons_newer_draft_is_shown_with_a_choice():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    theirs = {"rows": [{"atgard": measure(), "k_12_14": "8"}], "nothing": False, "seen": 0}
    save_draft(MEASURES, theirs, version=1, viewer=LEAD)
    app = fill(app, "Kvinnor 15–17", "5")
    assert says(app, "sparat ett nyare utkast")
    assert read_draft(MEASURES, viewer=OWN).content == theirs
    kept = press(app, "rap_mitt")
    assert read_draft(MEASURES, viewer=OWN).content["rows"][0]["k_12_14"] == "7"
    assert says(kept, "Utkast sparat")


def test_another_persons_draft_may_be_taken_over():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    theirs = {"rows": [{"atgard": measure(), "k_12_14": "8"}], "nothing": False, "seen": 0}
    save_draft(MEASURES, theirs, version=1, viewer=LEAD)
    app = press(fill(app, "Kvinnor 15–17", "5"), "rap_deras")
    assert app.text_input[0].value == "8"


def test_a_draft_from_something_undone_can_be_sent():
    number = send_as(OWN, MEASURES, count_row(9))
    app = fill(opened(som="rad"), "Kvinnor 12–14", "12")
    undo(number, "Fel kvartal", viewer=OWN)
    app = press(press(app.run(), "rap_in"), "rap_skicka")
    assert says(app, "1 rapport är inlämnad")
    assert sent(MEASURES).rows[0].values["k_12_14"] == 12


def test_a_draft_is_thrown_away_for_what_was_sent():
    send_as(OWN, MEASURES, count_row(9))
    app = press(fill(opened(som="rad"), "Kvinnor 12–14", "7"), "rap_kasta")
    assert app.text_input[0].value == "9"
    assert read_draft(MEASURES, viewer=OWN) is None


def away_once(monkeypatch, module, name):
    """The function fails the first time that it is called, as when the database comes back."""
    real = getattr(module, name)

    def away(*_arguments, **_named):
        monkeypatch.setattr(module, name, real)
        raise DatabaseUnavailable("borta")

    monkeypatch.setattr(module, name, away)


@pytest.mark.parametrize(("module", "name"), [(report_keeping, "save_draft"), (asking, "ask")])
def test_a_database_that_is_away_loses_nothing_that_is_filled_in(monkeypatch, module, name):
    app = opened(som="rad")
    away_once(monkeypatch, module, name)
    app = fill(app, "Kvinnor 12–14", "7")
    assert says(app, "Utkastet är inte sparat")
    monkeypatch.undo()
    assert app.text_input[0].value == "7"


def test_one_undoes_her_own_sending_with_a_reason():
    number = send_as(OWN, MEASURES, count_row(9))
    app = show("rapportera", roll="rapportor", flik="inlamnat")
    assert app.dataframe[0].value["Inlämning"].to_list()[0] == number
    submit = next(one for one in app.button if one.label == f"Ångra inlämning {number}")
    app = submit.click().run()
    assert says(app, "Skriv varför")
    assert sent(MEASURES) is not None
    next(one for one in app.text_input if one.label == "Varför ångrar du?").set_value("Fel")
    app = next(one for one in app.button if one.label == f"Ångra inlämning {number}").click().run()
    assert says(app, f"Inlämning {number} är ångrad")
    assert says(app, "finns kvar som utkast i 1 rapport")
    assert sent(MEASURES) is None
    listed = app.dataframe[0].value
    assert listed["Inlämning"].to_list()[0] == number
    assert listed["Läge"].to_list()[0].startswith(f"ångrad {clock.today().year}-")
    assert opened(som="rad").text_input[0].value == "9"


def test_a_form_that_stands_open_gets_back_what_was_undone():
    number = send_as(OWN, MEASURES, count_row(9))
    app = opened(som="rad")
    undo(number, "Fel kvartal", viewer=OWN)
    app = app.run()
    assert app.text_input[0].value == "9"
    assert says(app, "Utkast sparat")


def test_the_history_tells_every_value_and_the_picture_of_a_day():
    send_as(OWN, MEASURES, count_row(9))
    send_as(OWN, MEASURES, count_row(9, k_12_14=11))
    app = opened(kand=clock.today().isoformat())
    assert not app.exception
    story = next(f.value for f in app.dataframe if "Från" in f.value)
    assert ("9", "11") in list(zip(story["Från"], story["Till"], strict=True))
    assert len(read_revisions(MEASURES, viewer=OWN)) == 2
    assert says(app, "Version 2")


def upload(app, data, name="rapport.xlsx"):
    app = app.file_uploader[0].set_value((name, data, "application/octet-stream")).run()
    assert not app.exception
    return app


def filled(value, **more):
    """The template as she fills it in: one measure."""
    book = load_workbook(BytesIO(to_template(read_context(RUNNING, viewer=OWN), example=True)))
    sheet = book["Åtgärder och insatser"]
    for column in range(5, 11):
        sheet.cell(5, column, value)
    for place, text in more.items():
        sheet[place] = text
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def spreadsheet():
    return show("rapportera", roll="rapportor", flik="kalkylblad", period=str(RUNNING))


def test_a_file_with_an_error_is_listed_by_place_and_nothing_is_stored():
    app = upload(spreadsheet(), filled(8, G5="sju"))
    assert "**Åtgärder och insatser, rad 5, kolumn G:**" in app.error[1].value
    assert "”sju”" in app.error[1].value
    assert not app.dataframe
    assert says(app, "Inget är lagrat")
    assert not [one for one in app.button if one.key == "fil_skicka"]
    assert sent(MEASURES) is None


def test_of_many_remarks_the_first_are_shown_and_the_rest_when_asked_for():
    wrong = {f"{column}{row}": "sju" for column in "EFGHIJ" for row in (5, 6, 7)}
    app = upload(spreadsheet(), filled(8, **wrong))
    assert says(app, "Visar 15 av")
    assert app.error[1].value.count("”sju”") == 15
    app = press(app, "fil_fler")
    assert app.error[1].value.count("”sju”") == 18
    assert not says(app, "Visar 15 av")


def test_the_rule_of_unusual_numbers_stands_by_the_warning_and_by_the_range():
    for period in quarters_before(RUNNING, 4):
        send_as(OWN, MEASURES._replace(period=period), count_row(30))
    app = opened(som="rad")
    legend = next(one for one in app.caption if "förra periodens värde" in one.value)
    assert "3,5 standardavvikelser" in legend.proto.help
    for cell in CELLS:
        app = fill(app, cell, "900")
    app = press(app, "rap_kontroll")
    assert says(app, "3,5 standardavvikelser")


def test_with_nothing_left_the_list_is_folded_and_says_nothing_of_a_choice(monkeypatch):
    def all_sent(**asked):
        return list_owed(**asked).assign(state="godkand", late=False)

    monkeypatch.setattr(report_reads, "list_owed", all_sent)
    app = show("rapportera", roll="regional-samordnare")
    assert app.header[0].value == "Allt är inlämnat"
    assert not says(app, "urvalet")
    folded = next(one for one in app.expander if one.label == "Det som är inlämnat")
    assert not folded.proto.expanded
    assert len(folded.dataframe[0].value) > 15
    assert says(app, "Tabellen visar 15 av")


def test_a_choice_that_leaves_no_report_can_be_cleared(monkeypatch):
    def sent_in_one_area(**asked):
        owed = list_owed(**asked)
        chosen = owed["area"] == MEASURES.area
        state = owed["state"].mask(chosen, "godkand")
        return owed.assign(state=state, late=owed["late"].mask(chosen, False))

    monkeypatch.setattr(report_reads, "list_owed", sent_in_one_area)
    app = show("rapportera", roll="regional-samordnare", **{"bara-omrade": MEASURES.area})
    assert says(app, "Inga rapporter passar urvalet.")
    app = press(app, "rapporter_rensa")
    assert "bara-omrade" not in app.query_params
    assert not says(app, "Inga rapporter")


def test_a_whole_file_is_previewed_and_sent_at_once():
    app = upload(spreadsheet(), filled(8))
    assert says(app, "6 nya värden") or says(app, "nya värden")
    assert sent(MEASURES) is None
    app = press(app, "fil_skicka")
    assert says(app, "1 rapport är inlämnad")
    assert sent(MEASURES).rows[0].values["k_12_14"] == 8
    assert sent(MEASURES).channel == "fil"


def test_the_same_file_again_changes_nothing():
    send_as(OWN, MEASURES, count_row(8))
    app = upload(spreadsheet(), filled(8))
    assert says(app, "redan inlämnat, med samma värden")


def test_a_file_that_changes_what_is_approved_says_that_it_is_locked():
    send_as(OWN, MEASURES, count_row(8))
    approval.approve([sent(MEASURES).id], viewer=LEAD)
    app = upload(spreadsheet(), filled(9))
    assert says(app, "godkänd och därför låst: Åtgärder och insatser")
    assert not [one for one in app.button if one.key == "fil_skicka"]


def test_a_file_that_is_overtaken_is_compared_and_chosen():
    app = upload(spreadsheet(), filled(8))
    send_as(LEAD, MEASURES, count_row(9))
    app = press(app, "fil_skicka")
    assert says(app, "sedan filen lästes")
    assert sent(MEASURES).revision == 1
    mine = next(one for one in app.button if one.label == "Ersätt med filens värden")
    app = press(mine.click().run(), "fil_skicka")
    assert sent(MEASURES).rows[0].values["k_12_14"] == 8
    assert sent(MEASURES).revision == 2


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04trasig", b"%PDF-1.7"])
def test_what_is_no_spreadsheet_gets_a_clear_answer(data):
    app = upload(spreadsheet(), data, "bild.png")
    assert app.error or app.warning
    assert not [one for one in app.button if one.key == "fil_skicka"]


def test_a_sending_when_the_database_is_away_keeps_the_file(monkeypatch):
    def away(*_arguments, **_named):
        raise DatabaseUnavailable("borta")

    app = upload(spreadsheet(), filled(8))
    monkeypatch.setattr(report_sending, "send", away)
    app = press(app, "fil_skicka")
    assert says(app, "Databasen svarar inte")
    monkeypatch.undo()
    press(app, "fil_skicka")
    assert sent(MEASURES).rows[0].values["k_12_14"] == 8


def test_a_card_can_hold_every_kind_of_field():
    for unit in (GOOD, GOOD._replace(kind="handelser"), GOOD._replace(kind="hinder")):
        app = opened(unit)
        assert not app.exception
        assert app.text_input


PERSONAL = "Ring Anna på 070-174 06 35 om det."


def warned(value=30):
    """A file that the checks warn about: a row that was sent has gone."""
    if sent(MEASURES) is None:
        send_as(OWN, MEASURES, count_row(30), count_row(40, atgard=measure(1)))
    return filled(value, **{f"{column}6": None for column in "EFGHIJ"})


def explanation(app):
    return next(one for one in app.text_area if one.label.startswith("Förklara"))


def explained(app, text, key):
    return press(explanation(app).set_value(text).run(), key)


def test_a_text_that_points_out_a_person_is_told_at_once_and_not_kept():
    app = fill(fill(opened(GOOD), "Rubrik", "Skolan"), "Beskrivning", PERSONAL)
    assert "Sparas inte: det ser ut som ett telefonnummer" in app.error[0].value
    assert read_draft(GOOD, viewer=OWN).content["rows"] == [{"rubrik": "Skolan"}]
    app = fill(app, "Beskrivning", "Två i varje lag möter unga där de är.")
    assert not app.error
    assert "beskrivning" in read_draft(GOOD, viewer=OWN).content["rows"][0]


def test_a_grid_tells_where_a_text_stands_that_is_not_kept():
    texts = {"rows": [{"atgard": measure(), "k_12_14": "7"}], "nothing": False, "seen": 0}
    save_draft(MEASURES, texts, version=0, viewer=OWN)
    app = fill(opened(som="rad"), "Anteckning", PERSONAL)
    app = app.get("button_group")[0].set_value("tabell").run()
    assert "Anteckning:** ett telefonnummer" in app.error[0].value
    assert read_draft(MEASURES, viewer=OWN).content["rows"] == texts["rows"]


def to_order(app):
    """Kinds and keys of everything on the page, from its top down."""
    return [(one.type, getattr(one, "key", None)) for one in app.main]


def test_what_is_refused_is_told_beside_the_button_and_what_is_done_at_the_top():
    send_as(OWN, MEASURES, count_row(30), Row({"atgard": measure(1), "totalt": 9}))
    app = opened(som="rad")
    box = app.selectbox[0].select_index(1).run()
    app = press(press(fill(fill(box, "Totalt", ""), "Anteckning", ""), "rap_in"), "rap_skicka")
    order = to_order(app)
    kinds = [kind for kind, _key in order]
    assert order.index(("button", "rap_skicka")) - kinds.index("error") <= 2
    assert kinds.index("error") > kinds.index("text_area")
    app = explained(app, "Åtgärden räknades två gånger.", "rap_skicka")
    kinds = [kind for kind, _key in to_order(app)]
    assert kinds.index("success") < kinds.index("header")


def test_an_explanation_that_points_out_a_person_is_refused():
    send_as(OWN, MEASURES, count_row(30), Row({"atgard": measure(1), "totalt": 9}))
    app = opened(som="rad")
    box = app.selectbox[0].select_index(1).run()
    app = press(fill(fill(box, "Totalt", ""), "Anteckning", ""), "rap_in")
    app = explained(app, PERSONAL, "rap_skicka")
    assert says(app, "ett telefonnummer")
    assert says(app, "enskilda personer")
    assert sent(MEASURES).revision == 1
    assert explanation(app).value == PERSONAL


def test_a_files_explanation_that_points_out_a_person_is_refused():
    app = explained(upload(spreadsheet(), warned()), PERSONAL, "fil_skicka")
    assert says(app, "enskilda personer")
    assert sent(MEASURES).revision == 1


def test_a_reason_to_undo_that_points_out_a_person_is_refused():
    number = send_as(OWN, MEASURES, count_row(9))
    app = show("rapportera", roll="rapportor", flik="inlamnat")
    next(one for one in app.text_input if one.label == "Varför ångrar du?").set_value(PERSONAL)
    app = next(one for one in app.button if one.label == f"Ångra inlämning {number}").click().run()
    assert says(app, "enskilda personer")
    assert sent(MEASURES).state == "inlamnad"


def test_an_explanation_of_one_file_is_not_that_of_the_next():
    app = upload(spreadsheet(), warned())
    app = explanation(app).set_value("Åtgärden räknades två gånger.").run()
    app = upload(app, warned(31), "en-annan.xlsx")
    assert explanation(app).value in (None, "")


def test_a_file_without_periods_goes_to_the_period_that_the_page_shows():
    before = quarters_before(RUNNING, 1)[0]
    data = "Områdeskod;Kategori;Inom eller mellan nivåer;Beskrivning\r\nlpo-lulea-boden;inget;;\r\n"
    app = upload(spreadsheet(), data.encode(), "hinder.csv")
    app = next(one for one in app.selectbox if one.label == "Period").set_value(str(before)).run()
    press(app, "fil_skicka")
    unit = Unit("lpo-lulea-boden", "hinder", before)
    assert sent(unit) is not None
    assert sent(unit._replace(period=RUNNING)) is None


def begun_by_another(version):
    theirs = {"rows": [{"atgard": measure(), "k_12_14": "8"}], "nothing": False, "seen": 0}
    save_draft(MEASURES, theirs, version=version, viewer=LEAD)
    return theirs


def test_a_draft_is_not_thrown_away_when_another_has_saved_a_newer_one():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    theirs = begun_by_another(1)
    app = press(app, "rap_kasta")
    assert says(app, "sparat ett nyare utkast")
    assert read_draft(MEASURES, viewer=OWN).content == theirs
    app = press(app, "rap_deras")
    assert app.text_input[0].value == "8"


def test_taking_what_was_sent_leaves_another_persons_newer_draft_to_be_chosen():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    send_as(LEAD, MEASURES, count_row(9))
    app = app.run()
    theirs = begun_by_another(1)
    app = press(app, "rap_deras")
    assert says(app, "sparat ett nyare utkast")
    assert read_draft(MEASURES, viewer=OWN).content == theirs
    assert ("8", "9") in list(
        zip(app.dataframe[0].value["Den andras"], app.dataframe[0].value["Mitt"], strict=True)
    )


def test_a_draft_that_is_gone_already_is_thrown_away():
    app = fill(opened(som="rad"), "Kvinnor 12–14", "7")
    drop_draft(MEASURES, version=1, viewer=LEAD)
    app = press(app, "rap_kasta")
    assert app.text_input[0].value == ""
    assert says(app, "Utkastet är borttaget")
