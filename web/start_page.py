"""Streamlit's start page made ours: Swedish language mark, title, and text without JavaScript."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit

NO_SCRIPT = "<p>Lägesbild bob behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.</p>"


@lru_cache(maxsize=1)
def load_start_page() -> bytes:
    """The page's HTML as it is served, with `lang="sv"`.

    Streamlit has no setting for the language (it always writes `en`), so the text is rewritten.
    """
    html = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    html = html.replace('<html lang="en">', '<html lang="sv">')
    html = html.replace("<title>Streamlit</title>", "<title>Lägesbild bob</title>")
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
    html = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{NO_SCRIPT}</noscript>", html, flags=re.DOTALL
    )
    return html.encode("utf-8")


@lru_cache(maxsize=1)
def to_script_hashes() -> str:
    """CSP sources for the start page's inline scripts, space separated, e.g. `'sha256-…'`."""
    scripts = re.findall(rb"<script>(.*?)</script>", load_start_page(), flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
