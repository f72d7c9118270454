"""What the provider says of a person, as a viewer. What is unclear is refused, never guessed."""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from data_access.viewer import RIGHTS, BadViewer, Right, Role, Viewer

MOST_CODES = 200
LONGEST_CODE = 60  # as the area table has them
_LONGEST_TEXT = MOST_CODES * (LONGEST_CODE + 1)
_ROLES = {str(role): role for role in Role}
_MISSING: Final = object()


class ClaimNames(NamedTuple):
    """Names of the claims: `bob_role`, or with dots for what lies in another claim."""

    role: str
    areas: str
    reports: str


class BadClaims(BadViewer):
    """Claims that give no viewer. `reason` is for the log and says which part is wrong; what
    the claim holds is left out, since a claim of the wrong name may hold personal data."""

    def __init__(self, reason: str):
        super().__init__(f"no access by claims: {reason}")
        self.reason = reason


def to_viewer(claims: Mapping[str, Any], names: ClaimNames, subject: str, example: bool) -> Viewer:
    """The viewer that the claims describe; `subject` is the person's pseudonym.

    Role: a text, or a list with exactly one role that we know. Areas and reports: a list of
    codes, or a text with spaces or commas between them. Raises BadClaims.
    """
    role = _to_role(_find(claims, names.role, "role"))
    areas = _to_codes(_find(claims, names.areas, "areas"), "areas")
    reports = _to_codes(_find(claims, names.reports, "reports"), "reports")
    return build_viewer(role, areas, reports, subject, example)


def build_viewer(
    role: Role, areas: frozenset[str], reports: frozenset[str], subject: str, example: bool
) -> Viewer:
    """A viewer whose role and areas fit each other. A nationell samordnare without areas to
    report answers for those that she sees. Raises BadClaims."""
    if max(len(areas), len(reports)) > MOST_CODES:
        raise BadClaims("too-many-areas")
    if any(len(code) > LONGEST_CODE for code in areas | reports):
        raise BadClaims("area-malformed")
    if role is Role.ADMIN and (areas or reports):
        raise BadClaims("areas-given-to-an-administrator")
    if role is not Role.ADMIN and not areas:
        raise BadClaims("areas-missing")
    if Right.REPORT not in RIGHTS[role] and reports:
        raise BadClaims("reports-given-to-a-reader")
    if role is Role.NATIONELL:
        reports = reports or areas
    if Right.REPORT in RIGHTS[role] and not reports:
        raise BadClaims("reports-missing")
    try:
        return Viewer(role, areas, reports, subject, example)
    except BadViewer as error:
        raise BadClaims("area-malformed") from error


def _find(claims: Mapping[str, Any], name: str, part: str) -> object:
    """What the claim holds; null is as good as missing. The whole name goes before its parts."""
    found: object = claims
    for step in [name] if name in claims else name.split("."):
        if not isinstance(found, Mapping):
            raise BadClaims(f"{part}-malformed")
        found = found.get(step)
        if found is None:
            return _MISSING
    return found


def _to_role(value: object) -> Role:
    if value is _MISSING or value in ("", []):
        raise BadClaims("role-missing")
    values = value if isinstance(value, list) else [value]
    if len(values) > MOST_CODES:
        raise BadClaims("too-many-roles")
    if not all(isinstance(one, str) for one in values):
        raise BadClaims("role-malformed")
    known = {_ROLES[one] for one in values if one in _ROLES}
    if len(known) > 1:
        raise BadClaims("more-than-one-role")
    if not known:
        raise BadClaims("role-unknown")
    return known.pop()


def _to_codes(value: object, part: str) -> frozenset[str]:
    """The codes as they were given; whether they have the form of codes is seen to later."""
    if value is _MISSING:
        return frozenset()
    if isinstance(value, str):
        if len(value) > _LONGEST_TEXT:
            raise BadClaims(f"too-many-{part}")
        if not value.isprintable():
            raise BadClaims(f"{part}-malformed")
        value = [code for code in re.split("[ ,]+", value) if code]
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise BadClaims(f"{part}-malformed")
    if len(value) > MOST_CODES:
        raise BadClaims(f"too-many-{part}")
    return frozenset(value)
