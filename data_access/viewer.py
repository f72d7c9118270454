"""Who is asking: a role and the areas it may see. An argument of every query."""

import re
from dataclasses import dataclass
from enum import StrEnum

_CODE = re.compile(r"se|(pr|po|lpo)-[a-z0-9]+(-[a-z0-9]+)*|[0-9]{2}|[0-9]{4}", re.ASCII)


class Role(StrEnum):
    """What somebody is here to do."""

    LASARE = "lasare"
    RAPPORTOR = "rapportor"
    REGIONAL = "regional-samordnare"
    NATIONELL = "nationell-samordnare"
    ADMIN = "administrator"


class BadViewer(ValueError):
    """A viewer that can't be understood is refused, never guessed."""


@dataclass(frozen=True)
class Viewer:
    """A role and the codes of areas it may see, each with all that lies in it. None = nothing.

    Raises BadViewer when a part can't be understood.
    """

    role: Role
    areas: frozenset[str]

    def __post_init__(self) -> None:
        if not isinstance(self.role, Role):
            raise BadViewer(f"no role {self.role!r}; choose one of {', '.join(Role)}")
        if not isinstance(self.areas, frozenset):
            raise BadViewer(f"areas must be a frozenset of codes, not {type(self.areas).__name__}")
        for code in self.areas:
            if not (isinstance(code, str) and _CODE.fullmatch(code)):
                raise BadViewer(f"no area code {code!r}; `make areas` lists them")

    def sees(self, *codes: str) -> bool:
        """Whether any of the codes (a place and what it lies in) is among the viewer's areas."""
        return "se" in self.areas or not self.areas.isdisjoint(codes)


DEMONSTRATION = Viewer(Role.LASARE, frozenset({"se"}))
