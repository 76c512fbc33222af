"""Words that Swedish municipal compounds are made of, for an archive too small to know them.

Words only. All are common words of the language; none is the name of anybody or any place.
"""

from __future__ import annotations

from minutes.search.swedish import listed

WORDS = listed(
    """
    adress analys annons anslag anställning ansvar ansökan antal apotek app arbete arena art
    avfall avgift avsnitt avtal axel bad balans bana bank barn bas batteri bebyggelse bedömning
    behandling behov belopp beredning beredskap berättelse besked beslut bestånd besök bevis
    bibliotek bidrag bil bilaga bild biljett bio bistånd blad block blått bok bokslut bolag
    bonde bord bostad brand bransch bredband brev bro brott bruk brukare budget buller buss by
    bygge byggnad bänk bästa båt center central centrum chaufför chef cykel dag data dator
    debatt del delegation demokrati detalj dialog direktion direktiv direktör diskussion
    distans distribution djur dokument drift driv effekt ekonomi el elev elnät energi enhet
    etablering expert fack fall familj fara fart fastighet fest film finans finansiering fisk
    flyg flykting flöde fokus folk fond fordon form forskning fram framtid fri fritid frukost
    främjande fråga funktion fält färg färja förbindelse förbud förening företag företagare
    författning förlag förmedling förmån förråd förskola förslag förstudie försvar försäkring
    försäljning försörjning förvaltning gas gata gemenskap glas golv gran grund grundskola
    grupp gräns grön gymnasium gäst gång gård hall hamn handel handledning handling handläggare
    hantering hav helg hem hinder hjälp hot hotell hus hushåll huvud hälsa hållbarhet höjd höst
    idrott idé index industri information infrastruktur initiativ inkomst inköp innehåll insats
    institut integration intervju intresse invandring inventering invånare jobb jord journal
    jul juridik jäm järn kalender kammare kanal kandidat kansli kapacitet kapital kart karta
    katalog kedja kemikalie klass klimat klinik koll kollektiv kollektivtrafik kommission
    kommitté kommun kommunal kommunikation kompetens koncept koncern konferens konflikt konst
    konsult kontakt kontor kontrakt kontroll kopia korridor kort kost kostnad kraft krav kris
    kropp kultur kund kunskap kurs kust kvalitet kvarter kvinna kyla kyrka källa källare kärna
    kö köp lag lager lagstiftning land landskap landsting larm last led ledamot ledare ledning
    lektion leverans leverantör linje liv ljud ljus logistik lokal lokaler lov luft lund läge
    lägenhet läkare län länk lärare läsår lån lön lösning makt mall man mark marknad mat
    material matte medarbetare medborgare medel medlem metod mil miljö minister ministerium
    minne minut mobil mobilitet modell moms museum musik myndighet människa märke mässa mål
    måltid månad möbel möjlighet mönster möte namn nation natt natur nivå nord nyckel nytta
    nämnd näring näringsliv nät nätverk objekt ombud område omsorg opinion ord ordförande
    ordförandeskap ordning organ organisation oro ort ost paket pandemi panel papper park part
    parti partner passage patient peng pension person personal plan planering plats policy
    polis politik politiker pool port post potential praktik presentation press pris problem
    process produkt produktion profil prognos program projekt protokoll prov prövning psykiatri
    punkt rad rapport ras regel region register rektor relation remiss resa resenär reserv
    resultat resurs revision revisor riksdag riktlinje ring risk ro roll rum rutin räddning
    ränta rätt råd rådgivning rådhus rörelse sak sal samfund samhälle samordning samråd samtal
    samverkan sand scen schakt schema sekretariat sekreterare sektion sektor semester
    seminarium service sida signal situation sjuk sjukhus sjukvård sjö sjöfart skada skatt
    skede sko skog skola skolbarn skrivelse skydd skötsel slott sluss slut smak snö social
    socialtjänst socken sommar sopor spel sport språk spår spårväg stab stad stadga stadskärna
    start stat station statistik statsråd status steg sten stiftelse stol strand strategi
    stress struktur strå ström studie studio styrelse styrgrupp styrning stäm stämma stöd summa
    svar svenska syfte syn system säkerhet säljare sändning säsong söder tak tal tavla taxa
    team teater teknik telefon tema test text tid tidning tillgång tillstånd tillsyn tillväxt
    timme titel tjänst tjänsteman tjänstgöring ton torg torn trafik transport trygghet trä träd
    träff träning tull tunnel turism turist tävling tåg ull underhåll underlag undersökning
    undervisning ungdom uppdrag uppföljning uppgift upphandling utbildning utbud utlåtande
    utredning utrustning utskott utsläpp utveckling utvärdering vagn vakt val valkrets vapen
    vara varg vatten vecka verk verksamhet verkstad vik vilja villa villkor vinter vision vuxen
    väg vägg värd värde värme väst växel växt våld vår vård yta yttrande ägare ämbete ämne
    ändring ärende ålder åldring år återbruk återvinning åtgärd ö öppning översikt översyn
    övning
    """
)

# How some of them, and adjectives, are before another word.
CHANGED = listed(
    """
    arbets bio bonde del e eko el fjärr flick fritids fågel för gatu grund gäst halv hel hemma
    hälso hög inne inner it jämställdhets kors kort kvinno kyrk kyrko käll kött lek lär läs
    lätt låg lång löne mat medel mellan miljö människo mån natur norr ny när olycks pojk rese
    ritt sam sjuk skol små snabb social stads stift stor styr syd sågo tele tung tvär ung
    ungdoms ute vall varu vecko vux väst ytter äldre ålders öst
    """
) - listed("för e sam när it el")

# They begin words, but give what follows another sense: underlag is no lag.
PARTICLES = listed(
    """
    an anti av avs be bi bort de dis efter emot en ent er ett fram från för före förut ge gen
    genom in inne inter intill kon kring med mellan miss mot ned ner o om omkring per på re sam
    samman som sub super sär till tills trans under upp ur ut utan utom van vid vidare å åter
    över
    """
)

# What looks like a compound, or begins like another word, and is not made of that.
INDIVISIBLE = listed(
    """
    adress allmän ansvar antal artikel artist avtal banal banan bankett bankrutt banner barr
    barri bilag bilater billig bordell brandman centrum debatt delegat delta deltag delvis
    departement diskussion ekonom esplanad export format formell formul forum förslag försvar
    grundlig handel handla handled handling handlägg husar hållbar import inflation informa
    institution instrument intress kandidat kapital kommunik kompetens konferens konsult
    kontakt kontext kontinent kontor kontrakt kontroll kostym kraftig krist kultur kurort
    kustod landa landsbygd landskap landsting ledamot ledamöt ledighet ledning lokalis mandat
    markant marker marknad material medborg medel mediciner mening miljon minister moment
    motion motiv motor ordförand ordinar ordinari ordn organisation parker parlament parti
    partner passage person planet plank plansch plant plattform plenum porta portal portfölj
    porträtt portug potential presentation press process program projekt propag protokoll
    rapport reception referat referens reform region regist regler restaurang resultat resurs
    roman rumän räddning rådgiv sekret semester seminari service signal situation skolios
    social socken spartan sport start station statisti status statut strategi struktur styrk
    support svarig svart svår talang talar tendens territori textil tidig tidning tradition
    transport universitet verklig verksam verktyg vägra värderi
    """
)

# What only ends the names of places: Stockholm is made of nothing.
PLACE_ENDINGS = listed(
    """
    arp berg bo boda borg by dal fors hamn holm hult inge kil köping lund mora näs red ryd sala
    sjö skoga sta stad ström sund sått torp träsk tuna tälje törn vall vik viken ängen ås ö
    """
)

# They make other words of a word, not compounds: planering, statlig.
SUFFIXES = listed(
    """
    ad al ande ant are asi ation bar be el ell else en end ent er erad erik erna esk et ette
    fäst förm graf gångar haft het ial ibel id ig ik il in ing inn inna ion isera isk ism ist
    itet iv lig ling log lös mäss nad nas nat ner ning or ori sam skap som ul um us
    """
)
