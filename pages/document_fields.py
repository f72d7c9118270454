"""The fields of Rapporter, and the report in short before it is made."""

import streamlit as st

from indicators.periods import period_name
from pages import subscription
from pages.document_asked import AREA, WIDER, Choices
from reports.content import making, summary
from reports.content.asked import Asked
from reports.document.blocks import Block, Bullets, Strong
from ui import about_open_data, document_choice, field_row
from ui.document_choice import FIRST, LAST, RELEASE
from ui.headings import as_text
from ui.select_field import to_field
from ui.sheet import release_name
from words import _

EVERY = 1.0  # seconds between looks at what is in the making


def show(choices: Choices) -> None:
    """Area, first and last quarter, release: each in the address."""
    wanted, quarters = choices.wanted, choices.quarters
    names = {str(one): period_name(str(one)) for one in reversed(quarters)}
    usual = str(document_choice.to_usual_first(wanted.last, quarters))
    releases = {str(o.number): release_name(o.number, o.made_at) for o in choices.releases}
    before = {one: name for one, name in names.items() if one <= str(wanted.last)}
    first = to_field(140, FIRST, _("Från och med"), str(wanted.first), before, usual)
    last = (LAST, _("Till och med"), str(wanted.last), names, str(quarters[-1]), (FIRST,))
    area = (AREA, _("Rapport om"), choices.area, choices.areas, next(iter(choices.areas)), WIDER)
    number = (RELEASE, _("Utgåva"), str(wanted.release), releases, next(iter(releases)))
    field_row.show(
        [to_field(290, *area), first, to_field(140, *last), to_field(220, *number)],
        key="rapportval",
    )


def show_preview(asked: Asked) -> None:
    """The chapters, and the summary that will stand first."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(_("Sammanfattningen"), anchor=False)
        for block in summary.to_blocks(asked):
            _show_block(block)
    with right:
        st.header(_("Kapitel"), anchor=False)
        names = [one.name for one in making.to_parts(asked)]
        st.markdown("\n".join(f"{n}. {as_text(name)}" for n, name in enumerate(names, 1)))
        about_open_data.show()
        subscription.show(asked.viewer)


def _show_block(block: Block) -> None:
    """A list of sentences; the mark of example data stands on every page already."""
    if isinstance(block, Bullets):
        lines = ["- " + "".join(map(_to_markdown, line)) for line in block.lines]
        st.markdown("\n".join(lines))


def _to_markdown(words: str) -> str:
    return f"**{as_text(words)}**" if isinstance(words, Strong) else as_text(words)
