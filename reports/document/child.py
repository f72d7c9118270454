"""Writes a document as DOCX or XLSX in a process of its own: `python -m reports.document.child`.

It reads (language, kind, document) from its standard input and writes the file to its output. The
compilers of files take much memory, which goes back to the machine when the process ends, and one
that is cancelled ends at once.
"""

# What is read is our own parent's alone
import pickle  # nosec B403
import sys

from reports.document.blocks import Document
from reports.document.docx_file import to_docx
from reports.document.xlsx_file import to_xlsx
from words import choose

WRITERS = {"docx": to_docx, "xlsx": to_xlsx}


def main() -> None:
    """Read, write the file, and end."""
    told = pickle.load(sys.stdin.buffer)  # noqa: S301  # nosec B301
    language, kind, document = told
    assert isinstance(document, Document)
    choose(language)
    sys.stdout.buffer.write(WRITERS[kind](document))


if __name__ == "__main__":
    main()
