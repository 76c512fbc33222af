import pytest

from intake.parsing.labels import Label, close_up, front_label, second_half, signature_label
from tests.intake.typed import line


def read(text: str) -> tuple[str, str] | None:
    label = front_label(line(text))
    return (label.kind, label.value) if label else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tid: kl 9", ("time", "kl 9")),
        ("Tid Torsdagen den 6 oktober 2022", ("time", "Torsdagen den 6 oktober 2022")),
        ("Tid\tkl 9", ("time", "kl 9")),
        ("Tid    kl 9", ("time", "kl 9")),
        ("Sammanträdestid:   kl 9", ("time", "kl 9")),
        ("Plats: Salen", ("place", "Salen")),
        ("Plats och tid    Salen, kl 9", ("time_place", "Salen, kl 9")),
        ("TID OCH PLATS: Salen", ("time_place", "Salen")),
        ("Deltagare", ("present", "")),
        ("Närvarande:", ("present", "")),
        ("Närvarande (beslutande):", ("present", "")),
        ("Tjänstgörande ersättare", ("present", "")),
        ("Ej tjänstgörande ersättare", ("present", "")),
        ("Övriga deltagare", ("present", "")),
        ("Dessutom:", ("present", "")),
        ("Ej närvarande Bo Ek", ("absent", "Bo Ek")),
        ("Anmält förhinder:", ("absent", "")),
        ("Frånvarande ersättare", ("absent", "")),
        ("Kallade:", ("nobody", "")),
        ("Ordförande: Bo Ek", ("chair", "Bo Ek")),
        ("Protokollförare Bo Ek", ("secretary", "Bo Ek")),
        ("Organ    Kommunstyrelsen", ("body", "Kommunstyrelsen")),
        ("Utses att justera    Bo Ek", ("approver", "Bo Ek")),
        ("Innehåll", ("contents", "")),
        ("N ä r v a r a n d e", ("present", "")),
    ],
)
def test_a_label_is_told_with_what_stands_after_it(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tidigare beslut gäller.",
        "Tiden är knapp.",
        "plats finns för fler",
        "Bo Ek, ordförande",
        "Tid att gå",
        "Närvarande var alla.",
        "",
    ],
)
def test_a_word_of_a_sentence_is_no_label(text):
    assert (front_label(line(text)) if text else None) is None


def test_the_longest_label_wins():
    assert read("Plats och tid för justering: Salen")[0] == "skipped"


def test_of_two_labels_the_nearer_to_the_names_counts():
    assert front_label(line("Ej beslutande: Ersättare: Bo Ek")) == Label(
        "ersättare", "present", "Bo Ek", True
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Tid: nio", True), ("Tid\tNio", True), ("Deltagare", True), ("Plats Salen", False)],
)
def test_a_label_is_marked_by_colon_column_or_its_own_line(text, marked):
    assert front_label(line(text)).marked is marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ersättare   Bo Ek", "Bo Ek"), ("ersättare", ""), ("Bo Ek", None), ("ersättaren", None)],
)
def test_the_second_half_of_a_broken_label_is_told(text, expected):
    assert second_half(line(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vid protokollet", "recorder"),
        ("Vid anteckningarna", "recorder"),
        ("Justeras", "approver"),
        ("Justerades", "approver"),
        ("Justerande   ......", "approver"),
        ("Ordförande", "signed_chair"),
    ],
)
def test_a_signature_has_its_label(text, kind):
    assert signature_label(line(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P R O T O K O L L", "PROTOKOLL"),
        ("N ä r v a r a n d e   Bo Ek", "Närvarande   Bo Ek"),
        ("Protokoll", "Protokoll"),
        ("A B", "A B"),
    ],
)
def test_letter_spacing_is_closed_up(text, expected):
    assert close_up(text) == expected
