"""Whatever the claims hold: a viewer of what was given, or a calm refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.claims import BadClaims, ClaimNames, to_viewer
from data_access.viewer import RIGHTS, Right, Role, Viewer

NAMES = ClaimNames("bob_role", "bob_areas", "bob_reports")
NESTED = ClaimNames("realm_access.roles", "bob.areas", "bob.reports")


def ask(role=None, areas=None, reports=None, names=NAMES, **more):
    given = {"bob_role": role, "bob_areas": areas, "bob_reports": reports}
    held = {name: value for name, value in given.items() if value is not None}
    return to_viewer(held | more, names, "pseudonym", example=True)


def refused(**claims):
    with pytest.raises(BadClaims) as error:
        ask(**claims)
    return error.value.reason


@pytest.mark.parametrize(
    ("role", "areas", "reports", "viewer"),
    [
        ("lasare", ["se"], None, Viewer(Role.LASARE, frozenset({"se"}))),
        ("lasare", "25", [], Viewer(Role.LASARE, frozenset({"25"}))),
        (
            "rapportor",
            "pr-nord",
            ["lpo-umea"],
            Viewer(Role.RAPPORTOR, frozenset({"pr-nord"}), frozenset({"lpo-umea"})),
        ),
        (
            ["regional-samordnare"],
            ["se", "se"],
            "pr-nord, pr-mitt",
            Viewer(Role.REGIONAL, frozenset({"se"}), frozenset({"pr-nord", "pr-mitt"})),
        ),
        (
            ["offline_access", "nationell-samordnare", "uma_authorization"],
            "se",
            None,
            Viewer(Role.NATIONELL, frozenset({"se"}), frozenset({"se"})),
        ),
        (
            "nationell-samordnare",
            "se",
            "pr-syd",
            Viewer(Role.NATIONELL, frozenset({"se"}), frozenset({"pr-syd"})),
        ),
        ("administrator", None, None, Viewer(Role.ADMIN, frozenset())),
        ("administrator", [], "", Viewer(Role.ADMIN, frozenset())),
        ("lasare", " 2580,25  se ,", [], Viewer(Role.LASARE, frozenset({"2580", "25", "se"}))),
    ],
)  # fmt: skip
def test_a_role_and_areas_that_fit_each_other_give_a_viewer(role, areas, reports, viewer):
    found = ask(role, areas, reports)
    assert found == viewer
    assert (found.subject, found.example) == ("pseudonym", True)


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"areas": "se"}, "role-missing"),
        ({"role": "", "areas": "se"}, "role-missing"),
        ({"role": [], "areas": "se"}, "role-missing"),
        ({"role": "Lasare", "areas": "se"}, "role-unknown"),
        ({"role": "lasare ", "areas": "se"}, "role-unknown"),
        ({"role": ["offline_access"], "areas": "se"}, "role-unknown"),
        ({"role": ["lasare", "administrator"], "areas": "se"}, "more-than-one-role"),
        ({"role": ["lasare", 7], "areas": "se"}, "role-malformed"),
        ({"role": {"lasare": True}, "areas": "se"}, "role-malformed"),
        ({"role": True, "areas": "se"}, "role-malformed"),
        ({"role": ["x"] * 201, "areas": "se"}, "too-many-roles"),
        ({"role": "lasare"}, "areas-missing"),
        ({"role": "lasare", "areas": " , "}, "areas-missing"),
        ({"role": "lasare", "areas": 25}, "areas-malformed"),
        ({"role": "lasare", "areas": ["se", None]}, "areas-malformed"),
        ({"role": "lasare", "areas": {"se": 1}}, "areas-malformed"),
        ({"role": "lasare", "areas": "se\tpr-nord"}, "areas-malformed"),
        ({"role": "lasare", "areas": "se\x00"}, "areas-malformed"),
        ({"role": "lasare", "areas": ["se pr-nord"]}, "area-malformed"),
        ({"role": "lasare", "areas": ["se\n"]}, "area-malformed"),
        ({"role": "lasare", "areas": ["hela landet"]}, "area-malformed"),
        ({"role": "lasare", "areas": ["lpo-" + "a" * 57]}, "area-malformed"),
        ({"role": "lasare", "areas": [""]}, "area-malformed"),
        ({"role": "lasare", "areas": ["se"] * 201}, "too-many-areas"),
        ({"role": "lasare", "areas": "se " * 201}, "too-many-areas"),
        ({"role": "lasare", "areas": "a" * 100_000}, "too-many-areas"),
        ({"role": "lasare", "areas": "se", "reports": "se"}, "reports-given-to-a-reader"),
        ({"role": "rapportor", "areas": "se"}, "reports-missing"),
        ({"role": "rapportor", "reports": "se"}, "areas-missing"),
        ({"role": "regional-samordnare", "areas": "se", "reports": ""}, "reports-missing"),
        ({"role": "regional-samordnare", "areas": "se", "reports": 1}, "reports-malformed"),
        ({"role": "administrator", "areas": "se"}, "areas-given-to-an-administrator"),
        ({"role": "administrator", "reports": "se"}, "areas-given-to-an-administrator"),
    ],
)
def test_what_is_missing_or_malformed_is_refused_with_a_reason(claims, reason):
    assert refused(**claims) == reason


def test_a_refusal_never_repeats_what_the_claim_holds():
    with pytest.raises(BadClaims) as error:
        ask("anna.andersson@example.test", ["se"])
    assert "anna" not in str(error.value)


def test_two_hundred_codes_are_not_too_many():
    codes = [f"{number:04}" for number in range(200)]
    assert ask("lasare", codes).areas == frozenset(codes)


def test_claims_may_lie_in_other_claims():
    held = {"realm_access": {"roles": ["rapportor"]}, "bob": {"areas": "se", "reports": ["25"]}}
    found = to_viewer(held, NESTED, "", example=False)
    assert found == Viewer(Role.RAPPORTOR, frozenset({"se"}), frozenset({"25"}))


def test_a_claim_of_the_whole_dotted_name_goes_first():
    held = {"realm_access.roles": "lasare", "realm_access": {"roles": "rapportor"}}
    found = to_viewer(held | {"bob.areas": "se"}, NESTED, "", example=False)
    assert found.role is Role.LASARE


def test_a_way_that_ends_in_something_else_is_refused_not_taken_for_missing():
    held = {"realm_access": {"roles": "nationell-samordnare"}, "bob.areas": "se", "bob": "se"}
    with pytest.raises(BadClaims, match="reports-malformed"):
        to_viewer(held, NESTED, "", example=False)


WORDS = st.sampled_from(
    [*map(str, Role), "se", "pr-nord", "25", "2580", "lpo-umea", "se pr-nord", "se,25", "", "\x00"]
)
TEXTS = WORDS | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["roles", "areas"]) | st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)
LIKELY = TEXTS | st.lists(WORDS, max_size=3) | JSON
KEYS = st.sampled_from(["bob_role", "bob_areas", "bob_reports", "realm_access", "bob", "bob.areas"])


def texts_in(value):
    """Every text that the value holds, and the parts of those that list codes."""
    if isinstance(value, str):
        return {value, *value.replace(",", " ").split(" ")}
    if isinstance(value, dict):
        value = [*value.values()]
    return set().union(*map(texts_in, value)) if isinstance(value, list) else set()


@given(claims=st.dictionaries(KEYS | st.text(), LIKELY, max_size=6), nested=st.booleans())
def test_whatever_the_claims_hold_nothing_is_given_that_they_do_not_say(claims, nested):
    try:
        found = to_viewer(claims, NESTED if nested else NAMES, "", example=False)
    except BadClaims:
        return
    told = texts_in(claims)
    assert found.areas | found.reports <= told
    assert str(found.role) in told
    assert bool(found.areas) == (found.role is not Role.ADMIN)
    assert bool(found.reports) == (Right.REPORT in RIGHTS[found.role])


@given(
    role=st.sampled_from(Role),
    areas=st.sets(st.sampled_from(["se", "pr-nord", "25", "2580", "lpo-umea"])),
    reports=st.sets(st.sampled_from(["se", "pr-nord", "25", "2580", "lpo-umea"])),
)
def test_a_list_and_a_text_of_the_same_codes_give_the_same(role, areas, reports):
    def outcome(form):
        try:
            return ask(str(role), form(sorted(areas)), form(sorted(reports)))
        except BadClaims as error:
            return error.reason

    assert outcome(list) == outcome(" ".join) == outcome(",".join)
