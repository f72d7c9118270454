import json
import subprocess
import sys
from pathlib import Path

import pytest

from data_access.__main__ import main
from data_access.people import set_access
from data_access.viewer import Role
from tests.viewers import ADMIN

ROOT = Path(__file__).parents[2]


def test_prepare_and_health(empty_engine, capsys):
    assert main(["health"]) == 1
    assert main(["prepare"]) == 0
    capsys.readouterr()
    assert main(["health"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "ok"


def test_what_is_wrong_is_said_in_one_line(use_database, tmp_path, capsys):
    (tmp_path / "fil").touch()
    use_database(f"sqlite:///{tmp_path}/fil/bob.db")
    assert main(["prepare"]) == 1
    assert "BOB_DATABASE_URL" in capsys.readouterr().err


def test_a_database_that_must_not_be_shown_is_refused_in_one_line(engine, capsys):
    set_access("https://idp", "ett", Role.ADMIN, (), (), viewer=ADMIN)
    assert main(["prepare"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["förbered"], ["prepare", "nu"]])
def test_an_unknown_command_is_refused(arguments, capsys):
    assert main(arguments) == 2
    assert "prepare | health" in capsys.readouterr().err


def test_asking_does_not_load_what_only_building_needs():
    asks = "import sys, data_access.establishment, data_access.areas, data_access.engine;"
    heavy = "{'alembic', 'geopandas', 'shapely', 'psycopg', 'streamlit', 'hypothesis'}"
    code = f"{asks} print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
