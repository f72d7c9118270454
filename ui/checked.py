"""Parameters of an address against the words that they may be."""

from collections.abc import Mapping, Sequence

from words import _


def to_word(
    parameters: Mapping[str, str], name: str, allowed: Sequence[str], usual: str | None = None
) -> tuple[str, str | None]:
    """The parameter's value, and a sentence when it is none of the `allowed`. Where it is unknown
    or not there, `usual` is meant (the first when none is given)."""
    usual = allowed[0] if usual is None else usual
    value = parameters.get(name) or usual
    if value in allowed:
        return value, None
    problem = _("”{value}” är inget känt värde för {name}. Möjliga värden: {allowed}.")
    told = ", ".join(filter(None, allowed))
    return usual, problem.format(value=value, name=name, allowed=told)


def to_checked(
    parameters: Mapping[str, str], allowed: Mapping[str, Sequence[str]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Each parameter of `allowed` by `to_word`, in their order, and a sentence by parameter that
    was wrong."""
    found = {name: to_word(parameters, name, words) for name, words in allowed.items()}
    problems = {name: problem for name, (_value, problem) in found.items() if problem}
    return {name: value for name, (value, _problem) in found.items()}, problems
