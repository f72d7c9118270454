"""People by pseudonym, what an administratör gives them, and how that shows in the audit."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, text

import clock
from data_access import people
from data_access.audit import search_audit
from data_access.connect import reading, writing
from data_access.grant import main as grant
from data_access.people import (
    BadAccess,
    Blocked,
    ChangedMeanwhile,
    Expired,
    LastAdmin,
    NoAccess,
    NotAllowed,
    UnknownCodes,
    UnknownPerson,
    access_history,
    ensure_person,
    find_person,
    list_people,
    read_access,
    set_access,
    to_viewer,
    unknown_codes,
)
from data_access.schema import AUDIT, PERSON, USER_ACCESS
from data_access.viewer import Role, Viewer
from tests.viewers import ADMIN, READER, WRITER

ISSUER = "issuer.test/realms/bob"
TODAY = clock.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def give(subject="anna", role=Role.LASARE, areas=("se",), reports=(), viewer=ADMIN, **more):
    """Id of the new row."""
    return set_access(ISSUER, subject, role, areas, reports, viewer=viewer, **more)


def give_admin(subject, **more):
    return give(subject, Role.ADMIN, (), (), **more)


def count(table):
    with reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def audited(action="behorighet"):
    return search_audit(viewer=ADMIN, action=action).to_dict("records")


def test_a_person_has_one_random_pseudonym(engine):
    first = ensure_person(ISSUER, "anna")
    assert len(first) == 32 and int(first, 16)
    assert ensure_person(ISSUER, "anna") == first
    assert ensure_person(ISSUER, "Anna") != first
    assert ensure_person(ISSUER + "2", "anna") != first
    with reading() as connection:
        assert find_person(connection, ISSUER, "anna") == first
        with pytest.raises(UnknownPerson):
            find_person(connection, ISSUER, "bertil")


def test_first_visits_at_the_same_time_make_one_person(engine):
    barrier, found = threading.Barrier(8), []

    def visit():
        barrier.wait()
        found.append(ensure_person(ISSUER, "anna"))

    threads = [threading.Thread(target=visit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len(set(found)) == 1
    assert count(PERSON) == 1


@pytest.mark.parametrize(
    ("issuer", "subject", "reason"),
    [
        ("", "anna", "issuer-malformed"),
        ("i" * 501, "anna", "issuer-malformed"),
        (ISSUER, " ", "subject-malformed"),
        (ISSUER, "a" * 256, "subject-malformed"),
        (ISSUER, "anna\x00", "subject-malformed"),
    ],
)
def test_an_account_that_can_not_be_kept_is_refused(engine, issuer, subject, reason):
    with pytest.raises(BadAccess, match=reason):
        ensure_person(issuer, subject)
    assert count(PERSON) == 0


def test_the_newest_row_is_what_holds(engine):
    person = ensure_person(ISSUER, "anna")
    assert read_access(person) is None
    give()
    last = give(
        role=Role.REGIONAL, areas=["pr-nord", "25"], reports=["pr-nord"], label=" Anna A ",
        valid_to=TOMORROW,
    )  # fmt: skip
    access = read_access(person)
    assert (access.id, access.person, access.role) == (last, person, Role.REGIONAL)
    assert access.areas == {"pr-nord", "25"} and access.reports == {"pr-nord"}
    assert (access.label, access.blocked, access.valid_to) == ("Anna A", False, TOMORROW)
    assert access.recorded_by == "forvaltare"
    assert abs(access.recorded_at - datetime.now(UTC)) < timedelta(minutes=1)
    viewer = to_viewer(access, TODAY, example=True)
    assert viewer == Viewer(Role.REGIONAL, frozenset({"pr-nord", "25"}), frozenset({"pr-nord"}))
    assert (viewer.subject, viewer.example) == (person, True)


def test_who_is_unknown_blocked_or_expired_does_not_come_in(engine):
    person = ensure_person(ISSUER, "anna")

    def enter(on=TODAY):
        return to_viewer(read_access(person), on, example=False)

    with pytest.raises(NoAccess) as error:
        enter()
    assert error.value.reason == "unknown"
    give(valid_to=TODAY)
    assert enter().role is Role.LASARE
    with pytest.raises(Expired):
        enter(TOMORROW)
    give(blocked=True, valid_to=YESTERDAY)
    with pytest.raises(Blocked):
        enter()
    give()
    assert enter().sees("se")


def test_a_row_without_a_role_can_block_but_lets_nobody_in(engine):
    give(role=None, areas=())
    access = read_access(ensure_person(ISSUER, "anna"))
    people.check_open(access, TODAY)
    with pytest.raises(NoAccess, match="no-role"):
        to_viewer(access, TODAY, example=False)
    give(role=None, areas=(), blocked=True)
    with pytest.raises(Blocked):
        people.check_open(read_access(access.person), TODAY)
    people.check_open(None, TODAY)


@pytest.mark.parametrize(("role", "areas"), [("kung", "se"), ("lasare", "hela landet!")])
def test_a_row_that_can_not_be_understood_lets_nobody_in(engine, role, areas):
    person = ensure_person(ISSUER, "anna")
    row = {
        "person": person, "role": role, "areas": areas, "reports": "", "label": "",
        "blocked": False, "recorded_at": datetime.now(UTC), "recorded_by": "x",
    }  # fmt: skip
    with writing() as connection:
        connection.execute(insert(USER_ACCESS).values(row))
    with pytest.raises(NoAccess):
        to_viewer(read_access(person), TODAY, example=False)
    assert len(list_people(viewer=ADMIN)) == 1


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"areas": ()}, "areas-missing"),
        ({"reports": ("se",)}, "reports-given-to-a-reader"),
        ({"role": Role.RAPPORTOR}, "reports-missing"),
        ({"role": Role.ADMIN}, "areas-given-to-an-administrator"),
        ({"role": None}, "role-missing"),
        ({"areas": ("Sverige",)}, "area-malformed"),
        ({"areas": ("lpo-finns-inte",)}, "area-unknown"),
        ({"areas": [f"{number:04}" for number in range(201)]}, "too-many-areas"),
        ({"label": "a" * 201}, "label-malformed"),
        ({"label": "a\nb"}, "label-malformed"),
        ({"subject": ""}, "subject-malformed"),
    ],
)
def test_what_does_not_fit_together_is_refused_and_leaves_nothing(sqlite_engine, wrong, reason):
    with pytest.raises(BadAccess) as error:
        give(**wrong)
    assert error.value.reason == reason
    assert count(USER_ACCESS) == count(PERSON) == 0
    assert audited() == []


def test_a_nationell_samordnare_answers_for_what_she_sees_unless_told(engine):
    give(role=Role.NATIONELL)
    assert read_access(ensure_person(ISSUER, "anna")).reports == {"se"}


def test_an_area_that_has_ceased_is_known_and_one_that_never_was_is_not(engine):
    with reading() as connection:
        asked = {"se", "2580", "lpo-norrmalm", "lpo-finns-inte", "9999"}
        assert unknown_codes(connection, asked, TODAY) == {"lpo-finns-inte", "9999"}
        assert unknown_codes(connection, set(), TODAY) == set()
        # begins in 2025
        assert unknown_codes(connection, ["lpo-norra-innerstaden"], date(2024, 12, 31)) == {
            "lpo-norra-innerstaden"
        }
        assert unknown_codes(connection, ["lpo-norra-innerstaden"], date(2025, 1, 1)) == set()
    give(areas=["lpo-norrmalm"])
    with pytest.raises(UnknownCodes) as error:
        give(areas=["9999", "se"])
    assert error.value.codes == ["9999"]


@pytest.mark.parametrize("viewer", [READER, WRITER])
def test_only_an_administrator_reads_or_writes_and_refusals_are_audited(engine, viewer):
    for attempt in (
        lambda: give(viewer=viewer),
        lambda: list_people(viewer=viewer),
        lambda: access_history("x", viewer=viewer),
    ):
        before = count(AUDIT)
        with pytest.raises(NotAllowed):
            attempt()
        assert count(AUDIT) == before + 1
        assert audited("nekad")[0]["role"] == str(viewer.role)
    assert count(USER_ACCESS) == count(PERSON) == 0


def test_the_audit_tells_before_and_after_and_nobodys_name(engine):
    give(subject="anna-andersson", label="Anna Andersson")
    give(subject="anna-andersson", label="Anna A", role=Role.RAPPORTOR, reports=["25"],
         valid_to=TOMORROW)  # fmt: skip
    person = ensure_person(ISSUER, "anna-andersson")
    last, first = audited()
    assert first["what"] == last["what"] == f"person {person}"
    assert last["subject"] == "forvaltare"
    with reading() as connection:
        held = connection.execute(text("SELECT before, after FROM audit ORDER BY id")).all()
    assert held[0].before is None and '"lasare"' in held[0].after
    assert '"lasare"' in held[1].before and '"rapportor"' in held[1].after
    assert TOMORROW.isoformat() in held[1].after and '"25"' in held[1].after
    with reading() as connection:
        everything = repr(connection.execute(select(AUDIT)).all())
    assert not any(name in everything for name in ("nna A", "andersson", ISSUER))


def test_access_and_audit_are_saved_together_or_not_at_all(engine, monkeypatch):
    give()

    def fail(*_args, **_kwargs):
        raise RuntimeError("granskningen är full")

    monkeypatch.setattr(people.audit, "record", fail)
    with pytest.raises(RuntimeError):
        give(subject="bertil")
    assert count(USER_ACCESS) == count(PERSON) == 1


def test_who_changes_what_another_has_changed_meanwhile_is_told(engine):
    first = give(expected=0)
    with pytest.raises(ChangedMeanwhile):
        give(expected=0, blocked=True)
    second = give(expected=first, areas=["25"])
    before = count(AUDIT)
    with pytest.raises(ChangedMeanwhile):
        give(expected=first, blocked=True)
    assert read_access(ensure_person(ISSUER, "anna")).id == second
    assert count(AUDIT) == before


def test_of_two_who_save_the_same_form_at_once_one_is_told(engine):
    made_from, barrier, outcomes = give(), threading.Barrier(2), []

    def save(area):
        barrier.wait()
        try:
            outcomes.append(give(areas=[area], expected=made_from))
        except ChangedMeanwhile:
            outcomes.append(None)

    threads = [threading.Thread(target=save, args=(area,)) for area in ("25", "24")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2 and outcomes.count(None) == 1
    assert count(USER_ACCESS) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"blocked": True},
        {"valid_to": YESTERDAY},
        {"role": Role.LASARE, "areas": ("se",)},
        {"role": None},
    ],
)
def test_the_last_administrator_stays(engine, change):
    give_admin("anna")
    anna = Viewer(Role.ADMIN, frozenset(), subject=ensure_person(ISSUER, "anna"))
    change = {"role": Role.ADMIN, "areas": (), "reports": ()} | change
    # none of these could take over
    give_admin("blocked", blocked=True)
    give_admin("expired", valid_to=YESTERDAY)
    give("reader")
    give_admin("was")
    give("was", blocked=True)
    with pytest.raises(LastAdmin):
        give("anna", viewer=anna, **change)
    assert read_access(anna.subject).is_admin(TODAY)
    give_admin("bertil", viewer=anna)
    give("anna", viewer=anna, **change)
    assert not read_access(anna.subject).is_admin(TODAY)


def test_who_is_administrator_by_claims_does_not_lock_herself_out(engine):
    anna = Viewer(Role.ADMIN, frozenset(), subject=ensure_person(ISSUER, "anna"))
    give(role=None, areas=(), label="Anna", viewer=anna)
    with pytest.raises(LastAdmin):
        give(role=None, areas=(), blocked=True, viewer=anna)
    give("bertil", role=None, areas=(), blocked=True, viewer=anna)


def test_everybody_is_listed_by_name_with_the_newest_access(engine):
    give("3", label="Östen")
    give("1", label="Åke", blocked=True, valid_to=YESTERDAY)
    newest = give("3", Role.RAPPORTOR, ["se", "25"], ["lpo-umea"], label="Östen")
    visitor = ensure_person(ISSUER, "besökare")
    rows = list_people(viewer=ADMIN).to_dict("records")
    assert [row["subject"] for row in rows] == ["besökare", "1", "3"]
    assert rows[0]["person"] == visitor and rows[0]["id"] == 0
    assert all(rows[0][name] is None for name in ("role", "areas", "blocked", "recorded_at"))
    assert (rows[1]["blocked"], rows[1]["valid_to"]) == (True, YESTERDAY)
    assert {name: rows[2][name] for name in ("id", "role", "areas", "reports", "valid_to")} == {
        "id": newest, "role": "rapportor", "areas": "25 se", "reports": "lpo-umea",
        "valid_to": None,
    }  # fmt: skip
    assert rows[2]["recorded_at"].tzinfo is not None


def test_a_list_of_nobody_has_its_columns(engine):
    found = list_people(viewer=ADMIN)
    assert found.empty and {"person", "role", "recorded_by"} <= set(found.columns)
    assert access_history("ingen", viewer=ADMIN).empty


def test_the_history_is_the_persons_own_newest_first(engine):
    ids = [give(), give(blocked=True), give(role=None, areas=())]
    give("bertil")
    history = access_history(ensure_person(ISSUER, "anna"), viewer=ADMIN)
    assert history["id"].to_list() == ids[::-1]
    assert history["blocked"].to_list() == [False, True, False]
    assert history["role"].to_list() == [None, "lasare", "lasare"]


def test_the_first_administrator_is_granted_at_the_command_line(engine, capsys):
    assert grant([ISSUER, "anna", "administrator", "--label", "Anna"]) == 0
    person = ensure_person(ISSUER, "anna")
    assert person in capsys.readouterr().out
    assert read_access(person).is_admin(TODAY) and read_access(person).label == "Anna"
    assert [row["subject"] for row in audited()] == ["driften"]
    assert grant([ISSUER, "bo", "rapportor", "--areas", "se,25", "--reports", "pr-nord"]) == 0
    bo = read_access(ensure_person(ISSUER, "bo"))
    assert (bo.areas, bo.reports) == ({"se", "25"}, {"pr-nord"})


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "usage"),
        ([ISSUER, "anna", "kung"], 2, "regional-samordnare"),
        ([ISSUER, "anna", "lasare"], 1, "areas-missing"),
        ([ISSUER, "anna", "lasare", "--areas", "se,9999"], 1, "9999"),
    ],
)
def test_a_grant_that_is_not_in_order_is_refused_in_words(engine, arguments, code, said, capsys):
    assert grant(arguments) == code
    assert said in capsys.readouterr().err
    assert count(PERSON) == 0


def test_a_grant_without_a_database_says_so(use_database, tmp_path, capsys):
    (tmp_path / "fil").touch()
    use_database(f"sqlite:///{tmp_path}/fil/bob.db")
    assert grant([ISSUER, "anna", "administrator"]) == 1
    assert "BOB_DATABASE_URL" in capsys.readouterr().err
