"""Made-up population in the forms that SCB's database exports it in."""

import json
from itertools import product

from geodata.division import load_areas

YOUNG = tuple(str(age) for age in range(12, 21))
EVERY = (*(str(age) for age in range(100)), "100+")
SEXES = {"1": "män", "2": "kvinnor"}
AREAS = load_areas()
KOMMUNER = tuple(sorted(AREAS.loc[AREAS["level"] == "kommun", "code"]))
NAMES = dict(zip(AREAS["code"], AREAS["name"], strict=True)) | {"00": "Riket"}
Cells = dict[tuple[str, str, str, str], object]  # region, age, sex, year (SCB's codes) → persons


def cells(years=(2024,), *, ages=YOUNG, total=True, country=True) -> Cells:
    """Persons of every kommun, with the total of all ages and of the country when asked for."""
    found: Cells = {}
    for kommun, age, sex, year in product(KOMMUNER, ages, SEXES, years):
        persons = 20 + (int(kommun) * 7 + len(age) + int(age.rstrip("+")) * 3 + int(year)) % 90
        found[kommun, age, sex, str(year)] = persons + int(sex)
    if total:
        for kommun, sex, year in product(KOMMUNER, SEXES, map(str, years)):
            of_all = sum(int(str(found[kommun, age, sex, year])) for age in ages)
            rest = 0 if ages == EVERY else 5000
            found[kommun, "tot", sex, year] = of_all + rest
    if country:
        shown = (*ages, *(("tot",) if total else ()))
        for age, sex, year in product(shown, SEXES, map(str, years)):
            found["00", age, sex, year] = sum(
                int(str(found[kommun, age, sex, year])) for kommun in KOMMUNER
            )
    return found


def axes(found: Cells) -> list[list[str]]:
    """The codes of region, age, sex and year, in the order in which they came."""
    return [list(dict.fromkeys(key[place] for key in found)) for place in range(4)]


def to_text(axis: str, code: str) -> str:
    """The text that SCB's tables show in a code's place."""
    if axis == "region":
        return f"{code} {NAMES.get(code, 'Okänd')}"
    if axis == "age":
        return "totalt ålder" if code == "tot" else f"{code} år"
    return SEXES.get(code, code) if axis == "sex" else code


def to_csv(found: Cells, *, delimiter=",", encoding="utf-8", title=True, codes=False, named=True):
    """As PxWeb's CSV: a title, and a row for each region, age and sex with a column a year."""
    regions, ages, sexes, years = axes(found)
    headings = ["region", "ålder", "kön", *(f"Folkmängd {y}" if named else y for y in years)]
    lines = ['"Folkmängden efter region, ålder, kön och år"', ""] if title else []
    lines.append(delimiter.join(f'"{one}"' for one in headings))
    for region, age, sex in product(regions, ages, sexes):
        if not any((region, age, sex, year) in found for year in years):
            continue
        axes_of = {"region": region, "age": age, "sex": sex}
        texts = axes_of.values() if codes else [to_text(*one) for one in axes_of.items()]
        values = [str(found.get((region, age, sex, year), "..")) for year in years]
        lines.append(delimiter.join([*(f'"{text}"' for text in texts), *values]))
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def to_long_csv(found: Cells) -> bytes:
    """As the long form: a column for the year, and one for what is counted."""
    lines = ["region;ålder;kön;år;tabellinnehåll;Folkmängd"]
    for (region, age, sex, year), persons in found.items():
        texts = [to_text("region", region), to_text("age", age), to_text("sex", sex), year]
        lines.append(";".join([*texts, "Folkmängd", str(persons)]))
    return "\n".join(lines).encode("cp1252")


def to_cube(found: Cells, *, sparse=False) -> dict:
    """As JSON-stat 2.0, with the dimensions of SCB's table."""
    codes = dict(zip(("Region", "Alder", "Kon", "Tid"), axes(found), strict=True))
    ours = {"Region": "region", "Alder": "age", "Kon": "sex", "Tid": "year"}
    labels = {"Region": "region", "Alder": "ålder", "Kon": "kön", "Tid": "år"}
    dimension = {
        name: {
            "label": labels[name],
            "category": {
                "index": {code: place for place, code in enumerate(of)},
                "label": {code: to_text(ours[name], code) for code in of},
            },
        }
        for name, of in codes.items()
    }
    contents = {"index": {"BE0101N1": 0}, "label": {"BE0101N1": "Folkmängd"}}
    dimension["ContentsCode"] = {"label": "tabellinnehåll", "category": contents}
    values = [found.get(key) for key in product(*codes.values())]
    order = ["Region", "Alder", "Kon", "ContentsCode", "Tid"]
    sizes = {name: len(of) for name, of in codes.items()} | {"ContentsCode": 1}
    told = {str(n): one for n, one in enumerate(values) if one is not None}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Folkmängden efter region, ålder, kön och år",
        "source": "SCB",
        "id": order,
        "size": [sizes[name] for name in order],
        "dimension": dimension,
        "value": told if sparse else values,
    }


def to_json(found: Cells, *, sparse=False) -> bytes:
    """`to_cube` as a file."""
    return json.dumps(to_cube(found, sparse=sparse), ensure_ascii=False).encode()
