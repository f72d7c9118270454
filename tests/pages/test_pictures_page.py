"""Lägesbilder: what each reads, writes and is told, and that what is published stays as it was."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

import clock
import words
from data_access import picture_steps, picture_writing
from data_access.areas import fetch_areas
from data_access.cache import forget_answers
from data_access.connect import reading, writing
from data_access.council_events import add_event
from data_access.establishment import fetch_stages
from data_access.picture_drafts import list_unpublished, read_manuscript
from data_access.pictures import fetch_picture, fetch_pictures
from data_access.released_rates import fetch_rates
from data_access.schema import COUNCIL, COUNCIL_AREA
from data_access.viewer import DEMONSTRATIONS, Role
from pages import picture_example, picture_published
from pages.picture_names import to_choices
from pages.picture_parts import NoPart, resolve, to_part
from pages.picture_wanted import Wanted
from reporting.picture_text import Marker
from tests.data_access.pictures import published as publish_plain
from tests.data_access.pictures import written
from tests.data_access.released_years import GAP, SPLIT, add_years
from tests.pages.conftest import show
from tests.pages.test_trends_page import charts
from ui import formats
from ui.formats import step_name
from ui.palette import stage_label
from ui.picture_chart import to_days
from ui.picture_example import to_pictures

READER = DEMONSTRATIONS[Role.LASARE]
REGIONAL, NATIONAL = DEMONSTRATIONS[Role.REGIONAL], DEMONSTRATIONS[Role.NATIONELL]
TODAY = date(2026, 11, 25)
JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)
TEXT = (
    "## Läget\n\n[[siffra:etablerade]]\n[[siffra:tackning-unga]]\n\n"
    f"[[siffra:indikator-{SPLIT}]]\n\n[[diagram:steg]]\n\n[[diagram:indikator-{SPLIT}]]\n\n"
    "[[karta:steg]]\n\nSist.\n"
)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def database(filled_of_own):
    """Example data with a release, to write in."""
    filled_of_own(add_years)


@pytest.fixture
def released(filled):
    """The same, only to be read."""
    filled(add_years)


def add_examples():
    """The example's lägesbilder too."""
    add_years()
    assert picture_example.main() == 0


@pytest.fixture
def examples(filled):
    """Only to be read."""
    filled(add_examples)


def opened(role=Role.LASARE, **parameters):
    page = show("lagesbilder", roll=str(role), **parameters)
    assert not page.exception, page.exception
    return page


def said(page):
    kinds = ("markdown", "caption", "header", "warning", "info", "error", "success", "subheader")
    return "\n".join(str(one.value) for kind in kinds for one in getattr(page, kind))


def plain(text):
    return text.replace("\u00a0", " ").replace("\\", "").replace("\u2060", "")


def publish(text=TEXT, area="pr-nord", day=SEPTEMBER, release=1, title="Nord"):
    """A lägesbild with the parts that the page makes, approved by somebody else."""
    given = {"release": release, "viewer": NATIONAL}
    number = picture_writing.begin(area, title, day, text, **given)
    picture_steps.submit(number, expected=1, viewer=NATIONAL)
    other = replace(NATIONAL, subject="annan")
    parts = resolve(text, Wanted(area, day, release, other))
    assert parts.problems == ()
    picture_steps.approve(number, parts.parts, expected=1, viewer=other)
    picture_steps.publish(number, expected=1, viewer=other)
    return number


def establish(area, day):
    """A council of the area is established from the day."""
    with reading() as connection:
        found = select(COUNCIL.c.code).join(COUNCIL_AREA, COUNCIL_AREA.c.council_id == COUNCIL.c.id)
        code = connection.scalar(found.where(COUNCIL_AREA.c.area_code == area))
    add_event(code, "etablerat", day, viewer=NATIONAL, source="test")


# Reading


def test_before_the_first_one_the_page_says_so(released):
    page = opened()
    assert "Inga lägesbilder är publicerade." in said(page)
    assert not keys(page)


def test_the_list_answers_in_its_first_sentence(examples):
    page = opened()
    told = said(page)
    assert "**3 publicerade lägesbilder**. Den senaste är läget 30 september 2026" in told
    assert "Umeå inför vintern" not in told
    assert "väntar på dig" not in told


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({}, 3),
        ({"region": "pr-nord"}, 2),
        ({"lan": "25"}, 0),
        ({"omrade": "se"}, 1),
        ({"omrade": "pr-nord", "niva": "polisregion"}, 2),
        ({"region": "pr-syd"}, 0),
        ({"dag": "2026-07-01"}, 1),
        ({"dag": "2026-06-29"}, 0),
    ],
)
def test_the_choice_of_the_bar_chooses_among_them(examples, parameters, count):
    told = said(opened(**parameters))
    words = {0: "Inga lägesbilder", 1: "**1 publicerad lägesbild**"}
    assert words.get(count, f"**{count} publicerade lägesbilder**") in told


def test_a_published_one_is_read_with_all_that_stands_in_it(examples):
    page = opened(lagesbild="2")
    told = plain(said(page))
    assert page.header[0].value == "Nord efter tredje kvartalet 2026"
    assert "Polisregion Nord · läget 30 september 2026 · utgåva 1" in told
    assert "EXEMPELDATA" in told
    assert "godkänd av nationell samordnare" in told
    assert len(page.metric) == 4
    assert len(charts(page)) == 2
    assert len(page.get("image")) == 1
    assert "långsammare än planerat" not in told
    assert "**som planerat**" in told
    assert "### Läget" in said(page).splitlines()


def test_every_chart_and_map_has_words_and_a_table(examples):
    page = opened(lagesbild="2")
    alts = [one.proto.alt for one in page.get("vega_lite_chart")]
    assert "5 av 12 områden har ett etablerat råd 2026 K3." in alts[0]
    assert all(alts)
    assert len(page.dataframe) == 3
    files = [one.proto.popover.label for one in page.get("popover")]
    assert [files.count(one) for one in ("Ladda ner tabellen", "Bild")] == [3, 2]


def drawn(page):
    """All that the body of a lägesbild shows."""
    charted = [(one["title"], one["datasets"], one.get("layer")) for one in charts(page)]
    return (
        [one.value for one in page.header][:1],
        [(one.label, one.value, one.help) for one in page.metric],
        charted,
        [str(one.proto) for one in page.get("image")],
        [one.value.to_csv() for one in page.dataframe],
        [one.value for one in page.caption][:1],
    )


def test_what_is_published_looks_the_same_whatever_happens_later(database, monkeypatch):
    number = publish()
    before = drawn(opened(lagesbild=str(number)))
    kept = fetch_picture(number, viewer=READER)
    establish("lpo-umea", date(2026, 9, 15))  # reported late: the day's own figures are others now
    add_years(2)
    assert fetch_picture(number, viewer=READER) == kept
    after = opened(lagesbild=str(number))
    assert drawn(after) == before
    # else this test could not fail
    told = said(after)
    assert "siffror är andra i dag" in told
    assert "lägesbildens dag är den nu" in told
    assert "Utgåva 2 kom" in told


def test_a_figure_is_explained_as_it_was_frozen_whatever_happens_later(database):
    number = publish()
    parts = fetch_picture(number, viewer=READER).read()["parts"]
    figures = [one for one in parts.values() if one["kind"] == "siffra"]
    establish("lpo-umea", date(2026, 9, 15))
    add_years(2)
    page = opened(lagesbild=str(number))
    box = page.selectbox(key=f"forklara_bild{number}")
    assert set(box.options) == {one["title"] for one in figures} and len(figures) == 3
    for part in figures:
        page = page.selectbox(key=f"forklara_bild{number}").select(part["title"]).run()
        told = plain(said(page))
        assert plain(f"{part['title']}: {part['value']}") in told.replace("*", "")
        assert f"**Definition:** {plain(part['definition'])}" in told
        assert "**Gäller:** 30 september 2026" in told
        assert "Låst när lägesbilden godkändes" in told
        source = next(line for line in told.splitlines() if "**Källa:**" in line)
        assert ("tgåva 1" in source) == bool(part["release"]) and "tgåva 2" not in source


def test_reading_asks_for_no_figure_of_its_body(database, monkeypatch):
    """Only what has changed since is asked for, beside it."""
    number = publish()
    before = drawn(opened(lagesbild=str(number)))
    monkeypatch.setattr(picture_published.picture_since, "show", lambda *_: None)

    def fail(*_arguments, **_named):
        raise AssertionError("asked for a figure")

    for module in ("picture_parts", "picture_stage_map", "picture_stage_chart", "picture_rates"):
        for name in ("fetch_counts", "fetch_inside_stages", "fetch_steps", "_find"):
            monkeypatch.setattr(f"pages.{module}.{name}", fail, raising=False)
    assert drawn(opened(lagesbild=str(number))) == before


def test_what_has_changed_since_is_told_figure_by_figure(database):
    number = publish("[[siffra:etablerade]]\n\n[[siffra:tackning-kommuner]]\n")
    establish("lpo-umea", date(2026, 11, 2))
    told = plain(said(opened(lagesbild=str(number))))
    assert "2 siffror är andra i dag" in told
    assert "4 av 12 → **5 av 12** (+1)" in told
    assert "2026-11-02 · Lokalt råd Umeå: etablerat" in told
    assert "Nu är läget 25 november 2026." in told


def test_an_area_that_is_no_more_says_until_when(database):
    number = publish("[[siffra:etablerade]]\n", "lpo-norrmalm", date(2024, 12, 31))
    told = plain(said(opened(lagesbild=str(number))))
    assert "Området fanns till och med 2024-12-31." in told


@pytest.mark.parametrize("number", ["99", "tolv", "4"])
def test_one_that_is_not_there_or_not_for_her_gives_a_sentence_and_the_list(examples, number):
    page = opened(lagesbild=number)
    assert len(page.warning) == 1
    assert "lagesbild" not in page.query_params
    assert "publicerade lägesbilder" in said(page)


def test_two_of_one_area_stand_beside_each_other(examples):
    page = opened(lagesbild="2", jamfor_lagesbild="1")
    told = plain(said(page))
    assert [one.value for one in page.header][:2] == [
        "Nord efter andra kvartalet 2026", "Nord efter tredje kvartalet 2026",
    ]  # fmt: skip
    assert "1 stycke är nytt, 2 är ändrade, 1 är borttaget." in told
    assert "**ändrat, före**" in told and "**ändrat, efter**" in told
    table = page.dataframe[0].value
    assert list(table.columns) == ["Siffra", "2026-06-30", "2026-09-30", "Skillnad"]
    assert "bara i den ena" in list(table["Skillnad"])
    assert len(page.get("image")) == 2


@pytest.mark.parametrize("other", ["3", "4", "99"])
def test_two_of_different_areas_are_not_compared(examples, other):
    page = opened(lagesbild="2", jamfor_lagesbild=other)
    assert [one.value for one in page.warning] == [
        "Välj två publicerade lägesbilder av samma område."
    ]
    assert "jamfor_lagesbild" not in page.query_params


def test_the_other_one_is_chosen_in_a_field(examples):
    page = opened(lagesbild="2")
    (field,) = [one for one in page.selectbox if not one.key.startswith("forklara_")]
    assert field.options == ["2026-06-30 · Nord efter andra kvartalet 2026"]
    field.select_index(0).run()
    assert page.query_params["jamfor_lagesbild"] == "1"


# Writing


def area_of_text(page):
    (found,) = page.text_area
    return found


def test_the_whole_way_on_the_screen(database):
    page = opened(Role.REGIONAL, lagesbild="ny")
    assert page.selectbox[0].value == "pr-nord"
    page.text_input[0].set_value("Läget i norr").run()
    area_of_text(page).set_value("# Läget\n\nDet går **framåt**.\n").run()
    assert "Det går **framåt**." in said(page)
    page.selectbox[1].set_value(Marker("siffra", "etablerade")).run()
    click(page, next(key for key in keys(page) if key.endswith("_in")))
    assert area_of_text(page).value.endswith("[[siffra:etablerade]]\n")
    assert len(page.metric) == 1
    save(page)
    (manuscript,) = list_unpublished(viewer=REGIONAL)
    number = str(manuscript.number)
    assert manuscript.newest.text.endswith("[[siffra:etablerade]]\n")
    assert manuscript.newest.release == 1
    assert page.query_params["lagesbild"] == number
    assert "**Sparat.** Utkastet är version 1." in said(page)
    click(page, "bild_submit")
    assert "väntar på godkännande" in said(page)
    assert not keys(page) & {"bild_approve", "bild_publish"}
    lead = opened(Role.NATIONELL, lagesbild=number)
    click(lead, "bild_approve")
    assert "**Godkänd.** Text och siffror ligger fast." in said(lead)
    click(lead, "bild_publish")
    assert "**Publicerad.**" in said(lead)
    reader = opened(lagesbild=number)
    assert reader.header[0].value == "Läget i norr"
    assert len(reader.metric) == 1


def keys(page):
    """Of the page's own buttons, without the frame's."""
    return {one.key for one in page.button} - {"sok_knapp"}


def click(page, key):
    page.button(key=key).click().run()
    assert not page.exception


def save(page):
    (key,) = [one.key for one in page.button if one.key.endswith("_spara")]
    click(page, key)


def test_what_should_not_have_been_published_is_withdrawn_on_the_screen(database):
    number = str(publish())
    assert "bild_withdraw" not in keys(opened(Role.REGIONAL, lagesbild=number))
    lead = opened(Role.NATIONELL, lagesbild=number)
    click(lead, "bild_withdraw")
    assert "Skriv något i skälet." in said(lead)
    lead.text_area(key="bild_withdraw_ord").set_value("Fel <b>siffra</b> om Umeå.")
    click(lead, "bild_withdraw")
    assert "**Tillbakadragen.**" in said(lead)
    # who writes there reads what it was, and all that was done
    assert "Nord" in [one.value for one in lead.header]
    assert "**Tillbakadragen**, version 1 · du" in said(lead)
    assert len(lead.metric) == 3
    assert not keys(lead)
    listed = opened(Role.NATIONELL)
    assert "Tillbakadragna" in [one.value for one in listed.header]
    at = clock.day_of(read_manuscript(int(number), viewer=NATIONAL).last_step.at)
    assert f"tillbakadragen {formats.short_day(at)}" in plain(said(listed))
    assert "Tillbakadragna" not in [one.value for one in opened().header]
    reader = opened(lagesbild=number)
    (told,) = [one.value for one in reader.warning]
    day = formats.day(at)
    assert plain(told) == (
        f"**Lägesbilden drogs tillbaka {plain(day)}** och visas inte längre. Skälet:"
    )
    assert "Fel <b>siffra</b> om Umeå." in plain(said(reader))
    assert "<b>" not in said(reader)
    assert (len(reader.header), len(reader.metric)) == (0, 0)
    assert "Inga lägesbilder är publicerade." in said(opened())


def test_what_was_withdrawn_is_shown_as_it_was_published_not_as_it_was_first_approved(database):
    other = replace(NATIONAL, subject="annan")
    number = picture_writing.begin(
        "pr-nord", "Först", SEPTEMBER, "Aldrig publicerat.\n", release=1, viewer=NATIONAL
    )
    picture_steps.submit(number, expected=1, viewer=NATIONAL)
    picture_steps.approve(number, {}, expected=1, viewer=other)
    more = {"release": 1, "expected": 1, "viewer": NATIONAL}
    picture_writing.save(number, "Sedan", SEPTEMBER, "Det som kom ut.\n", **more)
    picture_steps.submit(number, expected=2, viewer=NATIONAL)
    picture_steps.approve(number, {}, expected=2, viewer=other)
    picture_steps.publish(number, expected=2, viewer=other)
    picture_steps.withdraw(number, "Fel", expected=2, viewer=other)
    told = said(opened(Role.NATIONELL, lagesbild=str(number)))
    assert "Det som kom ut." in told and "Aldrig publicerat." not in told


def test_of_two_who_write_at_once_nothing_is_lost(database):
    number = written("Först.\n", REGIONAL)
    mine = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    theirs = opened(Role.NATIONELL, lagesbild=str(number), skriv="ja")
    area_of_text(mine).set_value("Min text.\n").run()
    area_of_text(theirs).set_value("Deras text.\n").run()
    save(theirs)
    save(mine)
    told = said(mine)
    assert "**Din text är kvar**" in told
    assert "Deras text." in told
    assert area_of_text(mine).value == "Min text.\n"
    save(mine)
    texts = [one.text for one in read_manuscript(number, viewer=NATIONAL).versions]
    assert texts == ["Först.\n", "Deras text.\n", "Min text.\n"]


def test_what_was_being_written_when_it_was_published_is_shown_to_be_copied(database):
    number = written("Först.\n", REGIONAL)
    mine = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    area_of_text(mine).set_value("Min text.\n").run()
    picture_steps.submit(number, expected=1, viewer=REGIONAL)
    picture_steps.approve(number, {}, expected=1, viewer=NATIONAL)
    picture_steps.publish(number, expected=1, viewer=NATIONAL)
    save(mine)
    assert "Någon annan har ändrat lägesbilden." in said(mine)
    assert [one.value.strip() for one in mine.code] == ["Min text."]


def test_what_is_being_written_stays_over_pages(database):
    number = written("Först.\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    area_of_text(page).set_value("Halvfärdigt.\n").run()
    page.switch_page("om.py").run()
    page.switch_page("lagesbilder.py")
    page.query_params["lagesbild"], page.query_params["skriv"] = str(number), "ja"
    page.run()
    assert area_of_text(page).value == "Halvfärdigt.\n"


def test_what_one_writes_in_one_role_is_not_shown_in_another(database):
    number = written("Först.\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    area_of_text(page).set_value("Hemligt än.\n").run()
    page.query_params["roll"] = "nationell-samordnare"
    page.run()
    assert area_of_text(page).value == "Först.\n"


def test_a_text_about_a_person_is_refused_where_it_is_written(database):
    number = written("Först.\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    area_of_text(page).set_value("Det gäller 640823-3234.\n").run()
    assert "personnummer" in said(page)
    save(page)
    assert "ser ut att peka ut en person" in said(page)
    assert area_of_text(page).value == "Det gäller 640823-3234.\n"
    assert len(read_manuscript(number, viewer=NATIONAL).versions) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[siffra:finns-inte]]\n", "”[[siffra:finns-inte]]” finns inte. Till siffra finns:"),
        ("[[siffra:]]\n", "är ingen markör"),
        ("Se [[karta:steg]] här\n", "är ingen markör"),
    ],
)
def test_an_unknown_marker_is_told_and_stops_the_way_on(database, text, told):
    number = written(text, REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number))
    assert told in plain(said(page))
    assert page.button(key="bild_submit").disabled
    writing_it = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    assert told in plain(said(writing_it))


def test_without_a_release_counted_figures_are_not_offered_and_are_told(example_data_of_own):
    number = written(f"[[siffra:indikator-{SPLIT}]]\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    assert "behöver en utgåva" in plain(said(page))
    wanted = Wanted("pr-nord", SEPTEMBER, None, REGIONAL)
    assert not [one for one in to_choices(wanted) if "indikator" in one.name]


def test_comments_and_what_was_sent_back_are_read_by_both(database):
    number = written("Först.\n", REGIONAL)
    picture_steps.submit(number, expected=1, viewer=REGIONAL)
    lead = opened(Role.NATIONELL, lagesbild=str(number))
    lead.text_area(key="bild_comment_ord").set_value("Bra <b>början</b>")
    click(lead, "bild_comment")
    lead.text_area(key="bild_send_back_ord").set_value("Skriv om skolan.")
    click(lead, "bild_send_back")
    author = opened(Role.REGIONAL, lagesbild=str(number))
    told = said(author)
    assert "Bra \\<b\\>början\\</b\\>" in told
    assert "Skriv om skolan" in plain(told)
    assert "tillbaka för ändring" in told
    assert "**1 väntar på dig.**" in said(opened(Role.REGIONAL))


@pytest.mark.parametrize("words", ["", "Ring 070-123 45 67"])
def test_a_comment_that_can_not_be_kept_says_why_and_stays(database, words):
    number = written("Först.\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number))
    page.text_area(key="bild_comment_ord").set_value(words)
    click(page, "bild_comment")
    assert "**Inget är ändrat.**" in said(page)
    assert page.text_area(key="bild_comment_ord").value == words
    assert read_manuscript(number, viewer=NATIONAL).steps == ()


def test_who_has_written_it_finds_no_button_to_approve_it(database):
    number = written("Först.\n", NATIONAL)
    picture_steps.submit(number, expected=1, viewer=NATIONAL)
    assert "bild_approve" not in keys(opened(Role.NATIONELL, lagesbild=str(number)))


def test_a_step_on_an_old_page_says_that_it_has_changed(database):
    number = written("Först.\n", REGIONAL)
    picture_steps.submit(number, expected=1, viewer=REGIONAL)
    lead = opened(Role.NATIONELL, lagesbild=str(number))
    given = (number, "Ny", SEPTEMBER, "Ny.\n")
    picture_writing.save(*given, release=None, expected=1, viewer=REGIONAL)
    click(lead, "bild_approve")
    assert "Någon annan har ändrat lägesbilden." in said(lead)
    assert "Ny." in said(lead)


def test_what_is_kept_is_in_swedish_whoever_looks(released):
    wanted = Wanted("pr-nord", SEPTEMBER, 1, NATIONAL)
    swedish = resolve(TEXT, wanted)
    with words.spoken("en"):
        english, refused = resolve(TEXT, wanted), resolve("[[siffra:finns-inte]]", wanted)
    assert swedish.parts and english == swedish
    assert refused.problems != resolve("[[siffra:finns-inte]]", wanted).problems


def test_what_is_frozen_is_what_the_approver_saw(database):
    """Also when something was reported between her look and her click."""
    number = written("[[siffra:etablerade]]\n", REGIONAL)
    picture_steps.submit(number, expected=1, viewer=REGIONAL)
    lead = opened(Role.NATIONELL, lagesbild=str(number))
    seen = lead.metric[0].value
    establish("lpo-umea", date(2026, 9, 15))
    click(lead, "bild_approve")
    assert lead.metric[0].value == seen
    click(lead, "bild_publish")
    assert opened(lagesbild=str(number)).metric[0].value == seen


def test_a_chart_follows_the_day_of_the_form_that_it_stands_in(database):
    number = written("[[diagram:steg]]\n", REGIONAL, day=JUNE, release=1)
    page = opened(Role.REGIONAL, lagesbild=str(number), skriv="ja")
    assert newest_bars(page) == ["2026 K2"]
    (day,) = page.date_input
    day.set_value(SEPTEMBER).run()
    assert newest_bars(page) == ["2026 K3"]


def test_a_draft_s_chart_is_its_newest_version_s_and_that_is_what_is_frozen(database):
    """Also for the next who looks, of the same scope."""
    number = written("[[diagram:steg]]\n", REGIONAL, day=JUNE, release=1)
    asked = {"lagesbild": str(number)}
    assert newest_bars(opened(Role.NATIONELL, **asked)) == ["2026 K2"]
    given = ("Läget i norr", SEPTEMBER, "[[diagram:steg]]\n")
    picture_writing.save(number, *given, release=1, expected=1, viewer=REGIONAL)
    picture_steps.submit(number, expected=2, viewer=REGIONAL)
    lead = opened(Role.NATIONELL, **asked)
    seen = charts(lead)
    assert newest_bars(lead) == ["2026 K3"]
    click(lead, "bild_approve")
    click(lead, "bild_publish")
    assert charts(opened(**asked)) == seen


def newest_bars(page):
    """The newest bar's name of each chart."""
    return [one["datasets"]["stages"][-1]["period"] for one in charts(page)]


def test_a_dropped_draft_is_in_no_list(database):
    number = written("Först.\n", REGIONAL)
    page = opened(Role.REGIONAL, lagesbild=str(number))
    click(page, "bild_kasta")
    assert "**Utkastet är kastat.**" in said(page)
    assert list_unpublished(viewer=REGIONAL) == []


@pytest.mark.parametrize("role", [Role.LASARE, Role.RAPPORTOR])
def test_who_does_not_write_sees_no_draft_and_no_form(examples, role):
    for asked in ({"lagesbild": "4"}, {"lagesbild": "5", "skriv": "ja"}, {"lagesbild": "ny"}):
        page = opened(role, **asked)
        assert "Norrbotten i oktober" not in said(page)
        assert not page.text_area
        assert not keys(page)


def test_drafts_are_for_their_region(examples):
    assert "Norrbotten" not in said(opened())
    waiting = opened(Role.NATIONELL)
    assert "**1 väntar på dig.**" in said(waiting)
    assert "Övriga utkast" in [one.value for one in waiting.header]


def test_hostile_text_is_shown_as_text(database):
    typed = "<img src=x onerror=alert(1)> [länk](javascript:alert(2)) $x$ :red[y] **fet**\n"
    number = publish_plain(typed, REGIONAL, title="<b>Titel</b>")
    for asked in ({}, {"lagesbild": str(number)}):
        page = opened(**asked)
        assert not [one for one in page.markdown if one.allow_html]
        for kind in ("markdown", "caption", "header"):
            for one in getattr(page, kind):
                bare = str(one.value).replace("\\<", "").replace("\\[", "").replace("\\$", "")
                assert "<img" not in bare and "<b>" not in bare and "[länk]" not in bare
                assert ":red[" not in bare and "$x" not in bare


# What can stand in one

AREAS = ("se", "pr-nord", "po-norrbotten", "lpo-umea", "25", "2480", "lpo-kalmar", "08")
BEGINNING, OLD_DIVISION = date(2023, 11, 9), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("area", "day"),
    [
        *((area, SEPTEMBER) for area in AREAS),
        ("pr-nord", OLD_DIVISION),
        ("se", BEGINNING),
    ],
)
def test_everything_that_is_offered_can_stand_in_it(released, area, day):
    wanted = Wanted(area, day, 1, NATIONAL)
    for marker in to_choices(wanted):
        part = to_part(marker, wanted)
        assert part["marker"] == str(marker)
        assert part["title"] and part["definition"] and part["source"]
        if marker.kind == "siffra":
            assert part["value"]
            assert (part["number"] is None) is bool(part["gap"])


def test_the_chart_of_stages_is_what_one_counts_area_by_area(released):
    """Every bar, recounted by plain loops over the days' stages."""
    part = to_part(Marker("diagram", "steg"), Wanted("pr-nord", SEPTEMBER, 1, NATIONAL))
    drawn_bars = {}
    for period, stage, number, _place in part["chart"]["data"]["stages"]["rows"]:
        drawn_bars[period, stage] = number
    for day in to_days(date(2023, 11, 9), SEPTEMBER):
        areas = fetch_areas(day, "lpo", viewer=READER)
        inside = {code for code, region in zip(areas["code"], areas["polisregion"], strict=True)
                  if region == "pr-nord"}  # fmt: skip
        counted = {}
        for row in fetch_stages("lpo", day, viewer=READER).to_dict("records"):
            if row["code"] in inside:
                stage = stage_label(None if row["stage"] is None else row["stage"])
                counted[stage] = counted.get(stage, 0) + 1
        told = {s: n for (p, s), n in drawn_bars.items() if p == step_name(day) and n}
        assert told == counted


@pytest.mark.parametrize("area", ["se", "pr-nord", "lpo-umea"])
def test_a_rate_is_the_releases_own(released, area):
    part = to_part(Marker("siffra", f"indikator-{SPLIT}"), Wanted(area, SEPTEMBER, 1, NATIONAL))
    level = {"se": "riket", "pr-nord": "polisregion"}.get(area, "lpo")
    found = fetch_rates("indikator", SPLIT, level, ("quarter",), release=1, viewer=READER)
    rows = [row for row in found.to_dict("records") if row["code"] == area]
    newest = max(rows, key=lambda row: row["quarter"])
    assert part["number"] == round(newest["per_10_000"], 6)
    assert part["period"] == newest["quarter"]


NEW_AREA = "lpo-lidingo-kungsholmen"
EDGES = {
    "nothing reported in the newest quarter": (GAP, SEPTEMBER),
    "a part that reports in a quarter half reported": ("pr-syd", SEPTEMBER),
    "all equal, before anything had begun": ("pr-nord", date(2023, 11, 9)),
    "one area alone": ("lpo-umea", SEPTEMBER),
    "an area that exists for a part of the series": (NEW_AREA, SEPTEMBER),
    "an area that has ceased": ("lpo-norrmalm", date(2024, 12, 31)),
    "a län that police areas cross": ("10", SEPTEMBER),
    "a kommun in parts": ("0180", SEPTEMBER),
}


@pytest.mark.parametrize(("area", "day"), EDGES.values(), ids=EDGES)
def test_each_kind_of_data_has_a_page_that_is_right_and_readable(database, area, day):
    wanted = Wanted(area, day, 1, NATIONAL)
    markers = [one for one in to_choices(wanted) if one.name != "indikator-lagforda"][:20]
    text = "\n\n".join(str(one) for one in markers)
    page = opened(Role.NATIONELL, lagesbild=str(written(text, NATIONAL, area, day=day, release=1)))
    figures = [one for one in markers if one.kind == "siffra"]
    assert len(page.metric) == len(figures)
    assert not page.warning
    assert all(one.value not in ("", "nan", "None", "NaN") for one in page.metric)
    assert "nan" not in plain(said(page)).split()


def test_what_is_not_offered_for_a_level_is_told(released):
    for text, area in (("diagram:steg", "lpo-umea"), (f"siffra:indikator-{SPLIT}", "2480")):
        marker = Marker(*text.split(":"))
        with pytest.raises(NoPart, match="går inte att visa"):
            to_part(marker, Wanted(area, SEPTEMBER, 1, NATIONAL))


def test_a_figure_is_that_of_its_day_and_as_it_was_known_then(database):
    marker = Marker("siffra", "etablerade")
    wanted = Wanted("pr-nord", SEPTEMBER, 1, NATIONAL)
    before = to_part(marker, wanted)["number"]
    establish("lpo-umea", date(2026, 9, 15))
    assert to_part(marker, wanted)["number"] == before + 1
    assert to_part(marker, wanted._replace(known_on=date(2026, 11, 1)))["number"] == before
    assert to_part(marker, wanted._replace(on=date(2026, 9, 14)))["number"] == before


def test_an_area_outside_the_scope_gives_nothing(released):
    south = replace(NATIONAL, areas=frozenset({"pr-syd"}))
    for marker in (Marker("siffra", "etablerade"), Marker("karta", "steg")):
        with pytest.raises(LookupError):
            to_part(marker, Wanted("pr-nord", SEPTEMBER, 1, south))


def test_a_picture_of_a_region_holds_nothing_of_what_lies_outside(database):
    """Who sees the region alone is shown it: the country's rates must not come along."""
    number = publish()
    content = fetch_picture(number, viewer=READER).content
    for name in ("Sverige", "Järva", "Malmö"):
        assert name not in content


# How many questions are asked


def count(asked, role=Role.LASARE, **parameters):
    """How many the page asks when nothing is kept from before."""
    page = opened(role, **parameters)
    forget_answers()
    asked.clear()
    page.run()
    assert not page.exception
    return len(asked)


def test_more_lagesbilder_are_no_more_questions(database, asked):
    def fill(many):
        for _one in range(many):
            publish_plain("Kort.\n", NATIONAL, by=replace(NATIONAL, subject="b"))
            written("Kort.\n", REGIONAL)
        few = {role: count(asked, role) for role in (Role.LASARE, Role.NATIONELL)}
        return few | {"one": count(asked, lagesbild="1")}

    before = fill(1)
    assert fill(9) == before
    assert len(fetch_pictures(viewer=READER)) == 10


@pytest.mark.parametrize(
    ("role", "parameters", "most"),
    [
        (Role.LASARE, {}, 17),
        (Role.LASARE, {"lagesbild": "2"}, 72),
        (Role.LASARE, {"lagesbild": "2", "jamfor_lagesbild": "1"}, 17),
        (Role.NATIONELL, {}, 25),
        (Role.NATIONELL, {"lagesbild": "4"}, 42),
    ],
)
def test_a_page_asks_few_questions(examples, asked, role, parameters, most):
    """With nothing kept from before; each is asked once for all who see the same."""
    assert count(asked, role, **parameters) <= most


def test_the_same_page_again_asks_hardly_any(examples, asked):
    for parameters in ({}, {"lagesbild": "2"}, {"lagesbild": "2", "jamfor_lagesbild": "1"}):
        page = opened(**parameters)
        asked.clear()
        page.run()
        assert len(asked) <= 3


def test_the_examples_are_made_once_and_say_that_they_are(examples):
    assert picture_example.main() == 0
    found = fetch_pictures(viewer=READER)
    assert len(found) == 3
    assert found["is_example"].all()
    assert len(list_unpublished(viewer=NATIONAL)) == 2
    assert len(to_pictures()) == 5


def test_examples_are_made_before_the_first_release_too(example_data_of_own):
    assert picture_example.main() == 0
    found = fetch_pictures(viewer=READER)
    assert found["release"].isna().all()
    assert "indikator" not in fetch_picture(2, viewer=READER).content


def test_examples_do_not_mix_with_real_reports(example_data_of_own, monkeypatch):
    monkeypatch.setattr(picture_example, "settings", _Real)
    assert picture_example.main() == 2
    with writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM picture").scalar() == 0


class _Real:
    """Settings of an authority's own data."""

    example = False

    @classmethod
    def load(cls):
        return cls
