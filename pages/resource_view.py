"""Resources: what each authority has put in, region by region, and how it was beside the need."""

import streamlit as st

from indicators import resources
from pages import charts, resource_reads
from pages.resource_reads import Resources
from pages.work_asked import WorkAsked, show_table, to_title
from ui import bars, field_row, heat, need_chart, resource_tables, resource_words
from ui.heat import Heat
from ui.select_field import to_field
from ui.work_choice import ANY, HOURS, MONEY, STAFF
from words import _


def show(asked: WorkAsked) -> None:
    """A year's resources, and use beside need."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    years = {ANY: _("Senaste"), **{one: one for one in resource_reads.to_years(**held)}}
    amounts = {one: resource_words.amount_name(one) for one in (STAFF, MONEY, HOURS)}
    year = to_field(120, "ar", _("År"), asked.work.year, years, ANY)
    amount = to_field(190, "resurs", _("Räknat i"), asked.work.resource, amounts, STAFF)
    field_row.show([year, amount], key="resursval")
    found = resource_reads.to_resources(asked)
    if not found.year:
        st.info(_("Inga resurser är rapporterade i det här urvalet."))
        return
    if not found.regions.names:
        st.info(_("Resurser rapporteras per polisregion, och ingen hel ingår i det du får se."))
        return
    names = resource_reads.to_authorities(found, asked.viewer)
    show_year(asked, found, names)
    if asked.work.resource != HOURS:
        show_need(asked, found, names)


def show_year(asked: WorkAsked, found: Resources, names: dict[str, str]) -> None:
    """Each authority's sum, and what it is in each region."""
    amount, regions = asked.work.resource, found.regions.names
    sums = resource_tables.in_order(resources.to_sums(found.rows, amount, list(names)))
    reported = len(found.reported)
    said = resource_words.headline(sums, names, found.year, amount, reported, len(regions))
    owing = [name for code, name in regions.items() if code not in found.reported]
    st.markdown(said)
    if told := f"{found.regions.note} {resource_words.owing(owing)}".strip():
        st.caption(told)
    values, order = resource_tables.to_values(found.rows), list(sums["myndighet"])
    left, right = st.columns(2, gap="large")
    with left:
        drawn = resource_tables.to_bars(sums, names, amount, len(regions))
        drawing = bars.to_bars(drawn, resource_words.axis_name(amount))
        title = to_title(asked, _("Resurser per myndighet"), found.year)
        charts.draw(drawing, title, said, "resurser_myndighet", viewer=asked.viewer)
    with right:
        kinds = resource_words.cell_kinds()
        cells = resource_tables.to_cells(values, order, amount, names, regions)
        shape = Heat([names[one] for one in order], list(regions.values()), kinds)
        title = to_title(asked, resource_words.axis_name(amount), found.year)
        charts.draw(
            heat.to_heat(shape, cells), title, said, "resurser_regioner", viewer=asked.viewer
        )
    st.caption(resource_words.reading())
    with st.expander(_("Samma siffror som tabell")):
        table = resource_tables.to_table(values, sums, amount, names, regions)
        of = f"{resource_words.amount_name(amount)}, {found.year}"
        show_table(asked, table, said, "resurser", of, resource_words.reading())


def show_need(asked: WorkAsked, found: Resources, names: dict[str, str]) -> None:
    """What was used beside the need that was stated the year before."""
    amount = asked.work.resource
    st.header(_("Använt mot behov"), anchor=False)
    need = resources.to_need(found.rows, found.before, amount, list(names))
    said = resource_words.need_headline(need, found.year, amount)
    st.markdown(said)
    if not need["regions"].any():
        return
    rows = resource_tables.to_need_rows(need, names, amount)
    drawing = need_chart.to_chart(rows, resource_words.axis_name(amount))
    title = to_title(asked, _("Använt mot behov"), found.year)
    charts.draw(drawing, title, said, "resurser_behov", viewer=asked.viewer)
    st.caption(resource_words.need_reading())
    with st.expander(_("Samma siffror som tabell")):
        table = resource_tables.to_need(need, names, amount, found.year)
        show_table(asked, table, said, "resurser-behov", found.year, resource_words.need_reading())
