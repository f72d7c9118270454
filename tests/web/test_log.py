"""The log: one JSON line a request, and nothing that points at a person."""

import json
import time

import pytest


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
    assert set(line) == {"method", "path", "status", "ms", "event", "level", "timestamp"}


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
