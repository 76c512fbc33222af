"""The vocabulary of Swedish minutes: words only, no logic.

Every table is a set of phrases in lower case. A phrase is matched from the longest to the
shortest, so "tid och plats för justering" is never read as "tid".
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The phrases of a table, parted by "|" and free to wrap."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


# --- Labels of the front page and of the attendance, by what they introduce ---

TIME, PLACE, TIME_PLACE, BODY = "time", "place", "time_place", "body"
PRESENT, ABSENT, NOBODY = "present", "absent", "nobody"
CHAIR, SECRETARY = "chair", "secretary"
APPROVER, RECORDER, SIGNATURES, SIGNED_CHAIR = "approver", "recorder", "signatures", "signed_chair"
SKIPPED, NOTICE, CONTENTS = "skipped", "notice", "contents"

LABELS: dict[str, str] = {
    phrase: kind
    for kind, phrases in {
        TIME: """
            tid| tidpunkt| dag| datum| dag och tid| datum och tid| tid och datum| klockan|
            klockslag| sammanträdestid| sammanträdesdatum| sammanträdesdag| mötestid|
            mötesdatum| mötesdag| mötestidpunkt| datum för mötet
        """,
        PLACE: """
            plats| lokal| mötesplats| sammanträdesplats| mötesform| sammanträdeslokal
        """,
        TIME_PLACE: """
            tid och plats| plats och tid| tid & plats| plats & tid| tid/plats| plats/tid|
            tid, plats| plats, tid| tid o plats| plats o tid| tid och lokal| tid/rum|
            plats och sammanträdestid| plats, dag och tid| tid samt plats
        """,
        BODY: """
            organ| nämnd| styrelse/nämnd| nämnd/styrelse| instans| beslutsorgan|
            sammanträde med| möte med| grupp
        """,
        PRESENT: """
            ej beslutande| ej tjänstgörande| tjänstgörande| icke tjänstgörande|
            närvarande ej tjänstgörande| deltagare| deltagande| närvarande| närvaro|
            närvarolista| närvaroförteckning| beslutande| beslutande ledamöter| ledamöter|
            ordinarie ledamöter| närvarande ledamöter| tjänstgörande ledamöter|
            tjänstgörande ersättare| tjg ersättare| ersättare| närvarande ersättare|
            ej tjänstgörande ersättare| icke tjänstgörande ersättare| ej tjg ersättare|
            suppleanter| närvarande, ej tjänstgörande ersättare|
            närvarande ej tjänstgörande ersättare| tjänstgörande suppleanter| övriga deltagare|
            övriga deltagande| övriga närvarande| övriga| adjungerad| adjungerade| adjungerande|
            tjänstemän| tjänstepersoner| närvarande tjänstemän| närvarande tjänstepersoner|
            inbjudna| inbjudna gäster| gäst| gäster| dessutom| dessutom närvarande|
            dessutom deltog| sekretariat| sekretariatet| kansli| kansliet| från kansliet|
            revisorer| observatör| observatörer| insynsplats| insynsplatser| mötesdeltagare|
            medverkande| representanter| styrelse| styrelsen| politiker| på distans|
            deltagare på distans| via länk| deltar på distans| fackliga representanter|
            personalföreträdare| personalrepresentanter| föredragande tjänstemän|
            närvarande på plats| på plats| närvarande via teams| deltagare via teams| presidium|
            presidiet| närvarande vid mötet| deltagare vid mötet| närvarande med rösträtt|
            närvarande utan rösträtt| narvarande|
            deltog| med| med var| ordinarie| övriga närvarande tjänstemän|
            ledamöter och ersättare| deltagare från kommunerna| tjänsteman| utredare
        """,
        ABSENT: """
            franvarande|
            frånvarande| frånvaro| ej närvarande| icke närvarande| inte närvarande| förhinder|
            anmält förhinder| anmälda förhinder| anmäld frånvaro| anmäler förhinder|
            meddelat förhinder| förhindrade| förhindrad| återbud| frånvarande ledamöter|
            frånvarande ersättare| ej deltagande| deltog inte| deltog ej| lämnat återbud|
            anmälda återbud| frånvarande ordinarie ledamöter| har anmält förhinder|
            lämnat förhinder| frånvarande med anmält förhinder| ej närvarande ledamöter|
            ej närvarande ersättare| saknades
        """,
        NOBODY: """
            kallade| inkallade| kallelse till| kallade till mötet| utsänd till| kopia|
            kopia till| sändlista| delges| för kännedom| adressat| underrättade|
            kallade ej närvarande
        """,
        CHAIR: """
            ordförande| ordf| ordf.| mötesordförande| ordförande för mötet|
            tjänstgörande ordförande| mötesledare| sammankallande
        """,
        SECRETARY: """
            sekreterare| sekr| sekr.| mötessekreterare| protokollförare| protokollförande|
            vid pennan| antecknare| minnesanteckningar förda av| minnesanteckningar av|
            anteckningar förda av| anteckningar av| antecknat av| protokollet fört av
        """,
        APPROVER: """
            justerare| justerande| justeringsman| justeringsmän| justeringsperson|
            justeringspersoner| utses att justera| utsedd att justera| utsedda att justera|
            utsågs att justera| utsedda justerare| protokollsjusterare| protokolljusterare|
            justerandes| val av justerare| utses att jämte ordföranden justera| att justera|
            justeras av| justerat av| justeras| justerad av
        """,
        RECORDER: """
            vid anteckningarna| vid protokollet| för protokollet| vid minnesanteckningarna
        """,
        SIGNATURES: """
            underskrifter| underskrift| signaturer| namnunderskrifter| digital signering|
            elektroniska underskrifter
        """,
        SKIPPED: """
            justeringens| justeringens plats och tid| justeringens tid och plats|
            plats och tid för justering| tid och plats för justering|
            tid och plats för protokollsjustering| justeringens plats| justeringens tid|
            justeringstid| justeringsplats| justering| paragrafer| paragraf| §§|
            protokollet omfattar| omfattar| dnr| diarienummer| diarienr| ärendenummer|
            handlingar| sekretess| ajournering| ajourneringar| avbrott| sidor| antal sidor|
            version| upprättad av| handläggare| telefon| e-post| webbplats| avsändare|
            postadress| besöksadress| diarieförs| ärenden|
            ärende| offentlighet| utdrag| utdrag till| förmöte| gruppmöte| gruppmöten| förmöten|
            omröstning| omröstningar| beslutsförhet| bilaga| bilagor| underlag| beslutsunderlag|
            mötets syfte| syfte
        """,
        NOTICE: """
            anslag| bevis| anslag/bevis| anslagsbevis| bevis om anslag|
            bevis om tillkännagivande| tillkännagivande| anslag / bevis| bevis/anslag|
            tillkännagivande av protokoll
        """,
        CONTENTS: """
            innehåll| innehållsförteckning| dagordning| föredragningslista| ärendelista| agenda|
            ärendeförteckning| förslag till dagordning| dagens agenda| dagordning för mötet|
            mötesagenda| punkter på dagordningen
        """,
    }.items()
    for phrase in words(phrases)
}

# Labels that a narrow column breaks in two: "Ej tjänstgörande" / "ersättare".
WRAPPED_HEADS = words(
    """
    frånvarande| ej beslutande| ej tjänstgörande| tjänstgörande| övriga| närvarande|
    ej närvarande| justeringens| beslutande| icke tjänstgörande| ordinarie|
    närvarande ej tjänstgörande
    """
)
WRAPPED_TAILS = words(
    """
    ersättare| ledamöter| närvarande| deltagare| deltagande| tjänstemän| plats och tid|
    tid och plats| plats| tid| tjänstepersoner| ej tjänstgörande ersättare
    """
)

# Labels of the attendance that, alone above all others, name the body that met.
BODIES_AS_LABELS = words(
    """
    styrelse| styrelsen| presidiet| kansliet| sekretariatet
    """
)

# --- Labels under which names are signed ---

SIGNED: dict[str, str] = {
    phrase: kind
    for kind, phrases in {
        RECORDER: """
            vid anteckningarna| vid protokollet| vid pennan| protokollförare| protokollförande|
            sekreterare| mötessekreterare| antecknat av| antecknare|
            minnesanteckningar förda av| minnesanteckningarna förda av| protokollet fört av|
            anteckningar förda av| vid anteckningen| för protokollet| vid minnesanteckningarna|
            nedtecknat av| protokollförare/sekreterare
        """,
        APPROVER: """
            justeras| justerades| justerat| justerat av| justerare| justerande| justeringsman|
            justeringsmän| justeringsperson| justeringspersoner| protokollsjusterare|
            protokolljusterare| justeras av| justerades av| justerad av| justerad| justerat den|
            godkänns| godkännes
        """,
        SIGNED_CHAIR: """
            ordförande| ordf| ordf.| mötesordförande| tjänstgörande ordförande| vice ordförande|
            ordförande för mötet| sekreterarens ordförande
        """,
    }.items()
    for phrase in words(phrases)
}
SIGNED_DONE = words(
    """
    justerades| justerat| justerades av| justerat av| justerad| justerad av| justerat den
    """
)

# --- Marks and labels inside an item ---

# What ends a block of decisions. "Diskussion" is said again in the same item after a decision.
SECTIONS = words(
    """
    diskussion| diskussioner| bakgrund| bakgrund till ärendet| ärendet| ärendebeskrivning|
    beskrivning| beskrivning av ärendet| sammanfattning| sammanfattning av ärendet|
    ärendet i korthet| redogörelse| redogörelse för ärendet| yrkande| yrkanden| beslutsgång|
    beslutsordning| propositionsordning| proposition| propositioner| omröstning|
    omröstningsresultat| reservation| reservationer| protokollsanteckning|
    protokollsanteckningar| anteckning| anteckning till protokollet| särskilt yttrande|
    särskilda yttranden| beslutsunderlag| underlag| underlag för beslut| handlingar|
    handlingar i ärendet| bilaga| bilagor| expedieras| expedieras till| exp| exp.| expediering|
    beslutsexpediering| beslutet skickas till| beslut skickas till| skickas till|
    skickas för kännedom till| delges| delgivning| kopia| kopia till| sänds till|
    protokollsutdrag| protokollsutdrag till| utdrag till| kopia till akten|
    beslut expedieras till| föredragande| föredragning| information| överläggning|
    överläggningar| inlägg| debatt| inlägg och yttranden| jäv| motivering|
    motivering till beslut| skäl| skäl till beslut| skäl för beslut| skälen för beslutet| motiv|
    konsekvenser| ekonomi| ekonomiska konsekvenser| barnperspektivet| barnkonsekvensanalys|
    barnrättsperspektiv| remiss| remissvar| tidigare behandling| ärendets beredning| beredning|
    ärendegång| laghänvisning| lagrum| bedömning| förvaltningens bedömning|
    förvaltningens synpunkter| synpunkter| kommentar| kommentarer| uppföljning| uppdrag|
    att göra| ansvarig| ansvar| tidplan| hur man överklagar| besvärshänvisning|
    paragrafen är omedelbart justerad| paragrafen justeras omedelbart| omedelbar justering|
    nuläge| fakta| frågor| frågeställningar| sakframställning| avslag| deltar inte i beslutet|
    ej deltagande i beslutet| upplysning| upplysningar| övrigt| aktuellt| rapport| rapporter|
    votering| röstning| ajournering| tilläggsyrkande| ändringsyrkande| beslutshistorik|
    ärendets gång| ärendets handläggning| nästa steg| fortsatt arbete| genomförande|
    finansiering| slutsats| slutsatser| noteringar| notering| protokollsbilaga
    """
)

# Sections that name an item as well, where they head it like the others.
TITLES_TOO = words(
    """
    rapport| rapporter| information| ekonomi| uppföljning| aktuellt| övrigt| frågor| remiss|
    uppdrag| tidplan| fortsatt arbete| nästa steg| noteringar| övriga frågor
    """
)

# Sections whose paragraphs never hold the meeting's own decisions.
NOT_DECIDING = words(
    """
    yrkande| yrkanden| beslutsgång| beslutsordning| propositionsordning| proposition|
    propositioner| omröstning| reservation| reservationer| protokollsanteckning|
    protokollsanteckningar| anteckning| särskilt yttrande| särskilda yttranden| beslutsunderlag|
    bakgrund| tidigare behandling| ärendets beredning| tilläggsyrkande| ändringsyrkande|
    votering| omröstningsresultat| beslutshistorik| sammanfattning| sammanfattning av ärendet|
    ärendebeskrivning| ärendet| expedieras| expedieras till| ärendets gång| beredning
    """
)

# Nouns that decide: "Direktionen beslutar", "VU beslutade". Matched as whole words or as endings.
BODY_ENDINGS = words(
    """
    styrelsen| styrelse| nämnden| nämnd| utskottet| utskott| direktionen| direktion| kommittén|
    kommitté| kommitten| rådet| råd| gruppen| grupp| fullmäktige| beredningen| beredning| mötet|
    stämman| stämma| presidiet| nätverket| förbundet| årsmötet| delegationen| församlingen|
    kollegiet| föreningen| juryn| teamet| nätverk
    """
)
BODY_ABBREVIATIONS = words("ks|kf|au|ksau|vu|su|ksu|pu|tu|bun|ks au|ks-au|ksfu|fu|lg|sk")

# Decisions in the bare infinitive: "Godkänna rapporten." A word in -era counts as well.
INFINITIVES = "|".join(
    sorted(
        words(
            """
            godkänna| anta| uppdra| lägga| fastställa| avslå| bifalla| utse| bordlägga| behålla|
            fortsätta| avvakta| genomföra| teckna| ge| bevilja| överlämna| föreslå| ansöka|
            avsätta| anse| besvara| ställa| tillstyrka| avstyrka| införa| upphäva| entlediga|
            välja| förlänga| säga| inrätta| tillsätta| inleda| avsluta| arbeta| boka| skicka|
            upphandla| inhämta| återkomma| ta| hänskjuta| anmäla| medge| ändra| flytta| skjuta|
            bjuda| begära| återta| återkalla| sätta| låta| tilldela| anslå| fördela| använda|
            köpa| sälja| hyra| upplåta| anställa| delta| stödja| stå| lämna| yttra| avge|
            ersätta| höja| sänka| påbörja| starta| utöka| minska| öka| utreda| redovisa| tacka|
            bilda| ingå| avveckla| ställa| öppna| stänga| hålla| följa| verka| utveckla|
            ompröva| bekräfta| rekommendera| uttala| tillskriva| tillskjuta| finna|
            återremittera| remittera| delegera| notera| planera| publicera| prioritera|
            revidera| justera| arrangera| finansiera| informera| delge| kalla| uppmana|
            tillsända| expediera| översända| framföra| meddela| utlysa| hemställa| tillstyrka|
            avtacka| skriva| betala| utbetala
            """
        ),
        key=len,
        reverse=True,
    )
)
