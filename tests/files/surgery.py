"""Replays taken apart and put together again with checksums that fit: what chance never does, but malice or a bug can.

A session taken apart is a list of blocks, each the list of its lines: the header alone, each turn, the end alone.
"""

import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.cli.calling import wargame
from wargame.files.replays import ReplayWriter, load_replay, sealed
from wargame.session.digest import START, chain

SOUND = Path(__file__).parent / "malformed" / "sound.yaml"
ORDERS = """\
{"turn": 1, "seat": "dalvora", "decision": {"kind": "state_probability", "probability": 0.2}, "rationale": "a guess"}
{"turn": 1, "seat": "excon", "decision": {"kind": "note", "text": "All is quiet."}}
{"turn": 2, "seat": "dalvora", "decision": {"kind": "call_consultation"}}
"""

Line = dict[str, Any] | bytes
"""A line as it is read, or as it is to be written byte for byte."""
Block = list[Line]


@cache
def small_session() -> bytes:
    """A real session of four turns with a few orders: two turns played, two after ENDEX."""
    with tempfile.TemporaryDirectory() as folder:
        orders, file = Path(folder, "orders.jsonl"), Path(folder, "session.jsonl")
        orders.write_text(ORDERS)
        called = wargame("run", SOUND, "--seed", 3, "--decisions", orders, "-o", file, "--quiet")
        assert called.code == 0, called
        blocks = take_apart(file.read_bytes())
    blocks[0][0]["seating"] = []  # it names a folder of a moment
    return put_together(blocks)


@cache
def session_of(*play: str) -> bytes:
    """A real session: a scenario, and how it is to be played."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "session.jsonl")
        assert wargame("run", *play, "-o", file, "--quiet").code == 0
        return file.read_bytes()


def tutorial_session() -> bytes:
    """A real session of the tutorial."""
    return session_of("tutorial", "--seed", "7")


def closes_a_block(raw: bytes) -> bool:
    return raw.startswith((b'{"format":', b'{"done":', b'{"end":'))


def raw_blocks(content: bytes) -> list[list[bytes]]:
    """The lines of each block as they stand."""
    blocks: list[list[bytes]] = [[]]
    for raw in content.splitlines(keepends=True):
        blocks[-1].append(raw)
        if closes_a_block(raw):
            blocks.append([])
    return [block for block in blocks if block]


def take_apart(content: bytes) -> list[list[Any]]:
    """The blocks of a sound session, every line as the value that it is."""
    return [[json.loads(raw) for raw in block] for block in raw_blocks(content)]


def put_together(blocks: list[list[Any]]) -> bytes:
    """The file of these blocks, each with a checksum that fits."""
    content, seal = b"", ""
    for block in blocks:
        *before, last = [written(each) for each in block]
        body = b"".join(before)
        if isinstance(block[-1], dict):
            said = {name: value for name, value in block[-1].items() if name != "check"}
            last, seal = sealed(said, seal.encode() + body)
        content += body + last
    return content


def written(line: Line) -> bytes:
    return line if isinstance(line, bytes) else json.dumps(line, separators=(",", ":")).encode() + b"\n"


def with_fresh_digests(content: bytes, folder: Path) -> bytes:
    """The session with its digests made anew to fit what its turns say."""
    file = folder / "fresh.jsonl"
    file.write_bytes(content)
    replay = load_replay(file)
    assert replay.damage is None, str(replay.damage)
    digest, played = START, []
    for done in replay.played:
        digest = chain(digest, done.turn, done.events)
        played.append(replace(done, digest=digest))
    writer = ReplayWriter.create(file, replay.header)
    for done in played:
        writer.add(done)
    writer.finish(replace(replay.record, played=tuple(played)))
    return file.read_bytes()
