"""Which lists of the register hold what is counted."""

from reporting.register import Listing

COUNTED = (Listing.INDICATOR, Listing.MEASURE)  # their rows are counts
MEASURED = (*COUNTED, Listing.GOAL)  # their values have a unit
