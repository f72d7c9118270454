"""Python's collector once the server has started."""

import gc
import subprocess
import sys

from tests.served import ROOT

_AFTER = """
from web import collector
held = [[one] for one in range(1000)]
collector.settle()
import gc
found = gc.get_objects()
assert not any(one is held for one in found), "looked through again"
print(gc.get_freeze_count() > 1000, gc.isenabled(), gc.get_threshold()[0] > 700)
"""


def test_what_is_there_at_start_is_not_looked_through_again() -> None:
    """In a process of its own, since what is frozen stays so."""
    run = [sys.executable, "-c", _AFTER]
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True", "True"]
    assert gc.isenabled()
