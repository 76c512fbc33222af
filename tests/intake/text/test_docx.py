import pytest

from intake.text.document import Cell
from intake.text.docx import Docx, is_encrypted_office
from tests.intake.text.word_files import (
    cell,
    docx,
    level,
    lines,
    listed,
    numbered,
    packed,
    para,
    part,
    raws,
    read,
    row,
    run,
    style,
    styled,
    table,
)

PAGE = '<w:r><w:br w:type="page"/></w:r>'
WENT_ON = "<w:r><w:lastRenderedPageBreak/></w:r>"
FORMERLY = "<w:sectPrChange><w:sectPr/></w:sectPrChange>"
GOES_ON = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'


def box(text: str) -> str:
    return f"<w:txbxContent>{para(text)}</w:txbxContent>"


def prompt(inside: str) -> str:
    content = f"<w:sdtContent>{inside}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>"


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


# --- What is printed ---


def test_paragraphs_are_lines_with_their_own_blocks():
    found = lines(para("Bo Ek talar.") + para() + para("Eva Sten svarar."))
    assert [(one.no, one.raw, one.text, one.block, one.soft_wrap) for one in found] == [
        (1, "Bo Ek talar.", "Bo Ek talar.", 1, False),
        (2, "", "", 2, False),
        (3, "Eva Sten svarar.", "Eva Sten svarar.", 3, False),
    ]


@pytest.mark.parametrize("wrapper", ["ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir"])
def test_text_inside_is_kept(wrapper):
    assert raws(para("Bo ", f"<w:{wrapper}>{run('Ek')}</w:{wrapper}>", " talar")) == [
        "Bo Ek talar"
    ]


@pytest.mark.parametrize(
    "gone",
    [
        f"<w:del>{run('bort')}</w:del>",
        "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('bort')}</w:moveFrom>",
        run("bort", "<w:vanish/>"),
        run("bort", '<w:rStyle w:val="Dold"/>'),
        "<w:r><w:instrText>bort</w:instrText></w:r>",
        '<w:r><w:commentReference w:id="1"/></w:r>',
        f"<w:ins><w:del>{run('bort')}</w:del></w:ins>",
    ],
)
def test_what_is_deleted_or_hidden_is_gone(gone):
    styles = style("Dold", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    assert raws(para("Bo ", gone, "Ek"), styles=styles) == ["Bo Ek"]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(mark):
    joined = para("Bo ", look=f"<w:rPr><w:{mark}/></w:rPr>") + numbered("Ek")
    assert raws(joined + numbered("Sten"), numbering=listed(level(0))) == ["1. Bo Ek", "2. Sten"]


def test_a_deleted_paragraph_leaves_nothing():
    gone = para(f"<w:del>{run('bort')}</w:del>", look="<w:rPr><w:del/></w:rPr>")
    assert raws(para("Bo Ek") + gone + para("Eva Sten")) == ["Bo Ek", "Eva Sten"]


def test_a_hidden_paragraph_is_no_blank_line():
    hidden = para(run("bort", "<w:vanish/>"), look="<w:rPr><w:vanish/></w:rPr>")
    assert raws(para("Bo Ek") + hidden + para("Eva Sten")) == ["Bo Ek", "Eva Sten"]


def test_a_field_prints_its_result():
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{sign('begin')}{run('bort')}{sign('separate')}{run('bort')}{sign('end')}"
    field = f"{sign('begin')}{run('IF')}{inner}{sign('separate')}{run('Ek')}{sign('end')}"
    assert raws(para("Bo ", field, " talar")) == ["Bo Ek talar"]


def test_a_field_that_never_ends_hides_no_later_paragraph():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert raws(para(begun, "bort") + para("Bo Ek")) == ["", "Bo Ek"]


@pytest.mark.parametrize(
    ("sign", "printed"),
    [
        ("<w:noBreakHyphen/>", "a-b"),
        ("<w:softHyphen/>", "ab"),
        ("<w:tab/>", "a\tb"),
        ("<w:ptab/>", "a\tb"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "a☒b"),
        ('<w:sym w:font="Symbol" w:char="F02D"/>', "a-b"),
        ('<w:sym w:font="Symbol" w:char="zz"/>', "ab"),
    ],
)
def test_signs_are_printed(sign, printed):
    assert [one.text for one in lines(para("a", f"<w:r>{sign}</w:r>", "b"))] == [printed]


@pytest.mark.parametrize("sign", ["br", "cr"])
def test_a_line_break_begins_a_line_of_the_same_block(sign):
    found = lines(para("Bo Ek", f"<w:r><w:{sign}/></w:r>", "Eva Sten"))
    assert [(one.text, one.block) for one in found] == [("Bo Ek", 1), ("Eva Sten", 1)]


def test_a_heading_is_one_line_also_where_it_is_broken():
    body = para("Budget", "<w:r><w:br/></w:r>", "2027", look='<w:outlineLvl w:val="0"/>')
    assert raws(body) == ["Budget 2027"]


def test_one_of_two_alternatives_is_read():
    def both(choice, fallback):
        inside = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        return para(f"<w:r><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>")

    text = "<w:t>Bo Ek</w:t>"
    assert raws(both(text, "<w:t>bort</w:t>") + both("", text)) == ["Bo Ek", "Bo Ek"]


def test_a_text_box_follows_its_paragraph_once_and_out_of_the_flow():
    shape = f"<w:drawing><wps:txbx>{box('Avsändare')}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box('Avsändare')}</v:textbox></w:pict>"
    inside = f"<mc:Choice>{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    body = para("Bo ", f"<w:r><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>", "Ek")
    found = lines(body + para("Eva Sten"))
    assert [(one.text, one.role) for one in found] == [
        ("Bo Ek", "body"), ("Avsändare", "textbox"), ("Eva Sten", "body"),
    ]  # fmt: skip


def test_an_old_text_box_is_read_as_well():
    body = para("Bo Ek", f"<w:r><w:pict><v:textbox>{box('Avsändare')}</v:textbox></w:pict></w:r>")
    assert [(one.text, one.role) for one in lines(body)] == [
        ("Bo Ek", "body"), ("Avsändare", "textbox"),
    ]  # fmt: skip


def test_notes_stay_out_of_the_running_text():
    notes = part("footnotes", f'<w:footnote w:id="2">{para("Se bilaga.")}</w:footnote>')
    body = para("Bo Ek", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert raws(body, footnotes=notes) == ["Bo Ek"]


def test_content_controls_are_read_where_they_stand():
    inside = table(
        control(row("Tid", control(cell("13.00")))),
        row(cell("Plats"), cell(control(para("Haninge")))),
    )
    body = control(para("Bo ", control(run("Ek")))) + inside
    assert raws(body) == ["Bo Ek", "Tid\t13.00", "Plats\tHaninge"]


def test_the_prompt_of_an_empty_control_is_no_text():
    body = (
        prompt(para("Klicka här"))
        + para("Plats: ", prompt(run("Klicka här")))
        + table(row(cell("Tid"), prompt(cell("Klicka här")), cell("x")))
    )
    assert raws(body) == ["Plats:", "Tid\t\tx"]


# --- Columns ---


def test_a_tab_parts_cells():
    body = para("Plats", "<w:r><w:tab/></w:r>", "Haninge")
    (found,) = lines(body, settings='<w:defaultTabStop w:val="1000"/>')
    assert (found.raw, found.kind) == ("Plats\tHaninge", "table_row")
    assert found.cells == (Cell("Plats", 0, 25), Cell("Haninge", 50, 85))


def test_a_tab_stop_says_where_a_cell_begins():
    stops = '<w:tab w:val="clear" w:pos="1200"/><w:tab w:val="left" w:pos="2400"/>'
    look = f"<w:tabs>{stops}</w:tabs>"
    body = para("Plats", "<w:r><w:tab/></w:r>", "Haninge", look=look)
    assert [one.x0 for one in lines(body)[0].cells] == [0, 120]


@pytest.mark.parametrize("number", ["1.", "12.", "§ 7", "53 §", "a)", "b."])
def test_the_tab_behind_a_number_parts_nothing(number):
    (found,) = lines(para(f"{number}", "<w:r><w:tab/></w:r>", "Budget"))
    assert (found.text, found.raw, len(found.cells)) == (f"{number} Budget",) * 2 + (1,)


def test_a_row_is_a_line():
    body = table(row("Bo Ek", "Salem"), row("", "Haninge"), widths=(2000, 3000))
    found = lines(body)
    assert [(one.raw, one.text, one.kind, one.cells) for one in found] == [
        (
            "Bo Ek\tSalem",
            "Bo Ek\tSalem",
            "table_row",
            (Cell("Bo Ek", 0, 100), Cell("Salem", 100, 250)),
        ),
        ("\tHaninge", "Haninge", "table_row", (Cell("", 0, 100), Cell("Haninge", 100, 250))),
    ]


def test_names_below_each_other_keep_their_columns():
    people = cell("Bo Ek", "Eva Sten", "")
    body = table(row(cell("Deltagare"), people, cell("Haninge", "Salem")))
    assert raws(body) == ["Deltagare\tBo Ek\tHaninge", "\tEva Sten\tSalem"]


def test_lines_of_one_paragraph_in_a_cell_are_rows_as_well():
    people = cell(para("Bo Ek", "<w:r><w:br/></w:r>", "Eva Sten"))
    assert raws(table(row(cell("Deltagare"), people))) == ["Deltagare\tBo Ek", "\tEva Sten"]


def test_a_merged_cell_is_printed_once():
    first = cell("Deltagare", look='<w:vMerge w:val="restart"/>')
    body = table(row(first, "Bo Ek"), row(cell("bort", look="<w:vMerge/>"), "Eva Sten"))
    assert raws(body) == ["Deltagare\tBo Ek", "\tEva Sten"]


def test_a_wide_cell_moves_what_follows():
    wide = cell("Bo Ek", look='<w:gridSpan w:val="2"/>')
    (found,) = lines(table(row(wide, "Salem"), widths=(1000, 2000, 2000)))
    assert [one.x0 for one in found.cells] == [0, 150]


def test_a_table_of_one_column_is_running_text():
    body = table(row(cell("Bo Ek talar.", "Eva Sten svarar.")), row("Slut"))
    assert [(one.raw, one.kind) for one in lines(body)] == [
        ("Bo Ek talar.", "para"), ("Eva Sten svarar.", "para"), ("Slut", "para"),
    ]  # fmt: skip


def test_a_table_of_one_cell_is_a_box_around_its_paragraphs():
    heading = para("Budget", look='<w:outlineLvl w:val="0"/>')
    found = lines(para("Bo Ek talar.") + table(row(cell("Beslut", "Vi godkänner.", heading))))
    assert [(one.raw, one.kind, len(one.cells)) for one in found] == [
        ("Bo Ek talar.", "para", 1), ("Beslut", "table_row", 1),
        ("Vi godkänner.", "table_row", 1), ("Budget", "heading", 1),
    ]  # fmt: skip


def test_a_table_that_is_only_a_frame_keeps_its_headings():
    heading = para("Budget", look='<w:outlineLvl w:val="0"/>')
    found = lines(table(row(cell(), cell(heading, "Bo Ek talar."))))
    assert [(one.raw, one.kind) for one in found] == [
        ("Budget", "heading"),
        ("Bo Ek talar.", "para"),
    ]


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        (["1. Budget", "Bo Ek talar om läget."], ["", "1. Budget", "Bo Ek talar om läget."]),
        (["1.", "Budget", "Bo Ek talar om läget."], ["", "1. Budget", "Bo Ek talar om läget."]),
        (["§ 7", "Budget", "Bo Ek talar om läget."], ["", "§ 7 Budget", "Bo Ek talar om läget."]),
        (["1.", "Bo Ek", "Salem"], ["1. Bo Ek\tSalem"]),
        (["1. Budget", "Bo Ek"], ["1. Budget\tBo Ek"]),
        (["Tid", "Torsdagen den 6 oktober kl. 13."], ["Tid\tTorsdagen den 6 oktober kl. 13."]),
    ],
)
def test_a_row_that_is_an_item_is_read_cell_after_cell(cells, printed):
    assert raws(table(row(*cells))) == printed


def test_an_item_s_row_keeps_the_paragraphs_of_its_cells():
    text = cell("Budget", "Bo Ek talar om läget.", para(run("Beslut", "<w:b/>")))
    found = lines(table(row(cell(numbered("")), text)), numbering=listed(level(0)))
    assert [(one.raw, one.kind, one.bold) for one in found] == [
        ("", "para", False),
        ("1. Budget", "para", False),
        ("Bo Ek talar om läget.", "para", False),
        ("Beslut", "para", True),
    ]


def test_a_bullet_before_a_heading_is_an_ornament():
    look = '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    typed = para("- Budget", look='<w:outlineLvl w:val="0"/>')
    body = para("Budget", look=look) + typed
    found = lines(body, numbering=listed(level(0, "bullet", "-")))
    assert [(one.raw, one.text, one.kind, one.label) for one in found] == [
        ("- Budget", "Budget", "heading", "")
    ] * 2


def test_a_table_in_a_cell_gives_its_rows_to_the_outer_one():
    inner = table(row("Bo Ek", "Salem"), row("Eva Sten", "Haninge"))
    body = table(row(cell("Deltagare"), cell(inner, para())))
    assert raws(body) == ["Deltagare\tBo Ek\tSalem", "\tEva Sten\tHaninge"]


def test_automatic_numbers_fill_a_column():
    body = table(row(cell(numbered("")), "Välkommen"), row(cell(numbered("")), "Budget"))
    assert raws(body, numbering=listed(level(0))) == ["1. Välkommen", "2. Budget"]


def test_a_row_may_begin_after_columns_that_it_leaves_out():
    (found,) = lines(table(row("Bo Ek", "Salem", look='<w:gridBefore w:val="1"/>')))
    assert [one.x0 for one in found.cells] == [100, 200]


def test_deleted_and_hidden_rows_and_cells_are_gone():
    gone = cell("bort", look="<w:cellDel/>")
    rows = [row("bort", "bort", look=f"<w:{how}/>") for how in ("del", "hidden")]
    body = table(*rows, row("Bo Ek", gone, "Salem"))
    assert raws(body) == ["Bo Ek\tSalem"]


# --- Look ---


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    + style("Fet", "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr>")
    + style("Under", based="Fet")
    + style("Stark", "<w:rPr><w:b/></w:rPr>", kind="character")
)
IN_BOLD = '<w:pStyle w:val="Fet"/>'


@pytest.mark.parametrize(
    ("body", "bold", "size"),
    [
        (para("Beslut"), False, 11),
        (para(run("Beslut", "<w:b/>"), " : "), True, 11),
        (para(run("Beslut", "<w:b/>"), " att"), False, 11),
        (styled("Beslut", "Under"), True, 14),
        (para(run("Beslut", '<w:rStyle w:val="Stark"/>')), True, 11),
        (para(run("Beslut", '<w:rStyle w:val="Stark"/>'), look=IN_BOLD), False, 14),
        (para(run("Beslut", '<w:b w:val="0"/><w:sz w:val="20"/>'), look=IN_BOLD), False, 10),
    ],
)
def test_bold_and_size_come_from_the_run_and_its_styles(body, bold, size):
    (found,) = lines(body, styles=STYLES)
    assert (found.bold, found.size) == (bold, size)


def test_what_all_is_set_in_may_be_bold():
    default = "<w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault>"
    found = lines(para("Beslut"), styles=f"<w:docDefaults>{default}</w:docDefaults>")
    assert [(one.bold, one.size) for one in found] == [(True, 10)]


@pytest.mark.parametrize(
    ("printed", "inside", "kind", "heading"),
    [
        ("heading 2", "", "heading", 2),
        ("Rubrik 3", "", "heading", 3),
        ("Punkt", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', "heading", 1),
        ("heading 1", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "para", 0),
        ("Title", "", "heading", 1),
        ("Brödtext", "", "para", 0),
    ],
)
def test_a_heading_is_told_by_its_style(printed, inside, kind, heading):
    (found,) = lines(styled("Budget", "R"), styles=style("R", inside, printed=printed))
    assert (found.kind, found.level) == (kind, heading)


@pytest.mark.parametrize(
    ("look", "indent"),
    [
        ("", 0),
        ('<w:ind w:left="1100"/>', 10),
        ('<w:ind w:left="1100" w:hanging="550"/>', 5),
        ('<w:ind w:start="550" w:firstLine="550"/>', 10),
        ('<w:ind w:left="-550"/>', 0),
    ],
)
def test_the_indent_is_counted_in_columns(look, indent):
    assert lines(para("Att bifalla", look=look), styles=STYLES)[0].indent == indent


def test_a_list_lends_its_indent():
    numbering = listed(level(0, inside='<w:pPr><w:ind w:left="1100" w:hanging="550"/></w:pPr>'))
    body = numbered("Val") + para("Val", look='<w:ind w:left="1100"/>')
    assert [one.indent for one in lines(body, numbering=numbering, styles=STYLES)] == [5, 10]


def test_a_clear_gap_is_a_blank_line():
    gap = '<w:spacing w:after="240"/>'
    body = para("a") + para("b") + para("c") + para("d", look=gap) + para("e")
    assert raws(body) == ["a", "b", "c", "d", "", "e"]


def test_a_gap_that_word_chooses_is_a_blank_line():
    gap = '<w:spacing w:after="0" w:afterAutospacing="1"/>'
    body = para("a") + para("b") + para("c") + para("d", look=gap) + para("e")
    assert raws(body) == ["a", "b", "c", "d", "", "e"]


def test_a_style_may_close_the_gaps_between_its_own():
    close = '<w:spacing w:after="240"/><w:contextualSpacing/>'
    styles = STYLES + style("Punkt", f"<w:pPr>{close}</w:pPr>")
    body = para("a") + para("b") + styled("c", "Punkt") + styled("d", "Punkt") + para("e")
    assert raws(body, styles=styles) == ["a", "b", "c", "d", "", "e"]


def test_the_usual_gap_is_none():
    gap = '<w:spacing w:after="240"/>'
    assert raws("".join(para(one, look=gap) for one in "abc")) == ["a", "b", "c"]


# --- Pages ---


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (para("a", PAGE, "b"), [1, 2]),
        (para("a") + para(PAGE, WENT_ON, "b"), [1, 2]),
        (para("a") + para(WENT_ON, "b"), [1, 2]),
        (para("a") + para("b", look="<w:pageBreakBefore/>"), [1, 2]),
        (para("a ", WENT_ON, "a") + para("b"), [1, 2]),
        (para("a", look="<w:sectPr/>") + para("b") + "<w:sectPr/>", [1, 2]),
        (para("a", look="<w:sectPr/>") + para("b") + GOES_ON, [1, 1]),
        (para("a", look=f"<w:sectPr>{FORMERLY}</w:sectPr>") + para("b") + GOES_ON, [1, 1]),
        (table(row("a", "b"), row(cell(para(WENT_ON, "a")), "b")), [1, 2]),
    ],
)  # fmt: skip
def test_breaks_turn_the_page(body, pages):
    assert [one.page for one in lines(body) if one.text] == pages


def test_the_paper_gives_the_size_of_a_page():
    document = read(para("a") + '<w:sectPr><w:pgSz w:w="11900" w:h="16840"/></w:sectPr>')
    assert [(one.no, one.width, one.height) for one in document.pages] == [(1, 595, 842)]


def test_heads_and_feet_stand_outside_the_text():
    head, foot = part("hdr", para("Ledningsgruppen")), part("ftr", para("Sida 1"))
    section = (
        '<w:sectPr><w:headerReference r:id="rHeader1"/><w:footerReference r:id="rFooter1"/>'
        "</w:sectPr>"
    )
    found = lines(para("Bo Ek") + section * 2, header1=head, footer1=foot)
    assert [(one.text, one.role) for one in found] == [
        ("Ledningsgruppen", "header"), ("Bo Ek", "body"), ("Sida 1", "pageno"),
    ]  # fmt: skip


# --- Which files ---


@pytest.mark.parametrize(
    ("data", "recognised"),
    [
        (docx(para("a")), True),
        (docx(para("a"))[:400], True),
        (packed({"word/document2.xml": b"x"}), True),
        (packed({"content.xml": b"x"}), False),
        (packed({"a.docx": docx(para("a"))}), False),
        (b"word/document.xml", False),
    ],
)
def test_a_word_file_is_told_by_its_main_part(data, recognised):
    assert Docx().recognises(data) is recognised


def test_a_part_may_have_another_name_that_the_relations_tell():
    styles = part("styles", style("R", printed="heading 1"))
    (found,) = lines(styled("Budget", "R"), styles2=styles)
    assert found.kind == "heading"


def test_the_strict_form_is_read_alike():
    strict = part("document", f"<w:body>{para('Bo Ek')}</w:body>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = Docx().read(packed({"word/document.xml": strict}))
    assert [one.text for one in document.lines] == ["Bo Ek"]


def test_a_word_file_behind_a_password_is_told_by_its_directory():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    name = "EncryptedPackage".encode("utf-16-le")
    assert [is_encrypted_office(one) for one in (ole + name, ole, name)] == [True, False, False]
