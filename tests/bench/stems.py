"""Swedish stems of the kind that minutes are made of, from which ``language.py`` makes words.

Nouns stand by declension, with what follows the stem in its eight forms: indefinite, definite,
plural, definite plural, and the same in the genitive. ``+`` parts the stem from the rest of the
first form, which a compound leaves out: ``skol+a``, ``skolbyggnad``.
"""

from __future__ import annotations

GLUE = """
och att i det som en på är av för med till den har de inte om ett men var sig så vi från man
kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade
alla andra mycket än här då sedan över bara blir upp även vad få två vill ha många hur mer går
sina mellan några hela något göra varit samt denna detta dessa genom utan innan enligt bör måste
bland både dels inom kring redan senast respektive tills utifrån vilka vilken varför dock därför
ännu åter övriga cirka ytterligare framför bakom utöver gällande avseende angående inför hittills
"""

NOUNS = {
    "an or orna": """
skol+a gat+a kyrk+a hyr+a fråg+a sid+a olyck+a stug+a brygg+a kart+a tavl+a flott+a yt+a kvinn+a
veck+a pann+a res+a ban+a lamp+a trapp+a klock+a käll+a mass+a skiv+a pump+a ram+a fil+a grav+a
""",
    "en ar arna": """
väg tid dag del stad ort bro skatt bank häst båt bil vagn hamn kust strand fjärd dal berg ås
damm brunn led tunnel ström vind eld rök snö grind gård park skog sten stol tak dom kraft makt
drift vård hjälp start sport dans tvätt handel cykel sopa kaj holm mur spång rast kurs fisk
""",
    "en er erna": """
plan budget taxa region kommun nämnd fond analys strategi policy process rapport metod modell
resurs struktur funktion institution organisation situation station information person
representant direktion sektor aktör instans remiss dialog vision norm kvalitet effekt kapacitet
prognos statistik teknik trafik politik ekonomi energi industri byggnad månad
kostnad marknad tjänst tradition kultur natur figur mätning prioritet garanti licens
""",
    "et  en": """
ting ljus hus vatten avtal mål råd stöd krav bidrag förslag uppdrag beslut protokoll underlag
ärende möte läge arbete hinder system program projekt område samhälle ställe torg rum kontor
bolag verk företag förbund utskott centrum boende läger spår stråk nät rör tält
brev papper register schema kort skydd prov test besök samtal samarbete samråd utbud uttag intag
avlopp avfall material virke gods bränsle underhåll tillstånd förbud överskott underskott lån
""",
    "en ar arna s": """
planering utredning ledning samordning beredning finansiering upphandling uppföljning utbildning
utveckling redovisning fördelning ersättning förhandling granskning bedömning handläggning
förvaltning förening försörjning omsorg betalning avstämning beräkning bevakning belysning
byggning delning dragning fakturering förbättring förändring föreläsning genomgång hantering
höjning inbjudning inriktning justering kartläggning leverering lösning mätning märkning
ordning placering prövning rening rensning sammanställning samling sänkning satsning
skötsel säkring tillsyn trängsel undervisning uppvärmning utsmyckning vägledning värdering
""",
    "en er erna s": """
verksamhet myndighet säkerhet trygghet möjlighet svårighet sjukdom barndom ungdom enighet
hållbarhet tillgänglighet delaktighet arbetslöshet frånvaro närhet öppenhet klarhet snabbhet
egenskap vänskap kunskap landskap beredskap gemenskap ordförandeskap partnerskap
""",
}

VERBS = """
samordn utred bered plan ansvar besök betal bevak bidra bygg diskuter finansier föreslå förhandl
förbered granska hanter inform inled justera kart konstater lämn leverer lyft medverk notera
påbörj prioriter presenter påminn redovis rekommender rensa samla samverk skick stöd säkr utveckl
undersök uppdater uppmuntr utvärder vänt återkomm öppn överlämn avslut arbet anmäl ansök avstå
"""

ADJECTIVES = """
gemensam ny stor liten lång kort tidig sen hög låg regional kommunal lokal digital social ekonomisk
teknisk politisk praktisk juridisk strategisk allmän särskild samlad nödvändig möjlig viktig rimlig
tydlig skriftlig muntlig årlig tillfällig slutlig preliminär fortsatt pågående kommande ansvarig
öppen trygg säker hållbar tillgänglig berörd aktuell angelägen skälig oförändrad
"""

# Parts of names: nobody is called so, or if somebody is, it is by chance.
GIVEN = """
Agda Alvar Arvid Astrid Baltsar Berit Birger Boel Cilla Dagny Disa Ebba Edvin Egil Elna Elof
Embla Estrid Folke Frej Freja Gerda Gillis Greta Gudrun Gunvor Gösta Halvar Harriet Hedda Helmer
Hilma Hjalmar Hulda Idun Ingeborg Ivar Jorunn Kerstin Klas Laila Leif Linnea Lovis Magnhild Majken
Malte Märta Nanna Nils Odd Olle Orvar Pontus Ragna Ragnar Runa Rut Saga Signe Sigurd Siri Sixten
Solveig Sten Sture Svante Svea Tage Tekla Thyra Tor Torun Tova Truls Tyra Ulla Unn Valborg Valter
Vega Verner Viggo Vilgot Viveka Ylva Yngve Yrsa Åke Åsa Ödger Östen
"""
NAME_BEGINS = """
Alm Asp Berg Björk Blom Bok Brunn Dahl Ed Ek Fager Falk Fors Fur Grön Gyll Hag Hed Hjort Holm Häll
Kall Klint Kvarn Lager Lind Ljung Lund Lång Malm Mo Myr Nord Näs Ny Rosen Ros Råg Sand Sjö Skog
Sol Sten Ström Sund Söder Tall Tegel Torn Vass Vester Viker Vall Åker Åker Äng Öhr Öst
"""
SURNAME_ENDS = """
bom berg blad by dal fors gren gård hage hall hed holm hult kvist klev lid lund läge man mark mo
ner näs plym qvist rot rud skog skär stad sten ström strand sund torp tun vall vik vång yard
"""
PLACE_ENDS = """
arp berga boda by bygd bäck dala ekeby fors gärde hamn hult hyttan kinda köping lösa mora näset
red rum sala skoga stad sunda säter tuna torp vad vik vreta åker ås ö önnestad
"""
