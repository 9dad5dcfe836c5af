"""A session kept event by event, so that a change of the model shows, and where; `python -m tests.session.golden`
renews it and the briefs of `tests/replay/golden`.
"""

from pathlib import Path

from tests.session.sessions import record
from wargame.model.clock import instant
from wargame.model.record import Played
from wargame.replay.export import event_lines

SEED, PLAYER = 5, "doctrine"
"""A session in which the whole chain runs, from indications to capable forces."""
FOLDER = Path(__file__).parent / "golden"
EVENTS = FOLDER / f"tutorial-{SEED}.jsonl"
"""What `wargame export --format json` writes."""
TURNS = FOLDER / f"tutorial-{SEED}.txt"
"""Every turn and its digest."""
RENEW = "if you meant to change the model, the players or the scenario: python -m tests.session.golden renews it"


def events() -> list[str]:
    """The events as the session has them now, a line each."""
    return [line.removesuffix("\n") for line in event_lines(record(SEED, PLAYER))]


def turns() -> list[str]:
    """The turns as the session has them now, a line each."""
    return [turn_line(done) for done in record(SEED, PLAYER).played]


def turn_line(done: Played) -> str:
    counts = f"{len(done.turn.orders):2} orders {len(done.events):3} events"
    return f"turn {done.turn.number:2}  {instant(done.turn.edge)}  {done.phase:5}  {counts}  {done.digest}"


def kept(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def renew() -> None:
    """Keep the session as it is now."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    EVENTS.write_text("\n".join(events()) + "\n", encoding="utf-8")
    TURNS.write_text("\n".join(turns()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    from tests.replay import briefs

    renew()
    briefs.renew()
