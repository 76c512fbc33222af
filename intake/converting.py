"""Other office files (DOC, ODT, RTF) made into DOCX by LibreOffice, where it is installed.

It runs in a limited child of its own, with a profile made for the one file: no macros, no links
followed to other files or over the network. LibreOffice's own ways to text would show what had
been deleted; the DOCX that it writes says what was, and our reader leaves that out.
"""

from __future__ import annotations

import shutil

from intake.confined import MB, PROGRAMS, Limits, run
from intake.text.kinds import DOC, ODT, RTF
from intake.text.unreadable import Unreadable

LIMITS = Limits(seconds=60, cpu=40, memory=1536 * MB, files=256, output=25 * MB)
MEDIA = {
    DOC: "application/msword",
    ODT: "application/vnd.oasis.opendocument.text",
    RTF: "application/rtf",
}
# Named, because what is not of its kind would be taken for something else, text at the last.
FILTERS = {DOC: "MS Word 97", ODT: "writer8", RTF: "Rich Text Format"}
PROFILE = "profile"
COMMAND = [
    "soffice",
    f"-env:UserInstallation=file://{{folder}}/{PROFILE}",
    *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
    *("--convert-to", "docx:MS Word 2007 XML", "--outdir", "{folder}/made"),
]
SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "Office.Writer/Content/Update": {"Link": 2},  # never
    # Whatever should try the network all the same is sent to a port where nobody answers.
    "Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": 9,
        "ooInetNoProxy": "",
    },
}


def available() -> bool:
    return shutil.which(COMMAND[0], path=PROGRAMS) is not None


def to_docx(data: bytes, kind: str) -> bytes:
    """The file as DOCX; ``kind`` is one of MEDIA. Raises Unreadable, and OSError as confined."""
    if not available():
        raise Unreadable(
            "no-office",
            f"Filer av typen {kind} kan inte läsas på den här servern, för där saknas LibreOffice."
            " Spara protokollet som PDF eller Word (.docx) och försök igen.",
        )
    name = f"file.{kind}"
    settings = {f"{PROFILE}/user/registrymodifications.xcu": _settings()}
    command = [*COMMAND, f"--infilter={FILTERS[kind]}", f"{{folder}}/{name}"]
    try:
        return run(command, data, LIMITS, name, "made/file.docx", beside=settings).output
    except Unreadable as error:
        if error.code != "reader-failed":
            raise
        raise Unreadable(
            "office-damaged",
            "Filen gick inte att öppna: den är troligen skadad. Öppna den i det program som den"
            " kommer från, spara den som PDF eller Word (.docx) och försök igen.",
        ) from error


def _settings() -> bytes:
    """The profile's settings, as LibreOffice keeps them."""
    items = [
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, values in SETTINGS.items()
        for name, value in values.items()
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{''.join(items)}</oor:items>"
    ).encode()
