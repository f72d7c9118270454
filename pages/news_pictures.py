"""Lägesbilder that were published since a day, as news."""

from datetime import date

from data_access.pictures import fetch_published_since
from data_access.viewer import Viewer
from pages.reads import fetch_inside
from ui import formats
from ui.news import Kind, News
from ui.picture_address import NUMBER
from words import _


def to_pictures(
    since: date, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> list[News]:
    """Those that were published after `since` up to the day, of areas within the choice."""
    found = fetch_published_since(since, on, viewer=viewer)
    levels = ("lpo", "kommun", "polisomrade", "polisregion")
    inside = {
        code for level in levels for code in fetch_inside(level, on, region, lan, viewer=viewer)
    }
    anywhere = not (region or lan)
    return [
        News(
            formats.day_of(row["published_at"]) or on,
            Kind.PICTURE,
            _("{area}: {title}").format(area=row["name"], title=row["title"]),
            "lagesbilder",
            ((NUMBER, str(row["number"])),),
        )
        for row in found.to_dict("records")
        if anywhere or row["area"] in inside
    ]
