"""Lägesbilder: writing, the steps, who may take them, and that what is published never changes."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

import clock
from data_access.audit import Action, verify
from data_access.connect import reading, writing
from data_access.council_events import add_event
from data_access.picture_drafts import list_unpublished, read_manuscript
from data_access.picture_freezing import to_digest
from data_access.picture_rules import (
    COMMENT,
    LOCAL_LEVELS,
    STEPS,
    BadPicture,
    OwnPicture,
    PictureChanged,
    UnknownPicture,
    WithdrawnPicture,
    to_json,
)
from data_access.picture_scope import may_approve
from data_access.picture_steps import (
    approve,
    comment,
    drop,
    publish,
    send_back,
    submit,
    withdraw,
)
from data_access.picture_writing import begin, save
from data_access.pictures import fetch_picture, fetch_pictures, fetch_published_since
from data_access.recording import BadRecord
from data_access.schema import (
    AUDIT,
    PICTURE_FROZEN,
    PICTURE_STEP,
    PICTURE_VERSION,
    PICTURE_WITHDRAWAL,
)
from data_access.scope import NotAllowed, OutsideScope
from data_access.viewer import Role, Viewer
from geodata.division import UnknownArea
from reporting.picture_text import TEXT_LENGTH, TITLE_LENGTH
from tests.data_access.pictures import (
    AREA,
    DAY,
    OTHER,
    SOUTHERN,
    TEXT,
    approved,
    contents,
    published,
    to_part,
    to_parts,
    written,
)
from tests.data_access.released import add_release
from tests.data_access.reports import COUNTRY, MANAGER, NATIONAL, READER, REGIONAL, REPORTER

PERSONNUMMER = "Det gäller 640823-3234 bland andra."
ALL_STEPS = {
    "submit": lambda n, who, v=1: submit(n, expected=v, viewer=who),
    "comment": lambda n, who, v=1: comment(n, "Bra", expected=v, viewer=who),
    "send_back": lambda n, who, v=1: send_back(n, "Rätta", expected=v, viewer=who),
    "drop": lambda n, who, v=1: drop(n, expected=v, viewer=who),
    "approve": lambda n, who, v=1: approve(n, to_parts(TEXT), expected=v, viewer=who),
    "publish": lambda n, who, v=1: publish(n, expected=v, viewer=who),
    "withdraw": lambda n, who, v=1: withdraw(n, "Fel siffra", expected=v, viewer=who),
    "save": lambda n, who, v=1: save(
        n, "Titel", DAY, TEXT, release=None, expected=v, viewer=who
    ),
}  # fmt: skip


def rows(table):
    with writing() as connection:
        return connection.execute(select(table).order_by(table.c.id)).all()


def state(number):
    return read_manuscript(number, viewer=NATIONAL).state


def test_the_whole_way_from_a_draft_to_what_readers_see(engine):
    number = written()
    assert state(number) == "utkast"
    assert fetch_pictures(viewer=READER).empty
    submit(number, expected=1, viewer=REGIONAL)
    comment(number, "Vilka kommuner?", expected=1, viewer=NATIONAL)
    send_back(number, "Skriv vilka kommuner.", expected=1, viewer=NATIONAL)
    assert state(number) == "tillbaka"
    better = TEXT + "\nDet gäller Umeå.\n"
    assert save(number, "Norr", DAY, better, release=None, expected=1, viewer=REGIONAL) == 2
    assert state(number) == "utkast"
    submit(number, expected=2, viewer=REGIONAL)
    approve(number, to_parts(better), expected=2, viewer=NATIONAL)
    assert state(number) == "godkand"
    with pytest.raises(UnknownPicture):
        fetch_picture(number, viewer=READER)
    publish(number, expected=2, viewer=NATIONAL)
    found = fetch_picture(number, viewer=READER)
    content = found.read()
    assert (content["title"], content["text"]) == ("Norr", better)
    assert content["area"] == {"code": AREA, "name": "Nord", "level": "polisregion"}
    assert content["parts"] == to_parts(better)
    assert content["written_by"] == ["regional-samordnare"]
    assert content["approved_by"] == "nationell-samordnare"
    assert (content["release"], content["division"]) == (None, "2025-01-01")
    assert found.digest == to_digest(found.content)
    assert list_unpublished(viewer=NATIONAL) == []
    manuscript = read_manuscript(number, viewer=REGIONAL)
    assert [one.step for one in manuscript.steps] == [
        "inskickad", "kommentar", "tillbaka", "utkast", "inskickad", "godkand", "publicerad",
    ]  # fmt: skip
    assert [one.title for one in manuscript.versions] == ["Läget i norr", "Norr"]


def test_what_is_published_is_byte_by_byte_what_was_approved(engine):
    number = approved()
    manuscript = read_manuscript(number, viewer=NATIONAL)
    publish(number, expected=1, viewer=NATIONAL)
    assert fetch_picture(number, viewer=READER).content == manuscript.last_step.content


def test_nothing_that_happens_later_changes_what_is_published(engine):
    """New events, a correction, a release, another text: the bytes are the same."""
    add_release(1)
    number = published(release=1)
    before = contents()
    told = fetch_picture(number, viewer=READER)
    assert told.read()["release"]["number"] == 1
    add_release(2)
    with reading() as connection:
        council = connection.scalar(text("SELECT code FROM council WHERE level = 'regional'"))
    add_event(council, "vilande", date(2026, 9, 1), viewer=NATIONAL, source="test")
    other = published("Något helt annat.\n", title="Nästa")
    assert contents()[:1] == before
    assert fetch_picture(number, viewer=READER) == told
    assert fetch_picture(other, viewer=READER).read()["text"] == "Något helt annat.\n"
    for name in ("save", "submit", "approve", "publish", "drop", "comment", "send_back"):
        with pytest.raises(PictureChanged):
            ALL_STEPS[name](number, NATIONAL)
    assert contents()[:1] == before


def test_the_same_content_is_always_the_same_bytes():
    one = {"b": [1, 2.5, None], "a": "å"}
    assert to_json(one) == to_json(dict(reversed(one.items()))) == '{"a":"å","b":[1,2.5,null]}'


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), date(2026, 1, 1), {1, 2}, b"x", "a\0b", "\ud800"]
)
def test_a_part_that_can_not_be_kept_is_refused(sqlite_engine, value):
    number = written()
    submit(number, expected=1, viewer=REGIONAL)
    (marker,) = to_parts(TEXT)
    with pytest.raises(BadPicture, match="unfit-content"):
        approve(number, {marker: {"value": value}}, expected=1, viewer=NATIONAL)
    assert state(number) == "inskickad"


def test_a_part_that_is_too_large_is_refused(sqlite_engine):
    number = written()
    submit(number, expected=1, viewer=REGIONAL)
    (marker,) = to_parts(TEXT)
    with pytest.raises(BadPicture, match="too-large"):
        approve(number, {marker: {"svg": "x" * 4_000_001}}, expected=1, viewer=NATIONAL)


@pytest.mark.parametrize(
    "parts", [{}, {"[[siffra:annan]]": {}}, to_parts(TEXT) | {"[[karta:steg]]": to_part("x")}]
)
def test_each_marker_has_its_part_and_nothing_else_comes_along(sqlite_engine, parts):
    number = written()
    submit(number, expected=1, viewer=REGIONAL)
    with pytest.raises(BadPicture, match="unresolved"):
        approve(number, parts, expected=1, viewer=NATIONAL)


# The steps


# Whoever may take all steps: of an own local area a regional samordnare's colleague, else two
def reach(state_wanted):
    """A lägesbild in that state, written by REGIONAL."""
    number = written()
    if state_wanted in ("inskickad", "tillbaka", "godkand", "publicerad", "tillbakadragen"):
        submit(number, expected=1, viewer=REGIONAL)
    if state_wanted == "tillbaka":
        send_back(number, "Rätta", expected=1, viewer=NATIONAL)
    if state_wanted in ("godkand", "publicerad", "tillbakadragen"):
        approve(number, to_parts(TEXT), expected=1, viewer=NATIONAL)
    if state_wanted in ("publicerad", "tillbakadragen"):
        publish(number, expected=1, viewer=NATIONAL)
    if state_wanted == "tillbakadragen":
        withdraw(number, "Fel siffra", expected=1, viewer=NATIONAL)
    if state_wanted == "kastad":
        drop(number, expected=1, viewer=REGIONAL)
    assert state(number) == state_wanted
    return number


NAMES = {
    "submit": "inskickad", "comment": "kommentar", "send_back": "tillbaka", "drop": "kastad",
    "approve": "godkand", "publish": "publicerad", "save": "utkast", "withdraw": "tillbakadragen",
}  # fmt: skip


@pytest.mark.parametrize(
    "at",
    ["utkast", "inskickad", "tillbaka", "godkand", "publicerad", "kastad", "tillbakadragen"],
)
def test_only_the_steps_that_the_state_allows_can_be_taken(sqlite_engine, at):
    for name, step in NAMES.items():
        number = reach(at)
        before = len(read_manuscript(number, viewer=NATIONAL).steps)
        if at in STEPS[step]:
            ALL_STEPS[name](number, NATIONAL)
            assert state(number) == (at if step == COMMENT else step)
        else:
            with pytest.raises(PictureChanged) as error:
                ALL_STEPS[name](number, NATIONAL)
            assert (error.value.version, error.value.state) == (1, at)
            assert len(read_manuscript(number, viewer=NATIONAL).steps) == before


def test_an_approval_does_not_hold_for_what_is_written_afterwards(engine):
    number = approved()
    save(number, "Ny", DAY, "Nytt.\n", release=None, expected=1, viewer=REGIONAL)
    assert state(number) == "utkast"
    for version in (1, 2):
        with pytest.raises(PictureChanged):
            publish(number, expected=version, viewer=NATIONAL)
    assert rows(PICTURE_FROZEN) == []


@pytest.mark.parametrize("name", sorted(set(ALL_STEPS) - {"save", "withdraw"}))
def test_a_step_is_taken_on_the_version_that_was_read(sqlite_engine, name):
    number = written()
    if name in ("approve", "send_back", "publish"):
        submit(number, expected=1, viewer=REGIONAL)
    if name == "publish":
        approve(number, to_parts(TEXT), expected=1, viewer=NATIONAL)
    save(number, "Ny", DAY, TEXT, release=None, expected=1, viewer=REGIONAL)
    with pytest.raises(PictureChanged) as error:
        ALL_STEPS[name](number, NATIONAL)
    assert error.value.version == 2


# Two at once


def test_of_two_who_save_over_the_same_version_one_is_told_and_nothing_is_lost(engine):
    number = written()
    start, told = threading.Barrier(2), []

    def try_save(who, words):
        start.wait(20)
        try:
            save(number, "Titel", DAY, words, release=None, expected=1, viewer=who)
        except PictureChanged as error:
            told.append((words, error.version))

    threads = [
        threading.Thread(target=try_save, args=(who, words))
        for who, words in ((REGIONAL, "Min text.\n"), (NATIONAL, "Din text.\n"))
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    ((lost, version),) = told
    assert version == 2
    # who was told saves hers over the newest, and all three are there
    save(number, "Titel", DAY, lost, release=None, expected=2, viewer=REGIONAL)
    texts = [one.text for one in read_manuscript(number, viewer=NATIONAL).versions]
    assert texts[0] == TEXT
    assert sorted(texts[1:]) == ["Din text.\n", "Min text.\n"]
    assert texts[-1] == lost


def test_of_two_who_publish_at_once_one_does(engine):
    number = approved()
    start, failed = threading.Barrier(2), []

    def try_publish(who):
        start.wait(20)
        try:
            publish(number, expected=1, viewer=who)
        except PictureChanged as error:
            failed.append(error.state)

    threads = [threading.Thread(target=try_publish, args=(who,)) for who in (NATIONAL, OTHER)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert failed == ["publicerad"]
    assert len(rows(PICTURE_FROZEN)) == 1


# What was published and should not have been


def test_what_is_withdrawn_is_shown_no_more_but_why(engine):
    number, other = published(), published(title="Kvar")
    before = contents()
    withdraw(number, " Siffran var fel. ", expected=1, viewer=OTHER)
    with pytest.raises(WithdrawnPicture) as error:
        fetch_picture(number, viewer=READER)
    assert error.value.reason == "Siffran var fel."
    assert fetch_pictures(viewer=READER)["number"].to_list() == [other]
    assert list(fetch_published_since(date(2024, 1, 1), clock.today(), viewer=READER)["title"]) == [
        "Kvar"
    ]
    assert contents() == before
    manuscript = read_manuscript(number, viewer=REGIONAL)
    last = manuscript.last_step
    assert (manuscript.state, last.comment) == ("tillbakadragen", "Siffran var fel.")
    assert (error.value.at, last.by) == (last.at, OTHER.subject)
    assert "lägesbilds tillbakadragande 1: pr-nord" in [one.what for one in rows(AUDIT)]
    assert "Siffran" not in str(rows(AUDIT))
    with pytest.raises(UnknownPicture) as unseen:
        fetch_picture(number, viewer=SOUTHERN)
    assert not isinstance(unseen.value, WithdrawnPicture)


def test_those_withdrawn_are_listed_for_those_who_write_there(engine):
    first, second = published(), published(title="Sedan")
    published(title="Kvar")
    for number in (first, second):
        withdraw(number, "Fel siffra", expected=1, viewer=OTHER)
    for viewer in (REGIONAL, NATIONAL):
        assert [one.number for one in list_unpublished(viewer=viewer)] == [second, first]
    for viewer in (SOUTHERN, READER, REPORTER, MANAGER):
        assert list_unpublished(viewer=viewer) == []


def test_of_two_who_withdraw_one_does_and_the_other_is_told(engine):
    number = published()
    withdraw(number, "Fel siffra", expected=1, viewer=NATIONAL)
    with pytest.raises(PictureChanged) as error:
        withdraw(number, "Annat fel", expected=1, viewer=OTHER)
    assert error.value.state == "tillbakadragen"
    assert [one.reason for one in rows(PICTURE_WITHDRAWAL)] == ["Fel siffra"]


@pytest.mark.parametrize("who", [REGIONAL, READER, MANAGER], ids=["regional", "läsare", "adm"])
def test_only_who_publishes_withdraws(sqlite_engine, who):
    number = published()
    with pytest.raises(NotAllowed):
        withdraw(number, "Fel", expected=1, viewer=who)
    assert fetch_picture(number, viewer=READER).number == number


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001, "a\x00b", PERSONNUMMER])
def test_nothing_is_withdrawn_without_a_reason_that_can_be_told(sqlite_engine, reason):
    number = published()
    with pytest.raises(BadPicture):
        withdraw(number, reason, expected=1, viewer=NATIONAL)
    assert fetch_picture(number, viewer=READER).number == number


# Who


@pytest.mark.parametrize("who", [READER, REPORTER, MANAGER], ids=["läsare", "rapportör", "adm"])
def test_who_does_not_write_takes_no_step_and_sees_no_draft(sqlite_engine, who):
    number = written()
    for act in ALL_STEPS.values():
        with pytest.raises(NotAllowed):
            act(number, who)
    with pytest.raises(NotAllowed):
        written(viewer=who)
    assert list_unpublished(viewer=who) == []
    with pytest.raises(UnknownPicture):
        read_manuscript(number, viewer=who)
    assert len(read_manuscript(number, viewer=REGIONAL).versions) == 1


def test_a_regional_lead_writes_of_her_own_areas_alone(engine):
    number = written(viewer=SOUTHERN, area="pr-syd")
    for act in (ALL_STEPS[name] for name in ("submit", "comment", "drop", "save")):
        with pytest.raises(OutsideScope):
            act(number, REGIONAL)
    for area in ("pr-syd", "se", "lpo-malmo-norr", "12"):
        with pytest.raises(OutsideScope):
            written(area=area)
    with pytest.raises(UnknownPicture):
        read_manuscript(number, viewer=REGIONAL)
    assert list_unpublished(viewer=REGIONAL) == []
    assert [one.number for one in list_unpublished(viewer=SOUTHERN)] == [number]
    assert [one.number for one in list_unpublished(viewer=NATIONAL)] == [number]


@pytest.mark.parametrize("area", ["pr-nord", "po-norrbotten", "lpo-umea", "2480", "25"])
def test_a_regional_lead_writes_of_all_in_her_region(sqlite_engine, area):
    assert state(written(area=area)) == "utkast"


def test_who_answers_for_an_area_but_does_not_see_it_writes_nothing_of_it(engine):
    blind = replace(REGIONAL, areas=frozenset({"pr-syd"}))
    with pytest.raises(OutsideScope):
        written(viewer=blind)
    number = written()
    with pytest.raises(UnknownPicture):
        read_manuscript(number, viewer=blind)


COLLEAGUE = replace(REGIONAL, subject="kollega-reg")


@pytest.mark.parametrize("area", ["lpo-umea", "2480"])
def test_of_a_local_area_a_colleague_approves(sqlite_engine, area):
    number = written(area=area)
    submit(number, expected=1, viewer=REGIONAL)
    approve(number, to_parts(TEXT), expected=1, viewer=COLLEAGUE)
    assert state(number) == "godkand"


@pytest.mark.parametrize("area", ["pr-nord", "po-norrbotten", "25"])
def test_above_that_it_takes_the_national_lead(sqlite_engine, area):
    number = written(area=area)
    submit(number, expected=1, viewer=REGIONAL)
    with pytest.raises(NotAllowed):
        approve(number, to_parts(TEXT), expected=1, viewer=COLLEAGUE)
    approve(number, to_parts(TEXT), expected=1, viewer=NATIONAL)


@pytest.mark.parametrize("area", ["lpo-umea", "pr-nord", "se"])
def test_who_has_written_any_of_it_does_not_approve_it(sqlite_engine, area):
    number = written(viewer=NATIONAL, area=area)
    save(number, "Titel", DAY, TEXT, release=None, expected=1, viewer=OTHER)
    submit(number, expected=2, viewer=NATIONAL)
    for author in (NATIONAL, OTHER):
        with pytest.raises(OwnPicture):
            approve(number, to_parts(TEXT), expected=2, viewer=author)
    assert state(number) == "inskickad"
    third = replace(OTHER, subject="nat-3")
    approve(number, to_parts(TEXT), expected=2, viewer=third)


@given(
    level=st.sampled_from(["riket", "polisregion", "polisomrade", "lpo", "lan", "kommun"]),
    role=st.sampled_from(list(Role)),
    wrote=st.booleans(),
)
def test_the_button_is_shown_by_the_rule_that_the_write_goes_by(level, role, wrote):
    who = Viewer(role, COUNTRY, subject="jag")
    expected = (
        role in (Role.NATIONELL, Role.REGIONAL)
        and (role is Role.NATIONELL or level in LOCAL_LEVELS)
        and not wrote
    )
    assert may_approve(level, frozenset({"jag"} if wrote else {"du"}), who) is expected


@pytest.mark.parametrize("who", [REGIONAL, COLLEAGUE, READER, REPORTER, MANAGER])
def test_only_the_national_lead_publishes(sqlite_engine, who):
    number = written(area="lpo-umea")
    submit(number, expected=1, viewer=REGIONAL)
    approve(number, to_parts(TEXT), expected=1, viewer=COLLEAGUE)
    with pytest.raises(NotAllowed):
        publish(number, expected=1, viewer=who)
    publish(number, expected=1, viewer=NATIONAL)


def test_a_refusal_is_audited_and_the_words_of_people_are_not(engine):
    number = written("Bara mina egna ord.\n", title="Hemlig titel")
    comment(number, "En tanke för sig", expected=1, viewer=NATIONAL)
    with pytest.raises(NotAllowed):
        submit(number, expected=1, viewer=READER)
    told = [f"{row.what} {row.before} {row.after}" for row in rows(AUDIT)]
    assert not [one for one in told if "egna ord" in one or "Hemlig" in one or "tanke" in one]
    assert rows(AUDIT)[-1].action == str(Action.REFUSAL)
    with reading(engine) as connection:
        assert verify(connection).ok


def test_approval_and_publishing_stand_in_the_audit_as_what_they_are(engine):
    published()
    assert [row.action for row in rows(AUDIT) if "lägesbilds " in row.what] == [
        "skrivning", "skrivning", "godkannande", "skrivning", "publicering",
    ]  # fmt: skip


# Readers


def test_readers_see_what_is_published_of_the_areas_that_they_see_whole(engine):
    number = published()
    north, south = (Viewer(Role.LASARE, frozenset({one})) for one in ("pr-nord", "pr-syd"))
    part = Viewer(Role.LASARE, frozenset({"lpo-umea"}))
    for viewer in (READER, north):
        assert fetch_pictures(viewer=viewer)["number"].to_list() == [number]
        assert fetch_picture(number, viewer=viewer).number == number
    for viewer in (south, part, MANAGER):
        assert fetch_pictures(viewer=viewer).empty
        with pytest.raises(UnknownPicture):
            fetch_picture(number, viewer=viewer)


def test_of_an_area_that_has_ceased_it_is_the_division_of_the_pictures_day_that_counts(engine):
    day = date(2024, 12, 31)
    number = published(viewer=NATIONAL, by=OTHER, area="lpo-norrmalm", day=day)
    viewer = Viewer(Role.LASARE, frozenset({"lpo-norrmalm"}))
    assert fetch_picture(number, viewer=viewer).read()["division"] == "2018-09-24"
    with pytest.raises(UnknownArea):
        written(viewer=NATIONAL, area="lpo-norrmalm", day=date(2025, 1, 1))


def test_those_published_since_a_day(engine):
    published(recorded_at=datetime(2026, 10, 1, tzinfo=UTC))
    first = fetch_pictures(viewer=READER)["published_at"][0].tz_convert(clock.ZONE).date()
    found = fetch_published_since(first - timedelta(days=1), first, viewer=READER)
    assert list(found["title"]) == ["Läget i norr"]
    assert fetch_published_since(first, first + timedelta(days=1), viewer=READER).empty
    assert fetch_published_since(date(2024, 1, 1), date(2024, 2, 1), viewer=READER).empty


def test_the_day_of_publishing_is_the_day_in_sweden(sqlite_engine):
    number = approved()
    at = datetime(2050, 9, 30, 22, 30, tzinfo=UTC)  # past midnight in Sweden
    publish(number, expected=1, viewer=NATIONAL, recorded_at=at)
    assert fetch_published_since(date(2050, 9, 30), date(2050, 10, 1), viewer=READER).shape[0] == 1
    assert fetch_published_since(date(2050, 9, 29), date(2050, 9, 30), viewer=READER).empty


def test_the_newest_day_comes_first(engine):
    for day in (date(2026, 3, 31), date(2026, 9, 30), date(2025, 12, 31)):
        published(day=day)
    days = list(fetch_pictures(viewer=READER)["day"])
    assert days == sorted(days, reverse=True)


# What can't be saved


@pytest.mark.parametrize(
    ("field", "value", "reason", "what"),
    [
        ("title", "   ", "field-missing", "title"),
        ("title", "x" * (TITLE_LENGTH + 1), "text-malformed", "title"),
        ("title", "rad\nbrytning", "text-malformed", "title"),
        ("title", "Om 640823-3234", "personal", "title"),
        ("text", "x" * (TEXT_LENGTH + 1), "text-malformed", "text"),
        ("text", "nul\0tecken", "text-malformed", "text"),
        ("text", "halv \ud800 bokstav", "text-malformed", "text"),
        ("text", PERSONNUMMER, "personal", "text"),
        ("text", "ring 070-123 45 67", "personal", "text"),
        ("text", "skriv till a.b@kommun.se", "personal", "text"),
        ("day", date(2023, 11, 8), "bad-day", "2023-11-08"),
        ("day", date(2999, 1, 1), "bad-day", "2999-01-01"),
        ("release", 99, "unknown-release", "99"),
    ],
)
def test_what_is_not_in_order_is_named_and_nothing_is_saved(
    sqlite_engine, field, value, reason, what
):
    good = {"title": "Titel", "day": DAY, "text": TEXT, "release": None}
    number = written()
    given = good | {field: value}
    for act in (
        lambda: begin(
            AREA, given["title"], given["day"], given["text"],
            release=given["release"], viewer=REGIONAL,
        ),
        lambda: save(
            number, given["title"], given["day"], given["text"],
            release=given["release"], expected=1, viewer=REGIONAL,
        ),
    ):  # fmt: skip
        with pytest.raises((BadPicture, UnknownArea)) as error:
            act()
        if isinstance(error.value, BadPicture):
            assert (error.value.reason, error.value.what) == (reason, what)
    assert len(rows(PICTURE_VERSION)) == 1


@pytest.mark.parametrize("words", ["", "  \n ", PERSONNUMMER, "x" * 2001, "nul\0"])
def test_a_comment_says_something_and_of_nobody(sqlite_engine, words):
    number = written()
    submit(number, expected=1, viewer=REGIONAL)
    for act in (comment, send_back):
        with pytest.raises(BadPicture):
            act(number, words, expected=1, viewer=NATIONAL)
    assert len(rows(PICTURE_STEP)) == 1


@pytest.mark.parametrize("words", ["", "   \n", "[[siffra:]]", "Se [[karta:steg]] här", "[[x"])
def test_a_draft_may_be_unfinished_but_is_not_sent_in_so(sqlite_engine, words):
    number = written(words)
    with pytest.raises(BadPicture):
        submit(number, expected=1, viewer=REGIONAL)
    assert state(number) == "utkast"


def test_lines_end_in_one_way_whatever_the_browser_sent(engine):
    number = written("Ett\r\n\r\nTvå\rTre\n")
    assert read_manuscript(number, viewer=REGIONAL).newest.text == "Ett\n\nTvå\nTre\n"


def test_who_has_no_name_records_nothing(sqlite_engine):
    with pytest.raises(BadRecord):
        written(viewer=replace(REGIONAL, subject=""))


def test_an_unknown_number_is_said_to_be_so(engine):
    for act in ALL_STEPS.values():
        with pytest.raises(UnknownPicture):
            act(4711, NATIONAL)
    with pytest.raises(UnknownPicture):
        read_manuscript(4711, viewer=NATIONAL)


@pytest.mark.parametrize(
    "row",
    [
        {"step": "okänt"},
        {"step": "tillbaka", "comment": None},
        {"step": "kommentar", "comment": ""},
        {"step": "godkand", "content": None},
        {"step": "inskickad", "content": "{}"},
    ],
)
def test_the_database_itself_refuses_a_step_that_is_none(engine, row):
    number = written()
    by = {"recorded_at": datetime.now(UTC), "recorded_by": "x", "role": "x"}
    with pytest.raises(DBAPIError), writing() as connection:
        connection.execute(
            insert(PICTURE_STEP).values({"picture": number, "version": 1} | by | row)
        )


def test_every_write_says_what_it_raises():
    for write in (begin, save, submit, comment, send_back, drop, approve, publish, withdraw):
        assert "Raises" in write.__doc__
