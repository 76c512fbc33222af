import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.roles import is_secretary, is_signed_in, is_staff


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("stranger", (False, False, False)),
        ("director", (True, False, False)),
        ("staff", (True, True, False)),
        ("secretary", (True, True, True)),
    ],
)
def test_each_role_may_what_the_lower_may(who, expected, request):
    user = request.getfixturevalue(who)
    assert (is_signed_in(user), is_staff(user), is_secretary(user)) == expected


def test_a_superuser_counts_as_a_secretary(db):
    chief = User.objects.create_superuser("chef")
    assert is_secretary(chief)
    assert list(User.objects.secretaries()) == [chief]


def test_an_account_shut_off_has_no_role(secretary):
    User.objects.update(is_active=False)
    secretary.refresh_from_db()
    assert (is_signed_in(secretary), is_secretary(secretary)) == (False, False)
    assert list(User.objects.secretaries()) == []


def test_the_database_knows_the_roles(director):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=director.pk).update(role="kung")
