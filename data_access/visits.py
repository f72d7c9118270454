"""When somebody was here last, and whether it is the first time."""

from datetime import date

from sqlalchemy import select

import clock
from data_access.audit import Action, note
from data_access.connect import reading
from data_access.engine import engine
from data_access.schema import AUDIT
from data_access.viewer import Viewer


def read_last_visit(*, viewer: Viewer) -> date | None:
    """The day of the sign-in before the present one; None when this is the first, or where
    nobody signs in. Raises DatabaseUnavailable."""
    asked = (
        select(AUDIT.c.at)
        .where(AUDIT.c.subject == viewer.subject, AUDIT.c.action == Action.SIGN_IN)
        .order_by(AUDIT.c.id.desc())
        .limit(2)
    )
    with reading(engine()) as connection:
        moments = connection.scalars(asked).all()
    return clock.day_of(moments[1]) if len(moments) == 2 else None


def begin_guide(*, viewer: Viewer) -> bool:
    """Whether the guided look is to open by itself: at the first sign-in, and once. That it does is
    noted in the audit. Raises DatabaseUnavailable."""
    kinds = (Action.SIGN_IN, Action.GUIDED)
    asked = select(AUDIT.c.action).where(AUDIT.c.subject == viewer.subject)
    asked = asked.where(AUDIT.c.action.in_(kinds)).order_by(AUDIT.c.id.desc()).limit(2)
    with reading(engine()) as connection:
        is_first = connection.scalars(asked).all() == [Action.SIGN_IN]
    if is_first:
        note(viewer, Action.GUIDED, "rundtur")
    return is_first
