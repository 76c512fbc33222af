from datetime import date

import pytest

from accounts.models import User
from decisions.answers.answering import Said, answer
from decisions.models import Answer, Report
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    a_source,
    an_assignment,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
GIVEN = {"text": "Ja.", "answered_date": "2022-03-01", "adopted_date": "", "version": "0"}


@pytest.fixture
def decision():
    meeting = a_meeting(start_date=date(2022, 1, 10))
    a_source(meeting, "Mötet\nRespektive kommun svarar.\n")
    text = "Respektive kommun svarar."
    return a_decision(
        an_item(meeting), text=text, concerns="all_members", first_line=2, last_line=2
    )


@pytest.fixture
def in_haninge(as_staff, staff):
    """The browser of somebody who works in Haninge."""
    User.objects.filter(pk=staff.pk).update(organization=an_organization("Haninge"))
    return as_staff


def address(decision, slug: str = "haninge") -> str:
    return f"{decision.get_absolute_url()}svar/{slug}/"


def matrix(client, decision) -> str:
    main = Page(client.get(decision.get_absolute_url())).main
    return main.partition("Svar från var och en")[2]


class TestWhoMayWrite:
    def test_staff_for_their_own_municipality(self, decision, in_haninge):
        assert in_haninge.get(address(decision)).status_code == 200
        assert in_haninge.get(address(decision, "salem")).status_code == 404
        assert in_haninge.post(address(decision, "salem"), GIVEN).status_code == 404
        assert not Answer.objects.exists()

    def test_secretaries_for_all(self, decision, as_secretary):
        for slug in ("haninge", "salem"):
            assert as_secretary.post(address(decision, slug), GIVEN).status_code == 302
        assert Answer.objects.count() == 2

    @pytest.mark.parametrize("who", ["as_staff", "as_director"])
    def test_nobody_else_who_is_signed_in(self, who, decision, request):
        client = request.getfixturevalue(who)
        assert client.get(address(decision)).status_code == 404
        assert client.post(address(decision), GIVEN).status_code == 404

    def test_a_stranger_is_asked_to_log_in_and_loses_no_text(self, decision, as_stranger):
        assert as_stranger.get(address(decision)).status_code == 302
        answered = as_stranger.post(address(decision), GIVEN | {"text": "Ett långt svar."})
        assert (answered.status_code, Answer.objects.count()) == (401, 0)
        assert "Ett långt svar." in answered.content.decode()

    def test_nobody_for_one_that_the_decision_does_not_ask(self, decision, as_secretary):
        joint = a_decision(concerns="joint")
        an_organization("Gnesta", kind="municipality")
        for place in (address(decision, "gnesta"), address(joint), address(decision, "x")):
            assert as_secretary.get(place).status_code == 404

    def test_of_a_draft_only_secretaries(self, in_haninge, as_secretary):
        hidden = a_decision(an_item(a_draft()), concerns="all_members")
        assert in_haninge.get(address(hidden)).status_code == 404
        assert in_haninge.post(address(hidden), GIVEN).status_code == 404
        assert as_secretary.get(address(hidden)).status_code == 200

    def test_links_lead_to_what_one_may_write(
        self, decision, in_haninge, as_secretary, as_director
    ):
        def offered(client):
            links = Page(client.get(decision.get_absolute_url())).links
            return [link for link in links if "/svar/" in link]

        assert offered(in_haninge) == [address(decision)]
        assert (len(offered(as_secretary)), offered(as_director)) == (8, [])


class TestSaving:
    def test_an_answer_stands_in_the_matrix_for_everybody(self, decision, in_haninge, as_stranger):
        sent = in_haninge.post(address(decision), GIVEN | {"adopted_date": "2022-02-28"})
        assert sent["Location"] == f"{decision.get_absolute_url()}#svar-haninge"
        told = Page(in_haninge.get(decision.get_absolute_url())).text
        assert "Svaret från Haninge är sparat." in told
        shown = matrix(as_stranger, decision)
        assert shown.startswith(
            " 1 av 8 har svarat, 1 svar är antaget i fullmäktige."
            " Vad beslutet säger till var och en, och vad som har svarats"
            " Organisation Enligt beslutet Svar Antaget i fullmäktige"
            " Botkyrka gäller alla medverkande rad 2 inget svar registrerat inte registrerat"
            " Haninge gäller alla medverkande rad 2 Ja. 1 mars 2022 28 februari 2022"
        )

    def test_emptied_it_is_gone(self, decision, in_haninge, staff):
        answer(decision, an_organization("Haninge"), Said("Ja."), version=0, by=staff)
        nothing = {"text": " ", "answered_date": "", "adopted_date": "", "version": "1"}
        page = Page(in_haninge.post(address(decision), nothing, follow=True))
        assert "Haninge har inget svar i arkivet." in page.text
        assert not Answer.objects.exists()

    def test_the_form_shows_what_is_stored_and_by_whom(self, decision, in_haninge, secretary):
        said = Said("Ja.", date(2022, 3, 1))
        answer(decision, an_organization("Haninge"), said, version=0, by=secretary)
        page = Page(in_haninge.get(address(decision)))
        assert page.problems == []
        fields = {one["name"]: one.get("value", "") for one in page.all("input")}
        assert (fields["answered_date"], fields["adopted_date"]) == ("2022-03-01", "")
        assert fields["version"] == "1"
        assert "Sparat av sekreteraren" in page.main

    @pytest.mark.parametrize(
        ("field", "value", "told"),
        [
            ("answered_date", "i våras", "Skriv dagen som 2022-10-06"),
            ("adopted_date", "2999-01-01", "Dagen har inte varit än."),
            ("text", "x" * 20_001, "Texten är för lång: högst 20000 tecken."),
        ],
    )
    def test_what_cannot_be_kept_is_told_and_stays_on_the_page(
        self, field, value, told, decision, in_haninge
    ):
        refused = in_haninge.post(address(decision), GIVEN | {field: value})
        assert (refused.status_code, Answer.objects.count()) == (422, 0)
        assert told in Page(refused).main
        assert value in refused.content.decode()

    def test_whoever_comes_second_sees_both_texts_and_may_save_again(
        self, decision, in_haninge, as_secretary
    ):
        as_secretary.post(address(decision), GIVEN | {"text": "Kansliets text."})
        refused = in_haninge.post(address(decision), GIVEN | {"text": "Kommunens text."})
        page = Page(refused)
        assert (refused.status_code, page.problems) == (409, [])
        assert "sekreteraren sparade svaret" in page.main
        assert "Kansliets text." in page.main
        assert "Kommunens text." in refused.content.decode()
        [version] = [one["value"] for one in page.all("input") if one["name"] == "version"]
        again = GIVEN | {"text": "Kommunens text.", "version": version}
        assert in_haninge.post(address(decision), again).status_code == 302
        assert Answer.objects.get().text == "Kommunens text."

    def test_whoever_writes_while_another_takes_it_away_is_told(
        self, decision, in_haninge, as_secretary, staff
    ):
        answer(decision, an_organization("Haninge"), Said("Ja."), version=0, by=staff)
        as_secretary.post(address(decision), {"version": "1"})
        refused = in_haninge.post(address(decision), GIVEN | {"text": "Nytt.", "version": "1"})
        assert refused.status_code == 409
        assert "Någon annan har tagit bort svaret" in Page(refused).main

    def test_pressed_twice_it_is_saved_once(self, decision, in_haninge):
        for _ in range(2):
            assert in_haninge.post(address(decision), GIVEN).status_code == 302
        assert Answer.history.count() == 1


class TestTheAssignmentIsDone:
    @pytest.fixture
    def task(self, decision):
        return an_assignment(
            decision, kind="reply", responsible_organization=an_organization("Haninge")
        )

    def fields(self, page) -> dict[str, str]:
        return {one["name"]: one.get("value", "") for one in page.all("input")}

    def ticked(self, task, **more) -> dict[str, str]:
        return GIVEN | {"is_done": "on", "task": task.public_id, "seen": "0"} | more

    def test_a_tick_tells_it_with_the_answer(self, decision, task, in_haninge, as_stranger):
        page = Page(in_haninge.get(address(decision)))
        assert page.problems == []
        assert "Uppdraget är klart Pågår, ingen tid anges. Kryssa om" in page.main
        sent = {"is_done": "on", **{name: self.fields(page)[name] for name in ("task", "seen")}}
        told = Page(in_haninge.post(address(decision), GIVEN | sent, follow=True))
        assert "Svaret från Haninge är sparat. Uppdraget är antecknat som klart." in told.text
        shown = Page(as_stranger.get(task.get_absolute_url())).main
        assert "Klart Markerat som klart när svaret skrevs. antecknat" in shown

    def test_it_can_be_taken_back_like_any_other(self, decision, task, in_haninge):
        in_haninge.post(address(decision), self.ticked(task))
        seen = Report.objects.get().pk
        again = {"status": "open", "seen": str(seen)}
        assert in_haninge.post(f"{task.get_absolute_url()}lage/", again).status_code == 302
        task.refresh_from_db()
        assert task.status == "open"
        assert "Uppdraget är klart" in Page(in_haninge.get(address(decision))).main

    def test_without_the_tick_it_stays_as_it_is(self, decision, task, in_haninge):
        sent = self.ticked(task)
        del sent["is_done"]
        assert in_haninge.post(address(decision), sent).status_code == 302
        assert (Answer.objects.count(), Report.objects.count()) == (1, 0)

    @pytest.mark.parametrize("of", [{"status": "done"}, {"standing": "rejected"}])
    def test_it_is_only_offered_for_what_is_open(self, of, decision, in_haninge):
        haninge, salem = an_organization("Haninge"), an_organization("Salem")
        an_assignment(decision, responsible_organization=haninge, **of)
        an_assignment(decision, responsible_organization=salem)
        page = Page(in_haninge.get(address(decision)))
        assert "Uppdraget är klart" not in page.main
        assert {"is_done", "task", "seen"} & set(self.fields(page)) == set()

    def test_that_to_reply_is_offered_before_another(self, decision, task, in_haninge):
        other = an_assignment(decision, responsible_organization=task.responsible_organization)
        for offered in (task, other):
            page = Page(in_haninge.get(address(decision)))
            assert self.fields(page)["task"] == offered.public_id
            in_haninge.post(address(decision), self.ticked(offered, version="0"))

    def test_nobody_ticks_what_another_is_to_do(self, decision, task, in_haninge):
        other = an_assignment(decision, responsible_organization=an_organization("Salem"))
        refused = in_haninge.post(address(decision), self.ticked(other))
        assert (refused.status_code, Report.objects.count()) == (422, 0)
        assert "Uppdraget har tagits bort medan du skrev." in Page(refused).main

    def test_what_was_told_meanwhile_is_shown_and_both_may_be_sent_again(
        self, decision, task, in_haninge, as_secretary
    ):
        told = {"status": "open", "note": "Mer kommer.", "seen": "0"}
        as_secretary.post(f"{task.get_absolute_url()}lage/", told)
        refused = in_haninge.post(address(decision), self.ticked(task, text="Kommunens."))
        page = Page(refused)
        assert (refused.status_code, page.problems, Answer.objects.count()) == (409, [], 0)
        assert "Någon annan har berättat hur uppdraget går" in page.main
        assert "Mer kommer." in page.main
        assert "Kommunens." in refused.content.decode()
        [tick] = [one for one in page.all("input") if one["name"] == "is_done"]
        again = self.ticked(task, text="Kommunens.", seen=self.fields(page)["seen"])
        assert ("checked" in tick, in_haninge.post(address(decision), again).status_code) == (
            True,
            302,
        )
        task.refresh_from_db()
        assert (task.status, Answer.objects.get().text) == ("done", "Kommunens.")

    def test_what_is_done_meanwhile_needs_no_tick(self, decision, task, in_haninge, as_secretary):
        as_secretary.post(f"{task.get_absolute_url()}lage/", {"status": "done", "seen": "0"})
        page = Page(in_haninge.post(address(decision), self.ticked(task)))
        assert "Någon annan har berättat hur uppdraget går" in page.main
        assert {"is_done", "task", "seen"} & set(self.fields(page)) == set()
        assert in_haninge.post(address(decision), GIVEN).status_code == 302
        assert Report.objects.count() == 1


class TestMatrix:
    def test_a_decision_that_asks_for_an_answer_says_by_when(self, decision, as_stranger):
        due = {"due_date": date(2022, 6, 30), "due_text": "senast den 30 juni"}
        salem = an_organization("Salem")
        an_assignment(decision, responsible_organization=salem, kind="reply", **due)
        shown = matrix(as_stranger, decision)
        assert "0 av 8 har svarat." in shown
        assert (
            "Salem ska svara, senast torsdag 30 juni 2022 (i källan: ”senast den 30 juni”) rad 2"
            " inget svar registrerat"
        ) in shown
        assert "inte att de ska svara" not in shown

    def test_one_that_asks_for_none_keeps_the_table_folded(self, decision, as_stranger):
        shown = matrix(as_stranger, decision)
        assert shown.startswith(" Inga svar är registrerade. Visa vilka beslutet gäller")
        assert "Beslutet säger vilka det gäller, inte att de ska svara." in shown
        assert "Att inget svar är registrerat betyder inte nej" in shown

    def test_a_joint_decision_has_none(self, as_stranger):
        joint = a_decision(concerns="joint")
        assert matrix(as_stranger, joint) == ""

    @pytest.mark.parametrize("rows", [1, 3])
    def test_answers_take_no_more_questions(
        self, rows, decision, as_stranger, secretary, django_assert_num_queries
    ):
        for name in ["Haninge", "Salem", "Tyresö"][:rows]:
            organization = an_organization(name)
            an_assignment(decision, responsible_organization=organization, kind="reply")
            answer(decision, organization, Said("Ja."), version=0, by=secretary)
        with django_assert_num_queries(4):
            as_stranger.get(decision.get_absolute_url())

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_form_takes_as_many_whoever_has_answered(
        self, rows, decision, in_haninge, secretary, django_assert_num_queries
    ):
        for name in ["Haninge", "Salem", "Tyresö"][:rows]:
            answer(decision, an_organization(name), Said("Ja."), version=0, by=secretary)
        with django_assert_num_queries(6):
            in_haninge.get(address(decision))
