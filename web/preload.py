"""What the browser should fetch before Streamlit's script asks for it, as lines of the start page.

Streamlit names the scripts of its widgets only when the first figures arrive, one wave after the
other; known from the start they come while the browser waits for the server anyway.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import streamlit

_BUILT = Path(streamlit.__file__).parent / "static" / "static"
_IMPORT = re.compile(r'(?:from|import)\s*"\./([\w.\-]+\.js)"')
_WIDGETS = (
    "ComponentInstance",
    "Selectbox",
    "DateInput",
    "Checkbox",
    "Button",
    "DataFrame",
    "DownloadButton",
)


def to_hints(html: str) -> str:
    """Link elements for the widgets' scripts that the start page does not name itself."""
    scripts = [name for name in to_scripts(_BUILT / "js", _WIDGETS) if name not in html]
    lines = [
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{name}">'
        for name in scripts
    ]
    lines += [
        f'<link rel="stylesheet" crossorigin href="./static/css/{path.name}">'
        for path in sorted((_BUILT / "css").glob("DataFrame.*.css"))
    ]
    return "\n".join(lines)


def to_scripts(folder: Path, widgets: Iterable[str]) -> list[str]:
    """File names of the widgets' scripts and of all that they import, each once.

    A widget that this version of Streamlit does not have is left out: a hint is no promise.
    """
    found: dict[str, None] = {}

    def add(name: str) -> None:
        if name not in found:
            found[name] = None
            for imported in _IMPORT.findall((folder / name).read_text("utf-8")):
                add(imported)

    for widget in widgets:
        for path in sorted(folder.glob(f"{widget}.*.js")):
            add(path.name)
    return list(found)
