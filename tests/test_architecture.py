"""Rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

import settings

ROOT = Path(settings.__file__).parent
PACKAGES = ("pages", "ui", "web", "indicators", "geodata", "data_access")
CODE = sorted(
    [
        *ROOT.glob("*.py"),
        *(file for name in PACKAGES for file in (ROOT / name).rglob("*.py")),
        *(ROOT / "ui").rglob("*.js"),
    ]
)
PYTHON = [file for file in CODE if file.suffix == ".py"]
# Names of formats, never fetched.
NAMES_ONLY = {"http://www.w3.org/2000/svg"}
LONGEST_PAGE = 90


def named(files: list[Path]):
    return pytest.mark.parametrize("file", files, ids=lambda file: str(file.relative_to(ROOT)))


def to_imports(file: Path) -> set[str]:
    """First part of every name that the file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("field", settings.Settings.model_fields)
def test_every_setting_is_described_in_the_readme(field):
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8") if readme.exists() else ""
    assert f"BOB_{field.upper()}" in text


@pytest.mark.parametrize("field", settings.Settings.model_fields)
def test_every_setting_says_what_it_is(field):
    assert settings.Settings.model_fields[field].description


def test_the_readme_names_no_setting_that_does_not_exist():
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8") if readme.exists() else ""
    known = {f"BOB_{field.upper()}" for field in settings.Settings.model_fields}
    assert set(re.findall(r"\bBOB_[A-Z_]+[A-Z]\b", text)) <= known


def test_of_geodata_only_the_command_line_reads_the_settings():
    readers = [file for file in (ROOT / "geodata").rglob("*.py") if "settings" in to_imports(file)]
    assert [file.name for file in readers] == ["__main__.py"]


@named([file for file in PYTHON if file.parent.name in ("indicators", "ui")])
def test_rules_and_screens_read_no_settings(file):
    assert "settings" not in to_imports(file)


@named([file for file in PYTHON if file.name != "settings.py"])
def test_only_settings_reads_the_environment(file):
    text = file.read_text("utf-8")
    assert not re.search(r"os\.(environ|getenv)|from os import (environ|getenv)", text)


@named(CODE)
def test_no_code_names_another_host(file):
    text = file.read_text("utf-8")
    found = set(re.findall(r"https?://[^\s\"'`<>)\\]+", text)) - NAMES_ONLY
    assert not found
    assert not re.search(r"\b(cdn|unpkg|jsdelivr|cdnjs|googleapis|gstatic)\b", text)


@named(sorted((ROOT / "ui").rglob("*.js")))
def test_the_maps_script_fetches_only_what_it_is_told(file):
    for called in re.findall(r"\bfetch\(([^)]*)\)", file.read_text("utf-8")):
        assert called == "address"
    assert "import(" not in file.read_text("utf-8")


@named(sorted((ROOT / "pages").glob("*.py")))
def test_a_page_is_a_thin_script(file):
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_PAGE


@named([*CODE, ROOT / "Makefile", ROOT / "install.sh", ROOT / "pyproject.toml"])
def test_nothing_reads_what_lies_outside_the_repo(file):
    text = file.read_text("utf-8")
    assert "../shared" not in text
    assert f"{ROOT.parent}/" not in text


@named(PYTHON)
def test_nothing_but_pages_ui_and_app_draws_with_streamlit(file):
    drawn = {"streamlit", "folium", "streamlit_folium", "altair"} & to_imports(file)
    allowed = file.parent.name in ("pages", "ui") or file.name in ("app.py", "start_page.py")
    assert allowed or not drawn


@named([file for file in PYTHON if file.read_text("utf-8").strip()])
def test_every_module_says_what_it_is_for(file):
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


@named([file for file in PYTHON if file.parent.name in ("pages", "ui")])
def test_no_page_lets_text_in_as_markup(file):
    text = file.read_text("utf-8")
    assert "unsafe_allow_html" not in text
    assert "unsafe_allow_javascript" not in text
