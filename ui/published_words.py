"""Published figures in words: what each is of, when, and how far to trust it."""

import re
from collections.abc import Mapping

import pandas as pd

from ui import formats
from ui.headings import as_text
from words import _

_ADDRESS = re.compile(r"https?:/{2}[A-Za-z0-9./%~_-]+")


def theme_name(theme: str) -> str:
    """What several series are about."""
    return {
        "natverk": _("Kriminella nätverk"),
        "misstankta": _("Misstänkta"),
        "lagforing": _("Lagföring"),
        "frihetsberovade": _("Frihetsberövade"),
        "ungdomshem": _("Särskilda ungdomshem"),
        "placerade": _("Placerade och omhändertagna"),
        "handelser": _("Sprängningar och skjutningar"),
    }[theme]


def area_name(area: str) -> str:
    """`hela landet`, or a police region."""
    return {
        "se": _("hela landet"),
        "pr-stockholm": _("polisregion Stockholm"),
        "pr-syd": _("polisregion Syd"),
        "pr-vast": _("polisregion Väst"),
    }[area]


def age_name(age: str) -> str:
    """`15–17 år`."""
    return _("alla åldrar") if age == "alla" else _("{age} år").format(age=age)


def sex_name(sex: str) -> str:
    """Girls and women, boys and men, or both."""
    return {"kvinna": _("kvinnor"), "man": _("män")}.get(sex, _("båda könen"))


def of_whom(row: Mapping[str, str]) -> str:
    """`hela landet, 15–20 år, kvinnor`: what the figure is of, without what leaves nobody out."""
    told = [area_name(row["area"])]
    told += [age_name(row["age"])] if row["age"] != "alla" else []
    told += [sex_name(row["sex"])] if row["sex"] != "totalt" else []
    return ", ".join(told)


def trust_name(confidence: str) -> str:
    """How far the figure can be trusted, in a word."""
    return {"hog": _("hög"), "medel": _("medel"), "lag": _("låg")}[confidence]


def to_value(value: float) -> str:
    """`18 956`, `0,4`."""
    return formats.number(value) if value == round(value) else formats.decimal(value)


def to_period(year: int, period: str, *, part_year: bool) -> str:
    """`2024` of a whole year, `2025, januari–november` of another period."""
    return f"{year}, {period}" if part_year else str(year)


def to_link(title: str, url: str) -> str:
    """A source as markdown: its title as a link; as text when the address is no plain one."""
    text = as_text(title)
    return f"[{text}]({url})" if _ADDRESS.fullmatch(url) else text


def to_strands(rows: pd.DataFrame) -> "pd.Series[str]":
    """What each figure of a series is of, as far as they differ: `polisregion Syd`, `kvinnor`."""
    ways = {"area": area_name, "age": age_name, "sex": sex_name}
    told = [rows[name].map(way) for name, way in ways.items() if rows[name].nunique() > 1]
    if not told:
        return rows["area"].map(area_name)
    joined = told[0]
    for one in told[1:]:
        joined = joined + ", " + one
    return joined


def summary(rows: pd.DataFrame) -> str:
    """All figures of a series in a sentence, for those who can't see the chart."""
    told = [
        _("{what} {period}: {value}").format(
            what=row["strand"], period=row["period_told"], value=row["told"]
        )
        for row in rows.assign(strand=to_strands(rows)).to_dict("records")
    ]
    first = rows.iloc[0]
    text = _("{name}, {unit}. {told}.")
    return text.format(name=first["name"], unit=first["unit"], told="; ".join(told))
