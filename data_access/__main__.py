"""`python -m data_access prepare | health`: make the database ready, or say how it is."""

import json
import sys
from functools import partial
from gettext import dgettext

from data_access.engine import DatabaseUnavailable, WrongSchema, engine, prepare
from data_access.health import health

_ = partial(dgettext, "bob")


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 0 when all is well."""
    if arguments == ["prepare"]:
        return _prepare()
    if arguments == ["health"]:
        found = health()
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0 if found["status"] == "ok" else 1
    print(_("Användning: python -m data_access prepare | health"), file=sys.stderr)
    return 2


def _prepare() -> int:
    try:
        prepare(engine())
    except (DatabaseUnavailable, WrongSchema) as error:
        print(error, file=sys.stderr)
        return 1
    print(_("Databasen är klar."))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
