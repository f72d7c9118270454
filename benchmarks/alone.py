"""Steps of a measure in processes of their own, on a database of their own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def run_steps(module: str, steps: Sequence[str]) -> dict[str, Any]:
    """What `python -m MODULE STEP FOLDER` prints as JSON, of every step together. The folder and
    the embedded database in it are there until the last step is done."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="bob-bench-") as folder:
        own = {"BOB_DATABASE_URL": f"sqlite:///{folder}/bob.db", "BOB_RAW_DATABASE_URL": ""}
        for step in steps:
            done = subprocess.run(
                [sys.executable, "-m", module, step, folder],
                env=os.environ | own | {"PYTHONPATH": str(ROOT)},
                cwd=ROOT,
                check=True,
                stdout=subprocess.PIPE,
            )
            found |= json.loads(done.stdout)
    return found
