"""What the reading knows of each period that the file names, asked for once."""

from collections.abc import Callable
from datetime import date

from indicators.periods import Quarter
from reporting.context import Context
from reporting.kinds import Field, Type
from reporting.reading.choices import Options, to_options
from reporting.reading.places import Places
from reporting.reading.problem import Problem
from words import _

MAX_PERIODS = 24


class Surroundings:
    """A period's context, its areas and its choices."""

    def __init__(self, context: Context):
        self.context = context
        self.places = Places(context)
        self._options: dict[tuple[Type, str], Options] = {}

    def options(self, field: Field) -> Options | None:
        """What may be chosen in the field; None when it is no choice."""
        if field.type not in (Type.CHOICE, Type.KOMMUN):
            return None
        key = (field.type, field.options)
        if key not in self._options:
            self._options[key] = to_options(field, self.context)
        return self._options[key]


class Known:
    """Surroundings by period."""

    def __init__(self, to_context: Callable[[Quarter], Context], default: Quarter):
        self.default = default
        self._to_context = to_context
        self._found: dict[Quarter, Surroundings] = {}

    @property
    def today(self) -> date:
        """The day of the reading."""
        return self.of(self.default).context.today

    def of(self, period: Quarter) -> Surroundings:
        """What holds for the period. Problem when the file names more periods than any report."""
        if period not in self._found:
            if len(self._found) >= MAX_PERIODS:
                raise Problem(
                    "too-many-periods",
                    _("Filen har fler än {most} olika perioder.").format(most=MAX_PERIODS),
                    _("Dela filen i flera."),
                )
            self._found[period] = Surroundings(self._to_context(period))
        return self._found[period]
