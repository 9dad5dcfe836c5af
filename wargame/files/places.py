"""Where what the program writes goes unless it is told otherwise."""

import os
from datetime import UTC, datetime
from pathlib import Path


def folder_for(what: str) -> Path:
    """A folder of that name here or, where that cannot be written, in the user's data folder."""
    folder = Path(what)
    if not os.access(folder if folder.is_dir() else Path.cwd(), os.W_OK):
        from platformdirs import user_data_path

        folder = user_data_path("wargame", appauthor=False) / what
    return folder


def private(path: str, flags: int) -> int:
    """Opens a file that, where it is new, its owner alone may read."""
    return os.open(path, flags, 0o600)


def stamped(stem: str) -> str:
    """A name that no other session of this machine has."""
    return f"{stem}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}"


def new_replay(scenario: str) -> Path:
    """A new file in `replays/` for a session of a scenario, named after it."""
    return folder_for("replays") / f"{stamped(Path(scenario).stem)}.jsonl"
