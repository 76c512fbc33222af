"""Why a file cannot be read, in a code for the record and a sentence for the person."""

from __future__ import annotations


class Unreadable(Exception):
    """``code`` is stored and counted; ``sentence`` is Swedish and says what to do next."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
