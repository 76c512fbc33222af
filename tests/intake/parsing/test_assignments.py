"""What somebody is still to do, told from what is only told."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from intake.parsing.assignments import in_prose
from intake.parsing.minutes import ParsedAttendance, ParsedMinutes
from intake.reading import read_minutes
from tests.intake.parsing.printed import page, written

HERE = Path(__file__).parent
MINUTES = HERE.parents[2].parent / "shared" / "minutes"
MET = date(2021, 9, 17)
THOSE = [ParsedAttendance("Vera Lindqvist"), ParsedAttendance("Nils Ekrot")]


def given(*lines: str, title: str = "") -> list[tuple]:
    """(kind, responsible, due) of what the lines of one item give somebody to do."""
    found = in_prose(written(page(*lines)), frozenset(), THOSE, MET, title)
    return [(one.kind, one.responsible, one.due) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vera Lindqvist får i uppdrag att ta fram en plan senast den 3 oktober.",
            ("task", ("Vera Lindqvist",), date(2021, 10, 3)),
        ),
        ("Vera återkommer med en tidplan.", ("promise", ("Vera Lindqvist",), None)),
        ("Gruppen enas om att återkomma till regionen (via Nils).", ("promise", ("Nils Ekrot",))),
        ("Nils Ekrot tillfrågar hamnchefen om lokalen.", ("task", ("Nils Ekrot",))),
        ("Nils Ekrot ansvarar för att lokalen bokas.", ("task", ("Nils Ekrot",))),
        ("Frågan tas upp igen på nästa möte.", ("postponed", ())),
        (
            "Övriga punkter bordläggs till mötet den 8 oktober.",
            ("postponed", (), date(2021, 10, 8)),
        ),
        ("Återkoppling till Vera senast den 1 oktober.", ("reply", (), date(2021, 10, 1))),
        (
            "Under november behöver kommunerna meddela om de är med.",
            ("reply", (), date(2021, 11, 30)),
        ),
        ("Frågan om kajen tar vi upp igen på nästa möte.", ("postponed", ())),
        ("Beslut togs om att skjuta upp frågan till nästa möte.", ("postponed", ())),
        (
            "Det uppdrogs åt Nils Ekrot att inhämta tillstånd före den 3 oktober.",
            ("task", ("Nils Ekrot",), date(2021, 10, 3)),
        ),
        ("Gruppen önskar en redovisning av kostnaderna vid nästa möte.", ("task", (), None)),
        (
            "Samtliga ser över sina avtal senast den 3 oktober.",
            ("reply", (), date(2021, 10, 3)),
        ),
        (
            "Övriga anmäler sig till Vera senast den 3 oktober.",
            ("reply", (), date(2021, 10, 3)),
        ),
        ("Nils meddelar när det är löst.", ("promise", ("Nils Ekrot",), None)),
        (
            "Vera och Nils bildar grupp och lämnar förslag.",
            ("task", (THOSE[0].name, THOSE[1].name)),
        ),
        ("Utvärderingen kvarstår, ansvarig Nils.", ("task", ("Nils Ekrot",), None)),
        (
            "Varje kommun tar fram siffror senast den 3 oktober.",
            ("reply", (), date(2021, 10, 3)),
        ),
        ("@Nils bokar lokalen.", ("task", ("Nils Ekrot",), None)),
        ("Nils: uppdatera listan.", ("task", ("Nils Ekrot",), None)),
        ("Vera + Nils: ta fram en mall.", ("task", ("Vera Lindqvist", "Nils Ekrot"), None)),
        ("Vera + Nils ringer färjerederiet.", ("task", ("Vera Lindqvist", "Nils Ekrot"), None)),
        ("Nils Ekrot fick i uppgift att räkna båtarna.", ("task", ("Nils Ekrot",))),
        ("Vera Lindqvist fick uppdraget att hyra en kran.", ("task", ("Vera Lindqvist",))),
        ("Hamngruppen gav Nils Ekrot i uppdrag att mäta djupet.", ("task", ("Nils Ekrot",))),
        ("Hamngruppen gav i uppdrag åt Nils Ekrot att mäta djupet.", ("task", ("Nils Ekrot",))),
        ("Nils begär in nya priser.", ("task", ("Nils Ekrot",))),
        ("Vera ombesörjer att bojarna målas.", ("task", ("Vera Lindqvist",))),
        ("Nils uppdaterar jourlistan.", ("task", ("Nils Ekrot",))),
        ("Nils samordnar tiderna.", ("task", ("Nils Ekrot",))),
        ("Vera delar kartan i gruppens Teams-kanal.", ("task", ("Vera Lindqvist",))),
        ("Vera avser att se över taxan.", ("promise", ("Vera Lindqvist",))),
        ("Skyltar vid slussen: Vera bokar en målare.", ("task", ("Vera Lindqvist",))),
        ("Studiebesök i Trosa (Nils bokar buss).", ("task", ("Nils Ekrot",))),
        ("Vera målar bojarna snarast.", ("task", ("Vera Lindqvist",))),
        ("Vera presenterar siffrorna på novembermötet.", ("task", ("Vera Lindqvist",), None)),
        ("Hamnchefen tillfrågas av Nils.", ("task", ("Nils Ekrot",))),
        ("Enkäten mejlas, alla uppmanas att svara före den 3 oktober.", ("reply", ())),
        ("Besked om plats lämnas till Vera per e-post senast den 3 oktober.", ("reply", ())),
        ("Nils Ekrot får till uppgift att räkna båtarna.", ("task", ("Nils Ekrot",))),
        ("Nils levererar siffrorna under mars.", ("task", ("Nils Ekrot",))),
        ("Nils tittar vidare på andra bryggor.", ("task", ("Nils Ekrot",))),
        ("Vera tar en dialog med färjerederiet.", ("task", ("Vera Lindqvist",))),
        ("Vera ger hamnchefen besked om kranen.", ("task", ("Vera Lindqvist",))),
        ("Vera ska ringa slussvakten.", ("task", ("Vera Lindqvist",))),
        ("En tabell behövs, vilket Nils åtog sig att ordna.", ("promise", ("Nils Ekrot",))),
        ("Nils meddelar utfallet så snart det är känt.", ("promise", ("Nils Ekrot",))),
        ("Nils – kolla vad kranen kostar", ("task", ("Nils Ekrot",))),
        (
            "Ärendet bereds och tas upp på mötet den 8 oktober.",
            ("postponed", (), date(2021, 10, 8)),
        ),
        ("Frågan om bojar parkeras till nästa träff.", ("postponed", ())),
        ("→ Nils frågar slussvakten", ("task", ("Nils Ekrot",))),
        (
            "Skicka era siffror till Vera senast på fredag!",
            ("reply", (), date(2021, 9, 24)),
        ),
        (
            "Huddinge och Salem kompletterar sina uppgifter snarast.",
            ("task", ("Huddinge", "Salem")),
        ),
        ("Frågan hänsköts till nästa möte.", ("postponed", ())),
        ("Punkten flyttas fram eftersom Nils har förhinder.", ("postponed", ())),
        ("Vi skjuter på den frågan till nästa möte.", ("postponed", ())),
    ],
)
def test_a_sentence_gives_somebody_something_to_do(text, expected):
    ((kind, who, due),) = given(text)
    assert (kind, who, due)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lindqvist redovisar läget i nätverken.",
        "Cheferna uppdaterar varandra om läget.",
        "Vera återkommer till detta under punkt 8.",
        "Vera har fått svar från hamnen.",
        "Frågan kan tas upp på kommande möten.",
        "Alla kommuner har fått möjlighet att lämna synpunkter.",
        "Mötet flyttas till den 28 oktober.",
        "Nils Ekrot fick vid förra mötet i uppdrag att boka lokal.",
        "Nils: bra att kajen är klar.",
        "Gruppen önskar en redovisning.",
        "Samtliga deltar senast den 3 oktober.",
        "→ Nils visar en bild",
        "Nils – bra att kajen är klar.",
        "Punkten togs upp på mötet den 11 juni.",
        "Nils går vidare i rekryteringen.",
        "Vera uppdaterar gruppen om läget.",
        "Vera presenterar siffrorna för gruppen.",
        "Vera delar bilden av läget.",
        "Nils samordnar nätverket.",
    ],
)
def test_what_is_only_told_gives_nobody_anything_to_do(text):
    assert given(text) == []


def test_a_pronoun_means_the_one_who_was_spoken_of():
    ((_, who, _),) = given("Vera Lindqvist berättar om hamnen. Hon återkommer med siffror.")
    assert who == ("Vera Lindqvist",)


def test_a_pronoun_that_means_nobody_here_names_nobody():
    assert given("Hon återkommer med siffror.") == [("promise", (), None)]


def test_the_limit_that_stands_alone_is_of_the_sentence_before_it():
    rows = "Ansvarig för kartan: Nils Ekrot. Klart senast: 15 oktober 2021."
    assert given(rows) == [("task", ("Nils Ekrot",), date(2021, 10, 15))]


def test_who_is_responsible_for_the_sentence_above_stands_on_a_line_of_its_own():
    rows = ("En karta tas fram.", "", "Ansvarig: Vera. Klart senast: 15 oktober 2021.")
    assert given(*rows) == [("task", ("Vera Lindqvist",), date(2021, 10, 15))]


def test_who_is_responsible_may_end_the_paragraph():
    rows = "Bryggan ses över till våren. Ansvarig: Vera Lindqvist."
    assert given(rows) == [("task", ("Vera Lindqvist",), None)]
    assert given("Bryggan godkändes. Ansvarig: Vera Lindqvist.") == []


@pytest.mark.parametrize(
    "limit",
    ["Klart v. 41.", "Klart den 17 oktober.", "Kartan ska vara klar senast den 17 oktober."],
)
def test_the_next_sentence_tells_by_when_what_is_given_is_to_be_there(limit):
    assert given(f"Vera Lindqvist får i uppdrag att rita en karta. {limit}") == [
        ("task", ("Vera Lindqvist",), date(2021, 10, 17))
    ]


def test_a_sentence_further_on_is_no_limit_of_it():
    rows = "Nils ringer slussvakten. Vädret var bra. Kartan redovisas den 17 oktober."
    assert given(rows) == [("task", ("Nils Ekrot",), None)]


def test_who_and_when_below_a_decision_are_of_the_decision_alone():
    rows = page("Beslut: En karta tas fram.", "", "Ansvarig: Vera. Klart senast: 15 oktober 2021.")
    assert in_prose(written(rows), frozenset({(1, 1)}), THOSE, MET) == []


@pytest.mark.parametrize("above", ["Kartan godkändes.", "Klart.", "Lokalen har bokats."])
def test_nobody_is_responsible_for_what_is_done(above):
    assert given(above, "", "Ansvarig: Vera") == []


def test_an_authority_comes_back_to_nobody_of_the_meeting():
    assert given("Trafikverket återkommer med en plan.") == []


def test_each_entry_of_what_is_to_be_done_is_a_task():
    rows = ["• Nils: uppdatera listan", "• Vera + Nils: ta fram en mall, klart 31/10"]
    found = in_prose(written(page(*rows)), frozenset(), THOSE, MET, "TO DO")
    assert [(one.responsible, one.due) for one in found] == [
        (("Nils Ekrot",), None),
        (("Vera Lindqvist", "Nils Ekrot"), date(2021, 10, 31)),
    ]


def test_an_open_matter_of_a_list_is_one_with_the_line_that_tells_how_it_stands():
    rows = ["• Svara på remissen om farleden.", "- Pågår", "• Boka lokal.", "- Klart."]
    found = in_prose(written(page(*rows)), frozenset(), THOSE, MET, "Utestående ärenden")
    assert [(one.text, one.lines) for one in found] == [("Svara på remissen om farleden.", (1, 2))]


def test_a_sentence_beside_a_decision_of_its_paragraph_gives_somebody_something_to_do():
    text = "Gruppen beslutar att anta planen. Vera får i uppdrag att skicka den."
    found = in_prose(
        written(page(text)),
        frozenset({(1, 1)}),
        THOSE,
        MET,
        "",
        ["Gruppen beslutar att anta planen."],
    )
    assert [(one.text, one.responsible) for one in found] == [
        ("Vera får i uppdrag att skicka den.", ("Vera Lindqvist",))
    ]


def test_what_a_decision_says_is_not_said_besides():
    text = "Beslut: Vera får i uppdrag att skicka planen."
    said = ["Vera får i uppdrag att skicka planen."]
    assert in_prose(written(page(text)), frozenset({(1, 1)}), THOSE, MET, "", said) == []


def test_a_sentence_points_to_the_lines_that_it_is_printed_on():
    rows = ["Gruppen gick igenom läget i länet och hörde vad som", "sagts. Vera återkommer med en"]
    found = in_prose(written(page(*rows, "tidplan.")), frozenset(), THOSE, MET)
    assert [one.lines for one in found] == [(2, 3)]


# --- Against a careful reader ---------------------------------------------------------------


def read_by_hand() -> dict[str, list[dict]]:
    table = tomllib.loads((HERE / "assignments_by_hand.toml").read_text())
    return {name: told["found"] for name, told in table.items()}


def parsed(name: str) -> ParsedMinutes:
    return read_minutes((MINUTES / name).read_bytes(), name).minutes


def meets(lines: tuple[int, int], row: dict) -> bool:
    return lines[0] <= row["lines"][1] and row["lines"][0] <= lines[1]


def test_what_a_careful_reader_finds_in_the_real_minutes_is_found():
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; own sentences are tested.")
    sought = hits = found = wrong = 0
    for name, rows in read_by_hand().items():
        told = [one for item in parsed(name).items for one in item.assignments]
        must = [row for row in rows if not row.get("may")]
        sought += len(must)
        hits += sum(any(meets(one.lines, row) for one in told) for row in must)
        counted = [
            one for one in told if not any(meets(one.lines, row) for row in rows if row.get("may"))
        ]
        found += len(counted)
        wrong += sum(not any(meets(one.lines, row) for row in must) for one in counted)
    assert sought == 23
    assert hits / sought >= 0.9
    assert (found - wrong) / found >= 0.9


def test_who_and_when_are_those_of_the_careful_reader():
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; own sentences are tested.")
    for name, rows in read_by_hand().items():
        told = [one for item in parsed(name).items for one in item.assignments]
        for row in (row for row in rows if not row.get("may")):
            for one in (one for one in told if meets(one.lines, row)):
                where = (name, row["lines"])
                assert (where, one.due) == (where, row.get("due"))
                assert (where, one.members) == (where, row.get("who") == "members")
                assert (where, len(one.responsible)) == (where, int(row.get("who") == 1))
                if "precision" in row:
                    assert (where, one.due_precision) == (where, row["precision"])
