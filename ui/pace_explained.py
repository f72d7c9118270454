"""What the columns of the table of groups in Etablering are, and what each is counted of."""

from indicators.groups import Group
from ui import formats, pace_rule_words, pace_words
from words import _


def to_rule(column: str, still: int) -> str:
    """How the column's figures are counted."""
    if column in (_("Etablerade"), _("Av")):
        return pace_rule_words.stage_rule()
    if column in (_("Stannat av"), _("Längst, dagar")):
        return pace_rule_words.stalled_rule(still)
    if column in (_("Mediantid, dagar"), _("Nått dit"), _("På väg")):
        return pace_rule_words.wait_rule()
    return pace_rule_words.new_rule()


def to_basis(column: str, group: Group) -> str:
    """Numerator and denominator of the group's figure; '' for what is a plain count."""
    told = _("Täljare {n} områden, nämnare {of} områden")
    if column in (_("Etablerade"), _("Av")):
        return told.format(n=formats.number(group.established), of=formats.number(group.areas))
    if column in (_("Stannat av"), _("Längst, dagar")):
        return told.format(n=formats.number(len(group.stalled)), of=formats.number(group.areas))
    if column in (_("Mediantid, dagar"), _("Nått dit"), _("På väg")):
        return pace_words.wait(group.waits)[1]
    return ""
