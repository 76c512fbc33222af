"""Verbs in all their forms, made of their principal parts."""

import pytest

from minutes.search.conjugation import relatives


def forms_of(word: str) -> set[str]:
    found = [one for one in relatives(word) if word.endswith(one[1])]  # not "plåt" of "plats"
    return {before + form for before, _, verb in found for form in verb.forms}


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("vunnit", "vinna vinner vinns vann vanns vunnits vunnen vunnet vunna"),
        ("antogs", "anta antas antar antog antagit antagits antagen antaget antagna"),
        ("delgav", "delge delger delges delgavs delgett delgivit delgiven delgivna"),
        ("utgivit", "utge utger utges utgav utgett utgiven"),
        ("spridits", "sprida sprids spred spreds spritt spridd"),
        ("bordlagda", "bordlägga bordlägger bordläggs bordlade bordlades bordlagt bordlagd"),
        ("föreslogs", "föreslå föreslår föreslås föreslog föreslagit föreslagna"),
        ("inkommit", "inkom inkommer inkommen inkommet inkomna"),
        ("utsett", "utse utser utses utsåg utsågs utsedd utsedda"),
        ("gjorts", "göra gör görs gjorde gjordes gjort gjord gjorda"),
        ("sålts", "sälja säljer säljs sålde såldes såld sålda"),
        ("byggdes", "bygga bygger byggs byggde byggt byggts byggd byggda"),
        ("använts", "använda använder används använde användes använt använd"),
        ("mötts", "möta möter mötte möttes mött"),
        ("utretts", "utreda utreder utreddes utrett utredd utredda"),
        ("nåddes", "nå når nås nådde nått nådd"),
        ("köpts", "köpa köper köptes köpt köpta"),
        ("körts", "köra kör körs körde kört körd"),
        ("glömt", "glömma glömmer glömde glömdes glömd"),
        ("sas", "säga säger sägs sade sa sagt sagda"),
        ("större", "stor stora störst största"),
    ],
)
def test_a_verb_is_known_in_all_its_forms(one, others):
    assert forms_of(one).issuperset(others.split())


@pytest.mark.parametrize("word", ["kommun", "avtal", "lekplats", "möten", "ordning", "2050", "å"])
def test_most_words_have_no_relatives(word):
    assert forms_of(word) == set()
