"""The file of a batch's rows: CSV that pandas and DuckDB open as it is, appended to safely.

Each chunk of rows is one write and one fsync, so whatever moment the program is killed at, the file holds the rows
before it and at most one torn line, which is dropped when the batch is gone on with.
"""

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wargame.files.faults import Fault, FileFaults
from wargame.runs.plan import Plan
from wargame.runs.row import LEADING, Kind, Row, Value, columns

SHOWN = 20
"""Characters of a bad value that a message repeats."""


class RowsFile:
    """The rows of one plan, in its order."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path = path
        self.plan = plan
        self.columns = columns(plan.points[0].scenario)

    def begin(self) -> None:
        """Write the names of the columns unless they are there. Raises OSError."""
        if not self.path.exists() or not self.path.stat().st_size:
            append(self.path, (",".join(self.columns) + "\n").encode())

    def add(self, rows: Sequence[Row]) -> None:
        """Append rows and force them to disk. Raises OSError."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        for row in rows:
            values = row.values
            writer.writerow([_cell(values.get(name)) for name in self.columns])
        append(self.path, text.getvalue().encode(errors="backslashreplace"))

    def read(self) -> Iterator[Row]:
        """The rows that are kept. Raises `FileFaults` where the file is not as it was written."""
        if not self.path.exists():
            return
        with self.path.open(encoding="utf-8", errors="backslashreplace", newline="") as stream:
            lines = csv.reader(stream)
            try:
                if next(lines, None) not in (None, list(self.columns)):
                    raise self._fault(1, "these are not the columns of this scenario's rows")
                for index, cells in enumerate(lines):
                    yield self._row(cells, index)
            except csv.Error as error:
                raise self._fault(lines.line_num, str(error)) from None

    def cut_torn_line(self) -> None:
        """Drop what stands after the last whole line."""
        if not self.path.exists():
            return
        with self.path.open("r+b") as stream:
            size = end = stream.seek(0, os.SEEK_END)
            while end and not (tail := _before(stream, end)).endswith(b"\n"):
                end -= len(tail) - (tail.rfind(b"\n") + 1)
            if end < size:
                stream.truncate(end)
                os.fsync(stream.fileno())

    def _row(self, cells: list[str], index: int) -> Row:
        number = index + 2
        if index >= len(self.plan):
            raise self._fault(number, f"the batch has {len(self.plan)} rows and no more")
        if len(cells) != len(self.columns):
            raise self._fault(number, f"{len(cells)} values where there are {len(self.columns)} columns")
        try:
            values = {name: _read(text, kind) for (name, kind), text in zip(self.columns.items(), cells, strict=True)}
        except ValueError as error:
            raise self._fault(number, str(error)) from None
        task = self.plan.task(index)
        if (values["run"], values["seed"], values["point"]) != (task.run, task.seed, task.point):
            raise self._fault(number, f"here should be the row of run {task.run} at point {task.point}")
        return _made(values)

    def _fault(self, number: int, message: str) -> FileFaults:
        hint = "cut the file before this line and --resume; the rows before it are kept"
        return FileFaults([Fault(str(self.path), number, 1, "", message, "", hint)])


def append(path: Path, content: bytes) -> None:
    """Add to a file and force it to disk. Errors name the file, which the system does not once it is open."""
    try:
        with path.open("ab", buffering=0) as stream:
            while content:
                content = content[stream.write(content) :]
            os.fsync(stream.fileno())
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _before(stream: io.BufferedRandom, end: int, most: int = 65536) -> bytes:
    """The bytes of a file that lie before an offset, at most so many of them."""
    start = max(0, end - most)
    stream.seek(start)
    return stream.read(end - start)


def _cell(value: Value) -> str:
    """A value as it is written; nothing at all for what there is not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _read(text: str, kind: Kind) -> Value:
    """A value that was written. Raises ValueError when it is none of its kind."""
    if not text:
        return None
    if kind is bool:
        if text not in ("true", "false"):
            raise ValueError(f"'{text[:SHOWN]}' is neither true nor false")
        return text == "true"
    try:
        return kind(text)
    except ValueError:
        raise ValueError(f"'{text[:SHOWN]}' is no number") from None


def _made(values: Mapping[str, Value]) -> Row:
    """A row from the values of all columns."""
    leading = {name: values[name] for name in LEADING}
    found = {name: value for name, value in values.items() if name not in LEADING and name != "error"}
    error = values["error"]
    return Row(**leading, error=error, found={} if error else found)  # type: ignore[arg-type]
