import pytest

from intake import originals
from intake.receiving import receive
from tests.factories import a_draft, a_meeting, a_source

pytestmark = pytest.mark.django_db
BYTES = "Närvarande: Åsa\r\n<script>alert(1)</script>\n".encode("cp1252")


def a_file(meeting=None, **fields):
    return a_source(meeting, sha256=originals.keep(BYTES), **fields)


def fetch(client, source):
    return client.get(f"/original/{source.sha256}/")


def test_the_bytes_come_back_as_they_were(as_stranger):
    answer = fetch(as_stranger, a_file(a_meeting()))
    assert b"".join(answer) == BYTES
    assert answer["Content-Length"] == str(len(BYTES))


def test_a_browser_can_run_nothing_of_it(as_stranger):
    answer = fetch(as_stranger, a_file(a_meeting(), media_type="text/html", file_name="x.html"))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="x.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_page_of_html_that_was_uploaded_is_only_bytes_to_a_browser(as_secretary):
    page = b"<html><body><p>Protokoll 2022-10-06</p><script>alert(1)</script></body></html>"
    receipt = receive(page, "protokoll.html")
    answer = as_secretary.get(f"/original/{receipt.source_file.sha256}/")
    assert b"".join(answer) == page
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="protokoll.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("given", "disposition"),
    [
        ("protokoll 6 okt.txt", 'filename="protokoll 6 okt.txt"'),
        ("möte.txt", "filename*=utf-8''m%C3%B6te.txt"),
        ('a"b.txt', r'filename="a\"b.txt"'),
        ("../../etc/passwd", 'filename="passwd"'),
        ("C:\\tmp\\x.txt", 'filename="x.txt"'),
        ("a\r\nSet-Cookie: b.txt", 'filename="aSet-Cookie: b.txt"'),
        ("gnp.\u202etxt", 'filename="gnp.txt"'),
        ("...", 'filename="original"'),
    ],
)
def test_its_name_is_for_people_and_harms_no_header(given, disposition, as_stranger):
    answer = fetch(as_stranger, a_file(a_meeting(), file_name=given))
    assert answer["Content-Disposition"] == f"attachment; {disposition}"


def test_a_known_type_is_told(as_stranger):
    assert fetch(as_stranger, a_file(a_meeting()))["Content-Type"] == "text/plain"


@pytest.mark.parametrize("what", ["draft", "older version", "loose"])
def test_what_is_not_shown_is_for_secretaries(what, as_director, as_secretary):
    source = {
        "draft": lambda: a_file(a_draft()),
        "older version": lambda: a_file(a_meeting(), is_current=False),
        "loose": lambda: a_file(),
    }[what]()
    assert fetch(as_director, source).status_code == 404
    assert fetch(as_secretary, source).status_code == 200


@pytest.mark.parametrize("checksum", ["0" * 64, "A" * 64, "x", "..%2f..%2fetc"])
def test_an_unknown_checksum_is_not_found(checksum, as_secretary):
    assert as_secretary.get(f"/original/{checksum}/").status_code == 404


def test_a_missing_or_damaged_file_is_logged_not_served(as_stranger, caplog):
    gone = a_source(a_meeting(), "borta")
    assert fetch(as_stranger, gone).status_code == 404
    source = a_file(a_meeting())
    path = originals.path_of(source.sha256)
    path.chmod(0o600)
    path.write_bytes(b"annat")
    assert fetch(as_stranger, source).status_code == 404
    told = [record.args[0] for record in caplog.records if record.name == "intake.views.originals"]
    assert told == [gone.sha256, source.sha256]
