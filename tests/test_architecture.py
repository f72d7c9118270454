"""Rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

import settings
from tests.code import ROOT, for_each, parse, read

PACKAGES = ("pages", "ui", "web", "indicators", "geodata", "reporting", "reports", "data_access")
CODE = sorted(
    [
        *ROOT.glob("*.py"),
        *(file for name in PACKAGES for file in (ROOT / name).rglob("*.py")),
        *(ROOT / "ui").rglob("*.js"),
    ]
)
PYTHON = [file for file in CODE if file.suffix == ".py"]
# Names of formats, never fetched,
# and where the authority takes reports of what is not accessible, a link that is followed by hand
NAMES_ONLY = {
    "http://www.w3.org/2005/Atom", "http://www.w3.org/2000/svg", "https://www.digg.se/tdosanmalan",
}  # fmt: skip
# Names of things in vocabularies that a catalogue of open data is written in, never fetched
VOCABULARIES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2001/XMLSchema#",
    "http://www.w3.org/2006/vcard/ns#",
    "http://www.w3.org/ns/dcat#",
    "http://purl.org/dc/terms/",
    "http://purl.org/adms/publishertype/NationalAuthority",
    "http://xmlns.com/foaf/0.1/",
    "http://publications.europa.eu/resource/authority",
    "http://creativecommons.org/publicdomain/zero/1.0/",
}
LONGEST_PAGE = 90


def to_imports(file: Path) -> set[str]:
    """First part of every name that the file imports."""
    found: set[str] = set()
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@for_each(sorted((ROOT / "reports").rglob("*.py")))
def test_a_report_takes_from_pages_only_what_draws_nothing(file):
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "pages":
            part = (node.module or "").removeprefix("pages").removeprefix(".")
            for name in [part] if part else [alias.name for alias in node.names]:
                assert "streamlit" not in to_imports(ROOT / "pages" / f"{name}.py"), name


@pytest.mark.parametrize("field", settings.Settings.model_fields)
def test_every_setting_says_what_it_is(field):
    assert settings.Settings.model_fields[field].description


def test_of_geodata_only_the_command_line_reads_the_settings():
    readers = [file for file in (ROOT / "geodata").rglob("*.py") if "settings" in to_imports(file)]
    assert [file.name for file in readers] == ["__main__.py"]


@for_each([file for file in PYTHON if file.parent.name in ("indicators", "ui")])
def test_rules_and_screens_read_no_settings(file):
    assert "settings" not in to_imports(file)


@for_each([file for file in PYTHON if file.name != "settings.py"])
def test_only_settings_reads_the_environment(file):
    text = read(file)
    assert not re.search(r"os\.(environ|getenv)|from os import (environ|getenv)", text)


@for_each(CODE)
def test_no_code_names_another_host(file):
    text = read(file)
    found = set(re.findall(r"https?://(?![…{])[^\s\"'`<>)\\]+", text)) - NAMES_ONLY
    if file.parent == ROOT / "reports" / "open_data":
        found -= VOCABULARIES
    assert not found
    assert not re.search(r"\b(cdn|unpkg|jsdelivr|cdnjs|googleapis|gstatic)\b", text)


@for_each(sorted((ROOT / "ui").rglob("*.js")))
def test_the_maps_script_fetches_only_what_it_is_told(file):
    for called in re.findall(r"\bfetch\(([^)]*)\)", read(file)):
        assert called == "address"
    assert "import(" not in read(file)


@for_each(sorted((ROOT / "pages").glob("*.py")))
def test_a_page_is_a_thin_script(file):
    assert len(read(file).splitlines()) <= LONGEST_PAGE


def test_who_presses_a_button_is_asked_anew():
    """A callback runs before the page does, which may have been drawn for one who is out since."""
    found = [
        f"{file.name}:{node.value.lineno}"
        for file in PYTHON
        if file.parent.name in ("pages", "ui")
        for node in ast.walk(parse(file))
        if isinstance(node, ast.keyword) and node.arg in ("on_click", "on_change", "on_select")
        for one in ast.walk(node.value)
        if isinstance(one, ast.Name | ast.Attribute)
        and (one.id if isinstance(one, ast.Name) else one.attr).lower() == "viewer"
    ]
    assert found == []


@for_each([*CODE, ROOT / "Makefile", ROOT / "install.sh", ROOT / "pyproject.toml"])
def test_nothing_reads_what_lies_outside_the_repo(file):
    text = read(file)
    assert "../shared" not in text
    assert f"{ROOT.parent}/" not in text


@for_each(PYTHON)
def test_nothing_but_pages_ui_and_app_draws_with_streamlit(file):
    drawn = {"streamlit", "folium", "streamlit_folium", "altair"} & to_imports(file)
    # start_page rewrites its page; cookies reads what it signs; look keeps what it tells of itself;
    # visit_state locks what it remembers
    serving = ("app.py", "start_page.py", "cookies.py", "look.py", "visit_state.py")
    assert file.parent.name in ("pages", "ui") or file.name in serving or not drawn


@for_each([file for file in PYTHON if read(file).strip()])
def test_every_module_says_what_it_is_for(file):
    assert ast.get_docstring(parse(file))


MARKUP = re.compile(
    r"unsafe_allow_(html|javascript)|\bst\.(html|iframe)\b|components\.(html|v1|v2)\b"
    r"|\b(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|DOMParser)\b"
    r"|document\.write|\beval\(|new Function\("
)
# Patterns and a frame of the map's legend, drawn with colours and paths of our own; links that
# stay in their tab, with addresses that are escaped; words of our own for a script, escaped
OUR_OWN_MARKUP = {"style.js": 3, "frame.py": 1, "languages.py": 1, "session_warning.py": 1}


@for_each([file for file in CODE if file.parent.name != "tests"])
def test_no_text_is_let_in_as_markup(file):
    found = MARKUP.findall(read(file))
    assert len(found) == OUR_OWN_MARKUP.get(file.name, 0)


def test_the_only_markup_that_is_built_is_of_fixed_parts():
    """No name, no popup, nothing that is sent: only what `PATTERNS` in the same file holds."""
    text = (ROOT / "ui" / "map_js" / "style.js").read_text("utf-8")
    built = re.findall(r"innerHTML \+?= (.*?);", text, flags=re.DOTALL)
    used = {name for part in built for name in re.findall(r"\$\{(.*?)\}", part)}
    assert used == {"ground", "path", "ink", "width"}
    assert "const [ground, path, ink, width] = PATTERNS[name];" in text


def test_the_answers_of_the_server_itself_are_fixed_texts():
    """Nothing of a request reaches a page that web writes."""
    calm = (ROOT / "web" / "calm.py").read_text("utf-8")
    assert "scope" not in calm
    assert "request" not in calm.split('"""', 2)[2]


def test_unsafe_code_is_looked_for_and_the_audit_stands_apart():
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    rules = dict.fromkeys(("check", "test", "audit", "unsafe", "CHECKS "), "")
    current = ""
    for line in lines:
        current = line.split(":")[0] if re.match("[a-zA-Z -]+:", line) else current
        if current in rules:
            rules[current] += line + "\n"
    assert "unsafe" in rules["CHECKS "].split()
    assert all("$(CHECKS)" in rules[name] for name in ("check", "test"))
    assert all(package in rules["unsafe"].split("bandit")[1] for package in PACKAGES)
    assert "pip-audit" in rules["audit"]
    assert "audit" not in rules["check"] + rules["test"] + rules["CHECKS "]
