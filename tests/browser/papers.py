"""Minutes as somebody would hand them in, each with something to ask. Fictional people."""

from __future__ import annotations

from io import BytesIO

from docx import Document

from tests.printed import a_pdf
from tests.rebuild.printing import scan

PRINTED = """Minnesanteckningar från Ledningsgruppen

Tid: Torsdagen den 6 maj 2022 kl 8.30-11.00
Plats: Salems kommunhus

Närvarande: Vera Lindqvist, Salem, ordförande
Nils Ek, Tyresö
Maj Sund, Nykvarn, sekreterare

1. Pendelbåtar

Försöket med pendelbåtar har pågått sedan i våras.

Beslut

Ledningsgruppen beslutar att utvärdera försöket med pendelbåtar senast den 1 juni 2022.

2. Cykelvägar

Frågan bordlades.

Vid anteckningarna

Maj Sund
"""
# Without a body.
TYPED = [
    ("Minnesanteckningar", True),
    ("Tid: Fredagen den 4 november 2022 kl 13.00-15.00", False),
    ("Plats: Digitalt", False),
    ("Närvarande: Vera Lindqvist, Salem, ordförande", False),
    ("1. Hamnar", True),
    ("En ny hamn utreds av länet.", False),
    ("Beslut", True),
    ("Ledningsgruppen beslutar att svara på remissen om hamnar.", False),
]
# With a weekday that was another day.
SCANNED = """Minnesanteckningar från Samarbetskommittén

Tid: Torsdagen den 3 mars 2023 kl 9.00-11.00
Plats: Tyresö kommunhus

Närvarande: Vera Lindqvist, Salem, ordförande
Nils Ek, Tyresö

1. Vattenskydd

Läget är oförändrat.

2. Brandskydd

Beslut

Samarbetskommittén beslutar att begära en översyn av brandskyddet.
"""


def a_printed_paper() -> bytes:
    return a_pdf(PRINTED)


def a_typed_paper() -> bytes:
    document = Document()
    for text, is_bold in TYPED:
        document.add_paragraph().add_run(text).bold = is_bold
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def a_scanned_paper() -> bytes:
    return scan(a_pdf(SCANNED), seed=1)
