"""How a DOCX looks: sheets, styles, language. Every look is a style, so that an office can put its
own in place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor

from reports.document.layout import MARGIN, SHEET, sheet_points
from words import signs, tag

FONT = "Calibri"
INK, DEEP, QUIET = "1B2733", "08306B", "4B5A67"
SHADE, GRID, MARK, MARKED = "E3EBF4", "AEB9C4", "B45F06", "FDF3E3"
CONTENTS, POINT = "TOC Heading", "List Bullet"  # as Word calls them
NOTICE, NOTE, TABLE_TEXT, TABLE_HEAD = "Notis", "Tabellnot", "Tabelltext", "Tabellhuvud"
TABLE = "Rapporttabell"


class Look(NamedTuple):
    """A style of paragraphs: size and room before and after in points, indents in mm."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = INK
    with_next: bool = False
    left: float | None = None
    line: float = 1.15


LOOKS = {
    "Normal": Look(11, after=7),
    "Title": Look(28, after=6, bold=True, colour=DEEP, line=1.05),
    "Subtitle": Look(12, after=2, colour=QUIET),
    "Heading 1": Look(19, 26, 8, bold=True, colour=DEEP, with_next=True, line=1.05),
    "Heading 2": Look(14, 18, 5, bold=True, colour=DEEP, with_next=True, line=1.05),
    "Heading 3": Look(12, 13, 4, bold=True, with_next=True, line=1.05),
    CONTENTS: Look(16, 22, 8, bold=True, colour=DEEP, with_next=True),
    "toc 1": Look(11, 6, 2, bold=True),
    "toc 2": Look(11, after=2, left=6),
    "toc 3": Look(10.5, after=2, left=12, colour=QUIET),
    "Caption": Look(10, 10, 4, bold=True),
    POINT: Look(11, after=4),
    "Quote": Look(11, 4, 8, italic=True, left=10),
    "Header": Look(9, colour=QUIET),
    "Footer": Look(9, colour=QUIET),
    NOTICE: Look(11, 8, 10, left=3),
    NOTE: Look(9, 4, 12, colour=QUIET),
    TABLE_TEXT: Look(9.5, 2, 2, line=1.0),
    TABLE_HEAD: Look(9.5, 2, 2, bold=True, with_next=True, line=1.0),
}


def dress(docx: Docx) -> None:
    """The document's sheets, styles and language, all ours."""
    fonts = docx.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_fonts(fonts)
    for lang in (*docx.styles.element.iter(qn("w:lang")),):
        lang.set(qn("w:val"), tag())
        lang.set(qn("w:eastAsia"), tag())
    for name, look in LOOKS.items():
        _dress_style(docx, name, look)
    for level in (1, 2, 3):
        stops = docx.styles[f"toc {level}"].paragraph_format.tab_stops
        stops.add_tab_stop(Pt(sheet_points(wide=False)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _border(docx.styles["Quote"], GRID, None)
    _border(docx.styles[NOTICE], MARK, MARKED)
    docx.styles.element.append(_to_table_style())
    set_sheet(docx.sections[0], wide=False)


def set_sheet(section: Section, *, wide: bool) -> None:
    """A4, lying down when `wide`."""
    short, tall = (Mm(one) for one in SHEET)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (tall, short) if wide else (short, tall)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(12)


def _dress_style(docx: Docx, name: str, look: Look) -> None:
    known = {one.name for one in docx.styles}
    built_in = name.startswith("toc ")
    if name not in known:
        docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in)
    style: Any = docx.styles[name]
    _unlink(docx, style)
    if style.element.rPr is not None:
        style.element.remove(style.element.rPr)
    for old in ("w:pBdr", "w:contextualSpacing"):
        for found in style.element.findall(f"{qn('w:pPr')}/{qn(old)}"):
            found.getparent().remove(found)
    _set_fonts(style.element.get_or_add_rPr())
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(look.colour)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.keep_with_next = look.line, look.with_next
    if look.left is not None:
        shape.left_indent = Mm(look.left)


def _unlink(docx: Docx, style: Any) -> None:
    """The template's twins of paragraph styles, for characters, would keep its own look."""
    link = style.element.find(qn("w:link"))
    if link is not None:
        twin = docx.styles.element.get_by_id(link.get(qn("w:val")))
        docx.styles.element.remove(twin)
        style.element.remove(link)


def _set_fonts(properties: Any) -> None:
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    properties.insert(0, fonts)


def _border(style: Any, colour: str, ground: str | None) -> None:
    """A line at the left of the paragraph, and a ground behind it."""
    properties = style.element.get_or_add_pPr()
    edge = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/>'
    successors = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"), *successors
    )
    if ground:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>'
        properties.insert_element_before(parse_xml(shade), *successors[1:])


def _to_table_style() -> Any:
    """A light grid: lines between rows, a stronger one below the headings."""
    lines = "".join(_edges(("top", "bottom"), QUIET, 8) + _edges(("insideH",), GRID, 4))
    under = "".join(_edges(("bottom",), QUIET, 8))
    sides = "".join(f'<w:{one} w:w="100" w:type="dxa"/>' for one in ("left", "right"))
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{sides}</w:tblCellMar>"
        f'</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{under}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="bottom"/>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )


def _edges(places: tuple[str, ...], colour: str, width: int) -> list[str]:
    return [
        f'<w:{one} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>' for one in places
    ]


def settle(docx: Docx) -> None:
    """Word's own settings: fields are brought up to date when it opens, Swedish signs."""
    settings = docx.settings.element
    for name, value in _settings():
        settings.find(qn(name)).set(qn("w:val"), value)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    mode = settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}")
    mode.set(qn("w:val"), "15")  # Word 2013 and newer, else it says it is an old file
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    settings.find(qn("w:compat")).addprevious(update)


def _settings() -> Iterator[tuple[str, str]]:
    decimal = signs()[1]
    yield "w:themeFontLang", tag()
    yield "w:decimalSymbol", decimal
    yield "w:listSeparator", ";" if decimal == "," else ","
