"""The stages a council goes through, in order, and the two that stand beside."""

NOT_STARTED = "ej-paborjat"
MAPPING = "kartlaggning"
PLANNED = "planerat"
STARTED = "uppstartat"  # the first meeting has been held
ESTABLISHED = "etablerat"
DORMANT = "vilande"
NOT_NEEDED = "ej-aktuellt"  # local need decides; always with a reason, never a shortfall

STAGES: tuple[str, ...] = (NOT_STARTED, MAPPING, PLANNED, STARTED, ESTABLISHED)
BESIDE: tuple[str, ...] = (DORMANT, NOT_NEEDED)
ALL_STAGES: tuple[str, ...] = STAGES + BESIDE
AT_WORK: tuple[str, ...] = (STARTED, ESTABLISHED)  # in these a council meets, and owes reports

# Of several councils in one area the furthest speaks for it. Missing data has no rank at all.
RANK: dict[str, int] = {
    ESTABLISHED: 6,
    STARTED: 5,
    PLANNED: 4,
    MAPPING: 3,
    DORMANT: 2,
    NOT_STARTED: 1,
    NOT_NEEDED: 0,
}


class UnknownStage(LookupError):
    """The stage is none of `ALL_STAGES`."""

    def __init__(self, stage: object):
        super().__init__(f"no stage {stage!r}; choose one of {', '.join(ALL_STAGES)}")


def rank(stage: str) -> int:
    """How far the stage is (0–6). UnknownStage for anything else."""
    try:
        return RANK[stage]
    except KeyError:
        raise UnknownStage(stage) from None


def to_furthest(stages: list[str]) -> str | None:
    """The stage that has come furthest, None of an empty list."""
    return max(stages, key=rank, default=None)
