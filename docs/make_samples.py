"""Makes the sample sessions of `replays/` anew: a success of deterrence, a failure, and a branch of it that succeeds.

.venv/bin/python docs/make_samples.py
"""

import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from wargame import __version__
from wargame.files.replays import load_replay
from wargame.files.scenarios import load_scenario
from wargame.model.record import Header
from wargame.scoring.score import Score, score
from wargame.session.exercise import Exercise
from wargame.session.saved import begin, branch_off
from wargame.session.seating import seat

FOLDER = Path(__file__).resolve().parent.parent / "replays"
SCENARIO = load_scenario("narrow-sea")
BOOK, BOLD = (seat(SCENARIO, [f"*={player}"]) for player in ("doctrine", "forward"))
LAST_BRANCH = 12
"""The latest turn after which others take over."""


def main() -> None:
    """Play until all three are found."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "session.jsonl"
        keep(made, "deterred", held, (lambda seed=seed: by_the_book(seed, made) for seed in count(5)))
        keep(made, "attacked", lost, (lambda seed=seed: by_the_book(seed, made) for seed in count(10)))
        parent = load_replay(FOLDER / "narrow-sea-attacked.jsonl")
        turns = (lambda after=after: branch_off(parent, after, made, BOLD) for after in range(LAST_BRANCH, 0, -1))
        keep(made, "attacked-branch-deterred", lambda scored: scored.outcome.deterred, turns)


def by_the_book(seed: int, path: Path) -> Exercise:
    """The book in every seat."""
    return begin(Header(engine=__version__, scenario=SCENARIO, seed=seed), BOOK, path)


def keep(made: Path, name: str, wanted: Callable[[Score], bool], plays: Iterator[Callable[[], Exercise]]) -> None:
    """Keep the first session that is as wanted."""
    for play in plays:
        record = play().record
        if wanted(score(SCENARIO, record.events)):
            kept = FOLDER / f"{SCENARIO.id}-{name}.jsonl"
            kept.write_bytes(made.read_bytes())
            parent = record.header.parent
            print(f"{kept.name}: seed {record.header.seed}{f', branched after turn {parent.turn}' if parent else ''}")
            return
    raise SystemExit(f"no session found for {name}")


def held(scored: Score) -> bool:
    """An attack could have been chosen, and was not."""
    return scored.outcome.deterred and scored.outcome.closest_call is not None


def lost(scored: Score) -> bool:
    """It was attacked."""
    return scored.outcome.attacked and not scored.outcome.deterred


if __name__ == "__main__":
    main()
