"""What the report rests on: sources, protection, estimates, words in place of figures, rules."""

from collections.abc import Iterable

import pandas as pd

from data_access.population import fetch_basis
from data_access.register import fetch_register
from indicators.protection.method import Method
from reporting.register import Entry, Listing
from reports.content.asked import Asked
from reports.content.parts import see, to_table, to_words
from reports.document.blocks import Block, Bullets, Heading, Paragraph, Table, to_line
from ui import (
    about,
    about_coverage,
    about_figures,
    about_meetings,
    about_rules,
    about_work,
    gap_words,
    release_view,
)
from ui.palette import stage_label
from ui.population_words import full_basis
from ui.release_words import planned_words, protection_words
from words import _


def to_blocks(asked: Asked) -> list[Block]:
    """Sources first, and then how everything is counted."""
    return [
        Heading(_("Källor och utgåva"), 2),
        *to_sources(asked),
        Heading(_("Skydd av små tal"), 2),
        *to_protection(asked),
        Heading(_("Det som är skattat"), 2),
        *to_estimated(asked),
        Heading(_("Ord i stället för siffror"), 2),
        Bullets(tuple(to_line(one) for one in dict.fromkeys(gap_words.meanings().values()))),
        Heading(_("Så räknas det"), 2),
        *to_rules(),
    ]


def to_sources(asked: Asked) -> list[Block]:
    """Which release, of which day, known when; and where each thing counted comes from."""
    told = (
        _(
            "Alla siffror kommer ur {release} och ur rådens händelser till och med den dagen. "
            "Läget är det sista dagen i perioden. {note}"
        )
        .format(release=asked.source.lower(), note=_to_release_note(asked))
        .strip()
    )
    register = fetch_register(viewer=asked.viewer)
    lists = {
        "indikatorer": (Listing.INDICATOR, _("Indikatorer om unga")),
        "slag": (Listing.MEASURE, _("Slag av insatser")),
    }
    tables = [
        to_entries(key, caption, register.of(listing, asked.day))
        for key, (listing, caption) in lists.items()
    ]
    return [see(told, *tables), *tables]


def _to_release_note(asked: Asked) -> str:
    note = asked.release.note.strip()
    return _("Om utgåvan är sagt: {note}.").format(note=note.rstrip(".")) if note else ""


def to_entries(key: str, caption: str, entries: Iterable[Entry]) -> Table:
    """A row an entry of the register: name, definition, counting rule, source."""
    listed = list(entries)
    frame = pd.DataFrame(
        {
            _("Namn"): [one.name for one in listed],
            _("Definition"): [f"{one.definition} {one.counting_rule}".strip() for one in listed],
            _("Källa"): [one.source or "–" for one in listed],
        },
        dtype="object",
    )
    return to_words(f"register-{key}", caption, frame)


def to_protection(asked: Asked) -> list[Block]:
    """The rule, and what it costs."""
    release = asked.release
    rule = protection_words(release.base, release.method)
    if release.method is Method.HIDING:
        return [Paragraph(to_line(f"{rule} {planned_words()}"))]
    frame = release_view.to_quality(release)
    caption = _("Hur långt visade summor ligger från de rapporterade, i personer")
    table = to_table(asked, "kvalitet", caption, frame, gap=_("för få för att sägas"))
    last = _("Ingen andel visas där färre än 30 unga bor.")
    return [see(f"{rule} {about_figures.rounded_words(release.base)} {last}", table), table]


def to_estimated(asked: Asked) -> list[Block]:
    """Population, borders and division."""
    told = full_basis(*fetch_basis(asked.day, viewer=asked.viewer))
    borders = _(
        "På kartorna är gränserna generaliserade, och i Stockholm, Göteborg och Malmö ungefärliga: "
        "kommunen är delad efter närmaste stadsdel om ingen myndighets egna gränser är inlagda."
    )
    return [Paragraph(to_line(told)), Paragraph(to_line(borders))]


def to_rules() -> list[Block]:
    """Every rule by which something in the report is counted."""
    stages = {stage_label(stage): told for stage, told in about.stage_meanings().items()}
    found = {
        "steg": (_("Steg i etableringen"), stages),
        "tackning": (_("Täckning"), about_coverage.coverage_rules()),
        "deltagande": (_("Deltagande"), about_meetings.meeting_rules()),
        "insatser": (_("Insatser, mål, hinder och resurser"), about_work.work_rules()),
        "signal": (_("Osäkerhet och slump"), about_figures.signal_rules()),
    }
    return [
        to_words(f"regler-{key}", caption, about_rules.to_table(rules))
        for key, (caption, rules) in found.items()
    ]
