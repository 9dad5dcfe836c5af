"""`python -m benchmarks.consultation`: how long consultations take, by size, plan and dispute, beside past ones.

Nothing here is timed. Days run from the call, or the trigger, to the decision.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import floor
from typing import Literal

from wargame.engine.consultation import Consultation
from wargame.engine.streams import Streams
from wargame.engine.world import World
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY
from wargame.model.decisions import CallConsultation, OrderDelegatedMeasure, TableMeasure, TakePosition
from wargame.model.decisions.consultation import MeasureText
from wargame.model.doctrine import ConsultationParameters
from wargame.model.event import EVERYONE
from wargame.model.happenings import CouncilConvened, SilenceBegan, TurnBegan
from wargame.model.mel import TriggerKind
from wargame.model.scenario import COMMANDER, Relation, Scenario
from wargame.rules.consultation import guidance_days
from wargame.rules.draw import binomial, empirical, largest_normal, normal

SIZES = {"8 members": "narrow-sea", "31 members": "great-alliance"}
LONGEST = 400 * DAY
DECILES = (0.1, 0.5, 0.9)


# --- in the engine -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Way:
    """A way for a deployment to be decided on."""

    name: str
    planned: bool = True
    dispute: float = 0.0
    """Between two members."""
    delegated: bool = False


WAYS = (
    Way("delegated to the commander", delegated=True),
    Way("planned"),
    Way("planned, open dispute", dispute=1.0),
    Way("no plan", planned=False),
    Way("no plan, open dispute", planned=False, dispute=1.0),
)


bundled = cache(load_scenario)


def council(name: str, way: Way) -> Scenario:
    """A bundled scenario's alliance, put to deciding by consensus in that way, however long capitals need."""
    scenario = bundled(name)
    first, second, *_ = scenario.alliance.members
    alliance = replace(
        scenario.alliance,
        decision_rule="consensus",
        plans=("deploy",) if way.planned else (),
        delegated=("deploy",) if way.delegated else (),
    )
    quarrel = (Relation(parties=(first, second), dispute=way.dispute),)
    consultation = replace(scenario.doctrine.consultation, lapse_days=LONGEST / DAY)
    doctrine = replace(scenario.doctrine, consultation=consultation)
    return replace(scenario, alliance=alliance, relations=quarrel, doctrine=doctrine)


def decided(scenario: Scenario, way: Way, seed: int) -> float:
    """Days from the call, or from a delegated order, to the decision; members accept when their guidance has come."""
    world = World(scenario, seed)
    Consultation(world)
    world.when(SilenceBegan, lambda _event, _body: accept(world))
    world.emit(TurnBegan(turn=1), None, EVERYONE)
    caller, objective = scenario.alliance.members[0], scenario.objectives[0]
    text = MeasureText(kind="deploy", place=objective.at, strength=1.0)
    if way.delegated:
        world.decide(COMMANDER, OrderDelegatedMeasure(measure=text), None)
    else:
        world.when(CouncilConvened, lambda _event, _body: world.decide(caller, TableMeasure(measure=text), None))
        world.decide(caller, CallConsultation(), None)
    world.run_to(LONGEST)
    when = world.situation.council.measures["m1"].decided
    return (LONGEST if when is None else when) / DAY


def accept(world: World) -> None:
    """Every member says so while silence runs."""
    for nation in world.scenario.alliance.members:
        world.decide(nation, TakePosition(measure="m1", position="accept"), None)


def quantiles(days: Iterable[float]) -> tuple[float, ...]:
    """First decile, median, last decile."""
    ordered = sorted(days)
    return tuple(empirical(share, ordered) for share in DECILES)


def by_size(seeds: int) -> dict[str, dict[str, tuple[float, ...]]]:
    """By way and size: deciles of the days to a decision."""
    return {
        way.name: {
            size: quantiles([decided(scenario, way, seed) for seed in range(seeds)])
            for size, scenario in ((size, council(name, way)) for size, name in SIZES.items())
        }
        for way in WAYS
    }


# --- beside past consultations -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A past response that several governments decided on."""

    name: str
    trigger: TriggerKind
    deciders: int
    contention: Literal[0, 1, 2]
    planned: bool
    days: int
    """From the trigger to the decision, whole days."""


CASES = (
    Case("Libya and Sudan 1983", "political", 3, 0, True, 6),
    Case("Desert Shield 1990", "violent", 2, 1, True, 4),
    Case("Turkey 1991 (Ace Guard)", "request", 16, 1, False, 16),
    Case("Kuwait 1994 (Vigilant Warrior)", "non_violent_military", 5, 0, True, 0),
    Case("Kosovo Force 1999", "political", 19, 0, True, 1),
    Case("Eagle Assist 2001", "violent", 19, 0, False, 23),
    Case("Turkey 2003 (Display Deterrence)", "request", 18, 2, True, 6),
    Case("Forward presence 2016", "political", 28, 0, False, 0),
    Case("Response Force to Romania 2022", "violent", 30, 0, True, 0),
    Case("Airborne brigade to Poland 2022", "non_violent_military", 2, 0, True, 0),
)
"""The response cases with more than one decider (response_cases.csv)."""


def sampled(parameters: ConsultationParameters, case: Case, draws: int) -> list[int]:
    """Whole days to guidance as they would be observed: floor(T + U), U even within the day of the trigger."""
    streams = Streams(1, 0)
    days = []
    for _ in range(draws):
        pivots = 1 + binomial(streams.draw(case.name, "pivots"), case.deciders - 1, parameters.pivotal_share)
        common = normal(streams.draw(case.name, "common"))
        own = largest_normal(streams.draw(case.name, "own"), pivots)
        taken = guidance_days(parameters, case.trigger, case.planned, case.contention, common, own)
        days.append(floor(taken + streams.draw(case.name, "hour")))
    return days


def covered(parameters: ConsultationParameters, draws: int) -> Iterator[tuple[Case, tuple[float, ...], bool]]:
    """Each case with its deciles in the model, and whether what happened lies between them."""
    for case in CASES:
        low, middle, high = quantiles(sampled(parameters, case, draws))
        yield case, (low, middle, high), low <= case.days <= high


# --- printing ------------------------------------------------------------------------------------------------


def lines(seeds: int, draws: int) -> Iterator[str]:
    """What the benchmark prints."""
    yield f"Days from the call to a decision of the council, {seeds} runs each: median (first to last decile)"
    yield f"{'':30}" + "".join(f"{size:>24}" for size in SIZES)
    for name, sizes in by_size(seeds).items():
        yield f"{name:30}" + "".join(f"{_told(deciles):>24}" for deciles in sizes.values())
    yield ""
    yield f"Days from trigger to decision in past responses, {draws} draws each: model, and what happened"
    parameters = load_scenario("tutorial").doctrine.consultation
    within = 0
    for case, deciles, inside in covered(parameters, draws):
        within += inside
        yield f"{case.name:34}{_told(deciles):>24}{case.days:>6}{'' if inside else '  outside'}"
    yield f"{within} of {len(CASES)} lie between the first and the last decile"


def _told(deciles: Sequence[float]) -> str:
    low, middle, high = deciles
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


def main() -> None:
    for line in lines(200, 4000):
        print(line)


if __name__ == "__main__":
    main()
