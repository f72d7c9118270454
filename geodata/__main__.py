"""`python -m geodata build | list | check FILE | install FILE`: the areas and their boundaries."""

import argparse
import sys
import time
from datetime import date
from pathlib import Path

import clock
import settings
from geodata import sources, store
from geodata.checks import Rejected
from geodata.division import LEVELS, NoDivision, load_areas, to_areas_on
from geodata.telling import show_faults
from words import _


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when all is well, 1 when something is wrong and nothing was changed."""
    chosen = to_parser().parse_args(arguments)
    commands = {"build": run_build, "list": run_list, "check": run_check, "install": run_install}
    try:
        return commands[chosen.command](chosen)
    except Rejected as rejected:
        show_faults(rejected)
    except NoDivision as error:
        text = _("ingen indelning är känd {on}; välj {first} eller en senare dag")
        print(text.format(on=error.on, first=error.first), file=sys.stderr)
    except OSError as error:
        print(error, file=sys.stderr)
    return 1


def to_parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    parser = argparse.ArgumentParser(prog="python -m geodata", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help=_("bygg gränserna om de saknas och kontrollera dem"))
    listing = commands.add_parser("list", help=_("visa områdena en dag"))
    listing.add_argument("--level", choices=LEVELS)
    for name, text in (("check", _("granska egna LPO-gränser")), ("install", _("ta dem i bruk"))):
        command = commands.add_parser(name, help=text)
        command.add_argument("file", type=Path)
        column = command.add_mutually_exclusive_group()
        column.add_argument("--code-column", help=_("kolumn med LPO:ernas koder"))
        column.add_argument("--name-column", help=_("kolumn med LPO:ernas namn"))
        command.add_argument("--layer", help=_("lager, när filen har flera"))
    for command in commands.choices.values():
        command.add_argument("--day", type=date.fromisoformat, default=clock.today())
    return parser


def run_build(_chosen: argparse.Namespace) -> int:
    """Builds the outlines when they are missing and says where they are."""
    began, directory = time.perf_counter(), settings.load().areas_dir
    outlines = store.ensure_outlines(directory, print)
    for one in outlines:
        print(f"{one.file.stat().st_size:>9} {one.file.name}")
    print(f"{time.perf_counter() - began:.1f} s, {directory} ({sources.BOUNDARY_SOURCE})")
    return 0


def run_list(chosen: argparse.Namespace) -> int:
    """Prints code, level and name of the areas that hold on the day."""
    areas = to_areas_on(load_areas(), chosen.day, chosen.level)
    for code, level, name in zip(areas["code"], areas["level"], areas["name"], strict=True):
        print(f"{code:<34} {level:<12} {name}")
    return 0


def run_check(chosen: argparse.Namespace) -> int:
    """Checks an authority's own file and changes nothing."""
    from geodata import files, install

    choice = files.Choice(chosen.code_column, chosen.name_column, chosen.layer)
    table = install.check(chosen.file, choice, chosen.day)
    print(_("{file}: {count} områden, inga fel").format(file=chosen.file, count=len(table)))
    return 0


def run_install(chosen: argparse.Namespace) -> int:
    """Checks an authority's own file and takes it into use."""
    from geodata import files, install

    choice = files.Choice(chosen.code_column, chosen.name_column, chosen.layer)
    directory = settings.load().areas_dir
    install.install(chosen.file, choice, chosen.day, directory, print)
    print(_("{file} är i bruk; starta om tjänsten").format(file=chosen.file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
