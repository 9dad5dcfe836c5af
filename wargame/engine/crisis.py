"""A whole crisis: one world with every process in it, and the hands that a session drives it by."""

from wargame.engine.attribution import Attribution
from wargame.engine.bonds import Bonds
from wargame.engine.combat import Combat
from wargame.engine.consultation import Consultation
from wargame.engine.deployment import Deployment
from wargame.engine.disruption import Disruption
from wargame.engine.economy import Economy
from wargame.engine.engagement import Engagement
from wargame.engine.errands import Errands
from wargame.engine.friction import Friction
from wargame.engine.home_front import HomeFront
from wargame.engine.honour import Honour
from wargame.engine.intelligence import Intelligence
from wargame.engine.mel import Mel
from wargame.engine.red import RedSeat
from wargame.engine.relief import Relief
from wargame.engine.seats import Seats
from wargame.engine.talks import Talks
from wargame.engine.third_parties import ThirdParties
from wargame.engine.threat import Threat
from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    EndReason,
    ExerciseEnded,
    ExerciseStarted,
    HorizonReached,
    ObjectiveDecided,
    TurnBegan,
)
from wargame.model.scenario import Scenario
from wargame.rules.deadlines import turn_hours


class Crisis:
    """A scenario brought to life with a seed; everything at STARTEX has happened when it is made."""

    def __init__(self, scenario: Scenario, seed: int, run: int = 0) -> None:
        self.world = World(scenario, seed, run)
        self.seats = Seats(self.world)
        self.decided: Event | None = None
        """The end of the fighting, once it has come."""
        Consultation(self.world)
        Bonds(self.world)
        Deployment(self.world)
        Intelligence(self.world)
        Disruption(self.world)
        Attribution(self.world)
        Errands(self.world)
        HomeFront(self.world)
        minds = [Threat(self.world, adversary) for adversary in scenario.adversaries]
        for adversary in scenario.adversaries:
            Friction(self.world, adversary)
        RedSeat(self.world, minds)
        Talks(self.world)
        Engagement(self.world)
        Relief(self.world)
        Economy(self.world)
        ThirdParties(self.world)
        Honour(self.world)
        Combat(self.world)
        Mel(self.world)
        self.world.when(ObjectiveDecided, self.note_decided)
        self.started = self.world.emit(ExerciseStarted(), None, EVERYONE)
        self.world.run_to(0, stop_at_flash=False)

    def note_decided(self, event: Event, body: ObjectiveDecided) -> None:
        self.decided = event

    def begin_turn(self, turn: int) -> None:
        """A turn's edge: everything before it has happened, decisions come next."""
        self.world.emit(TurnBegan(turn=turn), None, EVERYONE)
        self.world.turn_ends = self.natural_edge

    def run_turn(self, edge: int | None = None) -> int:
        """The turn's orders are given: run to its own end or a flash event, or to `edge`; returns when it stopped."""
        ends = self.world.turn_ends = self.natural_edge  # whatever ends it, so that a record plays again alike
        if edge is None:
            return self.world.run_to(ends)
        return self.world.run_to(min(edge, self.limit), stop_at_flash=False)

    @property
    def natural_edge(self) -> int:
        """A turn is as long as the alert level declared, known to all, makes it, and EXCON's word, heard by all."""
        situation = self.world.situation
        hours = turn_hours(self.world.scenario.pace, situation.alert) + self.seats.extended
        return min(situation.turn_began + seconds(hours), self.limit)

    @property
    def limit(self) -> int:
        """The last instant of play, or after ENDEX the horizon."""
        scenario = self.world.scenario
        return round((scenario.last_day if self.world.situation.ended is None else scenario.horizon) * DAY)

    def end_play(self, reason: EndReason) -> None:
        """ENDEX."""
        causes = {"objective_decided": self.decided, "excon": self.seats.end_called}
        cause = causes.get(reason) or self.world.turn_event
        self.world.emit(ExerciseEnded(reason=reason), cause, EVERYONE)

    def reach_horizon(self) -> None:
        """The instant of judgement."""
        self.world.emit(HorizonReached(), None, EVERYONE)
