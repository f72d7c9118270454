"""A lägesbild as it is read: its heading, and its text with what stands in it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import streamlit as st

from reporting.picture_text import CHART, FIGURE, MAP, Faulty, Marker, to_blocks
from ui import formats, picture_frames
from ui.as_written import in_swedish
from ui.chart_base import Draw, Title
from ui.headings import as_text
from ui.people import role_name
from ui.picture_words import area_title
from ui.safe_markdown import find_highest, to_safe
from words import _

Part = Mapping[str, Any]
ShowTable = Callable[[Part, str], None]  # a part and its name on the page


class Showing(NamedTuple):
    """How a page shows the parts of a lägesbild: their tables and their charts."""

    table: ShowTable
    chart: Draw


TILE, WIDEST, MAP_WIDTH = 236, 460, 460  # pixels


def show_heading(content: Mapping[str, Any], published_at: datetime | None) -> None:
    """Title, area, day and release, who wrote and approved, when it was published."""
    st.header(as_text(content["title"]), anchor=False)
    st.caption("  \n".join(as_text(line) for line in to_lines(content, published_at)))


def show_withdrawn(at: datetime, reason: str) -> None:
    """Since when it is shown no more, and why."""
    said = _("**Lägesbilden drogs tillbaka {day}** och visas inte längre. Skälet:")
    st.warning(said.format(day=formats.day(formats.day_of(at))))
    with in_swedish("bild_skal"):
        st.markdown(as_text(reason))


def to_lines(content: Mapping[str, Any], published_at: datetime | None) -> list[str]:
    """What stands below the title of what was approved."""
    area = content["area"]
    first = [
        area_title(area["level"], area["name"]),
        _("läget {day}").format(day=formats.day(date.fromisoformat(content["day"]))),
        _to_release(content["release"]),
    ]
    if content["is_example"]:
        first.append(_("EXEMPELDATA"))
    second = [_("Skriven av {roles}").format(roles=_to_roles(content["written_by"]))]
    approved = formats.day_of(datetime.fromisoformat(content["approved_at"]))
    told = _("godkänd av {role} {day}")
    role = role_name(content["approved_by"])
    second.append(told.format(role=role, day=formats.short_day(approved)))
    if published_at is not None:
        day = formats.short_day(formats.day_of(published_at))
        second.append(_("publicerad {day}").format(day=day))
    return [" · ".join(first), ", ".join(second)]


def show_body(text: str, parts: Mapping[str, Part], showing: Showing, name: str) -> None:
    """The text with each marker's part in its place; `name` tells it apart on the page."""
    figures: list[Part] = []

    def end() -> None:
        if figures:
            show_figures(figures)
            figures.clear()

    highest = find_highest(text)
    for place, block in enumerate(to_blocks(text)):
        if isinstance(block, str):
            end()
            with in_swedish(f"bild_{name}_{place}"):
                st.markdown(to_safe(block, highest))
        elif isinstance(block, Faulty) or str(block) not in parts:
            end()
            show_missing(block)
        elif block.kind == FIGURE:
            figures.append(parts[str(block)])
        else:
            end()
            show_drawn(block, parts[str(block)], showing, f"{name}-{place}-{block.name}")
    end()


def show_figures(figures: Sequence[Part]) -> None:
    """Figures beside each other, each with what it is."""
    with st.container(horizontal=True):
        for part in figures:
            with st.container(width=to_width(part["title"]), border=True):
                st.metric(part["title"], part["short"], help=as_text(to_help(part)))
                if part["note"]:
                    st.caption(as_text(part["note"]))


def to_width(title: str) -> int:
    """Pixels that a figure with that title needs: a title that does not fit is cut off."""
    return min(max(TILE, 66 + round(7.6 * len(title))), WIDEST)


def to_help(part: Part) -> str:
    """How it is counted, of which day and where from."""
    day = formats.day(date.fromisoformat(part["day"]))
    told = _("{definition} Läget {day}. Källa: {source}.")
    return told.format(definition=part["definition"], day=day, source=part["source"])


def show_drawn(marker: Marker, part: Part, showing: Showing, name: str) -> None:
    """A chart or a map, what it says, and its table."""
    if marker.kind == CHART:
        title = Title(tuple(part["lines"]), tuple(part["sources"]))
        drawing = picture_frames.from_drawing(part["chart"])
        showing.chart(drawing, title, part["told"], f"bild_{name}")
    elif marker.kind == MAP:
        st.image(part["svg"], alt=part["told"], width=MAP_WIDTH)
    st.caption(as_text(f"{part['told']} {part['definition']}"))
    with st.expander(_("{title}: tabell").format(title=as_text(part["title"]))):
        showing.table(part, name)


def show_missing(block: Marker | Faulty) -> None:
    """Said in the place of a marker that stands for nothing."""
    told = block.line if isinstance(block, Faulty) else str(block)
    st.warning(_("Här skulle {told} ha stått.").format(told=as_text(told)))


def _to_release(release: Mapping[str, Any] | None) -> str:
    if release is None:
        return _("ingen utgåva")
    day = formats.day_of(datetime.fromisoformat(release["made_at"]))
    return _("utgåva {n} ({day})").format(n=release["number"], day=formats.short_day(day))


def _to_roles(roles: Sequence[str]) -> str:
    return _(" och ").join(role_name(one) for one in roles)
