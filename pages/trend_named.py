"""Which area each line of a course in Trender is of, by the name that it has in chart and table."""

from pages import trend_lines
from pages.trend_series import Asked

Lines = dict[str, tuple[str, str]]  # name → level and code, the chosen area's first


def to_lines(asked: Asked) -> Lines:
    """The lines of the chosen area's course; none when nothing of it can be shown."""
    found = trend_lines.to_course(asked)
    if found is None:
        return {}
    level = found.place.level
    lines = {found.line.name: (level, found.place.code)}
    if found.against:
        line, series = found.against
        lines[line.name] = str(series["level"].iloc[0]), str(series["code"].iloc[0])
    codes = [code for cut in found.cuts for code, _name in cut.before]
    named = zip(found.before, codes, strict=True)
    return lines | {line.name: (level, code) for line, code in named}
