"""When somebody was here last, and what is noted of the guided look."""

from sqlalchemy import select

from data_access import visits
from data_access.audit import Action, note
from data_access.connect import reading
from data_access.schema import AUDIT
from data_access.viewer import Role, Viewer

NEW = Viewer(Role.LASARE, frozenset({"se"}), subject="ny")
OTHER = Viewer(Role.ADMIN, frozenset(), subject="annan")


def test_the_guided_look_opens_at_the_first_sign_in_and_once(engine):
    note(NEW, Action.SIGN_IN, "inloggning")
    note(OTHER, Action.SIGN_IN, "inloggning")
    assert [visits.begin_guide(viewer=NEW) for _time in range(2)] == [True, False]
    note(NEW, Action.SIGN_IN, "inloggning")
    assert not visits.begin_guide(viewer=NEW)
    with reading(engine) as connection:
        told = connection.execute(
            select(AUDIT.c.subject, AUDIT.c.role, AUDIT.c.what).where(AUDIT.c.action == "rundtur")
        ).all()
    assert told == [("ny", "lasare", "rundtur")]


def test_who_has_been_here_before_is_not_shown_round(engine):
    note(NEW, Action.SIGN_IN, "inloggning")
    note(NEW, Action.EXPORT, "karta")
    note(NEW, Action.SIGN_IN, "inloggning")
    assert not visits.begin_guide(viewer=NEW)


def test_where_nobody_signs_in_nobody_is_shown_round(engine):
    assert not visits.begin_guide(viewer=NEW)
