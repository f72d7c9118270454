"""What can be told of the files of `deploy/` without starting them: they name what there is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

import settings
from data_access.__main__ import _COMMANDS, _WITH_ARGUMENTS
from tests.served import ROOT

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
KNOWN = {f"BOB_{field.upper()}" for field in settings.Settings.model_fields}
OWN = {"BOB_SECRETS_DIR", "BOB_WAL_SOURCE", "BOB_WAL_DIR"}


@pytest.mark.parametrize("file", sorted(one for one in DEPLOY.rglob("*") if one.is_file()), ids=str)
def test_no_setting_is_named_that_does_not_exist(file: Path) -> None:
    assert set(re.findall(r"\bBOB_[A-Z_]+[A-Z]\b", file.read_text("utf-8"))) <= KNOWN | OWN


@pytest.mark.parametrize("unit", [one for one in UNITS if one.suffix == ".service"], ids=str)
def test_a_unit_runs_commands_that_there_are(unit: Path) -> None:
    commands = re.findall(r"-m data_access ([a-z-]+)", unit.read_text("utf-8"))
    assert set(commands) <= {*_COMMANDS, *_WITH_ARGUMENTS}


def test_the_units_are_units(tmp_path: Path) -> None:
    """By systemd itself where it is; what it knows of programs not installed here is no fault."""
    for unit in UNITS:
        text = unit.read_text("utf-8")
        assert re.search(r"^\[Unit\]\nDescription=Lägesbild bob", text, re.M)
        text = re.sub(r"^(Exec\w+)=\S+", r"\1=/bin/true", text, flags=re.M)
        (tmp_path / unit.name.replace("bob@", "bob@8501")).write_text(text)
    systemd = shutil.which("systemd-analyze")
    if systemd:
        command = [systemd, "verify", "--man=no", *sorted(tmp_path.iterdir())]
        told = subprocess.run(command, check=False, capture_output=True, text=True)
        assert [line for line in told.stderr.splitlines() if "bob" in line] == []


def test_the_compose_file_lets_the_app_write_nowhere_and_be_nobody() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    for name in ("app1", "app2"):
        app = services[name]
        assert app["read_only"] and app["cap_drop"] == ["ALL"]
        assert "ports" not in app, "nginx alone is reached from outside"
    assert re.search("^USER bob$", (DEPLOY / "Containerfile").read_text("utf-8"), re.M)


def test_who_is_not_root_writes_only_where_the_image_lets_her() -> None:
    """A new volume belongs to whom the image's folder there belongs to, and else to root."""
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    made = re.search(r"install -d -o bob .*? (/.+)$", (DEPLOY / "Containerfile").read_text(), re.M)
    assert made is not None
    may_write = {"app1": made[1].split(), "app2": made[1].split()}
    for name in ("primary", "standby", "wal"):
        may_write[name] = ["/var/lib/postgresql"]
    for name, folders in may_write.items():
        for mounted in services[name]["volumes"]:
            volume, folder, *how = mounted.split(":")
            assert volume.startswith(".") or how == ["ro"] or folder in folders, mounted


def test_the_image_has_every_part_of_the_app_and_no_tests() -> None:
    lines = re.findall(r"^COPY (.+) \S+$", (DEPLOY / "Containerfile").read_text("utf-8"), re.M)
    copied = {name for line in lines for name in line.split()}
    parts = {one.name for one in ROOT.iterdir() if (one / "__init__.py").exists()}
    parts |= {one.name for one in ROOT.glob("*.py")} | {"locale", ".streamlit"}
    assert parts - {"tests", "benchmarks"} <= copied
    assert not copied & {"tests", "benchmarks"}


def test_every_process_has_its_place_in_front(tmp_path: Path) -> None:
    made = subprocess.run(
        [DEPLOY / "nginx" / "make-servers", "10.0.0.1:8501", "[::1]:8502"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert made.count("10.0.0.1:8501 max_fails") == 4
    assert r'"~(^|, )\[::1\]:8502$" 2;' in made
    command = [DEPLOY / "nginx" / "make-servers"]
    nothing = subprocess.run(command, check=False, capture_output=True, text=True)
    assert nothing.returncode == 2 and "IP:PORT" in nothing.stderr
