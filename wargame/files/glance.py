"""What lists of replays say of each, without reading all of it: its header, and how far it goes."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wargame.files.replays import read_header
from wargame.model.record import Header

TAIL = 4_000_000
"""Bytes at a file's end among which the close of its last turn is looked for."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a replay at a glance; only reading all of it says whether it is sound."""

    header: Header
    turns: int
    """How many of them players have played."""
    over: bool
    """Whether the session ran to its end and the file says so."""


def glance(path: Path) -> Glance:
    """Raises `FileFaults` when the header cannot be used, OSError."""
    with path.open("rb") as stream:
        header, _ = read_header(stream.readline(TAIL), str(path))
        stream.seek(max(stream.tell(), path.stat().st_size - TAIL))
        lines = stream.read(TAIL).splitlines()
    over = bool(lines) and lines[-1].startswith(b'{"end":')
    closing, number = (b'{"end":', "played") if over else (b'{"done":', "done")
    closed = next((raw for raw in reversed(lines) if raw.startswith(closing)), b"{}")
    return Glance(header, _number(closed, number), over)


def _number(closed: bytes, name: str) -> int:
    """A number that a closing line holds; 0 where it cannot be read."""
    try:
        content: Any = json.loads(closed)
        return int(content[name])
    except (ValueError, KeyError, TypeError):
        return 0
