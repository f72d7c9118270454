"""Saving an entry of the register, and what is said of it afterwards."""

from collections.abc import Sequence

from data_access.engine import DatabaseUnavailable
from data_access.register import BadEntry, EntryChanged, set_entry
from data_access.register_rules import check_entry
from pages import acting
from reporting.register import Entry
from ui import filters, register_form, register_notices
from web import log


def to_key(entry: Entry, *, new: bool) -> str:
    """Key of what is filled in of the entry: one a version, so that a form is never old."""
    return f"register_{entry.listing}_{'ny' if new else f'{entry.code}_{entry.version}'}"


def is_fit(others: Sequence[Entry], before: Entry | None, after: Entry) -> bool:
    """Whether the entry can be saved among the `others` of its list; if not, keep what to say in
    its form."""
    try:
        check_entry(after, others)
    except BadEntry as error:
        key = to_key(before or after, new=before is None)
        register_notices.keep_problem(error.reason, error.what, place=key)
        return False
    return True


def save(before: Entry | None, after: Entry) -> None:
    """Record the entry if `before` (None = a new one) still is its newest version, and keep what
    to say. What was filled in stays in the form, unless it is saved or made from an old version.

    Runs as a callback, before the page, so it asks anew who is asking.
    """
    key = to_key(before or after, new=before is None)
    problem, what = _try(before, after)
    if problem is None:
        register_form.forget(key)
        filters.put(post=after.code)
    elif problem == "changed-meanwhile":
        register_form.forget(key)
        register_notices.keep_problem(problem)
    else:
        register_form.reopen(key)
        register_notices.keep_problem(problem, what, place=key)


def _try(before: Entry | None, after: Entry) -> tuple[str | None, str]:
    """Why it could not be saved and what that is about; None when it is saved."""
    try:
        viewer = acting.who_acts()
        version = set_entry(after, expected=before.version if before else 0, viewer=viewer)
    except EntryChanged as error:
        return error.reason if before else "there-already", ""
    except BadEntry as error:
        return error.reason, error.what
    except PermissionError:
        return "not-allowed", ""
    except DatabaseUnavailable as error:
        log.failure("register entry not saved", error)
        return error.state, ""
    register_notices.keep_saved(after.name, version)
    return None, ""
