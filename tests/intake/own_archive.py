"""An archive of its own for tests that start processes: a database, a folder, and commands.

On the engine that the suite runs on. The database is copied from one that has been migrated once
for each test process, because migrating takes longer than most tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg.conninfo import make_conninfo

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class OwnArchive:
    name: str
    originals: Path
    environment: dict[str, str]

    def manage(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "manage.py", *arguments)

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def state(self) -> Any:
        printed = self.run(sys.executable, "-m", "tests.intake.state")
        assert printed.returncode == 0, printed.stderr
        return json.loads(printed.stdout)

    def blobs(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.originals.glob("??/??/*")}


class Databases:
    """Makes copies of one migrated, empty archive; drops them all at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.postgres = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
        self.names: list[str] = []
        self.template = self._new()
        migrated = self.archive(self.template).manage("migrate", "--verbosity", "0")
        assert migrated.returncode == 0, migrated.stderr

    def copy(self) -> OwnArchive:
        return self.archive(self._new(self.template))

    def archive(self, name: str) -> OwnArchive:
        originals = self.folder / f"{name}.originals"
        chosen = {
            "DATABASE_URL": self._url(name),
            "ORIGINALS_DIR": str(originals),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return OwnArchive(name, originals, {**os.environ, **chosen})

    def forget(self, archive: OwnArchive) -> None:
        """Take an archive away that no test will ask again; a slow test makes hundreds."""
        shutil.rmtree(archive.originals, ignore_errors=True)
        if self.postgres:
            self._ask(f'DROP DATABASE IF EXISTS "{archive.name}" WITH (FORCE)')
        for path in self.folder.glob(f"{archive.name}.sqlite3*"):
            path.unlink()

    def drop(self) -> None:
        for name in self.names:
            self.forget(self.archive(name))

    def _new(self, template: str = "") -> str:
        name = f"intake_{uuid4().hex[:12]}"
        self.names.append(name)
        if self.postgres:
            self._ask(
                f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else "")
            )
        elif template:
            shutil.copy(self.folder / f"{template}.sqlite3", self.folder / f"{name}.sqlite3")
        return name

    def _url(self, name: str) -> str:
        if not self.postgres:
            return f"sqlite:///{self.folder / name}.sqlite3"
        server = settings.DATABASES["default"]
        account = (
            f"{server['USER']}:{server['PASSWORD']}" if server["PASSWORD"] else server["USER"]
        )
        return f"postgres://{account}@{server['HOST']}:{server['PORT'] or 5432}/{name}"

    def address(self) -> str:
        """Of the server's own database, from which the others are made and dropped."""
        server = settings.DATABASES["default"]
        return make_conninfo(
            host=server["HOST"],
            port=server["PORT"] or 5432,
            user=server["USER"],
            password=server["PASSWORD"] or None,
            dbname="postgres",
        )

    def _ask(self, statement: str) -> None:
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def databases(folder: Path) -> Iterator[Databases]:
    made = Databases(folder)
    try:
        yield made
    finally:
        made.drop()
