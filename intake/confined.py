"""Runs a program that may misbehave, in a child process with limits and nothing to steal.

The child has a memory, a processor and a file limit, a folder of its own that is removed
afterwards, and an environment of four words. It and all that it started are killed when its time
is up or it says too much. Whatever goes wrong is an Unreadable with a code of its own.
"""

from __future__ import annotations

import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from typing import IO

from intake.text.unreadable import Unreadable

log = logging.getLogger(__name__)

MB = 1024 * 1024
LAUNCHER = str(Path(__file__).with_name("limited.py"))
PROGRAMS = "/usr/local/bin:/usr/bin:/bin"
CHUNK = 64 * 1024
PATIENCE = 0.1  # seconds between looks at a child that says nothing
MOST_SIGNS = 1000  # two for each of the most pages that a file may have
GRACE = 5  # seconds after which a child whose parent has died ends itself
LAST_WORDS = 2048  # bytes of complaint that are kept for the log
NOTHING: Mapping[str, bytes] = {}
SMALLER = "Dela filen, eller spara den i enklare form, och försök igen."
SENTENCES = {
    "reader-crashed": (
        "Filen fick läsprogrammet att krascha: den är troligen skadad. Öppna den, spara den på"
        " nytt och försök igen."
    ),
    "reader-out-of-memory": f"Filen kräver mer minne än ett protokoll ska. {SMALLER}",
    "reader-timeout": f"Filen tar för lång tid att läsa. {SMALLER}",
    "reader-cpu": f"Filen kräver mer arbete att läsa än ett protokoll ska. {SMALLER}",
    "reader-output": f"Filen ger mer text än ett protokoll ska. {SMALLER}",
    "reader-failed": (
        "Filen kunde inte tolkas på grund av ett fel i programmet. Den är sparad och kan"
        " läsas in igen när felet är rättat."
    ),
}
NO_MEMORY = (b"MemoryError", b"bad_alloc", b"Cannot allocate memory", b"out of memory")


def unreadable(code: str) -> Unreadable:
    return Unreadable(code, SENTENCES[code])


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` by the clock, ``cpu`` seconds of processor; the rest in bytes and numbers.

    A program that has much to do says so with line ends before its answer: each gives it
    ``more_seconds`` and lets it take ``more_cpu``, MOST_SIGNS times (see text/pace.py).
    ``processes`` counts all of the user's on the machine, so only 0 (none may be started) says
    anything; it does not bind root.
    """

    seconds: float = 20
    cpu: int = 15
    memory: int = 1024 * MB
    output: int = 32 * MB
    file_size: int = 64 * MB
    files: int = 64
    processes: int | None = None
    more_seconds: float = 0
    more_cpu: int = 0

    def __str__(self) -> str:
        """As limited.py takes them; the processor's soft limit has a signal of its own."""
        most_cpu = self.cpu + self.more_cpu * MOST_SIGNS
        pairs = {
            "AS": self.memory,
            "FSIZE": self.file_size,
            "NOFILE": self.files,
            "CORE": 0,
            "NPROC": self.processes,
        }
        known = [f"{name}={most}:{most}" for name, most in pairs.items() if most is not None]
        return ",".join([*known, f"CPU={self.cpu}:{most_cpu + 1}"])


ORDINARY = Limits()


@dataclass(frozen=True, slots=True)
class Finished:
    """``output`` in bytes; ``cpu`` in seconds and ``memory`` in bytes, at the most at once."""

    output: bytes
    cpu: float
    memory: int


def module(name: str, *arguments: str) -> list[str]:
    """The program that is a module of ours, found where this process finds its own."""
    path = os.pathsep.join(str(Path(place).resolve()) for place in sys.path)
    return ["-m", path, name, *arguments]


def run(
    program: Sequence[str],
    data: bytes,
    limits: Limits = ORDINARY,
    name: str = "file",
    result: str = "",
    beside: Mapping[str, bytes] = NOTHING,
) -> Finished:
    """Run a program on data: its standard input, and the file ``name`` in its folder.

    ``beside`` are other files, by their paths in the folder; "{folder}" in an argument stands for
    it. The answer is what it writes to standard output or, if given, leaves in ``result``.
    Raises Unreadable where the program fails, and OSError where this machine does: no process,
    no room for the folder.
    """
    with tempfile.TemporaryDirectory(prefix="reading-", ignore_cleanup_errors=True) as folder:
        for path, content in {**beside, name: data}.items():
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_bytes(content)
        with Path(folder, name).open("rb") as file:
            process = _start(program, folder, file, limits)
        output, usage = _outcome(process, limits)
        if result:
            output = _left_behind(Path(folder, result), limits)
        # Linux counts in kilobytes, macOS in bytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return Finished(output, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def _start(
    program: Sequence[str], folder: str, file: IO[bytes], limits: Limits
) -> subprocess.Popen[bytes]:
    launcher = [sys.executable, "-I", "-S", LAUNCHER, str(int(limits.seconds) + GRACE)]
    asked = [word.replace("{folder}", folder) for word in program]
    return subprocess.Popen(  # noqa: S603 - no shell; the file is no part of the words
        [*launcher, str(limits), *asked],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"PATH": PROGRAMS, "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": folder},
        start_new_session=True,
    )


def _outcome(process: subprocess.Popen[bytes], limits: Limits) -> tuple[bytes, struct_rusage]:
    words = bytearray()
    try:
        output = _listen(process, limits, words)
    except Unreadable as error:
        code = error.code
    else:
        code = ""
    finally:
        usage = _end(process)
    code = code or _verdict(process.returncode, usage, words, limits)
    if code:
        said = words.decode(errors="replace")
        log.warning("A reader ended with %s (%s): %s", process.returncode, code, said)
        raise unreadable(code)
    return output, usage


def _listen(process: subprocess.Popen[bytes], limits: Limits, words: bytearray) -> bytes:
    """Its output, and in ``words`` the end of its complaints, until it is done or goes too far."""
    deadline = time.monotonic() + limits.seconds
    output = bytearray()
    with selectors.DefaultSelector() as pipes:
        pipes.register(process.stdout, selectors.EVENT_READ, output)
        pipes.register(process.stderr, selectors.EVENT_READ, words)
        while pipes.get_map() or not _exited(process):
            for key, _ in pipes.select(PATIENCE) if pipes.get_map() else ():
                heard = os.read(key.fd, CHUNK)
                key.data.extend(heard)
                if not heard:
                    pipes.unregister(key.fileobj)
            del words[:-LAST_WORDS]
            if len(output) > limits.output:
                raise unreadable("reader-output")
            if time.monotonic() > deadline + limits.more_seconds * _signs(output):
                raise unreadable("reader-timeout")
            if not pipes.get_map():
                time.sleep(0.001)
            elif _exited(process):
                _kill(process)  # what it has started may still hold the pipes
    return bytes(output)


def _signs(output: bytearray) -> int:
    """How many line ends it has sent so far, where it has not begun to answer."""
    heard = output[:MOST_SIGNS]
    return len(heard) - len(heard.lstrip(b"\n"))


def _exited(process: subprocess.Popen[bytes]) -> bool:
    """Whether it has ended; it is left for ``_end`` to bury, so its number is not taken yet."""
    looking = os.WEXITED | os.WNOHANG | os.WNOWAIT
    return os.waitid(os.P_PID, process.pid, looking) is not None


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):  # macOS: the dead are not ours to kill
        os.killpg(process.pid, signal.SIGKILL)


def _end(process: subprocess.Popen[bytes]) -> struct_rusage:
    """Kill it, and all that it started, and say what it has used."""
    _kill(process)
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage


def _verdict(ended: int, usage: struct_rusage, words: bytearray, limits: Limits) -> str:
    """The reason for how it ended; empty if all is well."""
    if not ended:
        return ""
    if ended == -signal.SIGXCPU:
        return "reader-cpu"
    if ended == -signal.SIGKILL:  # not by us: the processor's hard limit, or no memory left
        spent = usage.ru_utime + usage.ru_stime
        return "reader-cpu" if spent > limits.cpu - 1 else "reader-out-of-memory"
    if any(sign in words for sign in NO_MEMORY):
        return "reader-out-of-memory"
    if ended == -signal.SIGXFSZ:
        return "reader-output"
    return "reader-crashed" if ended < 0 else "reader-failed"


def _left_behind(path: Path, limits: Limits) -> bytes:
    """The file that the program made; a link to another place is not followed."""
    if path.is_symlink() or not path.is_file():
        raise unreadable("reader-failed")
    with path.open("rb") as file:  # all who could put another file here are dead
        data = file.read(limits.output + 1)
    if len(data) > limits.output:
        raise unreadable("reader-output")
    return data
