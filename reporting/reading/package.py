"""The parts of a workbook, which is a zip archive, read with limits: an archive can lie."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from reporting.reading.problem import Problem
from words import _

MAX_UNPACKED = 50 * 1024 * 1024
MAX_PARTS = 2_000
# What people write packs to a tenth or a thirtieth; only what says nothing packs beyond this
MAX_RATIO = 100
# Beginnings and ends of elements, in all parts that are read: what takes time is each of them, not
# the bytes. The fullest file that has room for its cells (see limits) has 2.5 million
MAX_TAGS = 3_000_000
SMALL = 1024 * 1024  # so much unpacked is harmless whatever its ratio
_CHUNK = 64 * 1024
_BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError)


class Package:
    """The archive's parts by name. All that is read counts against one limit."""

    def __init__(self, data: bytes):
        """Problem when the bytes are no archive, or one that can't be trusted."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except (*_BROKEN, ValueError, struct.error, UnicodeError) as error:
            raise to_broken() from error
        self._size = len(data)
        self._read = self._tags = 0
        self._check_directory()

    def names(self) -> list[str]:
        """The parts' names."""
        return self._zip.namelist()

    def holds(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes, a piece at a time. Problem when it is broken or there are too many."""
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._count(chunk)
                    yield chunk
        except (*_BROKEN, struct.error) as error:
            raise to_broken() from error

    def _count(self, chunk: bytes) -> None:
        self._read += len(chunk)
        self._weigh(self._read)
        # `<c/>` begins and ends; the same in two bytes a sign
        self._tags += chunk.count(b"<") + chunk.count(b"/>") + chunk.count(b"/\0>")
        if self._tags > MAX_TAGS:
            raise to_bomb()

    def _weigh(self, unpacked: int) -> None:
        if unpacked > MAX_UNPACKED or unpacked > max(SMALL, self._size * MAX_RATIO):
            raise to_bomb()

    def _check_directory(self) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise to_locked()
        self._weigh(sum(part.file_size for part in parts))
        if len(parts) > MAX_PARTS:
            raise to_bomb()
        if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
            raise to_broken()
        if len({part.filename for part in parts}) < len(parts):
            raise to_broken()


def to_broken() -> Problem:
    """The file is damaged."""
    return Problem(
        "broken",
        _("Filen är skadad och går inte att läsa."),
        _("Öppna den i kalkylprogrammet, spara den på nytt som .xlsx och läs in den igen."),
    )


def to_bomb() -> Problem:
    """The file unpacks to more than any report does."""
    return Problem(
        "zip-bomb",
        _("Filen packar upp till mycket mer än en rapport kan vara, och läses därför inte."),
        _("Kopiera uppgifterna till en ny mall och läs in den i stället."),
    )


def to_locked() -> Problem:
    """The file asks for a password."""
    return Problem(
        "password",
        _("Filen är skyddad med lösenord."),
        _("Ta bort lösenordet i kalkylprogrammet, spara filen och läs in den igen."),
    )
