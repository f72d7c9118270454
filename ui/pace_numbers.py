"""The headline figures of Etablering, and the fields of the page."""

from collections.abc import Sequence
from typing import NamedTuple

from indicators.pace import Wait
from indicators.periods import Quarter, period_name
from ui import cards, formats, pace_rule_words, pace_words
from ui.field_row import Field
from ui.overview_words import prioritised_rule
from ui.pace_choice import ALL, ALLOWED, PRIORITISED, PaceChoice
from ui.select_field import to_field
from words import _, plural

_BAR = 4  # fields of the filter bar: region, län, område, dag
_WIDTH = 262  # pixels, in which the longest label has room


def add_fields(fields: Sequence[Field], own: PaceChoice) -> list[Field]:
    """The filter bar's fields with the page's own: which areas, and from when one has stalled.
    They stand before what clears the choice."""
    bases = {ALL: _("Alla områden"), PRIORITISED: _("Prioriterade")}
    first, *_others = ALLOWED["stilla"]
    in_order = sorted(ALLOWED["stilla"], key=int)
    still = {days: plural("{n} dag", "{n} dagar", int(days)) for days in in_order}
    base = to_field(140, "bas", _("Räkna på"), own.base, bases, ALL)
    days = to_field(140, "stilla", _("Stannat av efter"), str(own.still), still, first)
    return [*fields[:_BAR], base, days, *fields[_BAR:]]


class Numbers(NamedTuple):
    """What the headline figures are made of: `prioritised` (established, areas), `new` in the
    quarters `past`, the waits to established, and how many of the `areas` have `stalled`, which
    is to be silent for `still` days."""

    prioritised: tuple[int, int]
    new: int
    past: Sequence[Quarter]
    waits: Sequence[Wait]
    stalled: int
    areas: int
    still: int


class Figure(NamedTuple):
    """A headline figure: what it is, the figure, what stands below, how it is counted, of what."""

    label: str
    value: str
    below: str
    definition: str
    basis: str


def to_figures(of: Numbers) -> list[Figure]:
    """The headline figures in their order."""
    established, areas = of.prioritised
    median, over = pace_words.wait(of.waits)
    when = (
        f"{period_name(str(of.past[0]))}–{period_name(str(of.past[-1]))}"
        if of.past
        else _("inget helt kvartal än")
    )
    silent = _("tysta i {n} dagar eller mer").format(n=of.still)
    return [
        Figure(
            _("Prioriterade med etablerat råd"),
            _("{n} av {of}").format(n=established, of=areas) if areas else formats.NONE,
            _("hela området") if areas else _("inga bedömda som prioriterade"),
            prioritised_rule(),
            _to_basis(established, areas),
        ),
        Figure(
            _("Nya, fyra hela kvartal"),
            formats.number(of.new) if of.past else formats.NONE,
            when,
            pace_rule_words.new_rule(),
            when,
        ),
        Figure(_("Första steg till etablerat"), median, over, pace_rule_words.wait_rule(), over),
        Figure(
            _("Har stannat av"),
            formats.number(of.stalled),
            silent,
            pace_rule_words.stalled_rule(of.still),
            _to_basis(of.stalled, of.areas),
        ),
    ]


def _to_basis(part: int, whole: int) -> str:
    told = _("Täljare {n} områden, nämnare {of} områden")
    return told.format(n=formats.number(part), of=formats.number(whole))


def show_numbers(figures: Sequence[Figure]) -> None:
    """The headline figures in a row."""
    cards.show(figures, "etablering", _WIDTH)
