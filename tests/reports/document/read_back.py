"""Files read back by other programs than wrote them."""

import io
import zipfile

import docx
import pdfplumber
from defusedxml.ElementTree import fromstring
from pdfminer.pdftypes import resolve1

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(made):
    return docx.Document(io.BytesIO(made))


def to_body(made):
    """The body's paragraphs and tables in order: (style, text), or the cells of a table."""
    file = read_docx(made)
    found = []
    for one in file.iter_inner_content():
        if hasattr(one, "rows"):
            found.append(to_cells(one))
        else:
            found.append((one.style.name, one.text))
    return found


def to_cells(table):
    """All texts of a table, row by row; an own reader, since the library's is slow."""
    rows = table._tbl.iter(f"{W}tr")
    return [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in rows]


def text_of(node):
    breaks = {f"{W}t": lambda one: one.text or "", f"{W}br": lambda _one: "\n"}
    breaks[f"{W}tab"] = lambda _one: "\t"
    return "".join(breaks[one.tag](one) for one in node.iter() if one.tag in breaks)


def to_part(made, name="word/document.xml"):
    """A part of a DOCX as elements; it must be one that a strict reader can read."""
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return fromstring(parts.read(name))


def codes(made):
    return [one.text.strip() for one in to_part(made).iter(f"{W}instrText")]


def read_pdf(made):
    return pdfplumber.open(io.BytesIO(made))


def catalog(pdf):
    return {key: resolve1(value) for key, value in pdf.doc.catalog.items()}


class Tags:
    """The tags of a PDF with their texts, as a screen reader has them."""

    def __init__(self, pdf):
        self.texts = {}
        for page in pdf.pages:
            for sign in page.chars:
                place = page.page_number, sign["mcid"]
                self.texts[place] = self.texts.get(place, "") + sign["text"]
        self.top = pdf.structure_tree

    def walk(self, nodes=None):
        for one in self.top if nodes is None else nodes:
            yield one
            yield from self.walk(one.get("children", []))

    def of(self, *kinds):
        return [one for one in self.walk() if one["type"] in kinds]

    def text(self, node):
        """All of it, in its order. Parts of a line that are tags of their own come where they
        stand, which is by their number."""
        return "".join(text for _place, text in sorted(self._parts(node, None)))

    def _parts(self, node, page):
        page = node.get("page_number", page)
        found = [((page, one), self.texts.get((page, one), "")) for one in node.get("mcids", [])]
        for child in node.get("children", []):
            found += self._parts(child, page)
        return found

    def cells(self, table):
        rows = [one for one in self.walk([table]) if one["type"] == "TR"]
        return [[self.text(one) for one in row["children"]] for row in rows]
