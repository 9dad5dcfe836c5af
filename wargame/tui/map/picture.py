"""What a scene puts on the map: places, forces, movements and contacts, as the view that holds the scene knows them.

A seat of the alliance meets the adversary as contacts only, where they were last reported; the adversary's own seat and
exercise control see its formations. All is taken from the scene, which holds nothing that the view may not know.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from wargame.model.clock import HOUR, instant
from wargame.model.happenings import ForceDeparted, ForceEvacuated
from wargame.model.scenario import RED
from wargame.model.theatre import Location, LocationKind, Mode
from wargame.replay import names
from wargame.replay.summary_force_lines import doing
from wargame.replay.summary_forces import AT_HOME, Formation, Opposing, forces
from wargame.replay.summary_reports import Contact, reports
from wargame.replay.watch import Scene
from wargame.replay.wording import age, ago, listed, one_line, plain_words
from wargame.tui.map.arcs import bent
from wargame.tui.map.box import Box, home, turned

Side = Literal["own", "allied", "hostile", "neutral", "unknown"]
What = Literal["place", "force", "contact"]

LETTERS = {
    "light": "L",
    "airborne": "P",
    "mechanised": "M",
    "heavy": "T",
    "air_defence": "D",
    "fighter": "F",
    "naval": "N",
    "cyber": "C",
    "headquarters": "H",
    "engineers": "E",
}
"""What stands in the frame of a formation: light, parachute, mechanised, tanks, air defence, fighters, naval ..."""
FIRST_KIND: tuple[LocationKind, ...] = (
    "objective",
    "capital",
    "headquarters",
    "port",
    "airfield",
    "border",
    "railhead",
    "base",
)
"""What a place is marked as that is several things: the first of these."""
OLD = 72.0
"""Hours; an older contact is marked as doubtful."""
CONTACT, MOVING, ENEMY, OBJECTIVE, OWN, DEPLOYED, RESTING, CAPITAL, PLACE = range(9)
"""Ranks of items."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something on the map that can be selected."""

    what: What
    id: str
    """A location's, a force's, or a contact's label; unique together with `what`."""
    name: str
    side: Side
    mark: str
    """The kind of a place or `attacked`, the letter of a formation, the label of a contact."""
    lon: float
    lat: float
    spot: str | None
    """The location it is at; None under way."""
    rank: int
    """The lower, the sooner it is drawn and comes up when items are gone through."""
    about: str
    """One line."""
    age: str = ""
    """Of a contact: how long ago it was seen there."""
    old: bool = False
    """Whether that is so long ago that it may be anywhere."""


@dataclass(frozen=True, slots=True)
class Move:
    """A movement, under way or ordered: an arc that bends the same way wherever it is drawn."""

    start: tuple[float, float]
    """Longitude and latitude."""
    end: tuple[float, float]
    side: Side
    planned: bool
    """Whether it has not begun."""


@dataclass(frozen=True, slots=True)
class Way:
    """A route between two locations."""

    ends: tuple[str, str]
    start: tuple[float, float]
    end: tuple[float, float]
    mode: Mode


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn over the bare map."""

    scenario: str
    """Identifier, by which the chart is chosen."""
    allied: bool
    """Whether who sees it is of the alliance: neither exercise control, nor the adversary, nor a spectator."""
    locations: tuple[Location, ...]
    home: Box
    items: tuple[Item, ...]
    """In the order in which they come up when gone through."""
    moves: tuple[Move, ...]
    ways: tuple[Way, ...]


Spots = Mapping[str, Location]
"""The locations of the theatre."""


def picture(scene: Scene) -> Picture:
    """What a view's map shows."""
    locations = scene.scenario.theatre.locations
    spots = {each.id: each for each in locations}
    known, left = forces(scene), _departures(scene)
    items = [_force(scene, each, spots, left) for each in known.formations]
    items += [_opposing(scene, each, spots[each.at]) for each in known.opposing]
    items += [] if scene.umpire else _contacts(scene, spots)
    items += [_place(scene, each) for each in locations]
    return Picture(
        scenario=scene.scenario.id,
        allied=not scene.umpire and scene.view != RED,
        locations=locations,
        home=home(locations),
        items=tuple(sorted(items, key=lambda each: each.rank)),
        moves=tuple(each for formation in known.formations for each in _moves(scene, formation, spots)),
        ways=tuple(
            Way(each.ends, *_ends(*(spots[end] for end in each.ends)), each.mode)
            for each in scene.scenario.theatre.routes
        ),
    )


def _ends(start: Location, end: Location) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where something begins and ends, the shorter way around the Earth."""
    return (start.lon, start.lat), (turned(end.lon, start.lon), end.lat)


# --- the alliance's forces -----------------------------------------------------------------------------------


def _departures(scene: Scene) -> dict[tuple[str, str], int]:
    """When forces last left for a place."""
    left: dict[tuple[str, str], int] = {}
    for event in scene.events:
        match event.body:
            case ForceDeparted(force=force, place=place) | ForceEvacuated(force=force, to=place):
                left[force, place] = event.time
    return left


def _force(scene: Scene, each: Formation, spots: Spots, left: Mapping[tuple[str, str], int]) -> Item:
    lon, lat = spots[each.at].lon, spots[each.at].lat
    if each.bound_for is not None:
        start, end = _ends(spots[each.at], spots[each.bound_for])
        lon, lat = bent(start, end, _share(scene, each, left))
    nation = names.who(scene.scenario, each.nation)
    about = f"{each.name} ({nation}), {plain_words(each.kind)} {each.strength:g} BE, {doing(scene, each)}"
    return Item(
        what="force",
        id=each.force,
        name=one_line(each.name),
        side=_side(scene, each.nation),
        mark=LETTERS[each.kind],
        lon=lon,
        lat=lat,
        spot=each.at if each.bound_for is None else None,
        rank=_rank(scene, each),
        about=one_line(about),
    )


def _share(scene: Scene, each: Formation, left: Mapping[tuple[str, str], int]) -> float:
    """How much of its leg lies behind a force, as planned."""
    due = scene.situation.forces[each.force].due
    began = left.get((each.force, each.bound_for or ""))
    if due is None or began is None or due <= began:
        return 0.5
    return min(0.9, max(0.1, (scene.time - began) / (due - began)))


def _rank(scene: Scene, each: Formation) -> int:
    if each.bound_for is not None:
        return MOVING
    if each.nation == scene.view:
        return OWN
    return RESTING if each.status in AT_HOME else DEPLOYED


def _moves(scene: Scene, each: Formation, spots: Spots) -> Iterator[Move]:
    """The leg it is on, and what it has been ordered to do after that."""
    side, at = _side(scene, each.nation), each.at
    if each.bound_for is not None:
        yield Move(*_ends(spots[at], spots[each.bound_for]), side, planned=False)
        at = each.bound_for
    if each.destination not in (None, at):
        yield Move(*_ends(spots[at], spots[each.destination or ""]), side, planned=True)


def _side(scene: Scene, name: str) -> Side:
    """Where a nation, adversary or third party stands, seen from the view."""
    if name == scene.view:
        return "own"
    enemies = {each.id for each in scene.scenario.adversaries}
    if scene.view == RED:
        return "own" if name in enemies else "hostile" if name in scene.scenario.alliance.members else "neutral"
    return "hostile" if name in enemies else "allied" if name in scene.scenario.alliance.members else "neutral"


# --- the adversary's -----------------------------------------------------------------------------------------


def _opposing(scene: Scene, each: Opposing, at: Location) -> Item:
    about = f"{each.name}, {plain_words(each.kind)} {each.strength:g} BE, at {at.name} at STARTEX"
    own = scene.view == RED
    return Item(
        what="force",
        id=each.force,
        name=one_line(each.name),
        side="own" if own else "hostile",
        mark=LETTERS[each.kind],
        lon=at.lon,
        lat=at.lat,
        spot=at.id,
        rank=OWN if own else ENEMY,
        about=one_line(about),
    )


def _contacts(scene: Scene, spots: Spots) -> list[Item]:
    """Contacts whose last report says where they were, and has not turned out to be about nothing; the newest first."""
    known = reports(scene)
    nothing = {(each.holder, each.report) for each in known.reports if each.disproved is not None}
    last = [(each, spots.get(each.place or "")) for each in known.contacts]
    return [_contact(each, at) for each, at in last if at is not None and (each.holder, each.report) not in nothing]


def _contact(each: Contact, at: Location) -> Item:
    since = round(each.age_hours * HOUR)
    old = each.age_hours >= OLD
    about = f"contact {each.contact}, reported near {at.name}, seen {each.seen}, {ago(since)} (report {each.report})"
    return Item(
        what="contact",
        id=each.contact,
        name=each.contact,
        side="hostile",
        mark=each.contact,
        lon=at.lon,
        lat=at.lat,
        spot=at.id,
        rank=CONTACT,
        about=one_line(about + (", may be anywhere by now" if old else "")),
        age=age(since).replace(" ", ""),
        old=old,
    )


# --- places --------------------------------------------------------------------------------------------------


def _place(scene: Scene, each: Location) -> Item:
    kind = next((kind for kind in FIRST_KIND if kind in each.kinds), "base")
    owner = each.owner or ""
    parts = [listed([plain_words(name) for name in sorted(each.kinds, key=FIRST_KIND.index)])]
    parts += [names.who(scene.scenario, owner)] if owner else []
    attacked = _attacked(scene, each)
    parts += [attacked] if attacked else []
    damage = scene.situation.places[each.id].damage
    parts += [f"{damage:.0%} of its throughput lost"] if damage else []
    return Item(
        what="place",
        id=each.id,
        name=one_line(each.name),
        side=_side(scene, owner) if owner else "unknown",
        mark="attacked" if attacked else kind,
        lon=each.lon,
        lat=each.lat,
        spot=each.id,
        rank={"objective": OBJECTIVE, "capital": CAPITAL}.get(kind, PLACE),
        about=one_line(f"{each.name}: {', '.join(parts)}"),
    )


def _attacked(scene: Scene, each: Location) -> str:
    """Since when an objective there has been under attack, while that is undecided."""
    states = [
        scene.situation.objectives[objective.id] for objective in scene.scenario.objectives if objective.at == each.id
    ]
    since = [state.attacked for state in states if state.attacked is not None and state.contested]
    return f"under attack since {instant(min(since))}" if since else ""
