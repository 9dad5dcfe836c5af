"""Reads the first line of a replay: the session's record up to its turns."""

from dataclasses import replace
from hashlib import sha256

from wargame import __version__
from wargame.files.check import check
from wargame.files.doctrines import completeness_faults
from wargame.files.faults import MOST_FAULTS, Fault, FileFaults, quoted
from wargame.files.references import reference_faults
from wargame.files.replays.lines import FAMILY, SEAL
from wargame.files.scenarios import FAMILY as SCENARIOS
from wargame.files.strict_json import read_line
from wargame.files.text import Document, Marks
from wargame.files.versions import migrate
from wargame.model.record import Header

MOST_LISTED = 3
"""Faults of a header that are told one by one. More are told in one line: nobody mends a header by hand."""


def read_header(raw: bytes, file: str) -> tuple[Header, int]:
    """The header, whose checksum must fit, and the version it was written in. Raises `FileFaults`."""
    written = read_line(raw, file, 1)
    document = _with_migrated_scenario(migrate(FAMILY, written))
    document.data.pop("check", None)
    header, faults = _checked(document)
    listed = faults if len(faults) <= MOST_LISTED else ()
    if not _sealed(raw):
        hint = "the header is damaged; restore the file from a copy"
        raise FileFaults([*listed, document.fault((), "the header's checksum does not fit what it says", hint)])
    if header is None or faults:
        raise FileFaults(listed or [_of_another_wargame(document, faults)])
    return header, written.data[FAMILY.version_key]


def _sealed(raw: bytes) -> bool:
    """Whether the header is what was written."""
    matched = SEAL.match(raw[:-1]) if raw.endswith(b"\n") else None
    return matched is not None and sha256(matched[1]).hexdigest() == matched[2].decode()


def _checked(document: Document) -> tuple[Header | None, tuple[Fault, ...]]:
    """The header, if it has the shape of one, and everything that is wrong with it, first place first."""
    header, faults = None, list[Fault]()
    try:
        header = check(document, Header)
    except FileFaults as shape:
        faults += shape.faults
    faults += reference_faults(document, ("scenario",))
    faults += completeness_faults(document, ("scenario", "doctrine"))
    return header, FileFaults(faults).faults if faults else ()


def _of_another_wargame(document: Document, faults: tuple[Fault, ...]) -> Fault:
    """The fault of a header that is just as it was written, and yet in many places not as this program writes it."""
    engine, first = document.data.get("engine"), faults[0]
    writer = f"another wargame {__version__} than this" if engine == __version__ else f"wargame {quoted(engine)}"
    number = f"{MOST_FAULTS} or more" if len(faults) >= MOST_FAULTS else f"{len(faults)}"
    found = f"{first.where}: {first.message}".removeprefix(": ")
    message = f"written by {writer}, with other rules: {number} faults in its header, first: {found}"
    hint = "read it with the wargame that wrote it, or play the scenario again with this one"
    return Fault(first.file, 1, 1, "", message, "", hint)


def _with_migrated_scenario(document: Document) -> Document:
    """The header with the scenario inside it brought to its own current version; one that is none is left as it is."""
    scenario = document.data.get("scenario")
    version = scenario.get(SCENARIOS.version_key) if isinstance(scenario, dict) else None
    named = isinstance(scenario, dict) and scenario.get(SCENARIOS.name_key) == SCENARIOS.name
    if not named or type(version) is not int or version == SCENARIOS.current:
        return document
    inside = replace(document, data=scenario, find_marks=lambda: _inside(document.find_marks(), "scenario"))
    try:
        migrated = migrate(SCENARIOS, inside).data
    except FileFaults as found:
        named_whole = [replace(each, where=f"scenario.{each.where}".rstrip(".")) for each in found.faults]
        raise FileFaults(named_whole) from None
    return replace(document, data=document.data | {"scenario": migrated})


def _inside(marks: Marks, key: str) -> Marks:
    """Where the parts of one field stand, as if it were the whole document."""
    values, keys = (
        {path[1:]: at for path, at in each.items() if path[:1] == (key,) and (path[1:] or each is marks.values)}
        for each in (marks.values, marks.keys)
    )
    return Marks(values, keys)
