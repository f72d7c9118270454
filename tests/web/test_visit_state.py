"""What is remembered of a visit, while one run takes over from another."""

from threading import Thread

import pytest
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.safe_session_state import SafeSessionState

from web import visit_state


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SafeSessionState, "__init__", SafeSessionState.__init__)
    visit_state.settle()


def to_run(state: SessionState) -> SafeSessionState:
    """What a run of a page holds."""
    return SafeSessionState(state, lambda: None)


@pytest.mark.usefixtures("settled")
def test_the_run_that_ends_writes_nothing_while_the_one_that_begins_reads() -> None:
    state = SessionState()
    ends, begins = to_run(state), to_run(state)
    writer = Thread(target=ends.__setitem__, args=("ended", True))
    with begins.query_params():  # it holds what is remembered of the visit
        writer.start()
        writer.join(0.2)
        assert "ended" not in state
    writer.join()
    assert begins["ended"] is True
    assert set(begins.filtered_state) == {"ended"}


@pytest.mark.usefixtures("settled")
def test_visits_do_not_wait_for_each_other() -> None:
    mine, hers = to_run(SessionState()), to_run(SessionState())
    writer = Thread(target=hers.__setitem__, args=("chosen", "LPO"))
    with mine.query_params():
        writer.start()
        writer.join(10)
        assert not writer.is_alive()
    assert hers["chosen"] == "LPO"
    assert not mine.filtered_state
