"""A small hand-made crisis for tests, and ways to change it, to run parts of it and to tell what happened.

Three allies, one adversary, one objective. Distances and loads are round, so that a test can say by hand when things
happen: by road from `ncap` to `gate` takes 24 h, by air from `sbase` 2 h, by sea from `sport` 10 h, by rail from
`wbase` 24 h and a border.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from wargame.engine.world import World
from wargame.files.doctrines import load_doctrine
from wargame.model.adversary import Adversary, AdversaryForce, TypeWeight
from wargame.model.clock import HOUR, instant
from wargame.model.doctrine import Doctrine
from wargame.model.event import EVERYONE, Event
from wargame.model.folding import fold
from wargame.model.happenings import ReportReceived, TurnBegan
from wargame.model.mel import Indication, Message
from wargame.model.nation import Collection, Force, Lift, Nation
from wargame.model.scenario import (
    Agreement,
    Alliance,
    Brief,
    Indicator,
    Objective,
    Pace,
    Rates,
    Scenario,
)
from wargame.model.theatre import Location, Route, Theatre
from wargame.model.view import View
from wargame.rules.fog import seat_log
from wargame.rules.redact import redact

R = TypeVar("R")

# --- the crisis ----------------------------------------------------------------------------------------------


def doctrine(**changes: Any) -> Doctrine:
    """The defaults of `doctrine.yaml`; a change is named group and parameter, as in `threat__tempo=2.0`."""
    return with_changes(load_doctrine()[0], changes)


def with_changes(record: R, changes: dict[str, Any]) -> R:
    """A record with fields, or with `__` between them fields of its fields, replaced."""
    whole: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for name, value in changes.items():
        group, _, rest = name.partition("__")
        if rest:
            inner.setdefault(group, {})[rest] = value
        else:
            whole[name] = value
    whole |= {group: with_changes(getattr(record, group), rest) for group, rest in inner.items()}
    return replace(record, **whole)  # type: ignore[type-var]


WITHOUT_LUCK: dict[str, Any] = {
    "consultation__convene_days": (0.0, 0.0),
    "consultation__guidance_sd": 0.0,
    "consultation__consent_by_silence": 1.0,
    "consultation__mandate_sd": 0.0,
    "deployment__spread": 0.0,
    "deployment__integration_sd": 0.0,
    "disruption__accident_rate": 0.0,
    "intelligence__report_sd": 0.0,
    "intelligence__false_alarm_rate": 0.0,
    "intelligence__release_sd": 0.0,
    "intelligence__release_never": 0.0,
    "intelligence__noforn_share": 0.0,
    "intelligence__orcon_share": 0.0,
    "intelligence__leak_chance": 0.0,
}
"""Every duration at its median: the council meets after 2 h, guidance takes exp(.16) d, silence is consent."""

THEATRE = Theatre(
    name="The Gate",
    locations=(
        Location(id="ncap", name="North City", lat=1.0, lon=0.0, kinds=("capital", "airfield"), parking=2),
        Location(
            id="gate",
            name="The Gate",
            lat=0.0,
            lon=0.0,
            kinds=("objective", "port", "railhead", "airfield"),
            parking=2,
            berths=2,
            trains=4,
        ),
        Location(id="sbase", name="South Base", lat=-5.0, lon=0.0, kinds=("capital", "airfield"), parking=2),
        Location(id="sport", name="South Port", lat=-5.0, lon=1.0, kinds=("port",), berths=2),
        Location(id="wbase", name="West Base", lat=0.0, lon=-4.0, kinds=("capital", "railhead"), trains=4),
        Location(id="isle", name="The Isle", lat=-9.0, lon=9.0, kinds=("base",)),
        Location(id="rcap", name="Red City", lat=0.0, lon=4.0, kinds=("capital",)),
    ),
    routes=(
        Route(mode="road", ends=("ncap", "gate"), km=233.0),
        Route(mode="air", ends=("sbase", "gate"), km=750.0),
        Route(mode="road", ends=("sbase", "sport"), km=116.5),
        Route(mode="sea", ends=("sport", "gate"), km=330.0),
        Route(mode="rail", ends=("wbase", "gate"), km=300.0, borders=1),
    ),
)

NORTH = Nation(
    id="north",
    name="North",
    adjective="Northern",
    capital="ncap",
    interoperability=0.5,
    support=0.8,
    stake=0.9,
    threshold=0.3,
    collection=(Collection(discipline="human", coverage=0.8), Collection(discipline="imagery", coverage=0.5)),
    forces=(
        Force(id="n-guard", name="Guard", kind="light", strength=0.5, tonnes=1000.0, notice=12.0, at="ncap"),
        Force(id="n-gate", name="Gate Guard", kind="light", strength=0.3, tonnes=500.0, notice=6.0, at="gate"),
    ),
)
SOUTH = Nation(
    id="south",
    name="South",
    adjective="Southern",
    capital="sbase",
    interoperability=1.0,
    support=0.6,
    mandate="cabinet",
    stake=0.6,
    threshold=0.3,
    collection=(Collection(discipline="imagery", coverage=0.9),),
    forces=(
        Force(id="s-para", name="Paras", kind="airborne", strength=0.8, tonnes=200.0, notice=24.0, at="sbase"),
        Force(id="s-rear", name="Rear", kind="airborne", strength=0.5, tonnes=100.0, notice=24.0, at="sbase"),
        Force(
            id="s-tank", name="Tanks", kind="heavy", strength=1.0, tonnes=4000.0, notice=48.0, at="sport", readiness=0.8
        ),
        Force(id="s-isle", name="Islanders", kind="light", strength=0.4, tonnes=100.0, notice=0.0, at="isle"),
    ),
    lift=(
        Lift(id="s-air", name="Aircraft", mode="air", carriers=4, payload=50.0),
        Lift(id="s-sea", name="Ships", mode="sea", carriers=2, payload=2000.0),
    ),
)
WEST = Nation(
    id="west",
    name="West",
    adjective="Western",
    capital="wbase",
    interoperability=0.8,
    support=0.6,
    mandate="parliament",
    stake=0.5,
    threshold=0.4,
    collection=(Collection(discipline="human", coverage=0.2),),
    forces=(Force(id="w-mech", name="Mech", kind="mechanised", strength=1.0, tonnes=2000.0, notice=24.0, at="wbase"),),
    lift=(Lift(id="w-rail", name="Trains", mode="rail", carriers=4, payload=500.0),),
)
REDLAND = Adversary(
    id="redland",
    name="Redland",
    adjective="Red",
    capital="rcap",
    aim="gate",
    value=1.0,
    rung=3,
    mobilisation=0.3,
    types=(TypeWeight(type="opportunist", probability=0.5), TypeWeight(type="determined", probability=0.5)),
    forces=(
        AdversaryForce(id="r-first", name="First", kind="heavy", strength=5.0, at="rcap"),
        AdversaryForce(id="r-second", name="Second", kind="airborne", strength=3.0, at="rcap"),
    ),
)
QUIET, LOUD = 0.02, 0.5
INDICATORS = (
    Indicator(
        id="columns",
        text="Columns move.",
        category="troop_movement",
        discipline="imagery",
        rates=Rates(routine=0.1, exercise=1.0, coercion=0.4, limited_attack=1.0, major_attack=1.5),
    ),
    Indicator(
        id="blood",
        text="Blood is collected.",
        category="logistics",
        discipline="human",
        rates=Rates(routine=QUIET, exercise=0.05, coercion=0.03, limited_attack=0.4, major_attack=LOUD),
    ),
)
CRISIS = Scenario(
    id="gate",
    title="The Gate",
    synopsis="Redland wants the Gate.",
    startex="2026-11-22T06:00Z",
    last_day=6.0,
    horizon=12.0,
    pace=Pace(normal=24.0, guarded=12.0, high=6.0, full=6.0),
    theatre=THEATRE,
    nations=(NORTH, SOUTH, WEST),
    alliance=Alliance(
        id="pact",
        name="The Pact",
        members=("north", "south", "west"),
        headquarters="sbase",
        silence=24.0,
        plans=("statement", "heighten_readiness", "deploy"),
    ),
    adversaries=(REDLAND,),
    objectives=(Objective(id="gate", name="The Gate", at="gate", owner="north", defence=1.5),),
    indicators=INDICATORS,
    agreements=(
        Agreement(id="watch", kind="intelligence_sharing", parties=("north", "south")),
        Agreement(id="ways", kind="logistics", parties=("north", "south", "west")),
    ),
    briefs=(Brief(seat="north", text="Hold the Gate."), Brief(seat="red", text="Take the Gate.")),
    mel=(
        Indication(id="opening", at="D+0T00:00", indicator="columns", text="Redland moves, says the radio."),
        Message(id="hint", at="D+1T06:00", to=("north", "hq"), text="Call the council."),
    ),
)
"""The crisis as it stands; its doctrine is filled in by `crisis`."""


def crisis(**changes: Any) -> Scenario:
    """The small crisis with fields replaced, `doctrine__threat__tempo=2.0` among them."""
    return with_changes(replace(CRISIS, doctrine=doctrine()), changes)


def calm_crisis(**changes: Any) -> Scenario:
    """The small crisis with every duration at its median and no false alarms; see `WITHOUT_LUCK`."""
    return crisis(**{f"doctrine__{name}": value for name, value in WITHOUT_LUCK.items()} | changes)


def nation(scenario: Scenario, name: str, **changes: Any) -> Scenario:
    """The scenario with fields of one nation replaced."""
    nations = tuple(replace(each, **changes) if each.id == name else each for each in scenario.nations)
    return replace(scenario, nations=nations)


OWNERS = {"north": ("ncap", "gate"), "south": ("sbase", "sport", "isle"), "west": ("wbase",), "redland": ("rcap",)}


def owned(scenario: Scenario) -> Scenario:
    """The scenario with every location on somebody's territory."""
    owner = {place: name for name, places in OWNERS.items() for place in places}
    locations = tuple(replace(each, owner=owner[each.id]) for each in scenario.theatre.locations)
    return replace(scenario, theatre=replace(scenario.theatre, locations=locations))


def adversary(scenario: Scenario, **changes: Any) -> Scenario:
    """The scenario with fields of its first adversary replaced."""
    first, *others = scenario.adversaries
    return replace(scenario, adversaries=(replace(first, **changes), *others))


# --- running parts of it -------------------------------------------------------------------------------------


def world_with(scenario: Scenario, *processes: Callable[[World], Any], seed: int = 1) -> World:
    """A world in which only these processes live, its first turn begun."""
    world = World(scenario, seed)
    for process in processes:
        process(world)
    world.emit(TurnBegan(turn=1), None, EVERYONE)
    return world


def view_of(scenario: Scenario, seat: str, events: Iterable[Event]) -> View:
    """What a seat sees after these events of the umpire's log."""
    log = seat_log(scenario, seat, events)
    redacted = redact(scenario, seat)
    return View(seat, redacted, fold(redacted, log), log)


# --- telling what happened -----------------------------------------------------------------------------------


def report_received(
    nation: str = "north", label: str = "r1", indicator: str = "columns", **changes: Any
) -> ReportReceived:
    """A report of a nation's own sensors on something that showed at STARTEX."""
    made = ReportReceived(
        nation=nation,
        report=label,
        indicator=indicator,
        discipline="human" if indicator == "blood" else "imagery",
        originator=nation,
        reliability="B",
        credibility=2,
        observed=0,
    )
    return replace(made, **changes)


def told(events: Iterable[Event], *but: str) -> list[str]:
    """A log as a story: when, what, and to what; kinds in `but` are left out."""
    return [tell(event) for event in events if event.body.kind not in but]


def tell(event: Event) -> str:
    body: Any = event.body
    names = ("nation", "force", "inject", "seat", "by", "indicator", "objective")
    about = [str(getattr(body, name)) for name in names if isinstance(getattr(body, name, None), str)]
    return " ".join([instant(event.time), body.kind, *about])


def of_kind(events: Iterable[Event], *kinds: str) -> list[Event]:
    """The events of these kinds."""
    return [event for event in events if event.body.kind in kinds]


def the(events: Iterable[Event], kind: str, **having: Any) -> Event:
    """The one event of a kind whose body has these values."""
    found = [
        event
        for event in of_kind(events, kind)
        if all(getattr(event.body, name) == value for name, value in having.items())
    ]
    assert len(found) == 1, f"{len(found)} events {kind} {having}"
    return found[0]


def behind(log: list[Event], event: Event) -> list[str]:
    """The kinds of events that led to this one, nearest first."""
    kinds: list[str] = []
    while event.cause is not None:
        event = log[event.cause - 1]
        kinds.append(event.body.kind)
    return kinds


def at(hours: float) -> int:
    """Hours after STARTEX as kernel time."""
    return round(hours * HOUR)
