"""Saving a lägesbild and taking its steps, and what is said of it afterwards."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from data_access import picture_steps as steps
from data_access import picture_writing
from data_access.viewer import Viewer
from pages.picture_trying import try_to
from ui import filters, picture_form, picture_notices
from ui import picture_steps as ui_steps
from ui.picture_address import NUMBER, WRITE
from ui.picture_form import Held
from ui.picture_notices import COMMENT, FORM, PAGE, REASON

PLACES = {ui_steps.SAY: COMMENT, ui_steps.SEND_BACK: REASON, ui_steps.WITHDRAW: REASON}
DONE = {
    ui_steps.SUBMIT: picture_notices.SENT,
    ui_steps.SEND_BACK: picture_notices.BACK,
    ui_steps.APPROVE: picture_notices.APPROVED,
    ui_steps.PUBLISH: picture_notices.PUBLISHED,
    ui_steps.DROP: picture_notices.DROPPED,
    ui_steps.SAY: picture_notices.COMMENTED,
    ui_steps.WITHDRAW: picture_notices.WITHDRAWN,
}


def begin(area: str, release: int | None, form: str, held: Held) -> None:
    """Save a new one, and open it."""

    def write(viewer: Viewer) -> int:
        given = (area, held.title, held.day, held.text)
        return picture_writing.begin(*given, release=release, viewer=viewer)

    number = try_to(write, FORM)
    if number is not None:
        picture_form.forget(form)
        picture_notices.keep_done(picture_notices.BEGUN)
        filters.put(**{NUMBER: str(number), WRITE: None})


def save(number: int, release: int | None, form: str, held: Held) -> None:
    """Save a new version over the one that it was begun from. When somebody else was first, what
    is written stays, to be saved over hers."""

    def write(viewer: Viewer) -> int:
        given = (number, held.title, held.day, held.text)
        return picture_writing.save(*given, release=release, expected=held.base, viewer=viewer)

    version = try_to(write, FORM, lambda error: picture_form.rebase(form, error.version))
    if version is not None:
        picture_form.forget(form)
        picture_notices.keep_done(picture_notices.SAVED, version)
        filters.put(**{WRITE: None})


def do(
    number: int, version: int, parts: Mapping[str, Mapping[str, Any]], what: str, said: str
) -> None:
    """Take a step with the version that was shown, with the parts that were shown."""

    acts: dict[str, Callable[..., None]] = {
        ui_steps.SUBMIT: steps.submit,
        ui_steps.SAY: partial(steps.comment, text=said),
        ui_steps.SEND_BACK: partial(steps.send_back, reason=said),
        ui_steps.APPROVE: partial(steps.approve, parts=parts),
        ui_steps.PUBLISH: steps.publish,
        ui_steps.DROP: steps.drop,
        ui_steps.WITHDRAW: partial(steps.withdraw, reason=said),
    }

    def write(viewer: Viewer) -> bool:
        acts[what](number, expected=version, viewer=viewer)
        return True

    if try_to(write, PLACES.get(what, PAGE)):
        picture_notices.keep_done(DONE[what])
        if what in PLACES:
            ui_steps.forget_words(what)
        if what == ui_steps.DROP:
            filters.put(**{NUMBER: None})
