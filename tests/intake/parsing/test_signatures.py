import pytest

from intake.parsing.minutes import ParsedApproval
from intake.parsing.signatures import (
    from_front,
    read_signatures,
    signature_start,
    without_chair,
)
from tests.intake.typed import front, lines


def read(text: str) -> list[tuple[str, str]]:
    return [(one.role, one.name) for one in read_signatures(lines(text))]


FORM = """\
Sekreterare  .............  Paragrafer 1-2
             Moa Lind
Ordförande   .............
             Eva Sten
Justerande   .............
             Bo Ek
"""
MOA_AND_BO = [("recorder", "Moa Lind"), ("approver", "Bo Ek")]


@pytest.mark.parametrize(
    "text",
    [
        "Vid protokollet\n\nMoa Lind\n\nJusteras\n\nBo Ek",
        "Vid protokollet\n.............\nMoa Lind\nJusteras\n.............\nBo Ek",
        "Vid anteckningarna\tJusteras\nMoa Lind\tBo Ek",
        "Vid anteckningarna   Justeras\n\n\nMoa Lind             Bo Ek",
        "Vid anteckningarna Justerades\nMoa Lind Bo Ek",
        "Vid protokollet   Ordförande   Justeras\n\nMoa Lind          Eva Sten     Bo Ek",
        "Vid protokollet: Moa Lind\nJusterare: Bo Ek",
        "Protokollförare   Moa Lind\nJusterande   Bo Ek",
        FORM,
        "Sekreterare ______________\nMoa Lind\n\nJusterande _____________\nBo Ek",
        "Vid protokollet ....................... Moa Lind\nJusteras ..................... Bo Ek",
        "Antecknat av Moa Lind\n\nJusteras av Bo Ek",
        "Vid protokollet\n\n\nMoa Lind\nSekreterare\n\nJusteras\n\n\nBo Ek",
    ],
)  # fmt: skip
def test_names_are_paired_with_their_labels_in_every_layout(text):
    assert read(text) == MOA_AND_BO


@pytest.mark.parametrize(
    "text",
    [
        "Justeras\n\nBo Ek\n\nEva Sten",
        "Justeras\n\nBo Ek          Eva Sten",
        "Justerare: Bo Ek och Eva Sten",
        "Justerande: Bo Ek, Eva Sten",
        "Justeras        Justeras\nBo Ek           Eva Sten",
    ],
)
def test_several_may_approve(text):
    assert read(text) == [("approver", "Bo Ek"), ("approver", "Eva Sten")]


def test_names_that_one_space_parts_are_told_two_by_two():
    assert read("Justeras\n\nBo Ek Eva Sten") == [("approver", "Bo Ek"), ("approver", "Eva Sten")]


def test_labels_and_names_may_share_a_line_in_columns():
    assert read("Vid protokollet  Moa Lind    Justeras  Bo Ek") == MOA_AND_BO


def test_a_name_belongs_to_the_label_nearest_above_it():
    text = (
        "Vid protokollet                 Justeras\n\n"
        "Moa Lind                        Bo Ek          Eva Sten"
    )
    assert read(text) == [*MOA_AND_BO, ("approver", "Eva Sten")]


def test_a_sentence_between_label_and_name_ends_the_signing():
    sentence = "Protokollet har anslagits på kommunens anslagstavla under tre hela veckor."
    assert read(f"Justeras\n\n{sentence}\n\nBo Ek") == []


def test_an_organization_signs_nothing():
    assert read("Justeras\n\nRegion Stockholm") == []


def test_who_signs_as_chair_is_no_approver():
    assert read("Ordförande\n\nEva Sten\n\nJusteras\n\nBo Ek") == [("approver", "Bo Ek")]


def test_a_chair_named_below_the_own_name_is_no_approver():
    assert read("Justeras\n\nEva Sten       Bo Ek\nOrdförande") == [("approver", "Bo Ek")]


def test_each_day_has_its_approver():
    found = read_signatures(
        lines("Vid anteckningarna    Justeras Dag 1    Justeras Dag 2\n"
              "Moa Lind              Bo Ek             Eva Sten")
    )  # fmt: skip
    assert [(one.name, one.role, one.day) for one in found] == [
        ("Moa Lind", "recorder", None),
        ("Bo Ek", "approver", 1),
        ("Eva Sten", "approver", 2),
    ]


@pytest.mark.parametrize(
    ("label", "done"), [("Justerades", True), ("Justeras", False), ("Justerat av", True)]
)
def test_the_label_says_whether_it_is_done(label, done):
    (one,) = read_signatures(lines(f"{label}\n\nBo Ek"))
    assert one == ParsedApproval("Bo Ek", "approver", None, done, (1, 3))


@pytest.mark.parametrize(
    "text", ["Bo Ek", "Justeras", "Punkten justeras omedelbart.", "Ordförande\n\nBo Ek", ""]
)
def test_without_label_and_name_nobody_signs(text):
    assert (read(text) if text else []) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mötet slutar.\n\nVid protokollet\n\nMoa Lind", 2),
        ("Bo Ek justerar dagens anteckningar.\n\nMötet slutar.", None),
        ("Justeras\n\nparagrafen omedelbart.", None),
    ],
)
def test_the_signatures_begin_where_a_label_has_a_name(text, expected):
    assert signature_start(lines(text), 0) == expected


CHAIR, OTHER = ParsedApproval("Eva Sten", "approver"), ParsedApproval("Bo Ek", "approver")
RECORDER = ParsedApproval("Moa Lind", "recorder")


@pytest.mark.parametrize(
    ("approvals", "expected"),
    [
        ([RECORDER, CHAIR, OTHER], [RECORDER, OTHER]),
        ([RECORDER, CHAIR], [RECORDER, CHAIR]),
        ([RECORDER], [RECORDER]),
        ([], []),
    ],
)
def test_the_chair_among_the_approvers_only_signs(approvals, expected):
    assert without_chair(approvals, {"eva sten"}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Protokollförare: Moa Lind\nUtses att justera    Bo Ek",
        "Vid protokollet: Moa Lind\nJusterare: Bo Ek",
        "Sekreterare    Moa Lind\nJusteringsperson    Bo Ek",
    ],
)
def test_the_front_page_may_name_those_who_sign(text):
    assert [(one.role, one.name) for one in from_front(front(text))] == MOA_AND_BO


@pytest.mark.parametrize("broken", ["Nils-\nOlof Lind", "Nils-Olof\nLind"])
def test_a_name_is_put_together_over_the_end_of_its_line(broken):
    assert read(f"Vid anteckningarna: {broken}\nJusteras: Bo Ek") == [
        ("recorder", "Nils-Olof Lind"),
        ("approver", "Bo Ek"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vid anteckningarna,\nMoa Lind\n\nJusteras,\nBo Ek",
        "Vid protokollet, Moa Lind\nJusterare, Bo Ek",
        "Vid-protokollet\nMoa Lind\n\nJusteras\nBo Ek",
    ],
)
def test_a_comma_or_a_misread_space_does_not_hide_a_label(text):
    assert read(text) == MOA_AND_BO


@pytest.mark.parametrize(
    "text",
    [
        "____________\nMoa Lind\nSekreterare\n\n____________\nBo Ek\nJusterare",
        "Moa Lind\nSekreterare\n\nBo Ek\nJusterare",
        "Vid protokollet\n\nMoa Lind      Eva Sten\nSekreterare   Ordförande\n\nBo Ek\nJusterare",
        "Vid protokollet: Moa Lind\n\nBo Ek, justerare",
    ],
)
def test_a_name_may_stand_above_its_caption(text):
    assert read(text) == MOA_AND_BO


def test_the_signing_begins_with_a_single_name_above_its_caption():
    assert signature_start(lines("Mötet slutar.\n\n____________\nBo Ek\nJusterare"), 0) == 3


def test_a_label_between_two_names_belongs_to_the_name_below():
    assert read("Antecknat av Moa Lind\n\nEva Sten\nJusteras\n\nBo Ek") == MOA_AND_BO
