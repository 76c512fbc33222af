import pytest

from intake.parsing.body import printed_title, read_body, title_lines
from tests.intake.typed import front


def read(text: str) -> str | None:
    page = front(text)
    printed = title_lines(page.loose)
    return read_body(page, printed_title(printed), printed)[0]


def title(text: str) -> str | None:
    return printed_title(title_lines(front(text).loose))


@pytest.mark.parametrize(
    "text",
    [
        "Minnesanteckningar från Södertörnskommunernas ledningsgrupp",
        "Minnesanteckningar från Södertörns kommunernas ledningsgrupp",
        "Minnesanteckningar från\nSödertörnskommunernas ledningsgrupp",
        "Protokoll från ledningsgruppens möte den 3 maj 2022",
        "Protokoll\n\nOrgan: Ledningsgruppen",
        "Protokoll planeringskonferens med Ledningsgruppen",
    ],
)
def test_the_archive_has_its_own_name_for_the_group(text):
    assert read(text) == "Ledningsgruppen"


@pytest.mark.parametrize(
    "text",
    [
        "Protokoll från Samarbetskommittén",
        "Protokoll Södertörnskommunernas samarbetskommitté",
        "Sammanträde med Samarbetskommitten\nProtokoll",
    ],
)
def test_the_archive_has_its_own_name_for_the_committee(text):
    assert read(text) == "Samarbetskommittén"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunstyrelsens arbetsutskott\nProtokoll", "Kommunstyrelsens arbetsutskott"),
        ("Protokoll\nDirektionen", "Direktionen"),
        ("Kommunalförbundet Norra Kusten\n\nProtokoll\nDirektionen", "Direktionen"),
        ("KOMMUNSTYRELSEN\nSAMMANTRÄDESPROTOKOLL", "Kommunstyrelsen"),
        ("Protokoll från möte med Energirådet den 3 maj 2022", "Energirådet"),
        ("Organ    Miljönämnden\nDatum    2022-05-03", "Miljönämnden"),
        ("SALEMS KOMMUN    PROTOKOLL\nKommunstyrelsen    2022-05-03", "Kommunstyrelsen"),
        ("P R O T O K O L L\nKommunstyrelsen", "Kommunstyrelsen"),
    ],
)  # fmt: skip
def test_another_body_is_named_as_printed(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["Protokoll", "Protokoll den 3 maj 2022", "Mötesanteckningar\n\nTid: kl 9", "Bo Ek"]
)
def test_a_body_that_is_not_printed_is_none(text):
    assert read(text) is None


def test_a_group_among_those_present_is_not_the_body():
    assert read("Protokoll\n\nDeltagare:\nBo Ek, Energirådet\nMiljönämnden") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minnesanteckningar från\nLedningsgruppen", "Minnesanteckningar från Ledningsgruppen"),
        ("Ett brevhuvud\n\nProtokoll från Energirådet\n\nTid: nu", "Protokoll från Energirådet"),
        ("SALEMS KOMMUN    SAMMANTRÄDESPROTOKOLL    1 (5)", "SAMMANTRÄDESPROTOKOLL"),
        ("Bo Ek", None),
    ],
)
def test_the_title_is_the_line_that_says_what_the_paper_is(text, expected):
    assert title(text) == expected


def test_a_sentence_that_speaks_of_minutes_is_no_title():
    text = (
        "Protokollet har varit utsänt till alla som var med och inga synpunkter har kommit in "
        "före mötet i går."
    )
    assert title(text) is None


def test_below_a_letterhead_the_title_is_the_line_that_names_the_body():
    text = "Norra vatten\tPROTOKOLL\tSida 1 av 2\n\nProtokoll från Vattenrådet\n\nTid: 3 maj 2022"
    assert (title(text), read(text)) == ("Protokoll från Vattenrådet", "Vattenrådet")


def test_a_conference_is_held_with_its_body():
    assert read("Anteckningar från planeringskonferens med\nvattenrådet") == "Vattenrådet"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PROTOKOLL\n\nVattenrådets sammanträde den 3 maj 2022", "Vattenrådet"),
        ("Protokoll från vattenrådets möte den 3 maj 2022", "Vattenrådet"),
        ("Protokoll fört vid Kustnätverkets ordinarie möte", "Kustnätverket"),
        ("Minnesanteckningar, Kustens båtnätverk", "Kustens båtnätverk"),
        ("PROTOKOLL\n\nÅrets sammanträde den 3 maj 2022", None),
    ],
)
def test_a_body_is_told_from_the_meeting_it_held(text, expected):
    assert read(text) == expected


def test_a_body_may_stand_before_its_meeting():
    text = "Styrelsen för Kustbolaget, sammanträde 2020-11-05 kl 13:00-14:20\n\nNärvarande: Bo Ek"
    assert read(text) == "Styrelsen för Kustbolaget"


def test_the_body_of_an_association_stands_behind_its_name():
    assert (
        read("Protokoll\nVattenförbundet Norra Ån, förbundsdirektionen") == "Förbundsdirektionen"
    )
