"""Every page of what falls between two meetings shows something in the demonstration archive."""

from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from lxml import html

from decisions.models import Assignment, Decision
from tests.factories import a_secretary
from tests.intake.own_archive import ROOT
from tests.pages import Page

pytestmark = pytest.mark.django_db
SAMPLES = ROOT / "intake/samples"
TODAY = "2026-11-21T12:00+01:00"


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker, tmp_path_factory):
    """What ``make run`` lays out, once for all tests of this file, and taken away after them."""
    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    chosen = {"DEBUG": True, "ORIGINALS_DIR": tmp_path_factory.mktemp("originals")}
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(**chosen):
        with time_machine.travel(TODAY):
            a_secretary()
            call_command("import_minutes", SAMPLES, "--publish", **quiet)
            call_command("ensure_demo_example")
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demonstration(archive, db):
    with time_machine.travel(TODAY):
        yield


def shown(client, address: str) -> dict[str, int]:
    """How many rows stand below each heading of a page."""
    main = html.fromstring(client.get(address).content.decode()).get_element_by_id("innehall")
    found: dict[str, int] = {}
    heading = ""
    for node in main.iter("h2", "h3", "li", "tr", "dt"):
        if node.tag in ("h2", "h3"):
            heading = " ".join(node.text_content().split())
            found[heading] = 0
        elif heading and _is_row(node):
            found[heading] += 1
    return found


def _is_row(node) -> bool:
    """Not what stands below a row; the points of an agenda are parts of the page."""
    if node.tag == "tr":
        return node.getparent().tag == "tbody"
    lists = [one for one in node.iterancestors("ul", "ol") if one.get("class") != "agenda"]
    return len(lists) == (node.tag == "li")


def test_every_section_of_the_assignments_has_some(as_stranger):
    assert shown(as_stranger, "/uppdrag/") == {
        "Tiden har gått ut": 11,
        "Den här månaden": 1,
        "Senare": 4,
        "Utan tid": 10,
    }
    closed = dict.fromkeys(("klart", "avfort", "ersatt"), 0)
    for status in closed:
        closed[status] = shown(as_stranger, f"/uppdrag/?status={status}")["Inte öppna längre"]
    assert closed == {"klart": 13, "avfort": 8, "ersatt": 1}
    told = Assignment.objects.get(decision__text__startswith="Yrsa Lindvåg tar fram en karta")
    assert (
        "Vad som har sagts 13 nov 2026 Klart Kartan är klar och utskickad."
        " sades vid Ledningsgruppen 13 nov 2026"
    ) in Page(as_stranger.get(told.get_absolute_url())).main


def test_a_decision_has_answers_and_who_stands_behind_it(as_stranger):
    asking = Decision.objects.get(item__title="Laddplatser vid pendeltågen", position=2)
    words = Page(as_stranger.get(asking.get_absolute_url())).main
    assert "3 av 8 har svarat, 1 svar är antaget i fullmäktige." in words
    assert "Företrädd på distans Södertälje" in words
    assert "Inte företrädd, står bakom enligt spelregeln Nynäshamn" in words


def test_every_list_of_what_is_outstanding_or_missing_has_some(as_stranger):
    assert shown(as_stranger, "/utestaende/") == {
        "Uppskjutet och inte upptaget": 5,
        "Kan ha tagits upp igen": 3,
        "Återkommer eller tas upp senare": 1,
        "Ur mötenas listor över utestående ärenden": 1,
        "Ärenden som har tystnat": 13,
        "Upptaget igen": 1,
    }
    assert shown(as_stranger, "/moten/tackning/") == {
        "Ledningsgruppen: 7 möten saknas": 7,
        "Samarbetskommittén: 8 möten saknas": 8,
        "Utredda": 2,
        "Flyttade eller inställda": 1,
        "Kommande möten": 3,
    }


def test_each_body_has_an_agenda_with_a_day(as_secretary):
    days = {
        "ledningsgruppen": "Tid fredag 18 december 2026, kl. 8.30 Plats enligt källan:",
        "samarbetskommitten": "Tid torsdag 7 januari 2027 Plats enligt källan:",
    }
    for body, day in days.items():
        assert day in Page(as_secretary.get(f"/organ/{body}/dagordning/")).main
    groups = shown(as_secretary, "/organ/ledningsgruppen/dagordning/").items()
    assert {heading: number for heading, number in groups if number} == {
        "Anteckningarna från senaste mötet": 1,
        "Bordlagt och utlovat": 4,
        "Ska vara klart till mötet": 3,
        "Tiden har gått ut": 11,
        "Utan angiven dag": 4,
        "Planerade möten enligt anteckningarna": 2,
    }
    decided = shown(as_secretary, "/organ/samarbetskommitten/dagordning/")
    assert decided["Datum att bestämma"] == 1


def test_every_part_of_an_introduction_has_some(as_stranger):
    assert shown(as_stranger, "/kommuner/haninge/introduktion/") == {
        "Öppna åtaganden": 1,
        "Beslut där kommunens svar saknas": 2,
        "Det här pågår": 12,
        "Beslut det senaste året": 4,
        "Kommande datum": 3,
        "De som företräder kommunen": 2,
        "Gruppens spelregler": 0,  # told in sentences
    }
    words = Page(as_stranger.get("/kommuner/haninge/introduktion/")).main
    assert "Gruppens spelregler Ledningsgruppen från 18 mars 2022: ”Den som inte deltar" in words


def test_the_half_year_before_has_decisions_and_assignments_of_each_kind(as_stranger):
    words = Page(as_stranger.get("/uppfoljning/")).main
    assert words.startswith("Uppföljning 1 januari 2026 – 30 juni 2026 15 beslut.")
    assert "Pågår Över tiden Klart Avfört Ersatt Utan uppdrag" in words
    assert "Alla 15 8 4 2 – 1 4 " in words


def test_a_topic_is_merged_another_stands_below_one_and_has_a_short_name(as_stranger):
    assert as_stranger.get("/amnen/effektbrist/")["Location"] == "/amnen/elektrifiering/"
    words = Page(as_stranger.get("/amnen/elektrifiering/")).main
    assert "Även: Effektbrist" in words
    for told in ("Effektbrist i elnätet Beslut", "Information", "Beslut och uppdrag", "Bordlagt"):
        assert told in words
    assert "Tvärförbindelsen 7 punkter" in Page(as_stranger.get("/amnen/")).main
