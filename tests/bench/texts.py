"""Minutes of an ordinary kind and length (some 170 lines, 7 kB), each of a day of its own."""

from __future__ import annotations

from datetime import date, timedelta

from intake.parsing.dates import MONTHS

FIRST_DAY = date(1990, 1, 1)
WEEKDAYS = ["Måndagen", "Tisdagen", "Onsdagen", "Torsdagen", "Fredagen", "Lördagen", "Söndagen"]
PEOPLE = {
    "Botkyrka": "Yrsa Lindvåg",
    "Haninge": "Kajsa Brunnhage",
    "Huddinge": "Ingegerd Falkmo",
    "Nykvarn": "Sixten Rågvik",
    "Nynäshamn": "Sanna Westerholt",
    "Salem": "Viveka Tornmark",
    "Södertälje": "Roland Myrhage",
}
SUBJECTS = [
    "Tvärförbindelse Södertörn",
    "Samordnad varudistribution",
    "Nytt utvecklingsprogram",
    "Verksamhetsplan och budget",
    "Remiss: kollektivtrafikplan",
    "Trygghet i centrum",
    "Eleffekt på Södertörn",
    "Södertörnskonferensen",
    "Brandförsvar",
    "Övriga frågor",
]
DISCUSSION = """
Läget har förändrats sedan gruppen senast talade om saken, och flera av kommunerna har under
våren gått igenom sina egna planer. Frågan om vem som ska stå för kostnaden är inte avgjord.

• Botkyrka och Salem har påbörjat arbetet.
• Södertälje återkommer när underlaget har varit uppe i nämnden.
• Övriga kommuner väntar på den regionala planen.

Diskussion
Kajsa Brunnhage påminner om att tidplanen är snäv. Ingegerd Falkmo tycker att kommunerna borde
tala med en röst, särskilt gentemot myndigheterna. Flera instämmer i detta.
"""
DECISION = """
Beslut
   Att Haninge och Huddinge tar fram ett gemensamt underlag senast den 15 december {year}.
   Att ställa sig bakom förslaget.
"""


def typical(number: int) -> bytes:
    """The minutes of that day, counted from ``FIRST_DAY``: no two numbers give one meeting."""
    day = FIRST_DAY + timedelta(days=number)
    decision = DECISION.format(year=day.year + 1)
    items = [  # every second one ends in decisions, as in real minutes
        f"{position}. {subject}\n{DISCUSSION}{decision if position % 2 else ''}"
        for position, subject in enumerate(SUBJECTS, start=1)
    ]
    return "\n".join([_heading(day), *items, _ending()]).encode()


def _heading(day: date) -> str:
    printed = f"{WEEKDAYS[day.weekday()]} den {day.day} {MONTHS[day.month - 1]} {day.year}"
    rows = [f"\t{name}\t{municipality}" for municipality, name in PEOPLE.items()]
    return (
        "Minnesanteckningar från Södertörnskommunernas ledningsgrupp\n\n"
        f"Tid\t{printed} kl 13.00-15.30\nPlats\tDigitalt via Teams\n\n"
        + "\n".join(["Deltagare", *rows])
        + "\n\nEj närvarande\tJerker Odhelius\tTyresö\n"
    )


def _ending() -> str:
    return "\nVid anteckningarna\n\nMoa Tidlund\n\nJusteras\n\nIngegerd Falkmo\n"
