import pytest

from intake.parsing import swedish

TABLES = {
    name: table
    for name, table in vars(swedish).items()
    if isinstance(table, (dict, frozenset)) and name.isupper()
}


def test_phrases_are_parted_by_bars_and_free_to_wrap():
    assert swedish.words("tid| tid\n  och plats|plats") == {"tid", "tid och plats", "plats"}


@pytest.mark.parametrize("name", TABLES)
def test_every_phrase_is_in_lower_case_and_squeezed(name):
    assert [phrase for phrase in TABLES[name] if phrase != " ".join(phrase.lower().split())] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_phrase_is_empty(name):
    assert "" not in TABLES[name]


def test_what_never_decides_is_a_section_or_a_signed_word():
    assert set() == swedish.NOT_DECIDING - swedish.SECTIONS


def test_what_is_signed_as_done_is_an_approval():
    assert {swedish.SIGNED[phrase] for phrase in swedish.SIGNED_DONE} == {swedish.APPROVER}
