"""What is made of measured times and memory; nothing is timed here."""

import mmap
from collections import Counter

import psutil
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.load import MIXED, Change, Found, Step, to_markdown, to_memory
from benchmarks.session import NoSuchField, ScriptFailed, Session
from benchmarks.soak import to_slope


def to_step(visitors, *seconds, faults=()):
    changes = [Change(0.0, one / 2, one) for one in seconds]
    return Step(visitors, changes, 0.02, 300.0, Counter(faults), 20.0)


def test_held_is_the_largest_number_whose_answers_are_in_time_and_right():
    steps = [to_step(10, *[0.1] * 20), to_step(25, *[0.9] * 20), to_step(50, *[1.2] * 20)]
    assert Found("karta", steps).held == 25
    assert Found("karta", [to_step(10, *[0.1] * 20, faults=["wrong"])]).held == 0
    assert Found("karta", [to_step(10)]).held == 0, "no answer at all is not held"


def test_one_slow_answer_of_a_hundred_is_within():
    assert to_step(10, *[0.1] * 99, 5.0).is_held
    assert not to_step(10, *[0.1] * 90, *[5.0] * 10).is_held


def test_the_table_tells_faults_and_memory_of_each():
    found = Found("karta", [to_step(10, 0.1, 0.1, faults=["karta: wrong content"])], before=200.0)
    told = to_markdown(found)
    assert "1 × karta: wrong content" in told and "300 (+10.0 each)" in told


def test_any_first_visitors_are_on_several_pages():
    assert len(MIXED) == 20
    assert len({use.name for use in MIXED[:10]}) >= 6


def test_memory_that_only_grows_at_first_is_flat():
    assert to_slope([100, 200, 300, 300, 300, 300, 300, 300]) == pytest.approx(0)
    assert to_slope([100, 110, 120, 130]) == pytest.approx(10)
    assert to_slope([100]) == 0.0


def test_memory_is_what_a_process_writes_and_no_file_that_others_may_share(tmp_path):
    size = 64 * 1024 * 1024
    file = tmp_path / "library"
    file.write_bytes(b"x" * size)
    before = to_memory(psutil.Process())
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as shown:
        assert sum(shown[:: mmap.PAGESIZE]) > 0
        mapped = to_memory(psutil.Process())
    written = bytearray(b"x") * size
    assert mapped - before < 10
    assert to_memory(psutil.Process()) - mapped > 60
    assert len(written) == size


def to_new_run(session_id, run="r", *, of=()):
    told = ForwardMsg()
    told.new_session.initialize.session_id = session_id
    told.metadata.run.script_run_id = run
    told.metadata.run.fragment_ids.extend(of)
    return told


def to_select(path, identity, chosen, fragment=""):
    told = ForwardMsg()
    told.metadata.delta_path.extend(path)
    told.delta.fragment_id = fragment
    box = told.delta.new_element.selectbox
    box.id, box.raw_value, box.set_value = identity, chosen, True
    box.options.extend(["a", "b"])
    return told


def test_a_visitor_keeps_what_the_page_shows_as_a_browser_does():
    """What a run does not put there again is gone; a part's run takes away from the part alone."""
    session, ended = Session("http://127.0.0.1:1"), ForwardMsg()
    session._begin(to_new_run("s", "r1"))
    for path, name, fragment in (((0, 0), "x-one", ""), ((0, 1, 0), "x-two", "f")):
        session._place(to_select(path, name, "a", fragment), "r1")
    session._end(ended, "r1", set())
    assert (session.chosen("one"), session.chosen("two")) == ("a", "a")
    session._begin(to_new_run("s", "r2", of=["f"]))
    session._place(to_select((0, 1, 0), "x-two", "b", "f"), "r2")
    session._end(ended, "r2", {"f"})
    assert (session.chosen("one"), session.chosen("two")) == ("a", "b")
    session._end(ended, "r3", {"f"})
    assert session.chosen("one") == "a"
    with pytest.raises(NoSuchField, match="two"):
        session.field("two")


def test_another_sessions_answer_is_a_fault():
    session = Session("http://127.0.0.1:1")
    session._begin(to_new_run("s"))
    with pytest.raises(ScriptFailed, match="another session"):
        session._begin(to_new_run("other"))


def test_an_exception_on_the_page_is_a_fault():
    told = ForwardMsg()
    told.delta.new_element.exception.message = "KeyError"
    with pytest.raises(ScriptFailed, match="KeyError"):
        Session("http://127.0.0.1:1")._place(told, "r")
