import pytest

from intake.text import Unreadable
from intake.text.kinds import DOC, RTF
from intake.text.office import refuse_bomb


@pytest.mark.parametrize(
    "data",
    [b"{\\rtf1" + b"{x" * 600 + b"}" * 601, b"{\\rtf1" + b"{}" * 600_000],
    ids=["deep", "many"],
)
def test_groups_without_end_are_refused(data):
    with pytest.raises(Unreadable) as caught:
        refuse_bomb(data, RTF)
    assert caught.value.code == "rtf-nested"


def test_ordinary_groups_and_braces_in_the_text_are_not():
    rtf = b"{\\rtf1" + b"{\\b x}" * 5000 + rb"\{" * 5000 + b"}"
    assert [refuse_bomb(rtf, RTF), refuse_bomb(b"{" * 5000, DOC)] == [None, None]
