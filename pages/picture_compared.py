"""Two published lägesbilder of one area beside each other."""

from functools import partial

import streamlit as st

from data_access.pictures import Published, UnknownPicture, fetch_picture, fetch_pictures
from data_access.viewer import Viewer
from indicators.text_changes import to_pairs
from pages import picture_body
from reporting.picture_text import find_paragraphs
from ui import filters, formats, picture_compare, picture_view
from ui.picture_address import OTHER
from words import _


def show(one: Published, number: int, viewer: Viewer) -> None:
    """The two, the older to the left, with what differs; or why they can't be compared."""
    try:
        other = fetch_picture(number, viewer=viewer)
    except UnknownPicture:
        other = None
    if other is None or other.area != one.area:
        filters.put(**{OTHER: None})
        st.warning(_("Välj två publicerade lägesbilder av samma område."))
        return
    before, after = sorted((one, other), key=lambda each: (each.day, each.published_at))
    old, new = before.read(), after.read()
    lines = [
        [content["title"], *picture_view.to_lines(content, each.published_at)]
        for content, each in ((old, before), (new, after))
    ]
    picture_compare.show_headings(lines[0], lines[1])
    days = tuple(formats.short_day(each.day) for each in (before, after))
    days = (days[0], f"{days[1]} " if days[0] == days[1] else days[1])
    table = picture_compare.to_figures(old["parts"], new["parts"], days)
    picture_compare.show_figures(table)
    pairs = to_pairs(find_paragraphs(old["text"]), find_paragraphs(new["text"]))
    picture_compare.show_texts(pairs)
    show_part = partial(picture_body.show_part, of=new["title"], viewer=viewer)
    picture_compare.show_drawn(old["parts"], new["parts"], show_part)


def show_choice(one: Published, viewer: Viewer) -> None:
    """The other published ones of the same area, to set one of them beside it."""
    found = fetch_pictures(viewer=viewer)
    others = found[(found["area"] == one.area) & (found["number"] != one.number)]
    labels = {
        str(row["number"]): f"{formats.short_day(row['day'])} · {row['title']}"
        for row in others.to_dict("records")
    }
    if not labels:
        return
    key = "bild_jamfor"
    st.session_state[key] = None

    def choose() -> None:
        filters.put(**{OTHER: st.session_state[key]})

    st.selectbox(
        _("Jämför med en annan lägesbild av området"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=_("Välj en lägesbild"),
        key=key,
        on_change=choose,
    )
