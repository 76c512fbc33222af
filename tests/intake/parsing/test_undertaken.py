"""Who takes on what, as prose tells it without any mark."""

import pytest

from intake.parsing.minutes import ParsedAttendance
from intake.parsing.undertaken import is_known, taken_on

THOSE = [ParsedAttendance("Vera Lindqvist"), ParsedAttendance("Nils Ekrot")]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Vera skriver ett utkast.", "task", "Vera"),
        ("Nils Ekrot och kansliet ser över texten.", "task", "Nils Ekrot och kansliet"),
        ("Salem: Vera bokar en lokal.", "task", "Vera"),
        ("Gruppen delar bilden och kansliet tar fram siffror.", "task", "kansliet"),
        ("Vi enades om att Nils kallar till ett möte.", "task", "Nils"),
        ("Nils ska bereda ett yttrande.", "task", "Nils"),
        ("Vera kontrollerar uppgifterna senast den 3 oktober.", "task", "Vera"),
        ("Vera lovade att höra med hamnen.", "promise", "Vera"),
        ("Nils delar mallen när den är klar.", "promise", "Nils"),
        ("Vera, som inte var med, ombeds skicka sina siffror.", "reply", "Vera"),
        ("Vera och Nils träffas under oktober för att räkna på det.", "task", "Vera och Nils"),
        ("Det ankommer på kansliet att föra listan.", "task", "kansliet"),
        ("Rapporten skrivs av Nils Ekrot.", "task", "Nils Ekrot."),
        ("Styrgruppen uppdrog åt Vera att begära in en plan.", "task", "Vera"),
        ("Ansvarig för kartan: Nils Ekrot.", "task", "Nils Ekrot."),
        ("Vera ber juristen granska avtalet.", "task", "Vera"),
        ("Nils räknar om kostnaden tills på torsdag.", "task", "Nils"),
        ("Vera tar upp frågan i bolaget och rapporterar vid nästa möte.", "task", "Vera"),
        ("Nils får återkomma om hyran.", "task", "Nils"),
        ("Tyresö kommun ska utse en ledamot under november.", "task", "Tyresö"),
    ],
)
def test_somebody_of_the_meeting_takes_it_on(text, kind, who):
    assert taken_on(text, THOSE) == (kind, who, False)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunerna skickar sina svar till Vera senast den 3 oktober.",
        "Respektive kommun nominerar en person före den 1 november.",
        "Samtliga kommuner kontrollerar sina regler före nästa möte.",
    ],
)
def test_each_member_is_asked_where_it_is_told_by_when(text):
    assert taken_on(text, THOSE) == ("reply", "", True)


def test_it_falls_to_each_member_to_do_it():
    assert taken_on("Det åligger varje kommun att utse en arkivarie.", THOSE) == ("task", "", True)


@pytest.mark.parametrize(
    "text",
    [
        "Vera berättar om läget i hamnen.",
        "Nils ska på föräldraledighet i mars.",
        "Vera bjuder in till hamndagen den 3 oktober.",
        "Vera saknar föreningslivet i planen.",
        "Nils påminner om att enkäten besvaras senast den 3 oktober.",
        "Trafikverket tar fram en ny plan senast den 3 oktober.",
        "Länsstyrelsen ska kartlägga riskerna till den 1 december.",
        "Olof skriver ett utkast.",
        "Gruppen behöver se över sina rutiner.",
        "Vera får rätt.",
        "Vera räknar med fler besökare nästa år.",
        "Transportören ska leverera före klockan tio.",
        "Salem ska göra detsamma nästa vecka.",
        "Kommunerna skickar sina barn till samma skola.",
        "Kommittén gav då kansliet i uppdrag att utreda frågan.",
    ],
)
def test_what_is_going_on_is_taken_on_by_nobody(text):
    assert taken_on(text, THOSE) is None


def test_a_participant_a_group_and_a_post_are_known_but_no_authority():
    known = [is_known(who, THOSE) for who in ("Vera", "HR-nätverket", "ordföranden")]
    assert known == [True, True, True]
    assert not is_known("Trafikverket", THOSE)
    assert not is_known("Olof", THOSE)
