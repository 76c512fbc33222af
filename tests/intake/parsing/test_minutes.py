import dataclasses

import pytest

from intake.parsing.minutes import ParsedApproval, ParsedMinutes

SIGNED = ParsedMinutes(
    approvals=(
        ParsedApproval("Moa Lind", "recorder"),
        ParsedApproval("Bo Ek", "approver", day=1),
        ParsedApproval("Eva Sten", "approver", day=2),
    )
)


def test_the_recorder_and_the_approvers_are_told_from_the_approvals():
    assert (SIGNED.recorder, SIGNED.approvers) == ("Moa Lind", ("Bo Ek", "Eva Sten"))


def test_unsigned_minutes_have_neither():
    assert (ParsedMinutes().recorder, ParsedMinutes().approvers) == (None, ())


def test_facts_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        SIGNED.items = ()
