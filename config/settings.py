"""All settings, in one file. Every environment variable is read here, through config/env.py.

Without any variable this is a development machine: SQLite and a generated key under ``var/``.
A real installation sets DEBUG=false, SECRET_KEY, ALLOWED_HOSTS and DATABASE_URL; config/wsgi.py
refuses to serve with DEBUG on. The README has the table.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = env.flag("DEBUG", default=True)
SECRET_KEY = env.secret("SECRET_KEY", debug=DEBUG, kept_in=VAR_DIR / "secret_key")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", debug=DEBUG)

# The archive itself
ORIGINALS_DIR = env.folder("ORIGINALS_DIR", default=VAR_DIR / "originals")
PICTURES_DIR = env.folder("PICTURES_DIR", default=VAR_DIR / "pictures")  # may be emptied any time
# true: published meetings are for everybody; false: for those who have signed in.
ARCHIVE_PUBLIC = env.flag("ARCHIVE_PUBLIC", default=True)

# Who runs the archive, and whom to write to: for the pages that say so.
ARCHIVE_OWNER = env.text("ARCHIVE_OWNER")
CONTACT_EMAIL = env.address("CONTACT_EMAIL")

# A Swedish dictionary of the server's (Hunspell's .dic), for more compounds; none is needed.
WORD_LIST = env.file("WORD_LIST")

INSTALLED_APPS = [
    "accounts.admin_config.ArchiveAdminConfig",  # django.contrib.admin, for secretaries only
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "config",
    "intake",
    "decisions",
    "minutes",
    "accounts",
    "people",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",  # before what answers by itself: its files are told too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.caching.private_where_it_depends",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # a forgotten rule denies
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
CSRF_FAILURE_VIEW = "config.views.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database
VAR_DIR.mkdir(exist_ok=True)  # SQLite makes the file, not the folder
DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'archive.sqlite3'}"),
}
DATABASES["default"].setdefault("OPTIONS", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] |= {
        # Readers go on while an import writes; a writer takes its lock at BEGIN and waits for it
        # there, instead of failing in the middle when two have read before they write.
        "init_command": "PRAGMA journal_mode=WAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    # For short questions to an index on a solid-state disk: the planner's own assumptions are of
    # a spinning one, where it walks a table instead, and compiling took longer than answering.
    # The hits of a common word among a million entries do not find room in the usual 4 MB: only
    # the pages that they are on are remembered then, and everything on these is looked at again.
    DATABASES["default"]["OPTIONS"]["options"] = (
        "-c jit=off -c random_page_cost=1.1 -c work_mem=32MB"
    )
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    if env.flag("DATABASE_POOL", default=False):
        DATABASES["default"]["OPTIONS"]["pool"] = True  # instead of persistent connections
    else:
        DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who may log in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.RoleBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Slow work leaves the request: to `manage.py db_worker` where one runs, else it is done at once.
READ_IN_BACKGROUND = env.flag("READ_IN_BACKGROUND", default=not DEBUG)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if READ_IN_BACKGROUND
        else "django_tasks.backends.immediate.ImmediateBackend",
    }
}

# Files come to disk, not to memory, and are looked at one by one: see intake/views/uploads.py.
DATA_UPLOAD_MAX_NUMBER_FILES = 200

# Mail: what is new in saved searches. Without a server it is written to the terminal.
vars().update(env.mail("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds; less than what a writer waits for SQLite, see above
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "motesarkivet@localhost")
SITE_URL = env.site("SITE_URL", hosts=ALLOWED_HOSTS, debug=DEBUG)

# Language and time
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("Engelska"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60  # seconds; else the choice would be gone with the window
LANGUAGE_COOKIE_HTTPONLY = True
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

# Static files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Development serves the files where they lie; a real installation serves `collectstatic`'s copies.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# What a browser may do with a page: nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Transport: everything below is off in development only.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not DEBUG
LANGUAGE_COOKIE_SECURE = not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # a watchdog on the same machine speaks plain HTTP
SECURE_HSTS_SECONDS = 0 if DEBUG else env.number("HSTS_SECONDS", default=31_536_000)
SILENCED_SYSTEM_CHECKS = [
    # Subdomains and preload speak for hosts that are not the archive's: a municipality's
    # domain has many other servers.
    "security.W005",
    "security.W021",
]
if env.flag("BEHIND_PROXY", default=False):
    # Only where a proxy sets or strips this header on every request; see deploy/.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Errors go where the server's own log goes. Django's default sends them by mail, to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "dated"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
}
