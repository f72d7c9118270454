"""The administratör's page: who the people are, what each may do, and how it is changed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.testing.v1 import AppTest

import clock
import settings
from data_access import people as kept
from data_access.errors import DatabaseUnavailable
from data_access.people import access_history, ensure_person, list_people, read_access, set_access
from data_access.viewer import DEMONSTRATIONS, Role
from pages import asking, people_save
from ui import people, people_form, people_notices
from ui.formats import moment
from ui.people_form import Given

PAGE = Path(people_save.__file__).parent / "anvandare.py"
# not the demonstration's own: with sign-in what she gives would not count
ADMIN = replace(DEMONSTRATIONS[Role.ADMIN], subject="forvaltare")
ISSUER = "issuer.test"
TODAY = clock.today()
LABELS = {"se": "Sverige", "25": "Norrbottens län (län)", "pr-nord": "Nord (polisregion)"}


def look_as(monkeypatch, role):
    """Whoever asks is in this role; None = has signed out."""
    viewers = DEMONSTRATIONS | {Role.ADMIN: ADMIN}
    asked = asking.Asked(viewers[role] if role else None)
    monkeypatch.setattr(asking, "ask", lambda: asked)


@pytest.fixture
def open_page(sqlite_engine, monkeypatch):
    """open_page(person=…): the page at that address as an administratör, run once."""
    look_as(monkeypatch, Role.ADMIN)

    def show(**parameters):
        app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return show


def give(subject="anna", role=Role.LASARE, areas=("se",), reports=(), viewer=ADMIN, **more):
    """Pseudonym of the person, who now has this access."""
    set_access(ISSUER, subject, role, areas, reports, viewer=viewer, **more)
    return ensure_person(ISSUER, subject)


def to_key(person, name):
    """Key of the field in the form of a person as she is now."""
    access = read_access(person)
    return f"person_{person}_{access.id if access else 0}_{name}"


def save(app):
    """Press the first form's button."""
    button = next(button for button in app.button if button.label == "Spara")
    return button.click().run()


def said(app):
    """All that is said in words, without the escapes of markdown."""
    parts = (*app.success, *app.error, *app.info, *app.warning, *app.markdown, *app.caption)
    return " ".join(part.value for part in parts).replace("\\", "")


def test_every_role_has_a_swedish_name_and_anything_else_is_no_role():
    names = {people.role_name(role) for role in Role}
    assert names == {
        "läsare", "rapportör", "regional samordnare", "nationell samordnare", "administratör",
    }  # fmt: skip
    assert people.role_name(None) == people.role_name("kung") == "utan roll"


def test_an_empty_list_says_so_and_offers_a_new_person(open_page):
    app = open_page()
    assert app.header[0].value == "0 personer, 0 utan behörighet, 0 spärrade"
    assert "Ingen att visa" in said(app)
    assert [one.label for one in app.expander] == ["Ny person"]
    assert not app.exception


def test_the_table_tells_names_roles_areas_and_state(open_page):
    give("1", label="Anna", role=Role.RAPPORTOR, areas=["pr-nord"], reports=["25", "2580"])
    give("2", label="Bo", blocked=True)
    give("3", label="Cia", valid_to=TODAY - timedelta(days=1))
    ensure_person(ISSUER, "4")
    app = open_page()
    assert app.header[0].value == "4 personer, 1 utan behörighet, 1 spärrad"
    table = app.dataframe[0].value
    assert table["Läge"].to_list() == ["utan behörighet", "öppen", "spärrad", "utgången"]
    anna = table.iloc[1]
    assert (anna["Namn"], anna["Konto"], anna["Roll"]) == ("Anna", "1", "rapportör")
    assert anna["Får se"] == "Nord (polisregion)"
    assert anna["Rapporterar för"] == "Norrbottens län (län), Luleå (kommun)"


@pytest.mark.parametrize(
    ("searched", "found"),
    [("anna", ["Anna"]), ("RAPPORTÖR", ["Anna"]), ("issuer bo", ["Bo"]), ("ingen", None)],
)
def test_the_search_is_part_of_the_address(open_page, searched, found):
    give("1", label="Anna", role=Role.RAPPORTOR, reports=["se"])
    give("2", label="Bo")
    app = open_page(sok=searched)
    shown = app.dataframe[0].value["Namn"].to_list() if app.dataframe else None
    assert shown == found
    app.text_input(key="sok_person").set_value("").run()
    assert "sok" not in app.query_params
    assert len(app.dataframe[0].value) == 2


def test_a_person_is_found_by_the_reference_that_a_refused_visitor_is_given(open_page):
    person = ensure_person(ISSUER, "1")
    give("2")
    assert open_page(sok=person).dataframe[0].value["Konto"].to_list() == ["1"]


def test_the_address_chooses_the_person_and_the_form_holds_what_she_has(open_page):
    person = give(
        "1", Role.REGIONAL, ["se"], ["pr-nord"], label="Anna *A*", valid_to=TODAY, blocked=True
    )
    app = open_page(person=person)
    assert "Anna \\*A\\*" in [header.value for header in app.header]
    form = f"person_{person}_"
    values = {one.key.removeprefix(form).split("_", 1)[-1]: one.value for one in (
        *app.selectbox, *app.multiselect, *app.text_input, *app.date_input, *app.checkbox
    ) if one.key.startswith(form)}  # fmt: skip
    assert values == {
        "role": "regional-samordnare", "areas": ["se"], "reports": ["pr-nord"],
        "label": "Anna *A*", "valid_to": TODAY, "blocked": True,
    }  # fmt: skip


def test_a_person_who_does_not_exist_is_said_calmly(open_page):
    app = open_page(person="<b>x</b>")
    assert "Personen i adressen finns inte." in said(app)
    assert not app.exception


def test_a_change_is_saved_and_told_before_and_after(open_page):
    person = give("1")
    app = open_page(person=person)
    app.selectbox(key=to_key(person, "role")).set_value("rapportor")
    app.multiselect(key=to_key(person, "reports")).set_value(["pr-nord", "25"])
    save(app)
    access = read_access(person)
    assert (access.role, access.areas) == (Role.RAPPORTOR, {"se"})
    assert access.reports == {"25", "pr-nord"}
    told = app.success[0].value.replace("\\", "")
    assert "Roll: läsare → rapportör" in told
    assert "Rapporterar för: – → Norrbottens län (län), Nord (polisregion)" in told
    assert "Får se" not in told
    assert not app.run().success


def test_somebody_who_signed_in_without_access_is_given_it(open_page):
    person = ensure_person(ISSUER, "1")
    app = open_page(person=person)
    save(app)
    assert "Inget är sparat. Välj en roll." in app.error[0].value.replace("*", "")
    app.selectbox(key=to_key(person, "role")).set_value("lasare")
    app.multiselect(key=to_key(person, "areas")).set_value(["se"])
    save(app)
    assert read_access(person).role is Role.LASARE
    assert app.success


def test_areas_that_come_with_the_role_are_told_too(open_page):
    person = give("1")
    app = open_page(person=person)
    app.selectbox(key=to_key(person, "role")).set_value("nationell-samordnare")
    save(app)
    assert read_access(person).reports == {"se"}
    assert "Rapporterar för: – → Sverige" in app.success[0].value


def test_nothing_changed_adds_no_row(open_page):
    person = give("1")
    app = save(open_page(person=person))
    assert app.success[0].value == "Inget var ändrat."
    assert len(access_history(person, viewer=ADMIN)) == 1


def test_what_does_not_fit_together_is_said_and_what_was_filled_in_stays(open_page):
    person = give("1")
    app = open_page(person=person)
    app.selectbox(key=to_key(person, "role")).set_value("rapportor")
    save(app)
    assert "Välj minst ett område under ”Rapporterar för”." in app.error[0].value
    assert app.selectbox(key=to_key(person, "role")).value == "rapportor"
    assert read_access(person).role is Role.LASARE


def test_who_was_changed_meanwhile_is_shown_as_she_is_now(open_page):
    person = give("1")
    app = open_page(person=person)
    app.checkbox(key=to_key(person, "blocked")).check()
    give("1", areas=["25"])
    save(app)
    assert "Någon annan ändrade" in app.error[0].value
    assert not read_access(person).blocked
    assert app.multiselect(key=to_key(person, "areas")).value == ["25"]


def test_the_last_administrator_is_told_why_she_stays(open_page):
    person = give("1", Role.ADMIN, ())
    app = open_page(person=person)
    app.checkbox(key=to_key(person, "blocked")).check()
    save(app)
    assert "ingen administratör vara kvar" in app.error[0].value
    assert not read_access(person).blocked


def test_a_new_person_is_added_and_chosen(open_page):
    give("1")
    app = open_page()
    assert app.text_input(key="ny_1_issuer").value == ISSUER
    app.text_input(key="ny_1_subject").set_value(" 2 ")
    app.selectbox(key="ny_1_role").set_value("administrator")
    save(app)
    person = ensure_person(ISSUER, "2")
    assert read_access(person).role is Role.ADMIN
    assert app.query_params["person"] in (person, [person])
    assert len(list_people(viewer=ADMIN)) == 2
    assert app.text_input(key="ny_2_subject").value == ""


def test_a_new_person_who_is_there_already_is_not_overwritten(open_page):
    person = give("1")
    app = open_page()
    app.text_input(key="ny_1_subject").set_value("1")
    app.selectbox(key="ny_1_role").set_value("administrator")
    save(app)
    assert "Personen finns redan." in app.error[0].value
    assert read_access(person).role is Role.LASARE


def test_the_latest_change_can_be_taken_back_as_a_new_row(open_page):
    person = give("1", label="Anna")
    give("1", label="Anna", role=Role.RAPPORTOR, reports=["25"], blocked=True)
    app = open_page(person=person)
    assert "Roll: rapportör → läsare" in said(app)
    history = app.dataframe[1].value
    assert history["Roll"].to_list() == ["rapportör", "läsare"]
    assert history["Ändrad av"].to_list() == [ADMIN.subject] * 2
    next(button for button in app.button if button.label == "Återställ").click().run()
    access = read_access(person)
    assert (access.role, access.reports, access.blocked) == (Role.LASARE, set(), False)
    assert len(access_history(person, viewer=ADMIN)) == 3
    assert app.success and not app.exception


def test_an_area_that_has_ceased_stays_in_the_form(open_page):
    person = give("1", areas=["lpo-norrmalm"])
    app = open_page(person=person)
    assert app.multiselect(key=to_key(person, "areas")).value == ["lpo-norrmalm"]
    app.text_input(key=to_key(person, "label")).set_value("Anna")
    save(app)
    assert read_access(person).areas == {"lpo-norrmalm"}


@pytest.fixture
def by_claims(monkeypatch):
    """Sign-in at a provider that says roles and areas."""
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "issuer.test/.well-known/openid-configuration")
    monkeypatch.setenv("BOB_ACCESS_FROM", "claims")
    settings.load.cache_clear()


def test_with_claims_only_name_block_and_last_day_are_kept_here(open_page, by_claims):
    person, other = ensure_person(ISSUER, "1"), give("2", label="Bo")
    app = open_page(person=person)
    assert app.header[0].value == "2 personer, 0 spärrade"
    assert "Roll och områden kommer från inloggningstjänsten" in said(app)
    assert not app.selectbox and not app.multiselect and not app.expander
    assert set(app.dataframe[0].value["Läge"]) == {"enligt inloggningstjänsten"}
    app.checkbox(key=to_key(person, "blocked")).check()
    save(app)
    assert (read_access(person).role, read_access(person).blocked) == (None, True)
    app = open_page(person=other)
    app.checkbox(key=to_key(other, "blocked")).check()
    save(app)
    kept_row = read_access(other)
    assert (kept_row.role, kept_row.areas, kept_row.blocked) == (Role.LASARE, {"se"}, True)


def test_a_few_letters_and_return_never_give_many_areas(open_page, by_claims, monkeypatch):
    monkeypatch.setenv("BOB_ACCESS_FROM", "users")
    settings.load.cache_clear()
    boxes = open_page(person=ensure_person(ISSUER, "1")).multiselect
    assert len(boxes) >= 2
    assert {box.proto.select_all for box in boxes} == {0}
    modes = MultiSelect.DESCRIPTOR.fields_by_name["filter_mode"].enum_type.values_by_name
    assert {box.proto.filter_mode for box in boxes} == {modes["FILTER_MODE_CONTAINS"].number}


def test_with_our_own_users_roles_are_given_here(open_page, by_claims, monkeypatch):
    monkeypatch.setenv("BOB_ACCESS_FROM", "users")
    settings.load.cache_clear()
    app = open_page(person=ensure_person(ISSUER, "1"))
    assert app.selectbox and app.multiselect and app.expander


def test_others_are_told_whom_the_page_is_for(open_page, monkeypatch):
    give("1", label="Anna")
    look_as(monkeypatch, Role.NATIONELL)
    app = open_page()
    assert "Sidan är till för administratörer." in said(app)
    assert not app.dataframe and not app.button


def test_who_is_no_longer_administrator_saves_nothing(open_page, monkeypatch):
    person = give("1")
    app = open_page(person=person)
    app.checkbox(key=to_key(person, "blocked")).check()
    look_as(monkeypatch, Role.LASARE)
    save(app)
    assert not read_access(person).blocked
    assert "Sidan är till för administratörer." in said(app)


def test_who_has_signed_out_saves_nothing(open_page, monkeypatch):
    person = give("1")
    app = open_page(person=person)
    app.checkbox(key=to_key(person, "blocked")).check()
    look_as(monkeypatch, None)
    save(app)
    assert not read_access(person).blocked
    assert not app.dataframe and not app.exception


def test_the_frame_shows_the_page_to_an_administrator_in_the_demonstration(sqlite_engine):
    person = give("1", label="Anna", viewer=DEMONSTRATIONS[Role.ADMIN])
    app = AppTest.from_file(str(PAGE.parent / "main.py"), default_timeout=60)
    app.query_params["roll"] = "administrator"
    app.run()
    app.switch_page("anvandare.py")
    app.query_params["person"] = person
    app.query_params["roll"] = "administrator"
    app.run()
    assert not app.exception
    assert app.title[0].value == "Användare"
    app.checkbox(key=to_key(person, "blocked")).check()
    save(app)
    assert read_access(person).blocked
    assert app.success


def test_a_database_that_is_away_loses_nothing_that_was_filled_in(open_page, monkeypatch):
    person = give("1")
    app = open_page(person=person)
    app.checkbox(key=to_key(person, "blocked")).check()

    def away(*_args, **_kwargs):
        raise DatabaseUnavailable("borta")

    monkeypatch.setattr(people_save, "set_access", away)
    save(app)
    assert "Databasen svarar inte just nu." in app.error[0].value
    assert app.checkbox(key=to_key(person, "blocked")).value
    monkeypatch.setattr(people_save, "set_access", set_access)
    save(app)
    assert read_access(person).blocked


def test_long_lists_of_areas_are_cut_with_a_count():
    assert people.to_names("se 25 pr-nord 2580 lpo-x", LABELS).endswith("(polisregion), 2 till")
    assert people.to_names("", LABELS) == people.to_names(None, LABELS) == ""


def test_changes_are_told_as_plain_text():
    before, after = Given(label="*x*"), Given(label="[a](b)", blocked=True, valid_to=TODAY)
    told = people_form.to_changes(before, after, LABELS)
    assert told[0] == "Visningsnamn: \\*x\\* → \\[a\\](b)"
    assert told[-1] == "Spärrad: nej → ja"
    assert people_form.to_changes(after, after, LABELS) == []


def test_every_reason_of_the_data_layer_has_a_sentence_of_its_own():
    other = people_notices.problem("något annat")
    reasons = [
        "role-missing", "areas-missing", "reports-missing", "areas-given-to-an-administrator",
        "reports-given-to-a-reader", "too-many-areas", "area-unknown", "issuer-malformed",
        "subject-malformed", "label-malformed", kept.LastAdmin().reason,
        kept.ChangedMeanwhile().reason, "there-already", "not-allowed", "database-away",
    ]  # fmt: skip
    sentences = {people_notices.problem(reason) for reason in reasons}
    assert len(sentences) == len(reasons) and other not in sentences
    assert "9999" in people_notices.problem("area-unknown", ["9999"])


def test_the_history_shows_when_access_was_changed_as_the_clock_shows_in_sweden(open_page):
    person = give()
    (changed,) = access_history(person, viewer=ADMIN)["recorded_at"]
    shown = [table.value for table in open_page(person=person).dataframe]
    (history,) = [table for table in shown if "Ändrad" in table]
    assert history["Ändrad"].to_list() == [moment(changed)]
