"""The grammar of "who does it": persons, posts and groups, and the verbs that give them a task."""

from __future__ import annotations

import re

from intake.parsing.names import NAME
from intake.parsing.swedish import words

_NAME = NAME.pattern
NAME_OF_TWO = _NAME.removesuffix("{0,5}") + "{1,5}"
# A group or a post, in the definite form: the one who can take something on.
_GROUP = (
    r"(?i:[\wåäö-]*(?:gruppen|kommittén|kommitten|nätverket|utskottet|styrelsen|nämnden|kansliet|"
    r"sekretariatet|förvaltningen|kontoret|direktionen|presidiet|teamet|rådet|beredningen|verket|"
    r"cheferna|direktörerna|funktionen|enheten|avdelningen))"
)
GROUP = (
    r"(?:[A-ZÅÄÖa-zåäö][\wåäö]+s (?:nätverk|arbetsgrupp|styrgrupp)"
    rf"|{_GROUP}\s+för\s+[\wåäö-]+(?:\s+och\s+[\wåäö-]+)?"
    rf"|(?i:tekniska\s+|verkställande\s+|gemensamma\s+)?{_GROUP})"
)
POST = (
    r"(?:[A-ZÅÄÖa-zåäö][\wåäö]*-\s+och\s+)?[A-ZÅÄÖa-zåäö]?[\wåäö-]*(?:chefen|direktören|"
    r"ordföranden|sekreteraren|ledaren|samordnaren|strategen|juristen|ingenjören|"
    r"utredaren|"
    r"ekonomen|kassören|[Oo]rdföranden|[Ss]amordnaren|[Ss]ekreteraren|arkitekten|"
    r"handläggaren|revisorn|koordinatorn|registratorn|rektorn|inspektören|controllern)|"
    r"[Oo]rdförande"
)
ONE = rf"(?:{GROUP}|{POST}|{_NAME})"
# One, or several parted by commas and "och": "Bo Ek, Eva Sten och kansliet".
WHO = rf"(?P<who>{ONE}(?:(?:,\s*|\s+(?:och|samt|[+&])\s+){ONE}){{0,9}})"
_HOW = (
    r"(?:också|även|därför|härmed|samtidigt|gemensamt|senast [^,.]{3,25}|"
    r"(?:till|vid|på) (?:nästa|kommande) \w+|"
    r"tillsammans med [^,.]{3,40})"
)
# A finite verb that is no passive: "ringer", "gör", "ska".
_VERB = (
    r"(?P<verb>ska|skall|bör|[a-zåäö]+(?:ar|er|ör|år|yr)|[a-zåäö]{2,}är)(?! sig bakom|"
    r" sig positiv)"
)
# A second one in the same sentence: "... och Eva Sten granskar det".
FURTHER = re.compile(rf"\b(?:och|samt)\s+(?:att\s+)?(?P<who>{NAME_OF_TWO})\s+{_VERB}\b")
ACTOR = re.compile(rf"^(?:[Aa]tt\s+)?{WHO}\s+(?:{_HOW}\s+)*{_VERB}\b")
CLAUSE_ACTOR = re.compile(
    rf"\b(?:[Bb]eslut(?:ar|ade|as|ades)|[Bb]eslöts?)\s+att\s+{WHO}\s+(?:{_HOW}\s+)*{_VERB}\b"
)
# The passive: "sammanställs av Bo Ek", but not what a body adopts.
DONE_BY = re.compile(
    r"\b(?!antas|godkänns|fastställs|beslutas|utses|justeras|föreslås|ägs|väljs|behandlas|prövas)"
    rf"[a-zåäö]+s\s+(?:fram\s+|in\s+|ut\s+)?av\s+{WHO}"
)
TASKED = re.compile(
    rf"\b{WHO}\s+(?:får|fick|ges|gavs|har fått)\s+(?:{_HOW}\s+)*"
    r"(?:i\s+uppdrag\b|(?:i|till)\s+uppgift\s+att\b|(?:uppdraget|uppgiften)\s+att\b)"
)
ENTRUST = re.compile(
    rf"\b(?:[Uu]ppdr(?:ar|as|a|ogs)(?:\s+åt|\s+till)?|[Gg]e(?:r|s)?|"
    rf"[Ll]ämna(?:r)?)\s+(?:i\s+uppdrag\s+)?(?:åt\s+|"
    rf"till\s+)?(?:[\wåäöÅÄÖ-]+s\s+)?{WHO}\s+(?:(?:{_HOW})\s+)?(?:(?:i\s+)?uppdrag(?:et)?\b|"
    rf"att\b)"
)
# Verbs that tell what somebody is, says or thinks, or that hold for things: no task.
NO_TASK_VERBS = words(
    """
    anser| antar| avslår| avstyrker| avsäger| avvaktar| behöver| beslutar| består| beviljar|
    bifaller| blir| deltar| fastställer| finner| får| föreslår| förklarar| förordar| ger|
    godkänner| gäller| har| hälsar| ingår| innebär| instämmer| kan| konstaterar| kvarstår|
    menar| måste| noterar| omfattar| pågår| påpekar| rekommenderar| reserverar| sitter| sker|
    står| säger| tackar| tillstyrker| tillträder| tror| uppdrar| upphör| uppmanar| utgör| utser|
    var| vet| vill| yrkar| är| önskar
    """
)
# The body itself, by the word that its own minutes use.
DECIDING_BODIES = words(
    "nämnden| styrelsen| utskottet| direktionen| rådet| gruppen| kommittén| föreningen| förbundet"
)
# What a body does when it decides; a person who does it has a task.
DECIDING_VERBS = frozenset(("väljer", "lägger", "ställer", "enas"))
ELECTED = re.compile(
    r"\b(?:utse[rs]?|utsågs|utsedd|välj(?:a|s)|väljer [A-ZÅÄÖ]|valdes|entledig\w+|"
    r"nominera\w*|som (?:ny )?(?:ordförande|ledamot|ersättare|representant|justerare))\b",
    re.IGNORECASE,
)
NO_TASK = words(
    """
    alla| beslut| förslaget| kommunen| kommunerna| man| medverkande| mötet| respektive|
    samtliga| vi
    """
)
