"""Releases of exact figures, for tests of what rests on one."""

import pytest

import settings
from data_access.approval import approve, unlock
from data_access.connect import reading
from data_access.release_hiding import read_earlier
from data_access.release_plan import to_plan
from data_access.release_sums import read_sums, to_figures
from data_access.releasing import make_release
from data_access.submissions import read_submissions
from geodata.division import to_pieces
from indicators.protection.joint_plan import to_joint
from indicators.protection.planned_tables import FIGURE
from indicators.protection.suppression import find_weak
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.data_access.reports import NATIONAL, Q3, sent

BASE = 5
MEASURE = ("atgard", "sspf-insats")
INDICATOR = ("indikator", "misstankta-grova-brott")
KINDS = {MEASURE: "atgarder", INDICATOR: "indikatorer"}
NORTH = tuple(
    sorted(set(to_pieces(Q3.last).query("polisregion == 'pr-nord'")["lpo"]))
)  # the LPO of one region


def hide(monkeypatch: pytest.MonkeyPatch, method: str = "undertryckning") -> None:
    """That is how counts are protected from now on."""
    monkeypatch.setenv("BOB_PROTECTION_METHOD", method)
    settings.load.cache_clear()


def spread(total: int) -> dict[str, int]:
    """A total over the six cells, men of 15–17 first."""
    own = dict.fromkeys(CELLS, total // 6)
    own["m_15_17"] += total - sum(own.values())
    return own


def report(totals, quarter=Q3, entry=MEASURE) -> None:
    """{area: total, or cells}: sent and approved, unlocked first where something is."""
    units = {Unit(area, KINDS[entry], quarter): to_cells(of) for area, of in totals.items()}
    held = read_submissions(units, viewer=NATIONAL)
    if held:
        unlock([one.id for one in held.values()], "Rättas", viewer=NATIONAL)
    texts = {"anteckning": "prov"} if entry == MEASURE else {}
    sent({u: (Row(dict([entry]) | cells | texts),) for u, cells in units.items()}, viewer=NATIONAL)
    ids = [one.id for one in read_submissions(units, viewer=NATIONAL).values()]
    approve(ids, viewer=NATIONAL)


def to_cells(of):
    """Six cells of a total, or the cells themselves."""
    return spread(of) if isinstance(of, int) else of


def publish(totals, quarter=Q3, entry=MEASURE) -> int:
    """Reported, approved and released; the release's number."""
    report(totals, quarter, entry)
    return make_release(viewer=NATIONAL)


def read_figures(number: int):
    """What is stored of a release."""
    with reading() as connection:
        return to_figures(read_sums(connection, number))


def find_weak_of_all() -> int:
    """How many hidden figures of any release can be worked out from all releases read together,
    once something new is approved (so that there is a plan)."""
    newest, *before = read_earlier(to_plan(NATIONAL))
    weak = 0
    for key, cells in newest.cells.groupby(["indicator", "quarter"]):
        earlier = [of_quarter(one, key) for one in before]
        own = of_quarter(newest, key)
        joint = to_joint(cells.reset_index(drop=True), [one for one in earlier if len(one.cells)])
        told = joint.plan.figures.head(joint.figures)[[*FIGURE, "number"]]
        told = told.merge(own.figures, on=list(FIGURE), how="inner")
        hidden = joint.hidden.copy()
        hidden[told.loc[told["reason"] == "skyddat", "number"]] = True
        weak += len(find_weak(joint.plan, hidden & ~joint.shown, BASE))
    return weak


def of_quarter(earlier, key):
    """One quarter's part."""
    return type(earlier)(
        *(
            frame[(frame["indicator"] == key[0]) & (frame["quarter"] == key[1])].reset_index(
                drop=True
            )
            for frame in (earlier.cells, earlier.figures)
        )
    )
