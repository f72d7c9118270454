"""Files that are wrong in ways nobody has thought of: always an answer, never an exception."""

import math
import zipfile
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporting.kinds import FIXED, Type, kinds
from reporting.remarks import blocks
from reporting.rows import Unit, identity
from reporting.template import to_template
from reporting.values import Gap
from tests.reporting.contexts import PERIOD, make_rows
from tests.reporting.filling import fill, to_written
from tests.reporting.reading_files import context, headings_of, read, xlsx

LONG = settings.get_current_profile_name() == "long"
MOST = 4_000 if LONG else 150


def times(share):
    """This share of all examples."""
    return settings(
        max_examples=int(MOST * share),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=not LONG,
    )


TYPICAL = [
    "..", ".", "-", "–", "saknas", "ej tillämpligt", "1 234", "1,5", "-3", "12 %", "nan", "1e400",
    "inget", "Summa", "Totalt", "2026K3", "K3 2026", "2027K1", "2026", "9999K4", "01/11/2026",
    "2026-11-01", "31 februari 2026", "#REF!", "=1+1", "=A1", "lpo-lulea-boden", "Luleå-Boden",
    "pr-nord", "Område", "Period", "Kategori", "Anteckning", "SSPF", "ja", "١٢٣", "²", "½", " ",
    "\u200b", "'", '"', ";", "x" * 5000, "0114",
]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
CELLS = st.one_of(
    st.sampled_from(TYPICAL),
    TEXT,
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(9999, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(9999, 1, 1)),
    st.times().map(lambda one: time(one.hour, one.minute)),
    st.none(),
)
CODES = sorted(kinds())


def judge(found):
    """What holds of every reading."""
    assert all(remark.wrong for remark in found.remarks)
    assert found.units or blocks(list(found.remarks))
    for unit, rows in found.units.items():
        kind = kinds()[unit.kind]
        assert context().areas[unit.area].level in kind.levels
        assert unit.period.first <= context().today
        identities = [identity(kind, row) for row in rows]
        sound = [one for one in identities if all(one) or not kind.keys]
        assert len(sound) == len(set(sound))
        for row in rows:
            for name, value in row.values.items():
                assert is_legal(kind.field(name), value), (name, value)


def is_legal(field, value):
    if isinstance(value, Gap):
        return not field.is_key
    return LEGAL[field.type](field, value)


def is_choice(field, value):
    if field.options in FIXED:
        return value in FIXED[field.options]
    return context().register.find(field.options, value) is not None


LEGAL = {
    Type.COUNT: lambda _field, value: type(value) is int and 0 <= value <= 10**9,
    Type.AMOUNT: lambda _field, value: (
        type(value) is float and math.isfinite(value) and 0 <= value <= 10**9
    ),
    Type.DAY: lambda _field, value: type(value) is date,
    Type.TEXT: lambda _field, value: (
        type(value) is str and value.strip() == value and 0 < len(value) <= 4000
    ),
    Type.KOMMUN: lambda _field, value: value in context().kommuner,
    Type.CHOICE: is_choice,
}


@lru_cache(maxsize=1)
def tables():
    """Kind → headings and rows that nothing is wrong with."""
    found = {}
    for kind in kinds().values():
        rows = [headings_of(kind.code)]
        for area in context().areas.values():
            if area.level in kind.levels:
                for row in make_rows(kind, area, context().register, PERIOD)[:3]:
                    cells = [
                        to_written(field, row.values[field.name], context())
                        if field.name in row.values
                        else None
                        for field in kind.fields
                    ]
                    rows.append([area.code, area.name, None, *cells])
        found[kind.code] = rows
    return found


@lru_cache(maxsize=1)
def template():
    """The real template, filled in."""
    area = next(iter(context().areas.values()))
    filled = {
        Unit(area.code, code, PERIOD): make_rows(kinds()[code], area, context().register, PERIOD)
        for code in ("indikatorer", "hinder")
    }
    return fill(to_template(context()), filled, context())


@lru_cache(maxsize=1)
def parts():
    with zipfile.ZipFile(BytesIO(template())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mutate(data, rows):
    """The rows with cells replaced, columns moved, taken away or doubled, and rows shuffled."""
    rows = [list(row) for row in rows]
    width = len(rows[0])
    for _step in range(data.draw(st.integers(0, 6))):
        row = data.draw(st.integers(0, len(rows) - 1))
        rows[row][data.draw(st.integers(0, len(rows[row]) - 1))] = data.draw(CELLS)
    order = list(range(width))
    for change in data.draw(st.lists(st.sampled_from(["move", "drop", "double"]), max_size=2)):
        place = data.draw(st.integers(0, len(order) - 1))
        column = order[place]
        if change != "double":
            order.pop(place)
        if change != "drop":
            order.insert(data.draw(st.integers(0, len(order))), column)
    rows = [[row[column] for column in order] for row in rows]
    if data.draw(st.booleans()):
        rows = data.draw(st.permutations(rows))
    return rows


@times(0.4)
@given(st.data())
def test_a_mutated_workbook_is_always_answered(data):
    chosen = data.draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    sheets = {}
    for code in chosen:
        name = data.draw(st.sampled_from([kinds()[code].title, code, f"Blad {code}"]))
        sheets[name[:31]] = mutate(data, tables()[code])
    judge(read(xlsx(sheets)))


@times(0.2)
@given(st.data())
def test_a_workbook_with_wrong_bytes_inside_is_always_answered(data):
    name = data.draw(st.sampled_from(sorted(parts())))
    content = bytearray(parts()[name])
    for _step in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(content) - 1))
        size = data.draw(st.integers(0, 30))
        content[place : place + size] = data.draw(st.binary(max_size=30) | SPLINTERS)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, original in parts().items():
            archive.writestr(part, bytes(content) if part == name else original)
    judge(read(file.getvalue()))


SPLINTERS = st.sampled_from(
    [b"", b"<c>", b"</row>", b'<row r="9999999999">', b'r="ZZZ1"', b't="s"', b's="99999"', b"&b;",
     b"<v>1e999</v>", b"<!DOCTYPE a>", b'<mergeCell ref="A1:XFD1048576"/>', b'<f t="shared"/>']
)  # fmt: skip


@times(0.2)
@given(st.data())
def test_a_file_with_flipped_or_missing_bytes_is_always_answered(data):
    content = bytearray(template())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] ^= data.draw(st.integers(1, 255))
    end = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    judge(read(bytes(content[:end])))


@times(0.1)
@given(st.data())
def test_mutated_csv_is_always_answered(data):
    delimiter = data.draw(st.sampled_from([";", ",", "\t", "|"]))
    blocks_of = data.draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3))
    lines = []
    for code in blocks_of:
        for row in mutate(data, tables()[code]):
            lines.append(delimiter.join("" if cell is None else str(cell) for cell in row))
    text = data.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be"]))
    judge(read(text.encode(encoding, errors="replace")))


@times(0.1)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"a;b\n"]))
def test_bytes_of_any_kind_are_always_answered(data, start):
    judge(read(start + data))
