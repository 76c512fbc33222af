import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from minutes.exports.characters import sound


@pytest.mark.parametrize("text", ["Åsa\toch\nÖrjan\r", "§ 12 – ”x” 😀"])
def test_an_ordinary_text_is_kept(text):
    assert sound(text) == text


@pytest.mark.parametrize(
    "sign", ["\0", "\x01", "\x0b", "\x1f", "\x7f", "\x85", "\ufffe", "\uffff"]
)
def test_a_control_character_is_left_out(sign):
    assert sound(f"en{sign} rad") == "en rad"


@given(st.text(st.characters(blacklist_categories=[])))
def test_xml_can_hold_whatever_is_left(text):
    element = etree.Element("a")
    element.text = sound(text)
    assert (element.text or "") == sound(text)
