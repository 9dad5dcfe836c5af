"""The state of the world, or of what one seat knows of it: the fold of events (`wargame.model.folding`).

The truth is the fold of every event, a seat's Situation the fold of those it may see, so a replay shows what was
live by construction. Each family's part of the state is a file.
"""

from dataclasses import dataclass, field
from typing import Literal

from wargame.model.scenario import Scenario
from wargame.model.situation.bonds import TrustState
from wargame.model.situation.combat import Battle, Engagement, ObjectiveState
from wargame.model.situation.consultation import Council, MandateState, MeasureProgress, MeasureState, Pressure
from wargame.model.situation.deployment import MOVABLE, ForceState, ForceStatus, Grant, PermissionState, PlaceState
from wargame.model.situation.excon import InjectState, InjectStatus, Overruled
from wargame.model.situation.home_front import Errand, IncidentState, NationState, SanctionState, Watch
from wargame.model.situation.intelligence import (
    ConsentState,
    Disclosure,
    Picture,
    ReportState,
    RequestState,
    SanitisedState,
)
from wargame.model.situation.talks import ChannelState, MediatorState, OfferState, Talks
from wargame.model.situation.threat import AdversaryState, Words

__all__ = [
    "MOVABLE",
    "AdversaryState",
    "Battle",
    "ChannelState",
    "ConsentState",
    "Council",
    "Disclosure",
    "Engagement",
    "Errand",
    "ForceState",
    "ForceStatus",
    "Grant",
    "IncidentState",
    "InjectState",
    "InjectStatus",
    "MandateState",
    "MeasureProgress",
    "MeasureState",
    "MediatorState",
    "NationState",
    "ObjectiveState",
    "OfferState",
    "Overruled",
    "PermissionState",
    "Picture",
    "PlaceState",
    "Pressure",
    "ReportState",
    "RequestState",
    "SanctionState",
    "SanitisedState",
    "Situation",
    "Talks",
    "TrustState",
    "Watch",
    "Words",
    "opening",
]


@dataclass(slots=True)
class Situation:
    """Everything that is the case, or that one seat knows to be."""

    time: int = 0
    number: int = 0
    """Of the last event in the log that it is the fold of: how many have been folded."""
    turn: int = 0
    turn_began: int = 0
    ended: str | None = None
    """Why play ended, once it has."""
    over: bool = False
    """Whether the horizon has been reached."""
    alert: int = 0
    adversaries: dict[str, AdversaryState] = field(default_factory=dict)
    objectives: dict[str, ObjectiveState] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    requests: dict[str, RequestState] = field(default_factory=dict)
    """The last request for information of each asker to each nation on each subject, open or closed, by all three."""
    disclosed: list[Disclosure] = field(default_factory=list)
    council: Council = field(default_factory=Council)
    talks: Talks = field(default_factory=Talks)
    engagement: Engagement = field(default_factory=Engagement)
    wedged: dict[str, int] = field(default_factory=dict)
    """By ally: how often the adversary has tried to part it from the others."""
    forces: dict[str, ForceState] = field(default_factory=dict)
    places: dict[str, PlaceState] = field(default_factory=dict)
    """Every location of the theatre."""
    permissions: dict[tuple[str, Grant], PermissionState] = field(default_factory=dict)
    """By the nation that needs it, and what it needs."""
    lift_priority: tuple[str, ...] = ()
    """Forces that lift serves first, first to last."""
    port_priority: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By location: forces that it handles first, first to last."""
    capital: dict[str, tuple[float, int]] = field(default_factory=dict)
    """Political capital left, and since when it has been growing again."""
    committed: dict[str, int] = field(default_factory=dict)
    """Since when a nation has been publicly committed."""
    statements: int = 0
    announced: list[tuple[int, str, float]] = field(default_factory=list)
    """Reinforcements the world was told of: when, where, brigade equivalents."""
    messages: list[tuple[int, str]] = field(default_factory=list)
    failures: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Decisions that came to nothing: when, whose, which, why."""
    clashes: int = 0
    trust: dict[str, dict[str, TrustState]] = field(default_factory=dict)
    """By holder, then by whom it trusts: where promises have been kept or broken. Read it with `rules.bonds`."""
    mediated: dict[str, int] = field(default_factory=dict)
    """By pair of members, in the scenario's order and joined by a stroke: since when their dispute is mediated."""
    honoured: dict[str, bool] = field(default_factory=dict)
    battles: dict[str, Battle] = field(default_factory=dict)
    """By objective."""
    nations: dict[str, NationState] = field(default_factory=dict)
    watch: Watch = field(default_factory=Watch)
    patrons: dict[str, Literal["backs", "restrains"]] = field(default_factory=dict)
    """What patrons of an adversary that fights do."""
    undermined: dict[str, str] = field(default_factory=dict)
    """By adversary: the patron that helps it to bear sanctions."""
    errands: dict[str, Errand] = field(default_factory=dict)
    """By force."""
    mel: dict[str, InjectState] = field(default_factory=dict)
    overruled: dict[str, Overruled] = field(default_factory=dict)
    """By training objective."""

    @property
    def attacked(self) -> bool:
        """Whether any objective has been attacked."""
        return any(each.attacked is not None for each in self.objectives.values())

    @property
    def fighting(self) -> bool:
        """Whether any objective is fought for."""
        return any(each.contested for each in self.objectives.values())


def opening(scenario: Scenario) -> Situation:
    """The situation before STARTEX: what the scenario, or a seat's redaction of it, says."""
    situation = Situation()
    for location in scenario.theatre.locations:
        situation.places[location.id] = PlaceState()
    for inject in scenario.mel:
        situation.mel[inject.id] = InjectState(inject)
    for objective in scenario.objectives:
        situation.objectives[objective.id] = ObjectiveState()
    for nation in scenario.nations:
        situation.nations[nation.id] = NationState(
            support=nation.support, resilience=nation.resilience, resilience_aim=nation.resilience
        )
        for force in nation.forces:
            situation.forces[force.id] = ForceState(nation=nation.id, at=force.at, caveats=force.caveats)
    return situation
