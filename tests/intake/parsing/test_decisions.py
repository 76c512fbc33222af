import pytest

from intake.parsing.decisions import find_decisions
from tests.intake.typed import written

# As wide as minutes are set, so that a short line is the writer's own break.
WIDE = "Bo Ek berättar om läget och om vad som återstår att göra innan båten kan sjösättas.\n\n"


def texts(text: str, *, formal: bool = False) -> list[str]:
    found, _, _ = find_decisions(written(text), formal=formal)
    return [one.text for one in found]


def codes(text: str) -> list[tuple[str, int | None]]:
    _, remarks, _ = find_decisions(written(text))
    return [(one.code, one.line) for one in remarks]


@pytest.mark.parametrize(
    "mark",
    [
        "Beslut",
        "Beslut:",
        "BESLUT",
        "*Beslut*",
        "**Beslut**",
        "<b>Beslut</b>",
        "### Beslut",
        "Direktionens beslut",
        "Kommunstyrelsens beslut:",
        "Beslutas",
        "B e s l u t",
    ],
)
def test_a_mark_alone_on_a_line_opens_a_block(mark):
    assert texts(f"# Ärende\n\n{mark}\n\nKartan ritas om till hösten.") == [
        "Kartan ritas om till hösten."
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Direktionen beslutar",
        "Direktionen beslutar att",
        "Direktionen beslutade:",
        "Arbetsutskottet beslutar enhälligt att:",
        "Kommunstyrelsens arbetsutskott beslutar",
        "VU beslutar",
        "Beslut\n\nDirektionen beslutar",
        "Beslut\nKommunstyrelsen beslutar att",
    ],
)
def test_a_lead_line_opens_a_block_of_clauses(lead):
    assert texts(f"{lead}\n\natt godkänna rapporten,\n\natt tacka kassören.") == [
        "att godkänna rapporten",
        "att tacka kassören.",
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("• Hyra lokal\n• Bjuda in staden", ["Hyra lokal", "Bjuda in staden"]),
        ("- Bo Ek hyr lokal.\n- Staden bjuds in.", ["Bo Ek hyr lokal.", "Staden bjuds in."]),
        ("1. Godkänna rapporten.\n2. Tacka kassören.", ["Godkänna rapporten.", "Tacka kassören."]),
        ("att godkänna rapporten, samt\natt tacka kassören.",
         ["att godkänna rapporten", "att tacka kassören."]),
        ("Att godkänna rapporten\nAtt tacka kassören",
         ["Att godkänna rapporten", "Att tacka kassören"]),
        ("Godkänna rapporten.\n\nTacka kassören.", ["Godkänna rapporten.", "Tacka kassören."]),
        ("Rapporten godkänns.", ["Rapporten godkänns."]),
    ],
)  # fmt: skip
def test_a_block_has_one_decision_for_each_entry(block, expected):
    assert texts(f"{WIDE}Beslut\n\n{block}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beslut: Rapporten läggs till handlingarna.", "Rapporten läggs till handlingarna."),
        ("Beslut – Rapporten godkänns.", "Rapporten godkänns."),
        ("Direktionens beslut: Rapporten godkänns.", "Rapporten godkänns."),
        ("Beslut: att godkänna rapporten.", "att godkänna rapporten."),
    ],
)
def test_a_label_that_runs_in_is_no_part_of_the_decision(text, expected):
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Beslut enligt förslag.",
        "Beslut enligt vårt förslag.",
        "Beslut i enlighet med förslaget.",
    ],
)
def test_a_decision_by_proposal_is_one(text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "VU beslutar att rapporten läggs till handlingarna.",
        "Ledningsgruppen beslutade att bjuda in staden.",
        "Kommunstyrelsens arbetsutskott beslutar att godkänna rapporten.",
        "Arbetsutskottet beslutar även att tacka kassören.",
        "Mötet beslöt att hyra lokalen.",
        "Det beslutades att hyra lokalen.",
        "Därför beslutade direktionen att hyra lokalen.",
        "Direktionen beslutar godkänna rapporten.",
    ],
)
def test_a_sentence_of_running_text_decides_by_itself(sentence):
    assert texts(f"Bo Ek berättar om läget. {sentence} Eva Sten tackar.") == [sentence]


@pytest.mark.parametrize("text", ["Inga beslut", "- Inga beslut fattades.", "Inget beslut togs."])
def test_under_a_mark_that_nothing_was_decided_is_no_decision(text):
    assert texts(f"Beslut:\n\n{text}") == []


def test_several_clauses_in_one_paragraph_are_one_decision():
    text = "Arbetsutskottet beslutar att godkänna rapporten, samt att tacka kassören."
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "proposal",
    [
        "Förslag till beslut\n\natt köpa båten.",
        "Förslag till beslut:\natt köpa båten.",
        "Kansliets förslag till beslut\n\n• Köpa båten",
        "Direktörens förslag till beslut\n\nDirektionen beslutar\n\natt köpa båten.",
        "Förslag till beslut: Båten köps.",
        "Beslutsförslag\n\nBåten köps.",
        "Kansliets förslag:\n\natt köpa båten.",
        "Eva Sten föreslår att båten köps.",
        "Bo Ek yrkar att båten köps.",
        "Yrkanden\n\nBo Ek yrkar att direktionen beslutar att köpa båten.",
        "Tidigare beslut gäller fortfarande.",
        "Beslutsgång\n\nOrdföranden frågar om båten ska köpas.",
        "Bakgrund\n\nEn båt behövs.",
        "Beslutsunderlag\n\n• Tjänsteskrivelse den 3 maj",
        "Reservation\n\nBo Ek reserverar sig mot köpet.",
    ],
)
def test_a_proposal_or_a_section_decides_nothing(proposal):
    assert texts(proposal) == []


@pytest.mark.parametrize(
    "before",
    [
        "Förslag till beslut\n\natt köpa båten.",
        "Förslag till beslut\n\nDirektionen beslutar\n\natt köpa båten.",
        "Bakgrund\n\nEn båt behövs.",
        "Yrkanden\n\nBo Ek yrkar avslag.",
    ],
)
def test_after_a_proposal_the_mark_decides_again(before):
    assert texts(f"{before}\n\nBeslut\n\natt hyra båten.") == ["att hyra båten."]


@pytest.mark.parametrize(
    "after",
    [
        "Diskussion\n\nBo Ek undrar om båten.",
        "Bakgrund\n\nBåten är gammal.",
        "Reservation\n\nBo Ek reserverar sig mot beslutet.",
        "Protokollsanteckning\n\nBo Ek anför att båten är dyr.",
        "Expedieras\n\nKassören",
        "Expedieras till: Kassören",
        "Exp: Kassören",
        "Beslutet skickas till\n\nKassören\nRevisorn",
        "Beslutsunderlag\n\nTjänsteskrivelse",
        "Paragrafen justeras omedelbart.",
        "_____________\n\nBåten är gammal.",
        "### Läget\n\nBåten är gammal.",
        "Bo Ek reserverar sig mot beslutet.",
        "Förslag till beslut\n\natt sälja båten.",
    ],
)
def test_what_follows_a_block_is_no_decision(after):
    assert texts(f"# Ärende\n\nBeslut\n\natt hyra båten.\n\n{after}", formal=True) == [
        "att hyra båten."
    ]


def test_text_below_a_bullet_block_is_no_decision():
    text = "Beslut\n\n• Hyra båten\n• Tacka kassören\n\nBo Ek berättade sedan om sin resa dit."
    assert texts(text) == ["Hyra båten", "Tacka kassören"]


def test_a_paragraph_that_cannot_be_told_is_asked_about():
    text = "Beslut\n\nBåten hyrs till hösten.\n\nBåten är gammal och ska målas om."
    assert (texts(text), codes(text)) == (
        ["Båten hyrs till hösten."],
        [("undecided-paragraph", 5)],
    )


def test_in_formal_minutes_plain_paragraphs_of_a_block_decide():
    text = "Beslut\n\nRapporten godkänns.\n\nKassören beviljas ansvarsfrihet."
    assert texts(text, formal=True) == ["Rapporten godkänns.", "Kassören beviljas ansvarsfrihet."]


def test_a_task_under_a_decision_is_a_decision():
    text = "Beslut\n\nBåten hyrs.\n\nBo Ek skriver avtalet.\n\nEva Sten får i uppdrag att segla."
    assert texts(text) == [
        "Båten hyrs.",
        "Bo Ek skriver avtalet.",
        "Eva Sten får i uppdrag att segla.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Beslut\n\natt utse Bo Ek att justera protokollet.",
        "Beslut\n\nBo Ek utses att justera protokollet.",
        "Direktionen beslutar att utse Bo Ek att jämte ordföranden justera protokollet.",
        "Beslut: Eva Sten väljs till justerare.",
    ],
)
def test_the_choice_of_approver_is_no_decision(text):
    assert texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Beslut för processen framåt tas i höst.",
        "• Beslut om båten väntas i maj.",
        "Beslutet fattades av staden.",
        "Bo Ek berättar om stadens beslut.",
        "Staten väntas besluta om vägen.",
    ],
)
def test_to_speak_of_a_decision_is_not_to_decide(text):
    assert texts(text) == []


def test_att_alone_on_a_line_is_a_mark():
    assert texts("Beslut\n\natt\n\nhyra båten.") == ["hyra båten."]


def test_a_sentence_that_ends_with_a_colon_opens_a_block():
    text = f"{WIDE}Direktionen beslutar att:\n\n• hyra båten\n• måla båten"
    assert texts(text) == ["hyra båten", "måla båten"]


def test_a_subheading_closes_a_block():
    text = "Beslut\n\natt hyra båten.\n\nOm båtens skick\n\nBåten är gammal."
    assert texts(text) == ["att hyra båten."]


def test_after_a_proposal_the_sentence_of_the_body_decides_again():
    text = "Förslag till beslut\n\natt köpa båten.\n\nDirektionen beslutar att hyra båten."
    assert texts(text) == ["Direktionen beslutar att hyra båten."]


def test_after_a_section_the_sentence_of_the_body_decides_again():
    text = "Bakgrund\n\nEn båt behövs.\n\nDirektionen beslutar att hyra båten."
    assert texts(text) == ["Direktionen beslutar att hyra båten."]


def test_where_the_decision_is_sent_is_no_part_of_it():
    text = "Beslut\n\natt hyra båten. Beslutet skickas till hamnen."
    assert texts(text) == ["att hyra båten."]


def test_a_long_paragraph_is_asked_about_in_short():
    text = f"Beslut\n\nBåten hyrs till hösten.\n\nBåten är gammal. {WIDE}"
    _, (remark,), _ = find_decisions(written(text))
    assert remark.message == (
        "Hör stycket till beslutet? ”Båten är gammal. Bo Ek berättar om läget och om vad som "
        "återstår att göra …”"
    )


def test_a_decision_has_the_lines_that_print_it():
    found, _, marks = find_decisions(written("Läget är gott.\n\nBeslut\n\natt hyra\nbåten."))
    assert [(one.first, one.last) for one in found] == [(5, 6)]
    assert [one.first for one in marks] == [3]


def test_an_item_without_text_decides_nothing():
    assert find_decisions([]) == ([], [], set())


def test_following_with_a_full_stop_announces_decisions_too():
    text = "Hamnstyrelsen beslutar följande.\n\n1. Bryggan byggs.\n\n2. Avtalet sägs upp."
    assert texts(text) == ["Bryggan byggs.", "Avtalet sägs upp."]


def test_a_lead_line_that_proposes_to_another_body_is_no_decision():
    text = "Beslut\n\nArbetsutskottet föreslår hamnstyrelsen besluta\n\natt riva bryggan."
    assert texts(text) == ["att riva bryggan."]
