"""`python -m data_access example`: example reports as files, taken in by the door that people's
files go through, and approved as far as an ordinary autumn has come."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pandas as pd

import settings
from data_access.approval import approve, send_back
from data_access.connect import reading
from data_access.engine import engine, prepare
from data_access.establishment import fetch_pieces
from data_access.example import LAST as END
from data_access.example_reports import FIRST, is_late, sent_on, to_units
from data_access.importing import Outcome, import_file
from data_access.lease import UnderWay
from data_access.own_areas import find_started
from data_access.population import fetch_population
from data_access.release_memory import list_rows
from data_access.releasing import NothingNew, make_release
from data_access.report_context import read_context
from data_access.submissions import list_submissions
from data_access.viewer import Role, Viewer
from geodata.division import load_areas
from indicators.coverage import share_of_prioritised_covered
from indicators.periods import Quarter
from indicators.reporting import SENT
from reporting.context import Context
from reporting.delimited import to_csv
from reporting.obligations import due_day
from reporting.rows import Unit, Units
from words import _

LAST = Quarter(2026, 3)  # the newest quarter that is due when the example's story ends
COUNTRY = frozenset({"se"})
UNDER_WAY = {"pr-syd", "pr-bergslagen"}  # have sent the last quarter, and nobody has looked yet
SENT_BACK = "pr-mitt"
NOT_SENT = "pr-ost"
REASON = "Kontrollera antalen för september; två kommuner saknas i underlaget."


def main(arguments: list[str]) -> int:
    """Write the files and take them in; 0 when every file went through the checks, also when
    they are in already, 1 when one did not, 2 when the database holds real reports."""
    parser = ArgumentParser(prog="python -m data_access example")
    parser.add_argument("--since", default=str(FIRST), help="first quarter, 2024K1")
    parser.add_argument("--folder", type=Path, help="where the files are kept")
    parser.add_argument("--at-start", action="store_true", help="nothing where there is no place")
    asked = parser.parse_args(arguments)
    if not settings.load().example:
        if asked.at_start:
            return 0
        print(_("Exempeldata kan inte läggas bland riktiga uppgifter."), file=sys.stderr)
        return 2
    prepare(engine())
    folder = asked.folder or settings.load().data_dir / "exempel"
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [task for task in _to_tasks(Quarter.parse(asked.since)) if not _is_done(*task)]
    for number, (period, region) in enumerate(tasks, start=1):
        if not asked.at_start:
            print(f"\r[{number}/{len(tasks)}] {period} {region:<14}", end="", flush=True)
        if not _report(period, region, folder):
            return 1
    if tasks:
        print("\n" * (not asked.at_start) + _("Exempelrapporterna är inlästa."), flush=True)
    _publish_first()
    return 0


def _publish_first() -> None:
    """The example's first release; later ones are for those who try it."""
    if list_rows():
        return
    viewer = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="exempel-nationell", example=True)
    with suppress(NothingNew, UnderWay):
        number = make_release(viewer=viewer, note=_("Exempelrapporterna till och med 2026 K3"))
        print(_("Utgåva {n} är publicerad.").format(n=number), flush=True)


def _to_tasks(since: Quarter) -> Iterator[tuple[Quarter, str]]:
    areas = load_areas()
    regions = list(areas.loc[areas["level"] == "polisregion", "code"])
    for period in reversed(Quarter.range(since, LAST)):  # what is looked at first comes first
        for region in regions:
            if (period, region) != (LAST, NOT_SENT):
                yield period, region


def _is_done(period: Quarter, region: str) -> bool:
    """Whether all is sent and looked at; a fill that was stopped goes on where it was."""
    found = _read_own(period, region)
    looked_at = (period == LAST and region in UNDER_WAY) or not _to_waiting(found)
    return not found.empty and looked_at


def _read_own(period: Quarter, region: str) -> pd.DataFrame:
    """What the example has sent; a visitor's own reports are left alone."""
    viewer = to_reporter(region)
    found = list_submissions(viewer=viewer, periods=[period])
    return found[found["recorded_by"] == viewer.subject]


def _to_waiting(found: pd.DataFrame) -> list[int]:
    return [int(one) for one in found.loc[found["state"] == SENT, "submission"]]


def _report(period: Quarter, region: str, folder: Path) -> bool:
    """A region's quarter: what comes in time, what comes late, and what is approved of it."""
    viewer = to_reporter(region)
    context = read_context(period, viewer=viewer)
    for name, all_units in _to_files(context, viewer).items():
        units = {unit: all_units[unit] for unit in all_units if unit not in context.stored}
        day = sent_on(period, late=name == "sent")
        if not units or day > END:
            continue
        file = folder / f"{period}-{region}-{name}.csv"
        file.write_bytes(to_csv(units, context))
        outcome = import_file(
            file.read_bytes(),
            file.name,
            default=period,
            viewer=viewer,
            warnings=True,
            recorded_at=_noon(day),
        )
        if not outcome.is_in:
            _tell_refused(outcome)
            return False
    _review(period, region)
    return True


def to_reporter(region: str) -> Viewer:
    """The example's regional samordnare."""
    own = frozenset({region})
    return Viewer(Role.REGIONAL, frozenset({"se"}), own, subject=f"exempel-{region}", example=True)


def _to_files(context: Context, viewer: Viewer) -> dict[str, Units]:
    """Name → units: those in time, and those of areas that are late."""
    on = context.period.last
    with reading() as connection:
        started = find_started(connection, on, context.areas, viewer)
    population = fetch_population("lpo", on, viewer=viewer)
    young = dict(zip(population["code"], population["young"].astype(int), strict=True))
    files: dict[str, dict[Unit, tuple]] = {"i-tid": {}, "sent": {}}  # type: ignore[type-arg]
    shares = share_of_prioritised_covered(fetch_pieces(on, viewer=viewer), "polisregion").dropna()
    covered = dict(zip(shares["code"], shares["share"].astype(float), strict=True))
    for unit, rows in to_units(context, young, set(started), covered).items():
        late = is_late(context.areas[unit.area], context.period)
        files["sent" if late else "i-tid"][unit] = rows
    return dict(files)


def _review(period: Quarter, region: str) -> None:
    """Approve the region's reports of the period; of the last one only some are looked at."""
    viewer = to_reporter(region)
    if period == LAST and region in UNDER_WAY:
        return
    ids = _to_waiting(_read_own(period, region))
    at = _noon(due_day(period) + timedelta(days=12))
    if period == LAST and region == SENT_BACK:
        send_back(ids[:4], REASON, viewer=viewer, recorded_at=at)
        ids = ids[4:]
    if ids:
        approve(ids, viewer=viewer, recorded_at=at)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(11), tzinfo=UTC)


def _tell_refused(outcome: Outcome) -> None:
    print("\n" + _("{file} klarade inte kontrollerna:").format(file=outcome.file))
    for one in outcome.remarks[:20]:
        print(" ", one)
