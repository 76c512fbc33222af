"""Sets words for tests: every letter half as wide as it is large, a space a quarter."""

from intake.text.words import TEXT, Word

LETTER, SPACE = 0.5, 0.25  # em


def put(x, y, text, size=10, *, bold=False, italic=False, space=SPACE, origin=TEXT):
    """The words of a text that begins at ``x`` on the baseline ``y``."""
    found = []
    for part in text.split(" "):
        end = x + LETTER * size * len(part)
        if part:
            found.append(
                Word(
                    part,
                    x,
                    y - 0.8 * size,
                    end,
                    y + 0.2 * size,
                    y,
                    size,
                    bold,
                    italic,
                    origin=origin,
                )
            )
        x = end + space * size
    return found


def table(*rows, starts=(70, 150, 250), y=100, pitch=12, **style):
    """Rows of cells that begin at the same places; an empty text is an empty cell."""
    return [
        word
        for at, row in enumerate(rows)
        for x, text in zip(starts, row, strict=False)
        if text
        for word in put(x, y + at * pitch, text, **style)
    ]
