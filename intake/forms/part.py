"""A form for one part of a meeting, which knows what is different from what is stored."""

from __future__ import annotations

from typing import Any

from django import forms

TICKED = (forms.CheckboxInput, forms.CheckboxSelectMultiple)


class PartForm(forms.Form):
    """``key`` tells the part on the page and is the prefix of its fields; ``row`` is None for a
    part that is to be added.

    A field that comes back as it was shown is never complained about and never written; nor is
    one that does not come back at all.
    """

    use_required_attribute = False  # an empty field is answered with a sentence of ours
    fresh: dict[str, Any] = {}  # what a part that is to be added has, if nothing else is said

    def __init__(self, data: Any = None, *, key: str, row: Any = None, **kwargs: Any) -> None:
        self.key, self.row = key, row
        initial = dict(self.fresh) if row is None else self.stated(row)
        super().__init__(data, prefix=key, initial=initial, label_suffix="", **kwargs)

    def stated(self, row: Any) -> dict[str, Any]:
        """The values of a row, by field."""
        return {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}

    def clean(self) -> dict[str, Any]:
        for name in self.fields:
            if self._as_it_was(name):
                self._errors.pop(name, None)
                self.cleaned_data[name] = self.initial.get(name)
        return self.cleaned_data

    def changes(self) -> dict[str, Any]:
        """The values that a person has set: those that are not as they were; all of a new part."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if self.row is None or not self._as_it_was(name)
        }

    def _as_it_was(self, name: str) -> bool:
        bound = self[name]
        if self._is_omitted(bound):
            return self.row is not None or name in self.fresh
        if self.row is None:
            return False
        sent, shown = _plain(bound.data), _plain(bound.field.prepare_value(bound.initial))
        if isinstance(shown, str) and not isinstance(bound.field.widget, forms.Textarea):
            shown = shown.replace("\n", "")  # a browser leaves line ends out of a single line
        return sent == shown

    def _is_omitted(self, bound: forms.BoundField) -> bool:
        """An unticked box is not sent: it counts as emptied only if all the rest is there."""
        if not isinstance(bound.field.widget, TICKED):
            return bound.html_name not in self.data
        ticked = bound.html_name in self.data
        return not ticked and any(
            other.html_name not in self.data
            for other in self
            if not isinstance(other.field.widget, TICKED)
        )


def _plain(value: Any) -> Any:
    """What a browser makes of a value and gives back."""
    if isinstance(value, list | tuple):
        return sorted(str(getattr(one, "pk", one)) for one in value)
    if isinstance(value, bool):
        return value
    text = "" if value is None else str(getattr(value, "pk", value))
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
