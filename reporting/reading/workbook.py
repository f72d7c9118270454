"""An XLSX workbook's sheets."""

import posixpath
from collections.abc import Container

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from reporting.reading import xml
from reporting.reading.grid import Sheet
from reporting.reading.limits import Room
from reporting.reading.package import Package, to_broken
from reporting.reading.sheet_xml import SheetHandler
from reporting.reading.spelling import fold
from reporting.reading.stored import Styles
from reporting.reading.workbook_xml import Book, Formats, Links, Strings


def read_workbook(package: Package, unread: Container[str]) -> list[Sheet]:
    """The visible sheets, and the hidden ones without their lines. Sheets whose folded names are
    in `unread` are left out. Problem when the workbook is broken or too large."""
    home = _find_home(package)
    links = _read_links(package, home)
    book = Book()
    xml.read(package.chunks(home), book)
    strings = _read_strings(package, links)
    styles = _read_styles(package, links, book.is_1904)
    room = Room()
    found = []
    for name, state, link in book.sheets:
        path = links.get(link, ("", ""))[1]
        if fold(name) in unread or not package.holds(path):
            continue
        if state != "visible":
            found.append(Sheet(name, (), hidden=True))
            continue
        handler = SheetHandler(name, strings, styles, room)
        xml.read(package.chunks(path), handler)
        found.append(Sheet(name, tuple(handler.lines), tuple(handler.merged)))
    return found


def _find_home(package: Package) -> str:
    if package.holds("_rels/.rels"):
        links = Links()
        xml.read(package.chunks("_rels/.rels"), links)
        for kind, target in links.found.values():
            if kind == "officeDocument" and package.holds(target.lstrip("/")):
                return target.lstrip("/")
    if not package.holds("xl/workbook.xml"):
        raise to_broken()
    return "xl/workbook.xml"


def _read_links(package: Package, home: str) -> dict[str, tuple[str, str]]:
    """The workbook's relations: id → (kind, part)."""
    folder, name = posixpath.split(home)
    path = posixpath.join(folder, "_rels", name + ".rels")
    if not package.holds(path):
        raise to_broken()
    links = Links()
    xml.read(package.chunks(path), links)
    return {
        key: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for key, (kind, target) in links.found.items()
    }


def _part(links: dict[str, tuple[str, str]], kind: str) -> str:
    return next((path for found, path in links.values() if found == kind), "")


def _read_strings(package: Package, links: dict[str, tuple[str, str]]) -> list[str]:
    path, strings = _part(links, "sharedStrings"), Strings()
    if package.holds(path):
        xml.read(package.chunks(path), strings)
    return strings.texts


def _read_styles(package: Package, links: dict[str, tuple[str, str]], is_1904: bool) -> Styles:
    path, formats = _part(links, "styles"), Formats()
    if package.holds(path):
        xml.read(package.chunks(path), formats)
    epoch = MAC_EPOCH if is_1904 else WINDOWS_EPOCH
    patterns = {number: formats.to_format(number) for number in set(formats.styles)}
    used = [patterns[number] for number in formats.styles]
    days = frozenset(place for place, pattern in enumerate(used) if _is_day(pattern))
    percents = frozenset(place for place, pattern in enumerate(used) if "%" in pattern)
    return Styles(epoch, days, percents)


def _is_day(pattern: str) -> bool:
    return pattern != "General" and is_date_format(pattern)
