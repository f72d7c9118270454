"""What stands around the text of a DOCX: properties, header, footer, title, table of contents."""

from datetime import UTC, datetime, time
from itertools import count

from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Pt, RGBColor

from reports.document import docx_fields as fields
from reports.document import docx_styles as styles
from reports.document.blocks import Document
from reports.document.layout import sheet_points
from reports.document.prepared import Prepared
from ui import formats
from words import _, tag

NEEDLESS = ("thumbnail", "stylesWithEffects", "customXml")  # parts of the library's own template


def heading_mark(number: int) -> str:
    """The bookmark of a heading, by its place among them; Word's own name for such."""
    return f"_Toc{number:06d}"


def tell_properties(file: Docx, document: Document) -> None:
    """Title, author, language and days of the file; parts that tell nothing are left out."""
    told = file.core_properties
    told.title, told.author, told.last_modified_by = document.title, document.author, ""
    told.created = told.modified = datetime.combine(document.stamp, time(), UTC)
    told.language, told.revision = tag(), 1
    told.comments = _("Exempeldata") if document.is_example else ""
    for rels in (file.part.package.rels, file.part.rels):
        for key in [key for key, one in rels.items() if one.reltype.endswith(NEEDLESS)]:
            rels.pop(key)


def frame(section: Section, document: Document, *, wide: bool) -> None:
    """Sheet, header and footer of a section."""
    styles.set_sheet(section, wide=wide)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    for one in (above, below):
        end = Pt(sheet_points(wide=wide))
        one.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT)
    above.add_run(document.title)
    if document.is_example:
        mark = above.add_run("\t" + _("EXEMPELDATA"))
        mark.bold, mark.font.color.rgb = True, RGBColor.from_string(styles.MARK)
    below.add_run(formats.day(document.stamp) + "\t" + _("Sida") + " ")
    fields.add_field(below, "PAGE", "1")
    below.add_run(" " + _("av") + " ")
    fields.add_field(below, "NUMPAGES", "1")


def add_front(file: Docx, prepared: Prepared) -> None:
    """Title, the lines below it, and the contents on the same sheet. The pages of
    the contents are left open: Word counts them, and a wrong one is worse than none."""
    file.add_paragraph(prepared.document.title, "Title")
    for line in prepared.document.lines:
        file.add_paragraph(line, "Subtitle")
    headings = prepared.headings
    if not headings:
        return
    file.add_paragraph(_("Innehåll"), styles.CONTENTS)
    entries = []
    for number, heading in zip(count(1), headings, strict=False):
        entries.append(file.add_paragraph(style=f"toc {heading.level}"))
        name = heading_mark(number)
        page = fields.to_field(f"PAGEREF {name} \\h", "")
        parts = [fields.to_run(heading.text), fields.to_run("\t"), *page]
        entries[-1]._p.append(fields.to_link(name, parts))
    start = [fields.sign("begin"), fields.to_code(fields.HEADINGS), fields.sign("separate")]
    for place, one in enumerate(start, 1):
        entries[0]._p.insert(place, one)  # after the style
    entries[-1]._p.append(fields.sign("end"))
