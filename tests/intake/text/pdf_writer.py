"""Writes small PDF files for tests: text where it is put, in the letters every program has."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842  # A4 in points
FONTS = {
    "F1": "Helvetica",
    "F2": "Helvetica-Bold",
    "F3": "Helvetica-Oblique",
    "F4": "Symbol",
}
REGULAR, BOLD, ITALIC, SYMBOL = FONTS


@dataclass
class Sheet:
    """One page; ``y`` is counted from the top, as readers count it."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    content: list[bytes] = field(default_factory=list)
    image: bool = False

    def put(self, x, y, text, size=11, font=REGULAR, matrix="1 0 0 1", **state):
        """``state``: Tr (render mode), Tw (word spacing), Tc (letter spacing)."""
        extra = " ".join(f"{value} {name}" for name, value in state.items())
        body = text if isinstance(text, bytes) else text.encode("cp1252")
        escaped = body.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = f"{matrix} {x} {self.height - y}"
        self.content.append(
            f"BT /{font} {size} Tf {extra} {place} Tm (".encode() + escaped + b") Tj ET"
        )
        if state:
            self.content.append(b"BT 0 Tr 0 Tw 0 Tc ET")
        return self

    def rule(self, x0, y0, x1, y1):
        """A thin black line, as word processors draw the borders of tables."""
        top, bottom = self.height - y0, self.height - y1
        self.content.append(f"0.5 w {x0} {top} m {x1} {bottom} l S".encode())
        return self

    def picture(self, x0, y0, x1, y1):
        """A grey picture."""
        self.image = True
        place = f"{x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1}"
        self.content.append(f"q {place} cm /Im Do Q".encode())
        return self


def pdf(*sheets, extra=b""):
    """The bytes of a file with these pages."""
    fonts = " ".join(f"/{key} {3 + at} 0 R" for at, key in enumerate(FONTS))
    image_no = 3 + len(FONTS)
    bodies = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    for at, name in enumerate(FONTS.values()):
        encoding = "" if name == "Symbol" else "/Encoding/WinAnsiEncoding"
        bodies[3 + at] = f"<</Type/Font/Subtype/Type1/BaseFont/{name}{encoding}>>".encode()
    bodies[image_no] = _stream(
        b"\xc8" * 4,
        "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    kids = []
    for sheet in sheets:
        no = len(bodies) + 2
        kids.append(f"{no} 0 R")
        bodies[no] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]"
            f"/Rotate {sheet.rotate}/Contents {no + 1} 0 R"
            f"/Resources<</Font<<{fonts}>>/XObject<</Im {image_no} 0 R>>>>>>"
        ).encode()
        bodies[no + 1] = _stream(zlib.compress(b"\n".join(sheet.content)), "/Filter/FlateDecode")
    bodies[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(sheets)}>>".encode()
    return _file(bodies, extra)


def _stream(data, keys):
    return f"<<{keys}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _file(bodies, extra):
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for no in sorted(bodies):
        places[no] = len(out)
        out += f"{no} 0 obj\n".encode() + bodies[no] + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    for no in range(1, len(bodies) + 1):
        out += f"{places[no]:010} 00000 n \n".encode()
    out += f"trailer\n<</Size {len(bodies) + 1}/Root 1 0 R".encode() + extra + b">>\n"
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
