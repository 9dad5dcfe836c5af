"""Writes replays, a turn at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from wargame.files.faults import Fault, FileFaults
from wargame.files.places import private
from wargame.files.replays.lines import FAMILY, Replay, TurnLine, sealed
from wargame.model.plain import line, plain
from wargame.model.record import Header, Played, Record


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
            stream = open(path, "xb", opener=private)  # noqa: SIM115 - only this takes a mode
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
