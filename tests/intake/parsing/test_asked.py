import pytest

from intake.parsing.asked import ASKED_GROUP, SENT_BACK, members_act, wants


@pytest.mark.parametrize(
    "text",
    [
        "att medlemskommunerna ska lämna synpunkter",
        "Samtliga kommuner meddelar sina siffror.",
        "Kommunerna ombeds svara.",
    ],
)
def test_the_members_are_asked(text):
    assert members_act(text)


@pytest.mark.parametrize("text", ["Kommunerna står bakom förslaget.", "att kommunen växer"])
def test_what_holds_for_the_members_asks_them_nothing(text):
    assert not members_act(text)


@pytest.mark.parametrize(
    ("pattern", "text", "who"),
    [
        (ASKED_GROUP, "Kultur- och fritidsnämnden ombeds svara.", "Kultur- och fritidsnämnden"),
        (ASKED_GROUP, "att förvaltningen uppmanas redovisa", "förvaltningen"),
        (SENT_BACK, "att återremittera ärendet till kansliet för beredning", "kansliet"),
        (SENT_BACK, "Ärendet återremitteras till tekniska nämnden.", "tekniska nämnden"),
    ],
)
def test_another_body_is_asked(pattern, text, who):
    assert pattern.search(text)["who"] == who


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nämnden begär en ny redovisning i höst.", True),
        ("Rådet önskar information om kajen.", True),
        ("Rådet önskar alla en god jul.", False),
    ],
)
def test_a_body_wants_to_have_something_told(text, wanted):
    assert wants(text) == wanted
