"""Reads replays up to their end or their first damage."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from wargame.files.check import adapter, check
from wargame.files.faults import Fault, FileFaults
from wargame.files.replays.header import read_header
from wargame.files.replays.lines import FAMILY, SEAL, DoneLine, EndLine, Replay, TurnLine
from wargame.files.strict_json import read_line
from wargame.files.text import Document, read_bytes
from wargame.files.versions import migrate_line
from wargame.model.event import Event
from wargame.model.plain import line
from wargame.model.record import Order, Played, Turn

MOST_BYTES = 512_000_000
"""Bytes of a replay; a long session of the largest scenario has a fiftieth of it."""


def load_replay(path: str | Path, progress: Callable[[float], object] | None = None) -> Replay:
    """Read a replay. Raises `FileFaults` when the file or its header cannot be used; later damage is in the result.

    `progress` is told the share that has been read.
    """
    content = read_bytes(path, MOST_BYTES)
    first = content.find(b"\n") + 1 or len(content)
    header, version = read_header(content[:first], str(path))
    replay = Replay(str(path), header, version)
    matched = SEAL.match(content[:first].rstrip(b"\n"))
    assert matched
    replay.seal, replay.intact_bytes = matched[2].decode(), first
    _Reader(replay, content, progress).read()
    return replay


class Damage(Exception):
    """A line after the header cannot be right."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class _Reader:
    """Goes through the lines after the header, block by block, until the end or the first damage."""

    def __init__(self, replay: Replay, content: bytes, progress: Callable[[float], object] | None) -> None:
        self.replay = replay
        self.content = content
        self.progress = progress
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
                if self.progress is not None:
                    self.progress(at / len(self.content))
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
