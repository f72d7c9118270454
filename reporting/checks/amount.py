"""How much the checks say at a time, and that none of it repeats what points out a person."""

from collections import Counter
from dataclasses import replace

from reporting.personal import mask
from reporting.remarks import Remark, Severity
from words import _, plural

MOST = {Severity.ERROR: 500, Severity.WARNING: 2_000, Severity.INFORMATION: 2_000}


def limit(remarks: list[Remark]) -> list[Remark]:
    """The first remarks of each severity, masked, closed by one for each severity that has more:
    it has that severity, so that what stops the sending still does."""
    counted: Counter[Severity] = Counter()
    kept = []
    for remark in remarks:
        counted[remark.severity] += 1
        if counted[remark.severity] <= MOST[remark.severity]:
            kept.append(_mask(remark))
    more = {one: counted[one] - most for one, most in MOST.items() if counted[one] > most}
    return kept + [_close(severity, n) for severity, n in more.items()]


def _mask(remark: Remark) -> Remark:
    """`written` and `identity` are masked where they are made, before they are cut."""
    return replace(remark, wrong=mask(remark.wrong), right=mask(remark.right))


def _close(severity: Severity, n: int) -> Remark:
    wrong, code, right = {
        Severity.ERROR: (
            plural(
                "Kontrollen har {n} fel till, som inte visas här.",
                "Kontrollen har {n} fel till, som inte visas här.",
                n,
            ),
            "more-errors",
            _("Rätta felen ovan och kontrollera igen; då visas de som är kvar."),
        ),
        Severity.WARNING: (
            plural(
                "Kontrollen har {n} varning till, som inte visas här.",
                "Kontrollen har {n} varningar till, som inte visas här.",
                n,
            ),
            "more-warnings",
            _("Gå igenom varningarna ovan och kontrollera igen; då visas de som är kvar."),
        ),
        Severity.INFORMATION: (
            plural(
                "Kontrollen har {n} upplysning till, som inte visas här.",
                "Kontrollen har {n} upplysningar till, som inte visas här.",
                n,
            ),
            "more-information",
            "",
        ),
    }[severity]
    return Remark(severity, code, wrong, right)
