from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.personal import find_personal, mask, to_label
from tests.pace import within

PERSONNUMMER = [
    "811218-9876",
    "8112189876",
    "811218+9876",
    "811218 9876",
    "811218–9876",
    "811218 - 9876",
    "19811218-9876",
    "198112189876",
    "19811218 9876",
    "1981-12-18-9876",
    "811278-9873",  # samordningsnummer: the day is 18 + 60
    "19811278-9873",
    "Pojken (811218-9876) har",
    "nr:811218-9876.",
    "81\u00ad12\u200b18-9876",  # signs that are not seen hide nothing
    "811218\u00a09876",
    "1981-12-18 9876",
    "1981-12-18, 9876",
    "1981.12.18-9876",
    "1981 12 18-9876",
    "81 12 18-9876",
    "81-12-18-9876",
    "811218/9876",
    "811218.9876",
    "811218_9876",
    "811218:9876",
    "811218-\n9876",  # over the end of a line
    "811218\r\n-9876",
    "811218-98 76",
    "８１１２１８－９８７６",
    "811218\u2013\u00a0\u202f\u2009\u20039876",
    "81\u00a012\u00a018-9876",
    "81\u180e1218-98\u034f76",
]
ADDRESSES = [
    "anna.svensson@polisen.se",
    "Skriv till a+b@exempel.kommun.se!",
    "<lpo_norr@socialen.exempel.se>",
    "KALLE@EXEMPEL.NU",
    "å.ö@exempel.se",
]
PHONES = [
    "070-123 45 67",
    "070 123 45 67",
    "0701234567",
    "0701-23 45 67",
    "070.123.45.67",
    "tel070-1234567",
    "+46 70 123 45 67",
    "+46701234567",
    "+46 (0)70-123 45 67",
    "+46(0)8 123 456 78",
    "0046 70 1234567",
    "0046701234567",
    "08-123 456 78",
    "08 123 456 78",
    "(08) 123 456 78",
    "08-12345678",
    "08‑123 456 78",  # a hyphen that does not break
    "08-10 12 13",
    "031-12 34 56",
    "031/123456",
    "0911-123 45",
    "(0911) 12345",
    "010-563 12 34",
    "08-123 456 78 2024",
    "Ring 08-123 456 78, eller 0911-123 45.",
    "46701234567",
    "46 70 1234567",
    "070\n1234567",
    "070-\n123 45 67",
    "070_123_45_67",
    "070·123 45 67",
    "０７０－１２３４５６７",
    "070\u00a0123\u00a045\u00a067",
]
NOTHING = [
    "",
    "0",
    "2024",
    "2020 2021 2022 2023",
    "2023–2026",
    "2 024 000 kr",
    "1 234 567 890 kr",
    "3 031 450 000 kronor",
    "12 345,67",
    "0,0712345678",
    "Ju2025/00846",
    "Ju2023/02529",
    "A123.456/2024",
    "5000-K123456-24",
    "lagen (2023:196)",
    "2025-11-09",
    "2026-01-01–2026-12-31",
    "2026-01-01 2026-12-31",
    "20240115",
    "09-11-2023",
    "08-11-2023",
    "08.11.2023",
    "2024-08-11 1230",
    "2024-08-11 1233",  # a day and a time, with a right control digit
    "2024-08-11 2021",
    "811218\n9876",  # two rows of numbers
    "81 12 18 9876",
    "81, 12, 18, 9876",
    "120315/2015",  # a diary number, with a right control digit
    "46 701 234 567 kr",
    "46 70 123 45 67",
    "123 45 Malmö",
    "SE-101 12",
    "0180 0181 0182",  # kommuner
    "0180 984748",
    "0760 0761 0763",
    "0760\n0761\n0763\n0764",
    "01 03 04 05 06",  # län
    "12–14, 15–17 och 18–20 år",
    "kl 08-12 15-17",
    "08-17",
    "möte 08-12, 13-17",
    "202100-0076",  # an authority's number
    "811218-9877",  # wrong control digit
    "811318-9871",  # no such month
    "811232-9874",  # no such day
    "811292-9877",  # no such day, with 60 added
    "1811218-9876",  # a digit too many before
    "811218-98765",  # and after
    "198112189876543210",
    "@polisen",
    "10 av 12 @ möte",
    "SSPF@",
]


@pytest.mark.parametrize("text", PERSONNUMMER)
def test_a_personnummer_is_found(text):
    assert [one.kind for one in find_personal(text)] == ["personnummer"]


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_e_mail_address_is_found(text):
    assert [one.kind for one in find_personal(text)] == ["e-post"]


@pytest.mark.parametrize("text", PHONES)
def test_a_phone_number_is_found(text):
    assert {one.kind for one in find_personal(text)} == {"telefon"}


@pytest.mark.parametrize("text", NOTHING)
def test_what_points_out_nobody_is_let_through(text):
    assert find_personal(text) == []


def test_everything_in_a_text_is_found_in_order_with_its_place():
    text = "Ring 070-123 45 67 eller a@b.se om 811218-9876."
    found = find_personal(text)
    assert [one.kind for one in found] == ["telefon", "e-post", "personnummer"]
    assert [text[one.start : one.end] for one in found] == [
        "070-123 45 67",
        "a@b.se",
        "811218-9876",
    ]


def test_the_place_holds_when_unseen_signs_stand_before_and_within():
    text = "\u200bOm 8112\u00ad18-9876 nu"
    (found,) = find_personal(text)
    assert text[found.start : found.end] == "8112\u00ad18-9876"


@pytest.mark.parametrize(
    "number", ["811218-9876", "８１１２１８－９８７６", "81\u200b1218-98\u206076"]
)
def test_the_place_is_the_texts_own_however_the_number_is_written(number):
    text = f"½ Ｏｍ \ufdfa {number} nu"
    (found,) = find_personal(text)
    assert text[found.start : found.end] == number


def test_a_masked_text_shows_nothing_of_it_and_keeps_the_rest():
    assert mask("Ring 070-123 45 67 i dag") == "Ring •••-••• •• •• i dag"


@pytest.mark.parametrize("text", [*PERSONNUMMER, *ADDRESSES, *PHONES])
def test_nothing_is_found_in_a_masked_text(text):
    assert find_personal(mask(text)) == []


@pytest.mark.parametrize("kind", ["personnummer", "e-post", "telefon"])
def test_every_kind_has_words(kind):
    assert to_label(kind).startswith("e")


def to_number(day: date, serial: int, added: int) -> str:
    """Ten digits with their control digit, worked out another way than in the code."""
    digits = f"{day:%y%m}{day.day + added:02}{serial:03}"
    doubled = "".join(str(int(one) * (2, 1)[at % 2]) for at, one in enumerate(digits))
    return digits + str(-sum(map(int, doubled)) % 10)


WORDS = st.text(st.characters(exclude_categories=("Nd", "Cs")), max_size=40)
SEPARATORS = st.sampled_from(["", "-", "+", " "])
DAYS = st.dates(date(1900, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(0, 999), st.sampled_from([0, 60]), st.booleans(), SEPARATORS, WORDS, WORDS)
def test_every_personnummer_is_found_in_any_text(day, serial, added, long, sign, before, after):
    ten = to_number(day, serial, added)
    number = f"{day:%Y}"[: 2 * long] + ten[:6] + sign + ten[6:]
    kinds = [one.kind for one in find_personal(f"{before} {number} {after}")]
    assert "personnummer" in kinds
    assert ten[6:] not in mask(f"{before} {number} {after}")


@given(DAYS, st.integers(0, 999), st.integers(1, 9))
def test_a_wrong_control_digit_makes_it_a_number_like_others(day, serial, off):
    ten = to_number(day, serial, 0)
    wrong = ten[:9] + str((int(ten[9]) + off) % 10)
    kinds = [one.kind for one in find_personal(f"{wrong[:6]}-{wrong[6:]}")]
    assert "personnummer" not in kinds


@given(st.lists(st.integers(0, 9999), max_size=12), st.sampled_from([" ", ", ", "; ", " / ", "\n"]))
def test_counts_and_years_are_let_through(counts, between):
    assert find_personal(between.join(map(str, counts))) == []


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", " kr", " kronor"]))
def test_an_amount_in_thousands_is_let_through(amount, unit):
    assert find_personal(f"{amount:,}".replace(",", " ") + unit) == []


@given(*[st.dates(date(1900, 1, 1), date(2099, 12, 31))] * 2)
def test_days_are_let_through(first, last):
    assert find_personal(f"{first.isoformat()} {last.isoformat()}") == []
    assert find_personal(f"{first:%y-%m-%d} {last:%y-%m-%d}") == []
    assert find_personal(f"{first.isoformat()} – {last.isoformat()}") == []
    assert find_personal(f"{first:%d-%m-%Y}") == []


@given(st.text())
def test_any_text_can_be_searched_and_masked(text):
    assert len(mask(text)) == len(text)
    assert all(0 <= one.start < one.end <= len(text) for one in find_personal(text))


@pytest.mark.parametrize(
    "part", ["a", "0 ", "08-1 ", "070 ", "+46", "a@", "a.", "(08", "070-1", "811218", "\u200b0"]
)
def test_long_texts_are_searched_in_no_time(part):
    with within(1):
        find_personal(part * 20_000 + "@")
