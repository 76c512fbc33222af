"""Layouts that no sample has, from reading-minutes.md section 4: what each of them says.

Short papers, so that the whole of what is read can be compared.
"""

from intake.parsing.minutes import ParsedMinutes
from tests.intake.typed import minutes

Said = dict[str, object]


def said(text: str) -> Said:
    found: ParsedMinutes = minutes(text)
    return {
        "body": found.meeting.body,
        "time": f"{found.meeting.start} - {found.meeting.end}",
        "place": found.meeting.location,
        "present": [_person(one) for one in found.attendances if one.status == "present"],
        "absent": [_person(one) for one in found.attendances if one.status == "absent"],
        "signed": [found.recorder, *found.approvers],
        "items": {
            f"{one.number} {one.title}": [decision.text for decision in one.decisions]
            for one in found.items
        },
    }


def _person(one) -> str:
    parts = [one.name, one.organization, *one.roles, *(one.items or ())]
    return ", ".join(part for part in parts if part)


def test_a_committee_with_personal_times_and_diary_numbers():  # layout 9
    assert said("""\
Kommunstyrelsens arbetsutskott                         Sammanträdesprotokoll

Tid:     Onsdagen den 12 oktober 2011 kl 8:15-11:30
Plats:   Kommunhuset, rum Ekorren

Beslutande:
Bo Ek (S), ordförande
Eva Sten (M), 8:15-10:30
Övriga:
Ola Rot, kommunchef
Moa Lind, sekreterare

KS/2011:286 § 6 Detaljplan för Hamnen

Planenheten har tagit fram ett förslag till ny detaljplan för hela hamnområdet.

Arbetsutskottet beslutar att godkänna förslaget, samt att sända det på samråd.

Exp: Planenheten

KS/2011:290 § 7 Bidrag till Simsällskapet

Arbetsutskottet föreslår att kommunstyrelsen beslutar att avslå ansökan.

Arbetsutskottet beslutar att återremittera ärendet.

Exp: Simsällskapet

Vid protokollet              Justeras

Moa Lind                     Bo Ek              Eva Sten
""") == {
        "body": "Kommunstyrelsens arbetsutskott",
        "time": "2011-10-12 08:15:00 - 2011-10-12 11:30:00",
        "place": "Kommunhuset, rum Ekorren",
        "present": ["Bo Ek, chair", "Eva Sten", "Ola Rot", "Moa Lind, secretary"],
        "absent": [],
        "signed": ["Moa Lind", "Eva Sten"],
        "items": {
            "6 Detaljplan för Hamnen": [
                "Arbetsutskottet beslutar att godkänna förslaget, samt att sända det på samråd."
            ],
            "7 Bidrag till Simsällskapet": ["Arbetsutskottet beslutar att återremittera ärendet."],
        },
    }


def test_attendance_on_a_later_page_with_parties_below_the_names():  # layout 10
    assert said("""\
SAMMANTRÄDESPROTOKOLL
Socialnämnden

Sammanträdesdatum 2014-03-20

Plats och tid     Stadshuset kl 17.00-19.15
Beslutande        Se närvarolista på sida 2
Utses att justera Eva Sten
Paragrafer        31-32

                                                          1(4)

NÄRVAROLISTA

Ledamöter
Bo Ek, ordförande
(S)
Eva Sten
(M)
Ulf Myr*
(C)

Ersättare
Ola Rot
(S)

§ 31 Dagordning

Nämnden beslutar
att godkänna dagordningen.

§ 32 Avgifter

Yrkanden
Eva Sten yrkar att avgiften sänks.

Beslutsgång
Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar att höja avgiften.

Nämnden beslutar
att höja avgiften från och med den 1 maj 2014.

Reservation
Eva Sten reserverar sig mot beslutet.
""") == {
        "body": "Socialnämnden",
        "time": "2014-03-20 17:00:00 - 2014-03-20 19:15:00",
        "place": "Stadshuset",
        "present": ["Bo Ek, chair", "Eva Sten", "Ulf Myr", "Ola Rot"],
        "absent": [],
        "signed": [None, "Eva Sten"],
        "items": {
            "31 Dagordning": ["att godkänna dagordningen."],
            "32 Avgifter": ["att höja avgiften från och med den 1 maj 2014."],
        },
    }


def test_a_grid_of_ones_and_dashes_below_a_letter_spaced_title():  # layout 11
    assert said("""\
P R O T O K O L L
Byggnadsnämnden

Tid: 2020-09-15, kl. 13.00-15.30
Plats: Sal A

Närvarande
Namn                 Parti    1/-
Bo Ek, ordf.         S        1
Eva Sten             M        1
Ulf Myr              C        -
Vakant plats         L        -

Ersättare
Ola Rot              S        1
Lisa Berg            M        -

Tjänstepersoner
Moa Lind, sekreterare

Protokollet är digitalt signerat av Moa Lind, Bo Ek och Eva Sten.

§ 90 Val av justerare
Nämnden utser Eva Sten att justera dagens protokoll.

§ 91 Bygglov för brygga
Sökanden vill bygga en brygga vid viken. Grannarna har inte haft något att invända mot det.

Beslut
Byggnadsnämnden beviljar bygglov.
""") == {
        "body": "Byggnadsnämnden",
        "time": "2020-09-15 13:00:00 - 2020-09-15 15:30:00",
        "place": "Sal A",
        "present": ["Bo Ek, chair", "Eva Sten", "Ola Rot", "Moa Lind, secretary"],
        "absent": ["Ulf Myr", "Lisa Berg"],
        "signed": [None],
        "items": {
            "90 Val av justerare": [],
            "91 Bygglov för brygga": ["Byggnadsnämnden beviljar bygglov."],
        },
    }


def test_deputies_who_serve_for_somebody_and_a_break():  # layout 12
    assert said("""\
Protokoll
Kommunstyrelsen

Tid     Måndagen den 4 april 2016 kl 18.00-20.30, ajournering 19.00-19.20
Plats   Sessionssalen

Ledamöter
Bo Ek (S), ordförande
Eva Sten (M) § 65-67, 69
Tjänstgörande ersättare
Ulf Myr (C) ersättare för Lisa Berg (C)
Ola Rot (V) ersättare för Åke Dahl (V) § 66
Övriga närvarande
Moa Lind, kommunsekreterare

§ 65 Val av justerare

Kommunstyrelsen beslutar utse Eva Sten att justera protokollet.

§ 66 Bokslut

Ola Rot redogör för bokslutet och svarar på frågor om pensionerna och om räntan.

Kommunstyrelsen beslutar

1. Bokslutet godkänns.
2. Överskottet förs till eget kapital.

Paragrafen justeras omedelbart.
""") == {
        "body": "Kommunstyrelsen",
        "time": "2016-04-04 18:00:00 - 2016-04-04 20:30:00",
        "place": "Sessionssalen",
        "present": [
            "Bo Ek, chair",
            "Eva Sten, 65-67, 69",
            "Ulf Myr",
            "Ola Rot, 66",
            "Moa Lind, secretary",
        ],
        "absent": [],
        "signed": [None],
        "items": {
            "65 Val av justerare": [],
            "66 Bokslut": ["Bokslutet godkänns.", "Överskottet förs till eget kapital."],
        },
    }


def test_names_in_one_line_and_titles_below_their_numbers():  # layout 16
    assert said("""\
Protokoll fört vid sammanträde med Gatunämnden torsdagen den 8 december 2005 kl 18.30-20.40

Närvarande: Bo Ek (s), ordförande, Eva Sten (m), Ulf Myr (c), 170, 172-184, Ola Rot (fp)

Övriga närvarande: Nils Sund, teknisk chef, Moa Lind, sekreterare

§ 170
Dagordningen

Dagordningen fastställs.

§ 171
Vinterväghållning

Nils Sund berättar hur snöröjningen har skötts under de första veckorna på säsongen.

Gatunämnden beslutar
att lägga informationen till handlingarna.

Vid protokollet

Moa Lind ..............................

Justeras

Bo Ek ................................. Eva Sten .............................
""") == {
        "body": "Gatunämnden",
        "time": "2005-12-08 18:30:00 - 2005-12-08 20:40:00",
        "place": None,
        "present": [
            "Bo Ek, chair",
            "Eva Sten",
            "Ulf Myr, 170, 172-184",
            "Ola Rot",
            "Nils Sund",
            "Moa Lind, secretary",
        ],
        "absent": [],
        "signed": ["Moa Lind", "Eva Sten"],
        "items": {
            "170 Dagordningen": [],
            "171 Vinterväghållning": ["att lägga informationen till handlingarna."],
        },
    }


def test_decisions_in_the_infinitive_below_numbered_titles():  # layout 19
    assert said("""\
Kustförbundet
PROTOKOLL
Direktionen 2012-05-10

Tid: kl 09.30-12.00
Plats: Förbundskontoret

Närvarande: Bo Ek, Haninge, ordf.
Eva Sten, Tyresö
Förhindrad: Ola Rot, Salem
Sekr.: Moa Lind

36. Föregående protokoll

Direktionen beslutar:

Lägga protokollet till handlingarna.

37. Delårsrapport

Rapporten visar ett överskott. Revisorerna har inget att anmärka på räkenskaperna.

Direktionen beslutar:

Godkänna rapporten.
Uppdra åt förbundschefen att se över hyrorna senast 1 september 2012.
""") == {
        "body": "Direktionen",
        "time": "2012-05-10 09:30:00 - 2012-05-10 12:00:00",
        "place": "Förbundskontoret",
        "present": ["Bo Ek, Haninge, chair", "Eva Sten, Tyresö", "Moa Lind, secretary"],
        "absent": ["Ola Rot, Salem"],
        "signed": [None],
        "items": {
            "36 Föregående protokoll": ["Lägga protokollet till handlingarna."],
            "37 Delårsrapport": [
                "Godkänna rapporten.",
                "Uppdra åt förbundschefen att se över hyrorna senast 1 september 2012.",
            ],
        },
    }


def test_several_dates_and_only_one_of_the_meeting():  # layout 18
    assert said("""\
Protokoll från Energirådet

Kallelsen skickades den 2 mars 2017.
Sammanträdesdatum: torsdag 16 mars 2017, kl 9-12
Anslagsdatum: 2017-03-30

Plats: Naturum

Närvarande:
Bo Ek, Haninge, till och med paragraf 2
Eva Sten, Tyresö, ordförande

§ 1 Beslut från förra mötet

Vid mötet den 12 januari 2017 beslutades att Haninge tar fram en karta. Kartan är klar.

§ 2 Provtagning

Ärendet utgick p.g.a. tidsbrist.

Nästa möte: 8 juni kl 9 i Tyresö.

Vid protokollet

Moa Lind

Justeras

Eva Sten                        Bo Ek
Ordförande                      Justerare
""") == {
        "body": "Energirådet",
        "time": "2017-03-16 09:00:00 - 2017-03-16 12:00:00",
        "place": "Naturum",
        "present": ["Bo Ek, Haninge, -2", "Eva Sten, Tyresö, chair"],
        "absent": [],
        "signed": ["Moa Lind", "Bo Ek"],
        "items": {"1 Beslut från förra mötet": [], "2 Provtagning": []},
    }


def test_a_cross_for_each_member_and_lines_of_att():  # layout 23
    assert said("""\
Protokoll Samverkansrådet
Datum: 27.09.2005
Plats: Biblioteket

Ledamot            Närvarande   Anmält förhinder
Bo Ek, Haninge     X
Eva Sten, Tyresö   X
Ulf Myr, Salem                  X

§77 Öppnande
Bo Ek öppnar mötet.

§78 Ny brygga
Kommunerna vill bygga en gemensam brygga vid sjön och har hört sig för om kostnaden.

Beslut:
att bygga bryggan
att kostnaden delas lika

Justerat:
Eva Sten
""") == {
        "body": "Samverkansrådet",
        "time": "2005-09-27 - None",
        "place": "Biblioteket",
        "present": ["Bo Ek, Haninge", "Eva Sten, Tyresö"],
        "absent": ["Ulf Myr, Salem"],
        "signed": [None, "Eva Sten"],
        "items": {
            "77 Öppnande": [],
            "78 Ny brygga": ["att bygga bryggan", "att kostnaden delas lika"],
        },
    }


def test_markdown_notes_without_numbers():  # layout 27
    assert said("""\
# Arbetsgruppen för digitalisering 14 mars 2024

## Närvarande

- Bo Ek, Haninge
- Eva Sten, Tyresö (via Teams)

## Frånvarande

- Ulf Myr, Salem

## Gemensam e-tjänst

Bo visade en prototyp. Alla var nöjda.

**Beslut:** Prototypen testas i Haninge under april.

## Avtal

Avtalet med leverantören löper ut i december.
""") == {
        "body": "Arbetsgruppen för digitalisering",
        "time": "2024-03-14 - None",
        "place": None,
        "present": ["Bo Ek, Haninge", "Eva Sten, Tyresö"],
        "absent": ["Ulf Myr, Salem"],
        "signed": [None],
        "items": {
            " Gemensam e-tjänst": ["Prototypen testas i Haninge under april."],
            " Avtal": [],
        },
    }


def test_a_decision_inside_prose():  # layout 28
    assert said("""\
VERKSTÄLLANDE UTSKOTTET
Minnesanteckningar från möte 27.09.2005 kl. 9.00–11.00

Närvarande: Bo Ek, Eva Sten, Ulf Myr
Frånvarande: Ola Rot
Sekreterare: Moa Lind

1. Verksamhetsplan
Kansliet hade skickat ut ett utkast till verksamhetsplan för nästa år. Efter en kort diskussion om
kostnaderna konstaterades att planen håller. VU beslutar att planen sänds till kommunerna på
remiss. Svaren ska vara inne den 1 november.

2. Personal
Eva Sten berättade om rekryteringen.
""") == {
        "body": "Verkställande utskottet",
        "time": "2005-09-27 09:00:00 - 2005-09-27 11:00:00",
        "place": None,
        "present": ["Bo Ek", "Eva Sten", "Ulf Myr", "Moa Lind, secretary"],
        "absent": ["Ola Rot"],
        "signed": ["Moa Lind"],
        "items": {
            "1 Verksamhetsplan": ["VU beslutar att planen sänds till kommunerna på remiss."],
            "2 Personal": [],
        },
    }
