"""The map's element: a folium map through streamlit-folium, given what is new to the browser."""

import json
import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import folium
import streamlit as st
from streamlit.runtime import get_instance

from ui import assets
from ui.map_payload import Packet

HEIGHT = 690
_HELD = "bob_map_packets"

# folium's own lists name six hosts; only Leaflet itself is needed, from our own address.
folium.Map.default_js = [
    ("leaflet", f"{assets.FROM_COMPONENT}/{assets.LEAFLET}/leaflet.js"),
    ("bob", f"{assets.FROM_COMPONENT}/{assets.map_script_name()}"),
]
folium.Map.default_css = [("leaflet", f"{assets.FROM_COMPONENT}/{assets.LEAFLET}/leaflet.css")]


def register() -> None:
    """Make the running server serve the map's component.

    A component registers itself only when it is first imported by a page's run; ours is imported
    at start, so that no visitor waits for it.
    """
    get_instance().component_registry.register_component(_library()._component_func)


@cache
def _library() -> Any:
    """streamlit-folium, loaded once the log is set: it warns as it is loaded, in plain words."""
    told = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    told.disabled = True  # that it is loaded outside a visit, which is meant
    import streamlit_folium

    told.disabled = False
    return streamlit_folium


def to_empty_map() -> folium.Map:
    """The map that the areas are drawn on: no tiles, no controls but our own."""
    return folium.Map(
        location=[62.5, 17.0],
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        zoom_snap=0.1,
    )


@cache
def to_base() -> dict[str, Any]:
    """What `st_folium` hands to its component for our empty map, which never changes.

    `st_folium` makes it anew at every run, with a dozen templates, for a fifth of a click's cost.
    What could be a list is a tuple, in which Streamlit does not look for a table at each run.
    """
    base, of = to_empty_map(), _library()
    base.render()
    html, header = of._get_html(base), of._get_header(base)  # before the script: it renames parts
    return {
        "script": of._get_map_string(base),
        "html": html,
        "header": header,
        "id": of.get_full_id(base),
        "js_links": tuple(link for _name, link in base.default_js),
        "css_links": tuple(link for _name, link in base.default_css),
        "returned_objects": ("last_active_drawing",),
        "default": {"last_active_drawing": None},
        "width": None,
        "zoom": None,
        "center": None,
        "return_on_hover": False,
        "layer_control": None,
        "pixelated": False,
        "wrap_longitude": False,
    }


def to_script(packet: Packet, own: dict[str, Any], *, whole: bool) -> str:
    """The script that draws, with the packet itself when `whole`.

    The first statement mends streamlit-folium, which never empties this list (its issue 247).
    JSON in ASCII is safe in a script that is evaluated, whatever names hold.
    """
    learn = f'bob.learn("{packet.name}",{packet.text});' if whole else ""
    drawn = json.dumps({"packet": packet.name, **own}, separators=(",", ":"))
    return f"window.feature_group=[];{learn}bob.update(map_div,{drawn});"


def show(
    packet: Packet,
    own: dict[str, Any],
    *,
    key: str,
    beside: bool,
    on_change: Callable[[], None],
    height: int = HEIGHT,
) -> None:
    """Draw the map. The frame stays through every change, since only the layer is replaced.

    `own` is what this view adds: indicator, awaited, switch, title, selected, inside, bounds, and
    `counted` with what the packet lacks when the indicator is a counted one. The
    packet is sent unless this frame was sent it in the run before (a map `beside` another has a
    frame of its own); a frame that lacks it all the same says so, see `told`.
    """
    held = st.session_state.setdefault(_HELD, {})
    whole = held.get(key) != (packet.name, beside)
    _library()._component_func(
        **to_base(),
        feature_group=to_script(packet, own, whole=whole),
        height=height,
        key=key,
        on_change=on_change,
    )
    held[key] = (packet.name, beside)


def forget_packets() -> None:
    """Send everything at the next run: the frames are new, or one has said what it lacks."""
    st.session_state.pop(_HELD, None)


def told(key: str) -> dict[str, Any]:
    """What the map told at the last click or when the slider came to rest; empty if nothing.

    kod (or None), indikator, dag, ritad when it was awaited and is drawn, or saknas when the frame
    has not got its packet.
    """
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    return drawing.get("properties", {})
