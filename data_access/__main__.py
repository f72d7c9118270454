"""`python -m data_access COMMAND`: make the database ready, say how it is, look after the audit."""

import json
import sys

from data_access.engine import DatabaseUnavailable, WrongSchema, engine, prepare, reading
from data_access.health import health
from data_access.kind import WrongKind
from words import _


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 0 when all is well."""
    if arguments[:1] == ["grant"]:
        return _grant(arguments[1:])
    command = _COMMANDS.get(arguments[0]) if len(arguments) == 1 else None
    if command is None:
        usage = _("Användning: python -m data_access {commands}")
        print(usage.format(commands=" | ".join([*_COMMANDS, "grant …"])), file=sys.stderr)
        return 2
    try:
        return command()
    except (DatabaseUnavailable, WrongKind, WrongSchema) as error:
        print(error, file=sys.stderr)
        return 1


def _prepare() -> int:
    prepare(engine())
    print(_("Databasen är klar."))
    return 0


def _health() -> int:
    found = health()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0 if found["status"] == "ok" else 1


def _verify_audit() -> int:
    from data_access import audit

    with reading() as connection:
        found = audit.verify(connection)
    print(_("Rader: {n}").format(n=found.rows))
    if found.first_at and found.last_at:
        print(_("Första raden: {moment} UTC").format(moment=f"{found.first_at:%Y-%m-%d %H:%M:%S}"))
        print(_("Sista raden: {moment} UTC").format(moment=f"{found.last_at:%Y-%m-%d %H:%M:%S}"))
    print(_("Sista kontrollsumma: {digest}").format(digest=found.last_digest))
    if found.ok:
        print(_("Granskningsloggens kedja är hel."))
        return 0
    print(_("Granskningsloggens kedja är bruten:"), file=sys.stderr)
    for problem in found.problems:
        print(f"- {problem}", file=sys.stderr)
    return 1


def _purge_audit() -> int:
    from data_access import audit

    before = audit.to_first_kept()
    rows = audit.purge(audit.SYSTEM, before)
    told = _("{n} rader från tiden före {before} gallrades ur granskningsloggen.")
    print(told.format(n=rows, before=before))
    return 0


def _grant(arguments: list[str]) -> int:
    from data_access import grant

    return grant.main(arguments)


_COMMANDS = {
    "prepare": _prepare,
    "health": _health,
    "verify-audit": _verify_audit,
    "purge-audit": _purge_audit,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
