"""Bookmarks of exercise control, kept beside the replay: they are about the session and no part of it."""

from dataclasses import dataclass
from pathlib import Path

from wargame.files.check import adapter
from wargame.files.places import private
from wargame.model.fields import Words, record
from wargame.model.plain import line


@record
class Bookmark:
    """An instant to come back to."""

    time: int
    """Seconds after STARTEX."""
    dtg: Words
    """The date-time group of that instant, for those who read the file."""
    turn: int
    text: Words


def bookmarks_file(replay: Path) -> Path:
    """Where the bookmarks of a replay are; no pattern for replays finds it."""
    return replay.with_name(f"{replay.stem}.bookmarks")


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one session, a line each."""

    path: Path

    @classmethod
    def of(cls, replay: str | Path) -> "Bookmarks":
        """Those that lie, or will lie, beside a replay."""
        return cls(bookmarks_file(Path(replay)))

    def read(self) -> list[Bookmark]:
        """All of them, as they were set; what cannot be read is passed over, since nothing hangs on it."""
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return []
        found = []
        for raw in lines:
            try:
                found.append(adapter(Bookmark).validate_json(raw))
            except ValueError:
                continue
        return found

    def add(self, *those: Bookmark) -> None:
        """Set one more, or several. Raises OSError."""
        with open(self.path, "ab", opener=private) as stream:
            stream.writelines(map(line, those))

    def carry_over(self, replay: str | Path, turns: int) -> None:
        """Take those that were set in the first `turns` turns to a branch of the session. Raises OSError."""
        common = [each for each in self.read() if each.turn <= turns]
        if common:
            Bookmarks.of(replay).add(*common)
