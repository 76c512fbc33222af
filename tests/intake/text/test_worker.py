"""The child's main, run as it is run."""

import json
import socket
import sys

import pytest

from intake.confined import Limits, module, run
from intake.text import Unreadable
from intake.text.pdf_streams import MB
from intake.text.worker import NoNetwork, _refuse_network
from tests.intake.text.pdf_writer import Sheet, pdf


def answer(data: bytes, *arguments: str) -> bytes:
    return run(module("intake.text.worker", *arguments), data).output


def test_it_writes_the_document_or_the_reason():
    read = json.loads(answer(pdf(Sheet().put(70, 70, "Protokoll")), "read"))
    assert [line["raw"] for line in read["document"]["lines"]] == ["Protokoll"]
    refused = json.loads(answer(b"%PDF-1.7", "read"))
    assert sorted(refused) == ["sentence", "unreadable"]


def test_it_draws_a_page():
    assert answer(pdf(Sheet()), "page", "1", "50").startswith(b"\x89PNG")


def test_it_looks_over_what_another_program_is_to_open():
    assert json.loads(answer(b"{\\rtf1 Bo Ek}", "check", "rtf")) == {"fit": "rtf"}


def test_a_file_that_needs_more_memory_than_there_is_costs_only_its_child():
    with pytest.raises(Unreadable) as caught:
        run(module("intake.text.worker", "read"), bytes(200 * MB), Limits(memory=150 * MB))
    assert caught.value.code == "reader-out-of-memory"


@pytest.mark.parametrize("event", ["socket.connect", "socket.getaddrinfo", "socket.sendto"])
def test_the_network_is_refused(event):
    with pytest.raises(NoNetwork):
        _refuse_network(event, ())
    _refuse_network("open", ())


def test_a_child_that_tries_the_network_fails():
    program = (
        "import sys; sys.path[:] = sys.argv[1].split(':')\n"
        "from intake.text.worker import _refuse_network; sys.addaudithook(_refuse_network)\n"
        "import socket; socket.create_connection(('127.0.0.1', int(sys.argv[2])))"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        with pytest.raises(Unreadable) as caught:
            run([sys.executable, "-I", "-c", program, ":".join(sys.path), port], b"")
    assert caught.value.code == "reader-failed"
