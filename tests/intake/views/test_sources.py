from datetime import date

import pytest

from intake import originals, pictures
from minutes.states import State
from tests.factories import (
    a_decision,
    a_document,
    a_draft,
    a_meeting,
    a_picture,
    a_printed_document,
    a_source,
    an_item,
)
from tests.pages import Page
from tests.printed import a_pdf

pytestmark = pytest.mark.django_db
TEXT = "Minnesanteckningar\nPlats Teams\n1. Trafik\nBeslut: Att vänta\n"


def a_printed(meeting=None, **fields):
    source = a_source(
        meeting,
        **{
            "text": f"{TEXT}{meeting}",
            "media_type": "application/pdf",
            "file_name": "anteckningar.pdf",
            "document": a_printed_document(TEXT),
            **fields,
        },
    )
    a_picture(source)
    return source


def picture_of(client, source, page=1, **headers):
    return client.get(f"/original/{source.sha256}/sida/{page}.png", headers=headers)


def lines_of(client, source, first, last):
    return client.get(f"/original/{source.sha256}/rader/{first}-{last}/")


class TestPageImage:
    def test_is_a_picture_and_nothing_else(self, as_stranger):
        source = a_printed(a_meeting())
        answer = picture_of(as_stranger, source)
        assert answer.content == b"page 1 of anteckningar.pdf"
        assert answer["Content-Type"] == "image/png"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_is_drawn_from_the_original_when_it_is_first_asked_for(self, as_stranger):
        data = a_pdf(TEXT)
        source = a_printed(a_meeting(), sha256=originals.keep(data))
        pictures.forget(source.sha256)
        assert picture_of(as_stranger, source).content.startswith(b"\x89PNG")

    @pytest.mark.parametrize("page", [0, 2, 99999999999999999999])
    def test_a_page_that_the_file_does_not_have_is_not_found(self, page, as_secretary):
        assert picture_of(as_secretary, a_printed(a_meeting()), page).status_code == 404

    def test_a_file_without_pages_has_no_pictures(self, as_secretary):
        source = a_printed(a_meeting(), media_type="text/plain")
        assert picture_of(as_secretary, source).status_code == 404

    @pytest.mark.parametrize("what", ["draft", "older version", "loose"])
    def test_what_is_not_shown_is_for_secretaries(
        self, what, as_stranger, as_director, as_secretary
    ):
        source = {
            "draft": lambda: a_printed(a_draft()),
            "older version": lambda: a_printed(a_meeting(), is_current=False),
            "loose": lambda: a_printed(),
        }[what]()
        for address in (picture_of, lambda *known: lines_of(*known, 1, 2)):
            assert address(as_stranger, source).status_code == 404
            assert address(as_director, source).status_code == 404
            assert address(as_secretary, source).status_code == 200

    def test_a_copy_counts_only_as_long_as_the_meeting_is_shown(self, as_stranger):
        source = a_printed(a_meeting())
        etag = picture_of(as_stranger, source)["ETag"]
        again = picture_of(as_stranger, source, if_none_match=etag)
        assert (again.status_code, again.content) == (304, b"")
        source.meeting.state = State.DRAFT
        source.meeting.save()
        assert picture_of(as_stranger, source, if_none_match=etag).status_code == 404

    def test_one_made_for_somebody_is_kept_by_nobody(self, as_secretary):
        answer = picture_of(as_secretary, a_printed(a_draft()))
        assert answer["Cache-Control"] == "private, no-store"

    def test_an_original_that_cannot_be_drawn_is_logged_not_shown(self, as_secretary, caplog):
        gone = a_printed(a_meeting())
        bad = a_printed(a_meeting(), sha256=originals.keep(b"%PDF-1.4 no more"))
        for source in (gone, bad):
            pictures.forget(source.sha256)
            assert picture_of(as_secretary, source).status_code == 404
        told = [one.args[1] for one in caplog.records if one.name == "intake.views.sources"]
        assert told == [gone.sha256, bad.sha256]


class TestLines:
    def test_are_marked_on_the_page_and_written_out_below(self, as_stranger):
        source = a_printed(a_meeting(start_date=date(2022, 10, 6)))
        page = Page(lines_of(as_stranger, source, 3, 4))
        marked = [box for box in page.all("rect") if "fact" in box.get("class", "")]
        assert [box["id"] for box in marked] == ["rad-3", "rad-4"]
        assert [image["src"] for image in page.all("img")] == [
            f"/original/{source.sha256}/sida/1.png"
        ]
        assert page.main == (
            "Ledningsgruppen 6 oktober 2022 Rad 3–4 i originalet Sida 1"
            " Så har raderna lästs 1 Minnesanteckningar 2 Plats Teams 3 1. Trafik"
            " 4 Beslut: Att vänta Hela källans text · Hämta originalet"
            f" (anteckningar.pdf, {source.size} byte)"
        )

    def test_of_a_text_are_marked_in_the_text(self, as_stranger):
        source = a_source(a_meeting(), TEXT, document=a_document(TEXT))
        page = Page(lines_of(as_stranger, source, 2, 2))
        assert page.all("img", "svg") == []
        assert [line["id"] for line in page.all("li") if line.get("class") == "fact"] == ["rad-2"]

    def test_only_their_own_pages_are_shown(self, as_stranger):
        document = a_printed_document(TEXT)
        document["pages"].append({"no": 2, "width": 595, "height": 842})
        document["lines"][3]["page"] = 2
        page = Page(lines_of(as_stranger, a_printed(a_meeting(), document=document), 4, 4))
        assert [figure["id"] for figure in page.all("figure")] == ["sida-2"]

    def test_read_off_a_scan_say_so_and_which_are_uncertain(self, as_stranger):
        document = a_printed_document(TEXT, origin="ocr", confidence=0.9)
        document["lines"][3]["confidence"] = 0.5
        page = Page(lines_of(as_stranger, a_printed(a_meeting(), document=document), 3, 4))
        assert (
            "Texten är läst från en inskannad bild av ett program."
            " Bilden är det som gäller. Osäkert lästa rader: 4."
        ) in page.main
        boxes = [box["id"] for box in page.all("rect") if "doubtful" in box.get("class", "")]
        assert boxes == ["rad-4"]

    @pytest.mark.parametrize(("first", "last"), [(0, 1), (3, 2), (1, 5), (9, 9), (1, 10**30)])
    def test_that_the_file_does_not_have_are_not_found(self, first, last, as_secretary):
        assert lines_of(as_secretary, a_printed(a_meeting()), first, last).status_code == 404

    def test_what_they_say_is_never_markup(self, as_stranger):
        text = "<script>alert(1)</script>\n"
        for media_type in ("application/pdf", "text/html"):
            source = a_printed(
                a_meeting(), media_type=media_type, document=a_printed_document(text)
            )
            scripts = Page(lines_of(as_stranger, source, 1, 1)).all("script")
        assert [script for script in scripts if not script.get("src", "").startswith("/")] == []


class TestDecision:
    def test_shows_its_own_strip_of_the_page(self, as_stranger):
        meeting = a_meeting()
        source = a_printed(meeting)
        decision = a_decision(an_item(meeting), first_line=3, last_line=4)
        page = Page(as_stranger.get(decision.get_absolute_url()))
        assert [(one["href"], one["width"]) for one in page.all("image")] == [
            (f"/original/{source.sha256}/sida/1.png", "595")
        ]
        assert len(page.all("rect")) == 2
        expected = f"/original/{source.sha256}/rader/3-4/#rad-3"
        assert page.link("Visa i originalet") == expected

    def test_from_a_text_has_no_strip(self, as_stranger):
        meeting = a_meeting()
        a_source(meeting, TEXT, document=a_document(TEXT))
        decision = a_decision(an_item(meeting), first_line=3, last_line=4)
        assert Page(as_stranger.get(decision.get_absolute_url())).all("image", "rect") == []
