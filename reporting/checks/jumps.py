"""The rules for jumps against a value's own history; `series` walks the rows with them.

Counts (cells and totals of the listed kinds). A count of independent events is near a Poisson
number, whose spread grows with its size: a fixed percentage would warn of every small number and
of no large one. Twice the square root of a Poisson number (with Anscombe's 3/8) has a spread near
one whatever its size, so the value x is held against the mean m of the n earlier quarters by

    z = 2(√(x + 3/8) − √(m + 3/8)) / √(φ(1 + 1/n)),   φ = max(1, s²/m)

where 1 + 1/n is there because m is itself uncertain, and φ is the earlier values' own dispersion
(their variance s², with n − 1, over m): a series that always has gone up and down more than chance
is allowed to go on so. φ is never below 1, for few values can look even by luck. At least four
earlier values are asked for, at most eight quarters are looked at. |z| > 3.5 warns: about one in
two thousand numbers that vary by chance alone. A region's quarter of 6,000 values has a handful.

Zero after four quarters that all had at least five: a warning of its own, for at five a zero comes
by chance less than once in a hundred, and an empty cell written as 0 often.

Amounts (kronor, hours, årsarbetskrafter, goals' outcomes) are not counts and are often yearly, so
there are few of them. Slips are in the unit: kronor for thousands, a decimal sign lost. The ratio
to the median of the earlier is warned of beyond a factor of 10 with one earlier value; with more,
beyond 3 and beyond 3.5 robust standard deviations (1.4826 × the median deviation) of the logarithm.

Meetings held and attended are few and planned: no rule looks at them.
"""

from collections.abc import Sequence
from math import log, sqrt
from statistics import fmean, median

from words import _

JUMP, ZERO = "jump", "zero-after-numbers"  # codes of the remarks that come of these rules
CODES = (JUMP, ZERO)
LIMIT = 3.5  # of |z|, and of robust standard deviations
FEWEST, MOST = 4, 8  # earlier values of a count
USUAL = 5  # zero is strange after four quarters of at least so much
FACTOR, FACTOR_OF_ONE = 3, 10  # for amounts, with several earlier values and with one
_TO_SIGMA = 1.4826  # from the median deviation to the standard deviation of a normal spread


def rule_text() -> str:
    """The rules for people, in a few sentences."""
    return _(
        "Ett antal jämförs med sina egna upp till åtta kvartal före, om minst fyra har en uppgift. "
        "Kontrollen varnar när skillnaden mot medelvärdet är större än vad slumpen brukar ge: mer "
        "än 3,5 standardavvikelser för ett antal händelser, med hänsyn till hur mycket just den "
        "serien brukar variera. Små tal får därför ändras mycket i procent, stora tal lite. Noll "
        "efter fyra kvartal med minst fem vardera ger alltid en varning. Kronor, timmar, "
        "årsarbetskrafter och utfall av mål jämförs med medianen av tidigare värden: minst tre "
        "gånger större eller mindre (tio gånger om det bara finns ett tidigare) och mer än 3,5 "
        "robusta standardavvikelser. En varning stoppar inget: skriv varför i anteckningen."
    )


def is_jump(count: float, earlier: Sequence[float]) -> bool:
    """Whether the count lies further from its earlier ones than chance allows; never with fewer
    than four of them."""
    if len(earlier) < FEWEST:
        return False
    mean = fmean(earlier)
    spread = sum((one - mean) ** 2 for one in earlier) / (len(earlier) - 1)
    dispersion = max(1.0, spread / mean) if mean > 0 else 1.0
    distance = 2 * (sqrt(count + 3 / 8) - sqrt(mean + 3 / 8))
    return abs(distance) > LIMIT * sqrt(dispersion * (1 + 1 / len(earlier)))


def is_leap(amount: float, earlier: Sequence[float]) -> bool:
    """Whether the amount is a factor away from its earlier ones. Of those only what is above zero
    can be compared; an amount of zero is none of this rule's."""
    logs = [log(value) for value in earlier if value > 0]
    if amount <= 0 or not logs:
        return False
    middle = median(logs)
    spread = _TO_SIGMA * median([abs(one - middle) for one in logs])
    least = log(FACTOR if len(logs) > 1 else FACTOR_OF_ONE)
    return abs(log(amount) - middle) > max(least, LIMIT * spread) + 1e-9
