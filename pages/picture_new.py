"""A lägesbild that is not there yet: of which area, and the form."""

from datetime import date
from functools import partial

import streamlit as st

from data_access.picture_drafts import find_writable
from data_access.viewer import Viewer
from pages import picture_save, reads
from pages.figure_levels import newest_release
from pages.picture_edit import show_form, to_key
from pages.picture_opening import find_area
from pages.picture_wanted import Wanted
from reporting.picture_text import to_outline
from ui import filters, people
from ui.choice import Choice
from ui.picture_form import Held
from ui.picture_words import area_title
from words import _


def show(choice: Choice, today: date, viewer: Viewer) -> None:
    """A new one: of which area, and the form."""
    own = find_own(today, viewer)
    if not own:
        st.info(
            _("Du får inte skriva en lägesbild om något område. Be en administratör om behörighet.")
        )
        return
    code = choice.area if choice.area in own else None
    code = code or (choice.region if choice.region in own else next(iter(own)))
    st.header(_("Ny lägesbild"), anchor=False)
    key = "bild_omrade"
    st.session_state[key] = code
    st.selectbox(
        _("Område"),
        list(own),
        format_func=own.__getitem__,
        key=key,
        on_change=filters.bound("omrade", key),
    )
    area = find_area(code, today, viewer)
    name = area_title(area.level, area.name) if area else code
    release = newest_release(viewer)
    title = _("{area}, läget {day}").format(area=name, day=today.isoformat())
    start = Held(title, today, to_outline([_("Läget"), _("Vad som har hänt"), _("Framåt")]))
    form = to_key("ny-" + code, viewer)
    save = partial(picture_save.begin, code, release.number if release else None)
    wanted = Wanted(code, today, release.number if release else None, viewer)
    show_form(form, start, today, wanted, save)


def find_own(on: date, viewer: Viewer) -> dict[str, str]:
    """Code → name in words of the areas that the viewer may write of, from large to small."""
    names = reads.fetch_names(on, viewer=viewer)
    labels = people.area_labels(names)
    own = find_writable(on, viewer=viewer)
    return {code: label for code, label in labels.items() if code in own}
