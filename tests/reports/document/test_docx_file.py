"""The DOCX read back: every block in order, real parts of Word's, the same bytes each time."""

import io
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

import settings
import words
from reports.document.blocks import Bullets, Heading, Notice, Paragraph, Quote, Strong
from reports.document.docx_file import to_docx
from reports.document.docx_picture import DOTS
from tests.reports.document.read_back import (
    W,
    codes,
    read_docx,
    to_body,
    to_cells,
    to_part,
)
from tests.reports.document.samples import (
    EMPTY,
    EMPTY_TABLE,
    FIGURES,
    HOSTILE,
    LONG,
    PICTURE,
    PLACES,
    SEEN,
    WHOLE,
    document,
    grid_table,
)


def test_every_block_is_there_in_order_with_its_style():
    told = [one for one in to_body(to_docx(WHOLE)) if one[1] != ""]
    assert told == [
        ("Title", "Rapport om bob"),
        ("Subtitle", "Hela riket"),
        ("Subtitle", "Utgåva 1"),
        ("TOC Heading", "Innehåll"),
        ("toc 1", "Läget i riket\t"),
        ("toc 2", "Råden\t"),
        ("toc 3", "Mer\t"),
        ("toc 1", "Slutet\t"),
        ("Heading 1", "Läget i riket"),
        ("Notis", "Exempeldata. Allt är påhittat."),
        ("Normal", "Av tabell\u00a01 och figur\u00a01 syns allt."),
        ("Heading 2", "Råden"),
        ("Caption", "Tabell\u00a01. Råd per område"),
        [list(FIGURES.columns), *SEEN],
        ("Tabellnot", "Källa: rapporterat."),
        ("List Bullet", "Tabell\u00a02 är kort."),
        ("List Bullet", "Andra, se tabell\u00a02."),
        ("Quote", "Så här skrev någon annan."),
        ("Caption", "Figur\u00a01. Steg på karta"),
        ("Tabellnot", "Källa: rapporterat."),
        ("Heading 3", "Mer"),
        ("Caption", "Tabell\u00a02. En till"),
        [["Namn", "Antal"], ["Å", "1"]],
        ("Heading 1", "Slutet"),
        ("Normal", "Sista raden."),
    ]


def test_fields_name_marks_that_are_there():
    made = to_docx(WHOLE)
    names = [one.get(f"{W}name") for one in to_part(made).iter(f"{W}bookmarkStart")]
    numbers = [one.get(f"{W}id") for one in to_part(made).iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names) == len(set(numbers)) == 4 + 3  # headings, captions
    asked = [one.split()[1] for one in codes(made) if one.startswith(("REF", "PAGEREF"))]
    links = [one.get(f"{W}anchor") for one in to_part(made).iter(f"{W}hyperlink")]
    assert len(asked) == 4 + 4
    assert set(asked) | set(links) == set(names)
    assert [one for one in codes(made) if one.startswith("SEQ")] == [
        "SEQ Tabell \\* ARABIC",
        "SEQ Figur \\* ARABIC",
        "SEQ Tabell \\* ARABIC",
    ]
    assert sum(one.startswith("TOC ") for one in codes(made)) == 1
    assert to_part(made, "word/settings.xml").find(f"{W}updateFields").get(f"{W}val") == "true"


def test_every_field_that_begins_ends():
    kinds = [one.get(f"{W}fldCharType") for one in to_part(to_docx(WHOLE)).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1 + 4 + 4 + 3


def test_language_title_author_and_days_are_told():
    made = to_docx(WHOLE)
    told = read_docx(made).core_properties
    assert (told.title, told.author, told.language) == ("Rapport om bob", "Brå", "sv-SE")
    assert told.created.date() == told.modified.date() == WHOLE.stamp
    assert told.comments == "Exempeldata"
    styles = to_part(made, "word/styles.xml")
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"sv-SE"}


def test_an_english_document_says_that_it_is():
    with words.spoken("en"):
        made = to_docx(WHOLE)
    assert read_docx(made).core_properties.language == "en-GB"
    styles = to_part(made, "word/styles.xml")
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"en-GB"}
    assert to_part(made, "word/settings.xml").find(f"{W}decimalSymbol").get(f"{W}val") == "."


@pytest.mark.parametrize("is_example", [True, False])
def test_every_sheet_has_header_and_footer_and_tells_made_up_data(is_example):
    made = to_docx(WHOLE._replace(is_example=is_example))
    for section in read_docx(made).sections:
        header = section.header.paragraphs[0].text
        assert header.startswith("Rapport om bob")
        assert ("EXEMPELDATA" in header) is is_example
        footer = section.footer.paragraphs[0]
        assert footer.text == "26 november 2026\tSida 1 av 1"
        asked = [one.text.strip() for one in footer._p.iter(qn("w:instrText"))]
        assert asked == ["PAGE", "NUMPAGES"]


def test_a_table_repeats_its_headings_splits_no_row_and_is_told():
    table = read_docx(to_docx(WHOLE)).tables[0]._tbl
    rows = list(table.iter(f"{W}tr"))
    assert [one.find(f"{W}trPr/{W}tblHeader") is not None for one in rows] == [True, *[False] * 4]
    assert all(one.find(f"{W}trPr/{W}cantSplit") is not None for one in rows)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Råd per område"
    assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == "Källa: rapporterat."
    right = [one.get(f"{W}val") for one in rows[1].iter(f"{W}jc")]
    assert right == ["right", "right"]


def test_captions_and_notes_stay_with_their_table_or_picture():
    file = read_docx(to_docx(WHOLE))
    captions = [one for one in file.paragraphs if one.style.name == "Caption"]
    assert [one.paragraph_format.keep_with_next for one in captions] == [True, True, True]
    drawn = [one for one in file.paragraphs if one._p.findall(f".//{qn('w:drawing')}")]
    assert [one.paragraph_format.keep_with_next for one in drawn] == [True]
    last = list(file.tables[0]._tbl.iter(f"{W}tr"))[-1]
    assert last.find(f".//{W}keepNext") is not None
    for level in (1, 2, 3):
        assert file.styles[f"Heading {level}"].paragraph_format.keep_with_next


def test_a_picture_has_its_words_and_enough_dots_for_print():
    made = to_docx(document(PICTURE))
    (shape,) = read_docx(made).inline_shapes
    assert shape._inline.docPr.get("descr") == PICTURE.alt
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        (name,) = [one for one in parts.namelist() if one.startswith("word/media/")]
        drawn = Image.open(io.BytesIO(parts.read(name)))
    assert drawn.width / shape.width.inches == pytest.approx(DOTS, abs=2)
    assert shape.width.mm <= 160
    assert shape.width / shape.height == pytest.approx(460 / 120, rel=0.01)


def test_a_wide_table_lies_down_and_the_rest_stands():
    made = to_docx(document(Heading("A"), PLACES, Heading("B"), grid_table(3, 14), Heading("C")))
    turned = [one.orientation for one in read_docx(made).sections]
    stands, lies = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert turned == [stands, stands, lies, stands]  # contents, A, B with its table, C


@pytest.mark.parametrize(("rows", "columns"), [(300, 3), (3, 14), (40, 14)])
def test_a_large_table_is_whole(rows, columns):
    table = grid_table(rows, columns)
    file = read_docx(to_docx(document(table)))
    (read,) = file.tables
    assert to_cells(read) == [list(table.frame.columns), *table.frame.to_numpy().tolist()]
    section = file.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    wide = sum(int(one.get(f"{W}w")) for one in read._tbl.iter(f"{W}gridCol"))
    assert wide * 635 <= room + 20 * 635  # 635 of the library's units are a twentieth of a point


def test_text_is_text():
    made = to_docx(
        document(
            Heading(HOSTILE),
            Paragraph((HOSTILE, Strong(HOSTILE))),
            Bullets(((HOSTILE,),)),
            Quote((HOSTILE,)),
            Notice((LONG,)),
            PLACES._replace(frame=FIGURES.assign(Läge=HOSTILE), caption=HOSTILE, note=HOSTILE),
            title=HOSTILE,
            lines=(HOSTILE,),
        )
    )
    told = to_body(made)
    for style in ("Title", "Subtitle", "Heading 1", "List Bullet", "Quote", "Tabellnot"):
        assert (style, HOSTILE) in told
    assert ("Normal", HOSTILE * 2) in told
    assert ("Notis", LONG) in told
    assert ("Caption", f"Tabell\u00a01. {HOSTILE}") in told
    (cells,) = [one for one in told if isinstance(one, list)]
    assert [row[3] for row in cells[1:]] == [HOSTILE] * 4
    assert read_docx(made).core_properties.title == HOSTILE


def test_signs_that_no_file_can_hold_are_left_out_and_all_others_kept():
    typed = "a\x00b\x08c\x0bd\x1fe\ud800f\ufffeg 😀 漢字 عربي\tnästa\r\nrad"
    told = to_body(to_docx(document(Paragraph((typed,)))))
    assert told[-1] == ("Normal", "abcdefg 😀 漢字 عربي\tnästa\nrad")


def test_an_empty_document_is_its_title():
    assert to_body(to_docx(EMPTY)) == [
        ("Title", "Rapport om bob"),
        ("Subtitle", "Hela riket"),
        ("Subtitle", "Utgåva 1"),
    ]


def test_an_empty_table_says_that_there_is_nothing():
    (cells,) = [one for one in to_body(to_docx(EMPTY_TABLE)) if isinstance(one, list)]
    assert cells == [["Namn", "Antal"], ["Det finns inget att visa."]]


def test_two_tables_in_a_row_are_two():
    made = to_docx(document(PLACES._replace(note=""), PLACES._replace(key="b", note="")))
    kinds = [isinstance(one, list) for one in to_body(made)]
    assert not any(one and after for one, after in pairwise(kinds))
    assert sum(kinds) == 2


def test_the_same_document_is_the_same_bytes_here_and_in_a_process_of_its_own():
    made = to_docx(WHOLE)
    assert made == to_docx(WHOLE)
    program = (
        "import sys; from reports.document.docx_file import to_docx;"
        "from tests.reports.document.samples import WHOLE;"
        "sys.stdout.buffer.write(to_docx(WHOLE))"
    )
    root = Path(settings.__file__).parent
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, check=False
    )
    assert other.stdout == made, other.stderr.decode()


def test_parts_of_the_library_s_own_template_are_gone():
    with zipfile.ZipFile(io.BytesIO(to_docx(EMPTY))) as parts:
        names = parts.namelist()
        assert not [one for one in names if "thumbnail" in one or "customXml" in one]
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
