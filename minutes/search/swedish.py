"""Words of Swedish that searching must know. Words only."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Plurals with another vowel, before their ending; also at the end of compounds: bostäder.
MUTATED = {
    "städ": "stad",
    "händ": "hand",
    "stränd": "strand",
    "tänd": "tand",
    "ränd": "rand",
    "bränd": "brand",
    "länd": "land",
    "nätt": "natt",
    "böck": "bok",
    "rött": "rot",
    "fött": "fot",
    "sön": "son",
    "ledamöt": "ledamot",
    "böt": "bot",
    "bönd": "bonde",
}

# Forms that drop or change a vowel; also at the end of compounds: huvudmännen, telefonnumret.
VARIANTS = {
    "allmän": "allmän",
    "allmänn": "allmän",
    "män": "man",
    "männ": "man",
    "höll": "håll",
    "skrev": "skriv",
    "drev": "driv",
    "beslöt": "beslut",
    "slog": "slå",
    "gick": "gå",
    "stod": "stå",
    "numr": "nummer",
    "lagr": "lager",
    "teatr": "teater",
    "centr": "cent",
    "registr": "register",
    "semestr": "semester",
    "ministr": "minist",
    "ministern": "minist",
    "filtr": "filter",
    "klostr": "kloster",
    "mönstr": "mönster",
    "fönstr": "fönster",
    "vintr": "vinter",
    "systr": "syster",
    "somr": "sommar",
    "kamr": "kammare",
    "mödr": "moder",
    "döttr": "dotter",
    "åldr": "ålder",
    "vädr": "väder",
    "offr": "offer",
    "sockr": "socker",
    "hindr": "hinder",
    "fingr": "finger",
    "segr": "seger",
    "axl": "axel",
    "tunnl": "tunnel",
    "cirkl": "cirkel",
    "växl": "växel",
    "vinkl": "vinkel",
    "kabl": "kabel",
    "forml": "formel",
    "sockn": "socken",
    "öppet": "öppen",
    "vuxet": "vuxen",
    "enskilt": "enskild",
    "särskilt": "särskild",
    "regl": "regel",
    "medl": "medel",
    "nyckl": "nyckel",
    "titl": "titel",
    "exempl": "exempel",
    "kapitl": "kapitel",
    "artikl": "artikel",
    "cykl": "cykel",
    "möbl": "möbel",
    "fågl": "fågel",
    "spegl": "spegel",
    "segl": "segel",
    "enkl": "enkel",
    "dubbl": "dubbel",
    "ibl": "ibel",
    "vattn": "vatten",
    "teckn": "tecken",
    "vapn": "vapen",
    "bottn": "botten",
    "examin": "examen",
    "öppn": "öppen",
    "vuxn": "vuxen",
    "angelägn": "angelägen",
    "belägn": "belägen",
}

# Words whose own end looks like an ending; also at the end of compounds.
LOOK_INFLECTED = listed(
    """
    administrator advokat alfabet allians allvar altar ambulans analys angelägen annons ansvar
    apparat artikel assistans attentat automat axel balans banan belägen bevis blad bonus
    bostad botten brons budget byggnad campus certifikat chans cirkel cirkus citat container
    cykel cylinder dagis dans databas dator december demokrat diagnos differens direktor
    diskurs dispens distans doktor dollar dotter dubbel enkel evidens examen exempel exemplar
    existens extern faktor fasad fenomen filter finans finger fokus format formel frekvens
    fågel fönster försvar gestalt glas gods grad granat grannstad gris grus gräns gräs hals
    hamnstad handel hektar hemstad hets himmel hinder humor hus huvudstad höger innerstad
    insats instans intelligens intern internat internet junior kabel kalas kalender kamrat
    kandidat kapitel kapten karaktär klar klimat kloster komet kommentar kompetens konferens
    konkurrens konkurs konsekvens konsensus kontor kontrast koordinator korrespondens korridor
    kors kostnad kris kurs kuststad kvadrat kvarter lager lektor leverans levnad licens ljus
    läger lös magnet major mandat marknad medel mentor meter minus moderat modern moms monitor
    motor månad möbel mönster norr november nummer nyans nyckel offer oktober order ordinans
    organ orkan paket palats papper partner paus plakat plan plats polis potens preferens prins
    pris privat professor prognos promenad puls radar raket redaktor referat referens regel
    register rektor relevans residens respons resultat resurs roman sats seans segel seger
    sekretariat sektor sekvens semester senat senator senior september server singel skillnad
    småstad snus socken socker soldat sommar spegel spenat spets staket status storstad
    substans svar syster säker söder teater tecken tempel tendens tips titel tolerans tomat
    traktor tunnel uppror vacker vapen vatten verkstad villkor vinkel vinter virus vulkan vuxen
    väder vänster väsen väster växel ålder öppen öster
    """
)

# Never a form of another word, and no other word is a form of these.
UNINFLECTED = listed(
    """
    alla allt att av bland blev blir bort både den denna dess dessa det detta där därför då efter
    eller en enligt ett fram fyra från få får fått för före genom gör ha hade han hans har hela
    hem hon hos hur här i icke in inför ingen inget innan inne inom inte istället ja jag ju kan
    kom kommer kring kunde man med medan mellan men mer mest mot mycket måste ned nej ner ni nu
    någon något några när nästan och ock också om oss på runt samt ser sig sin sina sitt sju
    sjutton själv ska skall skulle som så sådan såsom till tills tre trots två under upp ur ut utan
    utanför utom vad var vara varit varje vars vart vem vi vid vidare vilka vilken vilket vill
    än ännu är åt över
    """
)

# They carry nothing that anybody looks for; also as they are typed without dots.
EMPTY = listed(
    """
    att av de dem den det eller en ett for fran för från har i med och om pa på som till vid är
    """
)
