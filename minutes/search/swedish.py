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
    "gaml": "gammal",
    "vuxn": "vuxen",
    "angelägn": "angelägen",
    "belägn": "belägen",
}

# The neuter of short adjectives; as words alone, for "procent" holds "sent".
NEUTERS = {
    "blått": "blå",
    "brett": "bred",
    "djupt": "djup",
    "dyrt": "dyr",
    "fint": "fin",
    "fritt": "fri",
    "gammalt": "gammal",
    "glatt": "glad",
    "gott": "god",
    "grovt": "grov",
    "grått": "grå",
    "hett": "het",
    "hårt": "hård",
    "mjukt": "mjuk",
    "nytt": "ny",
    "rent": "ren",
    "rött": "röd",
    "sant": "sann",
    "sent": "sen",
    "sjukt": "sjuk",
    "svagt": "svag",
    "torrt": "torr",
    "tunt": "tunn",
    "vitt": "vit",
}

# Verbs that lose an ending to become a noun of another sense: "bildades" is no "bild".
VERBS_APART = listed("bilda boka kosta landa lova mata måla spara tona")

# Words whose own end looks like an ending; also at the end of compounds.
LOOK_INFLECTED = listed(
    """
    administrator advokat alfabet allians allvar altar ambulans analys angelägen annons ansvar
    apparat artikel assistans attentat automat axel balans banan belägen bevis blad bonus bostad
    botten brons budget byggnad campus certifikat chans cirkel cirkus citat container cykel
    cylinder dagis dans databas dator december demokrat diagnos differens direktor diskurs dispens
    distans doktor dollar dotter dubbel enkel evidens examen exempel exemplar existens extern
    faktor fasad fenomen filter finans finger fokus format formel frekvens fågel fönster försvar
    gestalt glas gods grad granat grannstad gris grus gräns gräs hals hamnstad handel hektar
    hemstad hets himmel hinder humor hus huvudstad höger innerstad insats instans intelligens
    intern internat internet junior kabel kalas kalender kamrat kandidat kapitel kapten karaktär
    klimat kloster komet kommentar kompetens konferens konkurrens konkurs konsekvens konsensus
    kontor kontrast koordinator korrespondens korridor kors kostnad kris kurs kuststad kvadrat
    kvarter lager lektor leverans levnad licens ljus läger lös magnet major mandat marknad medel
    mentor meter minus moderat modern moms monitor motor månad möbel mönster norr november nummer
    nyans nyckel offer oklar oktober order ordinans organ orkan paket palats papper partner paus
    plakat plan plats polis potens preferens prins pris privat professor prognos promenad puls
    radar raket redaktor referat referens regel register rektor relevans residens respons resultat
    resurs roman sats seans segel seger sekretariat sektor sekvens semester senat senator senior
    september server singel självklar skillnad småstad snus socken socker soldat sommar spegel
    spenat spets staket status storstad substans svar syster säker söder teater tecken tempel
    tendens tips titel tolerans tomat traktor tunnel uppror vacker vapen vatten verkstad villkor
    vinkel vinter virus vulkan vuxen väder vänster väsen väster växel ålder öppen öster
    """
)

# Never a form of another word, and no other word is a form of these.
UNINFLECTED = listed(
    """
    aldrig alla allt alltid alltså andra annan annars annat att av bara bland blev blir bort både
    de dels dem den denna dess dessa det detta dig dock du där därav därefter därför därmed då
    efter ej eller en endast enligt er era ert ett fanns finns fram från fyra få får fått för före
    genast genom gentemot gör ha hade han hans har hela hem henne hennes hittills hon honom hos
    hur här i ibland icke idag igen ihop in inför ingen ingenting inget innan inne inom inte
    istället ja jag ju jämte kan kanske kom kommer kring kunde liksom man med medan mellan men mer
    mest mig min mina mot mycket måste ned nej ner ni nog nu numera när nästan någon något några
    och ock också ofta om oss på redan runt samma samman samt sedan ser sig sin sina sitt sju
    sjutton själv själva ska skall skulle snart som sällan så sådan såsom såväl till tills
    tillsammans tre trots två tyvärr undan under upp ur ut utan utanför utom vad var vara varandra
    varav varefter varför varifrån varit varje varken varmed vars vart varvid vem vems vi vid
    vidare vilka vilken vilket vill visste väl våra vårt än ännu är även åt över överallt
    """
)

# Given names of which others are made with another last letter: Helena is not Helene, nor Erik
# Erika.
GIVEN_NAMES = listed(
    """
    alexandra andrea anita anna anne annika antonia augusta birgitta camilla carina carola carolina
    caroline cecilia cecilie charlotta charlotte christina christine daniela ebba ella elle emelie
    emilia emilie erika eva evelina eveline fredrika gabriella gabrielle hanna hanne helena helene
    henrika ida isabella isabelle jana jeanette johanna josefin josefina josefine julia julie
    karin karina karla karolin karolina karoline katarina katrina katrine kristin kristina kristine
    lena lene lina line linnea lisa lise lotta louisa louise magdalena malena malene maria marianna
    marianne marie marina martina matilda mikaela mina nanna natalia natalie nina ole olle paula
    petra pia rebecka rose rosa rut sara sofia sofie susanna susanne simone teresa therese tina
    tine ulla ulrika uno valentina veronika victoria viktoria
    """
)

# They carry nothing that anybody looks for; also as they are typed without dots.
EMPTY = listed(
    """
    att av de dem den det eller en ett for fran för från har i med och om pa på som till vid är
    """
)

# What only asks, points or helps a verb: left out too, wherever other words are asked for.
HELPING = listed(
    """
    blev bli blir blivit borde bör dig du fick får fått ha hade haft han har hon honom hur jag kan
    kunde kunnat man mig måste nar ni när oss ska skall skulle vad var varfor varför vart vem vems
    vi vilka vilken vilket vill ville
    """
)

# How a question begins; the verbs stand first only in one.
INTERROGATIVES = listed(
    """
    hur nar när vad var varfor varför varifran varifrån vart vem vems vilka vilken vilket
    """
)
INVERTED = listed(
    """
    blev blir bör fanns fick finns får gick gäller går hade har kan kommer kunde måste ska skall
    skulle vill är
    """
)

# In a question these only ask, or say what no answer needs to hold.
ASKING = listed(
    """
    alla angående annat ar beträffande betydde betyder bland dit då efter egentligen ens er fanns
    finnas finns framför funnits få före galler gar genom gick gjorde gjordes gjort gjorts gälla
    gällande gällde gäller gällt går gått gör göra görs hande handla handlade handlar handlat hem
    heter hette hit hos hända hände händer hänt här igen in inför innan inne innebar innebär inom
    inte just kom komma kommer kommit kring kunna ligger låg mellan menar mot nagon nagot nagra
    ned ner nu någon något några också over redan rörande sa sade sades sager sagt sagts sedan ser
    sig sin sina sitt själva skedde sker skett star stod ställt står stått säga säger sägs så till
    tycka tycker tyckt tyckte under upp ut utan vara varit varje vet via vilja väl vår våra vårt
    än ännu även åt över
    """
)
# Of "vad beslutades om lekparken" the matter is asked for, whatever was decided.
DECIDING = listed(
    """
    beslutade beslutades beslutas beslutat beslutats bestamdes bestämde bestämdes bestäms bestämt
    bestämts
    """
)
# In "vilka beslut har fattats" they say nothing that "beslut" does not.
TAKING = listed("fattade fattades fattas fattat fattats tagit tagits tas tog togs")
# Behind "hur": the answer is a number.
MEASURING = listed("lange langt länge långt manga mycket många ofta snart stor stora stort")

# They stand before a verb and make one word with it, beside those of ``combining.PARTICLES``.
VERB_PARTICLES = listed(
    """
    bak bei bi bort de del em er fast fel fort fri full fäste fånga förbi god halv hem hit hop hög
    iakt ifråga igen ihjäl ihop ihåg iordning itu jäm klar kull kun kung kvar lik lös med mis miss
    nöd om omhänder omkull rätt skön stor säker sär sönder tillbaka tillfreds tillgodo tillkänna
    tillmötes tillrätta tillvara topp undan uppe ute vidare vidmakt väl åsido återupp överens
    """
)

# Verbs whose vowel or consonants change: infinitive, present, past, supine, participle.
IRREGULAR_VERBS = """
be ber bad bett bedd
binda binder band bundit bunden
bita biter bet bitit biten
bjuda bjuder bjöd bjudit bjuden
bli blir blev blivit bliven
brinna brinner brann brunnit brunnen
brista brister brast brustit brusten
bryta bryter bröt brutit bruten
bära bär bar burit buren
dra drar drog dragit dragen
dricka dricker drack druckit drucken
driva driver drev drivit driven
duga duger dög dugt -
dö dör dog dött -
dölja döljer dolde dolt dold
falla faller föll fallit fallen
fara far for farit faren
finna finner fann funnit funnen
flyga flyger flög flugit flugen
flyta flyter flöt flutit fluten
frysa fryser frös frusit frusen
få får fick fått -
förnimma förnimmer förnam förnummit förnummen
försvinna försvinner försvann försvunnit försvunnen
ge ger gav gett given
ge ger gav givit given
giva giver gav givit given
glida glider gled glidit gliden
glädja gläder gladde glatt -
gnida gnider gned gnidit gniden
gripa griper grep gripit gripen
gråta gråter grät gråtit gråten
gå går gick gått -
göra gör gjorde gjort gjord
ha har hade haft havd
heta heter hette hetat -
hinna hinner hann hunnit hunnen
hugga hugger högg huggit huggen
hålla håller höll hållit hållen
kliva kliver klev klivit kliven
klyva klyver klöv kluvit kluven
knyta knyter knöt knutit knuten
komma kommer kom kommit kommen
krypa kryper kröp krupit krupen
le ler log lett -
leva lever levde levt levd
lida lider led lidit liden
ligga ligger låg legat -
ljuda ljuder ljöd ljudit -
ljuga ljuger ljög ljugit ljugen
låta låter lät låtit låten
lägga lägger lade lagt lagd
löpa löper lopp löpt löpt
njuta njuter njöt njutit njuten
pipa piper pep pipit -
rida rider red ridit riden
rinna rinner rann runnit runnen
riva river rev rivit riven
se ser såg sett sedd
sitta sitter satt suttit sutten
sjuda sjuder sjöd sjudit sjuden
sjunga sjunger sjöng sjungit sjungen
sjunka sjunker sjönk sjunkit sjunken
skilja skiljer skilde skilt skild
skina skiner sken skinit -
skjuta skjuter sköt skjutit skjuten
skrida skrider skred skridit skriden
skrika skriker skrek skrikit skriken
skriva skriver skrev skrivit skriven
skära skär skar skurit skuren
slippa slipper slapp sluppit sluppen
slita sliter slet slitit sliten
sluta sluter slöt slutit sluten
slå slår slog slagit slagen
smyga smyger smög smugit smugen
smörja smörjer smorde smort smord
sova sover sov sovit -
spinna spinner spann spunnit spunnen
sprida sprider spred spritt spridd
sprida sprider spred spridit spridd
springa springer sprang sprungit sprungen
spricka spricker sprack spruckit sprucken
sticka sticker stack stuckit stucken
stiga stiger steg stigit stigen
stjäla stjäl stal stulit stulen
strida strider stred stridit -
stryka stryker strök strukit struken
stå står stod stått -
stödja stödjer stödde stött stödd
stödja stöder stödde stött stödd
suga suger sög sugit sugen
svida svider sved svidit -
svika sviker svek svikit sviken
svälja sväljer svalde svalt svald
svälta svälter svalt svultit svulten
svära svär svor svurit svuren
säga säger sade sagt sagd
säga säger sa sagt sagd
sälja säljer sålde sålt såld
sätta sätter satte satt satt
ta tar tog tagit tagen
tiga tiger teg tigit -
tvinga tvingar tvang tvingat tvungen
vika viker vek vikit viken
veta vet visste vetat -
vina viner ven vinit -
vinna vinner vann vunnit vunnen
vrida vrider vred vridit vriden
vänja vänjer vande vant vand
välja väljer valde valt vald
växa växer växte vuxit vuxen
äta äter åt ätit äten
"""

# Regular ones without a vowel before the ending: bygga, byggde, byggt; bo, bodde, bott.
SHORT_PAST = listed(
    """
    begära bero beröra blända bo bry bränna bygga byta böja dröja drömma dyka döma erkänna fly flå
    fylla fälla fästa föda följa föra glömma gro gräva gynna gälla gömma hjälpa hyra hälla hända
    hänga häva höja höra höva klä knäppa krympa kräva kväva känna köpa köra leda lyda lyfta läka
    lämpa länka lära läsa låsa lösa märka mäta möta nämna nå reda resa rycka rymma räcka röja röka
    röra röva ske skrämma skymma skänka skärma skärpa skölja sköta släcka släppa smälla smälta spä
    spänna spärra sträcka strö styra ställa stämma stänga stärka störa stöta svänga sy sända sänka
    söka tro trycka träda tycka tyda täcka tända tänka tåla töja tömma väcka väga välla vända
    värma äga åka
    """
)

# Alone or behind a noun these are mostly something else: "steg" is no form of "stiger", nor is
# "bredband" one of "binder".
HOMOGRAPHS = listed(
    """
    bad band bar bet bo bor dog drev drog far fara faras faren faret farna for fors få får följd
    för fört ge grep ha hade haft har havd hett hugg händer höjd la lad lag led liden log lopp lär
    låg nämnd red resa rest rev rymd rör röra sa sed sken skes skär sov spår stack stal steg stött
    suga sugen svalt svek tal teg tro tror val vand vande vek ven viken vuxen vuxet vuxna väg
    väger vägs åt åts
    """
)

# Stems that some forms share with a noun of another sense: "möttes" is no "möte".
NOUN_STEMS = listed("band följd hand höjd lär lag möt nämnd rör sätt tag väg")

# Adjectives that are compared with another vowel; "gammal" is none of these who are old.
COMPARED = """
stor stort stora större störst största störste
hög högt höga högre högst högsta
låg lågt låga lägre lägst lägsta
lång långt långa längre längst längsta
ung ungt unga yngre yngst yngsta
tung tungt tunga tyngre tyngst tyngsta
äldre äldst äldsta äldste
bättre bäst bästa bäste
sämre sämst sämsta sämste
"""
