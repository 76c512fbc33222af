"""Minutes for tests, made of what a test is about; the rest is ordinary on purpose."""

from __future__ import annotations

WEEKDAYS = ["Måndagen", "Tisdagen", "Onsdagen", "Torsdagen", "Fredagen", "Lördagen", "Söndagen"]
MONTHS = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
]  # fmt: skip
ITEM = """1. Samordnad varudistribution

Vera Lindqvist redovisar läget i upphandlingen.

Beslut

Vera Lindqvist får i uppdrag att ta fram ett förslag senast den 15 december {year}.

Att Haninge och Nacka står bakom förslaget.
"""


def minutes_text(
    day=None,
    people=("Vera Lindqvist, Haninge", "Olof Brandt, Salem"),
    *,
    absent=(),
    body="Södertörnskommunernas ledningsgrupp",
    items=ITEM,
    approver="Olof Brandt",
    recorder="Vera Lindqvist",
    title="Minnesanteckningar från ",
) -> bytes:
    """Minutes of one day (a date, or None to leave the date out) as UTF-8 text.

    Each of ``people`` and ``absent`` is printed as given: "name, municipality" or a name alone.
    """
    printed = ""
    if day:
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        printed = f"Tid: {weekday} den {day.day} {month} {day.year} kl 13.00-15.00\n"
    lines = [
        f"{title}{body}\n\n{printed}Plats: Haninge kommunhus\n",
        "\n".join(["Närvarande:", *(f"\t{one}" for one in people)]),
        "\n".join(["", "Frånvarande:", *(f"\t{one}" for one in absent)]) if absent else "",
        f"\n{items.format(year=day.year if day else 2022)}",
        f"Vid anteckningarna\n\n{recorder}\n\nJusteras\n\n{approver}\n",
    ]
    return "\n".join(lines).encode()
