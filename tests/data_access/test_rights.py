"""Who may do what, and where: every cell of one table, asked of the data layer itself."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from data_access import audit
from data_access.areas import fetch_area
from data_access.connect import reading
from data_access.council_events import add_assessment, add_event
from data_access.councils import NotAllowed, OutsideScope, add_council, cover_area
from data_access.establishment import fetch_history, fetch_stages
from data_access.people import set_access
from data_access.schema import APPEND_ONLY, AUDIT, METADATA
from data_access.scope import check_scope
from data_access.viewer import Right, Role, Viewer

DAY = date(2026, 6, 1)
NORTH = frozenset({"pr-nord"})
LULEA = frozenset({"lpo-lulea-boden"})
# own area, another area of the same region, another region
OWN, NEAR, FAR = "lpo-lulea-boden", "lpo-umea", "lpo-malmo-norr"
COUNCILS = {OWN: "lokalt-rad-lulea-boden", NEAR: "lokalt-rad-umea", FAR: "lokalt-rad-malmo-norr"}
PLACES = (OWN, NEAR, FAR)

VIEWERS = {
    "läsare": Viewer(Role.LASARE, NORTH, subject="las"),
    "rapportör": Viewer(Role.RAPPORTOR, NORTH, LULEA, subject="rap"),
    "regional": Viewer(Role.REGIONAL, NORTH, NORTH, subject="reg"),
    "nationell": Viewer(Role.NATIONELL, frozenset({"se"}), frozenset({"se"}), subject="nat"),
    "administratör": Viewer(Role.ADMIN, frozenset(), subject="adm"),
}

# j = done, u = refused as outside scope, n = refused by role, - = as if it did not exist
TABLE = """
              |   läsare   |  rapportör |  regional  |  nationell | administratör
se siffror    |  j   j   - |  j   j   - |  j   j   - |  j   j   j |  -   -   -
se namn       |  j   j   - |  j   j   - |  j   j   - |  j   j   j |  j   j   j
händelse      |  n   n   n |  j   u   u |  j   j   u |  j   j   j |  n   n   n
täckning      |  n   n   n |  j   u   u |  j   j   u |  j   j   j |  n   n   n
bedömning     |  n   n   n |  j   u   u |  j   j   u |  j   j   j |  n   n   n
godkänna      |  n   n   n |  n   n   n |  j   j   u |  j   j   j |  n   n   n
publicera     |  n   n   n |  n   n   n |  n   n   n |  j   j   j |  n   n   n
behörigheter  |  n   n   n |  n   n   n |  n   n   n |  n   n   n |  j   j   j
granskning    |  n   n   n |  n   n   n |  n   n   n |  n   n   n |  j   j   j
"""


def cells():
    head, *rows = [line for line in TABLE.splitlines() if line.strip()]
    roles = [name.strip() for name in head.split("|")[1:]]
    for row in rows:
        action, *groups = row.split("|")
        for role, group in zip(roles, groups, strict=True):
            for place, answer in zip(PLACES, group.split(), strict=True):
                yield action.strip(), role, place, answer


def sees_figures(viewer, place):
    return place in set(fetch_stages("lpo", DAY, viewer=viewer)["code"])


def sees_name(viewer, place):
    try:
        return fetch_area(place, DAY, viewer=viewer).code == place
    except LookupError:
        return False


def scoped(right):
    def check(viewer, place):
        with reading() as connection:
            check_scope(connection, viewer, right, [place], DAY)
        return True

    return check


def cover(viewer, place):
    code = f"nytt-{place}"
    maker = VIEWERS["nationell"]
    add_council(code, "Nytt", "lokal", viewer=maker, source="test")
    return cover_area(code, place, DAY, viewer=viewer, source="test")


ACTIONS = {
    "se siffror": sees_figures,
    "se namn": sees_name,
    "händelse": lambda viewer, place: add_event(
        COUNCILS[place], "vilande", DAY, viewer=viewer, source="test"
    ),
    "täckning": cover,
    "bedömning": lambda viewer, place: add_assessment(
        place, True, "behov", DAY, viewer=viewer, source="test"
    ),
    "godkänna": scoped(Right.APPROVE),
    "publicera": scoped(Right.PUBLISH),
    "behörigheter": lambda viewer, place: set_access(
        "https://idp",
        f"person-{place}",
        Role.LASARE,
        frozenset({place}),
        frozenset(),
        viewer=viewer,
    ),
    "granskning": lambda viewer, _place: audit.search_audit(viewer=viewer) is not None,
}


def outcome(action, role, place):
    try:
        return "j" if ACTIONS[action](VIEWERS[role], place) else "-"
    except NotAllowed:
        return "n"
    except OutsideScope:
        return "u"


def rows():
    """How many rows each append-only table has."""
    with reading() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(METADATA.tables[name]))
            for name in APPEND_ONLY
        }


def test_every_action_is_in_the_table():
    assert {action for action, *_ in cells()} == set(ACTIONS)
    assert {role for _, role, *_ in cells()} == set(VIEWERS)


@pytest.mark.parametrize("role", VIEWERS)
def test_what_each_role_may_do_where(engine, role):
    expected = {(a, place): answer for a, r, place, answer in cells() if r == role}
    found = {(a, place): outcome(a, role, place) for a in ACTIONS for place in PLACES}
    assert found == expected


@pytest.mark.parametrize("action", ["händelse", "bedömning"])
def test_a_refused_write_leaves_nothing_but_its_refusal(engine, action):
    before = rows()
    assert outcome(action, "rapportör", FAR) == "u"
    assert rows() == before
    with reading() as connection:
        last = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    assert (last.action, last.subject, last.role) == ("nekad", "rap", "rapportor")
    assert FAR in last.after


def test_the_audit_says_in_swedish_what_was_written_and_why_it_was_not(engine):
    for action, role, place in (
        ("händelse", "regional", NEAR),
        ("bedömning", "regional", NEAR),
        ("täckning", "regional", NEAR),
        ("händelse", "rapportör", FAR),
        ("behörigheter", "läsare", FAR),
    ):
        outcome(action, role, place)
    admin = VIEWERS["administratör"]
    told = audit.search_audit(viewer=admin)
    assert not told["what"].str.contains("_|council|event|assessment|picture|user").any()
    found = audit.search_audit(viewer=admin, action="skrivning", text="händelse")
    assert found["what"].str.contains(f"råds händelse \\d+: {COUNCILS[NEAR]}").all()
    assert len(found) == 1
    own = audit.search_audit(viewer=admin, subject="reg")
    assert {one.split(" ")[0] for one in own["what"]} == {"råds", "bedömning"}
    refused = audit.search_audit(viewer=admin, action="nekad").set_index("subject")
    assert f"området {FAR} ligger utanför" in refused.loc["rap", "after"]
    assert "rollen lasare har inte rätten forvalta" in refused.loc["las", "after"]
    assert refused.loc["las", "what"] == "behörighet"


def test_a_write_is_audited_without_anybodys_own_words(engine):
    number = add_event(
        COUNCILS[OWN],
        "vilande",
        DAY,
        viewer=VIEWERS["rapportör"],
        source="hemlig källa",
        note="Anna Svensson",
        recorded_at=datetime(2026, 6, 2, tzinfo=UTC),
    )
    with reading() as connection:
        last = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    assert last.action == "skrivning"
    assert f"råds händelse {number}" in last.what
    assert '"stage":"vilande"' in last.after
    assert "Anna" not in repr(last)
    assert "hemlig" not in repr(last)


def test_a_corrected_event_tells_which_it_corrects(engine):
    viewer = VIEWERS["regional"]
    how = {"viewer": viewer, "source": "test"}
    first = add_event(COUNCILS[OWN], "vilande", DAY, **how)
    add_event(COUNCILS[OWN], "etablerat", DAY, supersedes=first, **how)
    with reading() as connection:
        last = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    assert last.before == f'{{"id":{first}}}'


def test_a_scope_follows_the_division_of_the_day(engine):
    """Norrmalm lay in Stockholm's region until it ceased; whoever answers for the region then
    may still correct what was said of it."""
    viewer = Viewer(Role.REGIONAL, frozenset({"se"}), frozenset({"pr-stockholm"}), subject="sth")
    with reading() as connection:
        for day in (date(2024, 12, 31), date(2025, 1, 1), DAY):
            check_scope(connection, viewer, Right.REPORT, ["lpo-norrmalm"], day)
        for code in ("lpo-finns-inte", OWN, "se"):
            with pytest.raises(OutsideScope):
                check_scope(connection, viewer, Right.REPORT, [code], DAY)


def test_what_is_in_two_regions_is_nobodys_but_the_countrys(engine):
    both = Viewer(Role.REGIONAL, frozenset({"se"}), frozenset({"lpo-jarva"}), subject="j")
    with reading() as connection, pytest.raises(OutsideScope):
        check_scope(connection, both, Right.REPORT, ["0180"], DAY)  # Stockholm lies in many LPO


def test_to_see_and_to_report_are_two_scopes(engine):
    viewer = Viewer(Role.RAPPORTOR, frozenset({"se"}), LULEA, subject="tva")
    assert sees_figures(viewer, FAR)
    with pytest.raises(OutsideScope):
        ACTIONS["händelse"](viewer, FAR)
    blind = Viewer(Role.RAPPORTOR, frozenset(), LULEA, subject="blind")
    assert not sees_figures(blind, OWN)
    assert ACTIONS["händelse"](blind, OWN)


def test_a_council_of_the_country_or_a_region_is_not_made_by_one_lpo(engine):
    for level in ("nationell", "regional"):
        with pytest.raises(OutsideScope):
            add_council("ett", "Ett", level, viewer=VIEWERS["regional"], source="test")
    with pytest.raises(OutsideScope):  # the national council's own stage
        add_event("nationella-radet", "vilande", DAY, viewer=VIEWERS["regional"], source="test")


def test_an_administrator_has_no_figures_even_with_the_country_as_area(engine):
    admin = Viewer(Role.ADMIN, frozenset({"se"}), subject="adm")
    assert fetch_stages("lpo", DAY, viewer=admin).empty
    with pytest.raises(LookupError):
        fetch_history(OWN, DAY, viewer=admin)


@pytest.fixture
def moved(engine):
    """A council that left Luleå-Boden for Umeå at the turn of the year, and Umeå's event."""
    how = {"viewer": VIEWERS["nationell"], "source": "test"}
    add_council("flyttat", "Flyttat", "lokal", **how)
    cover_area("flyttat", OWN, date(2024, 1, 1), **how)
    add_event("flyttat", "etablerat", date(2024, 6, 1), **how)
    cover_area("flyttat", OWN, date(2025, 1, 1), covers=False, **how)
    cover_area("flyttat", NEAR, date(2025, 1, 1), **how)
    return add_event("flyttat", "vilande", date(2025, 5, 1), note="Umeås egen", **how)


def test_one_does_not_correct_what_a_council_did_for_others_after_it_left(moved):
    how = {"viewer": VIEWERS["rapportör"], "source": "test"}
    for day in (date(2024, 6, 1), date(2025, 6, 1)):
        with pytest.raises(OutsideScope):
            add_event("flyttat", None, day, supersedes=moved, **how)
    with pytest.raises(OutsideScope):  # it would be Umeå's stage on the day they met
        add_event("flyttat", "vilande", date(2024, 12, 31), **how)
    with pytest.raises(OutsideScope):
        cover_area("flyttat", OWN, date(2024, 12, 31), covers=False, **how)


def test_history_is_that_of_the_time_when_the_council_was_here(moved):
    of_own = Viewer(Role.LASARE, LULEA)
    seen = fetch_history(OWN, DAY, viewer=of_own)
    assert set(seen.loc[seen["council"] == "Flyttat", "effective_on"]) == {date(2024, 6, 1)}
    others = fetch_history(NEAR, DAY, viewer=Viewer(Role.LASARE, frozenset({NEAR})))
    assert set(others.loc[others["council"] == "Flyttat", "effective_on"]) == {date(2025, 5, 1)}


@pytest.mark.parametrize("level", ["nationell", "regional"])
def test_a_council_above_the_local_is_not_taken_by_covering_it(engine, level):
    add_council("hogt", "Högt", level, viewer=VIEWERS["nationell"], source="test")
    with pytest.raises(OutsideScope):
        cover_area("hogt", OWN, DAY, viewer=VIEWERS["rapportör"], source="test")
