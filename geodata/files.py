"""Reads an authority's own LPO boundaries: GeoPackage, GeoJSON or zipped Shapefile, any CRS."""

import re
import unicodedata
import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj.exceptions import CRSError, ProjError

from geodata.boundaries import METRES
from geodata.checks import Fault, Rejected
from geodata.division import division_of, load_areas, to_areas_on
from words import _

LEAST_KNOWN = 0.5  # share of known values that makes a column the one with codes or names


@dataclass(frozen=True)
class Choice:
    """What the person has said about the file; None means: find out."""

    code_column: str | None = None
    name_column: str | None = None
    layer: str | None = None


def load_file(path: Path, choice: Choice, on: date) -> gpd.GeoDataFrame:
    """kod (our code, or the file's own text when unknown) and geometry in EPSG:3006, a row each.

    Raises checks.Rejected when the file cannot be read as areas at all.
    """
    table = _read(path, choice.layer)
    if not isinstance(table, gpd.GeoDataFrame) or table.geometry.isna().all():
        raise _rejected(path, "yta", _("filen har inga ytor"))
    codes = to_area_codes(table, choice, on, path)
    outlines = shapely.force_2d(np.array(_to_metres(table, path).geometry))
    return gpd.GeoDataFrame({"kod": codes}, geometry=outlines, crs=METRES)


def to_area_codes(table: gpd.GeoDataFrame, choice: Choice, on: date, path: Path) -> list[str]:
    """The code of each row, from the named column or from the one that knows most areas."""
    codes, names = load_keys(on)
    columns = [str(column) for column in table.columns if column != table.geometry.name]
    asked = [column for column in (choice.code_column, choice.name_column) if column]
    for column in asked:
        if column not in columns:
            detail = _("kolumnen {column} finns inte; filen har: {columns}")
            text = detail.format(column=column, columns=", ".join(columns) or "–")
            raise _rejected(path, "kolumn", text)
    if choice.code_column:
        keys = [(choice.code_column, codes)]
    elif choice.name_column:
        keys = [(choice.name_column, names)]
    else:
        keys = [(column, known) for column in columns for known in (codes, names)]
    found = [(_to_share(table, column, known), column, known) for column, known in keys]
    best = max(found, key=lambda one: one[0], default=(0.0, "", codes))
    if not asked and best[0] < LEAST_KNOWN:
        detail = _("ingen kolumn har LPO:ernas koder eller namn; filen har: {columns}")
        raise _rejected(path, "kolumn", detail.format(columns=", ".join(columns) or "–"))
    texts = [_to_text(value) for value in table[best[1]]]
    return [best[2].get(to_key(text), text) for text in texts]


def load_keys(on: date) -> tuple[dict[str, str], dict[str, str]]:
    """Comparable code → code, and comparable name → code, of the LPO that hold on the day."""
    lpos = to_areas_on(load_areas(), division_of("lpo", on), "lpo")
    codes = {to_key(code): code for code in lpos["code"]}
    names = {to_key(name): code for name, code in zip(lpos["name"], lpos["code"], strict=True)}
    return codes, names


def to_key(text: str) -> str:
    """A name or code without case, spaces, signs, dots over letters and the word LPO before it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^(lokalpolisomrade|lpo)", "", re.sub(r"[^a-z0-9]", "", plain))


def _read(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    if not path.is_file():
        raise _rejected(path, "fil", _("filen finns inte"))
    try:
        layers = [str(name) for name, _kind in pyogrio.list_layers(path)]
        if layer is None and len(layers) > 1:
            detail = _("filen har flera lager, ange --layer: {layers}")
            raise _rejected(path, "lager", detail.format(layers=", ".join(layers)))
        if layer is not None and layer not in layers:
            detail = _("lagret {layer} finns inte; filen har: {layers}")
            text = detail.format(layer=layer, layers=", ".join(layers) or "–")
            raise _rejected(path, "lager", text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the reader's remarks on ring order and measures
            return gpd.read_file(path, layer=layer, engine="pyogrio")
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        detail = _("går inte att läsa som GeoPackage, GeoJSON eller zippad Shapefile")
        raise _rejected(path, "fil", detail) from error
    except (UnicodeDecodeError, shapely.errors.GEOSException, ValueError) as error:
        if isinstance(error, Rejected):
            raise
        raise _rejected(path, "fil", _("är skadad: {error}").format(error=error)) from error


def _to_metres(table: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    if table.crs is None:
        raise _rejected(path, "crs", _("koordinatsystem saknas; ange det i filen och försök igen"))
    try:
        return table.to_crs(METRES)
    except (CRSError, ProjError, ValueError) as error:
        detail = _("koordinatsystemet {crs} går inte att räkna om till SWEREF 99 TM")
        raise _rejected(path, "crs", detail.format(crs=table.crs.name)) from error


def _to_share(table: gpd.GeoDataFrame, column: str, known: dict[str, str]) -> float:
    keys = [to_key(_to_text(value)) for value in table[column]]
    return sum(key in known for key in keys) / len(keys) if keys else 0.0


def _to_text(value: Any) -> str:
    return "" if pd.isna(value) else str(value).strip()


def _rejected(path: Path, rule: str, detail: str) -> Rejected:
    return Rejected(str(path), [Fault(path.name, rule, detail)])
