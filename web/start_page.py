"""Streamlit's start page made ours: in our languages, quicker to its figures, and said without
script."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import QueryParams

from words import LANGUAGES, PARAMETER, SOURCE, _, known, spoken

# Where the server is, so that Streamlit connects at once: else it asks two addresses for their
# health first, and the first of them, below the page's own path, is never there. It needs one
# origin that may talk to the page; ours is the only one.
CONNECT = """<script>
window.__streamlit = {
  BACKEND_BASE_URL: new URL("./", location.href).href,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
};
</script>
"""


def to_language(query: bytes) -> str:
    """The language that an address asks for, by what stands after its `?`."""
    return known(QueryParams(query).get(PARAMETER))


@lru_cache(maxsize=len(LANGUAGES))
def load_start_page(language: str = SOURCE) -> bytes:
    """The page's HTML as it is served, with the language's `lang`.

    Streamlit has no setting for the language (it always writes `en`), so the text is rewritten.
    """
    with spoken(language):
        no_script = _(
            "Lägesbild bob behöver JavaScript. Slå på det i webbläsaren och ladda om sidan."
        )
    html = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    html = html.replace('<html lang="en">', f'<html lang="{language}">')
    html = html.replace("<title>Streamlit</title>", "<title>Lägesbild bob</title>")
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
    html = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript><p>{no_script}</p></noscript>", html,
        flags=re.DOTALL,
    )  # fmt: skip
    # The font is half a second's worth of scripts on a slow line, and text shows without it.
    html = html.replace('rel="preload"', 'rel="preload" fetchpriority="low"')
    html = html.replace('<script type="module"', CONNECT + '<script type="module"', 1)
    more = f"<style>{load_style()}</style>\n<script>\n{load_script()}</script>"
    html = html.replace("</head>", f"{more}</head>", 1)
    return html.encode("utf-8")


def load_style() -> str:
    """How pages are printed, what is for paper alone, and what is shown in another way than
    Streamlit's: here, since a file of its own would be a round trip before anything is shown."""
    folder = Path(__file__).parent
    text = "\n".join((folder / f"{name}.css").read_text("utf-8") for name in ("paper", "screen"))
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()


def load_script() -> str:
    """What no part of Streamlit can do: the theme told to style sheets, the key that opens the
    search, a link that follows the address, a warning before one is signed out, the language of
    what people have written, the keyboard's way into what a control opens, and on from a button
    that is gone."""
    folder = Path(__file__).parent
    names = (
        "theme", "search_key", "language_link", "session_end", "as_written", "popover_keys",
        "lost_focus",
    )  # fmt: skip
    text = "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names)
    return re.sub(r"^\s*|\s*(^|\s)//.*$", "", text, flags=re.MULTILINE)


@lru_cache(maxsize=1)
def to_script_hashes() -> str:
    """CSP sources for the start page's inline scripts, space separated, e.g. `'sha256-…'`."""
    scripts = re.findall(rb"<script>(.*?)</script>", load_start_page(), flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
