"""Who is asking: a role, the areas it may see and those it may report. Part of every query."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_CODE = re.compile(r"se|(pr|po|lpo)-[a-z0-9]+(-[a-z0-9]+)*|[0-9]{2}|[0-9]{4}", re.ASCII)
COUNCILS = "rad"  # stands for the councils' stages among entries of the register
EVERYTHING = "*@*"
_LIMIT = re.compile(r"(\*|[a-z0-9]+(-[a-z0-9]+)*)@(\*|[a-z]+)", re.ASCII)


class Role(StrEnum):
    """What somebody is here to do."""

    LASARE = "lasare"
    RAPPORTOR = "rapportor"
    REGIONAL = "regional-samordnare"
    NATIONELL = "nationell-samordnare"
    ADMIN = "administrator"


class Right(StrEnum):
    """What may be done beside seeing; REPORT and APPROVE only within the areas to report."""

    REPORT = "rapportera"
    APPROVE = "godkanna"
    PUBLISH = "publicera"
    MANAGE = "forvalta"  # users, audit, population


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.LASARE: frozenset(),
    Role.RAPPORTOR: frozenset({Right.REPORT}),
    Role.REGIONAL: frozenset({Right.REPORT, Right.APPROVE}),
    Role.NATIONELL: frozenset({Right.REPORT, Right.APPROVE, Right.PUBLISH}),
    Role.ADMIN: frozenset({Right.MANAGE}),
}


class BadViewer(ValueError):
    """A viewer that can't be understood is refused, never guessed."""


@dataclass(frozen=True)
class Viewer:
    """A role, the codes of areas it may see and of those it may report, each with all that lies
    in it. None = nothing. An administratör knows the areas' names and sees no figures.

    Two viewers with the same scopes are equal whoever they are, so that they share kept answers:
    no figure may depend on `subject`, the person's pseudonym, or on `example`, whether what she
    writes is example data. `only` limits what is seen in those areas to `entry@level`, with `*` for
    every entry or level, and leaves out all that is neither figures of a release nor councils'
    stages; None = no such limit. Raises BadViewer when a part can't be understood.
    """

    role: Role
    areas: frozenset[str]
    reports: frozenset[str] = frozenset()
    subject: str = field(default="", compare=False)
    example: bool = field(default=False, compare=False)
    only: frozenset[str] | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.role, Role):
            raise BadViewer(f"no role {self.role!r}; choose one of {', '.join(Role)}")
        for codes in (self.areas, self.reports):
            _check_codes(codes)
        if self.reports and Right.REPORT not in RIGHTS[self.role]:
            raise BadViewer(f"{self.role} reports nothing, but is given areas to report")
        if self.only is not None:
            check_limits(self.only)

    @property
    def sees_figures(self) -> bool:
        """Whether the role is shown figures at all."""
        return self.role is not Role.ADMIN

    def sees(self, *codes: str) -> bool:
        """Whether figures of a place are shown; `codes` are the place and what it lies in."""
        return self.sees_figures and _holds(self.areas, codes)

    def sees_entry(self, entry: str, level: str) -> bool:
        """Whether figures of an entry of the register (or COUNCILS) are shown on a level."""
        own = {f"{entry}@{level}", f"{entry}@*", f"*@{level}", EVERYTHING}
        return self.only is None or not self.only.isdisjoint(own)

    def knows(self, *codes: str) -> bool:
        """Whether a place exists for the viewer: its name and where it lies, without figures."""
        return not self.sees_figures or _holds(self.areas, codes)

    def answers_for(self, *codes: str) -> bool:
        """Whether a place is among those that the viewer reports and approves."""
        return _holds(self.reports, codes)

    def may(self, right: Right) -> bool:
        """Whether the role gives the right, somewhere."""
        return right in RIGHTS[self.role]

    @property
    def makes_releases(self) -> bool:
        """Whether releases are the viewer's to try and make: they are of the whole country, and
        who tries one sees what it is made of."""
        return self.may(Right.PUBLISH) and self.sees("se")


@dataclass(frozen=True)
class Stranger:
    """Somebody who was not let in: a name for the audit, without role or areas."""

    subject: str
    role: str = "ingen"


def check_limits(only: frozenset[str]) -> None:
    """Raises BadViewer unless each is `entry@level`."""
    wrong = sorted(str(one) for one in only if not _LIMIT.fullmatch(str(one)))
    if wrong:
        raise BadViewer(f"can't understand {', '.join(wrong)}; write entry@level")


def _holds(scope: frozenset[str], codes: tuple[str, ...]) -> bool:
    return "se" in scope or not scope.isdisjoint(codes)


def _check_codes(codes: object) -> None:
    if not isinstance(codes, frozenset):
        raise BadViewer(f"areas must be a frozenset of codes, not {type(codes).__name__}")
    for code in codes:
        if not (isinstance(code, str) and _CODE.fullmatch(code)):
            raise BadViewer(f"no area code {code!r}; `python -m geodata list` lists them")


DEMONSTRATION_PREFIX = "demonstration-"
_COUNTRY = frozenset({"se"})
_NORTH = frozenset({"pr-nord"})
# Whom the demonstration can be looked at as; no provider, no people, example data only
DEMONSTRATIONS: dict[Role, Viewer] = {
    role: Viewer(role, _COUNTRY, reports, f"{DEMONSTRATION_PREFIX}{role}", example=True)
    for role, reports in {
        Role.LASARE: frozenset[str](),
        Role.RAPPORTOR: frozenset({"lpo-lulea-boden"}),
        Role.REGIONAL: _NORTH,
        Role.NATIONELL: _COUNTRY,
        Role.ADMIN: frozenset[str](),
    }.items()
}
DEMONSTRATION = DEMONSTRATIONS[Role.LASARE]
