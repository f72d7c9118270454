"""Addresses of the map's static files. They carry version or digest, so browsers keep them."""

import hashlib
from functools import lru_cache
from pathlib import Path

from xstatic.pkg import leaflet

LEAFLET = f"leaflet-{'.'.join(leaflet.PACKAGE_VERSION.split('.')[:3])}"
# Seen from the map component's own document, /component/<name>/index.html.
FROM_COMPONENT = "../../assets"

_PARTS = ("style.js", "legend.js", "timeline.js", "keyboard.js", "layer.js")


@lru_cache(maxsize=1)
def load_map_script() -> bytes:
    """The parts of the map's script joined: one file is one round trip."""
    folder = Path(__file__).parent / "map_js"
    return b"\n".join((folder / part).read_bytes() for part in _PARTS)


@lru_cache(maxsize=1)
def map_script_name() -> str:
    """File name with digest, e.g. `map-0123456789ab.js`."""
    return f"map-{hashlib.sha256(load_map_script()).hexdigest()[:12]}.js"


def outline_address(file_name: str) -> str:
    """Address of a built outline file, seen from the map component."""
    return f"{FROM_COMPONENT}/areas/{file_name}"
