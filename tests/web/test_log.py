"""The log: one JSON line a request, and nothing that points at a person."""

import json
import logging
import subprocess
import sys
import time

import pytest

from tests.served import ROOT
from web import faults, log
from web.ids import is_id

GIVEN = "0123456789abcdef" * 2


@pytest.fixture
def new_lines(served):
    """new_lines(word): what was written during the test, once a request has the word."""
    before = len(served.log())

    def read(word: str) -> list[str]:
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            lines = served.log()[before:].splitlines()
            if any(word in line["path"] for line in to_requests(lines)):
                break
            time.sleep(0.02)
        return lines

    return read


def to_requests(lines: list[str]) -> list[dict]:
    """The lines that are our own, of requests."""
    found = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
    return [line for line in found if line["event"] == "request"]


def test_a_request_gives_one_line_with_method_path_status_and_time(send, new_lines):
    send("/assets/areas/logg-ett.json", method="HEAD")
    lines = [line for line in to_requests(new_lines("logg-ett")) if "logg-ett" in line["path"]]
    assert len(lines) == 1
    line = lines[0]
    assert (line["method"], line["status"]) == ("HEAD", 404)
    assert line["path"] == "/assets/areas/logg-ett.json"
    assert isinstance(line["ms"], float)
    assert set(line) == {"method", "path", "status", "ms", "event", "id", "level", "timestamp"}


def test_no_line_has_the_query_string(send, new_lines):
    send("/logg-tva?omrade=hemlig-fraga")
    lines = new_lines("logg-tva")
    assert to_requests(lines)
    assert not [line for line in lines if "hemlig-fraga" in line]


def test_no_line_has_the_visitors_address(send, new_lines):
    send("/logg-tre", X_Forwarded_For="203.0.113.7")
    lines = new_lines("logg-tre")
    assert to_requests(lines)
    assert not [line for line in lines if "127.0.0.1" in line or "203.0.113.7" in line]


def test_a_path_cannot_forge_a_line(send, new_lines):
    send('/logg-fyra%0A{"event":"request"}'.replace('"', "%22"))
    assert [line["path"] for line in to_requests(new_lines("logg-fyra"))] == [
        '/logg-fyra\n{"event":"request"}'
    ]


def test_an_answer_tells_the_id_that_its_line_has(send, new_lines):
    own = send("/logg-fem").headers["X-Request-ID"]
    assert is_id(own)
    assert [one["id"] for one in to_requests(new_lines("logg-fem"))] == [own]


def test_an_id_that_a_proxy_gave_is_kept(send):
    assert send("/", X_Request_ID=GIVEN).headers["X-Request-ID"] == GIVEN


@pytest.mark.parametrize(
    "given", ["", "anna", GIVEN.upper(), GIVEN + "0", GIVEN[:-1], f"{GIVEN}, {GIVEN}"]
)
def test_anything_else_that_is_given_as_an_id_is_thrown_away(send, given):
    own = send("/", X_Request_ID=given).headers["X-Request-ID"]
    assert is_id(own) and own != GIVEN


def test_every_line_is_json_also_the_servers_own(served, send):
    send("/logg-sex")
    told = [json.loads(line) for line in served.log().splitlines() if line.strip()]
    assert {"uvicorn.error"} <= {line.get("logger") for line in told}
    assert all({"event", "level", "timestamp"} <= set(line) for line in told)


def test_a_start_warns_of_nothing(served):
    lines = [json.loads(line) for line in served.log().splitlines()]
    start = next(at for at, one in enumerate(lines) if "startup complete" in one["event"])
    assert [one for one in lines[:start] if one["level"] not in ("debug", "info")] == []


def test_an_error_of_a_library_is_a_line_and_a_fault_without_its_words(capsys):
    faults.forget()
    record = logging.LogRecord("streamlit.x", 40, "x.py", 1, "Anna Ek skrev %s", ("fel",), None)
    line = json.loads(log._Formatter().format(record))
    assert line["event"] == "Anna Ek skrev fel" and line["logger"] == "streamlit.x"
    (fault,) = faults.list_faults()
    assert (fault.what, fault.kind) == ("streamlit.x", "")


def test_what_python_warns_of_is_a_line():
    warn = "import warnings; from web import log; log.configure('info'); warnings.warn('old')"
    told = subprocess.run([sys.executable, "-c", warn], capture_output=True, check=True, cwd=ROOT)
    line = json.loads(told.stderr)
    assert (line["level"], line["logger"]) == ("warning", "py.warnings")
    assert "UserWarning: old" in line["event"]


@pytest.mark.parametrize("word", ["[accepted]", "403", "%d"])
def test_a_line_with_a_visitors_address_is_left_out(word):
    told = f'%s - "WebSocket %s" {word}'
    record = logging.LogRecord("uvicorn.error", 20, "x.py", 1, told, (), None)
    assert not log._has_no_address(record)
    assert log._has_no_address(logging.LogRecord("uvicorn.error", 20, "x.py", 1, "x", (), None))


def test_the_last_failures_are_kept_with_their_reference_and_without_their_text():
    faults.forget()
    for number in range(faults.MOST + 5):
        faults.keep(
            {"level": "error", "exc_info": ValueError("Anna"), "reference": f"r{number}"}, "x"
        )
    faults.keep({"level": "warning"}, "sign-in failed")
    found = faults.list_faults()
    assert len(found) == faults.MOST
    assert (found[0].reference, found[0].kind, found[0].what) == ("r24", "ValueError", "x")
    assert "Anna" not in str(found)
    faults.forget()


def test_the_same_failure_in_a_row_is_one_with_its_times_and_its_last_id():
    faults.forget()
    for what, own in (("a", "1"), ("b", "2"), ("b", "3"), ("b", "4"), ("a", "5")):
        faults.keep({"level": "error", "exc_info": ValueError(), "id": own}, what)
    found = [(one.what, one.times, one.id) for one in faults.list_faults()]
    assert found == [("a", 1, "5"), ("b", 3, "4"), ("a", 1, "1")]
    faults.forget()
