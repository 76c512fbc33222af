"""How the archive is served: a few processes with threads, behind a proxy that does TLS."""

import multiprocessing
import re

from gunicorn.glogging import Logger

TOKEN = re.compile(r"(/sparade/)[^/ ]{20,}")  # who knows it reads with its owner's eyes


class Discreet(Logger):
    """The access log, without what is secret in an address."""

    def atoms(self, resp, req, environ, request_time):
        said = super().atoms(resp, req, environ, request_time)
        return said | {key: TOKEN.sub(r"\1…", said[key]) for key in ("r", "U")}


bind = "127.0.0.1:8000"
workers = multiprocessing.cpu_count() + 1
worker_class = "gthread"  # a slow download takes a thread, not a process
threads = 4
timeout = 60  # seconds
max_requests, max_requests_jitter = 2000, 200  # a slow leak never becomes an outage
accesslog = "-"
logger_class = Discreet
