"""Pages over releases of exact figures: what is hidden is on none of them, and they say so."""

import pytest

from data_access.released_rates import fetch_rates
from data_access.viewer import Role
from indicators.periods import Quarter
from pages import menu
from tests.data_access.exact import INDICATOR, NORTH, hide, publish, report, spread
from tests.data_access.reports import FAR, NEAR, OWN, READER
from tests.leaks import Secrets
from tests.pages.conftest import show
from tests.pages.test_roles import everything
from tests.pages.walk import walk

SMALL = spread(0) | {"m_15_17": 3}
TOTALS = {area: 1801 + 61 * place for place, area in enumerate(NORTH)} | {OWN: SMALL}
COUNTED = {"indikator": INDICATOR[1], "matt": "antal"}
WHOLE = {"omrade": OWN} | COUNTED
# Pages that hear nothing of a view of an indicator
OTHERS = {entry.name for entry in menu.entries()} - {"oversikt", "karta", "omrade", "trender"}
OWN_COUNTS = {"rapportera", "granska"}
VIEWS = (
    {"omrade": OWN, "kon": "kvinna"} | COUNTED,
    {"region": "pr-nord", "tid": "ar"} | COUNTED,
    {"region": "pr-nord", "bild": "regioner"} | COUNTED,
    {"bild": "omraden"} | COUNTED,
    {"niva": "lpo"} | COUNTED,
    {"niva": "polisregion", "omrade": "pr-nord", "bild": "kon"} | COUNTED,
)


def publish_both():
    """Two releases."""
    publish(TOTALS, Quarter(2026, 2), INDICATOR)
    publish(TOTALS, entry=INDICATOR)


LOOKS = (
    (Role.LASARE, WHOLE, ()),
    *((Role.LASARE, parameters, OTHERS) for parameters in VIEWS),
    (Role.NATIONELL, WHOLE, OWN_COUNTS),
)


@pytest.fixture
def hidden(filled_of_own, monkeypatch):
    """The sums that are hidden and can be told from other numbers."""
    hide(monkeypatch)
    filled_of_own(publish_both)
    found = fetch_rates(*INDICATOR, "lpo", ("quarter",), release=2, viewer=READER)
    codes = set(found.loc[found["reason"] == "skyddat", "code"]) - {OWN}
    assert codes
    return {TOTALS[code] for code in codes}


def to_protos(app):
    ways = [app._tree]
    while ways:
        block = ways.pop()
        if (proto := getattr(block, "proto", None)) is not None:
            yield proto
        ways += list(getattr(block, "children", {}).values())


def test_no_page_holds_a_hidden_number(hidden):
    secrets = Secrets(hidden, frozenset(TOTALS[area] for area in NORTH if area != OWN) - hidden)
    shown = set()
    for role, parameters, but in LOOKS:
        for page, app in walk(role, but=but, **parameters):
            assert not app.exception, (page, role, parameters)
            for proto in to_protos(app):
                assert secrets.find(proto) == [], (page, role, parameters)
                if secrets.has_counts(proto):
                    shown.add((role, page))
    assert (Role.LASARE, "trender") in shown


def test_what_is_hidden_and_what_there_is_is_said(hidden):
    said = everything(show("trender", omrade=OWN, **COUNTED))
    assert "Siffrorna i det här urvalet är skyddade." in said
    assert "1–4 visas inte" in said
    assert "kvartal för kvartal" in said
    assert "avrund" not in everything(show("trender", omrade=NEAR, **COUNTED))


def test_the_page_on_the_data_says_what_is_hidden(hidden):
    said = everything(show("om"))
    assert "1–4 visas inte" in said
    assert "Vad skyddet kostar" in said


def test_who_publishes_tries_and_compares_exact_figures(hidden):
    report({FAR: 1200}, entry=INDICATOR)
    app = show("granska", roll=str(Role.NATIONELL), vy="utgavor")
    assert "Vad som skiljer två utgåvor" in everything(app)
    app.button(key="utgava_prova").click().run(timeout=60)
    assert not app.exception
    said = everything(app)
    assert "Skyddskontrollen fann inget" in said
    assert "Hur många tal som inte visas" in said
    assert "avrund" not in said.replace("avrundade avslöjar", "")
