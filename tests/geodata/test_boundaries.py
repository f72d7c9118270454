from datetime import date

import numpy as np
import pytest
import shapely

from geodata import boundaries, generalise, outline_checks
from geodata.division import division_starts, to_pieces

HECTARE = boundaries.HECTARE
# Faults of the source that the build mends, in hectares: outlines that overlap (the pair), and gaps
# between neighbours (the kommun that they are given to)
MENDED_OVERLAPS = (("0305", "0330", 19.2), ("1814", "1880", 16.3))
MENDED_GAPS = (("1442", 45.2), ("1814", 3.7))


def test_the_mended_faults_of_the_source_are_the_ones_known(source, kommuner):
    overlaps = [(a, b, round(area, 1)) for a, b, area in boundaries.find_overlaps(source)]
    assert tuple(overlaps) == MENDED_OVERLAPS
    holes = [hole.area / HECTARE for hole in boundaries.find_holes(source)]
    gaps = sorted((round(area, 1) for area in holes if area > 0.1), reverse=True)
    assert gaps == [area for _, area in MENDED_GAPS]
    for kommun, area in MENDED_GAPS:
        gap = kommuner[kommun].difference(shapely.union_all(list(source.values())))
        assert gap.area / HECTARE == pytest.approx(area, abs=0.1)


def test_mending_touches_nobody_else(source, kommuner):
    changed = {c for c in source if abs(source[c].area - kommuner[c].area) > 0.01 * HECTARE}
    assert changed <= {"0305", "0330", "1814", "1880", "1442"}


def test_pieces_are_one_coverage_and_give_every_kommun_back(kommuner, pieces):
    assert shapely.coverage_is_valid(np.array(pieces.shapes))
    again = boundaries.dissolve(pieces.shapes, pieces.kommuner)
    for code, shape in kommuner.items():
        assert again[code].symmetric_difference(shape).area < 0.01 * HECTARE


@pytest.mark.parametrize("start", division_starts("lpo"))
def test_exact_outlines_meet_every_rule(start, kommuner, pieces):
    lpos = boundaries.dissolve(pieces.shapes, pieces.lpos[start])
    country = shapely.union_all(list(kommuner.values()))
    shares = outline_checks.to_shares(kommuner, lpos)
    assert outline_checks.check_valid(lpos) == []
    assert outline_checks.check_overlaps(lpos) == []
    assert outline_checks.check_gaps(lpos, country) == []
    assert outline_checks.check_total(lpos, country) == []
    assert outline_checks.check_covered(kommuner, shares, 0.999) == []
    assert outline_checks.check_own_kommuner(to_pieces(start), shares, 0.999) == []


def test_the_old_norrmalm_is_the_union_of_its_successors(pieces):
    before = boundaries.dissolve(pieces.shapes, pieces.lpos[date(2018, 9, 24)])
    after = boundaries.dissolve(pieces.shapes, pieces.lpos[date(2025, 1, 1)])
    union = after["lpo-norra-innerstaden"].union(after["lpo-lidingo-kungsholmen"])
    assert before["lpo-norrmalm"].symmetric_difference(union).area < 1.0


def test_a_fragment_without_a_seed_goes_to_its_neighbour():
    outline = shapely.box(0, 0, 10, 10)
    seeds = {(2.0, 5.0): ("a",), (8.0, 5.0): ("b",), (5.0, 14.0): ("island",)}
    parts = boundaries.split_by_seed(outline, {**seeds, (5.0, 9.9): ("b",)})
    assert sum(part.area for part in parts.values()) == pytest.approx(100)
    assert "island" not in {label[0] for label, part in parts.items() if not part.is_empty}


def test_rounding_the_centre_of_stockholm_keeps_every_area_and_shared_borders(pieces):
    light = generalise.to_map_shapes(pieces.shapes)
    city = [s for s, kommun in zip(light, pieces.kommuner, strict=True) if kommun == "0180"]
    assert len(city) == 8
    assert all(shape.is_valid and not shape.is_empty for shape in city)
    assert shapely.coverage_is_valid(np.array(light))
    coordinates = shapely.get_coordinates(np.array(light))
    assert (coordinates == np.round(coordinates)).all()


def test_a_detailed_source_is_simplified_to_the_limit(pieces):
    dense = list(shapely.coverage_clean(shapely.segmentize(np.array(pieces.shapes), 2_000)))
    assert shapely.get_num_coordinates(np.array(dense)).sum() > 20_000
    light = generalise.simplify(dense)
    assert shapely.get_num_coordinates(np.array(light)).sum() <= generalise.MAX_VERTICES
    assert shapely.coverage_is_valid(np.array(light))
