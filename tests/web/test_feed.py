"""The feed of what is new: for whom, with what, and what is refused."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import settings
from data_access import connect
from data_access.tokens import create_token, end_token, list_tokens
from data_access.viewer import Role, Viewer
from pages import picture_example
from tests.data_access.test_what_leaves import release_example
from tests.web.data_folder import copy_to
from tests.web.guarded import SIGN_IN
from ui.atom import NAMESPACE
from ui.news_topics import KINDS, topic_name
from web import feed
from web.doors import Door, to_door
from web.limits import PerMinute
from web.readiness import Readiness
from web.routes import to_routes

NORTH = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject="nord")


@pytest.fixture
def ask(request, tmp_path, monkeypatch):
    """ask(key, topic): the answer, of an app with a copy of the example's data, and of what the
    parameter fills it with."""
    fill = getattr(request, "param", None)
    monkeypatch.setenv("BOB_DATA_DIR", str(copy_to(tmp_path, fill)))
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    monkeypatch.setattr(feed, "_attempts", PerMinute(30))
    client = TestClient(Starlette(routes=to_routes(tmp_path, Readiness(lambda: None))))

    def get(key="", topic="", **headers):
        told = {"nyckel": key, "om": topic}
        return client.get(
            feed.PATH, params={name: one for name, one in told.items() if one}, headers=headers
        )

    yield get
    connect.dispose(connect.current_address())
    monkeypatch.undo()
    settings.load.cache_clear()


@pytest.fixture
def signed_in(ask, monkeypatch):
    """Sign-in is set up, beside the data that are there."""
    for name, value in SIGN_IN.items():
        monkeypatch.setenv(f"BOB_{name.upper()}", value)
    settings.load.cache_clear()


def entries(answer):
    return ElementTree.fromstring(answer.content).findall(f"{{{NAMESPACE}}}entry")  # noqa: S314 our own


def test_a_demonstration_shows_it_to_everybody(ask):
    answer = ask()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert b"EXEMPELDATA" in answer.content


def test_it_is_sent_once(ask):
    answer = ask()
    again = ask(**{"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("signed_in")
def test_with_sign_in_only_a_key_that_holds_opens_it(ask):
    key = create_token("Flöde", viewer=NORTH)
    assert ask().status_code == 404
    assert ask("fel").status_code == 404
    found = ask(key)
    assert found.status_code == 200
    assert found.headers["cache-control"] == "private, no-cache"
    end_token(list_tokens(viewer=NORTH)[0].id, viewer=NORTH)
    assert ask(key).status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_a_key_tells_nothing_of_other_areas(ask, monkeypatch):
    monkeypatch.setattr(feed, "BACK", timedelta(days=1000))
    south = Viewer(Role.LASARE, frozenset({"pr-syd"}), subject="syd")
    keys = [create_token("Flöde", viewer=one) for one in (NORTH, south)]
    north, other = (
        {entry.findtext(f"{{{NAMESPACE}}}id") for entry in entries(ask(key))} for key in keys
    )
    assert north and other
    assert not north & other


def test_asking_without_end_is_refused(ask):
    answers = [ask("fel") for _time in range(31)]
    assert answers[-1].status_code == 429
    assert "hämtats många gånger" in answers[-1].text and "logga in" not in answers[-1].text
    assert {one.status_code for one in answers[:-1]} == {404}


def test_its_door_is_open_since_it_asks_itself():
    assert to_door(feed.PATH) is Door.OPEN
    assert to_door(feed.PATH, "POST") is Door.CLOSED


def to_feed(answer):
    return ElementTree.fromstring(answer.content)  # noqa: S314 our own


def text_of(root, name):
    return root.findtext(f"{{{NAMESPACE}}}{name}")


def links_of(root):
    return {one.get("rel"): one.get("href") for one in root.findall(f"{{{NAMESPACE}}}link")}


def test_each_topic_is_a_feed_of_its_own_that_says_where_it_is(ask):
    found = {topic: to_feed(ask(topic=topic)) for topic in KINDS}
    assert len({text_of(root, "id") for root in found.values()}) == len(KINDS)
    for topic, root in found.items():
        own = "http://testserver/nytt.atom" + (f"?om={topic}" if topic else "")
        assert links_of(root)["self"] == own
        assert "EXEMPELDATA" in text_of(root, "title") and topic_name(topic) in text_of(
            root, "title"
        )
        assert text_of(root, "updated").endswith("Z")


@pytest.mark.parametrize("topic", ["allt", "Utgavor", "../", "utgavor,lagesbilder", "\x00"])
def test_a_topic_that_is_none_leads_nowhere_and_says_so_calmly(ask, topic):
    answer = ask(topic=topic)
    assert answer.status_code == 404 and "Adressen leder ingenstans" in answer.text


@pytest.mark.usefixtures("signed_in")
def test_a_key_is_never_told_in_the_feed_and_a_topic_opens_nothing_without_one(ask):
    key = create_token("Flöde", viewer=NORTH)
    for topic in KINDS:
        assert ask(topic=topic).status_code == 404
        answer = ask(key, topic)
        assert answer.status_code == 200 and key not in answer.text


@pytest.mark.parametrize("ask", [release_example], indirect=True)
def test_releases_and_lagesbilder_are_told_each_in_its_own_and_stay_what_they_are(ask):
    assert picture_example.main([]) == 0
    releases, pictures, everything = (
        entries(ask(topic=topic)) for topic in ("utgavor", "lagesbilder", "")
    )
    terms = [{one.find(f"{{{NAMESPACE}}}category").get("term") for one in of}
             for of in (releases, pictures)]  # fmt: skip
    assert terms == [{"utgava"}, {"lagesbild"}]
    ids = [text_of(one, "id") for one in pictures]
    assert len(set(ids)) == len(ids) == 3
    assert [text_of(one, "id") for one in entries(ask(topic="lagesbilder"))] == ids
    assert {text_of(one, "id") for one in everything} & set(ids)
    assert [text_of(one, "updated") for one in pictures] == sorted(
        (text_of(one, "updated") for one in pictures), reverse=True
    )
