"""Deltagande: every figure recounted by loops, what is no share in words, and bad input."""

from datetime import date
from functools import cache

import pandas as pd
import pytest

from data_access.areas import fetch_areas
from data_access.cache import forget_answers
from data_access.viewer import DEMONSTRATION
from indicators.periods import Quarter
from tests.pages import meetings
from tests.pages.conftest import show
from tests.pages.meetings import ACTORS, Gap, count, find_started, make, publish, to_row
from tests.statements import listening
from ui import formats

LAST = Quarter(2026, 2)
PERIODS = Quarter.range(Quarter(2025, 1), LAST)
YEAR, BEFORE = PERIODS[-4:], Quarter.range(Quarter(2024, 3), Quarter(2025, 2))
NAMES = {
    "polisen": "Polisen",
    "skolan": "Skolan",
    "halso-och-sjukvarden": "Hälso- och sjukvården",
    "fritid": "Fritid",
}
GROUPS = (ACTORS, ("skolan",), ("halso-och-sjukvarden",))
DAY = {"dag": "2026-11-01"}


def opened(**parameters):
    page = show("deltagande", **DAY | parameters)
    assert not page.exception
    assert not page.error
    return page


def plain(text):
    """The text with ordinary spaces in its numbers."""
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


def said(page):
    return plain("\n".join(str(one.value) for one in [*page.markdown, *page.info, *page.caption]))


def tables(page):
    """The page's tables by their first column."""
    found = {}
    for one in page.dataframe:
        found["på rad" if "Kvartal i rad" in one.value else one.value.columns[0]] = one.value
    return found


def metrics(page):
    return [plain(one.value) for one in page.metric]


def alts(page):
    return [one.proto.alt for one in page.get("vega_lite_chart")]


def add_meetings():
    """Six quarters of what most councils have told."""
    publish(make(PERIODS))


@cache
def make_all():
    return make(PERIODS)


@pytest.fixture
def reports(filled):
    filled(add_meetings)
    return make_all()


def to_regions():
    areas = fetch_areas(LAST.last, "lpo", viewer=DEMONSTRATION)
    return dict(zip(areas["code"], areas["polisregion"], strict=True))


def inside(region=None, lan=None, area=None):
    """Whether a council is a local one within the choice."""
    areas = fetch_areas(LAST.last, "lpo", viewer=DEMONSTRATION).set_index("code").to_dict("index")

    def is_in(code):
        if not code.startswith("lpo-"):
            return False
        row = areas[code]
        return (
            (region is None or row["polisregion"] == region)
            and (lan is None or lan in row["lan"].split())
            and (area is None or code == area)
        )

    return is_in


CHOICES = {
    "the country": ({}, {}),
    "a region": ({"region": "pr-stockholm"}, {"region": "pr-stockholm"}),
    "a lan": ({"lan": "12"}, {"lan": "12"}),
    "an area": ({"omrade": "lpo-jarva"}, {"area": "lpo-jarva"}),
}
WINDOWS = {
    "a quarter": ({}, [LAST], [PERIODS[-2]]),
    "four": ({"kvartal": "4"}, YEAR, BEFORE),
    "an earlier": ({"period": "2025K3"}, [Quarter(2025, 3)], [Quarter(2025, 2)]),
}


@pytest.mark.parametrize(
    ("chosen", "window"),
    [
        *(("the country", window) for window in WINDOWS),
        ("a region", "four"),
        ("a lan", "an earlier"),
        ("an area", "a quarter"),
    ],
)
def test_the_headline_is_what_a_loop_over_the_reports_gives(reports, chosen, window):
    (asked, within), (when, now, before) = CHOICES[chosen], WINDOWS[window]
    page = opened(**asked, **when)
    is_in = inside(**within)
    for group, one in zip(GROUPS, page.metric, strict=True):
        share, then = (count(reports, span, is_in, group)[2] for span in (now, before))
        if share is None:
            assert one.value in ("inget möte", "uppgift saknas", "inte med", "inte rapporterat",
                                 "inget råd")  # fmt: skip
            continue
        assert one.value == formats.share(float(share))
        if then is not None:
            points = round((float(share) - float(then)) * 100)
            assert one.delta.startswith(formats.change(points) or "oförändrat")
        else:
            assert one.delta.startswith("inget att jämföra med")


@pytest.mark.parametrize(
    ("chosen", "form"),
    [
        ("the country", "medlem"),
        ("the country", "adjungerad"),
        ("a region", "medlem"),
        ("a lan", "adjungerad"),
    ],
)
def test_every_cell_of_the_table_is_what_a_loop_gives(reports, chosen, form):
    asked, within = CHOICES[chosen]
    table = tables(opened(**asked, form=form, kvartal="4"))["Aktör"]
    where, regions = table.columns[1], to_regions()
    level = "polisregion" if where == "Polisregion" else "lpo"
    names = dict(fetch_areas(LAST.last, level, viewer=DEMONSTRATION)[["name", "code"]].to_numpy())
    assert len(table)
    for row in table.to_dict("records"):
        code = {name: code for code, name in NAMES.items()}[row["Aktör"]]
        place, chosen_in = names.get(row[where]), inside(**within)

        def is_in(area, place=place, chosen_in=chosen_in):
            return chosen_in(area) and place in (None, area, regions[area])

        attended, held, share = count(reports, YEAR, is_in, [code], form)
        if share is None:
            assert pd.isna(row["Procent"]) and row["Att veta"]
        else:
            assert row["Procent"] == formats.whole_percent(float(share))
            assert (row["Deltog i"], row["Hållna möten"]) == (attended, held)
            assert row["Att veta"] == ("" if attended else formats.share(0))


def test_school_and_health_care_over_time_are_what_a_loop_gives(reports):
    table = tables(opened())["Kvartal"]
    codes = {"Skolan": "skolan", "Hälso- och sjukvården": "halso-och-sjukvarden"}
    assert len(table) == 2 * (len(PERIODS) + 1)  # and 2026 K3, which is over and not reported
    for row in table.to_dict("records"):
        period = Quarter.parse(row["Kvartal"].replace(" ", ""))
        attended, held, share = count(reports, [period], inside(), [codes[row["Aktör"]]])
        if share is None:
            assert pd.isna(row["Procent"])
        else:
            assert (row["Deltog i"], row["Hållna möten"]) == (attended, held)
        started = find_started(period)
        assert row["Råd som ska rapportera"] == len(started)
        came = [area for area in started if (area, str(period)) in reports]
        assert row["Råd som rapporterat"] == len(came)


def test_regional_councils_are_counted_apart(reports):
    page = opened(rad="regionala")
    share = count(reports, [LAST], lambda area: area.startswith("pr-"), ACTORS)[2]
    assert metrics(page)[0] == plain(formats.share(float(share)))
    came = [area for area in meetings.find_regions(LAST) if (area, str(LAST)) in reports]
    assert f"{len(came)} av 7 regionala råd som ska rapportera finns i utgåvan" in said(page)


def test_who_has_been_away_is_what_a_loop_gives(reports):
    found = tables(opened())["på rad"]
    names = dict(fetch_areas(LAST.last, "lpo", viewer=DEMONSTRATION)[["code", "name"]].to_numpy())
    expected = set()
    for area in find_started(LAST):
        for actor in ("skolan", "halso-och-sjukvarden"):
            told = [
                row["deltagit"]
                for period in YEAR
                for row in reports.get((area, str(period)), [])
                if row["aktor"] == actor and row["hallna"] and isinstance(row["deltagit"], int)
            ]
            if len(told) > 1 and not told[-1] and not told[-2]:
                expected.add((names[area], NAMES[actor]))
    assert expected
    assert set(zip(found["Råd"], found["Aktör"], strict=True)) == expected


def test_the_finding_is_told_to_who_does_not_see_the_pictures(reports):
    page = opened()
    (heat, school, health) = alts(page)
    assert heat.startswith("Oftast frånvarande: ")
    assert school.startswith("Skolan var med vid ") and health.startswith("Hälso- och sjukvården")
    totals = {one: count(reports, [LAST], inside(), [one])[2] for one in ACTORS}
    rarest = min(totals, key=totals.get)
    assert f"**{NAMES[rarest]}**".replace("-", "\\-") in said(page)
    assert plain(f"**{formats.share(float(totals[rarest]))}**") in said(page)


def test_before_the_first_release_the_page_says_what_is_to_come(example_data_of_own):
    page = opened()
    assert "Ingen utgåva är publicerad än" in said(page)
    assert not page.metric


def test_before_there_was_anything_to_report_it_says_from_when(reports):
    assert "från och med första kvartalet 2024" in said(opened(dag="2023-12-01"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period": "igår"}, "”igår” kunde inte läsas"),
        ({"period": "2031K1"}, "2031 K1 kan inte visas"),
        ({"period": "2023K4"}, "välj 2024 K1 till 2026 K3"),
        ({"rad": "alla"}, "”alla” är inget känt värde för rad"),
        ({"form": "<b>x</b>"}, "är inget känt värde för form"),
        ({"kvartal": "2"}, "Möjliga värden: 1, 4"),
    ],
)
def test_a_bad_address_is_told_and_falls_back(reports, asked, words):
    page = opened(**asked)
    assert words in "".join(one.value.replace("\\", "") for one in page.warning)
    assert metrics(page) == metrics(opened())
    assert not set(asked) & set(page.query_params)


def test_region_and_lan_that_do_not_meet_say_so(reports):
    page = opened(region="pr-nord", lan="12")
    assert "Inget råd ligger i allt som är valt" in said(page)
    assert not page.metric


def of_country(make_rows, areas=None, periods=(PERIODS[-2], LAST)):
    """The same report of every council, or of some."""
    return {
        (area, str(period)): make_rows(area)
        for period in periods
        for area in areas or find_started(period)
    }


def members(attended, held):
    return lambda _area: [to_row(actor, held, attended) for actor in ACTORS]


@pytest.fixture
def telling(example_data_of_own):
    """telling(reports, **address): the page of a release of just that."""

    def tell(reports, **parameters):
        publish(reports)
        return opened(**parameters)

    return tell


def test_all_at_every_meeting_is_100_per_cent(telling):
    page = telling(of_country(members(4, 4)))
    assert metrics(page) == ["100 %"] * 3
    assert "Alla medlemmar var med vid alla möten" in said(page)
    assert tables(page)["Aktör"]["Procent"].dropna().eq(100).all()


def test_none_at_any_is_0_per_cent_and_an_absence(telling):
    page = telling(of_country(members(0, 4)))
    assert metrics(page) == ["0 %"] * 3
    assert "kom lika ofta: **0 %**" in said(page)
    number = len(find_started(LAST))
    assert len(tables(page)["på rad"]) == 2 * number - sum(
        2 for area in find_started(LAST) if area not in find_started(PERIODS[-2])
    )


def test_equal_shares_name_nobody(telling):
    assert "Alla medlemmar kom lika ofta: **50 %**" in said(telling(of_country(members(2, 4))))


def test_quarters_without_meetings_are_no_absence(telling):
    page = telling(of_country(members(0, 0)))
    assert metrics(page) == ["inget möte"] * 3
    assert "inget råd kan bedömas" in said(page) and "utan möte" in said(page)
    assert "på rad" not in tables(page)


def test_missing_and_not_applicable_are_other_words(telling):
    def rows(_area):
        other = {"gap": "ej-tillampligt"}
        return [to_row("skolan", 4, Gap), to_row("halso-och-sjukvarden", 4, other)]

    page = telling(of_country(rows))
    assert metrics(page) == ["uppgift saknas", "uppgift saknas", "ej tillämpligt"]
    notes = set(tables(page)["Aktör"]["Att veta"])
    assert notes == {"uppgift saknas", "ej tillämpligt"}


def test_one_council_and_one_value(telling):
    area = find_started(LAST)[0]
    page = telling({(area, str(LAST)): [to_row("skolan", 3, 1)]})
    assert metrics(page) == ["33 %", "33 %", "inte med"]
    owed = len(find_started(LAST))
    assert f"1 av {owed} lokala råd" in said(page) and "Bara delvis rapporterat" in said(page)
    notes = set(tables(page)["Aktör"]["Att veta"])
    assert "inte rapporterat" in notes
    assert "0 %" not in notes


def test_a_region_without_reports_is_not_reported_and_not_zero(telling):
    regions = to_regions()
    others = [one for one in find_started(LAST) if regions[one] != "pr-nord"]
    page = telling(of_country(members(1, 4), others, [LAST]), region="pr-nord")
    assert metrics(page) == ["inte rapporterat"] * 3
    assert "Det är inte frånvaro" in said(page)
    assert "på rad" not in tables(page)
    table = tables(opened())["Aktör"]
    notes = set(table[table["Polisregion"] == "Nord"]["Att veta"])
    assert notes == {"inte rapporterat"}


def test_a_council_that_says_it_has_nothing_to_report_has_not_met(telling):
    page = telling({(area, str(LAST)): [] for area in find_started(LAST)})
    assert metrics(page) == ["inget möte"] * 3


def test_an_area_without_a_council_is_no_shortfall(telling):
    started = set(find_started(LAST))
    idle = next(code for code in to_regions() if code not in started)
    page = telling(of_country(members(4, 4)), omrade=idle)
    assert metrics(page) == ["inget råd"] * 3
    assert "hade startat" in said(page)


def test_an_area_that_has_ceased_has_its_own_quarters(telling):
    periods = [Quarter(2024, 3), Quarter(2024, 4)]
    rows = of_country(members(2, 4), ["lpo-norrmalm"], periods)
    page = telling(rows, omrade="lpo-norrmalm", dag="2024-12-31")
    assert metrics(page)[0] == "50 %"
    assert set(tables(page)["Kvartal"]["Kvartal"]) == {"2024 K3", "2024 K4"}


def test_a_half_reported_quarter_is_marked_in_lines_and_table(telling):
    half = find_started(LAST)[::2]
    page = telling(
        of_country(members(2, 4), periods=[PERIODS[-2]]) | of_country(members(4, 4), half, [LAST])
    )
    table = tables(page)["Kvartal"].set_index(["Kvartal", "Aktör"])["Att veta"]
    assert table["2026 K2", "Skolan"] == "delvis rapporterat"
    assert table["2026 K1", "Skolan"] == ""
    assert page.metric[0].delta.startswith("+50")


def test_what_a_council_calls_an_actor_is_shown_as_text(telling):
    name = "<b>x</b> **y**"
    page = telling(of_country(lambda _area: [to_row(name, 4, 0), to_row("polisen", 4, 4)]))
    assert "\\<b\\>x\\</b\\> \\*\\*y\\*\\*" in said(page)


def count_statements(page):
    """How many questions a run of the page asks when nothing is kept, but for the one by the
    second: whether it is example data."""
    forget_answers()
    with listening() as asked:
        page.run()
    assert not page.exception
    return sum(1 for one in asked if "SELECT EXISTS" not in one)


def test_the_number_of_questions_does_not_grow_with_the_quarters(telling):
    few = count_statements(telling(of_country(members(2, 4), periods=PERIODS[-2:])))
    publish(make(Quarter.range(Quarter(2024, 1), LAST)), 2)
    assert count_statements(opened()) == few
    assert count_statements(opened(kvartal="4", region="pr-syd")) <= few < 20


def test_the_newest_quarter_is_one_that_is_over_on_the_day(reports):
    page = opened(dag="2026-03-15")
    assert f"{date(2026, 3, 15).year - 1} K4" in said(page)
