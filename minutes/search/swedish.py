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
    "mödr": "moder",
    "döttr": "dotter",
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
    "centr": "center",
    "registr": "register",
    "semestr": "semester",
    "ministr": "minister",
    "filtr": "filter",
    "klostr": "kloster",
    "mönstr": "mönster",
    "fönstr": "fönster",
    "vintr": "vinter",
    "systr": "syster",
    "somr": "sommar",
    "kamr": "kammare",
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
    lös svar försvar ansvar allvar kommentar hektar dollar sommar exemplar radar altar
    dator motor faktor sektor lektor rektor doktor traktor kontor direktor redaktor monitor
    koordinator administrator professor korridor humor junior senior
    plan organ roman vulkan orkan
    nummer lager meter teater center register semester minister filter kloster mönster fönster
    vinter syster söder öster väster norr läger höger vänster order partner server container
    kalender papper september oktober november december karaktär säker vacker cylinder
    handel regel medel nyckel titel exempel kapitel artikel cykel möbel fågel spegel segel
    enkel dubbel vatten tecken vapen botten väsen examen fenomen öppen vuxen angelägen belägen
    budget paket staket magnet internet alfabet raket komet
    resultat mandat format sekretariat kandidat advokat apparat automat klimat certifikat plakat
    referat kamrat internat attentat granat tomat spenat senat privat promenad blad grad
    månad kostnad byggnad marknad skillnad levnad bostad verkstad huvudstad innerstad storstad
    småstad hemstad grannstad kuststad hamnstad kvadrat
    konferens konsekvens kompetens referens preferens licens tendens existens intelligens
    konkurrens korrespondens differens evidens residens dispens frekvens sekvens potens
    instans distans balans leverans substans relevans tolerans allians ambulans finans assistans
    chans nyans dans seans ordinans gräns plats insats sats kurs resurs diskurs konkurs
    kris pris polis analys hus ljus dagis gods tips puls fokus status virus campus bonus konsensus
    cirkus minus bevis palats kalas
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
