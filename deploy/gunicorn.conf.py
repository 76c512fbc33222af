"""How the archive is served: a few processes with threads, behind a proxy that does TLS."""

import multiprocessing

bind = "127.0.0.1:8000"
workers = multiprocessing.cpu_count() + 1
worker_class = "gthread"  # a slow download takes a thread, not a process
threads = 4
timeout = 60  # seconds
max_requests, max_requests_jitter = 2000, 200  # a slow leak never becomes an outage
accesslog = "-"
