"""`python -m benchmarks.policies SCENARIO`: every computer player in every nation's seat, on the same luck.

What a scenario and the scores are tuned with: is playing worth more than not playing, is no player best at everything,
and does each of the adversary's hidden minds make for another crisis?
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import perf_counter
from typing import get_args

from wargame.cli.batches import cores
from wargame.files.scenarios import load_scenario
from wargame.model.adversary import AdversaryType, TypeWeight
from wargame.model.scenario import Scenario
from wargame.players import PLAYERS
from wargame.runs.execute import executor
from wargame.runs.plan import Plan, Point
from wargame.runs.row import columns
from wargame.runs.statistics import Difference, Estimate
from wargame.runs.tally import Tally
from wargame.session.seating import DEFAULT, seat

SHARES = {"outcome_attacked": "attacked %", "outcome_deterred": "deterred %"}
TOTAL = "scores_total"
COLUMN = 22
"""Characters of a figure with its interval."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.policies", description=__doc__.splitlines()[0])
    parser.add_argument("scenario")
    parser.add_argument("--runs", type=int, default=100, help="runs for each player and type")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--players", default=",".join(PLAYERS), help="with commas between them")
    parser.add_argument("--types", default="", help="hidden types of the adversary to fix, with commas, or 'all'")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    scenario = load_scenario(asked.scenario)
    names = asked.players.split(",")
    names = [DEFAULT, *(name for name in names if name != DEFAULT)]  # the first is what the others are compared with
    types = get_args(AdversaryType) if asked.types == "all" else [each for each in asked.types.split(",") if each]
    groups: dict[str, Scenario] = {"as the scenario has it": scenario} | {each: fixed(scenario, each) for each in types}
    points = [points_of(each, names) for each in groups.values()]
    plans = [Plan(each, asked.seed, asked.runs) for each in points]
    began = perf_counter()
    for group, plan in zip(groups, plans, strict=True):
        tally = played(plan, asked.jobs)
        print(f"{scenario.id}, {asked.runs} runs a player, hidden type {group}")
        print("\n".join([*table(names, tally), "", *verdicts(names, tally)]), end="\n\n", flush=True)
    runs = sum(map(len, plans))
    print(f"{runs} runs in {perf_counter() - began:.0f} s, {runs / (perf_counter() - began):.1f} a second")


def fixed(scenario: Scenario, hidden: str) -> Scenario:
    """The scenario with every adversary known, to us, to be of one type."""
    if hidden not in get_args(AdversaryType):
        sys.exit(f"there is no type '{hidden}'; types are {', '.join(get_args(AdversaryType))}")
    prior = (TypeWeight(type=hidden, probability=1.0),)  # type: ignore[arg-type]
    return replace(scenario, adversaries=tuple(replace(each, types=prior) for each in scenario.adversaries))


def points_of(scenario: Scenario, names: Sequence[str]) -> tuple[Point, ...]:
    return tuple(Point(name, scenario, seat(scenario, [f"*={name}"])) for name in names)


def played(plan: Plan, jobs: int) -> Tally:
    tally = Tally(columns(plan.points[0].scenario), len(plan.points))
    for rows in executor(jobs).chunks(plan):
        tally.add(rows)
        if sys.stderr.isatty():
            print(f"\r{tally.rows}/{len(plan)} ", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r", end="", file=sys.stderr)
    return tally


# --- telling -------------------------------------------------------------------------------------------------


def shown(tally: Tally) -> list[str]:
    """What the table has a column for: the shares, and every score of which there are any."""
    estimates = [tally.estimates(point) for point in range(len(tally.failed))]
    scored = [name for name in estimates[0] if name.startswith("scores_")]
    return [*SHARES, *(name for name in scored if any(each[name].n for each in estimates))]


def title(column: str) -> str:
    return SHARES.get(column, column.removeprefix("scores_").replace("_", " "))


def table(names: Sequence[str], tally: Tally) -> Iterator[str]:
    """A line for each player."""
    yield f"{'':<18}" + "".join(f"{title(each):>{COLUMN}}" for each in shown(tally))
    for point, name in enumerate(names):
        estimates = tally.estimates(point)
        cells = (figure(estimates[each], 100.0 if each in SHARES else 1.0) for each in shown(tally))
        failed = f"  {tally.failed[point]} failed" if tally.failed[point] else ""
        yield f"{name:<18}" + "".join(f"{cell:>{COLUMN}}" for cell in cells) + failed
    for row in tally.failures[:3]:
        yield f"failed: {names[row.point]}, seed {row.seed}: {row.error}"


def figure(estimate: Estimate, scale: float) -> str:
    """`12.3 [10.1, 14.5]`"""
    if estimate.mean is None:
        return "-"
    text = f"{scale * estimate.mean:.1f}"
    if estimate.low is None or estimate.high is None:
        return text
    return f"{text} [{scale * estimate.low:.1f}, {scale * estimate.high:.1f}]"


def verdicts(names: Sequence[str], tally: Tally) -> Iterator[str]:
    """What the table means for play."""
    estimates = [tally.estimates(point) for point in range(len(names))]
    yield f"deterred with {DEFAULT}: {figure(estimates[0]['outcome_deterred'], 100.0)} %"
    components = [name for name in shown(tally) if name.startswith("scores_") and name != TOTAL]
    best = {name: leaders(names, [each[name].mean for each in estimates]) for name in components}
    for component, leading in best.items():
        yield f"best at {title(component)}: {', '.join(leading)}"
    everywhere = [name for name in names if best and all(name in leading for leading in best.values())]
    yield f"best at every one: {', '.join(everywhere) or 'nobody'}"
    below = [names[point] for point in range(1, len(names)) if clearly_below(tally.differences(point)[TOTAL])]
    yield f"clearly below {DEFAULT} in total: {', '.join(below) or 'nobody'}"
    yield f"total, beside {DEFAULT}:"
    ranked = sorted(range(len(names)), key=lambda point: -(estimates[point][TOTAL].mean or 0.0))
    for point in ranked:
        if point:
            yield f"  {names[point]:<18}{beside(tally.differences(point)[TOTAL])}"


def leaders(names: Sequence[str], means: Sequence[float | None]) -> list[str]:
    """Who has the highest mean, to the tenth that the table shows."""
    rounded = [None if mean is None else round(mean, 1) for mean in means]
    top = max((mean for mean in rounded if mean is not None), default=None)
    return [name for name, mean in zip(names, rounded, strict=True) if mean is not None and mean == top]


def clearly_below(difference: Difference) -> bool:
    return difference.high is not None and difference.high < 0.0


def beside(difference: Difference) -> str:
    """A paired difference in words."""
    if difference.mean is None or difference.low is None or difference.high is None:
        return "cannot be told"
    if difference.low > 0.0:
        word = "above"
    elif clearly_below(difference):
        word = "below"
    else:
        word = "no clear difference"
    saved = f", pairing saved a factor of {difference.factor:.1f}" if difference.factor is not None else ""
    return f"{difference.mean:+.2f} [{difference.low:+.2f}, {difference.high:+.2f}] {word}{saved}"


if __name__ == "__main__":
    main()
