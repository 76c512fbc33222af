"""Traps that minutes set: each was read wrongly once, by writers who did not know the parser."""

from tests.intake.typed import minutes

HEAD = "Protokoll\n\nTid: 3 maj 2022 kl 9-11\nNärvarande: Bo Ek, Eva Sten, Moa Lind\n\n"


def agenda(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in minutes(HEAD + text).items]


def decided(text: str) -> list[str]:
    return [one.text for item in minutes(HEAD + text).items for one in item.decisions]


def test_a_numbered_list_with_blank_lines_inside_an_item_is_no_agenda():
    text = """1. Båten

Gruppen vill se tre steg:

1. Rita skrovet

2. Bygga klart

3. Segla

2. Kassan

Moa Lind redovisar.

3. Nästa möte

Det bestäms senare.
"""
    assert agenda(text) == [("1", "Båten"), ("2", "Kassan"), ("3", "Nästa möte")]


def test_a_numbering_that_starts_again_the_second_day_is_two_runs():
    text = """Dag 1

1. Välkommen

Bo Ek hälsar välkommen.

2. Budget

Eva Sten redovisar.

Dag 2

1. Studiebesök

Gruppen besöker verket.

2. Avslut

Bo Ek tackar.
"""
    items = minutes(HEAD + text).items
    assert [(item.day, item.number, item.title) for item in items] == [
        (1, "1", "Välkommen"),
        (1, "2", "Budget"),
        (2, "1", "Studiebesök"),
        (2, "2", "Avslut"),
    ]


def test_a_committee_with_an_adjective_decides():
    text = "§ 1 Taxan\n\nTekniska nämnden beslutar\natt anta taxan.\n"
    assert decided(text) == ["att anta taxan."]


def test_what_is_told_after_a_decision_is_not_decided():
    text = "1. Vägen\n\nBeslut\n\nVägen byggs.\n\nFrågan kommer upp igen i höst.\n"
    assert decided(text) == ["Vägen byggs."]


def test_who_gets_a_task_after_a_decision_has_been_decided():
    text = "1. Vägen\n\nBeslut\n\nVägen byggs.\n\nMoa Lind ritar kartan.\n\nBo mäter.\n"
    assert decided(text) == ["Vägen byggs.", "Moa Lind ritar kartan.", "Bo mäter."]


def test_letters_below_an_open_decision_belong_to_it():
    text = "1. Vägen\n\nBeslut\n\n1. Kansliet tar fram\n   a) en karta,\n   b) en tidplan.\n"
    assert decided(text) == ["Kansliet tar fram a) en karta, b) en tidplan."]


def test_letters_right_below_a_mark_are_decisions_of_their_own():
    text = "1. Vägen\n\nBeslut\n\na) godkänna rapporten\nb) tacka kassören\n"
    assert decided(text) == ["godkänna rapporten", "tacka kassören"]


def test_paragraphs_with_a_blank_line_after_each_are_not_glued():
    body = "".join(f"Eva Sten berättar om del {n}.\n\n" for n in range(20))
    (item,) = minutes(HEAD + "1. Läget\n\n" + body).items
    assert item.text.split("\n\n") == [f"Eva Sten berättar om del {n}." for n in range(20)]


def test_a_paper_with_a_blank_line_after_every_line_is_read_as_if_set_solid():
    text = HEAD + "1. Vägen\n\nBeslut\n\nKansliet tar fram en karta över alla vägar senast den\n"
    text += "3 juni 2022.\n\n2. Läget\n\nDet är mycket som har hänt sedan vi sågs och\nmer är att "
    text += "vänta, säger Eva Sten, som har följt ärendet hela\nvägen.\n\n" * 6
    doubled = text.replace("\n", "\n\n")
    (first, _) = minutes(doubled).items
    (one,) = first.decisions
    assert one.text == "Kansliet tar fram en karta över alla vägar senast den 3 juni 2022."
    printed = doubled.split("\n")
    assert printed[one.lines[0] - 1].startswith("Kansliet tar fram")
    assert printed[one.lines[1] - 1] == "3 juni 2022."


def test_names_above_their_captions_are_signed_by_them():
    text = "§ 1 Taxan\n\nBeslut\nTaxan antas.\n\n"
    text += "Bo Ek          Eva Sten\nOrdförande     Sekreterare\n"
    text += "\nMoa Lind       Åke Ro\nJusterande     Justerande\n"
    found = minutes(HEAD + text)
    assert (found.recorder, found.approvers) == ("Eva Sten", ("Moa Lind", "Åke Ro"))


def test_contracted_and_noble_surnames_are_names():
    text = "Protokoll\n\nTid: 3 maj 2022\nNärvarande\nKarl-Erik K:son Hult, Haninge\n"
    text += "My d'Albe, Salem\n"
    text += "Hugo van den Berg, Tyresö\n\n1. Start\n\nText.\n"
    found = [(one.name, one.organization) for one in minutes(text).attendances]
    assert found == [
        ("Karl-Erik K:son Hult", "Haninge"),
        ("My d'Albe", "Salem"),
        ("Hugo van den Berg", "Tyresö"),
    ]


def test_a_number_given_twice_by_a_slip_is_two_items_and_a_remark():
    text = "1. Start\n\nText.\n\n2. Budget\n\nText.\n\n2. Vägen\n\nText.\n\n3. Slut\n\nText.\n"
    assert agenda(text) == [("1", "Start"), ("2", "Budget"), ("2", "Vägen"), ("3", "Slut")]
    codes = [remark.code for remark in minutes(HEAD + text).remarks]
    assert codes == ["body-missing", "duplicate-item-number"]


def test_the_day_of_one_signature_is_not_the_day_of_its_neighbour():
    text = "1. Start\n\nText.\n\nVid anteckningarna Justeras Dag 1 Justeras Dag 2\n\n"
    text += "Bo Ek Eva Sten Moa Lind\n"
    approvals = minutes(HEAD + text).approvals
    assert [(one.name, one.role, one.day) for one in approvals] == [
        ("Bo Ek", "recorder", None),
        ("Eva Sten", "approver", 1),
        ("Moa Lind", "approver", 2),
    ]


def test_the_times_on_a_line_of_their_own_are_claimed_with_the_date():
    found = minutes("Protokoll\n\nDatum: 2022-05-03\nKlockan: 9.00-11.00\n\n1. Start\n\nText.\n")
    assert found.meeting.lines["start"] == (3, 4)
    assert found.unclaimed == ()


def test_minutes_that_number_on_through_the_year_keep_their_numbers_above_numbered_decisions():
    text = "36. Taxan\n\nDirektionen beslutar:\n\n1. Höja taxan.\n2. Delge kommunerna.\n\n"
    text += "37. Slut\n\nBo Ek tackar.\n"
    assert agenda(text) == [("36", "Taxan"), ("37", "Slut")]
    assert decided(text) == ["Höja taxan.", "Delge kommunerna."]


def test_two_lists_side_by_side_are_two_lists():
    text = "Protokoll\n\nTid: 3 maj 2022\n\nLedamöter               Övriga närvarande\n"
    text += "Bo Ek (s), ordförande   Eva Sten, sekreterare\n"
    text += "Moa Lind (c)            Åke Ro, utredare, § 7\n\n"
    text += "§ 6 Start\n\nText.\n\n§ 7 Slut\n\nText.\n"
    found = [(one.name, one.roles, one.items) for one in minutes(text).attendances]
    assert found == [
        ("Bo Ek", ("chair",), None),
        ("Moa Lind", (), None),
        ("Eva Sten", ("secretary",), None),
        ("Åke Ro", (), ("7",)),
    ]


def test_a_body_of_two_words_decides():
    text = "§ 1 Taxan\n\nGemensamma nämndens beslut\n\nTaxan höjs.\n"
    assert decided(text) == ["Taxan höjs."]
