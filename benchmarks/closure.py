"""`python -m benchmarks.closure`: how long known deployments take in the engine, beside what they took.

Each is one force in a theatre of its own, moved by the engine with every duration at its median. Tonnes, personnel and
fleets are round published figures; they say what was available, and are not fitted.
"""

from dataclasses import dataclass, replace

from wargame.engine.deployment import Deployment
from wargame.engine.world import World
from wargame.files.doctrines import load_doctrine
from wargame.model.clock import DAY
from wargame.model.decisions import MoveForce
from wargame.model.doctrine import Doctrine
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import ForceArrived, ForceCapable, TurnBegan
from wargame.model.nation import Force, Lift, Nation
from wargame.model.scenario import Alliance, Objective, Pace, Scenario
from wargame.model.theatre import Location, Mode, Route, Theatre

C17 = Lift(id="c17", name="C-17", mode="air", carriers=20, payload=45.0)
SEALIFT = Lift(id="lmsr", name="LMSR", mode="sea", carriers=8, payload=12_000.0, speed=44.4)
"""24 knots."""
RORO = Lift(id="roro", name="RO-RO", mode="sea", carriers=1, payload=8_000.0)
"""18 knots."""
LIMIT = 200 * DAY


@dataclass(frozen=True, slots=True)
class Check:
    """A deployment whose closure is known."""

    name: str
    force: Force
    lift: Lift
    km: float
    least: float
    """Days that it may take."""
    most: float
    until: type[ForceArrived] | type[ForceCapable]
    source: str


def force(kind: str, strength: float, tonnes: float, notice: float, personnel: int, stocks: bool = False) -> Force:
    return Force(
        id="force",
        name="Force",
        kind=kind,  # type: ignore[arg-type]
        strength=strength,
        tonnes=tonnes,
        notice=notice,
        personnel=personnel,
        at="home",
        stocks="stocks" if stocks else None,
    )


CHECKS = (
    Check(
        name="airborne brigade to the Gulf",
        force=force("airborne", 1.0, 2_700.0, 18.0, 3_500),
        lift=C17,
        km=12_000.0,
        least=5.5,
        most=8.5,
        until=ForceArrived,
        source="closed in 7 days in August 1990",
    ),
    Check(
        name="Stryker brigade by air",
        force=force("mechanised", 1.0, 13_500.0, 96.0, 3_900),
        lift=replace(C17, carriers=60),
        km=7_000.0,
        least=5.0,
        most=14.0,
        until=ForceArrived,
        source="studies give 5 to 14 days",
    ),
    Check(
        name="heavy brigade on prepositioned stocks",
        force=force("heavy", 1.0, 25_000.0, 48.0, 4_000, stocks=True),
        lift=C17,
        km=12_000.0,
        least=9.5,
        most=14.5,
        until=ForceCapable,
        source="12 days from decision to capable in October 1994",
    ),
    Check(
        name="heavy division by sea",
        force=force("heavy", 3.0, 90_000.0, 24.0, 17_000),
        lift=SEALIFT,
        km=15_600.0,
        least=40.0,
        most=56.0,
        until=ForceCapable,
        source="48 days from decision to in position in September 1990",
    ),
    Check(
        name="very-high-readiness battalion by air",
        force=force("light", 0.3, 600.0, 72.0, 800),
        lift=C17,
        km=2_000.0,
        least=3.5,
        most=5.0,
        until=ForceArrived,
        source="arrived after 4 days in February 2022",
    ),
    Check(
        name="missile battery by sea",
        force=force("air_defence", 0.2, 3_000.0, 48.0, 300),
        lift=RORO,
        km=4_550.0,
        least=10.0,
        most=14.0,
        until=ForceArrived,
        source="arrives after 12 days",
    ),
    Check(
        name="missile battery by sea, operational",
        force=force("air_defence", 0.2, 3_000.0, 48.0, 300),
        lift=RORO,
        km=4_550.0,
        least=13.0,
        most=19.0,
        until=ForceCapable,
        source="and is operational 4 days later",
    ),
)


def doctrine() -> Doctrine:
    """The defaults, every duration at its median."""
    kept = load_doctrine()[0]
    return replace(kept, deployment=replace(kept.deployment, spread=0.0, integration_sd=0.0))


def theatre(check: Check) -> Theatre:
    """From home to the field, with the stocks at the place where the force lands."""
    kinds = ("base", "airfield", "port")
    size = {"parking": 12, "berths": 4}
    places = tuple(
        Location(id=name, name=name, lat=0.0, lon=0.0, kinds=kinds, **size)  # type: ignore[arg-type]
        for name in ("home", "field", "stocks")
    )
    modes: tuple[Mode, ...] = ("air", "sea")
    routes = tuple(Route(mode=mode, ends=("home", end), km=check.km) for mode in modes for end in ("field", "stocks"))
    return Theatre(
        name=check.name, locations=places, routes=(*routes, Route(mode="road", ends=("stocks", "field"), km=10.0))
    )


def scenario(check: Check) -> Scenario:
    """One nation, its force and its lift."""
    nation = Nation(
        id="blue",
        name="Blue",
        adjective="Blue",
        capital="home",
        interoperability=1.0,
        forces=(check.force,),
        lift=(check.lift,),
    )
    return Scenario(
        id="closure",
        title=check.name,
        synopsis="-",
        startex="2026-11-22T06:00Z",
        last_day=365.0,
        horizon=365.0,
        pace=Pace(),
        theatre=theatre(check),
        nations=(nation,),
        alliance=Alliance(id="alliance", name="Alliance", members=("blue",), headquarters="home"),
        adversaries=(),
        objectives=(Objective(id="field", name="Field", at="field", owner="blue"),),
        indicators=(),
        doctrine=doctrine(),
    )


def days(check: Check) -> float:
    """Days from the order until the force has arrived, or is capable, in the engine."""
    world = World(scenario(check), seed=1)
    Deployment(world)
    world.emit(TurnBegan(turn=1), None, EVERYONE)
    world.decide("blue", MoveForce(force="force", to="field"), None)
    world.run_to(LIMIT)
    return end(world.log, check.until).time / DAY


def end(log: list[Event], kind: type) -> Event:
    """The last event of a kind."""
    return next(event for event in reversed(log) if isinstance(event.body, kind))


def main() -> None:
    for check in CHECKS:
        took = days(check)
        verdict = "in range" if check.least <= took <= check.most else "MISSED"
        print(f"{check.name:40} {took:5.1f} d  ({check.least:g} to {check.most:g})  {verdict:8}  {check.source}")


if __name__ == "__main__":
    main()
