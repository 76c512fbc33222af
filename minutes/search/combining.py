"""Words that Swedish municipal compounds are made of, for an archive too small to know them.

Words only. All are common words of the language; none is the name of anybody or any place.
"""

from __future__ import annotations

from minutes.search.swedish import listed

WORDS = listed(
    """
    adress affisch aktivitet ambition ambulans analys anläggning annons anpassning anslag
    anställning ansvar ansökan ansökning antal anteckning antenn apotek app arbete arena arkitekt
    arkiv arkivarie arrangemang art artikel arv asyl attityd avfall avgift avslutning avsnitt
    avtal avveckling avvikelse axel bad badhus balans bana bank barn barnskötare bas batteri
    bebyggelse bedömning befolkning begrepp behandling behov belopp belysning bemanning beredning
    beredskap berg berättelse besked beskrivning beslut beställning bestånd besök beteende betyg
    bevakning bevis bibliotek bidrag bil bilaga bild biljett bio bistånd blad blankett blick block
    blått boende bok bokslut bolag bomb bonde bord bostad brand brandman bransch bredband brev
    brist bro broschyr brott bruk brukare brygga budget buller buss butik bygg byggande bygge
    byggnad byrå byte bytespunkt bäck bänk bärare bästa båt båtplats café center central centrum
    chaufför chef cykel dag dagordning dagvatten damm data dator datum debatt del delegation
    deltagande demokrati detalj dialog direktion direktiv direktör diskussion distans distribution
    djur dokument dom domstol dricksvatten drift driv drog dryck dygn dykning dörr effekt ekonomi
    el elektrifiering elektriker elektronik elev elnät energi enhet enkät erfarenhet ersättning
    etablering etapp evenemang expert exploatering extern fabrik fack faktor fall familj fara
    farled fart fastighet fest fika film finans finansiering firande fisk flagga flod flyg
    flykting flöde fokus folk folkhälsa fond fordon fordran form formulering formulär forskning
    fram framkomlighet framtid fri fritid frukost främjande fråga frånvaro funktion fält färd färg
    färja fönster förberedelse förbindelse förbud förbund fördelning fördjupning förebyggande
    föreläsning förening föreskrift företag företagare författning förhandling förlag förlopp
    förmedling förmån förråd försening förskola förskott förslag förstudie förstärkning försvar
    försäkring försäljning försörjning förteckning förutsättning förvaltning förälder föräldraskap
    förändring gas gata gemensam gemenskap genomförande genomgång glas gods golv gran grannskap
    granskning grund grundskola grupp gräns grön gymnasium gäst gång gård gåva hall hamn handel
    handledning handling handläggare hantering hantverk hastighet hav havsnivå helg helhet hem
    hembygd hinder hjälp hot hotell hus hushåll huvud hyra häfte hälsa hälsovård hållbarhet
    hållplats höjd hörn höst idrott idé index industri inflyttning information infrastruktur
    ingenjör initiativ inkomst inköp innehåll innovation inpendling insamling insats inspektion
    institut instruktion insändare integration integritet intern intervju intresse intäkt
    invandring inventering investering invånare ishall jobb jord journal jul juridik jäm jämlikhet
    jämställdhet järn kabel kaffe kalender kallelse kammare kanal kandidat kansli kapacitet
    kapital kapitalkostnad kart karta kartläggning katalog kedja kemi kemikalie kiosk klagomål
    klass klimat klinik knutpunkt koll kollega kollektiv kollektivtrafik kolumn kommission
    kommitté kommun kommunal kommunikation kommunikatör kompensation kompetens koncept koncern
    kondition konferens konflikt konkurrens konsekvens konst konstverk konsult kontakt kontantstöd
    kontor kontrakt kontroll kopia korridor kort kost kostnad kraft krav kriminalitet kris krog
    krona kropp kultur kund kunskap kurator kurs kust kuvert kvalitet kvarter kvinna kvitto kvot
    kväll kyla kyrka källa källare kärna kö köp laddning lag lager lagstiftning land landsbygd
    landskap landsting larm last lastning led ledamot ledare ledning lekpark lekplats lektion
    leverans leverantör levnad linje liv livsmedel ljud ljus logistik lokal lokaler lott lov luft
    lunch lund läge lägenhet läkare läktare län länk lärare lärling läsår lån löfte lön löpande
    lösning makt mall man mapp mark marknad massa mat material matta matte medarbetare medborgare
    medel medlem medlemskap mejl metod middag mil miljö minister ministerium minne minskning minut
    mobil mobilitet modell moms morgon museum musik myndighet människa märke märkning mässa
    mätning mål målare målning målsättning måltid måluppfyllelse månad möbel möjlighet mönster
    möte namn narkotik narkotika nation natt natur nedläggning nivå nord nuläge nyckel nyhet nytta
    nämnd nämndemän närhet näring näringsliv nät nätverk nöje objekt offer offert olja olje ombud
    omfattning omgivning omlastning område omröstning omsorg omställning opera opinion ord
    ordförande ordförandeskap ordning organ organisation orkester oro ort ost paket pandemi panel
    papper park parkering part parti partner passage patient pendel pendling peng penning pension
    period permission person personal personalkostnad pilot placering plan planerare planering
    plats platta policy polis polisman politik politiker pool port portal post potential pott
    praktik praktikant premie presentation presidium press prioritering prioritet pris problem
    process produkt produktion profil prognos program projekt projektör proposition protokoll prov
    prövning psykiatri pump punkt påverkan rad rapport ras regel region register reklam rekreation
    rekrytering rektor relation remiss remissvar resa resenär reserv restaurang resultat resurs
    revision revisor riksdag riktlinje ring risk roll rum rutin räddning ränta rätt rättighet råd
    rådgivning rådhus rörelse rörlighet rörmokare sajt sak samband samfund samhälle sammanträde
    samordning samråd samtal samtid samverkan sand sanering satsning scen schakt schema
    sekretariat sekreterare sektion sektor semester seminarium server service sida sigill signal
    simhall situation sjuk sjukdom sjukhus sjuksköterska sjukvård sjö sjöfart skada skapande skatt
    skattning skede skiss sko skog skola skolbarn skrivelse skrivning skuld skulptur skydd
    skyldighet skylt skytte skärgård skärm skådespel skötsel slakt slott sluss slut smak snabbhet
    snickare snö social socialtjänst socionom socken socker sommar sommarjobb sopor spel sport
    spridning språk spärr spår spårväg stab stad stadga stadsbyggnad stadskärna start stat station
    statistik statsråd status staty steg sten stiftelse stol stolpe stomme stordrift storlek
    strand strateg strategi stress struktur sträcka sträckning strå stråk ström student studie
    studio styrelse styrgrupp styrka styrning städare städning ställning stäm stämma stämpel
    ståndpunkt stöd störning sulfid summa svar svenska syfte syn synpunkt sysselsättning system
    säkerhet säljare sändning säsong söder sökning tak tal tallrik tandläkare tandvård tavla taxa
    team teater teckning teknik tekniker telefon tema terminal test text tid tidning tidskrift
    tillgång tillstånd tillsyn tillväxt timme titel tjänst tjänsteman tjänstgöring tolk tomt ton
    tonår torg torn trafik transport trappa tryck trygghet trygghetsvandring trä träd träff
    trängsel träning tull tunnel turism turist tvist tyngd tyngdpunkt typ tätort tävling tåg ull
    underhåll underlag underskott undersköterska undersökning undervisning ungdom uppdrag
    uppföljning uppgift uppgörelse upphandling upplevelse upplåtelse uppsägning utbildning utbud
    utbyggnad utfall utförare uthyrning utjämning utkast utlysning utlåtande utmaning utredare
    utredning utrustning utsikt utskick utskott utsläpp utställning utveckling utvärdering
    utökning vaccin vaccination vagn vakt vaktmästare val valfrihet valkrets vandel vandring vapen
    vara vardag varg varsel vatten vecka verk verkan verksamhet verkstad vik vilja villa villkor
    vimpel vind vinst vinter vision vistelse vite vuxen väder väg vägg väktare vänster väntan värd
    värde värdering värdskap värme värmeverk väst växel växt växtlighet våld vår vård vårdcentral
    webb workshop yrke yta yttrande ytvatten ägande ägardirektiv ägare älv ämbete ämne ändring
    ärende åklagare ålder åldring årsredovisning åtagande återbruk återkoppling återvinning åtgärd
    åtgång ökning öppethållande öppning överblick överenskommelse överföring överklagande översikt
    överskott översyn översättning övning
    """
)

# How some of them, and adjectives, are before another word.
CHANGED = listed(
    """
    arbets bio bonde del eko el fiske fjärr flick fritids fågel gatu gemensamhets grund gäst halv
    hel hemma hälso hög inner jämställdhets knut kors kort kvinno kyrk kyrko käll kör kött lands
    lek lär läs lätt låg lång löne mat medel miljö människo mån natur norr nu ny olycks pojk ram
    rese riks ritt sjuk skol små snabb social stads stift stom stor styr syd sågo tele tung tvär
    ung ungdoms ute vall varu vecko vux väst ytter äldre ålders års öst
    """
)

# Of two letters, and yet what compounds begin with: elpris, itsystem.
SHORT_FIRSTS = listed("el eu it tv")

# They begin words, but give what follows another sense: underlag is no lag.
PARTICLES = listed(
    """
    an anti av avs be bi bort de dis efter emot en ent er ett fram från för före förut ge gen
    genom in inne inter intill kon kring med mellan miss mot ned ner o om omkring per på re sam
    samman som sub super sär till tills trans under upp ur ut utan utom van vid vidare å åter
    över
    """
)

# With these it keeps its sense: a förskola is a school.
KEEPING = listed(
    """
    avreglering delbetänkande eftermöte efterutbildning förarbete förmöte förprojektering förskola
    förstudie förundersökning inpendling medaktör medarrangör medfinansiering medfinansiär
    medägare ombyggnad omförhandling omlokalisering ommätning omorganisation omprioritering
    omprövning omröstning samarrangemang samfinansiering samfinansiär samlokalisering samplanering
    samproduktion samupphandling samutnyttjande tillbyggnad underavtal undergrupp underkonsult
    underleverantör underprojekt utbyggnad utpendling återanvändning återbesök återrapport
    återrapportering återremiss överkapacitet överkostnad
    """
)

# What looks like a compound, or begins like another word, and is not made of that.
INDIVISIBLE = listed(
    """
    adress allmän ansvar antal artikel artist avtal banal banan banner bilag billig centrum debatt
    delegat delta deltag delvis departement diskussion effektiv ekonom esplanad europ export
    format formell formul forum förslag försvar grundlig handel handla handled handling handlägg
    hållbar import inflation informa institution instrument intress kandidat kapital kommunic
    kommunik kompetens konferens konsult kontakt kontext kontinent kontor kontrakt kontroll kostym
    kraftig kravall kultur landsbygd landskap landsting ledamot ledamöt ledighet ledning lokalis
    mandat markant marker marketing markis marknad markör material medborg medel mediciner mening
    miljon minister moment motion motiv motor ordförand ordn organisation parker parlament parti
    partner passage person personal personlig planet plank plansch plant plattform plenum porta
    portal portfölj porträtt portug potential presentation press process program projekt propag
    protokoll rapport reception referat referens reform regelbund region regist regler restaurang
    resultat resurs roman rumän räddning rådgiv sallad sekret semester seminari service signal
    situation social socken sport start station statisti status statut strategi struktur styrk
    subjektiv support svarig svart svår talar tendens territori textil tidig tidning tradition
    transport universitet verklig verksam verktyg värdefull värderi
    """
)

# What only ends the names of places: Stockholm is made of nothing.
PLACE_ENDINGS = listed(
    """
    arp berg bo boda borg by dal fors hamn holm hult inge kil köping lund mora näs red ryd sala
    sjö skoga sta stad ström sund sått torp träsk tuna tälje törn vall vik viken ängen ås ö
    """
)

# What ends the names of people and places, and hardly a compound: Tidlund has no time.
NAME_ENDINGS = listed(
    """
    arp berg boda borg dahl fors gren holm hult inge kvist köping lund näs qvist ryd stedt
    ström sund torp tuna tälje törn vik
    """
)

# And what begins the names of people: Sandberg is no mountain.
NAME_BEGINNINGS = listed(
    """
    ahl alm al asp berg björk blom bok ceder dahl dal ed ek eng fager falk flod fors fred fur gran
    grön gull gyll hag hall hed hell hjort holm hög kall klint kvarn käll lager lilj lind ljung
    lund lång löf löv malm mal mell möll nor nord norr ny näs palm ros rosen ryd rå sand sel sjö
    skog sol sten stock strand ström sund svan svens söder tall tegel törn vall wall vester vest
    vik väst wester wik åker ås äng ö öberg öst öster
    """
)

# Endings that are letters of a word too: "mötena" has no "ena".
INFLECTIONS = listed(
    """
    ade ande are arna aste bar ena ende erna het iska lig ligen lös na ning ningar orna sam skap
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
