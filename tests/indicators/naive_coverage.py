"""The shares once more, by plain loops over the rows."""


def count(rows, measure):
    """(covered, counted over) of rows of pieces."""
    if measure == "unga":
        young = [int(row["young"]) for row in rows]
        return sum(y for y, row in zip(young, rows, strict=True) if row["covered"]), sum(young)
    unit = "kommun" if measure == "kommuner" else "lpo"
    if measure == "prioriterade":
        rows = [row for row in rows if row["prioritised"] is True]
    whole = {}
    for row in rows:
        whole[row[unit]] = whole.get(row[unit], True) and bool(row["covered"])
    return sum(whole.values()), len(whole)


def to_groups(rows, by):
    """Code → rows of each group, in which all are when `by` is riket."""
    groups = {}
    for row in rows:
        groups.setdefault("se" if by == "riket" else row[by], []).append(row)
    return groups


def to_gap_rows(rows):
    """LPO → (prioritised, young, stage, since, partly) of those where an established council may
    still come."""
    order = ["ej-paborjat", "vilande", "kartlaggning", "planerat", "uppstartat"]
    found = {}
    for row in rows:
        if row["covered"] or row["stage"] == "ej-aktuellt":
            continue
        found.setdefault(row["lpo"], []).append(row)
    told = {}
    for lpo, own in found.items():
        needs = [row["prioritised"] for row in own]
        need = True if True in needs else (False if False in needs else None)
        stages = [row["stage"] for row in own if row["stage"]]
        stage = order[max(order.index(one) for one in stages)] if stages else None
        days = [row["since"] for row in own if row["stage"] == stage]
        others = [row for row in rows if row["lpo"] == lpo and row["covered"]]
        young = sum(int(row["young"]) for row in own)
        told[lpo] = (need, young, stage, min(days) if stage else None, bool(others))
    return told
