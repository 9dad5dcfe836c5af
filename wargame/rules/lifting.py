"""What carries forces, for whom, and how long ports, airfields and railheads take (`docs/model.md` 7.6, 7.7 and 7.11).

A wave is as many carriers of one lift, on one force's stage, as both ends have room for at once: loaded, taken over,
unloaded; then they come back. Several waves are under way at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from wargame.model.doctrine import DeploymentParameters
from wargame.model.nation import ForceKind, Lift, Nation
from wargame.model.scenario import Scenario
from wargame.model.situation import PlaceState
from wargame.model.theatre import Location, Mode
from wargame.rules.agreements import partners

LIFTED: tuple[Mode, ...] = ("air", "sea", "rail")
"""Modes that need lift, unless a force goes that way by itself."""
OWN_WAY: dict[ForceKind, Mode] = {"fighter": "air", "naval": "sea"}
"""Kinds that go by themselves where others need lift."""
WHOLE = PlaceState()


@dataclass(frozen=True, slots=True)
class Fleet:
    """All the lift of one mode that a nation may use, as planners reckon with it: one kind of carrier, its mean."""

    carriers: int
    payload: float
    """Tonnes a carrier and trip."""
    pace: float
    """Speed as a multiple of the mode's planning figure."""

    def waves(self, tonnes: float, room: int) -> "Waves":
        """How it carries so many tonnes, with no more carriers in a wave than `room`."""
        loads = max(1, ceil(tonnes / self.payload))
        carriers = min(self.carriers, loads, room)
        number = ceil(loads / carriers)
        beside = self.carriers // carriers
        return Waves(carriers, (number - 1) // beside, (number - 1) % beside)


@dataclass(frozen=True, slots=True)
class Waves:
    """How a fleet carries something: what the last wave has before it."""

    carriers: int
    """In a wave."""
    rounds: int
    """Times that its carriers have gone and come back before."""
    ahead: int
    """Waves that are loaded before it in its own round."""


ALONE = Fleet(1, float("inf"), 1.0)
"""A force that goes by itself: one load, one trip."""


@dataclass(frozen=True, slots=True)
class Facility:
    """What handles carriers of one mode at a location."""

    slots: float
    """Carriers handled at once: aircraft parked, ships alongside; trains come one after the other."""
    hours: float
    """Each is handled."""

    @property
    def room(self) -> int:
        """Carriers of a wave, at the most."""
        return max(1, int(self.slots))

    def taken(self, carriers: int) -> float:
        """Slots that so many carriers take."""
        return min(float(carriers), self.slots)

    def handling(self, carriers: int) -> float:
        """Hours to handle so many carriers when they take all the slots they can."""
        return self.hours * carriers / self.taken(carriers)


def throughput(parameters: DeploymentParameters, capacity: float, place: PlaceState) -> float:
    """What is left of a location's parking, berths or trains after damage: something always gets through."""
    return max(parameters.throughput_least * capacity, capacity * (1.0 - place.damage))


def facility(
    parameters: DeploymentParameters, mode: Mode, location: Location, loading: bool, place: PlaceState = WHOLE
) -> Facility:
    """How a location handles carriers of a mode; a location that is not made for it handles one at a time.

    An airfield handles `parking x payload x 24 / ground hours x efficiency` tonnes a day.
    """
    match mode:
        case "air":
            slots = throughput(parameters, max(1, location.parking), place)
            return Facility(slots, parameters.ground_hours / parameters.ground_efficiency)
        case "sea":
            slots = throughput(parameters, max(1, location.berths), place)
            return Facility(slots, parameters.load_sea_hours if loading else parameters.unload_sea_hours)
        case "rail":
            return Facility(1.0, 24.0 / throughput(parameters, max(1, location.trains), place))
    return Facility(1.0, 0.0)


def preparing(parameters: DeploymentParameters, mode: Mode) -> float:
    """Hours before the first carriers can leave, however few they are."""
    match mode:
        case "air":
            return parameters.load_air_hours
        case "sea":
            return parameters.load_sea_hours
    return parameters.load_land_hours


def speed(parameters: DeploymentParameters, mode: Mode) -> float:
    """Kilometres an hour with a force on board, by planning figures, halts included."""
    match mode:
        case "air":
            return parameters.speed_air
        case "sea":
            return parameters.speed_sea
        case "rail":
            return parameters.speed_rail / 24
    return parameters.speed_road / 24


def cruise(parameters: DeploymentParameters, mode: Mode) -> float:
    """Kilometres an hour under way; carriers come back empty at this speed."""
    return parameters.cruise_air if mode == "air" else speed(parameters, mode)


def pace_of(parameters: DeploymentParameters, lift: Lift) -> float:
    """A lift's speed as a multiple of what its mode's planning figure takes for granted."""
    return 1.0 if lift.speed is None else lift.speed / cruise(parameters, lift.mode)


def usable(scenario: Scenario, nation: str | None, mode: Mode) -> tuple[tuple[Nation, Lift], ...]:
    """The lift of a mode that serves a nation's forces: its own, and that of its partners in a logistics agreement.

    Largest payload first. Without a nation, all there is.
    """
    sharing = (nation, *partners(scenario, "logistics", nation)) if nation else ()
    found = [
        (each, lift)
        for each in scenario.nations
        for lift in each.lift
        if lift.mode == mode and (nation is None or each.id in sharing)
    ]
    return tuple(sorted(found, key=lambda pair: (-pair[1].payload, pair[1].id)))


def fleet(parameters: DeploymentParameters, lifts: Sequence[Lift]) -> Fleet | None:
    """Lifts as one fleet; None when there are none."""
    carriers = 0
    payload = pace = 0.0
    for lift in lifts:
        carriers += lift.carriers
        payload += lift.carriers * lift.payload
        pace += lift.carriers * pace_of(parameters, lift)
    return Fleet(carriers, payload / carriers, pace / carriers) if carriers else None
