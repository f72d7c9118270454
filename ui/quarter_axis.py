"""Quarters as a chart's axis has them: K1 over its year, the others as K2, K3, K4."""

from words import _

YEAR = "substring(datum.label, 0, 4)"
_NUMBER = "substring(datum.label, 5)"


def to_label(*, first_too: bool = False) -> str:
    """In Vega's own words, of labels as 2026K3; `first_too` puts the year below the first as well,
    whichever quarter it is."""
    name = f"'{_('K')}' + {_NUMBER}"
    where = f"{_NUMBER} == '1'" + (" || datum.index == 0" if first_too else "")
    return f"{where} ? [{name}, {YEAR}] : {name}"
