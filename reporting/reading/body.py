"""The rows under a heading row: from cells to rows of units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reporting.kinds import Kind
from reporting.reading.cells import check_computed, to_value
from reporting.reading.gathered import Gathered, to_identity
from reporting.reading.grid import Cell, Line, is_blank, to_letter, to_text
from reporting.reading.headings import AREA, AREA_CODE, PERIOD, Header
from reporting.reading.known import Known, Surroundings
from reporting.reading.notes import Notes
from reporting.reading.periods import to_period
from reporting.reading.problem import Problem
from reporting.reading.special_rows import is_total, says_nothing
from reporting.reading.tally import Tally
from reporting.rows import Place, Row, Unit
from reporting.values import Value


@dataclass
class Body:
    """The lines under one header. `carried` is name → row → the cell that is merged over it."""

    sheet: str
    header: Header
    lines: Sequence[Line]
    carried: Mapping[str, Mapping[int, Cell]]
    known: Known
    gathered: Gathered
    notes: Notes
    tally: Tally

    @property
    def kind(self) -> Kind:
        """The kind of all the rows."""
        return self.header.kind

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Field's name → its column's letter."""
        return {name: to_letter(column) for name, column in self.header.columns.items()}

    def read(self) -> None:
        """Reads every line. What can't be read is noted."""
        for line in self.lines:
            cells = self._pick(line)
            fields = {name: cell for name, cell in cells.items() if not name.startswith("@")}
            has_area = AREA in cells or AREA_CODE in cells
            if not fields and not has_area:
                continue
            self._read_line(Place(self.sheet, line.number), self._carry(line, cells), fields)

    def _pick(self, line: Line) -> dict[str, Cell]:
        return {
            name: line.cells[column]
            for name, column in self.header.columns.items()
            if column in line.cells and not is_blank(line.cells[column])
        }

    def _carry(self, line: Line, cells: dict[str, Cell]) -> dict[str, Cell]:
        merged = {
            name: rows[line.number] for name, rows in self.carried.items() if line.number in rows
        }
        return {**merged, **cells}

    def _read_line(self, place: Place, cells: Mapping[str, Cell], own: Mapping[str, Cell]) -> None:
        surroundings = self.known.of(self.known.default)
        if is_total(cells, self.kind, surroundings):
            self.tally.totals.append(place.row)
            return
        nothing = says_nothing(own, self.kind)
        keys = {one.name for one in self.kind.keys}
        if self.kind.listing and not nothing and not set(own) - keys:
            return  # asked for, and not answered
        unit = None
        try:
            surroundings, unit = self._to_unit(place, cells)
        except Problem as problem:
            self._note_line(problem, place, cells)
        if nothing or not own:
            self._add_nothing(unit, place, own, said=nothing)
        else:
            self._add_row(unit, place, own, surroundings)

    def _to_unit(self, place: Place, cells: Mapping[str, Cell]) -> tuple[Surroundings, Unit | None]:
        at = PERIOD
        try:
            check_computed(cells.get(PERIOD))
            period = to_period(cells.get(PERIOD), self.kind, self.known.default, self.known.today)
            surroundings = self.known.of(period)
            for at in (AREA_CODE, AREA):
                check_computed(cells.get(at))
        except Problem as problem:
            self._note_at(at, problem, place, cells)
            return self.known.of(self.known.default), None
        code, name = to_text(cells.get(AREA_CODE)), to_text(cells.get(AREA))
        area = surroundings.places.find(code, name, self.kind)
        return surroundings, Unit(area, self.kind.code, period)

    def _note_line(self, problem: Problem, place: Place, cells: Mapping[str, Cell]) -> None:
        """Notes what is wrong with the area, in the column that is filled in."""
        columns = self.header.columns
        filled = [name for name in (AREA_CODE, AREA) if name in cells and name in columns]
        there = filled or [name for name in (AREA_CODE, AREA) if name in columns]
        # Of two that disagree the name is what a person wrote
        name = there[-1] if problem.code == "area-disagrees" else there[0]
        self._note_at(name, problem, place, cells)

    def _note_at(
        self, name: str, problem: Problem, place: Place, cells: Mapping[str, Cell]
    ) -> None:
        """Notes what is wrong with the cell, and what is personal in it and in those beside it: a
        row without a unit is not checked."""
        columns = self.header.columns
        column = to_letter(columns.get(name, 0))
        self.notes.error(problem, written=to_text(cells.get(name)), place=place, column=column)
        for one in (PERIOD, AREA_CODE, AREA):
            if one in cells:
                column = to_letter(columns.get(one, 0))
                self.notes.personal(to_text(cells[one]), place=place, column=column)

    def _add_nothing(
        self, unit: Unit | None, place: Place, own: Mapping[str, Cell], *, said: bool
    ) -> None:
        if unit:
            self.gathered.add_nothing(unit, place, said=said)
        if len(own) > 1:
            self.tally.lost_notes.append(place.row)

    def _add_row(
        self,
        unit: Unit | None,
        place: Place,
        own: Mapping[str, Cell],
        surroundings: Surroundings,
    ) -> None:
        values: dict[str, Value] = {}
        problems: dict[str, Problem] = {}
        for one in self.kind.fields:
            if one.name not in own:
                continue
            try:
                value = to_value(own[one.name], one, surroundings.options(one))
            except Problem as problem:
                problems[one.name] = problem
                continue
            if value is not None:
                values[one.name] = value
        self.tally.count(own, values)
        # What has neither a value nor a remark is not there: the checks shall miss it
        kept = {name: cell for name, cell in own.items() if name in values or name in problems}
        written = {name: to_text(cell) for name, cell in kept.items()}
        row = Row(values, place, written, self.letters)
        identity = to_identity(self.kind, row, set(problems))
        for name, found in problems.items():
            self._note_cell(found, name, row, unit, identity)
        keys = {one.name for one in self.kind.keys}
        if problems or set(values) - (keys if self.kind.listing else set()):
            self._add(unit, identity, row)
        elif unit and not self.kind.listing:
            self.gathered.add_nothing(unit, place, said=False)

    def _add(self, unit: Unit | None, identity: tuple[str, ...] | None, row: Row) -> None:
        if unit is None:
            for name, written in row.written.items():
                column = self.letters.get(name, "")
                self.notes.personal(written, place=row.place, column=column, field=name)
            return
        try:
            self.gathered.add(unit, identity, row)
        except Problem as problem:
            first = next((one.name for one in self.kind.keys), self.kind.fields[0].name)
            self._note_cell(problem, first, row, unit, identity)

    def _note_cell(
        self,
        problem: Problem,
        name: str,
        row: Row,
        unit: Unit | None,
        identity: tuple[str, ...] | None,
    ) -> None:
        self.notes.error(
            problem,
            written=row.written.get(name, ""),
            place=row.place,
            column=self.letters.get(name, ""),
            field=name,
            unit=unit,
            identity=identity or (),
        )
