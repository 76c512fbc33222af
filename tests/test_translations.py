"""The collector sees every kind of marked text; whether all are translated is `make check`'s."""

import pytest
from babel.messages.catalog import Catalog

from tests import translations
from tests.translations import untranslated

TEMPLATE = """
{% load i18n %}
  {% if a %}
{% translate "Ett ord" %} don't stumble over "this or [that
    {% endif %}
{% blocktranslate count n=n trimmed %}
  {{ n }} möte
{% plural %}
  {{ n }} möten
{% endblocktranslate %}
{{ _("I ett filter")|upper }} {% translate "Mars" context "månad" %}
"""
CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
from django.utils.translation import gettext_lazy as lazy
A = [_("I kod"), ngettext("%d fil", "%d filer", 2), pgettext("månad", "Maj"), lazy("Sen")]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "config").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "config" / "views.py").write_text(CODE)
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    return tmp_path


def test_every_marked_text_is_collected_with_its_place(folder):
    found = {(m.id, m.context, m.locations[0][0]) for m in translations.collected() if m.id}
    page, code = "templates/page.html", "config/views.py"
    assert found == {
        ("Ett ord", None, page),
        (("%(n)s möte", "%(n)s möten"), None, page),
        ("I ett filter", None, page),
        ("Mars", "månad", page),
        ("I kod", None, code),
        ("Sen", None, code),
        (("%d fil", "%d filer"), None, code),
        ("Maj", "månad", code),
    }


@pytest.mark.parametrize(
    ("id", "string"),
    [
        ("Möte", ""),
        (("%(n)s möte", "%(n)s möten"), ("%(n)s meeting", "")),
        ("%(n)s möten", "meetings %(m)s"),
    ],
)
def test_what_is_not_or_wrongly_translated_is_named(id, string):
    catalog = Catalog(locale="en")
    catalog.add("Beslut", "Decision")
    catalog.add(id, string)
    assert untranslated(catalog) == [str(id)]


def test_texts_that_are_gone_leave_the_file_and_others_stay(folder):
    for path in translations.files("en"):
        path.parent.mkdir(parents=True, exist_ok=True)
    source, compiled = translations.files("en")
    catalog = Catalog(locale="en")
    catalog.add("Ett ord", "A word")
    catalog.add("Borta", "Gone")
    source.write_bytes(translations.written(catalog)[0])
    assert translations.main(check=True) == 1
    assert not compiled.exists()
    translations.main(check=False)
    assert 'msgstr "A word"' in source.read_text()
    assert "Borta" not in source.read_text()
    assert compiled.exists()
