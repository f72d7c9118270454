"""Goda exempel: what is searched for and found, and what is said where there is nothing."""

import pytest

from data_access.approval import approve
from data_access.releasing import make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from tests.pages.conftest import show
from ui.headings import to_plain

LEAD = DEMONSTRATIONS[Role.NATIONELL]
Q2, Q3 = Quarter(2026, 2), Quarter(2026, 3)
NORTH, SOUTH, REGION = "lpo-lulea-boden", "lpo-malmo-norr", "pr-nord"
UMEA = "lpo-umea"
FIELD = {"metod": "faltarbete", "malgrupp": "barn-12-14", "evidens": "lovande"}
PLAN = {"metod": "samordnad-plan", "evidens": "okand"}


def example(heading, text="Det som gjordes.", **more):
    return Row({"rubrik": heading, "beskrivning": text, **FIELD, **more})


def publish(units):
    send(units, expected=dict.fromkeys(units, 0), viewer=LEAD, source="prov", channel="formular")
    approve([one.id for one in read_submissions(units, viewer=LEAD).values()], viewer=LEAD)
    make_release(viewer=LEAD)


def publish_some():
    needs = ({"behov": "Sekretess", "gjort": "En dag"}, {"behov": "Digitalt", "gjort": "Inget än"})
    publish(
        {
            Unit(NORTH, "exempel", Q3): (
                example("Fältare i parken", framgang="Fasta kvällar"),
                example("<b>Plan</b> [x](https://ond.se)", "En *plan*", **PLAN),
            ),
            Unit(NORTH, "exempel", Q2): (example("Fältare i parken", "Så som det var."),),
            Unit(SOUTH, "exempel", Q3): (example("Syskon i skolan", malgrupp="syskon"),),
            Unit(REGION, "kompetens", Quarter(2026, 4)): tuple(Row(one) for one in needs),
        }
    )


def publish_three():
    """An example of each of three areas, called by its code."""
    publish({Unit(one, "exempel", Q3): (example(one),) for one in (NORTH, SOUTH, UMEA)})


def publish_needs():
    """The same need of two areas and their regions."""
    need = (Row({"behov": "Sekretess", "gjort": "En dag"}),)
    units = (REGION, NORTH, "pr-syd", SOUTH)
    publish({Unit(one, "kompetens", Quarter(2026, 4)): need for one in units})


@pytest.fixture
def some(filled):
    filled(publish_some)


def opened(role=Role.LASARE, **asked):
    page = show("exempel", roll=str(role), **asked)
    assert not page.exception
    return page


def headings(page):
    return [one.value for one in page.subheader]


def said(page):
    return " ".join(one.value for one in page.markdown)


def test_before_the_first_release_it_is_said_and_support_is_there(example_data):
    assert "Ingen utgåva är publicerad än." in opened().info[1].value
    assert "Gängsnacket" in headings(opened(innehall="stod"))


def test_an_empty_release_of_examples_is_said(example_data_of_own):
    publish({Unit(NORTH, "exempel", Q3): ()})
    page = opened()
    assert page.info[1].value == "Inga goda exempel är publicerade för det här urvalet."
    needs = opened(innehall="kompetens")
    assert "Inga kompetensbehov är rapporterade för det här urvalet." in said(needs)


def test_all_are_shown_the_newest_of_each_area_s_heading(some):
    page = opened()
    assert len(headings(page)) == 3
    assert "**3 exempel** från 2 områden." in said(page)
    assert "Så som det var." not in said(page)
    assert "**Framgångsfaktor:**" in said(page) and "Fasta kvällar" in said(page)


def test_text_from_people_is_text(some):
    heading = next(one for one in headings(opened()) if "Plan" in one)
    assert heading.startswith("\\<b\\>")
    assert "](" not in heading.replace("\\](", "")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sok": "fältare PARKEN"}, ["Fältare i parken"]),
        ({"sok": "malmö"}, ["Syskon i skolan"]),  # where it is from is searched too
        ({"malgrupp": "syskon"}, ["Syskon i skolan"]),
        ({"metod": "faltarbete", "region": "pr-nord"}, ["Fältare i parken"]),
        ({"evidens": "beprovad"}, []),
        ({"omrade": SOUTH}, ["Syskon i skolan"]),
        ({"lan": "12"}, ["Syskon i skolan"]),
        ({"sok": "finns inte"}, []),
    ],
)
def test_the_search_finds(some, asked, found):
    page = opened(**asked)
    assert headings(page) == found
    if not found:
        assert "passar sökningen" in said(page)


INSIDE = (
    ("se", {NORTH, SOUTH, UMEA}),
    ("pr-nord", {NORTH, UMEA}),
    ("po-norrbotten", {NORTH}),
    ("25", {NORTH}),
    ("2580", {NORTH}),  # a kommun that lies in it
    (NORTH, {NORTH}),
    ("pr-ost", set()),
)


@pytest.mark.parametrize(("area", "told"), INSIDE)
def test_of_a_chosen_area_those_are_shown_that_lie_in_it(filled, area, told):
    filled(publish_three)
    assert {to_plain(one) for one in headings(opened(omrade=area))} == told


def test_what_an_area_told_before_it_ceased_stays_in_its_region(example_data_of_own):
    publish({Unit("lpo-norrmalm", "exempel", Quarter(2024, 4)): (example("Kvällar vid torget"),)})
    for region, shown in (("pr-stockholm", 1), ("pr-nord", 0)):
        page = opened(dag="2026-11-01", region=region)
        assert len(headings(page)) == shown, region


@pytest.mark.parametrize("area", [code for code, told in INSIDE if NORTH in told])
def test_the_area_page_and_its_way_show_the_same_needs(filled, area):
    """Those of the area and of what lies in it, and of its region."""
    filled(publish_needs)
    told = opened(omrade=area, innehall="kompetens").dataframe[0].value
    found = set(told["Områden"].iloc[0].split(", "))
    assert found == {"Luleå-Boden", "Polisregion Nord"} | (
        {"Malmö norr", "Polisregion Syd"} if area == "se" else set()
    )
    beside = show("omrade", omrade=area)
    assert not beside.exception
    (same,) = [one.value for one in beside.table if "Behov" in one.value]
    assert set(to_plain(same["Områden"].iloc[0]).split(", ")) == found


@pytest.mark.parametrize("name", ["metod", "malgrupp", "evidens", "innehall"])
def test_a_bad_address_is_told_and_all_are_shown(some, name):
    page = opened(**{name: "<i>fel"})
    assert "är inget känt värde" in page.warning[0].value
    assert len(headings(page)) == 3
    assert name not in page.query_params


def test_the_table_says_the_same_as_the_picture(some):
    table = opened().dataframe[0].value
    assert table.iloc[0].to_dict() == {
        "Metod": "Fältarbete",
        "Exempel": 2,
        "Beprövad": 0,
        "Lovande": 2,
        "Erfarenhetsbaserad": 0,
        "Okänd": 0,
    }


def test_needs_are_told_with_what_answers_them(some):
    page = opened(innehall="kompetens")
    assert "**2 kompetensbehov** från 1 område." in said(page)
    assert page.dataframe[0].value["Vad som har gjorts"].to_list() == ["En dag", "Inget än"]
    assert page.dataframe[0].value["Områden"].to_list() == ["Polisregion Nord"] * 2


def test_many_examples_come_some_at_a_time(example_data_of_own):
    publish({Unit(NORTH, "exempel", Q3): tuple(example(f"Nummer {n}") for n in range(13))})
    page = opened()
    assert len(headings(page)) == 10
    page.button(key="exempel_visa").click().run()
    assert len(headings(page)) == 13


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_every_role_that_sees_figures_sees_them(some, role):
    assert headings(opened(role))


def test_support_material_has_owner_day_and_source(example_data):
    page = opened(innehall="stod")
    captions = [to_plain(one.value) for one in page.caption]
    assert any("Bob-myndigheterna · 2 december 2025" in one for one in captions)
    assert any("dagen är inte känd" in one for one in captions)
    assert "https://www.lansstyrelsen.se/" in said(page)


def explain(page, key, name):
    page = page.selectbox(key=f"forklara_{key}").select(name).run()
    assert not page.exception
    return [to_plain(one.value) for one in page.markdown]


def test_how_many_examples_there_are_is_explained(some):
    page = opened()
    assert f"Antal exempel: {len(headings(page))}" in explain(page, "exempel", "Antal exempel")
    lines = explain(page, "exempel", "Exempel med metoden Fältarbete")
    told = next(one for one in lines if one.startswith("- Definition"))
    assert "Exempel med metoden Fältarbete: 2" in lines
    assert "Räknas av: Luleå-Boden, Malmö norr" in told
    assert "Källa: Utgåva 1" in told and "Senast ändrad: Utgåva 1" in told


def test_a_change_in_one_area_is_the_newest_of_what_rests_on_it_alone(filled_of_own):
    filled_of_own(publish_some)
    publish({Unit("lpo-umea", "exempel", Q3): (example("Ny i Umeå", **PLAN),)})
    page = opened()
    field = "\n".join(explain(page, "exempel", "Exempel med metoden Fältarbete"))
    assert "Källa: Utgåva 2" in field and "Senast ändrad: Utgåva 1" in field
    whole = "\n".join(explain(page, "exempel", "Antal exempel"))
    assert "Senast ändrad: Utgåva 2" in whole


def test_a_need_is_explained_by_who_has_it(some):
    page = opened(innehall="kompetens")
    lines = explain(page, "behov", "Områden med behovet Sekretess")
    assert "Områden med behovet Sekretess: 1" in lines
    assert any("Räknas av: Polisregion Nord" in one for one in lines)


def test_the_search_s_own_count_is_explained(some):
    lines = explain(opened(sok="malmö"), "exempel", "Antal exempel")
    assert "Antal exempel: 1" in lines
