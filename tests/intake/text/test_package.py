import io
import random
import struct
import time
import tracemalloc
import zipfile

import pytest

from intake.text.docx import Docx
from intake.text.package import MOST_MEMBERS, Package, parse_xml
from intake.text.unreadable import Unreadable
from tests.intake.text.word_files import MAIN, NAMESPACES, docx, packed, para

MB = 1024 * 1024
LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def refusal(data: bytes) -> str:
    """The code of the refusal; it must come fast and with little memory."""
    tracemalloc.start()
    begun = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        Docx().read(data)
    took, (_, most) = time.monotonic() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (took < 2, most < 100 * MB) == (True, True)
    return caught.value.code


def long_zip(size: int, name: str = "word/media/a.bin") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, b"<a/>")
        with archive.open(name, "w") as member:
            for _ in range(size // MB):
                member.write(bytes(MB))
    return target.getvalue()


def patched(data: bytes, sign: bytes, offset: int, form: str, value: int) -> bytes:
    """The bytes with a number changed behind the last ``sign``."""
    at = data.rindex(sign) + offset
    return data[:at] + struct.pack(form, value) + data[at + struct.calcsize(form) :]


def test_a_bomb_is_refused_before_it_is_inflated():
    assert refusal(long_zip(199 * MB)) == "zip-bomb"


def test_many_members_that_are_large_together_are_a_bomb():
    parts = {f"word/media/{no}.bin": bytes(MB) for no in range(101)}
    assert refusal(packed({MAIN: b"<a/>", **parts})) == "zip-bomb"


def test_a_member_that_inflates_to_more_than_it_says_is_a_bomb():
    data = packed({MAIN: b" " * 5 * MB})
    for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        data = patched(data, sign, offset, "<I", 1000)
    assert refusal(data) == "zip-bomb"


def test_a_part_that_is_read_has_a_limit_of_its_own():
    noise = random.Random(1).randbytes(400_000)  # noqa: S311 - the same in every run
    assert refusal(packed({MAIN: noise + bytes(41 * MB)})) == "zip-bomb"


def test_more_members_than_a_document_has_are_refused():
    parts = {f"word/{no}.xml": b"" for no in range(MOST_MEMBERS)}
    assert refusal(packed({MAIN: b"<a/>", **parts})) == "zip-members"


def test_a_hundred_thousand_members_are_refused():
    entry = b"PK\x01\x02" + bytes(42)
    assert refusal(docx(para("a")) + entry * 100_000) == "zip-members"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_asked_for_again(share):
    data = docx("".join(para(f"Rad {no}") for no in range(2_000)))
    assert refusal(data[: int(len(data) * share)]) == "zip-damaged"


@pytest.mark.parametrize(
    ("sign", "offset", "form", "value"),
    [
        (b"PK\x03\x04", 22, "<I", 7),  # its own header tells another size
        (b"PK\x03\x04", 30, "<B", 65),  # another name
        (b"PK\x01\x02", 42, "<I", 5),  # no header where the directory says
        (b"PK\x01\x02", 42, "<I", 0),  # that of another member
        (b"PK\x01\x02", 10, "<H", 12),  # another packing
        (b"PK\x01\x02", 16, "<I", 1),  # another check sum
    ],
)
def test_headers_that_lie_are_damage(sign, offset, form, value):
    data = packed({"word/a.xml": b"<a/>", MAIN: b"<b/>"})
    assert refusal(patched(data, sign, offset, form, value)) == "zip-damaged"


def test_members_that_share_their_bytes_are_damage():
    data = packed({"word/a.xml": b"<a/>" * 99, MAIN: b"<b/>"})
    kernel = data.index(b"PK\x03\x04")
    size = len(data) - data.rindex(b"PK\x03\x04")
    for sign, offset in ((b"PK\x01\x02", 20), (b"PK\x03\x04", 18)):
        at = data.index(sign, kernel) + offset
        data = data[:at] + struct.pack("<I", size) + data[at + 4 :]
    assert refusal(data) == "zip-damaged"


def test_two_members_of_one_name_are_damage():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(MAIN, b"<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(MAIN, b"<b/>")
    assert refusal(target.getvalue()) == "zip-damaged"


def test_an_encrypted_member_asks_for_its_password_to_go():
    data = docx(para("a"))
    assert refusal(patched(data, b"PK\x01\x02", 8, "<H", 1)) == "password"


def test_a_zip_in_the_zip_is_never_opened():
    data = docx(para("Bo Ek"), inner=long_zip(90 * MB))
    assert [line.text for line in Docx().read(data).lines] == ["Bo Ek"]


def test_an_archive_without_a_main_part_is_no_word_file():
    assert refusal(packed({"a.txt": b"Bo Ek"})) == "format"


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE, b"<!DOCTYPE a>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(declared, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{declared.decode()}<a/>'
    assert refusal(packed({MAIN: text.encode(encoding)})) == "xml-entities"


def test_a_declaration_is_refused_before_it_is_parsed():
    assert refusal(packed({MAIN: b"<!DOCTYPE a [<!ENTITY"})) == "xml-entities"


@pytest.mark.parametrize(
    "content",
    [b"", b"<a", b"<a><b></a>", b"\x00\x01", b"<a/>", b"<a>&unknown;</a>", b"<a>" * 5000],
)
def test_a_part_that_is_no_document_is_damage(content):
    assert refusal(packed({MAIN: content})) == "docx-damaged"


def test_elements_too_deep_within_each_other_are_damage():
    deep = "<w:ins>" * 230 + "</w:ins>" * 230
    assert refusal(docx(deep)) == "docx-damaged"


def test_more_elements_than_minutes_have_are_too_long():
    content = b"<w:p/>" * 3_000_000
    data = f"<w:document {NAMESPACES}>".encode() + content + b"</w:document>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(MAIN, data)
    assert refusal(target.getvalue()) == "too-long"


def test_a_stored_member_is_read():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a", b"Bo Ek")
    assert Package(target.getvalue()).read("a") == b"Bo Ek"


def test_a_member_whose_size_follows_it_is_read():
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    target = Stream()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"Bo Ek" * 99)
    assert Package(target.getvalue()).read("a") == b"Bo Ek" * 99


def test_the_parser_leaves_comments_and_instructions_out():
    root = parse_xml(b"<?go now?><a><!-- b --><c/></a>")
    assert [child.tag for child in root] == ["c"]
