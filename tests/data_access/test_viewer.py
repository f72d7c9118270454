import pytest

from data_access.viewer import DEMONSTRATION, BadViewer, Role, Viewer


@pytest.mark.parametrize(
    "codes",
    [
        {"SE"},
        {"lpo_umea"},
        {""},
        {"25 "},
        {"258"},
        {"lpo-"},
        {"se'; --"},
        {"lpo-umeå"},
        {None},
        {"25\n"},
        {"٢٥"},
    ],
)
def test_a_code_that_can_not_be_understood_is_refused(codes):
    with pytest.raises(BadViewer, match="geodata list"):
        Viewer(Role.LASARE, frozenset(codes))


def test_a_role_in_loose_text_is_refused():
    with pytest.raises(BadViewer, match="lasare"):
        Viewer("lasare", frozenset({"se"}))


def test_areas_that_could_change_afterwards_are_refused():
    with pytest.raises(BadViewer, match="frozenset"):
        Viewer(Role.LASARE, {"se"})


def test_the_demonstration_reads_the_whole_country():
    assert DEMONSTRATION.role is Role.LASARE
    assert DEMONSTRATION.sees("lpo-umea")


def test_no_areas_see_nothing():
    assert not Viewer(Role.ADMIN, frozenset()).sees("se", "lpo-umea", "25")
