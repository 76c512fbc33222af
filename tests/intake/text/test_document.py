import dataclasses

import pytest

from intake.text.document import Line


def test_a_line_of_white_space_is_blank():
    assert Line(1, "", " \t").blank is True


def test_a_bullet_alone_is_not_blank():
    assert Line(1, "", "•", label="•").blank is False


def test_a_line_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Line(1, "Bo", "Bo").text = "Eva"
