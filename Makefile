# `make run` shows the archive, `make test` proves it. Both need Python 3.11 or later, and make.

VENV := .venv
PYTHON := $(VENV)/bin/python
UV := $(VENV)/bin/uv
UV_VERSION := 0.13.8
PORT ?= 8000
MINUTES ?=
KEEP ?=
FOLDER ?= var/screenshots

# The newest Python on this machine that is new enough. Each is tried, not only looked for: a
# version manager may have a name for a Python that is not there.
SYSTEM_PYTHON = $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if "$$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then command -v "$$name"; break; fi; done)

# Tests and checks choose their settings themselves, whatever the shell has set.
DEVELOPMENT := DEBUG=true ARCHIVE_PUBLIC=true DATABASE_POOL=
PRODUCTION := DEBUG=false ALLOWED_HOSTS=arkiv.example.se DATABASE_URL= \
	SECRET_KEY=only-for-the-deployment-check-0123456789-abcdefghijklmnop
WITHOUT_INDEX := env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL \
	-u UV_FIND_LINKS

# Tests that never ask the database: once is enough.
PURE := tests/intake/text tests/intake/parsing tests/intake/test_confined.py \
	tests/intake/test_converting.py tests/intake/test_extracting.py tests/intake/test_hostile.py \
	tests/intake/test_parse_minutes.py tests/config/test_env.py tests/config/test_settings.py \
	tests/config/test_static.py tests/decisions/exports/test_cells.py \
	tests/decisions/exports/test_xlsx.py tests/minutes/search/test_compounds.py \
	tests/minutes/search/test_conjugation.py tests/minutes/search/test_expanding.py \
	tests/minutes/search/test_stemming.py \
	tests/people/test_completing.py tests/people/test_names.py tests/test_deploy.py \
	tests/test_imports.py tests/test_lock.py tests/test_looks.py tests/test_real_files.py \
	tests/test_translations.py

# What a browser says of pages, their HTML, who is let in, and in which language they are, is the same
# whichever database the rows came from; that two writers meet there too is for tests/races, on both.
PAGES := tests/browser tests/test_languages.py tests/test_pages.py tests/test_access.py
# Pages and files that only show what is stored: that each answers on PostgreSQL too, and tells nobody
# more than he may know, is found by test_leaks.py, which walks through all of them on one database.
SHOWN := tests/accounts tests/config/example tests/config/test_doors.py tests/config/test_start.py \
	tests/decisions/views tests/intake/forms tests/minutes/exports tests/minutes/test_doors.py \
	tests/minutes/test_views.py
WALKED := tests/test_leaks.py
# One more than a small machine has cores: tests wait for browsers and for processes that they start.
AT_ONCE := 3

.PHONY: help install run test test-slow check format translations lock bench screenshots

help:
	@echo "make run [MINUTES=folder] [PORT=8000]   show the archive with the sample minutes"
	@echo "make test                               the suite, on SQLite and on PostgreSQL"
	@echo "make test-slow                          what takes minutes"
	@echo "make check                              style, types, migrations, translations, lock"
	@echo "make format                             lay out code and templates, list the modules"
	@echo "make translations                       collect and compile the translations"
	@echo "make lock                               write uv.lock anew"
	@echo "make screenshots [FOLDER=folder]        pictures of the pages, three of them for docs/"
	@echo "make bench [KEEP=--keep]                how fast minutes are read, stored and found"

# Readers start anew for each file; a service that may not write here would compile them each time.
install: $(VENV)/installed
	@$(PYTHON) -m compileall -q intake

# The locked versions by their hashes, from whichever index this machine is set up to ask, and
# trusting whom this machine trusts: many a municipality's network inspects TLS.
$(VENV)/installed: pyproject.toml uv.lock Makefile
	@test -n "$(SYSTEM_PYTHON)" || { echo "Python 3.11 or later is needed."; exit 1; }
	@test -x $(PYTHON) || "$(SYSTEM_PYTHON)" -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(UV) export --frozen --quiet --output-file $(VENV)/locked.txt
	@$(UV) pip sync --quiet --compile-bytecode --system-certs --require-hashes --python $(PYTHON) $(VENV)/locked.txt
	@touch $@

run: install
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py reindex --verbosity 0
	@$(PYTHON) manage.py import_minutes intake/samples --publish
	-@test -z "$(MINUTES)" || $(PYTHON) manage.py import_minutes "$(MINUTES)" --publish
	@$(PYTHON) manage.py ensure_demo_secretary
	@$(PYTHON) manage.py ensure_demo_example
	@echo "Arkivet finns på http://127.0.0.1:$(PORT)/ tills du trycker Ctrl+C."
	@$(PYTHON) manage.py runserver 127.0.0.1:$(PORT)

test: install
	@echo "On SQLite:"
	@url="$$($(PYTHON) -m tests.postgres)"; \
	$(DEVELOPMENT) DATABASE_URL= $(PYTHON) -m pytest -q -n $(AT_ONCE) \
		$${url:+$(addprefix --ignore=,$(WALKED))}
	@url="$$($(PYTHON) -m tests.postgres)"; \
	if [ -n "$$url" ]; then \
		echo "On PostgreSQL:"; $(DEVELOPMENT) DATABASE_URL="$$url" $(PYTHON) -m pytest -q -n $(AT_ONCE) \
			$(addprefix --ignore=,$(PURE) $(PAGES) $(SHOWN)); \
	else \
		echo "Not run: the suite on PostgreSQL; none answers at DATABASE_URL or 127.0.0.1:5432."; \
		[ "$$CI" != true ]; \
	fi

test-slow: install
	@$(DEVELOPMENT) DATABASE_URL= $(PYTHON) -m pytest -q -m slow
	@url="$$($(PYTHON) -m tests.postgres)"; \
	if [ -n "$$url" ]; then \
		echo "The races and the faults once more, on PostgreSQL:"; \
		$(DEVELOPMENT) DATABASE_URL="$$url" $(PYTHON) -m pytest -q -m slow tests/races \
			tests/intake/test_indexed.py; \
	fi

check: install
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djangofmt --check templates
	$(VENV)/bin/mypy
	@$(DEVELOPMENT) DATABASE_URL= $(PYTHON) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(PYTHON) manage.py check --deploy --fail-level WARNING
	$(PYTHON) -m tests.translations --check
	$(PYTHON) -m tests.modules --check
	@$(WITHOUT_INDEX) $(UV) lock --check --offline --no-config --quiet && echo "uv.lock is up to date."

format: install
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djangofmt templates
	$(PYTHON) -m tests.modules

translations: install
	$(PYTHON) -m tests.translations

# Without this machine's index settings: the file is for everybody.
lock:
	$(WITHOUT_INDEX) $(UV) lock --no-config

bench: install
	@$(PYTHON) -m tests.bench $(KEEP)

screenshots: install
	@$(PYTHON) -m tests.screenshots "$(FOLDER)"
