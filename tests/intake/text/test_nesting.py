"""Whatever is put into whatever: a reader gives lines or says why not, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.text.docx import Docx
from intake.text.html import Html
from intake.text.unreadable import Unreadable
from tests.intake.text.word_files import docx, level, listed, style

WORD = [
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "showingPlcHdr", "ins", "del",
    "moveFrom", "hyperlink", "pPr", "rPr", "numPr", "tcPr", "trPr", "vMerge", "txbxContent",
    "pict", "br", "tab", "sym", "sectPr", "fldChar", "tblGrid", "gridCol", "ruby", "rubyBase",
]  # fmt: skip
OTHER = ["mc:AlternateContent", "mc:Choice", "mc:Fallback"]
PAGE = [
    "p", "div", "table", "tr", "td", "caption", "tbody", "ol", "ul", "li", "dl", "dt", "dd", "b",
    "span", "br", "hr", "pre", "h1", "h2", "del", "blockquote",
]  # fmt: skip
VALUES = ["0", "1", "9", "-5", "99999999999999999999", "x", "", "begin", "separate", "end", "page"]
WORD_ATTRIBUTES = [f"w:{name}" for name in ("val", "type", "char", "fldCharType", "ilvl", "w")]
PAGE_ATTRIBUTES = ["start", "value", "type", "rowspan", "colspan", "class"]


def trees(tags: list[str], attributes: list[str]) -> st.SearchStrategy[str]:
    attribute = st.builds('{}="{}"'.format, st.sampled_from(attributes), st.sampled_from(VALUES))

    def element(inside: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
        return st.builds(
            lambda tag, said, within: f"<{tag} {said}>{''.join(within)}</{tag}>",
            st.sampled_from(tags),
            st.just("") | attribute,
            inside,
        )

    text = st.sampled_from(["Bo Ek", "1.", "\t", " ", "§ 5"])
    return st.recursive(text, lambda deeper: element(st.lists(deeper, max_size=4)), max_leaves=40)


WORD_TREES = trees([*(f"w:{tag}" for tag in WORD), *OTHER], WORD_ATTRIBUTES)
PAGE_TREES = trees(PAGE, PAGE_ATTRIBUTES)
STYLES = style("1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", based="1")


def numbers(reader: Docx | Html, data: bytes) -> list[int]:
    try:
        return [line.no for line in reader.read(data).lines]
    except Unreadable:
        return []


def are_dense(found: list[int]) -> bool:
    return found == list(range(1, len(found) + 1))


@settings(max_examples=150, deadline=None)
@given(WORD_TREES, WORD_TREES, WORD_TREES)
def test_any_nesting_of_a_word_file_is_lines_or_unreadable(body, styles, numbering):
    parts = {"styles": STYLES + styles, "numbering": listed(level(0)) + numbering}
    assert are_dense(numbers(Docx(), docx(body, **parts)))


@settings(max_examples=150, deadline=None)
@given(PAGE_TREES)
def test_any_nesting_of_a_page_is_lines_or_unreadable(body):
    assert are_dense(numbers(Html(), f"<html><body>{body}".encode()))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_bytes_are_lines_or_unreadable(data):
    known = bytearray(docx("<w:p><w:r><w:t>Bo Ek</w:t></w:r></w:p>", styles=STYLES))
    for _ in range(data.draw(st.integers(1, 4))):
        known[data.draw(st.integers(0, len(known) - 1))] = data.draw(st.integers(0, 255))
    assert are_dense(numbers(Docx(), bytes(known)))
