"""Files that readers take away: counted, noted, and made only for who may still see."""

from collections.abc import Callable, Mapping
from typing import Any

from data_access import audit
from data_access.audit import Action
from data_access.engine import DatabaseUnavailable
from data_access.sign_in import NotAdmitted, SessionOver
from data_access.viewer import Viewer
from pages import asking
from ui import database_words
from ui.csv_file import to_note
from web import log
from web.limits import may_export
from words import _, language, spoken


def to_maker(
    make: Callable[[], bytes],
    viewer: Viewer,
    what: str,
    told: Mapping[str, Any],
    to_note: Callable[[str], bytes] = to_note,
) -> Callable[[], bytes]:
    """For a download button: `make`s the file at the click, which is noted with what is `told`.

    The click may come long after the page was drawn, so whoever clicks is asked for anew. A file
    that is refused says why (`to_note`): Streamlit has no other place for it than an English word.
    """
    ask_again, said = asking.to_asking_again(), language()

    def export() -> bytes:
        try:
            if ask_again() != viewer:
                return to_note(_("Din behörighet har ändrats. Ladda om sidan och försök igen."))
        except (NotAdmitted, SessionOver):
            return to_note(_("Du är utloggad. Logga in igen och försök på nytt."))
        if not may_export(viewer.subject):
            return to_note(_("Du har hämtat många filer på kort tid. Försök igen om en minut."))
        audit.note(viewer, Action.EXPORT, what, after=told)
        return make()

    def try_export() -> bytes:
        try:
            with spoken(said):
                return export()
        except DatabaseUnavailable as error:
            log.failure("file not given", error)
            with spoken(said):
                return to_note(database_words.to_problems()[error.state])

    return try_export
