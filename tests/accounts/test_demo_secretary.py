import re

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.roles import is_secretary


def ensured(capsys) -> str:
    call_command("ensure_demo_secretary")
    return capsys.readouterr().out


def test_the_first_run_makes_a_secretary_and_tells_the_password(db, settings, capsys):
    settings.DEBUG = True
    name, password = re.search(r"som (\S+) med lösenordet (\S+)", ensured(capsys)).groups()
    user = User.objects.get()
    assert (user.username, is_secretary(user), user.check_password(password)) == (name, True, True)


def test_the_next_run_neither_makes_nor_tells_anything(db, settings, capsys):
    settings.DEBUG = True
    ensured(capsys)
    before = User.objects.get().password
    assert ensured(capsys) == ""
    assert User.objects.get().password == before


def test_where_there_is_a_secretary_no_other_is_made(secretary, settings, capsys):
    settings.DEBUG = True
    assert ensured(capsys) == ""
    assert list(User.objects.all()) == [secretary]


def test_a_real_installation_gets_no_demo_account(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("ensure_demo_secretary")
    assert not User.objects.exists()
