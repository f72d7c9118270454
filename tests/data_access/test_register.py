"""The register: what comes with the code, and how the nationella samordnaren changes it."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from data_access import register
from data_access.audit import search_audit
from data_access.connect import reading, writing
from data_access.prepare import forget_prepared, prepare
from data_access.public import RECORDER
from data_access.register import (
    BadEntry,
    EntryChanged,
    NotAllowed,
    fetch_register,
    list_versions,
    set_entry,
)
from data_access.register_rows import load_entries, to_entry, to_row
from data_access.register_rules import check_entry, is_council
from data_access.schema import REGISTER_ENTRY
from data_access.version import fetch_version
from data_access.viewer import Role, Viewer
from reporting.kinds import kinds
from reporting.register import Entry, Listing, Split
from reporting.register_rules import COUNTED, MEASURED
from tests.viewers import ADMIN, COUNTRY, PLAYER, READER, WRITER

REGIONAL = Viewer(Role.REGIONAL, COUNTRY, frozenset({"pr-nord"}), subject="regional")
NEW = Entry(
    Listing.MEASURE,
    "nattvandring",
    "Stöd av nattvandrare",
    "Individer som har fått följe hem.",
    "individer",
    source="förslag",
    counting_rule="En gång per kvartal.",
    split=Split.SEX_AND_AGE,
)


def find(code, listing=Listing.MEASURE):
    return fetch_register(viewer=READER).find(listing, code)


def rows():
    with reading() as connection:
        return connection.scalar(select(func.count()).select_from(REGISTER_ENTRY))


def audited(action="skrivning"):
    return search_audit(viewer=ADMIN, action=action).to_dict("records")


def test_what_comes_with_the_code_is_whole_and_told_apart():
    entries = load_entries()
    for entry in entries:
        check_entry(entry, [one for one in entries if one.listing is entry.listing])
    assert {entry.listing for entry in entries} == set(Listing)
    assert len({(entry.listing, entry.code) for entry in entries}) == len(entries)
    assert all(entry.reporter for entry in entries if entry.listing in MEASURED)


def test_every_list_that_a_kind_asks_for_has_entries():
    held = {str(entry.listing) for entry in load_entries()}
    fields = [field for kind in kinds().values() for field in kind.fields]
    asked = {field.options for field in fields if field.options in set(Listing)}
    assert len(asked) > 5 and asked <= held


def test_goals_are_marked_as_examples_that_nobody_has_decided():
    goals = [entry for entry in load_entries() if entry.listing is Listing.GOAL]
    assert goals and all(goal.source == "förslag" for goal in goals)
    assert all("inte beslutat" in goal.definition for goal in goals)


def test_an_entry_survives_the_way_to_a_row_and_back():
    entry = replace(NEW, other_names=("Ett namn", "Två"), valid_to=date(2027, 1, 1))
    assert to_entry(to_row(entry)) == entry


def test_a_prepared_database_holds_the_facts_as_version_one(engine):
    found = fetch_register(viewer=READER)
    assert list(found.entries) == load_entries()
    version = list_versions("atgard", "orossamtal", viewer=READER)[0]
    assert (version.entry.version, version.recorded_by) == (1, RECORDER)


def test_a_register_that_is_empty_is_filled_at_the_next_start(engine):
    with writing(engine) as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER register_entry_no_delete"))
        else:
            connection.execute(text("ALTER TABLE register_entry DISABLE TRIGGER USER"))
        connection.execute(delete(REGISTER_ENTRY))
    forget_prepared()
    prepare(engine)
    assert rows() == len(load_entries())


def test_preparing_again_keeps_what_somebody_has_edited(engine, monkeypatch):
    set_entry(replace(find("orossamtal"), name="Samtal"), expected=1, viewer=PLAYER)
    monkeypatch.setattr("data_access.prepare.facts_digest", lambda: "ny")
    facts = [*load_entries(), NEW]
    monkeypatch.setattr("data_access.fill.load_entries", lambda: facts)
    prepare(engine)
    assert find("orossamtal").name == "Samtal"
    assert find("nattvandring") == NEW
    assert rows() == len(facts) + 1


def test_what_the_code_has_come_to_tell_otherwise_is_a_new_version_once(engine, monkeypatch):
    (first, *rest) = load_entries()
    told = replace(first, counting_rule="En annan regel.")
    monkeypatch.setattr("data_access.fill.load_entries", lambda: [told, *rest])
    for digest in ("ny", "nyare"):
        monkeypatch.setattr("data_access.prepare.facts_digest", lambda digest=digest: digest)
        prepare(engine)
    assert find(first.code, first.listing) == replace(told, version=2)
    assert [one.entry for one in list_versions(first.listing, first.code, viewer=READER)][
        1
    ] == first
    assert rows() == len(rest) + 2


def test_a_change_is_a_new_version_and_the_newest_holds(engine):
    old = find("orossamtal")
    assert set_entry(replace(old, unit="samtal"), expected=1, viewer=WRITER) == 2
    assert find("orossamtal") == replace(old, unit="samtal", version=2)
    versions = list_versions(Listing.MEASURE, "orossamtal", viewer=READER)
    assert [one.entry for one in versions] == [find("orossamtal"), old]
    assert versions[0].recorded_by == "test"
    assert versions[0].recorded_at > versions[1].recorded_at


def test_a_changed_entry_keeps_its_place_in_the_list(engine):
    def codes():
        return [one.code for one in fetch_register(viewer=READER).entries]

    before = codes()
    set_entry(replace(find("orossamtal"), unit="samtal"), expected=1, viewer=WRITER)
    assert codes() == before
    set_entry(NEW, expected=0, viewer=WRITER)
    assert codes() == [*before, "nattvandring"]


def test_an_entry_is_ended_by_a_last_day_and_stays_findable(engine):
    last = date(2026, 12, 31)
    set_entry(replace(find("orossamtal"), valid_to=last), expected=1, viewer=WRITER)
    found = fetch_register(viewer=READER)

    def held(on):
        return {one.code for one in found.of(Listing.MEASURE, on)}

    assert "orossamtal" in held(last)
    assert "orossamtal" not in held(date(2027, 1, 1))
    assert found.find(Listing.MEASURE, "orossamtal").valid_to == last


def test_the_version_of_the_database_changes_with_the_register(engine):
    before = fetch_version(viewer=READER)
    set_entry(NEW, expected=0, viewer=WRITER)
    assert fetch_version(viewer=READER) != before


@pytest.mark.parametrize("viewer", [READER, REGIONAL, ADMIN])
def test_only_the_nationella_samordnaren_changes_the_register(engine, viewer):
    before = rows()
    with pytest.raises(NotAllowed):
        set_entry(NEW, expected=0, viewer=viewer)
    assert rows() == before
    assert audited("nekad")[0]["what"] == "registerpost atgard nattvandring"


def test_a_change_is_audited_without_what_somebody_wrote(engine):
    set_entry(NEW, expected=0, viewer=WRITER)
    with reading() as connection:
        held = connection.execute(text("SELECT what, after FROM audit ORDER BY id")).all()[-1]
    assert held.what.endswith("atgard nattvandring")
    assert '"version"' in held.after and "kon-alder" in held.after
    assert "nattvandrare" not in held.after and "följe" not in held.after


@pytest.mark.parametrize(
    ("wrong", "reason", "what"),
    [
        ({"code": "Å"}, "code-malformed", ""),
        ({"code": "a_b"}, "code-malformed", ""),
        ({"code": "a" * 61}, "code-malformed", ""),
        ({"name": " "}, "field-missing", "name"),
        ({"source": ""}, "field-missing", "source"),
        ({"unit": ""}, "field-missing", "unit"),
        ({"definition": ""}, "field-missing", "definition"),
        ({"counting_rule": "\n"}, "field-missing", "counting_rule"),
        ({"name": "a\nb"}, "text-malformed", "name"),
        ({"definition": "a" * 4001}, "text-malformed", "definition"),
        ({"other_names": ("",)}, "text-malformed", "other_names"),
        ({"other_names": ("a|b",)}, "text-malformed", "other_names"),
        ({"code": "811228-9874"}, "personal", "code"),
        ({"name": "Fråga 070-123 45 67"}, "personal", "name"),
        ({"definition": "Frågor till\nanna.berg@kommun.se"}, "personal", "definition"),
        ({"counting_rule": "Ring 070-123 45 67"}, "personal", "counting_rule"),
        ({"source": "anna.berg@kommun.se"}, "personal", "source"),
        ({"unit": "anna.berg@kommun.se"}, "personal", "unit"),
        ({"reporter": "anna.berg@kommun.se"}, "personal", "reporter"),
        ({"other_names": ("Vandring", "811228-9874")}, "personal", "other_names"),
        ({"valid_to": date(2023, 1, 1)}, "days-reversed", ""),
        ({"name": "Lokalt råd"}, "council-is-no-measure", ""),
        ({"other_names": ("Bob-rådet",)}, "council-is-no-measure", ""),
        ({"name": "ORO s samtal", "other_names": ("orossamtal",)}, "name-taken", "Orossamtal"),
        ({"other_names": (" bekymringssamtal ",)}, "name-taken", "Orossamtal"),
        (
            {"listing": Listing.GOAL, "counting_rule": ""},
            "split-of-what-is-not-counted",
            "",
        ),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_nothing(sqlite_engine, wrong, reason, what):
    before = rows()
    with pytest.raises(BadEntry) as error:
        set_entry(replace(NEW, **wrong), expected=0, viewer=WRITER)
    assert (error.value.reason, error.value.what) == (reason, what)
    assert rows() == before
    assert audited() == []


def test_a_plain_list_needs_no_definition_and_may_name_councils(sqlite_engine):
    entry = Entry(Listing.COOPERATION, "ungdomsrad", "Ungdomsråd", source="förslag")
    assert set_entry(entry, expected=0, viewer=WRITER) == 1


def test_a_name_is_free_again_when_the_other_has_ended(sqlite_engine):
    ended = replace(find("orossamtal"), valid_to=date(2026, 6, 30))
    set_entry(ended, expected=1, viewer=WRITER)
    heir = replace(NEW, name="Orossamtal", valid_from=date(2026, 7, 1))
    assert set_entry(heir, expected=0, viewer=WRITER) == 1


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Lokalt råd", True),
        ("samverkansråd", True),
        ("Samverkansrådets möte", True),
        ("RÅDEN", True),
        ("BRÅ", True),
        ("Familjerådgivning", False),
        ("Familjerådslag", False),
        ("Insats i området", False),
        ("Områden", False),
        ("Röd tråd", False),
    ],
)
def test_a_council_is_known_by_its_name(name, found):
    assert is_council(name) is found


def test_who_changes_what_another_has_changed_meanwhile_is_told(engine):
    old = find("orossamtal")
    set_entry(replace(old, unit="samtal"), expected=1, viewer=WRITER)
    with pytest.raises(EntryChanged) as error:
        set_entry(replace(old, unit="unga"), expected=1, viewer=WRITER)
    assert error.value.current == 2
    with pytest.raises(EntryChanged):
        set_entry(old, expected=0, viewer=WRITER)
    with pytest.raises(EntryChanged):
        set_entry(NEW, expected=1, viewer=WRITER)
    assert find("orossamtal").unit == "samtal"


def test_of_two_who_save_the_same_version_at_once_one_is_told(engine):
    old, barrier, outcomes = find("orossamtal"), threading.Barrier(2), []

    def save(unit):
        barrier.wait()
        try:
            outcomes.append(set_entry(replace(old, unit=unit), expected=1, viewer=WRITER))
        except EntryChanged:
            outcomes.append(None)

    threads = [threading.Thread(target=save, args=(unit,)) for unit in ("samtal", "unga")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [2, None]


def test_a_version_can_not_be_written_twice_or_replaced(engine):
    row = to_row(find("orossamtal")) | {"recorded_by": "x", "is_example": False}
    with reading() as connection:
        row["recorded_at"] = connection.scalar(select(func.max(REGISTER_ENTRY.c.recorded_at)))
    with pytest.raises(DBAPIError), writing() as connection:
        connection.execute(insert(REGISTER_ENTRY).values(row))
    if engine.dialect.name == "sqlite":
        names = ", ".join(column.name for column in list(REGISTER_ENTRY.c)[1:])
        replaces = (
            f"INSERT OR REPLACE INTO register_entry ({names}) SELECT {names} FROM register_entry"
        )
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
            with pytest.raises(DBAPIError, match="append-only"):
                connection.exec_driver_sql(replaces)
            connection.exec_driver_sql("PRAGMA recursive_triggers = ON")
            connection.exec_driver_sql("BEGIN")


def test_an_entry_that_never_was_has_no_versions(sqlite_engine):
    assert list_versions("atgard", "finns-inte", viewer=READER) == []
    assert list_versions("finns-inte", "orossamtal", viewer=READER) == []


def test_only_counted_lists_are_split(sqlite_engine):
    found = register.fetch_register(viewer=READER)
    assert {one.listing for one in found.entries if one.split is Split.SEX_AND_AGE} == set(COUNTED)
