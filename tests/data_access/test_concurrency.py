"""Many report at once: nothing is lost, nothing is mixed, and no error comes but the named ones."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from data_access import own_areas
from data_access.approval import WrongState, approve, unlock
from data_access.connect import reading
from data_access.drafts import DraftChanged, read_draft, save_draft
from data_access.raw import writes
from data_access.raw.delivery import deliver
from data_access.submissions import (
    Locked,
    NotUndoable,
    SentMeanwhile,
    read_revisions,
    read_submissions,
    send,
    undo,
)
from reporting.rows import Unit
from tests.data_access import reporters
from tests.data_access.processes import fork
from tests.data_access.reporters import KINDS, PERIOD, see, to_reporter, to_units, try_send
from tests.data_access.reporting_door import check_audit, check_integrity, find_sendings, to_plain
from tests.viewers import PLAYER

AT_ONCE = 20
PROCESSES = 4


def find_lpo(engine):
    with reading() as connection:
        found = own_areas.find_own_areas(connection, PERIOD.last, PLAYER)
    return [code for code, area in found.items() if area.level == "lpo"][:AT_ONCE]


def all_at_once(act, arguments):
    """act(one) for each of the arguments, all from the same moment."""
    barrier = Barrier(len(arguments))

    def start(one):
        barrier.wait(30)
        return act(*one)

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(start, arguments))


def in_processes(engine, name, shares):
    """What each process answers for its share, all from the same moment."""
    address = engine.url.render_as_string(hide_password=False)
    start, running = fork.Barrier(len(shares)), []
    for share in shares:
        ours, theirs = fork.Pipe()
        process = fork.Process(target=reporters.work, args=(address, name, share, start, theirs))
        process.start()
        running.append((process, ours))
    answers = [ours.recv() for _process, ours in running]
    for process, _ours in running:
        process.join(30)
    assert all(isinstance(answer, list) for answer in answers), answers
    return [one for answer in answers for one in answer]


def check_revisions(area, subjects):
    """Each of them has sent one revision of each unit, whole and of its own words."""
    for unit in to_units(area, "."):
        revisions = read_revisions(unit, viewer=PLAYER)
        assert [one.revision for one in revisions] == list(range(1, len(subjects) + 1))
        assert Counter(one.recorded_by for one in revisions) == Counter(subjects)
        for one in revisions:
            sent = to_units(area, one.recorded_by)[unit]
            assert to_plain({unit: one.rows}) == to_plain({unit: sent})


def test_twenty_who_report_different_areas_at_once_all_get_through(engine):
    areas = find_lpo(engine)
    turns = [f"rapportor-{number}" for number in range(2)]
    answers = all_at_once(reporters.send_in_turn, [(area, turns) for area in areas])
    assert answers == [["sent"] * 2] * AT_ONCE
    for area in areas:
        check_revisions(area, turns)
    check_audit()
    check_integrity()


def test_of_twenty_who_report_one_area_at_once_one_gets_through_each_time(engine):
    area = find_lpo(engine)[0]
    winners = []
    for revision in range(2):
        expected = dict.fromkeys(to_units(area, "."), revision)
        subjects = [f"rapportor-{number}-{revision}" for number in range(AT_ONCE)]
        answers = all_at_once(try_send, [(area, who, expected) for who in subjects])
        assert Counter(answers) == {"sent": 1, "SentMeanwhile": AT_ONCE - 1}
        winners.append(subjects[answers.index("sent")])
    check_revisions(area, winners)
    assert find_sendings() == [1, 2]
    check_audit()


def test_twenty_who_look_and_try_again_all_get_through_and_none_is_lost(engine):
    area = find_lpo(engine)[0]
    subjects = [f"rapportor-{number}" for number in range(AT_ONCE)]
    tries = all_at_once(reporters.send_until_sent, [(area, who) for who in subjects])
    assert max(tries) > 1, "they never met"
    check_revisions(area, subjects)
    check_audit()


def test_four_processes_at_once_on_the_same_areas_lose_nothing(engine):
    areas = find_lpo(engine)[:3]
    shares = [[(area, f"rapportor-{number}") for area in areas] for number in range(PROCESSES)]
    in_processes(engine, "until", shares)
    for area in areas:
        check_revisions(area, [f"rapportor-{number}" for number in range(PROCESSES)])
    check_audit()
    check_integrity()


def test_four_processes_at_once_on_areas_of_their_own_all_get_through(engine):
    areas = find_lpo(engine)[: 2 * PROCESSES]
    turns = ["ett", "tva"]
    shares = [[(area, turns) for area in areas[one::PROCESSES]] for one in range(PROCESSES)]
    assert in_processes(engine, "turn", shares) == [["sent"] * 2] * len(areas)
    for area in areas:
        check_revisions(area, turns)
    check_audit()


def test_what_is_approved_while_it_is_sent_anew_is_one_of_them_and_not_both(engine):
    areas = find_lpo(engine)
    for area in areas:
        assert try_send(area, "forst", {}) == "sent"

    def approve_all(area):
        ids = [one.id for one in read_submissions(to_units(area, "."), viewer=PLAYER).values()]
        return lambda: approve(ids, viewer=PLAYER)

    acts = [approve_all(area) for area in areas[:10]]
    seen = {area: see(area, PLAYER) for area in areas}
    acts += [lambda area=area: try_send(area, "sedan", seen[area]) for area in areas[:10]]

    def answer(act):
        try:
            return act() or "approved"
        except WrongState:
            return "WrongState"

    answers = all_at_once(answer, [(act,) for act in acts])
    pairs = Counter(zip(answers[:10], answers[10:], strict=True))
    assert set(pairs) <= {("approved", "Locked"), ("WrongState", "sent")}
    for area, approved in zip(areas[:10], answers[:10], strict=True):
        wanted = ("godkand", 1) if approved == "approved" else ("inlamnad", 2)
        found = read_submissions(to_units(area, "."), viewer=PLAYER).values()
        assert {(one.state, one.revision) for one in found} == {wanted}
    check_audit()


def test_what_is_undone_while_it_is_approved_is_one_of_them_and_not_both(engine):
    areas = find_lpo(engine)[:10]
    who = "rapportor"
    for area in areas:
        assert try_send(area, who, {}) == "sent"
    acts = []
    for area in areas:
        found = list(read_submissions(to_units(area, "."), viewer=PLAYER).values())
        ids, sending, own = [one.id for one in found], found[0].sending, to_reporter(area, who)
        acts.append(lambda ids=ids: approve(ids, viewer=PLAYER))
        acts.append(lambda number=sending, own=own: undo(number, "fel fil", viewer=own))

    def answer(act):
        try:
            act()
        except (WrongState, NotUndoable):
            return False
        return True

    answers = all_at_once(answer, [(act,) for act in acts])
    for number, area in enumerate(areas):
        is_approved, is_undone = answers[2 * number : 2 * number + 2]
        assert is_approved != is_undone
        states = [
            read_revisions(Unit(area, kind, PERIOD), viewer=PLAYER)[-1].state for kind in KINDS
        ]
        assert set(states) == {"godkand" if is_approved else "angrad"}


def test_of_twenty_who_save_one_draft_at_once_one_is_kept_and_the_others_are_told(engine):
    unit = Unit(find_lpo(engine)[0], "hinder", PERIOD)

    def save(number, version):
        try:
            return save_draft(unit, {"of": number}, version=version, viewer=PLAYER).version
        except DraftChanged as error:
            told.append(error.current.version)
            return None

    told = []
    for version in range(3):
        answers = all_at_once(save, [(number, version) for number in range(AT_ONCE)])
        saved = [number for number, answer in enumerate(answers) if answer]
        assert len(saved) == 1
        kept = read_draft(unit, viewer=PLAYER)
        assert (kept.version, kept.content) == (version + 1, {"of": saved[0]})
    assert Counter(told) == dict.fromkeys((1, 2, 3), AT_ONCE - 1)


def test_a_draft_that_its_sender_saves_at_once_is_gone_or_told(engine):
    areas = find_lpo(engine)[:10]
    units = [Unit(area, "hinder", PERIOD) for area in areas]
    for unit in units:
        save_draft(unit, {"a": 1}, version=0, viewer=to_reporter(unit.area, "r"))

    def save(unit):
        try:
            return save_draft(unit, {"a": 2}, version=1, viewer=to_reporter(unit.area, "r")).version
        except DraftChanged as error:
            return error.current

    acts = [lambda unit=unit: save(unit) for unit in units]
    acts += [lambda area=area: try_send(area, "r", {}) for area in areas]
    answers = all_at_once(lambda act: act(), [(act,) for act in acts])
    assert set(answers[:10]) <= {2, None}
    assert answers[10:] == ["sent"] * 10
    assert [read_draft(unit, viewer=PLAYER) for unit in units] == [None] * 10


@pytest.fixture
def undelivered(engine, monkeypatch):
    """Twenty sendings and as many approvals that nobody has carried over, as after a kill."""
    with monkeypatch.context() as without:
        without.setattr(writes, "deliver_now", lambda: None)
        for area in find_lpo(engine):
            assert try_send(area, "rapportor", {}) == "sent"
            found = read_submissions(to_units(area, "."), viewer=PLAYER).values()
            approve([one.id for one in found], viewer=PLAYER)
    return 2 * AT_ONCE


def test_processes_that_deliver_at_once_carry_everything_exactly_once(engine, undelivered):
    carried = in_processes(engine, "deliver", [[()]] * PROCESSES)
    assert sum(carried) == undelivered
    check_audit()
    assert deliver() == 0


def test_threads_that_deliver_at_once_carry_everything_exactly_once(engine, undelivered):
    carried = all_at_once(deliver, [()] * AT_ONCE)
    assert sum(carried) == undelivered
    check_audit()


def test_unlocking_by_two_at_once_is_done_once(engine):
    area = find_lpo(engine)[0]
    assert try_send(area, "rapportor", {}) == "sent"
    ids = [one.id for one in read_submissions(to_units(area, "."), viewer=PLAYER).values()]
    approve(ids, viewer=PLAYER)

    def open_again():
        try:
            unlock(ids, "fel siffra", viewer=PLAYER)
        except WrongState:
            return False
        return True

    assert Counter(all_at_once(open_again, [()] * 8)) == {True: 1, False: 7}


def test_one_unit_taken_by_another_stops_the_whole_sending(engine):
    area = find_lpo(engine)[0]
    units = to_units(area, "ett")
    one = {unit: rows for unit, rows in units.items() if unit.kind == "hinder"}
    send(one, expected={}, viewer=PLAYER, source="t", channel="fil")
    with pytest.raises(SentMeanwhile) as told:
        send(units, expected={}, viewer=PLAYER, source="t", channel="fil")
    assert told.value.units == tuple(one)
    assert list(read_submissions(units, viewer=PLAYER)) == list(one)
    assert not isinstance(told.value, Locked)
