"""Fields and bookmarks of a DOCX, each with the text it will have, so that it is never empty."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

HEADINGS = ' TOC \\o "1-3" \\h \\z \\u '


def add_field(paragraph: Paragraph, instruction: str, text: str) -> None:
    """A field at the end of the paragraph, shown as `text` until Word works it out."""
    for one in to_field(instruction, text):
        paragraph._p.append(one)


def to_field(instruction: str, text: str) -> list[Any]:
    """The runs of a field: begin, instruction, text, end."""
    return [sign("begin"), to_code(f" {instruction} "), sign("separate"), to_run(text), sign("end")]


def sign(kind: str) -> Any:
    """A run with where a field begins, is separated or ends."""
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def to_code(instruction: str) -> Any:
    """A run with what a field is to work out."""
    run, code = OxmlElement("w:r"), OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = instruction
    run.append(code)
    return run


def to_run(text: str, *, bold: bool = False) -> Any:
    """A run of text; line ends and tabs are Word's own."""
    run: Any = OxmlElement("w:r")
    if bold:
        run.get_or_add_rPr().append(OxmlElement("w:b"))
    run.text = text
    return run


def mark(paragraph: Paragraph, name: str, number: int, parts: list[Any]) -> None:
    """The parts at the end of the paragraph, in a bookmark. `number` is its own in the file."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for one in (start, end):
        one.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    for one in (start, *parts, end):
        paragraph._p.append(one)


def to_link(name: str, parts: list[Any]) -> Any:
    """The parts as a link to a bookmark of the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    link.extend(parts)
    return link
