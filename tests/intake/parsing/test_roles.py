import pytest

from intake.parsing.roles import (
    ABSENCE,
    IS_CHAIR,
    IS_SECRETARY,
    NOT_CHAIR,
    PARTY,
    REMOTE,
    REPLACES,
    TITLE,
    is_role,
)


@pytest.mark.parametrize(
    "text",
    ["ordförande", "Ordf.", "tf ordförande", "tjänstgörande ordförande", "mötesordförande",
     "ordförande för mötet", "ordförande § 12-14", "ordförande dag 1"],
)  # fmt: skip
def test_who_leads_the_meeting_is_the_chair(text):
    assert bool(IS_CHAIR.match(text)) is True


@pytest.mark.parametrize(
    "text",
    ["vice ordförande", "1:e vice ordförande", "v ordf", "kommunstyrelsens ordförande",
     "ordförande i nämnden"],
)  # fmt: skip
def test_another_chair_is_not_the_chair_of_the_meeting(text):
    assert bool(IS_CHAIR.match(text) and not NOT_CHAIR.search(text)) is False


@pytest.mark.parametrize(
    "text", ["sekreterare", "mötessekreterare", "nämndsekreterare", "Protokollförare", "sekr."]
)
def test_who_keeps_the_minutes_is_the_secretary(text):
    assert (bool(IS_SECRETARY.match(text)), is_role(text)) == (True, True)


@pytest.mark.parametrize("text", ["via Teams", "på distans", "digitalt", "via länk", "Zoom"])
def test_who_is_far_away_takes_part_at_a_distance(text):
    assert bool(REMOTE.search(text)) is True


@pytest.mark.parametrize("text", ["Distansgatan", "i salen", "Teamledare"])
def test_who_is_here_does_not(text):
    assert bool(REMOTE.search(text)) is False


@pytest.mark.parametrize(
    "text", ["anmält förhinder", "har anmält förhinder", "förhinder", "frånvarande", "deltog ej"]
)
def test_who_could_not_come_was_absent(text):
    assert bool(ABSENCE.match(text)) is True


@pytest.mark.parametrize("text", ["(S)", "(M)", "(MP)", "(opolitisk)", "(-)", "SD"])
def test_a_party_is_told_by_its_letters(text):
    assert bool(PARTY.match(text)) is True


@pytest.mark.parametrize(
    "text",
    ["kommundirektör", "tf kommundirektör", "ekonomichef", "vice ordförande", "projektledare",
     "biträdande förbundsdirektör", "revisor"],
)  # fmt: skip
def test_a_post_is_a_title(text):
    assert bool(TITLE.match(text)) is True


@pytest.mark.parametrize("text", ["Bo Ek", "Salem", "Trafikverket"])
def test_a_name_is_no_title(text):
    assert bool(TITLE.match(text)) is False


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ersätter Bo Ek (S)", "Bo Ek (S)"),
        ("ersättare för Bo Ek", "Bo Ek"),
        ("tjänstgörande ersättare för Bo Ek", "Bo Ek"),
        ("för Bo Ek", "Bo Ek"),
        ("i stället för Bo Ek", "Bo Ek"),
    ],
)
def test_the_one_who_is_replaced_is_named_in_the_note(text, who):
    assert REPLACES.search(text)["who"] == who
