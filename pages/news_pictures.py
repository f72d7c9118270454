"""Lägesbilder that were published since a day, as news."""

from collections.abc import Collection
from datetime import date

from data_access.pictures import fetch_published_since
from data_access.viewer import Viewer
from geodata.division import LEVELS
from pages.within_reads import fetch_within
from ui import formats
from ui.news import Kind, News
from ui.picture_address import NUMBER
from words import _


def to_pictures(
    since: date, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> list[News]:
    """Those that were published after `since` up to the day, of areas within the choice."""
    inside = fetch_within(LEVELS, on, region, lan, None, viewer=viewer)
    return to_pictures_in(since, on, inside, viewer=viewer)


def to_pictures_in(
    since: date, on: date, inside: Collection[str] | None, *, viewer: Viewer
) -> list[News]:
    """Those of the areas `inside` (codes; None = everywhere)."""
    found = fetch_published_since(since, on, viewer=viewer)
    return [
        News(
            formats.day_of(row["published_at"]) or on,
            Kind.PICTURE,
            _("{area}: {title}").format(area=row["name"], title=row["title"]),
            "lagesbilder",
            ((NUMBER, str(row["number"])),),
        )
        for row in found.to_dict("records")
        if inside is None or row["area"] in inside
    ]
