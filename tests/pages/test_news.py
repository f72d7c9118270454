"""What is new on Översikt, beside the rows it is told from, and as a feed."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clock
from data_access.approval import approve, unlock
from data_access.areas import fetch_areas
from data_access.council_events import add_event
from data_access.councils import add_council, cover_area
from data_access.establishment import fetch_events, fetch_recent, fetch_stages
from data_access.pictures import fetch_pictures
from data_access.releases import fetch_releases
from data_access.releasing import make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter, period_name
from indicators.stages import BESIDE, RANK
from pages.news_events import to_events
from pages.news_late import to_late
from pages.news_pictures import to_pictures
from pages.news_reads import fetch_all_news
from pages.news_stalled import to_stalled
from pages.picture_choice import to_chosen
from reporting.kinds import CELLS
from reporting.obligations import due_day
from reporting.rows import Row, Unit
from tests.data_access.pictures import add_picture
from tests.pages.conftest import show
from ui import formats
from ui.atom import NAMESPACE, to_atom
from ui.choice import Choice
from ui.news import Kind, News, to_sentence

LEAD, READER = DEMONSTRATIONS[Role.NATIONELL], DEMONSTRATIONS[Role.LASARE]
SINCE, ON = date(2025, 1, 1), date(2026, 11, 25)
Q3 = Quarter(2026, 3)
HERE = {"region": None, "lan": None}


def publish(units):
    held = read_submissions(units, viewer=LEAD)
    if held:
        unlock([one.id for one in held.values()], "Rättas", viewer=LEAD)
    seen = {unit: held[unit].revision if unit in held else 0 for unit in units}
    send(units, expected=seen, viewer=LEAD, source="prov", channel="formular")
    approve([one.id for one in read_submissions(units, viewer=LEAD).values()], viewer=LEAD)
    return make_release(viewer=LEAD)


def measures(count):
    row = {"atgard": "sspf-insats", **dict.fromkeys(CELLS, count), "anteckning": "prov"}
    return {Unit("lpo-lulea-boden", "atgarder", Q3): (Row(row),)}


def publish_twice():
    """A report of the north, and what it was changed to."""
    publish(measures(30))
    publish(measures(40))


def to_naive_kind(before, stage):
    """The kind of an event, said again in another way."""
    if before is None:
        return Kind.COUNCIL if stage == "etablerat" else Kind.FORWARD
    if stage in BESIDE:
        return Kind.BACKWARD
    if before not in BESIDE and RANK[stage] < RANK[before]:
        return Kind.BACKWARD
    return Kind.COUNCIL if stage == "etablerat" and before != stage else Kind.FORWARD


def test_every_event_since_the_day_is_told_once_and_as_what_it_was(example_data):
    events = fetch_recent(SINCE, ON, viewer=READER)
    found = to_events(SINCE, ON, **HERE, viewer=READER)
    assert len(found) == len(events) > 50
    naive = []
    for row in events.to_dict("records"):
        kind = to_naive_kind(row["before"], row["stage"])
        name = row["council"].removeprefix("Lokalt råd ")
        naive.append((row["effective_on"], kind, name))
    assert [(one.day, one.kind, one.text.partition(":")[0]) for one in found] == naive
    assert {Kind.COUNCIL, Kind.FORWARD, Kind.BACKWARD} <= {one.kind for one in found}


@pytest.mark.parametrize(
    "inside", [{"region": "pr-nord", "lan": None}, {"region": None, "lan": "25"}]
)
def test_a_choice_leaves_out_what_lies_elsewhere(example_data, inside):
    whole = to_events(SINCE, ON, **HERE, viewer=READER)
    found = to_events(SINCE, ON, **inside, viewer=READER)
    assert 0 < len(found) < len(whole)
    areas = fetch_areas(ON, viewer=READER).set_index("code")
    column, code = ("polisregion", "pr-nord") if inside["region"] else ("lan", "25")

    def lies_in(one):  # of any area that its council covers: kommuner and local police areas
        names = one.text.partition(":")[0]
        rows = fetch_recent(SINCE, ON, viewer=READER)
        covered = rows[rows["council"].str.removeprefix("Lokalt råd ") == names]["codes"].iloc[0]
        return any(code in str(areas.loc[area, column]).split() for area in covered.split())

    assert found == [one for one in whole if lies_in(one)]


def test_a_council_that_covers_kommuner_alone_is_news_of_their_region_and_lan(example_data_of_own):
    add_council("prov", "Lokalt råd Prov", "lokal", viewer=LEAD, source="prov")
    cover_area("prov", "2580", SINCE, viewer=LEAD, source="prov")
    add_event("prov", "planerat", ON, viewer=LEAD, source="prov")
    before = ON - timedelta(days=1)
    for choice, count in (({"region": "pr-nord"}, 1), ({"lan": "25"}, 1), ({"lan": "24"}, 0)):
        found = to_events(before, ON, **HERE | choice, viewer=READER)
        assert [one.text for one in found] == ["Prov: planerat"] * count


def test_nothing_outside_the_viewer_s_areas_is_told(example_data):
    south = Viewer(Role.LASARE, frozenset({"pr-syd"}))
    found = fetch_all_news(SINCE, ON, **HERE, viewer=south)
    own = fetch_recent(SINCE, ON, viewer=south)
    events = [one for one in found if one.kind is not Kind.STALLED]
    assert 0 < len(events) == len(own)
    stalled = {dict(one.parameters)["omrade"] for one in found if one.kind is Kind.STALLED}
    assert stalled <= set(fetch_stages("lpo", ON, viewer=south)["code"])
    names = {one.removeprefix("Lokalt råd ") for one in own["council"]}
    assert {one.text.partition(":")[0] for one in events} == names


def test_what_came_to_a_halt_since_the_day_is_told(example_data):
    """The same by plain loops over each area's events."""
    since = date(2026, 6, 30)
    found = to_stalled(since, ON, **HERE, viewer=READER)
    naive = {}
    stages = fetch_stages("lpo", ON, viewer=READER)
    for code, stage in zip(stages["code"], stages["stage"], strict=True):
        if stage in ("ej-paborjat", "kartlaggning", "planerat", "uppstartat"):
            last = max(one.effective_on for one in fetch_events(code, ON, viewer=READER))
            day = last + timedelta(days=180)
            if since < day <= ON:
                naive[code] = day
    assert {dict(one.parameters)["omrade"]: one.day for one in found} == naive
    assert naive


def test_a_release_and_what_it_changed_are_told(filled):
    filled(publish_twice)
    today = clock.today()
    found = fetch_all_news(today - timedelta(days=2), today, **HERE, viewer=READER)
    told = [(one.kind, one.text) for one in found if one.kind in (Kind.RELEASE, Kind.REVISED)]
    assert (Kind.RELEASE, "Utgåva 1") in told
    assert (Kind.RELEASE, "Utgåva 2") in told
    revised = [text for kind, text in told if kind is Kind.REVISED]
    assert revised == ["Polisregion Nord: 1 ändrad siffra i utgåva 2 (2026 K3)"]
    later = fetch_all_news(today + timedelta(days=1), today, **HERE, viewer=READER)
    assert not [one for one in later if one.kind is Kind.RELEASE]


def test_published_pictures_are_told_with_the_way_to_them(example_data_of_own):
    """Published on 15 October, of Umeå."""
    number = add_picture("lpo-umea")
    since, day = date(2026, 10, 14), date(2026, 10, 15)
    for choice, count in (({}, 1), ({"region": "pr-nord"}, 1), ({"region": "pr-syd"}, 0)):
        found = to_pictures(since, day, **HERE | choice, viewer=READER)
        assert len(found) == count
    (one,) = to_pictures(since, day, **HERE, viewer=READER)
    assert (one.day, one.text, one.page) == (day, "Umeå: Prov", "lagesbilder")
    assert one.parameters == (("lagesbild", str(number)),)
    assert to_pictures(day, day, **HERE, viewer=READER) == []
    south = Viewer(Role.LASARE, frozenset({"pr-syd"}))
    assert to_pictures(since, day, **HERE, viewer=south) == []


def test_of_a_lan_or_a_region_the_pictures_are_told_that_the_list_has(example_data_of_own):
    """What crosses the choice is in neither."""
    areas = ("25", "2580", "lpo-umea", "pr-nord", "se")
    numbers = {str(add_picture(area)): area for area in areas}
    inside = {
        ("lan", "25"): {"25", "2580"},
        ("lan", "24"): {"lpo-umea"},
        ("region", "pr-nord"): {"2580", "lpo-umea", "pr-nord"},
    }
    for (name, code), told in inside.items():
        found = to_pictures(SINCE, ON, **HERE | {name: code}, viewer=READER)
        assert {numbers[dict(one.parameters)["lagesbild"]] for one in found} == told
        choice = Choice(day=ON, since=SINCE, **{name: code})
        assert set(to_chosen(fetch_pictures(viewer=READER), choice, READER)["area"]) == told


def test_regions_without_a_report_of_the_newest_due_quarter_are_late(example_data_of_own):
    assert to_late(ON, None, viewer=READER) == []  # nothing is published at all
    owed = ("deltagande", "hinder", "mal")
    publish({Unit("pr-nord", kind, Q3): () for kind in owed} | {Unit("pr-ost", "mal", Q3): ()})
    found = to_late(ON, None, viewer=READER)
    texts = {dict(one.parameters)["region"]: one.text for one in found}
    assert "pr-nord" not in texts
    missing = "deltagande, hinder för 2026 K3 finns inte i utgåva 1"
    assert texts["pr-ost"] == f"Polisregion Öst: {missing}"
    assert len(texts) == 6
    assert [one.text for one in to_late(ON, "pr-ost", viewer=READER)] == [texts["pr-ost"]]
    assert "2026 K2" in to_late(date(2026, 10, 31), None, viewer=READER)[0].text
    assert to_late(date(2023, 11, 9), None, viewer=READER) == []  # nobody owed anything before it


def test_a_release_tells_nothing_of_a_quarter_that_was_not_due_when_it_was_made(
    example_data_of_own,
):
    """Who has reported since, and been approved, is in no release yet."""
    publish({Unit("pr-nord", "mal", Q3): ()})
    made = formats.day_of(fetch_releases(viewer=READER)[0].made_at)
    later = due_day(Quarter.of(made)) + timedelta(days=1)
    found = to_late(later, None, viewer=READER)
    assert found == to_late(made, None, viewer=READER) != []
    assert not [one for one in found if period_name(str(Quarter.of(made))) in one.text]


REGIONAL = {Kind.LATE, Kind.REVISED}  # what is told region by region


def test_what_is_told_region_by_region_is_of_the_chosen_one_or_the_lan_s(filled):
    filled(publish_twice)
    today = clock.today()
    since = today - timedelta(days=2)
    whole = fetch_all_news(since, today, **HERE, viewer=READER)
    for region, lan in (("pr-syd", "12"), ("pr-nord", "25")):
        for choice in ({"region": region}, {"lan": lan}, {"region": region, "lan": lan}):
            found = fetch_all_news(since, today, **HERE | choice, viewer=READER)
            told = {one for one in found if one.kind in REGIONAL}
            assert told == {
                one
                for one in whole
                if one.kind in REGIONAL and one.parameters == (("region", region),)
            }
            assert any(one.kind is Kind.REVISED for one in told) is (region == "pr-nord")
            assert sum(one.kind is Kind.RELEASE for one in found) == 2


def test_the_overview_tells_it_with_links(example_data, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: ON)
    page = show("oversikt", dag="2025-06-30", sedan="2024-12-31")
    assert not page.exception
    found = fetch_all_news(date(2024, 12, 31), date(2025, 6, 30), **HERE, viewer=READER)
    assert to_sentence(found) in [one.value for one in page.markdown]
    labels = [one.label for one in page.expander]
    assert any(label.startswith("Nya etablerade råd (") for label in labels)


def test_no_news_is_said(example_data):
    page = show("oversikt", dag="2023-11-09", sedan="2023-11-09")
    assert "Inget nytt i urvalet." in [one.value for one in page.markdown]


TEXTS = st.text(max_size=40)
NEWS = st.builds(
    News,
    st.dates(date(2024, 1, 1), ON),
    st.sampled_from(list(Kind)),
    TEXTS,
    st.just("omrade"),
    st.just((("omrade", "lpo-umea"), ("dag", "2026-11-01"))),
)


@given(st.lists(NEWS, max_size=5))
def test_a_feed_is_whole_whatever_people_write(news):
    root = ElementTree.fromstring(to_atom(news, "https://bob.example", ON, example=True))  # noqa: S314 our own
    entries = root.findall(f"{{{NAMESPACE}}}entry")
    assert len(entries) == len(news)
    assert "EXEMPELDATA" in root.findtext(f"{{{NAMESPACE}}}title")
    for entry in entries:
        link = entry.find(f"{{{NAMESPACE}}}link").get("href")
        assert link == "https://bob.example/omrade?omrade=lpo-umea&dag=2026-11-01"
