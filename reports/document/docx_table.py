"""A table of a DOCX: a real one, whose headings come again on every sheet."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from reports.document.docx_fields import to_run
from reports.document.docx_styles import LOOKS, SHADE, TABLE, TABLE_HEAD, TABLE_TEXT
from reports.document.grid import Grid
from reports.document.layout import Layout
from words import _


def to_table(grid: Grid, layout: Layout, caption: str, told: str, *, noted: bool) -> Any:
    """The table's element. `told` is read to who can't see it, and `noted` says that a note below
    must stay with it."""
    table = _to_frame(layout, caption, told)
    table.append(_to_row(grid.headings, grid, layout, head=True, held=True))
    rows = grid.rows or ((_("Det finns inget att visa."),),)
    for number, row in enumerate(rows, 1):
        last = number == len(rows)
        held = noted if last else layout.short
        table.append(_to_row(row, grid, layout, head=False, held=held))
    return table


def _to_frame(layout: Layout, caption: str, told: str) -> Any:
    widths = [_twips(one) for one in layout.widths]
    frame = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{TABLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid/></w:tbl>'
    )
    for name, text in (("w:tblCaption", caption), ("w:tblDescription", told)):
        if text:
            etree.SubElement(frame.find(qn("w:tblPr")), qn(name)).set(qn("w:val"), text)
    for one in widths:
        etree.SubElement(frame.find(qn("w:tblGrid")), qn("w:gridCol")).set(qn("w:w"), str(one))
    return frame


def _to_row(cells: Sequence[str], grid: Grid, layout: Layout, *, head: bool, held: bool) -> Any:
    row = OxmlElement("w:tr")
    properties = etree.SubElement(row, qn("w:trPr"))
    etree.SubElement(properties, qn("w:cantSplit"))
    if head:
        etree.SubElement(properties, qn("w:tblHeader"))
    spans = len(grid.headings) if len(cells) < len(grid.headings) else 1
    for place, text in enumerate(cells):
        width = sum(layout.widths) if spans > 1 else layout.widths[place]
        cell = etree.SubElement(row, qn("w:tc"))
        cell.append(_to_cell_properties(width, spans, head=head))
        figure = grid.figures[place] and spans == 1
        cell.append(_to_text(text, layout.size, head=head, held=held, figure=figure))
    return row


def _to_cell_properties(width: float, spans: int, *, head: bool) -> Any:
    properties = OxmlElement("w:tcPr")
    wide = etree.SubElement(properties, qn("w:tcW"))
    wide.set(qn("w:w"), str(_twips(width)))
    wide.set(qn("w:type"), "dxa")
    if spans > 1:
        etree.SubElement(properties, qn("w:gridSpan")).set(qn("w:val"), str(spans))
    if head:  # the style says so too, but not every program asks it
        shade = etree.SubElement(properties, qn("w:shd"))
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
            shade.set(qn(f"w:{name}"), value)
        etree.SubElement(properties, qn("w:vAlign")).set(qn("w:val"), "bottom")
    return properties


def _to_text(text: str, size: float, *, head: bool, held: bool, figure: bool) -> Any:
    style = TABLE_HEAD if head else TABLE_TEXT
    paragraph = OxmlElement("w:p")
    shape = etree.SubElement(paragraph, qn("w:pPr"))
    etree.SubElement(shape, qn("w:pStyle")).set(qn("w:val"), style)
    if held:
        etree.SubElement(shape, qn("w:keepNext"))
    if figure:
        etree.SubElement(shape, qn("w:jc")).set(qn("w:val"), "right")
    run = to_run(text)
    if size != LOOKS[style].size:
        halves = str(round(size * 2))
        for name in ("w:sz", "w:szCs"):
            etree.SubElement(run.get_or_add_rPr(), qn(name)).set(qn("w:val"), halves)
    paragraph.append(run)
    return paragraph


def _twips(points: float) -> int:
    return round(points * 20)
