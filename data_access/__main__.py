"""`python -m data_access COMMAND`: make the database ready, say how it is, look after the audit,
bring in files and SCB's population."""

import json
import sys
from functools import partial

from data_access.engine import DatabaseUnavailable, WrongSchema, engine, prepare, reading
from data_access.errors import ReportsLost
from data_access.health import health
from data_access.kind import WrongKind
from words import _


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 0 when all is well."""
    name, rest = "".join(arguments[:1]), arguments[1:]
    command = _COMMANDS.get(name) if not rest else None
    if name in _WITH_ARGUMENTS:
        command = partial(_WITH_ARGUMENTS[name], rest)
    if command is None:
        usage = _("Användning: python -m data_access {commands}")
        known = [*_COMMANDS, *(f"{one} …" for one in _WITH_ARGUMENTS)]
        print(usage.format(commands=" | ".join(known)), file=sys.stderr)
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


def _without_reports() -> int:
    from data_access.raw.lost import go_on_without

    if not go_on_without(engine()):
        print(_("Inlämningarnas databas saknar inget. Inget är ändrat."), file=sys.stderr)
        return 1
    prepare(engine())
    print(
        _(
            "Databasen är klar, utan det som rapporterades förut. Nästa utgåva granskas inte mot "
            "dem som redan är publicerade: läs om det i docs/operate.md innan den görs."
        )
    )
    return 0


def _health() -> int:
    from data_access.raw.lost import check_not_lost

    found = health()
    if found["status"] == "ok":
        try:
            check_not_lost(engine())
        except ReportsLost as error:
            found |= {"status": "fel", "reason": str(error)}
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0 if found["status"] == "ok" else 1


def _verify_audit() -> int:
    from data_access import audit

    with reading(engine()) as connection:
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


def _tidy() -> int:
    from data_access.tidy import tidy

    found = tidy()
    told = _("Utkast som tömdes: {drafts}. Sessioner som togs bort: {sessions}.")
    print(told.format(drafts=found.drafts, sessions=found.sessions))
    return 0


def _grant(arguments: list[str]) -> int:
    from data_access import grant

    return grant.main(arguments)


def _import(arguments: list[str]) -> int:
    from data_access import import_command

    return import_command.main(arguments)


def _example(arguments: list[str]) -> int:
    from data_access import example_door

    return example_door.main(arguments)


def _release(arguments: list[str]) -> int:
    from data_access import release_command

    return release_command.main(arguments)


def _council(arguments: list[str]) -> int:
    from data_access import council_command

    return council_command.main(arguments)


def _population(arguments: list[str]) -> int:
    from data_access import population_command

    return population_command.main(arguments)


def _copy(arguments: list[str]) -> int:
    from data_access import copy_command

    return copy_command.main(arguments)


def _backup(arguments: list[str]) -> int:
    from data_access import backup_command

    return backup_command.main(arguments)


def _restore(arguments: list[str]) -> int:
    from data_access import restore_command

    return restore_command.main(arguments)


_COMMANDS = {
    "prepare": _prepare,
    "health": _health,
    "verify-audit": _verify_audit,
    "purge-audit": _purge_audit,
    "tidy": _tidy,
    "without-reports": _without_reports,
}

_WITH_ARGUMENTS = {
    "grant": _grant,
    "import": _import,
    "example": _example,
    "release": _release,
    "council": _council,
    "population": _population,
    "backup": _backup,
    "restore": _restore,
    "copy": _copy,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
