"""Hosts, the demonstration's machine, and the one Origin of the websocket."""

import pytest
from starlette.websockets import WebSocketDisconnect

from settings import FOR_ALL
from tests.web.guarded import (
    AFAR,
    BASE,
    HERE,
    PORT,
    demonstration,
    make_client,
    open_demonstration,
    sign_in,
)
from web import hosts

STREAM = "/_stcore/stream"
OWN = f"http://localhost:{PORT}"


def opens(client, origin: str | None, **headers: str) -> bool:
    if origin is not None:
        headers["origin"] = origin
    try:
        with client.websocket_connect(to_stream(client), headers=headers):
            return True
    except WebSocketDisconnect:
        return False


def to_stream(client, path: str = STREAM) -> str:
    return f"ws://{client.base_url.netloc.decode()}{path}"


@pytest.mark.parametrize(
    "host", ["localhost", f"localhost:{PORT}", "127.0.0.1:9", "[::1]", "[::1]:8501", "LOCALHOST"]
)
def test_a_demonstration_answers_to_this_machines_names(host):
    assert make_client(demonstration()).get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("bob.example", 200),
        ("bob.example:8443", 200),
        ("lage.example", 200),
        ("localhost", 200),
        ("evil.example", 400),
        ("bob.example.evil.example", 400),
        ("bob.example@evil.example", 400),
        ("bob.example/", 400),
        ("", 400),
        ("[::1", 400),
        ("bob.example:x", 400),
    ],
)
def test_only_our_own_hosts_are_answered(host, status):
    client = make_client(sign_in(allowed_hosts="lage.example, annan.example"), client=AFAR)
    answer = client.get("/healthz", headers={"host": host})
    assert answer.status_code == status
    if status == 400:
        assert "Lägesbild bob svarar inte på den här adressen." in answer.text


def test_two_hosts_are_no_host():
    client = make_client(sign_in(), base=BASE)
    assert client.get("/", headers=[("host", "bob.example"), ("host", "x")]).status_code == 400


@pytest.mark.parametrize(
    ("client", "headers"),
    [
        (AFAR, {}),
        (("2001:db8::1", 1), {}),
        (HERE, {"host": "bob.example"}),
        (HERE, {"x-forwarded-for": "127.0.0.1"}),
        (HERE, {"forwarded": "for=127.0.0.1"}),
        (HERE, {"x-real-ip": "127.0.0.1"}),
        (HERE, {"via": "1.1 proxy"}),
    ],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/static/js/x.js", "/media/x"])
def test_a_demonstration_is_for_this_machine_alone(client, headers, path):
    answer = make_client(demonstration(), client=client).get(path, headers=headers)
    assert answer.status_code == 403
    assert "BOB_DEMONSTRATION" in answer.text
    assert FOR_ALL in answer.text


@pytest.mark.parametrize("said", ["true", "1", "ja", FOR_ALL.upper()])
def test_a_demonstration_opens_to_others_only_in_so_many_words(said):
    client = make_client(demonstration(demonstration=said), client=AFAR)
    assert client.get("/").status_code == 403


def test_a_demonstration_that_is_for_all_answers_to_the_hosts_it_was_given():
    client = make_client(open_demonstration(allowed_hosts="visning.example"), client=AFAR)
    assert client.get("/", headers={"host": "visning.example"}).status_code == 200
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_addresses_of_this_machine(address):
    assert hosts.is_loopback(address)


@pytest.mark.parametrize("address", ["", "10.0.0.1", "::ffff:10.0.0.1", "localhost", "testclient"])
def test_addresses_of_others(address):
    assert not hosts.is_loopback(address)


def test_the_stream_opens_for_a_page_of_ours_in_a_demonstration():
    assert opens(make_client(demonstration()), OWN)


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "none",
        "None",
        "http://evil.example",
        "http://localhost:9999",
        "http://localhost",
        "https://localhost:8501",
        "http://127.0.0.1:8501",
        f"{OWN}/",
        f"{OWN}.x",
    ],
)
def test_the_stream_of_a_demonstration_opens_for_no_other(origin):
    assert not opens(make_client(demonstration()), origin)


def test_the_port_of_the_origin_is_the_servers_own():
    client = make_client(demonstration())
    assert not opens(client, "http://localhost:9999", host="localhost:9999")


@pytest.mark.parametrize("settings", [sign_in(), open_demonstration(base_url=BASE)])
@pytest.mark.parametrize(
    ("origin", "may"),
    [
        (BASE, True),
        ("http://bob.example", False),
        (f"{BASE}:8443", False),
        (None, False),
        ("null", False),
        (OWN, False),
        ("https://evil.example", False),
    ],
)
def test_with_a_base_address_it_is_the_only_origin(settings, origin, may):
    assert opens(make_client(settings, base=BASE, client=AFAR), origin) is may


def test_a_usual_port_is_not_part_of_an_origin():
    assert opens(make_client(sign_in(base_url=f"{BASE}:443"), base=BASE), BASE)


def test_a_demonstration_for_all_opens_the_stream_for_the_page_at_the_same_host():
    settings = open_demonstration(allowed_hosts="visning.example")
    client = make_client(settings, base="http://visning.example", client=AFAR)
    assert opens(client, "http://visning.example")
    assert opens(client, "https://visning.example")
    assert not opens(client, "http://visning.example:81")
    assert not opens(client, "http://localhost")
    assert not opens(client, None)


def test_behind_a_proxy_with_another_host_streamlit_sees_the_one_of_the_origin():
    """Else it asks a host outside for its own address, to compare with."""
    client = make_client(sign_in(), base="http://127.0.0.1:8501")
    with client.websocket_connect(to_stream(client), headers={"origin": BASE}) as stream:
        assert stream.extra_headers == [(b"x-host", b"bob.example")]


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"x-forwarded-for": "192.0.2.1"}])
def test_the_stream_of_a_demonstration_keeps_to_this_machine(headers):
    assert not opens(make_client(demonstration()), OWN, **headers)
    assert not opens(make_client(demonstration(), client=AFAR), OWN)


def test_no_other_websocket_is_opened():
    client = make_client(demonstration())
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/x", headers={"origin": OWN}),
    ):
        pass
