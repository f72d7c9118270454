"""The form with one row as a card: for rows that are free, and for one entry at a time."""

from collections.abc import Callable

import streamlit as st

from reporting.kinds import Field, Kind, Type
from reporting.ranges import Range
from ui.headings import as_text
from ui.report_entries import Texts, Work, put
from ui.report_field import is_chosen, show_field
from ui.report_grid import Part, Ranges, to_beside
from ui.report_words import Names
from words import _

_NUMBER, _CHOICE = 150, 250


def show_fields(
    fields: tuple[Field, ...],
    row: Texts,
    names: Names,
    before: Callable[[str], Range],
    *,
    key: str,
    changed: Callable[[], None],
) -> None:
    """The fields of a row; `before` gives what was reported of a field. `take` gives the texts."""
    short = [one for one in fields if one.type is not Type.TEXT]
    with st.container(horizontal=True, key=f"{key}_korta"):
        for field in short:
            with st.container(width=_CHOICE if is_chosen(field) else _NUMBER, border=False):
                show_field(field, row, names, key, changed)
                if field.type in (Type.COUNT, Type.AMOUNT):
                    told = to_beside(names, field, before(field.name))
                    if told:
                        st.caption(_("Förra {told}").format(told=told))
    for field in fields:
        if field.type is Type.TEXT:
            show_field(field, row, names, key, changed)


def show_free(
    kind: Kind,
    work: Work,
    names: Names,
    before: Callable[[Texts, str], Range],
    *,
    key: str,
    changed: Callable[[], None],
    dropped: Callable[[int], None],
    added: Callable[[], None],
) -> None:
    """A card for each row, and buttons that drop and add one."""
    for index, row in enumerate(work.rows):
        with st.container(border=True, key=f"{key}_{index}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown("**" + as_text(row_title(kind, row, names, index)) + "**")
                if len(work.rows) > 1 or row:
                    st.button(
                        _("Ta bort rad {number}").format(number=index + 1),
                        key=f"{key}_bort_{index}",
                        on_click=dropped,
                        args=(index,),
                        type="tertiary",
                    )
            own = f"{key}_{index}"
            earlier = row

            def told(name: str, held: Texts = earlier) -> Range:
                return before(held, name)

            show_fields(kind.fields, row, names, told, key=own, changed=changed)
    st.button(_("Lägg till en rad"), key=f"{key}_ny", on_click=added, icon=":material/add:")


def row_title(kind: Kind, row: Texts, names: Names, index: int) -> str:
    """`Rad 2: Sekretess, mellan nivåer`."""
    told = names.row(kind, [row.get(field.name, "") for field in kind.keys])
    number = _("Rad {number}").format(number=index + 1)
    return f"{number}: {told}" if told else number


def show_one(
    kind: Kind,
    part: Part,
    row: Texts,
    names: Names,
    ranges: Ranges,
    *,
    key: str,
    changed: Callable[[], None],
) -> None:
    """One entry of a kind whose rows are given, with the fields that its part asks for."""
    code = row.get(kind.keys[0].name, "")

    def before(name: str) -> Range:
        return ranges.get(((code,), name), Range())

    with st.container(border=True, key=f"{key}_kort"):
        entry = names.register.find(kind.keys[0].options, code)
        if entry and (entry.definition or entry.counting_rule):
            st.caption(as_text(" ".join(filter(None, (entry.definition, entry.counting_rule)))))
        show_fields(part.fields, row, names, before, key=key, changed=changed)


def take(kind: Kind, work: Work, row: int, key: str) -> Work:
    """The work with what the fields of one row hold."""
    for field in kind.fields:
        own = f"{key}_{field.name}"
        if own in st.session_state:
            held = st.session_state[own]
            work = put(work, row, field.name, None if held is None else str(held))
    return work
