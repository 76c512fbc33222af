import pytest

from intake.parsing import phrases


@pytest.mark.parametrize(
    "text",
    [
        "Direktionen beslutar att hyra båten.",
        "VU beslutade att hyra båten.",
        "Samarbetskommittén beslöt att hyra båten.",
        "Kommunstyrelsens arbetsutskott beslutar även att hyra båten.",
        "Vi beslutade att hyra båten.",
        "Det beslutades att hyra båten.",
        "Därför beslutar nämnden att hyra båten.",
        "Nämnden beslutar godkänna rapporten.",
    ],
)
def test_a_body_that_decides_is_told(text):
    assert phrases.decides(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Staten beslutar att hyra båten.",
        "Direktionen diskuterar båten.",
        "Nämnden ska besluta om båten.",
        "Beslutet gäller båten.",
        "",
    ],
)
def test_another_sentence_is_not(text):
    assert phrases.decides(text) is False


@pytest.mark.parametrize(
    "text",
    ["Beslut", "Beslut:", "BESLUT", "Nämndens beslut", "Kommunstyrelsens beslut:", "Beslutas"],
)  # fmt: skip
def test_a_mark_is_alone_on_its_line(text):
    assert bool(phrases.MARK.match(text)) is True


@pytest.mark.parametrize(
    "text", ["Beslut om båten", "Beslutsgång", "Tidigare beslut", "Besluten togs"]
)
def test_a_line_with_more_is_no_mark(text):
    assert bool(phrases.MARK.match(text)) is False


@pytest.mark.parametrize(
    "text",
    [
        "Förslag till beslut",
        "Förslag till beslut:",
        "Kansliets förslag till beslut",
        "Beslutsförslag",
        "Kansliets förslag:",
        "Direktörens förslag till beslut på mötet:",
    ],
)
def test_the_label_of_a_proposal_is_told(text):
    assert bool(phrases.PROPOSAL_LABEL.match(text)) is True


@pytest.mark.parametrize("text", ["Beslut", "Bo Ek har ett förslag."])
def test_another_label_is_not(text):
    assert bool(phrases.PROPOSAL_LABEL.match(text)) is False


@pytest.mark.parametrize(
    "text", ["Bo Ek skriver avtalet.", "Att Bo Ek skriver avtalet.", "Kansliet ordnar lokal."]
)
def test_who_is_given_something_to_do_takes_it_on(text):
    assert phrases.takes_on(text) is True


@pytest.mark.parametrize(
    "text", ["Bo Ek berättar om avtalet.", "Bo Ek tackar.", "Avtalet skrivs."]
)
def test_who_tells_something_does_not(text):
    assert phrases.takes_on(text) is False
