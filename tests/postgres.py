"""Prints the address of a PostgreSQL server that the suite can use; nothing if there is none.

``python -m tests.postgres``: DATABASE_URL first, then the usual accounts on this machine.
"""

import os
import sys

import psycopg

LOCAL = (
    "postgres://postgres@127.0.0.1:5432/postgres",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
)


def usable(url: str) -> bool:
    """Whether the server answers and lets the account create the database of the tests."""
    may_create = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            return connection.execute(may_create).fetchone() == (True,)
    except psycopg.Error:
        return False


def candidates() -> list[str]:
    named = os.environ.get("DATABASE_URL", "")
    return [*([named] if named.startswith("postgres") else []), *LOCAL]


if __name__ == "__main__":
    sys.stdout.write(next(filter(usable, candidates()), ""))
