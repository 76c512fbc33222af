from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

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


def parse_all(batch: Iterable[bytes]) -> None:
    for data in batch:
        parse(read_bytes(data, "minutes.txt"))


def parsing() -> bool:
    """In seconds of one core, not of the clock: other programs' share does not count."""
    batch = [typical(number) for number in range(FILES)]
    rates = rate(parse_all, [batch] * (RUNS + 1), clock=time.process_time)
    return report("Parsing, on one core", rates[1:], GOAL)


def importing(name: str, url: str, folder: str) -> bool:
    """In a process of its own: settings are read once, and the database is one of them."""
    chosen = {"DEBUG": "true", "DATABASE_URL": url, "ORIGINALS_DIR": f"{folder}/{name}"}
    command = [sys.executable, "-m", "tests.bench.importing", name]
    return subprocess.run(command, env=os.environ | chosen, check=False).returncode == 0


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """The address of a new database on the server, dropped afterwards."""
    drop = f'DROP DATABASE IF EXISTS "{DATABASE}"'
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(f'CREATE DATABASE "{DATABASE}"')
        try:
            yield _address(make_conninfo(server, dbname=DATABASE))
        finally:
            connection.execute(drop)


def _address(conninfo: str) -> str:
    parts = conninfo_to_dict(conninfo)
    password = f":{parts['password']}" if parts.get("password") else ""
    port = parts.get("port", 5432)
    return f"postgres://{parts['user']}{password}@{parts['host']}:{port}/{parts['dbname']}"


def main() -> int:
    met = [parsing(), reading.main()]
    with tempfile.TemporaryDirectory() as folder:
        met.append(importing("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder))
        server = next(filter(usable, candidates()), None)
        if server is None:
            print("Not measured: PostgreSQL; none answers.")
        else:
            with empty_database(server) as url:
                met.append(importing("PostgreSQL", url, folder))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
