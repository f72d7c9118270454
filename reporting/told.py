"""Which kinds readers get as they were reported, once a release has brought them.

They are of meetings, work and money: counts of young people go through protection instead, and
events and assessments become the councils' own at approval.
"""

TOLD = (
    "deltagande", "hinder", "resurser", "mal", "exempel", "samverkan", "kompetens",
    "kartlaggningar",
)  # fmt: skip
