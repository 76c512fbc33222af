"""Words that Swedish municipal compounds are made of, for an archive too small to know them.

Words only. All are common words of the language; none is the name of anybody or any place.
"""

from __future__ import annotations

from minutes.search.swedish import listed

# As they stand before another word, where that is not the word itself (with or without an s).
FIRST_PARTS = listed(
    """
    skol varu gatu hälso kyrko vecko arbets barn ålder ålders äldre ung vuxen
    bio el gång hög låg små stor lång kort ny nord syd öst väst inner ytter mellan
    mark järn kust tvär natur kultur fritids social hållbarhets jämställdhets
    """
)

WORDS = listed(
    """
    ansvar ansökan arbete arbetssätt avfall avgift avtal barn bedömning behov beredning beredskap
    berättelse besked beslut bidrag bild bistånd bolag bostad bransch brand brev brott bro budget
    buss byggnad båt centrum chef cykel data dag delegation demokrati dialog digital direktör
    diskussion dokument drift ekonomi el energi enhet etablering finansiering fiske flygplats fokus
    form forskning framtid fritid fråga företag förbindelse förening förfrågan förmedling förskola
    försvar försörjning förvaltning gata grund grupp gymnasium gäst handel handling hamn hem hus
    hushåll hälsa högskola idrott industri information infrastruktur inriktning integration
    invånare     jobb jord juridik järnväg kanal kansli kapacitet
    klimat kollektiv kommitté kommun kommunikation
    kompetens konferens konsult kontor kontroll kostnad kraft kris kultur kund kunskap kvalitet
    källa kärna landskap landsting ledamot ledare ledning leverans leverantör liv lokal
    lån län läge mark marknad mat material medborgare medel medlem metod miljö
    mobilitet modell möte museum mål
    måltid månad namn natur nivå nämnd nät nätverk näring näringsliv olycka område ordförande
    ordförandeskap ordning organisation park part parti pendel pendeltåg peng plan planering
    plats polis politik policy presentation princip process produktion program projekt prognos
    protokoll psykiatri punkt rapport redovisning region regel remiss resa resurs resultat revision
    riktlinje risk roll rum råd rådgivning räddning sak samhälle samråd samverkan sekretariat
    sekreterare semester service sida sjukhus sjukvård sjöfart skatt skog skola skydd socialtjänst
    socken spår stad stadskärna station statistik status strategi struktur struktur studie styrelse
    styrning stämma stöd stöd svar syfte system säkerhet sändning tal taxa teknik tid tjänst
    tjänsteman trafik transport trygghet tränare träff tunnel tåg underhåll underlag
    uppdrag uppföljning upphandling uppgift utbildning utredning utskott utveckling vagn val vara
    vatten vecka verk verksamhet villkor vision vård väg vuxen värde värme yttrande ålder år
    ägare äldre ämbete ämne ändring ärende översikt översyn övning
    """
)

# They begin words without being a part that keeps its own sense: underlag is no lag.
NOT_PARTS = listed(
    """
    alla allt anti avs bort dess detta efter emot eller enligt ett fram från för före genom gent
    här hem henne inne inom inte intill kring med medan mellan mot ned när och omkring oss
    per samt sedan sin som sub super till tills trans tre under upp ute utan utom vad var vid
    vidare vill åter över
    """
)

# What looks like a compound and is none; a word is not looked for inside.
INDIVISIBLE = listed(
    """
    adress ansvar artikel avtal debatt departement diskussion ekonomi esplanad export forum
    förslag grund import inflation institution instrument intresse kapital kommun kommunikation
    kompetens konferens kontakt kontext kontor kontrakt kontroll kultur landskap
    lokal ledning material medel miljon ministerium moment mandat marknad
    parkering parlament passage personal plattform plenum potential presentation process
    program projekt protokoll rapport reception referat referens reform region register
    reglering restaurang sekretariat sekreterare semester seminarium service
    signal situation skola socken start station statistik strategi struktur support
    tendens territorium transport tradition universitet verksamhet
    """
)
