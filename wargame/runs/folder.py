"""A batch on disk: what was asked for, the scenario as it is played, and one row for each run."""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final, Literal

from wargame import __version__
from wargame.files.check import check
from wargame.files.strict_json import read_line
from wargame.files.text import read_bytes
from wargame.model.fields import Identifier, Span, Words, record
from wargame.model.plain import line
from wargame.model.record import Digest, Seating
from wargame.runs.execute import Runner
from wargame.runs.plan import LAST_SEED, Plan, Point
from wargame.runs.row import Row
from wargame.runs.rowsfile import RowsFile
from wargame.session.seating import SCRIPTED, recorded

FORMAT: Final = "wargame-batch"
BATCH, SCENARIO, ROWS = "batch.json", "scenario.json", "rows.csv"
MOST_BYTES = 1_000_000
"""Of batch.json."""


@record
class PointAsked:
    """A design point as a batch remembers it."""

    label: Words
    seating: tuple[Seating, ...]
    decisions: tuple[Digest, ...] = ()
    """Of the bytes of the decision file of every seat that has one."""


@record
class Asked:
    """What a batch was asked for: all that its rows depend on."""

    format: Literal["wargame-batch"] = FORMAT
    version: Literal[1] = 1
    engine: Words
    """Version of the program that plays it."""
    scenario: Identifier
    scenario_digest: Digest
    """Of the scenario as it was loaded, the complete doctrine included."""
    seed: Annotated[int, Span(0, LAST_SEED)]
    runs: Annotated[int, Span(1, LAST_SEED)]
    points: tuple[PointAsked, ...]


class OtherBatch(Exception):
    """A folder holds something else than what was asked for; the message says what, and what to do."""


class RunDiffers(Exception):
    """A row that is kept comes out otherwise when its run is played again."""


class Folder:
    """A batch's folder, open for the rows that are still to come."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path = path
        self.plan = plan
        self.file = RowsFile(path / ROWS, plan)
        self.done = 0
        """Rows that it holds."""

    @classmethod
    def begin(cls, path: Path, plan: Plan) -> "Folder":
        """A new batch in a new or empty folder. Raises OtherBatch, OSError."""
        if path.exists() and any(path.iterdir()):
            if (path / BATCH).exists():
                raise OtherBatch(f"{path}: this folder holds a batch; go on with it with --resume, or name another")
            raise OtherBatch(f"{path}: this folder is not empty; name another")
        folder = cls(path, plan)
        folder._lay_down()
        return folder

    @classmethod
    def resume(cls, path: Path, plan: Plan) -> "Folder":
        """Go on with a batch that was interrupted, or make more runs of one that was not; begin it where there is none.

        Raises OtherBatch when the folder holds other things, RunDiffers when the program now plays runs otherwise,
        `FileFaults`, OSError.
        """
        folder = cls(path, plan)
        if (path / BATCH).exists():
            folder._take_up(read_asked(path / BATCH))
        elif path.exists() and any(not each.name.startswith(f".{BATCH}.") for each in path.iterdir()):
            raise OtherBatch(f"{path}: this folder holds no batch; name another")
        folder._lay_down()
        return folder

    def rows(self) -> Iterator[Row]:
        """The rows that it holds. Raises `FileFaults`."""
        return self.file.read()

    def add(self, rows: Sequence[Row]) -> None:
        """Keep rows, the next ones of the plan; they are on disk when this returns. Raises OSError."""
        self.file.add(rows)
        self.done += len(rows)

    def _lay_down(self) -> None:
        """Write what is missing, or what tells of fewer runs than are asked for now."""
        self.path.mkdir(parents=True, exist_ok=True)
        put(self.path / BATCH, line(asked(self.plan)))
        put(self.path / SCENARIO, line(self.plan.points[0].scenario))
        self.file.begin()

    def _take_up(self, held: Asked) -> None:
        self._compare(held, asked(self.plan))
        self.file.cut_torn_line()
        last = None
        for row in self.rows():
            self.done, last = self.done + 1, row
        if last is not None and Runner(self.plan).play(self.done - 1) != last:
            raise RunDiffers(f"{self.path}: run {last.run} (seed {last.seed}) comes out otherwise now")

    def _compare(self, held: Asked, now: Asked) -> None:
        """Raises OtherBatch unless the folder's batch is the one that is asked for, or a beginning of it."""
        differ = (
            ("version of the program", held.engine, now.engine),
            ("scenario", held.scenario, now.scenario),
            ("text of the scenario", held.scenario_digest[:8], now.scenario_digest[:8]),
            ("first seed", held.seed, now.seed),
            ("seating", _labels(held), _labels(now)),
            ("decision file", _files(held), _files(now)),
        )
        for what, before, wanted in differ:
            if before != wanted:
                raise OtherBatch(f"{self.path}: holds a batch with another {what}, {before} and not {wanted}")
        if now.runs < held.runs:
            raise OtherBatch(f"{self.path}: holds a batch of {held.runs} runs; ask for as many or more")


def asked(plan: Plan) -> Asked:
    """What a plan asks for, as its folder remembers it. Raises OSError when a decision file cannot be read."""
    scenario = plan.points[0].scenario
    return Asked(
        engine=__version__,
        scenario=scenario.id,
        scenario_digest=sha256(line(scenario)).hexdigest(),
        seed=plan.seed,
        runs=plan.runs,
        points=tuple(_point_asked(point) for point in plan.points),
    )


def read_asked(path: Path) -> Asked:
    """What a folder's batch was asked for. Raises `FileFaults`."""
    return check(read_line(read_bytes(path, MOST_BYTES), str(path), 1), Asked)


def put(path: Path, content: bytes) -> None:
    """Put a file in the place of another at once, unless it is the same. Raises OSError."""
    if path.exists() and path.read_bytes() == content:
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        beside.unlink(missing_ok=True)


def _point_asked(point: Point) -> PointAsked:
    files = [each.player.removeprefix(SCRIPTED) for each in point.seating if each.player.startswith(SCRIPTED)]
    digests = tuple(sha256(Path(file).read_bytes()).hexdigest() for file in files)
    return PointAsked(label=point.label, seating=recorded(point.seating), decisions=digests)


def _labels(batch: Asked) -> str:
    return " and ".join(f"'{point.label}'" for point in batch.points)


def _files(batch: Asked) -> str:
    return " ".join(each[:8] for point in batch.points for each in point.decisions) or "none"
