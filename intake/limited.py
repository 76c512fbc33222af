"""Limits its own process, then becomes the program that it is given: started by confined.py.

``python -I -S limited.py SECONDS NAME=SOFT:HARD,… PROGRAM ARGUMENT…``, or ``… -m PATH MODULE
ARGUMENT…`` for a module of ours, whose ``main(arguments)`` runs in this very interpreter. Limits
are set here rather than between fork and exec, where a server with threads must run no Python.
Nothing else is imported: every millisecond counts once for each file.
"""

import os
import resource
import signal
import sys


def limit(pairs: str) -> None:
    for pair in pairs.split(","):
        name, _, values = pair.partition("=")
        kind = getattr(resource, f"RLIMIT_{name}")
        soft, hard = map(int, values.split(":"))
        most = resource.getrlimit(kind)[1]
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(kind, (soft, hard))


def become(program: str, arguments: list[str]) -> None:
    if program != "-m":
        for ignored in (signal.SIGPIPE, signal.SIGXFSZ):  # by Python, and exec keeps that too
            signal.signal(ignored, signal.SIG_DFL)
        os.execvp(program, [program, *arguments])  # noqa: S606 - no shell is the point
    path, module, *rest = arguments
    sys.path[:] = path.split(os.pathsep)
    import importlib

    importlib.import_module(module).main(rest)


if __name__ == "__main__":
    seconds, limits, name, *others = sys.argv[1:]
    limit(limits)
    # Whoever started us ends us on time. Should it be killed first, this does; exec keeps it.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(seconds))
    become(name, others)
