"""A document that can't be told whole is refused by the name of what is wrong, in both files."""

import numpy as np
import pandas as pd
import pytest

from reports.document.blocks import Bullets, Heading, Paragraph, Picture, Ref, Table
from reports.document.checks import (
    NoAlt,
    NoCaption,
    NoTitle,
    SameKey,
    UnknownRef,
    WrongDocument,
    WrongLevel,
)
from reports.document.docx_file import to_docx
from reports.document.grid import NoColumns, NoWord, WrongCell
from reports.document.layout import TooManyColumns
from reports.document.picture_size import WrongPicture
from tests.reports.document.samples import PICTURE, PLACES, SVG, document, grid_table, to_pdf

GAPS = [None, float("nan"), np.nan, pd.NA, pd.NaT, "", "  ", "\x00"]


def cells(*values):
    return Table("t", "Tabell", pd.DataFrame({"A": pd.Series(values, dtype=object)}))


@pytest.mark.parametrize("make", [to_docx, to_pdf])
@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (document(title=" \x00"), NoTitle),
        (document(Heading("")), NoTitle),
        (document(Heading("A", 2)), WrongLevel),
        (document(Heading("A"), Heading("B", 3)), WrongLevel),
        (document(Heading("A", 0)), WrongLevel),
        (document(Heading("A"), Heading("B", 2), Heading("C", 3), Heading("D", 4)), WrongLevel),
        (document(Paragraph(("Se ", Ref("borta")))), UnknownRef),
        (document(PLACES, Bullets((("Se ", Ref("Places")),))), UnknownRef),
        (document(PLACES, PLACES), SameKey),
        (document(PICTURE, PLACES._replace(key=PICTURE.key)), SameKey),
        (document(PICTURE._replace(alt=" ")), NoAlt),
        (document(PICTURE._replace(caption="")), NoCaption),
        (document(PLACES._replace(caption="")), NoCaption),
        (document(PICTURE._replace(svg="<svg")), WrongPicture),
        (document(PICTURE._replace(svg="<p>1</p>")), WrongPicture),
        (document(PICTURE._replace(svg=SVG.replace("460 120", "0 120"))), WrongPicture),
        (document(PICTURE._replace(svg=SVG.replace('viewBox="0 0 460 120" ', ""))), WrongPicture),
        (document(PLACES._replace(frame=pd.DataFrame())), NoColumns),
        (document(PLACES._replace(decimals=(("Bortom", 1),))), NoColumns),
        (document(grid_table(1, 90)), TooManyColumns),
        (document(cells(True)), WrongCell),
        (document(cells(float("inf"))), WrongCell),
        (document(cells(["lista"])), WrongCell),
        *((document(cells("ja", gap)), NoWord) for gap in GAPS),
    ],
)
def test_what_is_wrong_has_a_name(make, wrong, fault):
    with pytest.raises(fault) as told:
        make(wrong)
    assert isinstance(told.value, WrongDocument)


def test_a_gap_says_which_table_column_and_row():
    with pytest.raises(NoWord, match="t, A, row 2"):
        to_docx(document(cells("ja", None)))


def test_a_picture_says_which_it_is():
    with pytest.raises(WrongPicture, match="map"):
        to_pdf(document(Picture("map", "Karta", "ingen bild", "alt")))
