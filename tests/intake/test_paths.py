import os
from pathlib import Path

import pytest

from intake.paths import find, is_companion, printable, read_file
from intake.text import MOST_BYTES, Unreadable


def why_not(path: Path) -> str:
    with pytest.raises(Unreadable) as error:
        read_file(path)
    assert error.value.sentence.endswith((".", ")."))
    return error.value.code


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00hej\r\n")
    assert read_file(tmp_path / "a.txt") == b"\x00hej\r\n"


def test_what_is_no_readable_file_has_a_reason(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert why_not(tmp_path / "missing.txt") == "missing"
    assert why_not(tmp_path / "link.txt") == "missing"
    assert why_not(tmp_path) == "folder"
    assert why_not(tmp_path / "pipe") == "not-a-file"
    assert why_not(Path("/dev/null")) == "not-a-file"


def test_a_file_over_the_limit_is_not_read_into_memory(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert why_not(tmp_path / "big.txt") == "too-large"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    (tmp_path / "a.txt").touch(mode=0)
    assert why_not(tmp_path / "a.txt") == "no-permission"


def test_folders_are_gone_through_in_the_order_of_their_names(tmp_path):
    for name in ["b/2.txt", "b/1.txt", "a.txt", "b/c/3.txt", ".hidden/4.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = find([tmp_path / "b", tmp_path, tmp_path / "gone"])
    inside = [tmp_path / name for name in ["b/1.txt", "b/2.txt", "b/c/3.txt"]]
    assert found.files == [*inside, tmp_path / "a.txt"]
    assert [(path.name, error.code) for path, error in found.unread] == [("gone", "missing")]


def test_what_lies_beside_minutes_is_passed_over_in_a_folder_but_not_when_named(tmp_path):
    for name in ["README.md", "LICENSE", ".DS_Store", "1.expected.json", "1.txt", "bild.bin"]:
        (tmp_path / name).touch()
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["1.txt", "bild.bin"]
    assert len(found.passed_over) == 4
    assert find([tmp_path / "README.md"]).files == [tmp_path / "README.md"]


def test_a_name_that_only_begins_like_a_companion_is_none():
    assert not is_companion(Path("readmeredovisning.txt"))


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").touch()
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    assert [path.name for path in find([tmp_path]).files] == ["1.txt"]


def test_a_name_that_is_no_text_becomes_printable():
    assert printable(os.fsdecode(b"m\xf6te\n.txt")) == "m?te\ufffd.txt"
