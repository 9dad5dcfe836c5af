"""The state of the world, or of what one seat knows of it: the fold of events (`wargame.model.folding`).

The truth is the fold of every event, a seat's Situation the fold of those it may see, so a replay shows what was
live by construction.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from wargame.model import happenings as happened
from wargame.model.adversary import HybridMeans
from wargame.model.decisions.command import Requirement
from wargame.model.decisions.consultation import MeasureText, PositionKind
from wargame.model.decisions.terms import Rules
from wargame.model.mel import Inject
from wargame.model.nation import Caveat
from wargame.model.scenario import Scenario

MeasureState = Literal["guidance", "silence", "broken", "adopted", "failed"]
"""A measure whose silence was broken can still be narrowed or taken elsewhere, for a while."""
ForceStatus = Literal["home", "notice", "waiting", "loading", "moving", "arrived", "capable", "refused"]
InjectStatus = Literal["waiting", "held", "fired", "skipped"]
MOVABLE: frozenset[ForceStatus] = frozenset({"home", "capable", "refused"})
"""A force can be ordered to move under national command while it is in one of these."""
MandateState = Literal["sought", "granted", "refused"]
PermissionState = Literal["asked", "given", "refused"]
ConsentState = Literal["asked", "granted", "refused"]
SanitisedState = Literal["begun", "ready"]


@dataclass(slots=True)
class Words:
    """What the adversary makes of one ally's words alone, beside what it makes of all allies'."""

    value: float
    """Logits, at `since`."""
    since: int
    wearing: bool
    """Whether it wears: the ally is committed and has no forces behind its word."""


@dataclass(slots=True)
class AdversaryState:
    """The adversary as it is; only the adversary's own seat and EXCON ever fold this."""

    type: str
    objective: str
    rung: int
    since: int
    mobilisation: float
    """M at `since`."""
    words: float = 0.0
    """b, belief in the words of all allies, at `words_since`."""
    words_since: int = 0
    own_words: dict[str, Words] = field(default_factory=dict)
    """By ally: what is believed of it alone."""
    resolve: float | None = None
    """r at its last decision."""
    hybrid: float = 0.0
    """y, level of its hybrid attacks, at `hybrid_since`."""
    hybrid_since: int = 0
    feint_until: int = 0
    """Until when it feigns preparations."""
    climbed: int | None = None
    """When it last went up the ladder."""
    mediated: int | None = None
    """When mediators last brought it down the ladder."""
    commanded: bool = False
    """Whether a seat plays it."""
    over: bool = False
    """Whether the crisis is over."""
    at_war: bool = False
    top: int = 0
    """Highest rung so far."""


@dataclass(slots=True)
class ReportState:
    """A report as its holder has it."""

    event: int
    received: int
    body: happened.ReportReceived
    released_to: tuple[str, ...] = ()
    consents: dict[str, ConsentState] = field(default_factory=dict)
    """By recipient: what its originator says to passing it on."""
    sanitised: SanitisedState | None = None
    """Whether a version that hides its source is being prepared, or is ready."""
    published: bool = False
    disproved: int | None = None
    """When it came out that there was nothing to it."""


@dataclass(slots=True)
class Picture:
    """What one nation's intelligence staff holds to be the case."""

    reports: dict[str, ReportState] = field(default_factory=dict)
    log_odds: tuple[float, ...] = ()
    """Of each hypothesis against routine, the national estimate; empty before the first assessment."""
    services: tuple[tuple[float, ...], ...] = ()
    """The same of each service, in the order of SERVICES."""
    assessed: int = 0
    warned: int | None = None
    """Event of the last warning."""
    warnings: int = 0
    false_warnings: int = 0
    """Warnings that came to nothing."""
    stated: list[tuple[int, float]] = field(default_factory=list)
    tasked: dict[str, str] = field(default_factory=dict)
    """By discipline: the indicator that it watches for first."""
    leaks: list[tuple[int, str]] = field(default_factory=list)
    """Leaks of its own reports that it found out: when, and of which discipline."""


@dataclass(slots=True)
class RequestState:
    """A request for information, as the asking and the asked seat have it."""

    event: int
    by: str
    to: str
    about: str
    """Category of indicators."""
    question: str | None
    asked: int
    deadline: int
    reports: int | None = None
    """Reports released in answer, once it is closed."""

    @property
    def open(self) -> bool:
        """Whether it can still be answered."""
        return self.reports is None


@dataclass(slots=True)
class Disclosure:
    """Something that the world was told has been seen."""

    time: int
    by: str
    """A nation, or `media`."""
    indicator: str
    disproved: int | None = None


class Grant(NamedTuple):
    """Something that a movement takes leave for."""

    what: happened.GrantKind
    by: str
    """Nation or third party that gives it; empty for a border that belongs to nobody named."""
    at: str
    """Location: of access, the place to be used; of transit only when nobody is named, where the leg ends."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """What one member did to win another over for a measure."""

    by: str
    weight: float
    """Added to what the other gains from the measure; below 0 against it."""
    payment: bool = False
    """Whether it is a side payment, which binds."""


@dataclass(slots=True)
class MeasureProgress:
    """A measure on its way through the council and into the field."""

    id: str
    by: str
    text: MeasureText
    tabled: int
    event: int
    state: MeasureState = "guidance"
    silence_hours: float | None = None
    silence_until: int | None = None
    positions: dict[str, PositionKind] = field(default_factory=dict)
    caveats: dict[str, tuple[Caveat, ...]] = field(default_factory=dict)
    """By nation: what it reserves for its forces in this measure."""
    circle: tuple[str, ...] = ()
    """The smaller circle that decides it, once it has been taken there; empty for the whole council."""
    legitimacy: float = 1.0
    """Falls when it is decided in a smaller circle."""
    delegated: bool = False
    """Whether the commander ordered it on authority delegated in advance."""
    broken: int | None = None
    """Event of the last break of its silence."""
    narrowed: bool = False
    """Whether its text has been narrowed after a break."""
    lobbied: dict[str, list[Pressure]] = field(default_factory=dict)
    """By nation: what others did to win it over."""
    payments: list[happened.SidePaymentPromised] = field(default_factory=list)
    """Side payments that are promised and not yet due."""
    hastened: dict[str, int] = field(default_factory=dict)
    """By nation that pressed its cabinet or parliament: when it decides at the latest."""
    asked_time: set[str] = field(default_factory=set)
    decided: int | None = None
    """When it was adopted or failed."""
    unanimous: bool = False
    """Whether it was adopted with nobody abstaining."""
    warned: int | None = None
    """When the activation warning was issued."""
    lines: tuple[Requirement, ...] = ()
    """Statement of requirements; without one any force counts."""
    round: int = 0
    """Of force generation."""
    filled: int | None = None
    """When offers filled every line of it."""
    offers: list[str] = field(default_factory=list)
    """Forces on offer."""
    mandates: dict[str, MandateState] = field(default_factory=dict)
    activated: int | None = None
    accepted: float = 0.0
    """Brigade equivalents activated."""
    capable: float = 0.0
    """Brigade equivalents capable."""
    met: int | None = None
    """When its requirement was met."""

    @property
    def open(self) -> bool:
        """Whether the council has still to decide."""
        return self.state in ("guidance", "silence")

    @property
    def required(self) -> float:
        """Brigade equivalents that meet the requirement: what was asked for, or what was accepted short of it."""
        return min(self.text.strength or 0.0, self.accepted)


@dataclass(slots=True)
class Council:
    """The alliance's council."""

    called: int | None = None
    """Event of the call that is still being convened."""
    convened: int | None = None
    """Event of the last convening; measures can be tabled from then on."""
    convened_at: int | None = None
    monitored_until: int | None = None
    """Until when the members have agreed to watch more closely."""
    measures: dict[str, MeasureProgress] = field(default_factory=dict)


@dataclass(slots=True)
class ForceState:
    """Where an allied force is and what it is doing."""

    nation: str
    at: str
    status: ForceStatus = "home"
    offered: str | None = None
    """The measure it is offered to."""
    readied: int | None = None
    activated: int | None = None
    caveats: tuple[Caveat, ...] = ()
    """What its nation reserves for it."""
    line: int | None = None
    """Line of the statement of requirements that it was activated for, from 0."""
    destination: str | None = None
    """Where it has been ordered to, until it is there or refused."""
    national: bool = False
    """Whether it moves, or moved last, under national command."""
    bound_for: str | None = None
    due: int | None = None
    """When the leg it is on ends, as planned."""
    effective: float = 0.0
    """Brigade equivalents it is worth in the field, once capable."""


@dataclass(slots=True)
class PlaceState:
    """What has become of a location."""

    damage: float = 0.0
    """Share of its throughput (parking, berths, trains) that is lost; 0 when it is whole."""


@dataclass(slots=True)
class TrustState:
    """What one nation has come to think of another's word: a Beta reputation that fades toward where it began."""

    alpha: float
    """Weight of promises kept, at `since`."""
    beta: float
    """Weight of promises broken, at `since`."""
    since: int
    gained: int | None = None
    """When it last gained."""


@dataclass(slots=True)
class OfferState:
    """An offer of one side to the other."""

    body: happened.OfferMade
    made: int
    event: int
    """In the log of whoever folds this."""
    answered: int | None = None
    accepted: bool = False

    def stands(self, time: int) -> bool:
        """Whether it can still be answered."""
        return self.answered is None and time < self.body.until


@dataclass(slots=True)
class ChannelState:
    """A back channel between a seat of the alliance and an adversary."""

    seat: str
    adversary: str
    opened: int
    leaked: bool = False


@dataclass(slots=True)
class MediatorState:
    """A third party that was asked to mediate."""

    adversary: str
    agrees: bool | None = None
    """None until it has answered."""


@dataclass(slots=True)
class Talks:
    """What has been said between the two sides."""

    channels: list[ChannelState] = field(default_factory=list)
    offers: dict[str, OfferState] = field(default_factory=dict)
    assurances: list[tuple[int, happened.Assured]] = field(default_factory=list)
    mediators: dict[str, MediatorState] = field(default_factory=dict)
    """By third party."""

    def channel(self, seat: str, adversary: str) -> ChannelState | None:
        return next((each for each in self.channels if (each.seat, each.adversary) == (seat, adversary)), None)


@dataclass(slots=True)
class Engagement:
    """The rules of engagement that have been set."""

    nations: dict[str, Rules] = field(default_factory=dict)
    forces: dict[str, Rules] = field(default_factory=dict)


@dataclass(slots=True)
class ObjectiveState:
    """What has become of an objective."""

    attacked: int | None = None
    held: float = 0.0
    conceded: float = 0.0
    """Share of its value given to the adversary without a fight."""
    decided: int | None = None


@dataclass(slots=True)
class IncidentState:
    """A disruption as its victim knows it."""

    event: int
    time: int
    means: HybridMeans
    at: str | None
    bite: float
    over: int | None = None
    found: str | None = None
    """Whom the services hold responsible, once `confidence` is there; None for nobody."""
    confidence: float | None = None
    accused: str | None = None
    """Whom the government named in public."""


@dataclass(slots=True)
class Errand:
    """What keeps a force from being offered or moved: defending networks, repairing, relief."""

    task: Literal["networks", "repair", "relief"]
    about: str
    """Nation, or location of a repair."""
    since: int


@dataclass(slots=True)
class SanctionState:
    """A nation's sanctions against one adversary."""

    share: float
    """Of its trade with the adversary that is stopped."""
    since: int
    bite: float
    """Share that was felt at `since`; from there it moves to `share`."""


@dataclass(slots=True)
class NationState:
    """How things stand at home; a seat knows its own nation's, of others what the scenario says."""

    support: float
    """Domestic support at `support_since`; it returns to the nation's base from there."""
    support_since: int = 0
    spent: float = 0.0
    """Money spent on the crisis so far, in million, full alert apart."""
    resilience: float = 0.0
    """At `resilience_since`; it grows to `resilience_aim` from there."""
    resilience_aim: float = 0.0
    resilience_since: int = 0
    incidents: dict[str, IncidentState] = field(default_factory=dict)
    """Disruptions it met with, by its own labels."""
    sanctions: dict[str, SanctionState] = field(default_factory=dict)
    """By adversary."""
    displaced: int = 0
    """People it has taken in."""
    helped_by: list[str] = field(default_factory=list)
    """Forces that bring relief there."""
    aided: float = 0.0
    """Million that patrons of the alliance have paid for it."""


@dataclass(slots=True)
class Watch:
    """Whether the alliance's forces stand at full alert, and how tired that has made them."""

    full: bool = False
    since: int = 0
    """Since when they have, or have not."""
    tired: float = 0.0
    """Readiness lost, at `since`."""
    stood: int = 0
    """Seconds at full alert before `since`."""


@dataclass(slots=True)
class InjectState:
    """An item of the master events list in play; only exercise control folds it."""

    inject: Inject
    state: InjectStatus = "waiting"
    due: int | None = None
    """When it comes, of one that follows an occasion, once that has happened."""


@dataclass(slots=True)
class Overruled:
    """A rating that exercise control gave in the place of the one derived from the log."""

    event: int
    outcome: str
    reason: str


@dataclass(slots=True)
class Battle:
    """The fighting for an objective."""

    event: int
    """The attack."""
    began: int
    committed: list[str] = field(default_factory=list)
    """Forces that their governments sent into it."""
    engaged: dict[str, int] = field(default_factory=dict)
    """Since when each allied force has been fighting."""
    attacking: dict[str, int] = field(default_factory=dict)
    """Since when each has been counter-attacking."""
    offered: dict[happened.Side, int] = field(default_factory=dict)
    """When each side offered a cease-fire that stands."""


@dataclass(slots=True)
class Situation:
    """Everything that is the case, or that one seat knows to be."""

    time: int = 0
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
