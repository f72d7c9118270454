"""Reports that several tests send, and viewers who send and approve them."""

from datetime import date

from sqlalchemy import func, select

from data_access.raw.schema import RAW
from data_access.raw.store import reading_raw
from data_access.submissions import read_submissions, send
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap

Q3 = Quarter(2026, 3)
# own area, another of the same region, another region
OWN, NEAR, FAR = "lpo-lulea-boden", "lpo-umea", "lpo-malmo-norr"
MEASURES = Unit(OWN, "atgarder", Q3)
EVENTS = Unit(OWN, "handelser", Q3)
ASSESSED = Unit(OWN, "bedomningar", Q3)

_NORTH = frozenset({"pr-nord"})
COUNTRY = frozenset({"se"})
_LULEA = frozenset({OWN})
READER = Viewer(Role.LASARE, COUNTRY, subject="las", example=True)
REPORTER = Viewer(Role.RAPPORTOR, _NORTH, _LULEA, subject="rap", example=True)
COLLEAGUE = Viewer(Role.RAPPORTOR, _NORTH, _LULEA, subject="kollega", example=True)
REGIONAL = Viewer(Role.REGIONAL, _NORTH, _NORTH, subject="reg", example=True)
NATIONAL = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="nat", example=True)
MANAGER = Viewer(Role.ADMIN, frozenset(), subject="adm", example=True)

FULL = Row({"atgard": "samtal", **dict.fromkeys(CELLS, 3), "anteckning": "Två nya grupper"})
OTHER = Row({"atgard": "stodfamilj", "k_12_14": 0, "k_15_17": Gap.MISSING})
EVENT = Row({"stadium": "vilande", "dag": date(2026, 8, 1)})
JUDGED = Row({"prioriterat": "ja", "dag": date(2026, 8, 1), "skal": "Rekrytering av unga"})


def sent(units, viewer=REPORTER, **more):
    """Send with the revisions that hold now; the sending's id."""
    held = read_submissions(units, viewer=NATIONAL)
    expected = {unit: one.revision for unit, one in held.items()}
    given = {"expected": expected, "source": "test", "channel": "formular"} | more
    return send(units, viewer=viewer, **given)


def newest(unit=MEASURES):
    """What holds for the unit, or None."""
    return read_submissions([unit], viewer=NATIONAL).get(unit)


def counts():
    """How many rows each table of the store has."""
    with reading_raw() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table))
            for name, table in RAW.tables.items()
        }
