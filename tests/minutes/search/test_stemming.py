from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.combining import WORDS
from minutes.search.stemming import stem
from minutes.search.swedish import UNINFLECTED
from tests.bench import stems

# Inflections of one word on each line.
SAME = """
möte mötet möten mötena mötes mötets mötens
kommitté kommittén kommittéer kommittéerna kommitténs
program programmet programmen programmets
rum rummet rummen rummets
vatten vattnet vattnets
barn barnet barnen barnens
protokoll protokollet protokollen
beslut beslutet besluten beslutets
beslutar beslutade beslutat beslutades
stad staden städer städerna städernas
bostad bostaden bostäder bostädernas
huvudman huvudmannen huvudmän huvudmännen
tjänsteman tjänstemän tjänstemännens
ledamot ledamöter ledamöterna ledamoten
land landet länder länderna
natt natten nätter
bok boken böcker böckerna
hand handen händer
skola skolan skolor skolorna skolans
skog skogen skogar skogarna
väg vägen vägar vägarna vägens
region regionen regioner regionernas regionens
kommun kommunen kommuner kommunerna kommunernas kommuns
direktör direktören direktörer direktörerna
konferens konferensen konferenser konferensens
resurs resursen resurser resurserna
plats platsen platser platserna
plan planen planer planerna planens
svar svaret svaren svarets
resultat resultatet resultaten
nummer numret numren
regel regeln regler reglerna
medel medlet medlen
månad månaden månader månadernas
kostnad kostnaden kostnader kostnaderna
budget budgeten budgetens budgetar
miljö miljön miljöer miljöns
nivå nivån nivåer nivåerna
strategi strategin strategier strategins
kansli kansliet kanslier kanslierna
seminarium seminariet seminarier seminarierna
verksamhet verksamheten verksamheter verksamhetens
kvalitet kvaliteten kvaliteter
yttrande yttrandet yttranden yttrandena
ordförande ordföranden ordförandena ordförandens
område området områden områdena områdets
ärende ärendet ärenden ärendena
handläggare handläggaren handläggarna
ägare ägaren ägarna
ledning ledningen ledningar ledningens
remiss remissen remisser remissens
avtal avtalet avtalen avtalets
uppdrag uppdraget uppdragen
system systemet systemen
varan varor varorna
hus huset husen husens
år året åren årets
gemensam gemensamma gemensamt
regional regionala regionalt
viktig viktiga viktigt
ekonomisk ekonomiska ekonomiskt
allmän allmänna allmänt
hållbar hållbara hållbart
effektiv effektiva effektivt
snabb snabba snabbt snabbare
föreslå föreslår föreslås föreslog
genomföra genomför genomförs genomförd genomfört genomfördes
samordna samordnar samordnade samordnad samordnat
bygga bygger byggde byggd byggt
villkor villkoret villkoren
center centret centrets
minister ministern ministrar ministrarna
producent producenten producenter
åldern ålder åldrar åldrarna
frånvaro frånvaron frånvarons
politiker politikern politikerna
demokrat demokraten demokrater
modern moderna modernt
särskild särskilda särskilt
social sociala socialt
dotter dottern döttrar döttrarna
prognos prognosen prognoser
haninge haninges
tyresö tyresös
ny nya nytt nyare
fri fria fritt
avgiftsfri avgiftsfria avgiftsfritt
bred breda brett bredare
god goda gott
gammal gamla gammalt
cykel cykeln cyklar cyklarna
finna finner
kosta kostar kostade kostat kostas
klar klara klart
helene helenes
mannen män männen
vän vännen vänner
program programmet
"""

# Two words on each line that are not the same.
DIFFERENT = """
mot möte
mot mat
möte mat
mote mot
var vara
varor vara
varor var
var vår
får far
mål mal
kommun kommunikation
kommun kommunicera
ordning ordförande
ordning order
stad stadga
stad ständig
stad städning
stad städar
remiss remittera
val vall
ren regn
region regering
region regel
feminist minister
procent center
plan plankan
plan planering
plan plats
hus husera
skola skoj
lag lager
lag lagning
led ledning
ledning ledamot
rum rumpa
konferens konflikt
kompetens kompensation
konsekvens konsensus
land landskap
land ländtapp
bro bror
bil bild
bild bilaga
vård värd
vård värde
väg våg
län lån
län längd
tal tall
tid tidning
kris krig
buss busk
park parti
part parti
part partner
port porto
polis policy
politik polis
person personal
information informell
ekonom ekologi
miljö miljon
miljard miljö
form formel
norm normal
nät natt
nät näring
rapport repertoar
region religion
station stat
stat status
status statut
kris kristen
pris prisma
kurs kusk
kultur kult
handel hand
handling handel
handling handläggare
byggnad bygd
bostad botten
vatten vatt
tecken teckning
förslag förskola
försvar förslag
ansvar svar
ansvar ansökan
uppdrag uppföljning
upphandling uppgift
beslut besök
brand brandy
kansli kanske
kanal kansli
hamn namn
dag dagis
vecka veckla
skatt skata
konst konstig
granne gran
brunn brun
finns fin
hann han
minne min
dels del
våra vår
sedan sed
annan anna
bildades bild
kostar kost
bokades bok
valt val
helene helena
erik erika
procent sent
transparent rent
nytt nytta
"""


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [pair for line in lines.split("\n") for pair in combinations(line.split(), 2)]


def test_the_tables_are_long_enough_to_tell_something():
    assert (len(_pairs(SAME)) >= 150, len(_pairs(DIFFERENT)) >= 80) == (True, True)


@pytest.mark.parametrize(("one", "other"), _pairs(SAME))
def test_inflections_of_a_word_meet(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), _pairs(DIFFERENT))
def test_other_words_stay_apart(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["att", "och", "mot", "var", "vid", "år", "2050", "m2", "", "é"])
def test_some_words_are_their_own_stem(word):
    assert stem(word) == word


def test_each_collision_with_an_uninflected_word_has_a_way_out():
    assert [word for word in UNINFLECTED if {f"{word}a", f"{word}u"} <= UNINFLECTED] == []


@given(st.text())
def test_anything_has_a_stem(word):
    assert isinstance(stem(word), str)


@given(st.text(alphabet="abdehiklmnoprstuvyåäöé", min_size=1))
def test_no_word_is_left_without_letters(word):
    assert stem(word) != ""


ENDINGS = [
    "a",
    "ad",
    "ade",
    "ades",
    "ar",
    "are",
    "arna",
    "as",
    "at",
    "ats",
    "e",
    "en",
    "ena",
    "er",
    "erna",
    "et",
    "n",
    "na",
    "or",
    "orna",
    "s",
    "t",
]


def test_no_form_of_a_common_word_becomes_a_function_word():
    verbs = [f"{verb}a" for verb in stems.VERBS.split()]
    every = [*WORDS, *verbs, *stems.ADJECTIVES.split()]
    made = {word + end for word, end in product(every, ["", *ENDINGS])}
    assert [word for word in made - UNINFLECTED if stem(word) in UNINFLECTED] == []
