"""The set phrases of a decision: its marks, its sentences, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Set

from intake.parsing.actors import ACTOR, GROUP, NAME_OF_TWO, NO_TASK_VERBS, POST
from intake.parsing.swedish import (
    BODY_ABBREVIATIONS,
    BODY_ENDINGS,
    INFINITIVES,
    words,
)

_ENDINGS = "|".join(sorted(BODY_ENDINGS, key=len, reverse=True))


_ABBREVIATIONS = "|".join(sorted(BODY_ABBREVIATIONS, key=len, reverse=True))


# The one that decides: "Kommunstyrelsens arbetsutskott", "VU", "Styrelsen för nätverket".
SUBJECT = (
    rf"(?:[\wÅÄÖåäö/-]+(?:s|a|ande)\s+)?(?:[\wÅÄÖåäö]+-\s+(?:och|"
    rf"samt)\s+)?(?:[\wÅÄÖåäö-]*(?:{_ENDINGS})|{_ABBREVIATIONS}|vi|man)"
)


VERB = r"(?:beslutar|beslutade|beslöt|har beslutat|fattade beslut om|fattar beslut om)"


ADVERB = (
    r"(?:(?:också|även|därför|därmed|enhälligt|slutligen|vidare|således|efter\s+\w+|"
    r"för egen del|för sin del|dessutom|då|sedan|i enlighet[^.]{0,40}|enligt [^.]{0,40}|"
    r"med [^.]{0,40}|i ärendet)\s+)*"
)


# In every phrase below; most paragraphs hold neither word and are not looked at further.
NAMES_DECISION = re.compile(r"besl|bestäm|förslag", re.IGNORECASE)
MARK = re.compile(
    rf"^(?:(?:(?:{SUBJECT}|(?:[\w-]+\s+)?[\w-]+s)\s+|[\w-]+s(?=BESLUT))?"
    rf"beslut(?:et|en)?(?:\s*\(\s*\w+\s*\))?|beslutas?|"
    rf"beslutades|det beslutades?|mötets beslut|beslut\s+i\s+\w+|beslut\s*§\s*\d+)\s*:?\s*$",
    re.IGNORECASE,
)


RUN_IN = re.compile(
    r"^(?:(?:[\wÅÄÖåäö-]+s\s+)?beslut|beslutades|beslutas)\s*(?::|–|\s-\s)\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)


LEAD = re.compile(
    rf"^(?:{SUBJECT})\s+{VERB}(?:\s+{ADVERB.rstrip('*')}*)?\s*(?:för egen del|enhälligt|"
    rf"också|därför|följande|därmed|i enlighet\s+\w+|att)?\s*(?::|(?<=följande)\.)?\s*$",
    re.IGNORECASE,
)


# "Arbetsutskottet föreslår kommunstyrelsen besluta", above what is to be decided.
PROPOSING_LEAD = re.compile(
    rf"^(?:{SUBJECT})\s+(?:föreslår|rekommenderar|hemställer hos|förordar)\s+(?:att\s+)?"
    rf"(?:{SUBJECT})\s+(?:att\s+)?beslutar?(?:\s+(?:att|följande))?\s*:?\s*$",
    re.IGNORECASE,
)


SENTENCE = re.compile(
    rf"^(?:efter\s[^.]{{0,80}}\s)?(?:{SUBJECT})\s+{VERB}\s+{ADVERB}(?:att\b|:|"
    rf"(?:{INFINITIVES})\b)",
    re.IGNORECASE,
)


# What a body does by saying it, with nothing but an object after the verb.
PERFORMED = re.compile(
    rf"^(?:{SUBJECT})\s+(?:godkänner|godkände|antar|antog|fastställer|fastställde|beviljar|"
    rf"beviljade|bifaller|biföll|avslår|avslog)\s+\S",
    re.IGNORECASE,
)
INVERTED = re.compile(
    rf"^(?:därför|därmed|med anledning[^.]{{0,80}}|efter[^.]{{0,80}}|"
    rf"mot bakgrund[^.]{{0,80}}|härefter|därefter|vidare)\s+(?:beslutar|beslutade|"
    rf"beslöt)\s+(?:{SUBJECT})\s+{ADVERB}att\b",
    re.IGNORECASE,
)


IMPERSONAL = re.compile(
    r"^(?:det\s+)?(?:beslutas|beslutades|beslöts|bestäms|bestämdes)\s+(?:därför\s+|"
    r"också\s+|även\s+)?att\b|^beslut\s+att\b",
    re.IGNORECASE,
)


PROPOSAL = re.compile(
    r"\bförslag(?:et)?\s+(?:till|på)\s+(?:beslut|protokoll\w*)|"
    r"^förslag(?:et)?(?:\s+till\s+\w+)?\s*:?$|"
    r"^(?:[\wÅÄÖåäö-]+s\s+)?förslag(?:\s+till\s+[\wåäö]+)?\s*:?$|\b(?:föreslår|föreslås|"
    r"föreslog|yrkar|yrkade|hemställer)\b"
    r"|^tidigare beslut|^beslutsförslag",
    re.IGNORECASE,
)


PROPOSAL_LABEL = re.compile(
    r"^(?:[\wÅÄÖåäö/-]+\s+){0,4}(?:beslutsförslag|förslag(?:et)?(?:\s+till\s+(?:beslut\w*|"
    r"\w+))?)\s*:?\s*$|"
    r"^(?:[\wÅÄÖåäö/-]+\s+){0,4}förslag(?:et)?\s+till\s+beslut\b(?:\s+(?:på|från|i|enligt|"
    r"under|inför)\s+[\wåäö]+)*\s*(?::|$)",
    re.IGNORECASE,
)


BY_PROPOSAL = re.compile(
    rf"^(?:(?:{SUBJECT})\s+)?beslut(?:ar|ade)?\s+(?:enligt|"
    rf"i enlighet med)\s+(?:[\wåäö-]+\s+)?förslag(?:et)?\b.*$",
    re.IGNORECASE,
)


SECTION_LINE = re.compile(r"^(?P<word>[A-ZÅÄÖa-zåäö][\wåäö /.-]{1,45}?)\s*(?::(?P<rest>.*))?$")


CLAUSE = re.compile(r"^att\b", re.IGNORECASE)


CHOICE_OF_APPROVER = re.compile(
    r"\b(?:justera|justerare|justeringsm[aä]n|justeringsperson(?:er)?|protokollsjusterare|"
    r"justerar)\b",
    re.IGNORECASE,
)


ASSIGNS = re.compile(
    r"\b(?:får|fick|ges|gavs)\b[^.]{0,20}\bi uppdrag\b|\buppdras\b|\bansvarar för\b|"
    r"\buppdrar\b|\bges\b[^.]{0,20}\bmandat\b",
    re.IGNORECASE,
)


TRAILING = re.compile(r"[,;]?\s*(?:,|;|\bsamt|\boch)\s*$", re.IGNORECASE)


SENT_TO = re.compile(r"(?<=[.!?])\s+Beslutet (?:skickas|delges|expedieras|sänds|tillställs)\b.*$")


JUSTIFIED = re.compile(
    r"^(?:paragrafen|denna paragraf|punkten|protokollet)\b.{0,40}\bjuster|"
    r"^omedelbar justering|^paragrafen förklaras",
    re.IGNORECASE,
)


AGAINST = re.compile(
    r"^\S+ \S+.{0,40}\b(?:lämnar|lämnade|anländer|anlände) (?:sammanträdet|mötet|lokalen|"
    r"till)|\breserverar sig\b|\bdeltar (?:inte|ej) i beslut|^jäv\b|^mot beslutet|"
    r"\banmäler (?:jäv|reservation|blank)|\blämna\w* (?:en )?reservation",
    re.IGNORECASE,
)


BY_DATE = re.compile(r"\b(?:senast|före)\s+(?:\w+\s+){0,2}\d")
# A passive in the present tense with its deadline.
DEADLINE_END = re.compile(r"\b[a-zåäö]+s\b.*\bsenast\s+(?:\w+\s+){0,2}\d{1,2}\b")
# What somebody does at the meeting itself, not afterwards.
TELLS = words(
    """
    avslutar| påminner| poängterar| understryker| uttrycker| invänder| efterfrågar| lovar|
    noterar| berättar| beskriver| betonar| efterlyser| framhåller| frågar| föredrar| går|
    hoppas| informerar| inleder| kommenterar| lyfter| meddelar| menar| minns| nämner|
    presenterar| rapporterar| redogör| redovisar| sammanfattar| summerar| svarar| tillägger|
    tycker| undrar| uppger| upplyser| visar| öppnar
    """
)


def tells(text: str) -> bool:
    """Whether a sentence says what somebody did at the meeting: "Ordföranden avslutar mötet."."""
    actor = ACTOR.match(text)
    return actor is not None and actor["verb"] in TELLS


def has_deadline(text: str) -> bool:
    """Whether a single sentence says by when: "Synpunkter lämnas senast den 3 maj."."""
    return bool(DEADLINE_END.search(text)) and len(re.findall(r"[.!?](?=\s|$)", text)) <= 1


def takes_on(text: str, names: Set[str] = frozenset()) -> bool:
    """Whether a sentence gives somebody named something to do: "Bo Ek skriver avtalet.".

    A name is two words, or the first name of one of those present (``names``, in lower case):
    "Frågan kommer upp igen." names nobody.
    """
    actor = ACTOR.match(re.sub(r"^[A-ZÅÄÖ][a-zåäö]+:\s+", "", text))
    if actor is None or actor["verb"] in NO_TASK_VERBS or actor["verb"] in TELLS:
        return False
    if actor["verb"] == "kommer" and not text[actor.end() :].startswith(" att"):
        return False
    whole = re.match(rf"^(?:{NAME_OF_TWO}|{GROUP}|{POST})\b", actor["who"])
    return bool(whole) or actor["who"].split()[0].casefold() in names


def decides(text: str) -> bool:
    """Whether a sentence decides by itself: "Styrelsen beslutar att ..."."""
    return bool(NAMES_DECISION.search(text)) and bool(
        SENTENCE.match(text) or INVERTED.match(text) or IMPERSONAL.match(text)
    )
