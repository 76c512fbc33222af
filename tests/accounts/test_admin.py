import pytest

from accounts.models import User


def test_a_stranger_is_asked_to_log_in_on_our_own_page(as_stranger):
    assert as_stranger.get("/admin/")["Location"] == "/logga-in/?next=/admin/"


@pytest.mark.parametrize("who", ["as_director", "as_staff"])
@pytest.mark.parametrize("address", ["/admin/", "/admin/people/person/", "/admin/login/"])
def test_the_admin_does_not_exist_for_others(who, address, request):
    assert request.getfixturevalue(who).get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/people/organization/",
        "/admin/people/body/add/",
        "/admin/people/person/?q=a",
        "/admin/decisions/topic/",
        "/admin/accounts/user/add/",
    ],
)
def test_a_secretary_edits_reference_data(as_secretary, address):
    assert as_secretary.get(address).status_code == 200


def test_meetings_are_not_in_the_admin(as_secretary):
    assert as_secretary.get("/admin/minutes/meeting/").status_code == 404


def test_a_secretary_cannot_change_a_superuser(as_secretary):
    chief = User.objects.create_superuser("chef", password="x")
    answer = as_secretary.post(f"/admin/accounts/user/{chief.pk}/change/", {"username": "min"})
    assert answer.status_code == 403
    assert User.objects.get(pk=chief.pk).username == "chef"


def test_a_secretary_cannot_make_a_superuser(as_secretary, director):
    page = f"/admin/accounts/user/{director.pk}/change/"
    fields = {"username": "direktoren", "role": "staff", "is_active": "on", "is_superuser": "on"}
    assert as_secretary.post(page, fields).status_code == 302
    director.refresh_from_db()
    assert (director.role, director.is_superuser) == ("staff", False)
