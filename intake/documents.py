"""The stored form of a Document, under the name by which the rest of the room knows it."""

from intake.text.stored import document_row, read_document

__all__ = ["document_row", "read_document"]
