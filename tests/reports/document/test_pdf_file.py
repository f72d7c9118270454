"""The PDF read back: every block in order, tagged, nothing cut, the same bytes each time."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

import settings
import words
from reports.document.blocks import Bullets, Heading, Notice, Paragraph, Quote, Strong, Table
from reports.document.layout import POINT, SHEET
from tests.reports.document.read_back import Tags, catalog, read_pdf
from tests.reports.document.samples import (
    DAY,
    EMPTY,
    EMPTY_TABLE,
    FIGURES,
    HOSTILE,
    LONG,
    PICTURE,
    PLACES,
    SEEN,
    SVG,
    WHOLE,
    document,
    grid_table,
    to_pdf,
)


def tags(made):
    return Tags(read_pdf(made))


def texts(made, *kinds):
    told = tags(made)
    return [told.text(one) for one in told.of(*kinds)]


def page_texts(made):
    return [page.extract_text() for page in read_pdf(made).pages]


def squeezed(text):
    """Without spaces and line ends, which a line's end may have taken."""
    return "".join(text.split())


def test_every_block_is_there_in_order():
    told = tags(to_pdf(WHOLE))
    seen = [
        (one["type"], squeezed(told.text(one)))
        for one in told.of("H1", "H2", "H3", "P", "LBody", "BlockQuote", "Caption", "Figure")
    ]
    assert [(kind, text) for kind, text in seen if text] == [
        (kind, squeezed(text))
        for kind, text in [
            ("P", "Rapport om bob"),
            ("P", "Hela riket"),
            ("P", "Utgåva 1"),
            ("H1", "Innehåll"),
            ("H1", "Läget i riket"),
            ("P", "Exempeldata. Allt är påhittat."),
            ("P", "Av tabell 1 och figur 1 syns allt."),
            ("H2", "Råden"),
            ("Caption", "Tabell 1. Råd per område"),
            ("P", "Källa: rapporterat."),
            ("LBody", "Tabell 2 är kort."),
            ("LBody", "Andra, se tabell 2."),
            ("BlockQuote", "Så här skrev någon annan."),
            ("Caption", "Figur 1. Steg på karta"),
            ("Figure", "Umeå 12,5 ‰"),
            ("P", "Källa: rapporterat."),
            ("H3", "Mer"),
            ("Caption", "Tabell 2. En till"),
            ("H1", "Slutet"),
            ("P", "Sista raden."),
        ]
    ]


def test_every_cell_is_as_in_the_frame_below_its_heading():
    told = tags(to_pdf(WHOLE))
    first, second = told.of("Table")
    assert told.cells(first) == [list(FIGURES.columns), *SEEN]
    assert told.cells(second) == [["Namn", "Antal"], ["Å", "1"]]
    heads = [one for one in told.walk([first]) if one["type"] == "TH"]
    assert [one["attributes"]["Scope"] for one in heads] == ["Column"] * 4
    cells = [one for one in told.walk([first]) if one["type"] == "TD"]
    known = {one["id"] for one in heads}
    assert {one["attributes"]["Headers"][0].decode() for one in cells} == known


def test_it_is_tagged_in_swedish_with_title_author_and_day():
    pdf = read_pdf(to_pdf(WHOLE))
    top = catalog(pdf)
    assert top["MarkInfo"]["Marked"] is True
    assert top["StructTreeRoot"]
    assert top["Lang"] == b"sv-SE"
    assert top["ViewerPreferences"]["DisplayDocTitle"] is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in top["Metadata"].get_data()
    assert (pdf.metadata["Title"], pdf.metadata["Author"]) == ("Rapport om bob", "Brå")
    assert pdf.metadata["CreationDate"].startswith("D:20261126")
    assert pdf.metadata["Keywords"] == "Exempeldata"


def test_pictures_have_their_words_and_are_drawn_as_lines():
    made = to_pdf(WHOLE)
    assert [one["alt_text"] for one in tags(made).of("Figure")] == [PICTURE.alt]
    assert not any(page.images for page in read_pdf(made).pages)


def test_contents_and_references_are_links_and_there_is_an_outline():
    pdf = read_pdf(to_pdf(WHOLE))
    links = [one for page in pdf.pages for one in page.annots]
    assert len(links) >= 4 + 4  # contents, references
    assert all("uri" not in one["data"].get("A", {}) for one in links)
    outline = [(level, title) for level, title, *_more in pdf.doc.get_outlines()]
    assert outline == [
        (1, "Läget i riket"),
        (2, "Råden"),
        (3, "Mer"),
        (1, "Slutet"),
    ]


def test_the_contents_tell_the_right_pages():
    made = to_pdf(document(*(Heading(f"Kapitel {n}") for n in range(9)), grid_table(90, 2)))
    pages = page_texts(made)
    lines = [one.rsplit(" ", 1) for one in pages[0].splitlines() if one.startswith("Kapitel")]
    assert len(lines) == 9
    for line, page in lines:
        title = line.split(" .")[0]
        assert title in pages[int(page) - 1].splitlines()


@pytest.mark.parametrize("is_example", [True, False])
def test_every_page_has_its_number_and_tells_made_up_data(is_example):
    pages = page_texts(to_pdf(WHOLE._replace(is_example=is_example)))
    for number, text in enumerate(pages, 1):
        assert f"Sida {number} av {len(pages)}" in text
        assert "26 november 2026" in text
        assert ("EXEMPELDATA" in text) is is_example


@pytest.mark.parametrize(("rows", "columns"), [(120, 3), (3, 14), (25, 20)])
def test_a_large_table_is_whole_and_no_word_is_outside_its_page(rows, columns):
    table = grid_table(rows, columns)
    pdf = read_pdf(to_pdf(document(Heading("Stor"), table)))
    told = Tags(pdf)
    (read,) = told.of("Table")
    assert told.cells(read) == [list(table.frame.columns), *table.frame.to_numpy().tolist()]
    for page in pdf.pages:
        for sign in page.chars:
            assert sign["x0"] >= 70 and sign["x1"] <= page.width - 70
            assert sign["top"] >= 20 and sign["bottom"] <= page.height - 20


def test_a_word_that_has_room_is_kept_on_one_line():
    words = ["Statens institutionsstyrelse", "Kommunens trygghets- och säkerhetsarbete"]
    frame = pd.DataFrame({f"Kolumn {n}": words for n in range(6)})
    page = read_pdf(to_pdf(document(Table("t", "Ord", frame)))).pages[-1]
    told = page.extract_text()
    assert told.count("institutionsstyrelse") == told.count("säkerhetsarbete") == 6


def test_no_cell_runs_into_the_next():
    pdf = read_pdf(to_pdf(document(grid_table(5, 14))))
    for page in pdf.pages:
        for line in page.extract_text_lines():
            signs = sorted(line["chars"], key=lambda one: one["x0"])
            for one, after in pairwise(signs):
                assert one["x1"] <= after["x0"] + 0.2 or one["mcid"] == after["mcid"]


def test_a_table_of_many_pages_has_its_headings_on_each_and_its_note_with_its_caption():
    pages = page_texts(to_pdf(document(Heading("Stor"), grid_table(120, 3))))
    assert len(pages) > 3
    assert all("Kolumn 0" in one for one in pages[1:])
    lines = pages[1].splitlines()
    assert lines.index("Not till tabellen.") == lines.index("Tabell 1. 120 rader") + 1


@pytest.mark.parametrize("before", range(25, 46, 4))
def test_a_heading_or_a_caption_is_never_the_last_of_its_page(before):
    blocks = [Paragraph((f"Stycke {n}.",)) for n in range(before)]
    made = to_pdf(
        document(*blocks, Heading("Rubrik"), Heading("Under", 2), grid_table(60, 2), PICTURE)
    )
    pages = page_texts(made)[1:]
    for text in pages:
        *_rest, last, _footer = text.splitlines()
        assert last not in ("Rubrik", "Under", "Tabell 1. 60 rader", "Not till tabellen.")
    told = "".join(pages)
    assert told.count("Rubrik\nUnder\nTabell 1. 60 rader\nNot till tabellen.\nKolumn 0") == 1


@pytest.mark.parametrize("before", range(28, 40, 3))
def test_a_heading_above_running_text_has_two_lines_of_it(before):
    blocks = [Paragraph((f"Stycke {n}.",)) for n in range(before)]
    text = Paragraph(("Ord som fyller raderna. " * 30,))
    for page in page_texts(to_pdf(document(*blocks, Heading("Rubrik"), text)))[1:]:
        lines = page.splitlines()
        if "Rubrik" in lines:
            assert len(lines) - lines.index("Rubrik") >= 4  # two lines and the footer


def test_a_wide_table_lies_down_with_its_heading_and_the_rest_stands():
    pdf = read_pdf(to_pdf(document(Heading("A"), PLACES, Heading("B"), grid_table(3, 14), PICTURE)))
    lies = [page.width > page.height for page in pdf.pages]
    assert lies == [False, False, True, False]
    assert "B" in pdf.pages[2].extract_text().splitlines()
    assert pdf.pages[2].width == pytest.approx(SHEET[1] / POINT, abs=1)


def test_text_is_text():
    table = PLACES._replace(frame=FIGURES.assign(Läge=HOSTILE), caption=HOSTILE, note=HOSTILE)
    made = to_pdf(
        document(
            Heading(HOSTILE),
            Paragraph((HOSTILE, Strong(HOSTILE))),
            Bullets(((HOSTILE,),)),
            Quote((HOSTILE,)),
            table,
            title=HOSTILE,
            lines=(HOSTILE,),
        )
    )
    wanted = squeezed(HOSTILE)
    told = tags(made)
    (read,) = told.of("Table")
    assert [squeezed(row[3]) for row in told.cells(read)[1:]] == [wanted] * 4
    said = {
        kind: [squeezed(told.text(one)) for one in told.of(kind)]
        for kind in ("H1", "LBody", "BlockQuote", "Caption", "P")
    }
    for kind in ("H1", "LBody", "BlockQuote"):
        assert wanted in said[kind], kind
    assert said["Caption"][0] == f"Tabell1.{wanted}"
    running = said["P"]
    assert [running.count(wanted), running.count(wanted * 2)] == [3, 1]  # title, line, note
    assert read_pdf(made).metadata["Title"] == HOSTILE


def test_a_very_long_word_is_broken_whole_inside_the_page():
    frame = pd.DataFrame({"Namn": [LONG], "Text": ["kort"], LONG: [LONG]})
    table = Table("t", LONG, frame, LONG)
    blocks = (Heading(LONG), Paragraph((LONG,)), Notice((LONG,)), table)
    made = to_pdf(document(*blocks, title=LONG, lines=(LONG,)))
    pdf = read_pdf(made)
    told = Tags(pdf)
    assert told.cells(told.of("Table")[0]) == [["Namn", "Text", LONG], [LONG, "kort", LONG]]
    running = [told.text(one) for one in told.of("P")]
    assert running.count(LONG) == 5  # title, line, paragraph, notice, note
    assert [told.text(one) for one in told.of("H1")][1:] == [LONG]
    assert all(one["x1"] <= page.width - 70 for page in pdf.pages for one in page.chars)


def test_signs_that_no_file_can_hold_are_left_out():
    typed = "a\x00b\x08c\x0bd\x1fe\ud800f\ufffeg\tnästa\r\nrad"
    (told,) = [one for one in texts(to_pdf(document(Paragraph((typed,)))), "P") if "nästa" in one]
    assert squeezed(told) == "abcdefgnästarad"


def test_signs_that_no_font_has_are_shown_as_such_and_all_others_kept():
    typed = "Hej 😀 och 漢字, жук, Ελλάς, ✓, 1\u202f000, −3 ‰ – Łódź"
    told = " ".join(page_texts(to_pdf(document(Paragraph((typed,))))))
    for word in ("Hej", "och", "жук", "Ελλάς", "✓", "−3", "‰", "–", "Łódź"):
        assert word in told
    assert "😀" not in told
    assert "\ufffd" in told


def test_an_empty_document_is_its_title():
    made = to_pdf(EMPTY)
    assert [one for one in texts(made, "P") if one] == ["Rapport om bob", "Hela riket", "Utgåva 1"]
    assert len(read_pdf(made).pages) == 1


def test_an_empty_table_says_that_there_is_nothing():
    told = tags(to_pdf(EMPTY_TABLE))
    (table,) = told.of("Table")
    assert told.cells(table) == [["Namn", "Antal"], ["Det finns inget att visa."]]


def test_a_tall_picture_stays_on_its_page():
    tall = PICTURE._replace(svg=SVG.replace("460 120", "460 2400"))
    pdf = read_pdf(to_pdf(document(Heading("A"), tall)))
    assert len(pdf.pages) == 2
    assert all(one["bottom"] < page.height - 60 for page in pdf.pages for one in page.rects)


def test_the_fonts_are_the_compiler_s_own():
    names = {one["fontname"].split("+")[1] for page in read_pdf(to_pdf(WHOLE)).pages
             for one in page.chars}  # fmt: skip
    assert all(one.startswith("LibertinusSerif") for one in names)


def test_the_same_document_is_the_same_bytes_here_and_in_a_process_of_its_own():
    made = to_pdf(WHOLE)
    assert made == to_pdf(WHOLE)
    assert made != to_pdf(WHOLE._replace(stamp=DAY.replace(day=27)))
    program = (
        "import sys; from tests.reports.document.samples import WHOLE, to_pdf;"
        "sys.stdout.buffer.write(to_pdf(WHOLE))"
    )
    root = Path(settings.__file__).parent
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, check=False
    )
    assert other.stdout == made, other.stderr.decode()


def test_an_english_document_says_that_it_is():
    assert catalog(read_pdf(to_pdf(WHOLE)))["Lang"] == b"sv-SE"
    with words.spoken("en"):
        assert catalog(read_pdf(to_pdf(WHOLE)))["Lang"] == b"en-GB"
