"""What pages show rests on the release alone: other counts behind it change nothing on them."""

import re
import sqlite3
from contextlib import closing

import pytest

from data_access import cache, connect
from data_access.raw.store import to_raw_address
from data_access.viewer import Role
from tests.data_access.released_country import ENTRIES, publish_country
from tests.pages.conftest import show
from tests.pages.test_roles import everything
from tests.pages.walk import walk

# The reporter's own form and what is approved: there one's own counts are to be seen. The audit's
# page tells what was asked between the two looks at it, and so does that of how it runs.
OTHERS = {"rapportera", "granska", "logg", "drift"}
DRAWN = re.compile(rb"[0-9a-f]{32}")  # at random, for each file that can be fetched
COUNTED = {"indikator": ENTRIES["indikator"], "matt": "antal"}
ADDRESSES = (
    {},
    {"omrade": "lpo-lulea-boden", "kon": "kvinna"} | COUNTED,
    {"niva": "polisregion", "omrade": "pr-nord", "bild": "regioner"} | COUNTED,
)


UNRELEASED = {  # readers' pages on which a choice changes nothing that rests on a release
    "etablering", "tackning", "lagesbilder", "rapporter", "register", "om",
}  # fmt: skip
LOOKS = (  # role, address, pages left out; who has the most rights sees all that readers see
    (Role.LASARE, 0, OTHERS),
    (Role.LASARE, 2, OTHERS | UNRELEASED),
    (Role.NATIONELL, 1, OTHERS),
    (Role.ADMIN, 0, OTHERS),
)


@pytest.fixture
def country(filled_of_own):
    """The folder with a country's release."""
    return filled_of_own(publish_country)


def to_elements(app):
    """Everything that a page sends, element by element."""
    found, ways = [], [app._tree]
    while ways:
        block = ways.pop()
        proto = getattr(block, "proto", None)
        if proto is not None:
            found.append(DRAWN.sub(b"", proto.SerializeToString(deterministic=True)))
        ways += list(getattr(block, "children", {}).values())
    return found


def to_shown():
    """(page, role, address) → what it sends."""
    shown = {}
    cache.forget_answers()
    for role, number, but in LOOKS:
        for page, app in walk(role, but=but, **ADDRESSES[number]):
            assert not app.exception, (page, role, number)
            shown[page, role, number] = to_elements(app)
    return shown


def make_other_counts(folder):
    """Other counts behind the same release, as the page's own process never could."""
    connect.dispose(to_raw_address())
    with closing(sqlite3.connect(folder / "bob-inlamnat.db")) as store:
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in store.execute(named).fetchall():
            store.execute(f'DROP TRIGGER "{name}"')
        changed = store.execute("UPDATE reported_value SET number = number + 7 WHERE number > 0")
        assert changed.rowcount > 1000
        store.commit()
    cache.forget_answers()


def test_other_counts_behind_a_release_change_no_page_but_the_reporters_own(country):
    before = to_shown()
    assert len(before) > 40
    make_other_counts(country)
    after = to_shown()
    for key, elements in before.items():
        assert len(elements) > 3, key
        assert elements == after[key], key


def test_a_reporters_own_page_changes(country):
    """Else the test above could not fail."""
    asked = {"roll": "nationell-samordnare", "enhet": "lpo-lulea-boden_atgarder_2026K3"}
    before = everything(show("granska", **asked))
    assert before == everything(show("granska", **asked))
    make_other_counts(country)
    assert before != everything(show("granska", **asked))
