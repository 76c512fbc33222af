"""Keeps locale/ in step with the sources, in Python alone: a fresh machine has no gettext.

``python -m tests.translations`` collects the marked texts and compiles them; with ``--check`` it
changes nothing, says what is out of step or untranslated, and exits with 1 if anything is.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
ROOMS = ["config", "intake", "decisions", "minutes", "accounts", "people"]
LANGUAGES = ["en"]  # the sources are Swedish
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
    "lazy": None,  # gettext_lazy, where a module also has gettext as _
}


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (f for f in (ROOT / room).rglob("*.py") if "migrations" not in f.parts)
    yield from (f for f in (ROOT / "templates").rglob("*") if f.suffix in {".html", ".txt"})


def as_python(source: Path) -> bytes:
    """The file as something Babel reads: a template becomes its marked texts and a lot of X."""
    from django.utils.translation.template import templatize

    text = source.read_text()
    if source.suffix != ".py":
        # Only one line at a time is code here, so the layout must not look like indentation.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return text.encode()


def collected() -> Catalog:
    """Every marked text, and the files that it stands in."""
    catalog = Catalog()
    for source in sorted(sources()):
        where = [(source.relative_to(ROOT).as_posix(), 0)]
        for _, message, _, context in extract("python", io.BytesIO(as_python(source)), KEYWORDS):
            catalog.add(message, locations=where, context=context)
    return catalog


def files(language: str) -> tuple[Path, Path]:
    folder = ROOT / "locale" / language / "LC_MESSAGES"
    return folder / "django.po", folder / "django.mo"


def stored(language: str) -> Iterator[tuple[str, str]]:
    """Each text as it is stored, Swedish and translated; singular and plural by themselves."""
    with files(language)[0].open("rb") as source:
        catalog = read_po(source, locale=language, domain="django")
    for message in catalog:
        if message.id:
            yield from zip(_strings(message.id), _strings(message.string), strict=True)


def updated(language: str) -> Catalog:
    """The stored translations of the texts that there are now; a changed text starts anew."""
    source, _ = files(language)
    with source.open("rb") as stored:
        catalog = read_po(stored, locale=language, domain="django")
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """The bytes of the .po and the .mo; without line numbers, which change with every edit."""
    source, compiled = io.BytesIO(), io.BytesIO()
    write_po(source, catalog, sort_output=True, include_lineno=False, width=99)
    write_mo(compiled, catalog)
    return source.getvalue(), compiled.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Texts without a translation, with an unsure one, or with one that loses a placeholder."""
    return [
        str(message.id)
        for message in catalog
        if message.id
        and (message.fuzzy or not all(_strings(message.string)) or list(message.check(catalog)))
    ]


def _strings(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def complaints(language: str) -> list[str]:
    catalog = updated(language)
    found = [f"{language}: not translated: {text}" for text in untranslated(catalog)]
    for path, content in zip(files(language), written(catalog), strict=True):
        if not path.exists() or path.read_bytes() != content:
            found.append(f"{path.relative_to(ROOT)} is not current; run `make translations`")
    return found


def main(check: bool) -> int:
    for language in LANGUAGES:
        if not check:
            catalog = updated(language)
            for path, content in zip(files(language), written(catalog), strict=True):
                path.write_bytes(content)
    found = [complaint for language in LANGUAGES for complaint in complaints(language)]
    sys.stdout.write("".join(f"{line}\n" for line in found) or "The translations are complete.\n")
    return 1 if found else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    sys.exit(main(check="--check" in sys.argv[1:]))
