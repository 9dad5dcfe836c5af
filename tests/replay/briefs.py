"""Briefs kept as text, as people read them; `python -m tests.session.golden` renews them."""

from pathlib import Path

from tests.replay.scenes import looked, record
from wargame.model.clock import HOUR, parse_instant
from wargame.replay.summary import summary

FOLDER = Path(__file__).parent / "golden"
BRIEFS = [(view, instant) for view in ("truth", "north", "commander") for instant in ("D+5T12:00", "D+14T00:00")]


def file(view: str, instant: str) -> Path:
    return FOLDER / f"{view}-{parse_instant(instant) // HOUR}h.txt"


def made(view: str, instant: str) -> str:
    return summary(looked(record(), parse_instant(instant), view)) + "\n"


def renew() -> None:
    """Keep the briefs as they are now."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for view, instant in BRIEFS:
        file(view, instant).write_text(made(view, instant), encoding="utf-8")
