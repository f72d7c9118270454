"""Saving what an administratör filled in of a person, and what is said of it afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import settings
from data_access.engine import DatabaseUnavailable
from data_access.people import BadAccess, ChangedMeanwhile, ensure_person, read_access, set_access
from data_access.viewer import Role
from pages import acting
from ui import filters, people_form, people_notices
from ui.people_form import Given
from web import log


def gives_roles() -> bool:
    """Whether roles and areas are given here, not by claims. The demonstration has no claims."""
    chosen = settings.load()
    return chosen.access_from == "users" or not chosen.signs_in


def to_given(row: Mapping[str, Any], issuer: str, subject: str) -> Given:
    """A row of `list_people` or `access_history` as the form has it."""
    areas, reports = (tuple((row[name] or "").split()) for name in ("areas", "reports"))
    return Given(
        issuer=issuer,
        subject=subject,
        role=row["role"],
        areas=areas,
        reports=reports,
        label=row["label"] or "",
        blocked=bool(row["blocked"]),
        valid_to=row["valid_to"],
    )


def save(before: Given, expected: int, labels: Mapping[str, str], after: Given) -> None:
    """Make it so, if the row `expected` (0 = none) is still the newest, and keep what to say.

    Runs as a callback, before the page, so it asks anew who is asking.
    """
    if gives_roles() and after.role is None:
        people_notices.keep_problem("role-missing")
        return
    if expected and after == before:
        people_notices.keep_saved([])
        return
    try:
        saved = _save(after, expected)
    except ChangedMeanwhile as error:
        people_notices.keep_problem(error.reason if expected else "there-already")
    except BadAccess as error:
        people_notices.keep_problem(error.reason, getattr(error, "codes", ()))
    except PermissionError:
        people_notices.keep_problem("not-allowed")
    except DatabaseUnavailable as error:
        log.failure("access not saved", error)
        people_notices.keep_problem(error.state)
    else:
        people_notices.keep_saved(people_form.to_changes(before, saved, labels))


def _save(after: Given, expected: int) -> Given:
    """What was saved: a nationell samordnare is given areas to report when none were chosen."""
    viewer = acting.who_acts()
    set_access(
        after.issuer,
        after.subject,
        Role(after.role) if after.role else None,
        after.areas,
        after.reports,
        label=after.label,
        blocked=after.blocked,
        valid_to=after.valid_to,
        expected=expected,
        viewer=viewer,
    )
    person = ensure_person(after.issuer, after.subject)
    filters.put(person=person)
    access = read_access(person)
    return replace(after, reports=tuple(sorted(access.reports))) if access else after
