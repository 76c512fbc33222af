from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from intake.parsing import parse
from intake.text import read_bytes
from tests.bench import reading
from tests.bench.measure import RUNS, rate, report
from tests.bench.texts import typical
from tests.postgres import candidates, usable

FILES, GOAL = 100, 100
DATABASE = "motesarkivet_bench"
# Of the large archives, and how many entries they have.
SEARCHED, ON_SERVER, IN_FILE = "motesarkivet_bench_search", 1_000_000, 100_000
PARTS = ("parsing", "reading", "importing", "searching")


def parse_all(batch: Iterable[bytes]) -> None:
    for data in batch:
        parse(read_bytes(data, "minutes.txt"))


def parsing() -> bool:
    """In seconds of one core, not of the clock: other programs' share does not count."""
    batch = [typical(number) for number in range(FILES)]
    rates = rate(parse_all, [batch] * (RUNS + 1), clock=time.process_time)
    return report("Parsing, on one core", rates[1:], GOAL)


def importing(name: str, url: str, folder: str) -> bool:
    return _elsewhere("importing", name, url=url, folder=f"{folder}/{name}")


def searching(name: str, entries: int, url: str, folder: str) -> Iterator[bool]:
    """The answers, then the pages that show them."""
    yield _elsewhere("searching", name, str(entries), url=url, folder=f"{folder}/{name}")
    yield _elsewhere("pages", name, url=url, folder=f"{folder}/{name}")


def _elsewhere(module: str, *words: str, url: str, folder: str) -> bool:
    """In a process of its own: settings are read once, and the database is one of them."""
    chosen = {"DEBUG": "true", "DATABASE_URL": url, "ORIGINALS_DIR": folder}
    command = [sys.executable, "-m", f"tests.bench.{module}", *words]
    return subprocess.run(command, env=os.environ | chosen, check=False).returncode == 0


@contextmanager
def database(server: str, name: str, *, keep: bool = False) -> Iterator[str]:
    """The address of a new database on the server, dropped afterwards unless it is to be kept."""
    drop = f'DROP DATABASE IF EXISTS "{name}"'
    with psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not (keep and known.fetchone()):
            connection.execute(drop)
            connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield _address(make_conninfo(server, dbname=name))
        finally:
            if not keep:
                connection.execute(drop)


def _address(conninfo: str) -> str:
    parts = conninfo_to_dict(conninfo)
    password = f":{parts['password']}" if parts.get("password") else ""
    port = parts.get("port", 5432)
    return f"postgres://{parts['user']}{password}@{parts['host']}:{port}/{parts['dbname']}"


def with_databases(parts: list[str], server: str | None, *, keep: bool) -> Iterator[bool]:
    with tempfile.TemporaryDirectory() as folder:
        if "importing" in parts:
            yield importing("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder)
            if server:
                with database(server, DATABASE) as url:
                    yield importing("PostgreSQL", url, folder)
        if "searching" in parts:
            lasting = Path(tempfile.gettempdir()) if keep else Path(folder)
            url = f"sqlite:///{lasting}/{SEARCHED}.sqlite3"
            yield from searching("SQLite", IN_FILE, url, folder)
            if server:
                with database(server, SEARCHED, keep=keep) as url:
                    yield from searching("PostgreSQL", ON_SERVER, url, folder)


def main(parts: list[str], *, keep: bool) -> int:
    met = [work() for name, work in ALONE.items() if name in parts]
    server = next(filter(usable, candidates()), None)
    if server is None:
        print("Not measured: PostgreSQL; none answers.")
    met += with_databases(parts, server, keep=keep)
    return 0 if all(met) else 1


ALONE = {"parsing": parsing, "reading": reading.main}

if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="How fast minutes are read, stored and found.")
    asked.add_argument("parts", nargs="*", choices=[[], *PARTS], help="all unless some are named")
    asked.add_argument("--keep", action="store_true", help="keep the archives that are searched")
    chosen = asked.parse_args()
    sys.exit(main(chosen.parts or list(PARTS), keep=chosen.keep))
