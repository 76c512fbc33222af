"""What a known person, group or member takes on in a sentence of prose, without a mark.

Minutes write it in the present tense: "Vera skickar ut listan." So do reports of what is going on.
The subject decides, with the verb: somebody of the meeting who does what cannot be done at a
meeting, or anything by a printed day. Authorities and what is told of others give no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from intake.parsing.actors import (
    DECIDING_BODIES,
    DECIDING_VERBS,
    GROUP,
    NO_TASK,
    NO_TASK_VERBS,
    ONE,
    POST,
    WHO,
)
from intake.parsing.dates import MONTHS
from intake.parsing.minutes import ParsedAttendance
from intake.parsing.places import BY_FOLD
from intake.parsing.swedish import INFINITIVES, words

TASK, REPLY, PROMISE = "task", "reply", "promise"


class Taken(NamedTuple):
    kind: str
    who: str  # as printed; "" where it is each member, or not told
    members: bool = False


_KNOWN_BY = r"(?:kommun\s+)?"
_HOW = r"(?:(?:också|även|därefter|sedan|därför|i sin tur|tillsammans med [^,.]{3,40})\s+)*"
# At the head of a sentence, or of what follows "och" or "enades om att".
STARTS = re.compile(
    r"^(?:[A-ZÅÄÖ][^.:;]{1,50}:\s+)?|\((?=[A-ZÅÄÖ])|(?:,|,?\s(?:och|samt|medan|men))\s+(?:vilket\s+)?|"
    r"\b(?:enas|enades|överens|bestämde|bestämmer|kom fram till)\b[^.]{0,30}?\batt\s+"
)
ACTOR = re.compile(rf"{WHO}(?:,\s+som\s[^,]{{3,60}},)?\s+{_KNOWN_BY}{_HOW}")
# Nobody is at a meeting to do these.
_VERBS = words(
    """
    tillfrågar| bokar| kontaktar| mejlar| mailar| undersöker| sammanställer| utreder| kompletterar|
    bevakar| efterhör| efterfrågar| kallar| översänder| distribuerar| skriver| kollar| omarbetar|
    reviderar| förbereder| bereder| beställer| ringer| formulerar| renskriver| ordnar|
    återrapporterar| förankrar| arrangerar| publicerar| ombesörjer| fixar| skissar| sammankallar|
    levererar| vidarebefordrar| inventerar| dokumenterar| återsänder| upphandlar
    """
)
_WITH_PARTICLE = (
    r"bjuder\s+in(?!\s+till\b)|tar\s+fram|skickar(?!\s+med)|stämmer\s+av|ser\s+över|"
    r"tar\s+kontakt|hör\s+(?:med|av\s+sig)|ser\s+till|tar\s+reda|arbetar\s+vidare|"
    r"lämnar\s+förslag|tar\s+(?:på\s+sig|med\s+sig)|bistår\s+med|följer\s+upp|"
    r"lägger\s+(?:upp|ut|in)|fyller\s+i|gör\s+(?:en|ett|klart|färdigt|om)|samlar\s+in|"
    r"räknar\s+(?:om|fram|ut)|ber\s+[\wåäöÅÄÖ]+\s+(?:att\s+)?[a-zåäö]+a\b|"
    r"(?:tittar|jobbar|går)\s+vidare\s+(?:på|med)|tar\s+en\s+(?:dialog|diskussion|kontakt)\s+med|"
    r"ger\s+[\wåäöÅÄÖ-]+\s+(?:återkoppling|besked|svar)|håller\s+i\s+(?:sammanställ|arbetet)\w*|"
    r"återkopplar\s+till|"
    r"begär\s+in|tar\s+in|pratar\s+med|ställer\s+upp|skriver\s+ihop|"
    r"delar\s[^.;]{3,60}\b(?:[Tt]eams\w*|\w*ytan?|\w*mappen?|\w*kanalen)\b|"
    r"uppdaterar\s+(?:\w+\s+)?[\w-]*(?:list|dokument|sida|plan|mall|schema|underlag|register)\w*|"
    r"samordnar\s+(?:tid|datum|resa|svar|inbjud)\w*|"
    r"tar\s+frågan\s+(?:vidare|med)|lyfter\s+frågan\s+(?:i|med|vidare|till)"
)
DOES = re.compile(rf"(?:{'|'.join(sorted(_VERBS))}|{_WITH_PARTICLE})\b")
PLEDGES = re.compile(
    r"(?:lovar|lovade|åtar\s+sig|åtog\s+sig|tar\s+på\s+sig|tog\s+på\s+sig|erbjuder\s+sig|"
    r"erbjöd\s+sig|har\s+för\s+avsikt\s+att|avser\s+att)\b"
)
ASKED = re.compile(r"(?:ombeds|uppmanas|ombads|uppmanades)\s+(?:att\s+)?[a-zåäö]+\b")
_INFINITIVE = (
    r"(?:meddela|skicka|ta\s+(?:fram|kontakt|reda)|redovisa|återkomma|återrapportera|utreda|"
    r"sammanställa|bjuda\s+in|boka|kalla|begära|inhämta|komplettera|revidera|uppdatera|kontakta|"
    r"undersöka|bereda|arbeta\s+fram|se\s+över|stämma\s+av|planera|kartlägga|översända|utse|"
    r"lämna|skriva|förbereda|upphandla|föreslå|samordna|anmäla|besvara|svara|prata|kolla|ordna|"
    r"ringa|mejla|leverera|förankra)"
)
IS_TO = re.compile(rf"(?:ska|skall|kommer\s+att)\s+(?:[a-zåäö]+\s+){{0,2}}?{_INFINITIVE}\b")
# "Vera kallar gruppen och lämnar förslag": the second of two verbs.
ALSO_DOES = re.compile(rf"[^.;]{{3,80}}?\s(?:och|samt)\s+{DOES.pattern}")
# "Utvärderingen kvarstår, ansvarig Vera."
BESIDE = re.compile(rf"[,(;–-]\s*[Aa]nsvariga?\s*:?\s+{WHO}\s*\)?\.?$")
# Of a person; what a group needs to do is rather an opinion.
HAS_TO = re.compile(rf"(?:får|behöver|måste)\s+(?:[a-zåäö]+\s+){{0,2}}?{_INFINITIVE}\b")
_NEXT = (
    r"(?:vid|på|till|inför|före|innan)\s+(?:nästa\s+\w*|(?:[\wåäö]+s\s+)?(?:"
    + "|".join(MONTHS)
    + r"))(?:möte|sammanträde|träff)"
)
MEETINGS = ("möte", "sammanträde", "träff")  # to look for these first costs little
# Who tells of something now has no task; who will at the next meeting has.
REPORTS = re.compile(
    r"[^.;]{0,80}?(?:rapporterar|redovisar|återkopplar|presenterar|informerar|berättar)\s+"
    rf"(?:[\wåäöÅÄÖ]+\s+){{0,4}}?{_NEXT}"
)
MEETS_TO = re.compile(r"(?:träffas|möts|ses)\b[^.]*\bför att\b")
WHEN_DONE = re.compile(
    r"\b(?:när|så (?:snart|fort)) (?:(?:den|det|de|allt) är "
    r"(?:känd|känt|klar|färdig|lös|avgjor|bestäm)\w*|"
    r"\w+ (?:vet mer|har (?:fått )?(?:svar|besked)))"
)
# "Vera: boka lokal", as a list of what is to be done has it.
_IN_A_LIST = words(
    "kolla| fixa| ringa| mejla| maila| prata| kontakta| undersöka| samla| stämma| ordna| se| "
    "göra| lägga| leta| testa| köra"
)
TO_EACH = re.compile(
    rf"^(?P<who>{ONE}(?:(?:,\s*|\s+och\s+|\s*[+&/]\s*){ONE}){{0,5}})"
    rf"\s*(?::|\s[–-])\s+(?:att\s+)?(?:{INFINITIVES}|{'|'.join(_IN_A_LIST)}|[a-zåäö]{{3,}}era)\b"
)

VERB = re.compile(r"(?P<verb>[a-zåäö]+(?:ar|er|ör|år|yr)|[a-zåäö]{2,}är)\b")
# What one says at a meeting, or what only holds.
TELLS = words(
    """
    redovisar| visar| berättar| informerar| presenterar| redogör| lyfter| frågar| undrar| öppnar|
    hälsar| tackar| avslutar| meddelar| påminner| föredrar| rapporterar| beskriver| nämner|
    framför| efterlyser| välkomnar| betonar| understryker| bedömer| hoppas| planerar| inväntar|
    räknar| slutar| börjar| arbetar| träffar| bjuder| går| tar| kommer| ska| skall| bör| brukar|
    pensioneras| flyttar| fyller| fortsätter| gäller| justerar| leder| sammanträder| väntar
    """
)
# What a member or a municipality does for the others.
GIVES = words(
    """
    utser| meddelar| återkommer| lämnar| skickar| redovisar| rapporterar| svarar| besvarar|
    anmäler| inkommer| undersöker| kartlägger| ansvarar| kompletterar| yttrar| nominerar|
    fyller| läser| föreslår| översänder
    """
)
ALL = re.compile(
    r"(?:(?P<members>(?:(?:[Rr]espektive|[Vv]arje|[Ss]amtliga|[Aa]lla|[Öö]vriga|[Bb]erörda|"
    r"[Mm]edverkande|[Dd]eltagande)\s+(?:\w+\s+)?(?:medlems)?kommun(?:er|erna)?|"
    r"(?:[Mm]edlemsk|[Ää]gark|[Kk])ommunerna))|[Aa]lla|[Ss]amtliga|[Öö]vriga)\s+"
    r"(?P<verb>[a-zåäö]+r|ombeds|uppmanas)\b"
)
FALLS_TO = re.compile(
    rf"\b[Dd]et (?:åligger|ankommer på)\s+(?:(?P<members>(?:varje|respektive|samtliga)\s+"
    rf"(?:medlems)?kommun\w*|kommunerna)|{WHO})\s+att\b"
)
_DONE_BY = (
    r"(?:skrivs|sammanställs|bokas|utreds|bereds|görs|revideras|kompletteras|uppdateras|"
    r"tillfrågas|kontaktas|bevakas|ombesörjs|hanteras|"
    r"skickas|distribueras|tas fram|arbetas fram|samordnas|förbereds)"
)
BY = re.compile(rf"\b{_DONE_BY}\s+(?:ut\s+|in\s+)?av\s+{WHO}")
ENTRUSTS = re.compile(
    rf"^(?:{GROUP}|Mötet|Vi)\s+(?:uppdrog|uppdrar|bad|ber|gav|ger)\s+(?:i\s+uppdrag\s+)?"
    rf"(?:åt\s+|till\s+)?{WHO}\s+(?:i\s+uppdrag\s+)?att\b"
)
IN_CHARGE = re.compile(rf"^Ansvariga?\s+för\s+[^:.]{{3,80}}:\s+{WHO}")
_MONTHS = "|".join(MONTHS)
LIMITS = re.compile(
    r"\b(?:senast|före|innan)\b[^.,;]{0,30}?(?:\d|\b(?:årsskiftet|årets slut|jul|"
    rf"sommaren|semestern|hösten|nästa|{_MONTHS})\b)|\b(?:snarast|omgående|skyndsamt)\b|\btill\s+(?:\w+dag(?:en)?\s+)?(?:den\s+)?\d",
    re.IGNORECASE,
)
WITHIN = re.compile(rf"\b(?:under|i)\s+(?:{_MONTHS})\b")
# A decision that promises without naming anybody.
_TO_DO = (
    r"(?:skicka|ta fram|redovisa|återkomma|återrapportera|utreda|sammanställa|bjuda in|boka|kalla|"
    r"begära|inhämta|komplettera|revidera|uppdatera|kontakta|undersöka|bereda|arbeta fram|"
    r"se över|stämma av|planera in|kartlägga|översända|påbörja)"
)
_TO_BE_DONE = (
    r"(?:skickas|tas fram|redovisas|återrapporteras|utredas|sammanställas|bjudas|bokas|kallas|"
    r"begäras|inhämtas|kompletteras|revideras|uppdateras|kontaktas|undersökas|beredas|"
    r"arbetas fram|ses över|stämmas av|planeras in|kartläggas|översändas|påbörjas)"
)
PROMISED = re.compile(
    rf"\b(?:kommer att|ska|skall|bör)\s+(?:\w+\s+){{0,2}}?{_TO_BE_DONE}\b|"
    rf"^(?:[Aa]tt\s+)?{_TO_DO}\b|\b(?:planeras|bokas|kallas|bjuds)\s+in\b|"
    r"\b(?:tas|skickas|arbetas)\s+fram\b",
)
# Others than those who meet: what they do is told.
AUTHORITY = re.compile(
    r"(?:(?<!nät)verket|myndigheten|myndigheterna|länsstyrelsen|regionen|regeringen|riksdagen|"
    r"domstolen|polisen|trafikförvaltningen|kommunstyrelsen|fullmäktige)$",
    re.IGNORECASE,
)


# "→ Vera frågar hamnchefen": an arrow points to what comes of it.
ARROWS = ("→", "➔", "⇒")
ARROW = re.compile(rf"^(?:{'|'.join(ARROWS)})\s*{WHO}\s+(?P<verb>[a-zåäö]+r)\b")
SAYS = NO_TASK_VERBS | TELLS - {"frågar", "meddelar", "lyfter", "arbetar"}
EACH = re.compile(ONE)
A_GROUP_OR_POST = re.compile(rf"{GROUP}|{POST}")


# A word that stands in each sentence of which the rule is true: to look for it first costs little.
NAMES_SOMEBODY = (
    *((word, ENTRUSTS) for word in ("uppdr", " bad ", " ber ", " gav ", " ger ")),
    (": ", IN_CHARGE),
    *((sign, TO_EACH) for sign in (": ", " – ", " - ")),
    (" av ", BY),
    ("nsvarig", BESIDE),
)


def taken_on(text: str, attendances: Sequence[ParsedAttendance]) -> Taken | None:
    """Who takes on what the sentence tells; None where nobody of the meeting does."""
    for word, pattern in NAMES_SOMEBODY:
        match = pattern.search(text) if word in text else None
        if match and is_known(match["who"], attendances):
            return Taken(TASK, match["who"])
    if text.startswith(ARROWS) and (match := ARROW.match(text)):
        known = is_known(match["who"], attendances)
        return Taken(TASK, match["who"]) if known and match["verb"] not in SAYS else None
    if (" åligger " in text or " ankommer " in text) and (match := FALLS_TO.search(text)):
        return Taken(TASK, match["who"] or "", bool(match["members"]))
    for start in STARTS.finditer(text):
        if found := _from(text, start.end(), attendances):
            return found
    return None


def is_known(who: str, attendances: Sequence[ParsedAttendance]) -> bool:
    """Whether it names somebody of this meeting, a group or a post; no authority."""
    called = _called(tuple(one.name for one in attendances))
    return any(able or one.casefold() in called for one, able in _each(who))


@lru_cache(maxsize=64)  # asked with each sentence of a file
def _called(names: tuple[str, ...]) -> frozenset[str]:
    """The names, whole and first alone, in small letters."""
    folded = {name.casefold() for name in names}
    return frozenset(folded | {name.split()[0] for name in folded})


@lru_cache(maxsize=2000)  # sentences begin with much the same words in all minutes
def _each(who: str) -> tuple[tuple[str, bool], ...]:
    """Each that is named, with whether it is a group or a post."""
    named = (found.rstrip(".") for found in EACH.findall(who))
    return tuple(
        (one, bool(A_GROUP_OR_POST.fullmatch(one) and not AUTHORITY.search(one))) for one in named
    )


def _from(text: str, at: int, attendances: Sequence[ParsedAttendance]) -> Taken | None:
    if all_of_them := ALL.match(text, at):
        return _from_all(text, at, all_of_them)
    actor = ACTOR.match(text, at)
    if not actor or actor["who"].casefold() in NO_TASK:
        return None
    limited = bool(LIMITS.search(text, at))
    if is_known(actor["who"], attendances):
        able = limited and actor["who"].casefold() not in DECIDING_BODIES
        kind = next(_kinds(text, actor.end(), able), None) or _has_to(text, actor)
        return Taken(kind, actor["who"]) if kind else None
    if (limited or WITHIN.search(text, at)) and _are_municipalities(actor["who"]):
        does = VERB.match(text, actor.end())
        if IS_TO.match(text, actor.end()) or (does and limited and does["verb"] in GIVES):
            return Taken(TASK, actor["who"])
    return None


def _are_municipalities(who: str) -> bool:
    return all(one.casefold() in BY_FOLD for one in EACH.findall(who))


def _from_all(text: str, at: int, everybody: re.Match[str]) -> Taken | None:
    """What all of them, or each member, are asked for by a printed time."""
    verb = everybody["verb"].lower()
    told = verb not in GIVES and verb in NO_TASK_VERBS | TELLS | DECIDING_VERBS
    if told and not DOES.match(text, everybody.start("verb")):
        return None
    members = bool(everybody["members"])
    return Taken(REPLY, "", members) if LIMITS.search(text, at) else None


def _kinds(text: str, at: int, limited: bool) -> Iterator[str]:
    """What a known person's verb at ``at`` makes of the sentence."""
    if PLEDGES.match(text, at) or WHEN_DONE.search(text, at):
        yield PROMISE
    if ASKED.match(text, at):
        yield REPLY
    if DOES.match(text, at) or IS_TO.match(text, at) or _besides(text, at):
        yield TASK
    if MEETS_TO.match(text, at) and (limited or WITHIN.search(text, at)):
        yield TASK
    verb = VERB.match(text, at)
    if limited and verb and verb["verb"] not in NO_TASK_VERBS | TELLS | DECIDING_VERBS:
        yield TASK


def _besides(text: str, at: int) -> bool:
    """Whether a second verb is a task, or what is told is told at the next meeting."""
    return bool(ALSO_DOES.match(text, at)) or bool(
        any(map(text.__contains__, MEETINGS)) and REPORTS.match(text, at)
    )


def _has_to(text: str, actor: re.Match[str]) -> str | None:
    person = not A_GROUP_OR_POST.fullmatch(actor["who"])
    return TASK if person and HAS_TO.match(text, actor.end()) else None
