from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

LONG = "k3Zp8" * 12


@pytest.mark.parametrize(
    ("value", "expected"),
    [("true", True), ("1", True), (" Yes ", True), ("off", False), ("0", False), ("", True)],
)
def test_a_flag_is_true_or_false(monkeypatch, value, expected):
    monkeypatch.setenv("DEBUG", value)
    assert env.flag("DEBUG", default=True) is expected


def test_a_misspelt_flag_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("DEBUG", "flase")
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be true or false, not 'flase'"):
        env.flag("DEBUG", default=True)


@pytest.mark.parametrize("value", ["-1", "ten", "1.5", "٣"])
def test_nonsense_for_a_number_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("HSTS_SECONDS", value)
    with pytest.raises(ImproperlyConfigured, match="HSTS_SECONDS must be a number from 0"):
        env.number("HSTS_SECONDS", default=1)


def test_a_list_of_names_forgives_blanks_and_empty_parts(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " arkiv.example.se, ,www.example.se ")
    assert env.hosts("ALLOWED_HOSTS", debug=False) == ["arkiv.example.se", "www.example.se"]


@pytest.mark.parametrize(
    ("value", "complaint"), [("", "must list"), ("a.se,*", "must not contain")]
)
def test_production_names_its_hosts(monkeypatch, value, complaint):
    monkeypatch.setenv("ALLOWED_HOSTS", value)
    with pytest.raises(ImproperlyConfigured, match=f"ALLOWED_HOSTS {complaint}"):
        env.hosts("ALLOWED_HOSTS", debug=False)


def test_a_folder_may_not_be_a_file(monkeypatch, tmp_path):
    file = tmp_path / "originals"
    file.write_text("")
    monkeypatch.setenv("ORIGINALS_DIR", str(file))
    with pytest.raises(ImproperlyConfigured, match="ORIGINALS_DIR must be a folder"):
        env.folder("ORIGINALS_DIR", default=tmp_path)


def test_a_folder_is_absolute_and_need_not_exist(monkeypatch):
    monkeypatch.setenv("ORIGINALS_DIR", "somewhere/else")
    assert env.folder("ORIGINALS_DIR", default=Path("x")) == Path.cwd() / "somewhere" / "else"


@pytest.mark.parametrize(
    ("url", "engine", "name"),
    [
        ("postgres://a:b@db.example.se:5433/arkiv", "postgresql", "arkiv"),
        ("postgresql://a@localhost/arkiv", "postgresql", "arkiv"),
        ("sqlite:////srv/arkiv.sqlite3", "sqlite3", "/srv/arkiv.sqlite3"),
    ],
)
def test_both_databases_are_understood(monkeypatch, url, engine, name):
    monkeypatch.setenv("DATABASE_URL", url)
    database = env.database("DATABASE_URL", default="")
    assert (database["ENGINE"], database["NAME"]) == (f"django.db.backends.{engine}", name)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://a@b/c",
        "arkiv.sqlite3",
        "postgres",
        "://",
        "http://x",
        "postgres://a@b:x/c",
        "postgres://",
    ],
)
def test_other_databases_are_refused_by_name(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like postgres://"):
        env.database("DATABASE_URL", default="")


@pytest.mark.parametrize("value", ["", "short", "a" * 60, "development-" + LONG])
def test_production_refuses_a_weak_or_borrowed_key(monkeypatch, tmp_path, value):
    monkeypatch.setenv("SECRET_KEY", value)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be at least 50"):
        env.secret("SECRET_KEY", debug=False, kept_in=tmp_path / "key")


def test_development_makes_a_key_once_that_only_its_owner_can_read(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    path = tmp_path / "var" / "key"
    first = env.secret("SECRET_KEY", debug=True, kept_in=path)
    assert env.secret("SECRET_KEY", debug=True, kept_in=path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_must_be_there_if_one_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("WORD_LIST", raising=False)
    assert env.file("WORD_LIST") is None
    monkeypatch.setenv("WORD_LIST", str(tmp_path / "sv.dic"))
    with pytest.raises(ImproperlyConfigured, match=r"WORD_LIST must be a file, and .* is none"):
        env.file("WORD_LIST")
    (tmp_path / "sv.dic").write_text("avtal\n")
    assert env.file("WORD_LIST") == tmp_path / "sv.dic"


def test_an_address_to_write_to_may_be_left_out(monkeypatch):
    monkeypatch.delenv("CONTACT_EMAIL", raising=False)
    assert env.address("CONTACT_EMAIL") == ""
    monkeypatch.setenv("CONTACT_EMAIL", " kansliet@example.se ")
    assert env.address("CONTACT_EMAIL") == "kansliet@example.se"


@pytest.mark.parametrize("value", ["kansliet", "a@b", "Anna <anna@example.se>", "a b@example.se"])
def test_what_is_no_address_to_write_to_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("CONTACT_EMAIL", value)
    with pytest.raises(ImproperlyConfigured, match="CONTACT_EMAIL must look like kansliet@"):
        env.address("CONTACT_EMAIL")


def test_a_mail_server_is_an_address_with_the_usual_port(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://arkivet:hemligt@smtp.example.se")
    assert env.mail("EMAIL_URL", default="consolemail://") == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_FILE_PATH": "",
        "EMAIL_HOST": "smtp.example.se",
        "EMAIL_HOST_PASSWORD": "hemligt",
        "EMAIL_HOST_USER": "arkivet",
        "EMAIL_PORT": 587,
        "EMAIL_USE_TLS": True,
    }


def test_without_a_mail_server_mail_goes_to_the_terminal(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    backend = env.mail("EMAIL_URL", default="consolemail://")["EMAIL_BACKEND"]
    assert backend == "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize("value", ["smtp.example.se", "smtp://", "smtp://host:x", "http://host"])
def test_nonsense_for_a_mail_server_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("EMAIL_URL", value)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must look like smtp"):
        env.mail("EMAIL_URL", default="consolemail://")


@pytest.mark.parametrize(
    ("value", "debug", "expected"),
    [
        ("", True, "http://127.0.0.1:8000"),
        ("", False, "https://arkiv.example.se"),
        ("http://arkiv.local:8080/", False, "http://arkiv.local:8080"),
    ],
)
def test_links_in_mail_lead_to_the_site_or_its_first_host(monkeypatch, value, debug, expected):
    monkeypatch.setenv("SITE_URL", value)
    assert env.site("SITE_URL", hosts=[".arkiv.example.se"], debug=debug) == expected


@pytest.mark.parametrize(
    "value", ["arkiv.example.se", "ftp://a.se", "https://a.se/sub", "https://"]
)
def test_nonsense_for_the_site_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must look like"):
        env.site("SITE_URL", hosts=[], debug=True)
