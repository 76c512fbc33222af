from intake.text.unreadable import Unreadable


def test_it_carries_a_code_and_a_sentence():
    error = Unreadable("empty", "Filen är tom.")
    assert (error.code, error.sentence, str(error)) == ("empty", "Filen är tom.", "Filen är tom.")
