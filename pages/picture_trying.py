"""Writes of lägesbilder, each with a word of why when it is refused.

They run as callbacks, before the page, so who is asking is asked anew.
"""

from collections.abc import Callable
from typing import Any

from data_access.areas import UnknownArea
from data_access.engine import DatabaseUnavailable
from data_access.picture_rules import DROPPED, PUBLISHED, WITHDRAWN
from data_access.picture_steps import BadPicture, OwnPicture, PictureChanged, UnknownPicture
from data_access.recording import BadRecord
from data_access.viewer import Viewer
from pages import acting
from ui import picture_notices
from web import log


def try_to(
    write: Callable[[Viewer], Any],
    place: str,
    on_change: Callable[[PictureChanged], None] | None = None,
) -> Any:
    """What the write gave; None, with what to say, when it was refused."""
    try:
        viewer = acting.who_acts()
        return write(viewer)
    except PictureChanged as error:
        if on_change is not None and error.state not in (PUBLISHED, DROPPED, WITHDRAWN):
            on_change(error)
            picture_notices.keep_problem("changed-text", place=place)
        else:
            picture_notices.keep_problem("changed-meanwhile")
    except BadPicture as error:
        picture_notices.keep_problem(error.reason, error.what, place=place)
    except OwnPicture:
        picture_notices.keep_problem("own-text")
    except PermissionError:
        picture_notices.keep_problem("not-allowed", place=place)
    except UnknownPicture:
        picture_notices.keep_problem("unknown")
    except (UnknownArea, BadRecord) as error:
        log.failure("picture refused", error)
        picture_notices.keep_problem("unknown-area", place=place)
    except DatabaseUnavailable as error:
        log.failure("picture not saved", error)
        picture_notices.keep_problem(error.state, place=place)
    return None
