import pytest
from django.utils import translation

from minutes.templatetags.minutes_words import who
from tests.factories import an_attendance


@pytest.mark.django_db
def test_what_the_source_notes_of_somebody_is_swedish_among_english_words():
    row = an_attendance(printed_name="Vera Lind", is_chair=True, note="ersätter <Bo> Ek")
    with translation.override("en"):
        assert who(row) == (
            'Vera Lind<span class="meta">, chair,'
            ' <span lang="sv">ersätter &lt;Bo&gt; Ek</span></span>'
        )
