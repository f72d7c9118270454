"""What a reading has to say, gathered while it reads."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reporting.personal import find_personal, mask
from reporting.reading.problem import Problem, to_repeated
from reporting.remarks import Remark, Severity
from reporting.rows import NOWHERE, Place, Unit
from words import _

MOST_ERRORS = 500
MOST_INFORMATION = 500
MOST_SEARCHED = 4_000  # signs of a cell
MOST_WRITTEN = 200  # signs of what was written that are repeated in a remark


@dataclass
class Notes:
    """The remarks so far. After `MOST_ERRORS` errors more are only counted."""

    remarks: list[Remark] = field(default_factory=list)
    _errors: int = 0
    _told: int = 0

    def error(
        self,
        problem: Problem,
        *,
        written: str = "",
        place: Place = NOWHERE,
        column: str = "",
        field: str = "",
        unit: Unit | None = None,
        identity: tuple[str, ...] = (),
    ) -> None:
        """Adds the problem as an error. Nothing in it repeats what points out a person."""
        self._errors += 1
        if self._errors > MOST_ERRORS:
            return
        self.remarks.append(
            Remark(
                Severity.ERROR,
                problem.code,
                mask(problem.wrong),
                mask(problem.right),
                to_repeated(written, MOST_WRITTEN),
                place,
                column,
                field,
                unit,
                tuple(map(mask, identity)),
            )
        )

    def personal(self, written: str, *, place: Place, column: str, field: str = "") -> None:
        """Adds an error when the cell, of which no check will hear, points out a person."""
        if find_personal(written[:MOST_SEARCHED]):
            wrong = _("Cellen har uppgifter som pekar ut en person.")
            right = _("Ta bort det. Inget som pekar ut en person får rapporteras.")
            problem = Problem("personal-data", wrong, right)
            self.error(problem, written=written, place=place, column=column, field=field)

    def inform(
        self, code: str, wrong: str | Callable[[], str], right: str = "", place: Place = NOWHERE
    ) -> None:
        """Adds something to know, at most `MOST_INFORMATION` times."""
        self._told += 1
        if self._told <= MOST_INFORMATION:
            text = wrong if isinstance(wrong, str) else wrong()
            told = Remark(Severity.INFORMATION, code, mask(text), mask(right), place=place)
            self.remarks.append(told)

    def done(self) -> tuple[Remark, ...]:
        """All remarks, closed by one that tells how many errors are not among them."""
        more = self._errors - MOST_ERRORS
        if more <= 0:
            return tuple(self.remarks)
        wrong = _("Filen har {n} fel till, som inte visas här.").format(n=more)
        right = _("Rätta felen ovan och läs in filen igen; då visas de som är kvar.")
        closing = Remark(Severity.ERROR, "more-errors", wrong, right)
        return (*self.remarks, closing)
