"""Words of minutes and of this archive that not everybody knows, in a line or two each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from people.names import slug, sort_key


@dataclass(frozen=True, slots=True)
class Term:
    """``word`` is Swedish in every language, as it stands in minutes; ``meaning`` is not."""

    word: str
    meaning: str

    @property
    def anchor(self) -> str:
        return slug(self.word)


def letters() -> list[tuple[str, list[Term]]]:
    """(letter, its words) in Swedish order, å, ä and ö last."""
    in_order = sorted(TERMS, key=lambda term: sort_key(term.word))
    return [(letter, list(of)) for letter, of in groupby(in_order, lambda t: t.word[0].upper())]


TERMS = [
    Term(
        "adjungerad",
        _("Den som får vara med vid ett möte, eller en del av det, utan att höra till organet."),
    ),
    Term("ajournera", _("Göra uppehåll i ett möte, som fortsätter samma dag eller en annan.")),
    Term(
        "ansvarig",
        _("Den person, kommun eller grupp som ska se till att ett uppdrag blir gjort."),
    ),
    Term("avslå", _("Säga nej till ett förslag.")),
    Term(
        "beslut",
        _(
            "Det mötet har kommit fram till. I arkivet är varje beslut en egen rad med en fast"
            " adress, också när flera står under samma punkt."
        ),
    ),
    Term(
        "beslutsmening",
        _("Den mening i protokollet som säger vad som beslutades. Den börjar ofta med ”att”."),
    ),
    Term("bifalla", _("Säga ja till ett förslag.")),
    Term(
        "bordlagd",
        _("Uppskjuten: ärendet tas upp vid ett senare möte, utan att något har beslutats i sak."),
    ),
    Term("dagordning", _("Listan över vad som ska tas upp vid mötet, punkt för punkt.")),
    Term(
        "delegation",
        _("Rätt att besluta i ett organs ställe, given till någon för en viss sorts ärenden."),
    ),
    Term("ersättare", _("Den som träder in när en ordinarie ledamot inte kan vara med.")),
    Term("föredragande", _("Den som berättar om ett ärende för mötet innan det beslutar.")),
    Term(
        "frånvarande",
        _(
            "Den som protokollet säger inte var med. Den som inte nämns alls räknas varken som"
            " närvarande eller frånvarande."
        ),
    ),
    Term("gallra", _("Ta bort en handling för alltid, enligt en regel som har beslutats.")),
    Term(
        "hänvisning",
        _("Organ, datum, punkt och beslut i en rad, så att andra hittar samma beslut."),
    ),
    Term(
        "intern",
        _("Ett möte i arkivet som den ser som är inloggad, men inte allmänheten."),
    ),
    Term(
        "justering",
        _(
            "En eller flera utsedda läser protokollet och intygar att det stämmer. ”Justeras”"
            " betyder att det ska göras, ”justerades” att det är gjort."
        ),
    ),
    Term("kallelse", _("Inbjudan till ett möte, med tid, plats och dagordning.")),
    Term("kansli", _("De som förbereder mötena, skriver och sparar protokollen.")),
    Term("kommundirektör", _("Kommunens högsta tjänsteman, anställd och inte vald.")),
    Term(
        "kommunfullmäktige",
        _("Kommunens högsta beslutande församling, vald av invånarna. Förkortas KF."),
    ),
    Term(
        "kommunstyrelse",
        _("Den politiska styrelse som leder kommunens arbete under fullmäktige. Förkortas KS."),
    ),
    Term("KSO", _("Kommunstyrelsens ordförande, kommunens ledande politiker.")),
    Term(
        "ledningsgrupp",
        _("Här: kommundirektörerna tillsammans. De förbereder frågorna åt politikerna."),
    ),
    Term(
        "minnesanteckningar",
        _("Anteckningar från ett möte. Friare än ett protokoll, men beslut kan stå i dem också."),
    ),
    Term(
        "närvarande",
        _("Den som protokollet säger var med, på plats eller på distans."),
    ),
    Term("oklart", _("Så står det i arkivet när källan inte säger något. Arkivet gissar inte.")),
    Term("omedelbart justerad", _("Godkänd redan under mötet, så att beslutet kan gälla genast.")),
    Term(
        "ordförande", _("Den som leder mötet. Det kan vara en annan än den som är vald till det.")
    ),
    Term("organ", _("En grupp som håller möten, till exempel en kommitté, nämnd eller styrelse.")),
    Term(
        "originalfil",
        _("Filen som kansliet lämnade in. Den sparas oförändrad och kan hämtas på mötets sida."),
    ),
    Term(
        "planeringskonferens",
        _("Ett längre möte, ofta på två dagar, där organet planerar det kommande arbetet."),
    ),
    Term(
        "protokoll",
        _("Den formella redogörelsen för vad ett möte beslutade, och vilka som var med."),
    ),
    Term(
        "protokollsutdrag",
        _("En punkt ur ett protokoll för sig, som skickas till dem som beslutet rör."),
    ),
    Term(
        "punkt",
        _(
            "Ett ärende på dagordningen. Numret är det som står tryckt; samma nummer kan stå två"
            " gånger i ett protokoll."
        ),
    ),
    Term(
        "rekommendation",
        _("Ett förslag till någon annan att besluta, till exempel till varje kommun för sig."),
    ),
    Term(
        "remiss",
        _("Ett förslag som någon skickar ut för att få synpunkter. Svaret heter remissvar."),
    ),
    Term("reservation", _("Den som inte står bakom ett beslut får det antecknat i protokollet.")),
    Term(
        "samarbetskommitté",
        _("Här: kommunstyrelsernas ordförande tillsammans. De beslutar om det gemensamma."),
    ),
    Term("sekreterare", _("Den som skriver protokollet. I arkivet också den som publicerar det.")),
    Term(
        "till handlingarna",
        _("Mötet har tagit del av något och sparar det, utan att besluta mer om det."),
    ),
    Term(
        "tolkning",
        _(
            "När programmet läser ett protokoll och tar fram tid, närvaro, punkter och beslut."
            " Det som är osäkert granskas av en människa."
        ),
    ),
    Term(
        "uppdrag",
        _("Något som någon ska göra efter ett beslut, ofta till en viss dag."),
    ),
    Term("utestående", _("Uppdrag och frågor som inte är klara.")),
    Term("utgick", _("Punkten togs bort från dagordningen och behandlades inte.")),
    Term("utkast", _("Ett möte i arkivet som ännu inte är publicerat. Bara sekreterare ser det.")),
    Term("yrkande", _("Ett förslag till beslut som någon lägger fram under mötet.")),
    Term(
        "ämne",
        _("Det ett beslut eller en punkt handlar om, så att samma sak går att följa genom åren."),
    ),
    Term("ärende", _("En fråga som ett organ behandlar, ibland vid flera möten.")),
    Term(
        "återremiss",
        _("Ärendet skickas tillbaka för att utredas mer innan det kan beslutas."),
    ),
]
