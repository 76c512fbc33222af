"""What an expression means, without any index: each engine must say the same."""

from collections.abc import Collection, Sequence

from minutes.search.expression import All, Any, Expression, Not, Phrase, Tag, Word


def stands_in(
    expression: Expression,
    title_lexemes: Sequence[str],
    text_lexemes: Sequence[str],
    tags: Collection[str] = (),
) -> bool:
    """Whether it is true of an entry with these lexemes and tags."""

    def true(part: Expression) -> bool:
        match part:
            case Word():
                fields = [title_lexemes] if part.title else [title_lexemes, text_lexemes]
                return any(_fits(part, lexeme) for field in fields for lexeme in field)
            case Phrase():
                return any(_holds(field, part) for field in (title_lexemes, text_lexemes))
            case Tag():
                return part.name in tags
            case All():
                return all(map(true, part.parts))
            case Any():
                return any(map(true, part.parts))
            case Not():
                return not true(part.part)

    return true(expression)


def _fits(word: Word, lexeme: str) -> bool:
    return lexeme.startswith(word.lexeme) if word.open else lexeme == word.lexeme


def _holds(lexemes: Sequence[str], phrase: Phrase) -> bool:
    length = len(phrase.ways)
    return length > 0 and any(
        all(one in place for one, place in zip(lexemes[start:], phrase.ways, strict=False))
        for start in range(len(lexemes) - length + 1)
    )
