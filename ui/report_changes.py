"""The preview: what a sending would make new, change, leave as it is and take away."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from indicators.protection.method import Method
from reporting.compare import CHANGED, NEW, REMOVED, SAME, Change
from reporting.kinds import CELLS, TOTALS, Kind, kinds
from reporting.rows import Row, Unit
from ui.report_words import Names, field_label, kind_title
from ui.tall_tables import to_seen
from words import _, plural

_ORDER = (CHANGED, REMOVED, NEW, SAME)
_FITS = 10  # rows that a table shows at once, when nothing is said of its height
_PICKED = "andringar_enhet"


def what_name(what: str) -> str:
    """What happens with a value, in a word."""
    words = {NEW: _("ny"), CHANGED: _("ändras"), REMOVED: _("tas bort"), SAME: _("lika")}
    return words[what]


def count_small(rows: Sequence[Row], base: int) -> int:
    """How many counts of people are so small that protection by the base changes them."""
    held = (row.values.get(name) for row in rows for name in (*CELLS, *TOTALS))
    return sum(isinstance(value, int | float) and 0 < value < base for value in held)


def protection_words(count: int, base: int, method: Method) -> str:
    """What protection will do to so many small counts."""
    hides = method is Method.HIDING
    if not count:
        return (
            _("Inga antal är så små att skyddet döljer dem.")
            if hides
            else _("Inga antal är så små att skyddet ändrar dem.")
        )
    words = (
        _(
            "{values} mellan 1 och {below} kommer inte att visas för läsare. Andra antal kan "
            "döljas så att ingen kan pekas ut. Det du lämnar in lagras som du skrev det."
        )
        if hides
        else _(
            "{values} mellan 1 och {below} kommer att visas som 0 eller {base} för läsare. Andra "
            "antal kan avrundas så att ingen kan pekas ut. Det du lämnar in lagras som du skrev "
            "det."
        )
    )
    values = plural("{n} värde", "{n} värden", count)
    return words.format(values=values, below=base - 1, base=base)


def show_protection(rows: Sequence[Row], base: int, method: Method) -> None:
    """What protection will do to the rows, when it is by the base and the method."""
    st.markdown(protection_words(count_small(rows, base), base, method))


def to_told(changes: Sequence[Change]) -> str:
    """`12 nya, 3 ändras, 40 lika`."""
    count = Counter(change.what for change in changes)
    said = [
        plural("{n} nytt värde", "{n} nya värden", count[NEW]) if count[NEW] else "",
        plural("{n} ändras", "{n} ändras", count[CHANGED]) if count[CHANGED] else "",
        plural("{n} tas bort", "{n} tas bort", count[REMOVED]) if count[REMOVED] else "",
        plural("{n} är lika", "{n} är lika", count[SAME]) if count[SAME] else "",
    ]
    return ", ".join(filter(None, said)) or _("Inga värden")


def to_detail(kind: Kind, changes: Sequence[Change], names: Names) -> pd.DataFrame:
    """A row for each value: what it is about, the field, before, after, what happens. Changed
    ones first."""
    shown = sorted(changes, key=lambda change: _ORDER.index(change.what))
    fields = {field.name: field for field in kind.fields}
    return pd.DataFrame(
        {
            _("Rad"): [names.row(kind, one.identity) for one in shown],
            _("Fält"): [field_label(kind, one.field) for one in shown],
            _("Före"): [names.value(fields[one.field], one.before) for one in shown],
            _("Efter"): [names.value(fields[one.field], one.after) for one in shown],
            _("Vad som sker"): [what_name(one.what) for one in shown],
        }
    )


def show_detail(kind: Kind, changes: Sequence[Change], names: Names) -> None:
    """Every value of one unit, before and after."""
    table = to_detail(kind, changes, names)
    if more := to_seen(len(table), _FITS):
        st.caption(more)
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            _("Rad"): st.column_config.TextColumn(width=240, pinned=True),
            _("Vad som sker"): st.column_config.TextColumn(width=100),
        },
        alt=_("Värden före och efter för {title}").format(title=kind.title),
    )


def show_two(kind: Kind, differing: Sequence[Change], names: Names) -> None:
    """Values that differ between another's report (before) and one's own (after)."""
    table = to_detail(kind, differing, names).drop(columns=_("Vad som sker"))
    st.dataframe(
        table.rename(columns={_("Före"): _("Den andras"), _("Efter"): _("Mitt")}),
        hide_index=True,
        alt=_("Värden som skiljer sig mellan den andras och mitt"),
    )


def to_summary(found: Mapping[Unit, Sequence[Change]], names: Names) -> pd.DataFrame:
    """A row for each unit: how many values are new, changed, same and removed."""
    counts = [Counter(change.what for change in changes) for changes in found.values()]
    return pd.DataFrame(
        {
            _("Rapport"): [kind_title(unit.kind) for unit in found],
            _("Område"): [names.areas.get(unit.area, unit.area) for unit in found],
            _("Period"): [unit.period.name for unit in found],
            _("Nya"): [count[NEW] for count in counts],
            _("Ändras"): [count[CHANGED] for count in counts],
            _("Tas bort"): [count[REMOVED] for count in counts],
            _("Lika"): [count[SAME] for count in counts],
        }
    )


def show_summary(found: Mapping[Unit, Sequence[Change]], names: Names) -> None:
    """The table of all units, and below it every value of the one that is picked."""
    units = list(found)
    st.dataframe(
        to_summary(found, names),
        hide_index=True,
        alt=_("Vad som blir nytt, ändras, tas bort och är lika i varje rapport"),
    )
    picked = st.selectbox(
        _("Visa värdena i"),
        units,
        index=0 if len(units) == 1 else None,
        format_func=names.unit,
        key=_PICKED,
        width=520,
        placeholder=_("Välj en rapport"),
        filter_mode="contains",
    )
    if picked is not None:
        show_detail(kinds()[picked.kind], found[picked], names)
