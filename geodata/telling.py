"""What is wrong with a file, told on the command line."""

import re
import sys
from itertools import groupby

from geodata.checks import Rejected
from geodata.division import load_areas
from words import _


def show_faults(rejected: Rejected) -> None:
    """Prints what is wrong, area by area, on standard error."""
    areas = load_areas()
    names = dict(zip(areas["code"], areas["name"], strict=True))
    text = _("{subject}: {count} fel. Ingenting har ändrats.")
    print(text.format(subject=rejected.subject, count=len(rejected.faults)), file=sys.stderr)
    for area, faults in groupby(rejected.faults, key=lambda fault: fault.area):
        name = names.get(area)
        print(f"{name} ({area})" if name else area, file=sys.stderr)
        for fault in faults:
            print(f"  - {with_names(fault.detail, names)}", file=sys.stderr)


def with_names(text: str, names: dict[str, str]) -> str:
    """The text with names in the place of the codes of LPO and kommuner."""
    found = re.compile(r"\b(lpo-[a-z-]+|(?<=kommun )\d{4})\b")
    return found.sub(lambda match: names.get(match[0], match[0]), text)
