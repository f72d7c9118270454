"""A document as DOCX: real headings, tables, captions and references, and the same bytes each time.

Word asks at the first opening whether fields are to be brought up to date: the pages of the table
of contents are its to count. All else that a field says is right from the start.
"""

import io
import zipfile
from itertools import count
from typing import Any

import docx
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Written

from reports.document import docx_fields as fields
from reports.document import docx_styles as styles
from reports.document.blocks import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Line,
    Notice,
    Picture,
    Quote,
    Ref,
    Strong,
    Table,
)
from reports.document.docx_front import add_front, frame, heading_mark, tell_properties
from reports.document.docx_picture import add_picture
from reports.document.docx_table import to_table
from reports.document.layout import Part
from reports.document.numbering import Number, caption_word
from reports.document.prepared import Prepared, prepare

EARLIEST = (1980, 1, 1, 0, 0, 0)  # of all parts of the file: a zip knows no earlier day


def to_docx(document: Document) -> bytes:
    """The file. Raises a `WrongDocument` by its name for what can't be told whole."""
    return _to_same_bytes(_Writer(prepare(document)).write())


class _Writer:
    """One document on its way to a file."""

    def __init__(self, prepared: Prepared):
        self.prepared = prepared
        self.file: Docx = docx.Document()
        self.marks, self.headings = count(1), count(1)

    def write(self) -> Docx:
        styles.dress(self.file)
        styles.settle(self.file)
        tell_properties(self.file, self.prepared.document)
        frame(self.file.sections[0], self.prepared.document, wide=False)
        add_front(self.file, self.prepared)
        for number, part in enumerate(self.prepared.parts):
            if number or part.wide or self.prepared.headings:
                self._turn(part, first=number == 0)
            for block in part.blocks:
                self._add(block)
        return self.file

    def _turn(self, part: Part, *, first: bool) -> None:
        """A new sheet, of the part's kind."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        frame(section, self.prepared.document, wide=part.wide)
        ends: Any = self.file.paragraphs[-1]._p
        before = ends.getprevious()
        if not first and before.tag == qn("w:p"):
            # The break takes no line of its own, which may be one too many for the sheet; but below
            # the contents, which Word writes anew
            before.get_or_add_pPr().append(ends.pPr.sectPr)
            ends.getparent().remove(ends)

    def _add(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._add_heading(block)
        elif isinstance(block, Bullets):
            for line in block.lines:
                self._add_line(line, styles.POINT)
        elif isinstance(block, Table):
            self._add_table(block)
        elif isinstance(block, Picture):
            self._add_picture(block)
        else:
            assert not isinstance(block, Chart)  # drawn when the document was prepared
            looks = {Quote: "Quote", Notice: styles.NOTICE}
            self._add_line(block.line, looks.get(type(block), "Normal"))

    def _add_heading(self, block: Heading) -> None:
        where = self.file.add_paragraph(style=f"Heading {block.level}")
        name = heading_mark(next(self.headings))
        fields.mark(where, name, next(self.marks), [fields.to_run(block.text)])

    def _add_line(self, line: Line, style: str) -> None:
        if not line:
            return
        where = self.file.add_paragraph(style=style)
        for place, part in enumerate(line):
            if isinstance(part, Ref):
                code = f"REF {_mark_name(self.prepared.numbers[part])} \\h"
                code += " \\* Lower" if place else ""
                fields.add_field(where, code, self.prepared.told(part, first=place == 0))
            else:
                where._p.append(fields.to_run(part, bold=isinstance(part, Strong)))

    def _add_table(self, block: Table) -> None:
        self._add_caption(block).paragraph_format.keep_with_next = True
        grid, layout = self.prepared.grids[block.key], self.prepared.layouts[block.key]
        above, below = ("", block.note) if layout.short else (block.note, "")
        if above:
            note = self.file.add_paragraph(above, styles.NOTE)
            note.paragraph_format.keep_with_next = True
            note.paragraph_format.space_before, note.paragraph_format.space_after = Pt(0), Pt(4)
        table = to_table(grid, layout, block.caption, block.note, noted=bool(below))
        # Word takes two tables in a row for one: what stands between them is there always
        self.file.add_paragraph(below, styles.NOTE)._p.addprevious(table)

    def _add_picture(self, block: Picture) -> None:
        where = self.file.add_paragraph()
        where.paragraph_format.keep_with_next = True
        where.paragraph_format.space_after = Pt(0)
        add_picture(where, block)
        caption = self._add_caption(block)
        caption.paragraph_format.space_before = Pt(4)
        caption.paragraph_format.space_after = Pt(2 if block.note else 12)
        if block.note:
            caption.paragraph_format.keep_with_next = True
            self.file.add_paragraph(block.note, styles.NOTE)

    def _add_caption(self, block: Table | Picture) -> Written:
        number = self.prepared.numbers[block.key]
        word = caption_word(number.kind)
        counted = fields.to_field(f"SEQ {word} \\* ARABIC", str(number.number))
        where = self.file.add_paragraph(style="Caption")
        parts: list[Any] = [fields.to_run(f"{word}\u00a0"), *counted]
        fields.mark(where, _mark_name(number), next(self.marks), parts)
        where._p.append(fields.to_run(f". {block.caption}"))
        return where


def _mark_name(number: Number) -> str:
    """Letters, digits and underscores alone: Word takes no other."""
    return f"_Ref_{number.kind}_{number.number}"


def _to_same_bytes(file: Docx) -> bytes:
    """The file with one day for all its parts, so that the same document is the same bytes."""
    drawn, same = io.BytesIO(), io.BytesIO()
    file.save(drawn)
    with (
        zipfile.ZipFile(drawn) as parts,
        zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in parts.namelist():
            one = zipfile.ZipInfo(name, EARLIEST)
            one.compress_type, one.create_system = zipfile.ZIP_DEFLATED, 0
            kept.writestr(one, parts.read(name))
    return same.getvalue()
