"""Releases of exact figures: what is hidden, what readers get, and that two tell no more."""

import pandas as pd
import pytest
from sqlalchemy import func, select

import settings
from data_access import connect
from data_access.connect import reading
from data_access.release_changes import fetch_changes
from data_access.release_preview import preview_release
from data_access.released_rates import fetch_rates
from data_access.releases import fetch_releases
from data_access.releasing import make_release
from data_access.schema import METADATA
from data_access.schema_release import RELEASE, RELEASED_COUNT, RELEASED_SUM
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from indicators.protection.group_facts import WholeGroup
from indicators.protection.method import Method, MethodChanged
from indicators.protection.names import LEVELS
from indicators.protection.revision import BaseChanged
from indicators.protection.suppression import NotProtected
from reporting.kinds import CELLS
from reporting.values import Gap
from tests.data_access.exact import (
    MEASURE,
    NORTH,
    find_weak_of_all,
    hide,
    publish,
    read_figures,
    report,
    spread,
)
from tests.data_access.processes import die_at_commit, start
from tests.data_access.reports import FAR, MANAGER, NATIONAL, NEAR, OWN, Q3, READER
from tests.numbers import to_numbers

SMALL = spread(0) | {"m_15_17": 3}
# One small sum; all others told apart, and large enough in every cell
TOTALS = {area: 1801 + 61 * place for place, area in enumerate(NORTH)} | {OWN: SMALL}
SPLIT = ("quarter", "sex", "age_group")
LACKING, NOTHING, APART = [area for area in NORTH if area not in (OWN, NEAR)][:3]


@pytest.fixture(autouse=True)
def hiding(monkeypatch):
    hide(monkeypatch)


def publish_totals():
    assert publish(TOTALS) == 1


def publish_odd():
    """One area sends nothing, one lacks a count, one has nothing, for one it doesn't apply; and
    others reach over the border of a län, or are of another region."""
    odd = {NEAR: None, LACKING: spread(1200) | {"k_12_14": Gap.MISSING}, NOTHING: 0}
    odd |= {APART: dict.fromkeys(CELLS, Gap.NOT_APPLICABLE), "lpo-karlshamn": 1200, FAR: 1200}
    assert publish({area: of for area, of in (TOTALS | odd).items() if of is not None}) == 1


@pytest.fixture
def published(filled_engine):
    filled_engine(publish_totals)


@pytest.fixture
def published_on_sqlite(filled_sqlite):
    filled_sqlite(publish_totals)


@pytest.fixture
def odd(filled_sqlite):
    filled_sqlite(publish_odd)


def figures(level, number=1, split=("quarter",), viewer=READER):
    found = fetch_rates(*MEASURE, level, split, release=number, viewer=viewer)
    return found.set_index("code")


def to_hidden(number=1, level="lpo"):
    found = figures(level, number)
    return set(found.index[found["reason"] == "skyddat"])


def to_true(area):
    own = TOTALS[area]
    return own if isinstance(own, int) else sum(own.values())


def test_small_sums_are_hidden_with_another_and_the_rest_are_exact(published):
    hidden = to_hidden()
    assert OWN in hidden
    assert 1 < len(hidden) < len(NORTH) / 2
    shown = figures("lpo").loc[[area for area in NORTH if area not in hidden]]
    assert shown["value"].to_dict() == {area: to_true(area) for area in shown.index}
    assert not shown["rounded"].any()
    assert figures("polisregion").loc["pr-nord", "value"] == sum(map(to_true, NORTH))
    assert figures("riket").loc["se", "value"] == sum(map(to_true, NORTH))


def test_the_release_says_its_method_and_stores_sums_alone(published):
    with reading() as connection:
        assert connection.scalar(select(RELEASE.c.method)) == "undertryckning"
        assert connection.scalar(select(func.count()).select_from(RELEASED_COUNT)) == 0
        stored = connection.execute(select(RELEASED_SUM)).all()
    told = fetch_releases(viewer=READER)[0]
    assert (told.method, told.cells) == (Method.HIDING, len(stored))
    of_lpo = next(one for one in told.quality if one["level"] == "lpo")
    assert of_lpo == {"level": "lpo", "sums": len(NORTH), "hidden": len(to_hidden())}


@pytest.mark.parametrize("split", [("sex",), ("quarter", "sex"), SPLIT, ("quarter", "age_group")])
def test_what_is_not_planned_is_protected_where_something_was_reported(published_on_sqlite, split):
    found = figures("lpo", split=split)
    assert set(found.loc[[*NORTH], "reason"]) == {"skyddat"}
    assert set(found.loc[[FAR], "reason"]) == {"saknas"}
    assert found["value"].isna().all()


@pytest.mark.parametrize("level", LEVELS)
def test_a_years_sum_is_not_planned_at_any_level(published_on_sqlite, level):
    found = figures(level, split=())
    assert found["value"].isna().all()
    assert set(found["reason"]) <= {"skyddat", "saknas", "ej-tillampligt"}


def test_regions_are_told_by_sex_and_age(published_on_sqlite):
    found = fetch_rates(*MEASURE, "polisregion", SPLIT, release=1, viewer=READER)
    north = found[found["code"] == "pr-nord"].set_index(["sex", "age_group"])["value"]
    whole = sum(spread(of)["k_12_14"] for of in TOTALS.values() if isinstance(of, int))
    assert north["kvinna", "12-14"] == whole
    other = found[found["code"] == "pr-syd"]
    assert set(other["reason"]) == {"saknas"}


def test_an_lpo_that_sent_nothing_or_lacks_some_of_its_counts_is_missing_in_every_sum(odd):
    """As a whole: else its sum would tell of fewer groups, and who knows which could work out
    more."""
    assert set(figures("lpo").loc[[NEAR, LACKING], "reason"]) == {"saknas"}
    north = figures("polisregion").loc["pr-nord"]
    assert (north["parts"], north["missing"]) == (6 * (len(NORTH) - 1), 12)
    of_all = [one for one in NORTH if one not in (NEAR, LACKING, NOTHING, APART)]
    assert north["value"] == sum(map(to_true, of_all))


def test_a_zero_is_a_zero_and_what_does_not_apply_is_told(odd):
    found = figures("lpo")
    assert (found.loc[NOTHING, "value"], found.loc[NOTHING, "reason"]) == (0, "ok")
    assert found.loc[APART, "reason"] == "ej-tillampligt"
    assert figures("lpo", split=SPLIT).loc[[APART], "reason"].eq("ej-tillampligt").all()


def test_rates_are_over_who_lives_where_something_was_reported(odd):
    rates = fetch_rates(*MEASURE, "polisregion", ("quarter",), release=1, viewer=READER)
    north = rates.set_index("code").loc["pr-nord"]
    of_lpo = fetch_rates(*MEASURE, "lpo", ("quarter",), release=1, viewer=READER)
    own = of_lpo.set_index("code").loc[
        [area for area in NORTH if area not in (NEAR, LACKING, APART)]
    ]
    assert north["persons"] == own["persons"].sum()
    assert (north["below"], north["above"]) == (0, 0)
    assert round(north["per_10_000"] * north["persons"] / 10_000) == north["value"]
    hidden = own[own["reason"] == "skyddat"]
    assert len(hidden)
    assert (
        hidden[["value", "per_10_000", "low", "high", "count_low", "count_high"]]
        .isna()
        .all(axis=None)
    )
    assert set(hidden["rate_reason"]) == {"skyddat"}


def test_a_hidden_number_stands_nowhere_in_the_main_database(published):
    hidden = {to_true(area) for area in to_hidden() if area != OWN}
    assert hidden
    counted = [name for name in METADATA.tables if name.startswith("release") or name == "audit"]
    with reading(connect.engine()) as connection:
        for name in counted:
            rows = connection.execute(select(METADATA.tables[name])).all()
            assert rows or name in ("released_count", "released_report")
            text = "\n".join(str(tuple(row)) for row in rows)
            assert not hidden & set(to_numbers(text)), name
        stored = connection.execute(select(RELEASED_SUM.c["count"], RELEASED_SUM.c.gap)).all()
    assert not [count for count, _gap in stored if count in range(1, 5)]
    assert all((count is None) != (gap is None) for count, gap in stored)


def test_scope_is_that_of_other_releases(odd):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}))
    assert set(figures("polisregion", viewer=north).index) == {"pr-nord"}
    assert FAR not in figures("lpo", viewer=north).index
    assert figures("riket", viewer=north).empty
    assert figures("lpo", viewer=MANAGER).empty
    one = Viewer(Role.LASARE, frozenset({OWN}))
    assert set(figures("lpo", viewer=one).index) == {OWN}
    assert figures("polisregion", viewer=one).empty
    assert fetch_rates(*MEASURE, "riket", (), release=1, viewer=north).empty


def test_a_lan_that_shares_an_lpo_has_no_sum(odd):
    lan = figures("lan")
    assert lan.loc["25", "reason"] in ("ok", "skyddat")
    for code in ("10", "12", "07", "08"):
        assert lan.loc[code, "reason"] == "ej-tillampligt"


def test_a_correction_and_a_new_quarter_tell_nothing_beside_what_was_told(published_on_sqlite):
    publish({area: of for area, of in TOTALS.items() if area != OWN}, Quarter(2026, 2))
    (companion, *_more) = sorted(to_hidden() - {OWN})
    publish({companion: 4001})
    publish({companion: TOTALS[companion], NORTH[-1]: 7})
    assert to_hidden(2) == to_hidden(1)
    assert OWN in to_hidden(4)
    report({FAR: 1200})  # something to plan for
    assert find_weak_of_all() == 0


def test_the_same_releases_hidden_one_by_one_would_tell(published_on_sqlite, monkeypatch):
    """Else the test above could not fail."""
    (companion, *_more) = sorted(to_hidden() - {OWN})
    monkeypatch.setattr("data_access.release_hiding.read_earlier", lambda _plan: [])
    publish({companion: 4001})
    report({FAR: 1200})
    assert find_weak_of_all() > 0


def test_what_is_as_it_was_is_told_as_it_was(published_on_sqlite):
    publish(TOTALS, Quarter(2026, 2))
    then, now = read_figures(1), read_figures(2)
    kept = now[now["quarter"] == str(Q3)]
    by = ["level", "code", "sex", "age_group"]
    sides = [
        one.sort_values(by, ignore_index=True)[[*by, "value", "reason"]] for one in (kept, then)
    ]
    pd.testing.assert_frame_equal(*sides)


def test_a_hidden_number_that_is_shown_on_purpose_is_refused(sqlite_engine, monkeypatch):
    def leak(plan, hidden, fixed, width):
        return hidden  # the small alone

    monkeypatch.setattr("indicators.protection.suppression.find_hidden", leak)
    report(TOTALS)
    with pytest.raises(NotProtected, match="could be worked out"):
        make_release(viewer=NATIONAL)
    with reading() as connection:
        assert connection.scalar(select(func.count()).select_from(RELEASE)) == 0
        assert connection.scalar(select(func.count()).select_from(RELEASED_SUM)) == 0
    found = preview_release(viewer=NATIONAL).found
    assert OWN in set(found["code"])
    assert set(found["finding"]) == {"worked-out"}


def test_neither_method_follows_the_other(published_on_sqlite, monkeypatch):
    report({NEAR: 1200})
    hide(monkeypatch, "avrundning")
    with pytest.raises(MethodChanged, match="set the method to undertryckning again"):
        make_release(viewer=NATIONAL)
    hide(monkeypatch)
    assert make_release(viewer=NATIONAL) == 2


def test_exact_figures_never_follow_rounded_ones(sqlite_engine, monkeypatch):
    hide(monkeypatch, "avrundning")
    publish({OWN: TOTALS[OWN]})
    report({NEAR: 1200})
    hide(monkeypatch)
    with pytest.raises(MethodChanged, match="set the method to avrundning again"):
        make_release(viewer=NATIONAL)
    with pytest.raises(MethodChanged):
        preview_release(viewer=NATIONAL)


def test_another_base_is_refused(published_on_sqlite, monkeypatch):
    report({NEAR: 1200})
    monkeypatch.setenv("BOB_PROTECTION_BASE", "3")
    settings.load.cache_clear()
    with pytest.raises(BaseChanged):
        make_release(viewer=NATIONAL)


def test_a_method_that_is_not_understood_is_rounding(sqlite_engine, monkeypatch):
    hide(monkeypatch, "av")
    publish({OWN: TOTALS[OWN]})
    assert fetch_releases(viewer=READER)[0].method is Method.ROUNDING


def test_no_key_is_needed(sqlite_engine, monkeypatch):
    report({OWN: TOTALS[OWN]})
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://idp.test/.well-known/openid-configuration")
    settings.load.cache_clear()
    assert make_release(viewer=NATIONAL) == 1


@pytest.mark.parametrize(
    ("totals", "hidden"),
    [
        (dict.fromkeys(NORTH, 0), set()),  # nothing but zeros
        ({OWN: 60}, set()),  # one area, in which nothing is small
        ({OWN: SMALL}, {OWN}),  # a single count that is not zero: every sum of it is the same
        ({OWN: 12, NEAR: SMALL | {"k_12_14": 1}}, {OWN, NEAR}),
    ],
)
def test_edges(sqlite_engine, totals, hidden):
    publish(totals)
    assert to_hidden() == hidden
    country = figures("riket").loc["se"]
    if hidden == {OWN}:
        assert country["reason"] == "skyddat"
    found = figures("lpo").loc[list(totals)]
    assert not found["value"].between(1, 4).any()
    report({FAR: 1200})
    assert find_weak_of_all() == 0


def test_a_sum_of_all_who_live_there_is_refused(sqlite_engine):
    cells = dict.fromkeys(CELLS, 20_000)
    report(TOTALS | {OWN: cells})
    with pytest.raises(WholeGroup, match="lpo-lulea-boden × 2026K3 × totalt × totalt"):
        make_release(viewer=NATIONAL)


def test_a_trial_tells_sums_as_reported_and_as_shown(sqlite_engine):
    report(TOTALS)
    preview = preview_release(viewer=NATIONAL)
    assert (preview.method, preview.is_safe) == (Method.HIDING, True)
    cells = preview.cells.set_index("area")
    assert cells["count"].to_dict() == {area: to_true(area) for area in NORTH}
    assert cells.loc[OWN, "reason"] == "skyddat"
    assert set(preview.cells["what"]) == {"ny"}
    assert set(preview.cost.columns) == {"level", "sex", "age_group", "sums", "hidden"}
    make_release(viewer=NATIONAL)
    shown = figures("lpo").loc[[*NORTH], "value"]
    assert shown.fillna(-1).to_dict() == cells["value"].fillna(-1).to_dict()


def test_a_trial_tells_what_changes_and_two_releases_are_compared_by_what_they_show(published):
    report({NORTH[-1]: 1200, FAR: 1200})
    what = preview_release(viewer=NATIONAL).cells.set_index("area")["what"]
    assert (what[NORTH[-1]], what[FAR], what[OWN]) == ("andrad", "ny", "lika")
    make_release(viewer=NATIONAL)
    found = fetch_changes("lpo", before=1, after=2, viewer=READER).set_index("area")
    assert (found.loc[NORTH[-1], "after"], found.loc[FAR, "what"]) == (1200, "ny")
    regions = fetch_changes("polisregion", before=1, after=2, viewer=READER).set_index("area")
    assert {"pr-nord", "pr-syd"} <= set(regions.index)
    one = Viewer(Role.LASARE, frozenset({OWN}))
    assert fetch_changes("lpo", before=1, after=2, viewer=one).empty


def _publish_and_die():
    """In a process of its own: killed when the sums are written and about to be kept."""
    die_at_commit(
        lambda: make_release(viewer=NATIONAL),
        lambda connection: connection.scalar(select(func.count()).select_from(RELEASED_SUM)),
    )


def test_a_job_that_is_killed_at_its_last_moment_publishes_nothing(sqlite_engine):
    report(TOTALS)
    process = start(_publish_and_die)
    process.join(60)
    assert process.exitcode == 9
    with reading() as connection:
        assert connection.scalar(select(func.count()).select_from(RELEASE)) == 0
        assert connection.scalar(select(func.count()).select_from(RELEASED_SUM)) == 0
