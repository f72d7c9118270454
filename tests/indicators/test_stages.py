import pytest

from indicators.stages import ALL_STAGES, BESIDE, RANK, STAGES, UnknownStage, rank, to_furthest


def test_the_stages_come_in_the_order_of_the_work():
    assert STAGES == ("ej-paborjat", "kartlaggning", "planerat", "uppstartat", "etablerat")
    assert [rank(stage) for stage in STAGES] == sorted(rank(stage) for stage in STAGES)


def test_every_stage_has_a_rank_of_its_own():
    assert set(RANK) == set(ALL_STAGES)
    assert len(set(RANK.values())) == len(ALL_STAGES)


def test_dormant_comes_before_mapping_and_not_needed_comes_last():
    assert to_furthest([*BESIDE, "kartlaggning"]) == "kartlaggning"
    assert to_furthest(["ej-aktuellt", "ej-paborjat"]) == "ej-paborjat"
    assert to_furthest([]) is None


def test_an_unknown_stage_is_named_with_the_ones_there_are():
    with pytest.raises(UnknownStage, match=r"etablerad.*etablerat"):
        rank("etablerad")
