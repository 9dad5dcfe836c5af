"""What is to be run: design points, each played on the same seeds, so that they meet the same luck."""

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.model.record import Seating
from wargame.model.scenario import Scenario, nation_seats
from wargame.session.seating import DEFAULT, EVERY_NATION, recorded

LAST_SEED = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Point:
    """A design point: one way to set the crisis up."""

    label: str
    """By which rows and tables name it."""
    scenario: Scenario
    seating: tuple[Seating, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One run to be played."""

    point: int
    run: int
    seed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Every run of a batch, in order: run 1 at each design point, then run 2, and so on.

    Run k has the seed `seed + k - 1` at every point: points share their random numbers, and `wargame run --seed` plays
    any run again. (So batches whose first seeds are nearer than their number of runs share some of their runs.)
    """

    points: tuple[Point, ...]
    seed: int
    runs: int

    def __post_init__(self) -> None:
        if self.runs < 1 or not self.points or not 0 <= self.seed <= LAST_SEED - self.runs + 1:
            raise ValueError(f"seeds go from 0 to {LAST_SEED}, one for each of at least one run")

    def __len__(self) -> int:
        return self.runs * len(self.points)

    def task(self, index: int) -> Task:
        """The run at an index, counted from 0."""
        number, point = divmod(index, len(self.points))
        return Task(point=point, run=number + 1, seed=self.seed + number)


def label(scenario: Scenario, seating: Sequence[Seating]) -> str:
    """A seating in short: what differs from the default player in every seat, `*` for all nations alike."""
    seated = {each.seat: each.player for each in recorded(seating)}
    nations = nation_seats(scenario)
    alike = {seated.get(nation) for nation in nations}
    if len(alike) == 1 and None not in alike:
        seated = {EVERY_NATION: str(alike.pop())} | {s: player for s, player in seated.items() if s not in nations}
    unusual = [f"{name}={player}" for name, player in seated.items() if player != DEFAULT]
    return " ".join(unusual) or DEFAULT
