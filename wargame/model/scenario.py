"""A scenario: everything that is given before the first turn. It is inert; the engine reads it, nothing changes it."""

from typing import Annotated, Final, Literal

from wargame.model.adversary import Adversary
from wargame.model.doctrine import Doctrine
from wargame.model.fields import Days, Identifier, Known, Pattern, Probability, Span, Words, record
from wargame.model.guide import Guide
from wargame.model.mel import Inject
from wargame.model.nation import Discipline, Nation
from wargame.model.theatre import Theatre
from wargame.model.training import TrainingObjective

FORMAT: Final = "wargame-scenario"
VERSION: Final = 1

Moment = Annotated[str, Pattern(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$", 20)]
DecisionRule = Literal["consensus", "qualified_majority", "delegated", "lead_nation"]
AgreementKind = Literal[
    "mutual_defence",
    "consultation",
    "intelligence_sharing",
    "logistics",
    "technology_transfer",
    "joint_training",
    "cyber_defence",
    "counter_terrorism",
    "humanitarian",
    "common_funding",
    "trade_investment",
]
Tier = Literal["inner_circle", "bilateral", "alliance_wide"]
"""How close an intelligence-sharing agreement is; it sets the release delay."""
MeasureKind = Literal[
    "statement",
    "monitor",
    "heighten_readiness",
    "activate_forces",
    "deploy",
    "collective_defence",
    "sanctions",
    "attribution",
    "offer_to_adversary",
    "stand_down",
]
Category = Literal["troop_movement", "logistics", "leadership", "cyber", "information", "diplomatic", "economic"]
Hypothesis = Literal["routine", "exercise", "coercion", "limited_attack", "major_attack"]
HYPOTHESES: tuple[Hypothesis, ...] = ("routine", "exercise", "coercion", "limited_attack", "major_attack")
ATTACK_HYPOTHESES: frozenset[str] = frozenset({"limited_attack", "major_attack"})


@record
class Objective:
    """Something the adversary may want: a place, its owner, and what it counts for in the outcome."""

    id: Identifier
    name: Words
    at: Identifier
    """Location."""
    owner: Identifier
    """The nation it belongs to."""
    weight: Probability = 1.0
    """Its share of the outcome; the shares of all objectives sum to 1."""
    defence: Annotated[float, Span(0, 100, "BE")] = 1.5
    """What stands there to defend it at STARTEX, D_target of `docs/model.md` 4.3."""


@record
class Alliance:
    """The alliance: who belongs to it and how it decides."""

    id: Identifier
    name: Words
    members: tuple[Identifier, ...]
    headquarters: Identifier
    """Location."""
    decision_rule: DecisionRule = "consensus"
    silence: Annotated[float, Span(6, 72, "h")] = 24.0
    """How long the silence procedure runs unless the Secretary-General sets another deadline."""
    plans: tuple[MeasureKind, ...] = ()
    """Measures prepared in advance by standing plans: guidance on them comes sooner."""
    delegated: Annotated[tuple[MeasureKind, ...], Known.ALLIES] = ()
    """Measures that standing plans leave to the commander, who may order them without the council."""
    lead: Identifier | None = None
    """The member that decides where the rule is `lead_nation`."""
    fund: Annotated[float, Span(0, 1_000_000, "million")] = 0.0
    """Common fund. Told only: no rule reads it."""


@record
class Agreement:
    """A treaty in force at STARTEX."""

    id: Identifier
    kind: AgreementKind
    parties: tuple[Identifier, ...]
    tier: Annotated[Tier, Known.ALLIES] = "bilateral"
    """Of intelligence sharing."""
    clarity: Probability = 0.5
    """Of mutual defence: how plainly the obligation is worded."""


@record
class Relation:
    """What two members have with each other at STARTEX."""

    parties: tuple[Identifier, Identifier]
    trust: Probability = 0.6
    """Of each in the other."""
    dispute: Probability = 0.0
    """How bitter their own dispute is; 0 for none."""


@record
class ThirdParty:
    """A state or body outside the alliance, played by the computer."""

    id: Identifier
    name: Words
    kind: Literal["neutral", "patron", "united_nations"]
    """A neutral grants or denies transit; a patron stands behind one side; the United Nations mediate."""
    leaning: Annotated[float, Span(-1, 1, "1 for the alliance, -1 for the adversary"), Known.UMPIRE] = 0.0


@record
class Rates:
    """How many times a day an indicator is expected while each hypothesis is true."""

    routine: Annotated[float, Span(0.0001, 50, "a day")]
    exercise: Annotated[float, Span(0.0001, 50, "a day")]
    coercion: Annotated[float, Span(0.0001, 50, "a day")]
    limited_attack: Annotated[float, Span(0.0001, 50, "a day")]
    major_attack: Annotated[float, Span(0.0001, 50, "a day")]


@record
class Indicator:
    """One line of the indications-and-warning list: something that can be seen, and what it would mean."""

    id: Identifier
    text: Words
    category: Category
    discipline: Discipline
    """The kind of sensor that can see it."""
    rates: Rates
    forces: Annotated[tuple[Identifier, ...], Known.UMPIRE] = ()
    """For a movement of troops: the adversary's formations that the text is about; any of them if none is named."""


@record
class Brief:
    """What a seat reads before it plays."""

    seat: Identifier
    text: Annotated[Words, Known.OWNER] = "-"


@record
class Pace:
    """How long a turn lasts at each alert level the alliance has declared, lowest first."""

    normal: Annotated[float, Span(1, 24 * 60, "h")] = 48.0
    guarded: Annotated[float, Span(1, 24 * 60, "h")] = 24.0
    high: Annotated[float, Span(1, 24 * 60, "h")] = 12.0
    full: Annotated[float, Span(1, 24 * 60, "h")] = 6.0


@record
class Length:
    """One of the lengths in which a scenario can be played: another pace, and another last day if need be."""

    id: Identifier
    """As in `--length half`; the customary ones are `short` (90 minutes), `half` (half a day) and `full` (a day)."""
    title: Words
    turns: Annotated[int, Span(1, 1000)]
    """About how many turns it takes."""
    pace: Pace
    last_day: Days
    horizon: Days | None = None
    """Without one, the scenario's own."""


@record
class Scenario:
    """A crisis to be played."""

    format: Literal["wargame-scenario"] = FORMAT
    version: Literal[1] = VERSION
    id: Identifier
    title: Words
    synopsis: Words
    startex: Moment
    """When the exercise clock starts, UTC."""
    last_day: Days
    """Days after STARTEX at which play ends (ENDEX) at the latest."""
    horizon: Days
    """Days after STARTEX at which outcomes are judged; from ENDEX on computer players sit in every seat."""
    pace: Pace
    theatre: Theatre
    nations: tuple[Nation, ...]
    alliance: Alliance
    adversaries: tuple[Adversary, ...]
    objectives: tuple[Objective, ...]
    indicators: tuple[Indicator, ...]
    agreements: tuple[Agreement, ...] = ()
    relations: Annotated[tuple[Relation, ...], Known.ALLIES] = ()
    """Pairs of members that are not named have the defaults of a relation."""
    third_parties: tuple[ThirdParty, ...] = ()
    briefs: tuple[Brief, ...] = ()
    mel: Annotated[tuple[Inject, ...], Known.UMPIRE] = ()
    """Master events list."""
    training: Annotated[tuple[TrainingObjective, ...], Known.UMPIRE] = ()
    """What the exercise is held for."""
    guides: tuple[Guide, ...] = ()
    """What beginners are told step by step, for a seat each; the first one's seat is the one to begin with."""
    lengths: tuple[Length, ...] = ()
    """Lengths to choose from; without one chosen, the scenario's own pace and days hold."""
    length: Identifier | None = None
    """The length chosen, once one has been; the pace and the days are then those of it."""
    doctrine: Doctrine = Doctrine()
    """The model's parameters, complete: the defaults of `doctrine.yaml` with the scenario's overrides."""


HQ, COMMANDER, RED, EXCON = "hq", "commander", "red", "excon"
"""Seats that belong to no nation: Secretary-General, commander, adversary, exercise control."""


def nation_seats(scenario: Scenario) -> tuple[str, ...]:
    """Seats of nations, members of the alliance or not."""
    return tuple(nation.id for nation in scenario.nations)


def allied_seats(scenario: Scenario) -> tuple[str, ...]:
    """Seats of the alliance: its members, the Secretary-General and the commander."""
    return (*scenario.alliance.members, HQ, COMMANDER)


def playing_seats(scenario: Scenario) -> tuple[str, ...]:
    """Every seat that takes decisions in the world, in the order in which they are applied; EXCON is not one."""
    return (*nation_seats(scenario), HQ, COMMANDER, RED)


def all_seats(scenario: Scenario) -> tuple[str, ...]:
    """Every seat, EXCON last."""
    return (*playing_seats(scenario), EXCON)
