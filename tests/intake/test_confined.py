"""Real programs that misbehave, each run as a reader would be."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from intake.confined import MB, Finished, Limits, module, run
from intake.text import Unreadable

SHORT = Limits(seconds=5, cpu=2, output=MB)


def python(program: str, data: bytes = b"", limits: Limits = SHORT, **named) -> Finished:
    return run([sys.executable, "-I", "-c", program], data, limits, **named)


def reason(program: str, limits: Limits = SHORT, **named) -> str:
    with pytest.raises(Unreadable) as caught:
        python(program, limits=limits, **named)
    assert caught.value.sentence.endswith(".")
    return caught.value.code


def test_a_program_reads_its_input_and_answers():
    upper = "import sys; sys.stdout.write(sys.stdin.read().upper())"
    assert python(upper, "hej på dig".encode()).output == "HEJ PÅ DIG".encode()


def test_a_large_file_goes_in_whole():
    data = os.urandom(20 * MB)
    digest = "import hashlib,sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())"
    import hashlib

    assert python(digest, data).output.decode().strip() == hashlib.sha256(data).hexdigest()


def test_a_module_of_ours_is_found_where_this_process_finds_it():
    answer = run(module("intake.text.worker", "read"), b"Protokoll").output
    assert json.loads(answer)["document"]["media"] == "text/plain"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("x = bytearray(2 << 30)", "reader-out-of-memory"),
        ("x = []\nwhile True: x.append(bytes(1 << 20))", "reader-out-of-memory"),
        ("while True: pass", "reader-cpu"),
        ("import ctypes; ctypes.string_at(0)", "reader-crashed"),
        ("import os; os.abort()", "reader-crashed"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "reader-out-of-memory"),
        ("import sys\nwhile True: sys.stdout.write('x' * 65536)", "reader-output"),
        ("raise ValueError", "reader-failed"),
        ("import sys; sys.exit(3)", "reader-failed"),
    ],
)
def test_each_way_to_misbehave_has_its_own_reason(program, code):
    assert reason(program) == code


@pytest.mark.parametrize(
    "program",
    [
        "import time; time.sleep(60)",
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
        "import os, time; os.close(1); os.close(2); time.sleep(60)",
        "import os, time\nif os.fork(): os._exit(0) if 0 else time.sleep(60)\ntime.sleep(60)",
    ],
    ids=["asleep", "deaf", "silent", "with a child"],
)
def test_one_that_does_not_end_is_ended(program):
    start = time.monotonic()
    assert reason(program, Limits(seconds=1)) == "reader-timeout"
    assert time.monotonic() - start < 2


SLOW = "import os, time\nfor _ in range(4): time.sleep(0.5); os.write(1, {0})\nprint('klar')"


def test_one_that_is_getting_on_is_given_more_time():
    limits = Limits(seconds=1, more_seconds=1)
    answer = python(SLOW.format(r"b'\n'"), limits=limits).output
    assert answer == b"\n\n\n\nklar\n"
    assert reason(SLOW.format("b'x'"), limits) == "reader-timeout"
    assert (
        reason("import os, time\nos.write(1, b'\\n')\ntime.sleep(9)", limits) == "reader-timeout"
    )


def test_what_it_has_started_dies_with_it(tmp_path):
    note = tmp_path / "pid"
    program = (
        "import os, pathlib, subprocess\n"
        f"child = subprocess.Popen(['sleep', '60'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
    )
    start = time.monotonic()
    assert python(program).output == b""
    assert time.monotonic() - start < 2
    assert gone(int(note.read_text()))


def gone(pid: int) -> bool:
    """Whether a process has ended; init may take a moment to bury it."""
    for _ in range(100):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().split()[2] == "Z":
            return True
        time.sleep(0.01)
    return False


def test_it_sees_nothing_of_ours():
    os.environ["SECRET_OF_OURS"] = "hemlig"
    try:
        seen = python("import json, os; print(json.dumps(dict(os.environ)))").output
    finally:
        del os.environ["SECRET_OF_OURS"]
    environment = json.loads(seen)
    folder = environment["HOME"]
    assert environment == {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
    }
    assert not Path(folder).exists()


def test_no_open_file_of_ours_reaches_it(tmp_path):
    with (tmp_path / "open").open("w"):
        names = python("import os; print(sorted(map(int, os.listdir('/proc/self/fd')))[:-1])")
    assert names.output.decode().strip() == "[0, 1, 2]"


def test_its_folder_is_its_own_and_removed():
    program = (
        "import os, stat; open('left', 'w').close(); os.mkdir('below');"
        "print(os.getcwd(), oct(stat.S_IMODE(os.stat('.').st_mode)), sorted(os.listdir()))"
    )
    folder, mode, *names = python(program).output.decode().split(maxsplit=2)
    assert (mode, *names) == ("0o700", "['below', 'file', 'left']\n")
    assert not Path(folder).exists()


def test_it_may_leave_its_answer_in_a_file():
    left = python("open('answer', 'w').write('ja')", result="answer")
    assert left.output == b"ja"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("pass", "reader-failed"),
        ("import os; os.symlink('/etc/passwd', 'answer')", "reader-failed"),
        ("import os; os.mkfifo('answer')", "reader-failed"),
        ("import os; os.mkdir('answer')", "reader-failed"),
        ("open('answer', 'wb').write(bytes(2 << 20))", "reader-output"),
    ],
    ids=["nothing", "a link", "a pipe", "a folder", "too much"],
)
def test_an_answer_that_is_no_file_of_its_own_is_not_read(program, code):
    assert reason(program, result="answer") == code


def test_it_cannot_fill_the_disk():
    program = "open('big', 'wb').write(bytes(2 << 20))"
    assert reason(program, Limits(seconds=5, file_size=MB)) == "reader-failed"
    head = ["head", "-c", "2000000", "/dev/zero"]
    with pytest.raises(Unreadable) as caught:
        run(["sh", "-c", f"{' '.join(head)} > big"], b"", Limits(seconds=5, file_size=MB))
    assert caught.value.code in {"reader-output", "reader-failed"}


def test_it_can_have_few_files_open():
    assert reason("files = [open('/dev/null') for _ in range(100)]") == "reader-failed"


def test_where_it_needs_no_processes_it_can_start_none():
    program = "import os\nif not os.getuid(): os.setuid(65534)\nos.fork()"
    assert reason(program, Limits(seconds=5, processes=0)) == "reader-failed"
    assert python(program).output == b""


def test_the_log_has_its_last_words_and_not_more(caplog):
    program = "import sys; sys.stderr.write('x' * 100_000 + 'slut'); sys.exit(1)"
    assert reason(program) == "reader-failed"
    assert caplog.messages[0].endswith("xslut")
    assert len(caplog.messages[0]) < 2200


def test_should_we_be_killed_it_ends_itself(tmp_path):
    """A server that is killed in the middle leaves no reader behind for ever."""
    note = tmp_path / "pid"
    sleeper = f"import os,time; open({str(note)!r},'w').write(str(os.getpid())); time.sleep(60)"
    ours = (
        "import sys; sys.path[:] = sys.argv[1].split(':')\n"
        "from intake import confined; confined.GRACE = 0\n"
        "confined.run([sys.executable, '-I', '-c', sys.argv[2]], b'', confined.Limits(seconds=2))"
    )
    import subprocess

    with subprocess.Popen([sys.executable, "-c", ours, ":".join(sys.path), sleeper]) as server:
        while not (note.exists() and note.read_text()):
            time.sleep(0.01)
        server.kill()
    pid = int(note.read_text())
    assert not gone_within(pid, 0.5)
    assert gone_within(pid, 3)


def gone_within(pid: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().split()[2] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_several_threads_run_their_own():
    answers: dict[int, bytes] = {}

    def ask(number: int) -> None:
        answers[number] = python("import sys; print(sys.stdin.read())", b"%d" % number).output

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: b"%d\n" % number for number in range(8)}


def test_what_it_used_is_told():
    used = python("x = b'x' * (200 << 20); sum(range(5_000_000))")
    assert used.memory > 200 * MB
    assert 0.05 < used.cpu < 2
