"""Rates of small areas drawn towards the whole's, the more the fewer that live there.

Global empirical Bayes. Source: R. J. Marshall, Mapping disease and mortality rates using empirical
Bayes estimators, Applied Statistics 40 (1991), as `esda` has it.
"""

import numpy as np

from indicators.floats import Floats

FEWEST = 10  # areas, to know how much areas differ


def to_smooth(counts: Floats, persons: Floats) -> Floats:
    """Smoothed rates, events a person; NaN where a count or a population is missing, and everywhere
    when fewer than `FEWEST` areas have both."""
    known = ~np.isnan(counts) & (np.nan_to_num(persons) > 0)
    smooth = np.full(len(counts), np.nan)
    if known.sum() < FEWEST:
        return smooth
    if not counts[known].any():
        smooth[known] = 0.0
        return smooth
    # a second of import, that only who asks for the smoothed map shall pay
    from esda.smoothing import Empirical_Bayes

    smooth[known] = np.ravel(Empirical_Bayes(counts[known], persons[known]).r)
    return smooth
