import pytest
from django.http import Http404, HttpResponse

from accounts import access

RULES = [access.anyone, access.readers, access.staff, access.secretaries]
OPEN = {
    "stranger": {"anyone", "readers"},
    "director": {"anyone", "readers"},
    "staff": {"anyone", "readers", "staff"},
    "secretary": {"anyone", "readers", "staff", "secretaries"},
}


def answer(rule, user, rf) -> str:
    request = rf.get("/nagonstans/?sida=2")
    request.user = user
    try:
        response = rule(lambda request: HttpResponse("in"))(request)
    except Http404:
        return "not found"
    return response.text or response["Location"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("who", OPEN)
def test_a_rule_lets_in_whom_it_names(rule, who, rf, request):
    expected = "in"
    if rule.__name__ not in OPEN[who]:
        expected = "not found"
        if who == "stranger":
            expected = "/logga-in/?next=/nagonstans/%3Fsida%3D2"
    assert answer(rule, request.getfixturevalue(who), rf) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [("stranger", "/logga-in/?next=/nagonstans/%3Fsida%3D2"), ("director", "in")],
)
def test_a_closed_archive_is_for_the_signed_in(who, expected, rf, request, settings):
    settings.ARCHIVE_PUBLIC = False
    assert answer(access.readers, request.getfixturevalue(who), rf) == expected


def test_somebody_shut_off_is_let_in_nowhere_but_where_anyone_is(secretary, rf):
    secretary.is_active = False
    assert answer(access.secretaries, secretary, rf) == "/logga-in/?next=/nagonstans/%3Fsida%3D2"
