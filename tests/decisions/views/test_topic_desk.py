"""Topics as secretaries change them: told first, refused where another was there before."""

import pytest
from django.test import Client

from decisions.models import ItemTopic, Topic, TopicMerge
from decisions.topic_changing import seen
from tests.factories import a_topic, an_item
from tests.pages import Page

pytestmark = pytest.mark.django_db
FIELDS = {"short_title": "", "aliases": "", "terms": "elnät*", "parent": "", "description": ""}


@pytest.fixture
def topic():
    return a_topic("Elen", terms=["elnät*"])


@pytest.fixture
def as_secretary(secretary, django_capture_on_commit_callbacks):
    """What she has done later is done when her browser has its answer."""
    client = Client()
    client.force_login(secretary)
    post = client.post

    def post_and_wait(*args, follow=False, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            answer = post(*args, **kwargs)
        return client.get(answer.url) if follow and answer.status_code == 302 else answer

    client.post = post_and_wait
    return client


def save(client, topic, **fields):
    sent = {**FIELDS, "do": "save", "name": topic.name, "token": seen(topic), **fields}
    return client.post("/amnen/elen/andra/", sent, follow=True)


def test_only_secretaries_change_a_topic(topic, as_staff, as_secretary):
    assert as_staff.get("/amnen/elen/andra/").status_code == 404
    assert as_staff.post("/amnen/elen/andra/").status_code == 404
    assert as_secretary.get("/amnen/elen/andra/").status_code == 200
    words = "Byt namn, slå ihop eller föreslå på nytt"
    assert Page(as_secretary.get("/amnen/elen/")).link(words) == "/amnen/elen/andra/"
    assert words not in Page(as_staff.get("/amnen/elen/")).main


def test_a_name_and_words_are_saved_and_told_in_numbers(topic, as_secretary):
    an_item(title="Fjärrvärme")
    answer = save(as_secretary, topic, name="Kraft", short_title="El", terms="fjärrvärme*")
    assert Page(answer).main == (
        "Ämnet är sparat. Kraft Ämnet föreslås på nytt"
        " Föreslaget på nytt: 1 punkt och 0 beslut har kommit till,"
        " 0 punkter och 0 beslut har fallit bort. Det som en person har satt är orört."
        " Föreslå på nytt Tillbaka till ämnet"
    )
    assert "El 1 punkt" in Page(as_secretary.get("/amnen/")).main


def test_the_later_of_two_saves_is_refused_and_both_texts_are_shown(topic, as_secretary):
    token = seen(topic)
    save(as_secretary, topic, name="Kraft")
    answer = save(as_secretary, topic, name="Energi", token=token)
    page = Page(answer)
    assert answer.status_code == 409
    assert "Någon har sparat ämnet medan du skrev." in page.main
    assert "Din text Energi Den sparade Kraft" in page.main
    topic.refresh_from_db()
    assert topic.name == "Kraft"
    again = {"token": seen(topic), "name": "Energi"}
    assert save(as_secretary, topic, **again).status_code == 200


def test_what_is_wrong_is_said_and_what_was_written_and_read_stays(topic, as_secretary):
    token = seen(topic)
    answer = save(as_secretary, topic, name="Upphandling", short_title="Upp")
    page = Page(answer)
    assert answer.status_code == 422
    assert "Ett annat ämne heter så. Välj ett annat namn, eller slå ihop dem." in page.main
    values = {one["name"]: one.get("value") for one in page.all("input") if "name" in one}
    assert (values["short_title"], values["token"]) == ("Upp", token)


def test_merging_is_told_then_done_and_the_old_address_leads_on(topic, as_secretary):
    ItemTopic.objects.create(item=an_item(), topic=topic, origin="person")
    told = Page(as_secretary.get("/amnen/elen/andra/?med=upphandling"))
    assert "”Elen” blir en del av ”Upphandling”. Punkter 1 flyttas Beslut 0 flyttas" in told.main
    assert "Sökord som tas över elnät* Namn som tas över Elen" in told.main
    sent = {"do": "merge", "med": "upphandling"}
    sent["token"] = seen(topic, Topic.objects.get(slug="upphandling"))
    answer = as_secretary.post("/amnen/elen/andra/", sent, follow=True)
    assert "”Elen” hör nu till ”Upphandling”." in Page(answer).main
    assert as_secretary.get("/amnen/elen/").url == "/amnen/upphandling/"
    assert as_secretary.get("/amnen/elen/andra/").url == "/amnen/upphandling/andra/"
    assert as_secretary.get("/beslut/?amne=elen").status_code == 200
    assert as_secretary.post("/amnen/elen/andra/", sent, follow=True).status_code == 200


def test_merging_what_has_changed_is_told_anew(topic, as_secretary):
    sent = {"do": "merge", "med": "upphandling", "token": "gammal"}
    answer = as_secretary.post("/amnen/elen/andra/", sent)
    assert answer.status_code == 409
    assert "Något av ämnena har ändrats medan du läste." in Page(answer).main
    assert TopicMerge.objects.count() == 0


def test_a_merged_topic_is_nowhere_offered_until_it_is_taken_apart(topic, as_secretary):
    into = Topic.objects.get(slug="upphandling")
    sent = {"do": "merge", "med": into.slug, "token": seen(topic, into)}
    as_secretary.post("/amnen/elen/andra/", sent)
    places = ["/amnen/", "/beslut/", "/amnen/upphandling/andra/?med=x", "/sitemap.xml"]
    shown = [as_secretary.get(place).content.decode().count("elen") for place in places]
    assert shown == [0, 0, 1, 0]  # where it can be taken apart
    found = as_secretary.get("/sok/forslag/?q=elen").json()["suggestions"]
    assert [one["address"] for one in found] == ["/amnen/upphandling/"]
    part = {"do": "unmerge", "token": str(TopicMerge.objects.get().pk)}
    answer = as_secretary.post("/amnen/elen/andra/", part, follow=True)
    assert "”Elen” är ett eget ämne igen." in Page(answer).main


def test_a_saved_question_about_a_merged_topic_asks_for_the_other(topic, as_secretary):
    into = Topic.objects.get(slug="upphandling")
    topic.merged_into = into
    topic.save()
    asked = Page(as_secretary.get("/beslut/?amne=elen")).main
    assert asked == Page(as_secretary.get("/beslut/?amne=upphandling")).main


def test_suggesting_anew_is_told_in_numbers(topic, as_secretary):
    an_item(title="Elnätet")
    answer = as_secretary.post("/amnen/elen/andra/", {"do": "suggest"}, follow=True)
    assert "Föreslaget på nytt: 1 punkt och 0 beslut har kommit till" in Page(answer).main
