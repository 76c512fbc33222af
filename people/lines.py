"""A form field for a list of texts: one on each line, as a person would write it."""

from django import forms


class LinesField(forms.CharField):
    """Edits a JSON list of texts. Blank lines and space around a line are left out."""

    widget = forms.Textarea

    def __init__(self, *, encoder=None, decoder=None, **kwargs) -> None:
        """``encoder`` and ``decoder`` are what a model's JSONField offers; text needs neither."""
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value) -> list[str]:
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]

    def has_changed(self, initial, data) -> bool:
        return self.to_python(data) != (initial or [])
