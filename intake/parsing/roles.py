"""What a person's row says besides the name.

Titles, roles of the day, party, absence, distance.
"""

from __future__ import annotations

import re

PARTY = re.compile(
    r"^\(?\s*(?:s|m|c|v|l|fp|kd|mp|sd|nyd|kds|vpk|spi|pp|fi|dem|lp|opol|opolitisk|obunden|"
    r"oberoende|"
    r"-|–|[A-ZÅÄÖ]{1,4}[a-z]{0,2}p?)\s*\)?$",
    re.IGNORECASE,
)


KNOWN_PARTY = re.compile(r"^(?:S|M|C|V|L|FP|KD|MP|SD|NYD|KDS|VPK|SPI)$", re.IGNORECASE)


TITLE = re.compile(
    r"^(?:(?:tekn|adm|ekon|soc|tf|t\.f\.|bitr|biträdande|vice|v|förste|andre|1:[ae]|2:[ae]|vik|vikarierande|"
    r"tillförordnad|stf|ställföreträdande|senior|"
    r"kommunala|teknisk|tekniske|ekonomisk|avgående|tillträdande|ny|nya|fd|f\.d\.)\.?\s+)*"
    r"[\wåäöé/-]*(?:chef|chefen|direktör|direktören|sekreterare|sekreteraren|ledare|"
    r"ledaren|strateg|ingenjör|ekonom|handläggare|kommunalråd|regionråd|oppositionsråd|"
    r"kanslirådet|tjänsteman|ombudsman|brandman|"
    r"samordnare|utvecklare|konsult|controller|jurist|arkitekt|planerare|ordförande|"
    r"ordföranden|ordf\.?|ledamot|ledamöter|ersättare|revisor|"
    r"specialist|assistent|rektor|inspektör|koordinator|kommunikatör|utredare|analytiker|"
    r"projektör|pedagog|sköterska|adjunkt|adjungerad|"
    r"expert|sekr\.?|informatör|administratör|registrator|representant|kassör|suppleant|"
    r"lärare|student|praktikant|kurator|VD|vd|"
    r"förvaltare|ombud|vaktmästare|gäst|talesperson|biolog|ekolog|antikvarie|agronom|"
    r"verksamhetsutvecklare|rådgivare|dietist|kanslist|"
    r"intendent|bibliotekarie|statistiker|upphandlare|koordinatorn|kommissarie|befäl|"
    r"brandmästare|kommundir\.?|observatör|KSO|KD)$",
    re.IGNORECASE,
)


NOT_CHAIR = re.compile(
    r"\b(?:vice|v\.?|förste vice|andre vice|1:?[ae]?\s*v|2:?[ae]?\s*v|fd|f\.d\.|tidigare|"
    r"avgående)\s*(?:mötes)?ordf",
    re.IGNORECASE,
)


IS_CHAIR = re.compile(
    r"^(?:tf\s+|tjänstgörande\s+|tjg\.?\s+|t\.?f\.?\s+)?(?:mötes)?(?:ordförande|"
    r"ordföranden|ordf\.?)(?:\s+(?:för mötet|vid mötet|§.*|under §.*|dag \d.*))?$",
    re.IGNORECASE,
)


IS_SECRETARY = re.compile(
    r"^(?:mötes|nämnd|utskotts|kommun|styrelse|direktions|råds)?(?:sekreterare|sekr\.?|"
    r"protokollförare|protokollförande|antecknare)(?:\s+(?:för mötet|vid mötet|§.*))?$|"
    r"^vid protokollet$",
    re.IGNORECASE,
)


REMOTE = re.compile(
    r"\b(?:via|på|genom|per)\s+(?:microsoft\s+)?(?:teams|zoom|skype|länk|distans|telefon|"
    r"video\w*|webb\w*|webex)\b|\bdigitalt?\b|\bpå distans\b|\bdistans\b|^(?:teams|zoom|"
    r"skype|länk|distans)$",
    re.IGNORECASE,
)


ABSENCE = re.compile(
    r"^(?:har\s+)?(?:anmält|anm\.?|anmäld|meddelat|anmälde)\s+(?:förhinder|frånvaro|"
    r"frånv\.?)|^(?:förhinder|frånvarande|ej närvarande|frånv\.?|återbud|sjuk|ej|nej|"
    r"deltog ej|deltog inte)$",
    re.IGNORECASE,
)


# A person's marks in a grid; the box that is not ticked says so too.
CROSS = re.compile(r"^(?:x|1|[☒☑✓✔])$", re.IGNORECASE)
EMPTY_BOX = "☐"


PRESENCE = re.compile(r"^(?:närvarande|närv\.?|deltog|deltar)$", re.IGNORECASE)


SERVES = re.compile(r"^(?:ej |icke |inte )?tjänstgör(?:ande|de)?(?:\s+ersättare)?$", re.IGNORECASE)


REPLACES = re.compile(
    r"\b(?:ersätter|tjänstgör(?:de)? (?:ersättare )?för|ersättare för|"
    r"ers\.? för|tjg\.?\s*(?:ers\.?\s*)?för|"
    r"tjänstgörande (?:ersättare )?för|i stället för|istället för|för(?= [A-ZÅÄÖ])|"
    r"suppleant för)\s*(?P<who>.*)$",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    return bool(IS_CHAIR.match(text) or IS_SECRETARY.match(text))
