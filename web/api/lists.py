"""What there is to ask for: indicators and releases."""

from typing import Any

from data_access.newest_change import fetch_recorded
from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from indicators.protection.method import Method
from reporting.register import Entry
from ui.place_words import level_name
from web.api.asked import BASE, Asked
from web.api.forms import to_json
from web.api.kept import Made
from web.api.language import mark_kept
from web.api.released import find_release, is_example, to_entries, to_kept, to_words
from words import _


def make_indicators(asked: Asked) -> Made:
    """Every entry of the register that is counted, of which something is seen."""
    viewer = asked.asker.viewer
    entries = to_entries(viewer)
    told = [_to_indicator(one, viewer) for one in entries]
    return _to_made({"exempeldata": is_example(), "indikatorer": told}, asked)


def make_releases(asked: Asked) -> Made:
    """Every release, the newest first."""
    found = fetch_releases(viewer=asked.asker.viewer)
    told = {"exempeldata": is_example(), "utgavor": [to_release(one) for one in found]}
    return _to_made(told, asked)


def make_release(asked: Asked) -> Made:
    """One release. Raises Problem."""
    found = find_release(asked.values["utgava"], asked.asker.viewer)
    return _to_made(to_release(found), asked)


def to_release(release: Release) -> dict[str, Any]:
    """A release as it is told. It is not told who made it."""
    told = {
        "nummer": release.number,
        "gjord": release.made_at.isoformat().replace("+00:00", "Z"),
        "metod": str(release.method),
        "bas": release.base,
        "skydd": _to_protection(release),
        "tal": release.cells,
        "kvalitet": [_to_quality(one) for one in release.quality],
        "anteckning": release.note,
        "exempeldata": release.is_example,
        "adress": f"{BASE}/releases/{release.number}",
    }
    return told | mark_kept(["anteckning"] if release.note else [])


def _to_protection(release: Release) -> str:
    if release.method is Method.HIDING:
        return _("Exakta tal. Små tal och andra som skulle avslöja dem visas inte.")
    text = _("Små tal är avrundade: 1–{most} visas som 0 eller {base}.")
    return text.format(most=release.base - 1, base=release.base)


def _to_quality(told: dict[str, Any]) -> dict[str, Any]:
    """What protection costs on a level: how far sums are off, or how many are hidden."""
    names = {"sums": "tal", "mean": "avvikelse_i_medeltal", "largest": "avvikelse_som_mest",
             "hidden": "visas_inte"}  # fmt: skip
    level = str(told["level"])
    found = {names[name]: value for name, value in told.items() if name in names}
    return {"niva": level, "nivanamn": level_name(level)} | found


def _to_indicator(entry: Entry, viewer: Viewer) -> dict[str, Any]:
    told = {
        "kod": entry.code,
        "lista": str(entry.listing),
        **to_words(entry),
        "riktning": str(entry.polarity),
        "uppdelning": str(entry.split),
        "giltig_fran": entry.valid_from.isoformat(),
        "giltig_till": None if entry.valid_to is None else entry.valid_to.isoformat(),
        "version": entry.version,
        "adress": f"{BASE}/releases/latest/figures/{entry.code}",
    }
    return told | mark_kept(to_kept(entry, viewer))


def _to_made(told: dict[str, Any], asked: Asked) -> Made:
    modified = fetch_recorded(viewer=asked.asker.viewer)
    return Made(to_json(told), asked.form.media_type, modified)
