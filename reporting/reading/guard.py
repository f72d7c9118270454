"""What the bytes are, asked before anything is parsed."""

from reporting.reading.package import Package, to_broken, to_locked
from reporting.reading.problem import Problem
from words import _

MAX_BYTES = 10 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# What people take for a spreadsheet, by how it begins
_OTHERS = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"\x7fELF", b"MZ\x90", b"BZh", b"\xfd7zXZ", b"SQLite", b"\x09\x08\x10\x00", b"\x00\x00\x00",
)  # fmt: skip


def open_package(data: bytes) -> Package | None:
    """The workbook's parts, or None when the bytes may be CSV. Problem when they are neither."""
    if len(data) > MAX_BYTES:
        raise _too_big(len(data))
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Problem("empty", _("Filen är tom."), _("Välj filen som du har fyllt i."))
    if data.startswith(_OLE):
        raise _to_old(data)
    if data.startswith(_ZIP):
        package = Package(data)
        _check_parts(package)
        return package
    if data.startswith(_OTHERS):
        raise to_no_spreadsheet()
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<html", b"<!", b"<HTML")):
        raise to_no_spreadsheet()
    return None


def to_no_spreadsheet() -> Problem:
    """The file is something else."""
    return Problem(
        "not-a-spreadsheet",
        _("Filen är inget kalkylblad."),
        _("Spara uppgifterna som Excel-arbetsbok (.xlsx) eller CSV och läs in den filen."),
    )


def _too_big(size: int) -> Problem:
    return Problem(
        "too-big",
        _("Filen är {size} MB. Den får vara högst {most} MB.").format(
            size=round(size / 1024 / 1024) or 1, most=MAX_BYTES // 1024 // 1024
        ),
        _("Ta bort bilder och annat som inte rapporteras, eller dela filen i flera."),
    )


def _to_old(data: bytes) -> Problem:
    """An OLE document: a workbook with a password, one of an old Excel, or something else."""
    if _name("EncryptedPackage") in data:
        return to_locked()
    if _name("Workbook") in data or _name("Book") in data:
        return Problem(
            "old-excel",
            _("Filen är sparad i det gamla Excel-formatet (.xls)."),
            _("Spara den som Excel-arbetsbok (.xlsx) och läs in den igen."),
        )
    return to_no_spreadsheet()


def _name(stream: str) -> bytes:
    return stream.encode("utf-16-le")


def _check_parts(package: Package) -> None:
    names = [name.lower() for name in package.names()]
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Problem(
            "macro",
            _("Filen innehåller makron och läses därför inte."),
            _("Spara den som Excel-arbetsbok utan makron (.xlsx) och läs in den igen."),
        )
    if "xl/workbook.bin" in names:
        raise _wrong_format(_("Filen är en binär Excel-arbetsbok (.xlsb)."))
    if "mimetype" in names and "content.xml" in names:
        raise _wrong_format(_("Filen är i OpenDocument-format (.ods)."))
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise to_no_spreadsheet()
    if "xl/workbook.xml" not in names and "[content_types].xml" not in names:
        raise _to_other_archive(names)


def _to_other_archive(names: list[str]) -> Problem:
    if not names:
        return to_broken()
    if any(name.endswith((".xlsx", ".csv", ".xls")) for name in names):
        return Problem(
            "archive",
            _("Filen är ett zip-arkiv med andra filer i."),
            _("Packa upp arkivet och läs in filerna en och en."),
        )
    return to_no_spreadsheet()


def _wrong_format(wrong: str) -> Problem:
    return Problem(
        "wrong-format", wrong, _("Spara den som Excel-arbetsbok (.xlsx) och läs in den igen.")
    )
