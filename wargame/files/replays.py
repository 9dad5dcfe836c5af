"""Replay files: a session's record and its events, a turn a block, as JSON lines.

The first line is the header. A turn's block is a `turn` line, its orders, its events, and a `done` line that
closes it with a checksum over the raw bytes of the block and the checksum before it, so every flipped bit is
found and named by its turn. The last line says that the session is whole. A block is written with one call and
forced to disk: what is closed is safe, what is torn is dropped.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Annotated, Any

from wargame.files.check import adapter, check
from wargame.files.doctrines import completeness_faults
from wargame.files.faults import Fault, FileFaults
from wargame.files.references import reference_faults
from wargame.files.scenarios import FAMILY as SCENARIOS
from wargame.files.strict_json import read_line
from wargame.files.text import Document, Marks, read_bytes
from wargame.files.versions import Family, migrate, migrate_line
from wargame.model.event import Event
from wargame.model.fields import Span, record
from wargame.model.happenings import HorizonReached
from wargame.model.plain import line, plain
from wargame.model.record import FORMAT, VERSION, Digest, Header, Order, PhaseName, Played, Record, Turn

FAMILY = Family(FORMAT, VERSION)
MOST_BYTES = 512_000_000
"""Bytes of a replay; a long session of the largest scenario has a fiftieth of it."""
SEAL = re.compile(rb'^(\{.*),"check":"([0-9a-f]{64})"\}$', re.DOTALL)
"""A line that ends with a checksum: what it covers, and the checksum."""
Count = Annotated[int, Span(0, 10**9)]


@record
class TurnLine:
    """Opens a turn's block."""

    turn: Count
    edge: Count


@record
class DoneLine:
    """Closes a turn's block."""

    done: Count
    phase: PhaseName
    """Whether players played it, or computer players after ENDEX."""
    ended: Count
    """When the turn ended, seconds after STARTEX."""
    digest: Digest
    """Of the session up to here."""
    check: Digest


@record
class EndLine:
    """Closes the file."""

    end: Count
    """Turns in the file."""
    played: Count
    """Of these, turns before ENDEX."""
    digest: Digest
    check: Digest


@dataclass(slots=True)
class Replay:
    """What a replay file holds: everything up to its first damage."""

    file: str
    header: Header
    version: int = VERSION
    """Of the format that the file is written in."""
    played: list[Played] = field(default_factory=list)
    whole: bool = False
    """Whether the session ran to its end and the file says so."""
    damage: Fault | None = None
    """The first thing that is wrong after the header; what was read before it stands."""
    intact_bytes: int = 0
    """How much of the file is sound."""
    seal: str = ""
    """Checksum of the last sound line that has one."""
    kept: Path | None = None
    """Where the rest of the file went when the session was gone on with."""

    @property
    def record(self) -> Record:
        return Record(header=self.header, played=tuple(self.played))

    @property
    def over(self) -> bool:
        """Whether its turns reach the horizon, so that no other can follow."""
        return bool(self.played) and isinstance(self.played[-1].events[-1].body, HorizonReached)


# --- writing -------------------------------------------------------------------------------------------------


def sealed(content: dict[str, Any], before: bytes) -> tuple[bytes, str]:
    """A line that ends with a checksum of `before` and of itself, and that checksum."""
    body = line(content).rstrip(b"\n")[:-1]
    seal = sha256(before + body).hexdigest()
    return body + b',"check":"' + seal.encode() + b'"}\n', seal


class ReplayWriter:
    """Writes a replay turn by turn. Whatever moment the program is killed at, the turns closed before are whole.

    Raises OSError when the disk does not take it.
    """

    def __init__(self, path: Path, seal: str) -> None:
        self.path = path
        self._seal = seal
        self._stream = path.open("ab")

    @classmethod
    def create(cls, path: Path, header: Header) -> "ReplayWriter":
        """A new file in the place of any old one, which stays until the new one has its header."""
        content, seal = sealed(plain(header), b"")
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a device must not be replaced by a file, nor can a folder
            writer = cls(path, seal)
            try:
                writer._write(content)
            except OSError:
                with suppress(OSError):
                    writer.close()
                raise
            return writer
        beside = path.with_name(f".{path.stem}.{os.getpid()}.new")  # never taken for a replay
        try:
            with beside.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        except OSError as error:  # told of the file that was asked for, not of the one beside it
            raise OSError(error.errno, error.strerror, str(path)) from error
        finally:
            with suppress(OSError):
                beside.unlink()
        return cls(path, seal)

    @classmethod
    def append(cls, replay: Replay) -> "ReplayWriter":
        """Go on after the last whole turn of a file; what comes after it is moved to a file of its own beside it.

        Raises `FileFaults` for a file of an older version, which would become one of two versions.
        """
        if replay.version != FAMILY.current:
            message = f"written in version {replay.version} of its format, which is only read"
            raise FileFaults([Fault(replay.file, 1, 1, "version", message, "", "--output FILE goes on in a new file")])
        path = Path(replay.file)
        with path.open("r+b") as stream:
            stream.seek(replay.intact_bytes)
            rest = stream.read()
            if rest:
                replay.kept = keep(rest, path)
                stream.truncate(replay.intact_bytes)
        return cls(path, replay.seal)

    def add(self, done: Played) -> None:
        """Write one turn and force it to disk."""
        lines = [line(TurnLine(turn=done.turn.number, edge=done.turn.edge))]
        lines += [line(order) for order in done.turn.orders]
        lines += [line(event) for event in done.events]
        content = b"".join(lines)
        closing = {"done": done.turn.number, "phase": done.phase, "ended": done.ended, "digest": done.digest}
        last, self._seal = sealed(closing, self._seal.encode() + content)
        self._write(content + last)

    def finish(self, record: Record) -> None:
        """Say that the session is whole, and close the file."""
        ending = {"end": len(record.played), "played": record.turns, "digest": record.played[-1].digest}
        last, self._seal = sealed(ending, self._seal.encode())
        self._write(last)
        self.close()

    def close(self) -> None:
        with self._named():
            self._stream.close()

    def _write(self, content: bytes) -> None:
        with self._named():
            self._stream.write(content)
            self._stream.flush()
            if self.path.is_file():  # there is nothing to be forced to in a device or a pipe
                os.fsync(self._stream.fileno())

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of the disk name the file, which the system does not once it is open."""
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.path)) from error


def keep(content: bytes, beside: Path) -> Path:
    """Write what was dropped from a replay into a new file, for its owner alone and never taken for a replay."""
    stem = beside.stem.partition(".jsonl")[0] or "replay"
    for number in count(1):
        path = beside.with_name(f"{stem}.dropped" + (f"-{number}" if number > 1 else ""))
        try:
            stream = open(path, "xb", opener=partial(os.open, mode=0o600))  # noqa: SIM115 - only this takes a mode
        except FileExistsError:
            continue
        try:
            with stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            with suppress(OSError):
                path.unlink()
            raise OSError(error.errno, error.strerror, str(path)) from error
        return path
    raise AssertionError("numbers do not end")


# --- reading -------------------------------------------------------------------------------------------------


def load_replay(path: str | Path) -> Replay:
    """Read a replay. Raises `FileFaults` when the file or its header cannot be used; later damage is in the result."""
    content = read_bytes(path, MOST_BYTES)
    first = content.find(b"\n") + 1 or len(content)
    header, version = read_header(content[:first], str(path))
    replay = Replay(str(path), header, version)
    matched = SEAL.match(content[:first].rstrip(b"\n"))
    assert matched
    replay.seal, replay.intact_bytes = matched[2].decode(), first
    _Reader(replay, content).read()
    return replay


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


class Damage(Exception):
    """A line after the header cannot be right."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class _Reader:
    """Goes through the lines after the header, block by block, until the end or the first damage."""

    def __init__(self, replay: Replay, content: bytes) -> None:
        self.replay = replay
        self.content = content
        self.number = 1
        """Of the line read last."""
        self.before_end = 0, ""
        """How much of the file is sound, and its last checksum, without the line that closes it."""

    def read(self) -> None:
        try:
            for start, lines in self.blocks():
                self.block(start, lines)
        except Damage as damage:
            self.replay.damage = damage.fault
            if self.replay.whole:  # a file that goes on after its end is not whole: the end has to be written anew
                self.replay.whole = False
                self.replay.intact_bytes, self.replay.seal = self.before_end

    def blocks(self) -> Iterator[tuple[int, list[bytes]]]:
        """The raw lines up to and including each sealed one, and the number of the first."""
        lines: list[bytes] = []
        at, start = self.replay.intact_bytes, self.number + 1
        while at < len(self.content):
            end = self.content.find(b"\n", at) + 1
            if not end:
                raise self.damage(self.number + 1, "the file ends in the middle of a line")
            lines.append(self.content[at:end])
            self.number += 1
            at = end
            if lines[-1].startswith((b'{"done":', b'{"end":')):
                yield start, lines
                self.replay.intact_bytes = at  # the block was found sound, or reading has ended
                lines, start = [], self.number + 1
        if lines:
            raise self.damage(self.number, "the file ends in the middle of a turn")

    def block(self, start: int, lines: list[bytes]) -> None:
        """Check one block's seal, then what it says."""
        replay, last = self.replay, lines[-1]
        if replay.whole:
            raise self.damage(start, "the file goes on after its end")
        matched = SEAL.match(last[:-1])
        covered = replay.seal.encode() + b"".join(lines[:-1])
        if matched is None or sha256(covered + matched[1]).hexdigest() != matched[2].decode():
            raise self.damage(start, "the checksum does not fit: a line of this turn was changed")
        try:
            if last.startswith(b'{"end":'):
                self.end(check(self.line(last, self.number), EndLine), len(lines), start)
            else:
                self.turn(start, lines)
        except FileFaults as faults:
            raise Damage(replace(faults.faults[0], where=self.place)) from None
        replay.seal = matched[2].decode()

    def turn(self, start: int, lines: list[bytes]) -> None:
        replay = self.replay
        head = check(self.line(lines[0], start), TurnLine)
        done = check(self.line(lines[-1], self.number), DoneLine)
        orders = [number for number, raw in enumerate(lines) if raw.startswith(b'{"seat":')]
        if orders != list(range(1, len(orders) + 1)):
            raise self.damage(start, "an order stands after an event")
        given = tuple(check(self.line(lines[each], start + each), Order) for each in orders)
        events = self.events(start + len(orders) + 1, lines[len(orders) + 1 : -1])
        self.fits(start, head, done, events)
        turn = Turn(number=head.turn, edge=head.edge, orders=given)
        played = Played(turn=turn, events=events, phase=done.phase, ended=done.ended, digest=done.digest)
        replay.played.append(played)

    def events(self, start: int, lines: list[bytes]) -> tuple[Event, ...]:
        """Read at once when all are as this program writes them, else one by one to migrate or to find the fault."""
        if self.replay.version == FAMILY.current:
            with suppress(ValueError):
                events: tuple[Event, ...] = adapter(tuple[Event, ...]).validate_json(b"[" + b",".join(lines) + b"]")
                if [line(event) for event in events] == lines:
                    return events
        each_line = enumerate(lines, start)
        return tuple(check(self.line(raw, number), Event) for number, raw in each_line)

    def line(self, raw: bytes, number: int) -> Document:
        """A line as the current version of the format would have it. Checksums are over what is written."""
        return migrate_line(FAMILY, self.replay.version, read_line(raw, self.replay.file, number))

    def fits(self, start: int, head: TurnLine, done: DoneLine, events: tuple[Event, ...]) -> None:
        """A turn follows on the one before, and its events on each other."""
        before = self.replay.played[-1] if self.replay.played else None
        expected = len(self.replay.played) + 1
        if head.turn != expected or done.done != expected:
            raise self.damage(start, f"this is turn {head.turn}, and turn {expected} is expected")
        if not events:
            raise self.damage(start, "nothing happens in this turn, not even its beginning")
        if head.edge != (before.ended if before else 0) or done.ended < head.edge:
            raise self.damage(start, "the turn does not begin when the turn before it ends")
        if before and before.phase == "after" and done.phase == "play":
            raise self.damage(start, "play cannot go on after ENDEX")
        number, time = (before.events[-1].id, before.ended) if before else (0, 0)
        for event in events:
            number += 1
            caused = event.cause is None or 1 <= event.cause < event.id
            if event.id != number or not time <= event.time <= done.ended or not caused:
                raise self.damage(start, f"event {event.id} does not follow on what comes before it")
            time = event.time

    def end(self, last: EndLine, lines: int, start: int) -> None:
        record = self.replay.record
        said = (last.end, last.played, last.digest)
        if lines != 1 or not record.played or said != (len(record.played), record.turns, record.played[-1].digest):
            raise self.damage(start, "the last line does not fit the turns before it")
        self.before_end = self.replay.intact_bytes, self.replay.seal
        self.replay.whole = True

    def damage(self, number: int, message: str) -> Damage:
        """A fault of a line, said of the turn it falls into."""
        turn = len(self.replay.played) + 1
        sound = "all turns are sound" if self.replay.over else f"turns before turn {turn} are sound"
        hint = f"{sound}; --resume goes on from there"
        return Damage(Fault(self.replay.file, number, 1, self.place, message, "", hint))

    @property
    def place(self) -> str:
        """Where in the session the reader is."""
        return "after the last turn" if self.replay.over else f"turn {len(self.replay.played) + 1}"
