"""The lines that a replay file is made of, and what a file was found to hold."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from wargame.files.faults import Fault
from wargame.files.versions import Family
from wargame.model.fields import Span, record
from wargame.model.happenings import HorizonReached
from wargame.model.plain import line
from wargame.model.record import FORMAT, VERSION, Digest, Header, PhaseName, Played, Record

FAMILY = Family(FORMAT, VERSION)
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


def sealed(content: dict[str, Any], before: bytes) -> tuple[bytes, str]:
    """A line that ends with a checksum of `before` and of itself, and that checksum."""
    body = line(content).rstrip(b"\n")[:-1]
    seal = sha256(before + body).hexdigest()
    return body + b',"check":"' + seal.encode() + b'"}\n', seal
