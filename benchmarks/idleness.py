"""`python -m benchmarks.idleness SCENARIO`: in how many turns each seat has nothing to decide.

A kept check of scenarios: in at most one turn of ten may a seat have no choice that falls due.
"""

import argparse
from collections import Counter

from wargame import __version__
from wargame.files.scenarios import load_scenario
from wargame.model.record import Header
from wargame.model.scenario import nation_seats
from wargame.replay.idleness import desks
from wargame.rules.idleness import WHATS
from wargame.rules.lengths import with_length
from wargame.runs.statistics import Share
from wargame.session.exercise import Exercise
from wargame.session.seating import players, seat
from wargame.session.table import Table

MOST_IDLE = 0.1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.idleness", description=__doc__.splitlines()[0])
    parser.add_argument("scenario")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the first run; the others follow")
    parser.add_argument("--length", help="one of the scenario's lengths")
    parser.add_argument("--player", action="append", default=[], metavar="SEAT=NAME")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    scenario = with_length(load_scenario(asked.scenario), asked.length)
    shares = {name: Share() for name in nation_seats(scenario)}
    calls: dict[str, Counter[str]] = {name: Counter() for name in shares}
    for number in range(asked.runs):
        header = Header(engine=__version__, scenario=scenario, seed=asked.seed + number)
        played = Table(Exercise(header), players(scenario, seat(scenario, asked.player))).play()
        for desk in desks(played.record):
            shares[desk.seat].add(desk.idle)
            calls[desk.seat].update(desk.calls)
    print(f"{scenario.id}, {asked.runs} runs: turns in which a seat has nothing to decide, and what the others bring")
    print(f"{'seat':<14}{'turns':>7}{'idle':>8}{'95% interval':>18}" + "".join(f"{what:>10}" for what in WHATS))
    for name, share in shares.items():
        estimate = share.estimate()
        interval = "-" if estimate.low is None else f"{estimate.low:.1%} to {estimate.high:.1%}"
        brought = "".join(f"{calls[name][what] / max(1, share.n):>10.0%}" for what in WHATS)
        print(f"{name[:13]:<14}{share.n:>7}{estimate.mean or 0.0:>8.1%}{interval:>18}{brought}")
    worst = max((share.estimate().mean or 0.0 for share in shares.values()), default=0.0)
    print(f"{'within' if worst <= MOST_IDLE else 'above'} the {MOST_IDLE:.0%} allowed: at most {worst:.1%}")


if __name__ == "__main__":
    main()
