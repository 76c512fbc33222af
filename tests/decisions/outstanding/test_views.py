from datetime import date

import pytest

from decisions.models import Topic
from decisions.outstanding.models import TakenUp
from tests.factories import a_body, a_draft, a_meeting, an_assignment, an_item, is_about
from tests.pages import Page

pytestmark = pytest.mark.django_db
TITLE = "Gemensam upphandling"
PAGE = "/utestaende/"


def on(year: int, title: str = TITLE, **fields):
    meeting = a_meeting(
        start_date=date(year, 5, 2), body=fields.pop("body", None) or a_body(), state="public"
    )
    item = an_item(meeting, title=title, **fields)
    is_about("Upphandling", item)
    return item


def read(client, address: str = PAGE) -> str:
    """What follows the form."""
    main = Page(client.get(address)).main
    return main.partition(" Visa ")[2].removeprefix("Visa allt ")


def test_nothing_is_outstanding(as_stranger):
    on(2021)
    words = Page(as_stranger.get(PAGE)).main
    assert words.endswith("Inget är utestående här, så långt arkivet vet.")


def test_what_was_put_off_is_told_with_all_that_followed(as_stranger):
    on(2021, outcome="tabled")
    on(2022, outcome="tabled", body=a_body("Samarbetskommittén"))
    assert read(as_stranger, f"{PAGE}?manader=120") == (
        "Uppskjutet och inte upptaget"
        f" 2 maj 2022 Samarbetskommittén {TITLE} Bordlagt Ännu inte upptagen."
        " Kan ha tagits upp igen"
        f" 2 maj 2021 Ledningsgruppen {TITLE} Bordlagt Sedan dess:"
        f" 2 maj 2022 Samarbetskommittén: bordlagt {TITLE}"
        " Efter rubriken att döma togs den upp igen 2 maj 2022. Ingen har bekräftat det."
    )


def test_a_heading_that_names_no_matter_is_unclear(as_stranger):
    on(2021, "Övriga frågor", outcome="tabled")
    assert "Oklart om det har tagits upp igen" in read(as_stranger)


def test_promises_lists_and_silence_have_their_places(as_stranger):
    item = on(2021, first_line=3, last_line=3)
    an_assignment(item=item, text="Vera återkommer.", kind="promise", first_line=3, last_line=3)
    listed = on(2022, "Utestående ärenden")
    an_assignment(item=listed, text="Båtarna", printed_responsible="Kansliet")
    assert read(as_stranger) == (
        "Återkommer eller tas upp senare"
        " 2 maj 2021 Ledningsgruppen Vera återkommer. Återkommer · pågår, ingen tid anges"
        " · Källan Inget senare möte i arkivet har sagt något om det."
        " Ur mötenas listor över utestående ärenden"
        " 2 maj 2022 Ledningsgruppen Båtarna Uppdrag · pågår, ingen tid anges · Kansliet"
        " Inget senare möte i arkivet har sagt något om det."
        " Ärenden som har tystnat"
        " Något är öppet, men inget möte i arkivet har tagit upp ärendet på 6 månader."
        " 2 maj 2022 Ledningsgruppen Upphandling 2 öppna · senast: Utestående ärenden,"
        " information"
    ).replace("Utestående ärenden, information", "Utestående ärenden, uppdrag")


def test_a_body_and_a_topic_narrow_it(as_stranger):
    on(2021, "Båtarna", outcome="tabled")
    on(2022, "Bron", outcome="tabled", body=a_body("Samarbetskommittén"))
    alone = an_item(a_meeting(start_date=date(2023, 5, 2)), title="Vattnet", outcome="tabled")
    is_about("Infrastruktur", alone)
    narrowed = {
        question: [name for name in ("Båtarna", "Bron", "Vattnet") if name in answer]
        for question in ("?organ=ledningsgruppen", "?amne=infrastruktur", "?amne=upphandling")
        for answer in [read(as_stranger, PAGE + question + "&manader=120")]
    }
    assert narrowed == {
        "?organ=ledningsgruppen": ["Båtarna", "Vattnet"],
        "?amne=infrastruktur": ["Vattnet"],
        "?amne=upphandling": ["Båtarna", "Bron"],
    }


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("?organ=finns-inte", "”finns-inte” finns inte att välja."),
        ("?manader=x", "Skriv ett helt tal mellan 1 och 120."),
        ("?manader=0", "Skriv ett helt tal mellan 1 och 120."),
    ],
)
def test_what_is_not_understood_is_said(question, said, as_stranger):
    on(2021, outcome="tabled")
    page = Page(as_stranger.get(PAGE + question))
    assert said in page.main
    assert "Ännu inte upptagen." in page.main


def test_a_matter_is_silent_after_as_many_months_as_one_asks_for(as_stranger, time_machine):
    time_machine.move_to(date(2021, 9, 1))
    on(2021, outcome="tabled")
    assert "har tystnat" not in read(as_stranger)
    assert "har tystnat" in read(as_stranger, f"{PAGE}?manader=3")


def answer(client, earlier, later, do: str, token: str = "") -> str:
    address = f"{PAGE}{earlier.pk}/upptagen/{later.pk}/"
    reply = client.post(address, {"do": do, "token": token}, follow=True)
    return Page(reply).main


def test_a_secretary_says_what_takes_it_up_and_takes_that_back(as_secretary, as_stranger):
    earlier, later = on(2021, outcome="tabled"), on(2022)
    assert "Samma ärende" not in read(as_stranger)
    assert "Samma ärende Ett annat ärende" in read(as_secretary)
    assert answer(as_secretary, earlier, later, "confirm").startswith("Svaret är sparat.")
    assert "Upptaget igen" in read(as_stranger)
    assert "Togs upp igen 2 maj 2022, bekräftat av kansliet." in read(as_stranger)
    assert "Ångra svaret" in read(as_secretary)
    answer(as_secretary, earlier, later, "undo", f"{later.pk}-confirmed")
    assert "Kan ha tagits upp igen" in read(as_stranger)


def test_a_rejected_proposal_can_be_taken_back(as_secretary):
    earlier, later = on(2021, outcome="tabled"), on(2022)
    words = answer(as_secretary, earlier, later, "reject")
    assert f"Ett annat ärende, enligt kansliet: 2 maj 2022, {TITLE} Ångra svaret" in words
    answer(as_secretary, earlier, later, "undo", f"{later.pk}-rejected")
    assert TakenUp.objects.count() == 0


def test_who_answers_what_another_has_answered_is_told(as_secretary):
    earlier, later = on(2021, outcome="tabled"), on(2022)
    answer(as_secretary, earlier, later, "confirm")
    words = answer(as_secretary, earlier, later, "reject")
    assert words.startswith("Någon annan har svarat medan du läste. Så här står det nu.")


def test_nonsense_is_no_answer(as_secretary, as_staff):
    earlier, later = on(2021, outcome="tabled"), on(2022)
    address = f"{PAGE}{earlier.pk}/upptagen/{later.pk}/"
    backwards = f"{PAGE}{earlier.pk}/upptagen/{earlier.pk}/"
    statuses = [
        as_secretary.post(address, {"do": "x"}).status_code,
        as_secretary.post(backwards, {"do": "confirm"}).status_code,
        as_staff.post(address, {"do": "confirm"}).status_code,
        as_secretary.get(address).status_code,
    ]
    assert (statuses, TakenUp.objects.count()) == ([404, 404, 404, 405], 0)


def test_nothing_of_a_draft_stands_there_for_others(as_stranger, as_secretary):
    draft = a_draft(start_date=date(2021, 5, 2), body=a_body("Hemliga gruppen"))
    item = an_item(draft, title="Hemligt", outcome="tabled")
    topic = Topic.objects.create(name="Hemligt ämne", slug="hemligt", name_sort="h")
    topic.item_links.create(item=item, origin="person")
    an_assignment(item=item, text="Hemligt löfte", kind="promise")
    shown = [
        Page(client.get(PAGE)).main.count("Hemlig") > 0 for client in (as_stranger, as_secretary)
    ]
    assert shown == [False, True]


@pytest.mark.parametrize("rows", [1, 3])
def test_asks_the_same_for_one_row_and_three(rows, as_stranger, django_assert_num_queries):
    for number in range(rows):
        on(2015 + number, outcome="tabled")
        an_assignment(item=on(2018 + number), text="Vera återkommer.", kind="promise")
        on(2022 + number)
    with django_assert_num_queries(6):
        assert as_stranger.get(PAGE).status_code == 200


def test_on_paper_it_says_what_was_chosen(as_stranger):
    on(2021, outcome="tabled")
    page = Page(as_stranger.get(f"{PAGE}?organ=ledningsgruppen&amne=upphandling"))
    assert "Ledningsgruppen, Upphandling" in page.main
    assert "on-paper" not in as_stranger.get(PAGE).content.decode()
