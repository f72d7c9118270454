"""Whether the unit is one that this reporter may report, for this period."""

from collections.abc import Iterator

from reporting.checks.base import Checked
from reporting.checks.words import show, show_list
from reporting.kind_periods import is_asked_in, to_period_of
from reporting.kinds import LOCAL
from reporting.remarks import Remark, Severity
from words import _


def check_area(checked: Checked) -> Iterator[Remark]:
    """The area is the reporter's and of a level that reports the kind; the period is right."""
    if checked.area is None:
        yield _to_strange(checked)
    elif checked.area.level not in checked.kind.levels:
        asked = _("lokala områden") if LOCAL in checked.kind.levels else _("polisregioner")
        wrong = _("’{kind}’ rapporteras inte för {area}.")
        yield checked.remark(
            Severity.ERROR,
            "wrong-level",
            wrong.format(kind=checked.kind.title, area=checked.area.name),
            _("Det rapporteras för {levels}. Ta bort raderna.").format(levels=asked),
        )
    yield from _check_period(checked)


def _check_period(checked: Checked) -> Iterator[Remark]:
    written, expected = checked.unit.period, checked.context.period
    if written != expected:
        yield checked.remark(
            Severity.ERROR,
            "wrong-period",
            _("Perioden är {written}, men det är {expected} som rapporteras.").format(
                written=written, expected=expected
            ),
            _("Ändra perioden till {expected}, eller välj {written} innan du skickar.").format(
                written=written, expected=expected
            ),
        )
    if not is_asked_in(checked.kind, written):
        yield checked.remark(
            Severity.ERROR,
            "not-yearly",
            _("’{kind}’ rapporteras en gång om året, inte för {period}.").format(
                kind=checked.kind.title, period=written
            ),
            _("Vänta till {fourth}.").format(fourth=to_period_of(checked.kind, written)),
        )


def _to_strange(checked: Checked) -> Remark:
    code = checked.unit.area
    name = checked.context.others.get(code)
    yours = show_list(area.name for area in checked.context.areas.values())
    right = _("Dina områden är {names}.").format(names=yours) if yours else ""
    if name is None:
        wrong = _("Det finns inget område med koden ’{code}’ under {period}.").format(
            code=show(code), period=checked.context.period
        )
        return checked.remark(Severity.ERROR, "unknown-area", wrong, right)
    wrong = _("{area} är inte ett av de områden som du rapporterar för.").format(area=name)
    return checked.remark(Severity.ERROR, "not-your-area", wrong, right)
