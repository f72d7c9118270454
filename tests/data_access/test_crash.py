"""A process that is killed while it imports leaves each file wholly in or wholly out."""

import time
from collections import Counter
from itertools import islice
from random import Random

from data_access.importing import ALREADY, READ, import_file
from data_access.raw.delivery import deliver
from indicators.periods import Quarter
from tests.data_access import import_child
from tests.data_access.processes import fork
from tests.data_access.reporting_door import (
    add,
    check_audit,
    check_integrity,
    count_rows,
    make_files,
    read_plain,
    to_plain,
    to_viewer,
    wait_for_the_dead,
)

IMPORTS = 10  # on each of the two engines; 100 are right for a change in the store
REGION = "pr-nord"
PERIODS = Quarter.range(Quarter(2024, 1), Quarter(2026, 3))
# Longest wait in seconds from the moment a stage is reached to the kill
LONGEST = {"begun": 0.12, "transaction": 0.04, "commit": 0.006, "delivery": 0.02, "carried": 0.006}


def import_and_kill(address, file, stage, wait):
    """The stage at which the process was killed: it has gone on for so long since the one asked."""
    ours, theirs = fork.Pipe()
    period = str(file.period)
    child = fork.Process(
        target=import_child.run, args=(address, file.data, period, (REGION,), theirs)
    )
    child.start()
    theirs.close()
    reached = []
    while stage not in reached and import_child.DONE not in reached:
        assert ours.poll(30), f"nothing after {reached}"
        reached.append(ours.recv())
    time.sleep(wait)
    child.kill()
    child.join()
    try:
        while True:
            reached.append(ours.recv())
    except EOFError:
        return reached[-1]


def test_an_import_killed_at_any_moment_is_wholly_in_or_wholly_out(engine, make_database):
    address = engine.url.render_as_string(hide_password=False)
    viewer, chance = to_viewer(REGION), Random(2310)
    files = list(islice(make_files(viewer, PERIODS), IMPORTS))
    assert len(files) == IMPORTS
    killed, whole = Counter(), Counter()
    before = count_rows()
    for number, file in enumerate(files):
        stage = import_child.STAGES[number % len(import_child.STAGES)]
        is_first = number < len(import_child.STAGES)
        wait = 0 if is_first else chance.uniform(0, LONGEST[stage])
        at = import_and_kill(address, file, stage, wait)
        wait_for_the_dead()
        after, wanted = count_rows(), add(before, file.counts())
        is_in = after != before
        assert after in (before, wanted), f"half of {file.name} is in, killed at {at}"
        assert read_plain(file.units, viewer) == (to_plain(file.units) if is_in else {})
        resumed = import_file(file.data, file.name, default=file.period, viewer=viewer)
        assert resumed.status == (ALREADY if is_in else READ), resumed
        assert count_rows() == wanted
        before = wanted
        killed[at] += 1
        whole[is_in] += 1
    assert read_plain([unit for file in files for unit in file.units], viewer) == {
        unit: rows for file in files for unit, rows in to_plain(file.units).items()
    }
    deliver()
    check_audit()
    check_integrity()
    # else nothing was shown
    assert len(killed) > 2 and min(whole[True], whole[False]) > 1, (killed, whole)
