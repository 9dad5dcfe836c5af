"""Files: a scenario loaded, a replay written, read and verified."""

from pathlib import Path

from benchmarks.sessions import SCENARIO, header, play
from benchmarks.timing import Figure, in_turns, middle
from wargame.files.replays import ReplayWriter, load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.plain import line
from wargame.model.record import Record
from wargame.replay.verify import verify


def write(record: Record, path: Path) -> None:
    writer = ReplayWriter.create(path, record.header)
    for done in record.played:
        writer.add(done)
    writer.finish(record)


def measure(rounds: int, folder: Path) -> list[Figure]:
    """With the checkers of records built and files in the system's cache; writing waits for the disk every turn."""
    path = folder / "measured.jsonl"
    record = play(header(1)).record
    write(record, path)
    replay = load_replay(path)
    assert verify(replay).fault is None
    loaded, wrote, read, verified = in_turns(
        rounds,
        lambda: load_scenario(SCENARIO),
        lambda: write(record, path),
        lambda: load_replay(path),
        lambda: verify(replay),
    )
    lengths = [len(line(event)) for event in record.events]
    return [
        middle("load_ms", "load the scenario, again", loaded),
        middle("write_ms", "write a replay", wrote),
        middle("read_ms", "read it", read),
        middle("verify_ms", "verify it, once read", verified),
        Figure("replay_events", "its events", len(lengths)),
        Figure("replay_kb", "its size", path.stat().st_size / 1024, "KB"),
        Figure("bytes_per_event", "bytes an event", sum(lengths) / len(lengths)),
    ]
