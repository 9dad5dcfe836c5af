"""Strategic lift and the places that handle it: what is contended, and who goes first (`docs/model.md` 7.7 and 7.11).

A shipment is one stage of one force. Whatever lift is free takes of it what it can, in waves no larger than both ends
have room for; every wave is loaded, goes, is unloaded and comes back for the next shipment that waits.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil, inf

import simpy

from wargame.engine.world import World
from wargame.model.clock import seconds
from wargame.model.event import Event
from wargame.model.happenings import ReliefSent
from wargame.model.nation import Lift
from wargame.model.theatre import Mode
from wargame.rules.lifting import Facility, cruise, facility, pace_of, speed, usable
from wargame.rules.movement import Stage


@dataclass(slots=True, eq=False)
class Shipment:
    """A force's stage on lift."""

    force: str
    stage: Stage
    lifts: tuple[Lift, ...]
    """What may carry it, the best first."""
    pace: float
    """How many times what planning figures say everything takes."""
    share: float
    """Of the loading time; less than 1 for a force that is based forward."""
    needed: float
    """When the force is needed, seconds after STARTEX."""
    began: simpy.Event
    """Lift has been found: with the event that set it free, None when it had not been waited for."""
    left: simpy.Event
    """The first wave has left."""
    landed: simpy.Event
    """The last wave is unloaded."""
    told: Event
    """The newest event of the force's."""
    room: int = 1
    """Carriers of a wave, at the most."""
    since: int = 0
    """When it began to load."""
    order: int = 0
    remaining: float = 0.0
    """Tonnes that no lift has taken yet."""
    under_way: int = 0
    """Waves."""


@dataclass(slots=True, eq=False)
class Wave:
    """Carriers of one lift that carry a part of a shipment together."""

    shipment: Shipment
    lift: Lift
    carriers: int
    first: bool


@dataclass(slots=True)
class Waiting:
    """A wave that wants to be handled at a place."""

    wave: Wave
    order: int
    then: Callable[[Wave], None]


@dataclass(slots=True)
class Terminal:
    """A place as a facility for one mode, loading or unloading: its queue and what is being handled."""

    place: str
    mode: Mode
    loading: bool
    taken: float = 0.0
    """Slots."""
    queue: list[Waiting] = field(default_factory=list)


class Lifts:
    """All the lift and all the terminals of a theatre."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.deployment
        self.places = {location.id: location for location in world.scenario.theatre.locations}
        self.free = {lift.id: lift.carriers for nation in world.scenario.nations for lift in nation.lift}
        self.freed: dict[str, Event] = {}
        """By lift: the newest event of the force that set it free last."""
        self.waiting: list[Shipment] = []
        self.terminals: dict[tuple[str, Mode, bool], Terminal] = {}
        self.asked = 0
        self.tonnes = {force.id: force.tonnes for nation in world.scenario.nations for force in nation.forces}
        world.when(ReliefSent, self.lend)

    # --- carriers --------------------------------------------------------------------------------------------

    def ship(self, shipment: Shipment) -> None:
        """Carry a shipment; its events tell when it begins, leaves and has landed."""
        self.asked += 1
        shipment.order, shipment.remaining = self.asked, shipment.stage.tonnes
        leg = shipment.stage.leg
        ends = ((self.places[leg.start], True), (self.places[leg.end], False))
        shipment.room = min(facility(self.parameters, leg.mode, place, loading).room for place, loading in ends)
        self.waiting.append(shipment)
        self.assign()

    def assign(self) -> None:
        """Free carriers go to the shipments that wait, the most urgent first."""
        for shipment in sorted(self.waiting, key=self.urgency):
            for lift in shipment.lifts:
                while shipment.remaining > 0.0 and self.free[lift.id]:
                    self.start(shipment, lift)
        self.waiting = [shipment for shipment in self.waiting if shipment.remaining > 0.0]

    def urgency(self, shipment: Shipment) -> tuple[int, float, int]:
        """The commander's priority, then when it is needed, then who asked first."""
        return rank(self.world.situation.lift_priority, shipment.force), shipment.needed, shipment.order

    def start(self, shipment: Shipment, lift: Lift) -> None:
        carriers = min(self.free[lift.id], ceil(shipment.remaining / lift.payload), shipment.room)
        self.free[lift.id] -= carriers
        shipment.remaining = max(0.0, round(shipment.remaining - carriers * lift.payload, 6))
        shipment.under_way += 1
        first = not shipment.began.triggered
        if first:
            shipment.since = self.world.now
            shipment.began.succeed(self.freed.get(lift.id))
        wave = Wave(shipment, lift, carriers, first)
        self.handle(wave, shipment.stage.leg.start, True, self.loaded)

    def loaded(self, wave: Wave) -> None:
        """Nothing leaves before the force is prepared, be its carriers loaded sooner."""
        shipment = wave.shipment
        ready = shipment.since + seconds(shipment.stage.preparing * shipment.pace)
        self.world.call(max(0, ready - self.world.now), self.leave, wave)

    def leave(self, wave: Wave) -> None:
        shipment, leg = wave.shipment, wave.shipment.stage.leg
        if wave.first:
            shipment.left.succeed()
        pace = speed(self.parameters, leg.mode) * pace_of(self.parameters, wave.lift)
        self.world.call(seconds(leg.km / pace * shipment.pace), self.reach, wave)

    def reach(self, wave: Wave) -> None:
        self.handle(wave, wave.shipment.stage.leg.end, False, self.unloaded)

    def unloaded(self, wave: Wave) -> None:
        shipment, leg = wave.shipment, wave.shipment.stage.leg
        shipment.under_way -= 1
        if not shipment.under_way and not shipment.remaining:
            shipment.landed.succeed()
        pace = cruise(self.parameters, leg.mode) * pace_of(self.parameters, wave.lift)
        self.world.call(seconds(leg.km / pace * shipment.pace), self.come_back, wave)

    def come_back(self, wave: Wave) -> None:
        self.free[wave.lift.id] += wave.carriers
        self.freed[wave.lift.id] = wave.shipment.told
        if self.waiting:
            self.assign()

    def lend(self, event: Event, body: ReliefSent) -> None:
        """Relief takes the carriers it needs from those that are free, until it is there."""
        for mode in body.modes:
            lift = next(
                (lift for _, lift in usable(self.world.scenario, body.nation, mode) if self.free[lift.id]), None
            )
            if lift is not None:
                carriers = min(self.free[lift.id], ceil(self.tonnes[body.force] / lift.payload))
                self.free[lift.id] -= carriers
                self.world.call(body.due - self.world.now, self.give_back, lift, carriers, event)

    def give_back(self, lift: Lift, carriers: int, sent: Event) -> None:
        self.free[lift.id] += carriers
        self.freed[lift.id] = sent
        if self.waiting:
            self.assign()

    # --- terminals -------------------------------------------------------------------------------------------

    def handle(self, wave: Wave, place: str, loading: bool, then: Callable[[Wave], None]) -> None:
        """Load or unload a wave as soon as the place has room for it."""
        key = place, wave.shipment.stage.leg.mode, loading
        terminal = self.terminals.get(key)
        if terminal is None:
            terminal = self.terminals[key] = Terminal(*key)
        self.asked += 1
        terminal.queue.append(Waiting(wave, self.asked, then))
        self.admit(terminal)

    def admit(self, terminal: Terminal) -> None:
        """Those first in the queue for whom there is room."""
        first = self.world.situation.port_priority.get(terminal.place, ())
        while terminal.queue:
            port = self.facility(terminal)
            waiting = min(terminal.queue, key=lambda each: (rank(first, each.wave.shipment.force), each.order))
            wave = waiting.wave
            slots = port.taken(wave.carriers)
            if terminal.taken and terminal.taken + slots > port.slots:
                return
            terminal.queue.remove(waiting)
            terminal.taken = round(terminal.taken + slots, 6)
            share = wave.shipment.share if terminal.loading else 1.0
            hours = port.handling(wave.carriers) * wave.shipment.pace * share
            self.world.call(seconds(hours), self.done, terminal, slots, waiting)

    def facility(self, terminal: Terminal) -> Facility:
        """A place as it is now, with what damage left of it."""
        location, state = self.places[terminal.place], self.world.situation.places[terminal.place]
        return facility(self.parameters, terminal.mode, location, terminal.loading, state)

    def done(self, terminal: Terminal, slots: float, waiting: Waiting) -> None:
        terminal.taken = round(terminal.taken - slots, 6)
        waiting.then(waiting.wave)
        self.admit(terminal)


def rank(priority: tuple[str, ...], force: str) -> int:
    """Place in a list of priorities; what is not named comes after all that is."""
    return priority.index(force) if force in priority else len(priority)


UNHURRIED = inf
"""When a force is needed for which nobody stated it."""
