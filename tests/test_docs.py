"""What README and `docs/` say is there: settings, packages, links, files, commands."""

import re
import tomllib
from pathlib import Path

import pytest

import settings
from data_access.__main__ import _COMMANDS, _WITH_ARGUMENTS

ROOT = Path(settings.__file__).parent
README, DOCS = ROOT / "README.md", ROOT / "docs"
TEXTS = [README, ROOT / "deploy" / "README.md", *sorted(DOCS.rglob("*.md"))]
SETTINGS = {f"BOB_{field.upper()}" for field in settings.Settings.model_fields}
# Where the files of settings are, and what the keeper of the log is told; no settings of the app
OTHERS = {"BOB_SECRETS_DIR", "BOB_WAL_SOURCE", "BOB_WAL_DIR"}
FOLDERS = (
    "pages", "ui", "web", "indicators", "reporting", "reports", "data_access", "geodata", "tests",
    "benchmarks", "deploy", "docs",
)  # fmt: skip
PATH = re.compile(rf"`((?:{'|'.join(FOLDERS)})/[\w@./-]*|\w+\.py|locale/[\w/.]+)`")
# Of the reader's own making, or a name that stands for it
NOT_OURS = re.compile(r"NAME|CODE|deploy/(secrets|certificate)/")
MODULES = {file.name for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")}
MODULES |= {file.name for file in ROOT.glob("*.py")}


def by_name(files: list[Path]):
    return pytest.mark.parametrize("file", files, ids=lambda file: str(file.relative_to(ROOT)))


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_described(name):
    assert re.search(rf"^\| `{name}`", (DOCS / "operate.md").read_text("utf-8"), re.M)


@by_name(TEXTS)
def test_no_setting_is_named_that_does_not_exist(file):
    found = set(re.findall(r"\bBOB_[A-Z_]+[A-Z]\b", file.read_text("utf-8")))
    assert found <= SETTINGS | OTHERS


def to_packages():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return sorted(re.split(r"[\[=<>; ]", one)[0] for one in needed)


@pytest.mark.parametrize("package", to_packages())
def test_every_package_is_in_the_readme_with_its_reason(package):
    table = README.read_text("utf-8").split("## What it is built on")[1]
    rows = re.findall(r"^\| ([^|]+) \| \w", table, re.M)
    assert package in ", ".join(rows).split(", ")


def to_anchors(file):
    """What headings are called in a link, as they are shown on the web."""
    heads = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@by_name([*TEXTS, ROOT / "CHANGELOG.md"])
def test_every_link_leads_somewhere(file):
    for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8")):
        path, _hash, anchor = target.partition("#")
        found = (file.parent / path).resolve() if path else file
        assert found.is_file(), target
        assert not anchor or anchor in to_anchors(found), target


@by_name(TEXTS)
def test_every_file_that_is_named_is_there(file):
    for path in PATH.findall(file.read_text("utf-8")):
        is_there = (ROOT / path).exists() if "/" in path else path in MODULES
        assert is_there or NOT_OURS.search(path), path


@by_name(TEXTS)
def test_every_command_that_is_named_is_there(file):
    text = file.read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`(?:PORT=\d+ )?make ([a-z-]+)", text)) <= targets
    assert set(re.findall(r"-m data_access ([a-z-]+)", text)) <= {*_COMMANDS, *_WITH_ARGUMENTS}
    for module in re.findall(r"-m ((?:pages|geodata|tests|benchmarks)(?:\.\w+)?)", text):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


def test_every_page_of_docs_is_found_from_the_readme():
    linked = {
        (file.parent / target.partition("#")[0]).resolve()
        for file in TEXTS
        for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8"))
    }
    assert set(DOCS.rglob("*.md")) <= linked
