"""Reads the first line of a replay: the session's record up to its turns."""

from dataclasses import replace
from hashlib import sha256

from wargame.files.check import check
from wargame.files.doctrines import completeness_faults
from wargame.files.faults import Fault, FileFaults
from wargame.files.references import reference_faults
from wargame.files.replays.lines import FAMILY, SEAL
from wargame.files.scenarios import FAMILY as SCENARIOS
from wargame.files.strict_json import read_line
from wargame.files.text import Document, Marks
from wargame.files.versions import migrate
from wargame.model.record import Header


def read_header(raw: bytes, file: str) -> tuple[Header, int]:
    """The header, whose checksum must fit, and the version it was written in. Raises `FileFaults`."""
    written = read_line(raw, file, 1)
    document = _with_migrated_scenario(migrate(FAMILY, written))
    matched = SEAL.match(raw[:-1]) if raw.endswith(b"\n") else None
    if matched is None or sha256(matched[1]).hexdigest() != matched[2].decode():
        faults = _header_faults(document, raw)
        hint = "the header is damaged; restore the file from a copy"
        raise FileFaults([*faults, document.fault((), "the header's checksum does not fit what it says", hint)])
    document.data.pop("check")
    faults = _content_faults(document)
    try:
        header = check(document, Header)
    except FileFaults as shape:
        raise FileFaults([*shape.faults, *faults]) from None
    if faults:
        raise FileFaults(faults)
    return header, written.data[FAMILY.version_key]


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


def _header_faults(document: Document, raw: bytes) -> list[Fault]:
    """What is wrong with a damaged header beside its checksum."""
    document.data.pop("check", None)
    faults = _content_faults(document)
    try:
        check(document, Header)
    except FileFaults as shape:
        faults = [*shape.faults, *faults]
    return faults


def _content_faults(document: Document) -> list[Fault]:
    """What a header says that does not fit together; its shape is checked elsewhere."""
    return [*reference_faults(document, ("scenario",)), *completeness_faults(document, ("scenario", "doctrine"))]
