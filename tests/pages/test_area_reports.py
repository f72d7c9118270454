"""An area's page tells what its councils reported last, beside the rows it was told from."""

from datetime import date

import pytest

import clock
from data_access.approval import approve
from data_access.releasing import make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.exact import INDICATOR, NORTH, hide
from tests.data_access.exact import publish as publish_counts
from tests.data_access.pictures import add_picture
from tests.pages.conftest import show
from ui.headings import to_plain

LEAD = DEMONSTRATIONS[Role.NATIONELL]
Q2, Q3 = Quarter(2026, 2), Quarter(2026, 3)
AREA = "lpo-umea"
PARTS = (
    "Nytt sedan 30 september 2026", "Lägesbilder", "Deltagande", "Insatser", "Gemensamma mål",
    "Unga i området", "Hinder", "Resurser", "Goda exempel", "Kompetensbehov", "Samverkan i dag",
)  # fmt: skip


@pytest.fixture(autouse=True)
def day(example_data_of_own, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def publish(units):
    send(units, expected=dict.fromkeys(units, 0), viewer=LEAD, source="prov", channel="formular")
    approve([one.id for one in read_submissions(units, viewer=LEAD).values()], viewer=LEAD)
    make_release(viewer=LEAD)


def opened(**asked):
    page = show("omrade", **{"roll": "lasare", "dag": "2026-11-25", "omrade": AREA} | asked)
    assert not page.exception
    return page


def headers(page):
    return [one.value for one in page.header]


def table(page, column):
    return next(one.value for one in page.table if column in one.value)


def said(page):
    return [to_plain(one.value) for one in page.markdown]


def part(page, header):
    """What stands under a heading, up to the next one, in words."""
    found, inside = [], False
    for one in walk(page.main):
        if one.type == "header":
            inside = one.value == header
        elif inside and one.type in ("markdown", "caption", "info"):
            found.append(to_plain(one.value))
        elif inside and one.type == "page_link" and not one.proto.label.startswith("Till "):
            found.append(to_plain(one.proto.label))
    return found


def walk(block):
    for one in block.children.values():
        yield from (walk(one) if hasattr(one, "children") else [one])


def met(actor, attended, held=4):
    return Row({"aktor": actor, "form": "medlem", "hallna": held, "deltagit": attended})


def test_without_a_release_only_what_rests_on_events_is_there():
    assert not {"Deltagande", "Insatser", "Hinder"} & set(headers(opened()))


def test_the_newest_report_is_told_with_zero_and_gap_apart():
    publish(
        {
            Unit(AREA, "deltagande", Q2): (met("skola", 4),),
            Unit(AREA, "deltagande", Q3): (met("skola", 0), met("polisen", Gap.MISSING)),
        }
    )
    page = opened()
    found = table(page, "Kom till").set_index("Aktör")
    assert found["Kom till"].to_list() == ["0", "uppgift saknas"]
    assert found["Möten"].to_list() == ["4", "4"]
    assert any("Umeå, 2026 K3" in one.value for one in page.caption)
    earlier = table(opened(dag="2026-07-15"), "Kom till")
    assert earlier["Kom till"].to_list() == ["4"]


def test_not_reported_is_said_and_nothing_to_report_is_something_else():
    publish({Unit(AREA, "hinder", Q3): ()})
    page = opened()
    assert part(page, "Deltagande") == ["Inget råd har startat än."]  # none are to be told of
    assert part(page, "Hinder") == ["Inget att rapportera, 2026 K3."]


def test_a_council_that_has_started_and_told_nothing_has_not_reported():
    publish({Unit(AREA, "hinder", Q3): ()})
    assert part(opened(omrade="lpo-jarva"), "Deltagande") == ["Inte rapporterat."]


def test_obstacles_are_told_in_their_own_words_as_text():
    words = "<b>Delning</b> av [uppgifter](https://ond.se)"
    row = Row({"kategori": "sekretess", "niva": "mellan", "beskrivning": words})
    publish({Unit(AREA, "hinder", Q3): (row,)})
    found = table(opened(), "Beskrivning").iloc[0].to_list()
    assert [to_plain(one) for one in found] == ["Sekretess", "mellan nivåer", words]
    assert "](" not in found[2].replace("\\](", "") and "\\<b\\>" in found[2]


def test_measures_are_those_of_the_release_small_ones_rounded():
    counts = dict(zip(CELLS, (1, 2, 30, 40, 50, 60), strict=True))
    row = Row({"atgard": "sspf-insats", **counts, "anteckning": "prov"})
    publish({Unit(AREA, "atgarder", Q3): (row,)})
    (words,) = table(opened(), "Individer")["Individer"]
    assert words.split(" · ")[0] in {"180", "185", "190"}


def test_a_published_picture_is_linked():
    add_picture(AREA)
    assert part(opened(), "Lägesbilder")[0].startswith("2026-")
    none = "Ingen lägesbild av området är publicerad till och med dagen."
    assert part(opened(omrade="lpo-lulea-boden"), "Lägesbilder")[0] == none


def test_levels_without_reports_of_their_own_say_what_there_is_of_them():
    publish({Unit(AREA, "deltagande", Q3): (met("skola", 1),)})
    for code, level in (("08", "lan"), ("0880", "kommun")):
        page = opened(omrade=code, niva=level)
        assert not any("Kom till" in one.value for one in page.table), code
        (told,) = part(page, "Deltagande")
        assert "hade startat" in told or "har rapporterat" in told, code


def test_the_country_tells_of_the_local_councils():
    publish({Unit("lpo-jarva", "deltagande", Q3): (met("skola", 1),)})
    (told,) = part(opened(omrade="se", niva="riket"), "Deltagande")
    assert "frånvarande: skola" in told and "25\u00a0%" in told


def test_a_protected_indicator_is_told_as_that_and_not_as_none(monkeypatch):
    hide(monkeypatch)
    publish_counts(dict.fromkeys(NORTH, 1), Q3, INDICATOR)
    told = "Skyddat, visas inte av hänsyn till enskilda: misstänkta för grova brott."
    assert told in part(opened(), "Unga i området")
    assert "Inga siffror om unga" not in " ".join(said(opened()))
