"""How long capitals take, and what carries a measure (`docs/model.md` section 6)."""

from collections.abc import Iterable, Iterator
from math import exp, fsum, log

from wargame.model.clock import DAY, seconds
from wargame.model.decisions.consultation import MeasureText
from wargame.model.doctrine import ConsultationParameters
from wargame.model.event import Event
from wargame.model.happenings import AttackBegan, ClashHappened, IndicatorShown, InjectFired
from wargame.model.mel import Indication, TriggerKind
from wargame.model.scenario import Alliance, Category, MeasureKind, Scenario
from wargame.model.situation import MeasureProgress, Situation
from wargame.rules.bonds import cohesion, disputes, dissents
from wargame.rules.draw import correlated, empirical

USES_FORCE: frozenset[MeasureKind] = frozenset({"deploy", "activate_forces", "collective_defence"})
"""Measures on which a member without instructions asks for twice the time."""
LEVELS: tuple[MeasureKind, ...] = (
    "stand_down",
    "monitor",
    "statement",
    "attribution",
    "heighten_readiness",
    "sanctions",
    "offer_to_adversary",
    "activate_forces",
    "deploy",
    "collective_defence",
)
"""Measures from the least to the most that a member is asked to bear."""
TRIGGERS: dict[Category, TriggerKind] = {
    "troop_movement": "non_violent_military",
    "logistics": "non_violent_military",
    "leadership": "political",
    "diplomatic": "political",
    "economic": "other_non_violent",
    "cyber": "other_non_violent",
    "information": "internal",
}
"""What kind of trigger it is that shows, by the category of its indicator."""


# --- convening -----------------------------------------------------------------------------------------------


def convening(parameters: ConsultationParameters, u: float) -> int:
    """Seconds from a call until the council has met, at the quantile `u` of the cases known."""
    days = empirical(u, parameters.convene_days)
    return max(seconds(parameters.convene_least_hours), round(days * DAY))


# --- guidance ------------------------------------------------------------------------------------------------


def trigger(scenario: Scenario, situation: Situation, behind: Iterable[Event]) -> TriggerKind:
    """What the council was called on: violence, once there has been any; else what showed last on the way back from
    the call, `behind`; else a member's request.
    """
    if situation.clashes or situation.attacked:
        return "violent"
    categories = {indicator.id: indicator.category for indicator in scenario.indicators}
    injects = {inject.id: inject for inject in scenario.mel}
    shown: TriggerKind | None = None
    for event in behind:
        match event.body:
            case ClashHappened() | AttackBegan():
                return "violent"
            case IndicatorShown(indicator=name) if shown is None:
                shown = TRIGGERS[categories[name]]
            case InjectFired(inject=name):
                inject = injects.get(name)
                said = inject.trigger if isinstance(inject, Indication) else None
                return said or shown or "request"
    return shown or "request"


def latency(parameters: ConsultationParameters, kind: TriggerKind) -> float:
    """mu: the mean of the logarithm of the days that a single state takes to respond to a trigger of that kind."""
    name = "guidance_mu" if kind == "non_violent_military" else f"guidance_mu_{kind}"
    mu: float = getattr(parameters, name)
    return mu


def guidance_days(
    parameters: ConsultationParameters,
    kind: TriggerKind,
    planned: bool,
    contention: float,
    common: float,
    own: float,
) -> float:
    """Days until guidance has come from the capitals.

    `common` and `own` are standard normal draws: the hesitation that all capitals share over the same evidence,
    and the largest among the pivotal nations' own.
    """
    hesitation = parameters.guidance_sd * correlated(common, own, parameters.guidance_common)
    return exp(
        latency(parameters, kind)
        + parameters.guidance_base
        - parameters.guidance_plan * planned
        + parameters.guidance_contention * contention
        + hesitation
    )


def contention(scenario: Scenario, situation: Situation, time: int) -> float:
    """How openly members disagree: by how many dissents and disputes there are, and how little they hold together."""
    parameters, bonds = scenario.doctrine.consultation, scenario.doctrine.bonds
    measures = situation.council.measures.values()
    against = fsum(dissents(bonds, each, time) for each in measures)
    against += fsum(_abstentions(each) for each in measures if each.open)
    low = max(0.0, parameters.cohesion_calm - cohesion(scenario, situation, time)) / parameters.cohesion_calm
    whole = parameters.contention_dissent * against + disputes(scenario, situation, time) + low
    return min(parameters.contention_most, whole)


def _abstentions(measure: MeasureProgress) -> float:
    """Who abstains openly while the others still make up their minds counts for half of one who is against."""
    return 0.5 * len([each for each in measure.positions.values() if each == "abstain"])


def stretch(scenario: Scenario, members: Iterable[str]) -> float:
    """How many times as long consultation takes with these members' command and communications."""
    commands = [nation.technology.command for nation in scenario.nations if nation.id in set(members)]
    mean = fsum(commands) / len(commands) if commands else 0.5
    return exp(scenario.doctrine.consultation.guidance_command * (0.5 - mean))


# --- silence -------------------------------------------------------------------------------------------------


def consent(parameters: ConsultationParameters, holds: float) -> float:
    """Probability that a member without instructions consents when the alliance's cohesion is `holds`."""
    base = parameters.consent_by_silence
    if base in (0.0, 1.0):
        return base
    logit = log(base / (1.0 - base)) + parameters.consent_cohesion * (holds - parameters.cohesion_calm)
    return 1.0 / (1.0 + exp(-logit))


def extension_hours(parameters: ConsultationParameters, text: MeasureText) -> float:
    """How much more time a member without instructions asks for."""
    return parameters.extension_hours * (parameters.extension_force if text.kind in USES_FORCE else 1.0)


# --- decision ------------------------------------------------------------------------------------------------


def delegated(alliance: Alliance) -> tuple[MeasureKind, ...]:
    """Measures that the commander may order: those named, and every planned one where delegation is the rule."""
    planned = alliance.plans if alliance.decision_rule == "delegated" else ()
    return tuple(dict.fromkeys((*alliance.delegated, *planned)))


def at_once(alliance: Alliance, kind: MeasureKind) -> bool:
    """Whether tabling a measure of that kind adopts it: delegation is the rule and the members have delegated it."""
    return alliance.decision_rule == "delegated" and kind in delegated(alliance)


def deciders(alliance: Alliance, measure: MeasureProgress) -> tuple[str, ...]:
    """The members whose breaks count."""
    if alliance.decision_rule == "lead_nation" and alliance.lead is not None:
        return (alliance.lead,)
    return measure.circle or alliance.members


def breaking(alliance: Alliance, measure: MeasureProgress) -> tuple[str, ...]:
    """The deciders that break silence on a measure."""
    return tuple(each for each in deciders(alliance, measure) if measure.positions.get(each) == "break")


def carries(alliance: Alliance, majority: float, measure: MeasureProgress) -> bool:
    """Whether a measure passes on the positions held now."""
    members, broken = len(deciders(alliance, measure)), len(breaking(alliance, measure))
    if alliance.decision_rule in ("qualified_majority", "delegated"):
        return (members - broken) / members >= majority
    return broken == 0


def settled(alliance: Alliance, measure: MeasureProgress) -> bool:
    """Whether a measure is decided before silence ends: by one break where all must agree, by its lead's accept."""
    if alliance.decision_rule == "lead_nation" and alliance.lead is not None:
        return measure.positions.get(alliance.lead) in ("accept", "accept_with_caveat", "break")
    return alliance.decision_rule == "consensus" and bool(breaking(alliance, measure))


def accepting(alliance: Alliance, measure: MeasureProgress) -> tuple[str, ...]:
    """The members that a measure binds: those that accept it or let it pass in silence."""
    asked = measure.circle or alliance.members
    return tuple(each for each in asked if measure.positions.get(each, "accept") in ("accept", "accept_with_caveat"))


def narrower(text: MeasureText, other: MeasureText) -> bool:
    """Whether `other` asks less of the members than `text`: a lesser measure, fewer forces, tighter rules, a smaller
    share of trade or of what is conceded; and nothing more of any of these.
    """
    if text.kind != other.kind:
        return LEVELS.index(other.kind) < LEVELS.index(text.kind)
    steps = list(_steps(text, other))
    return any(step < 0.0 for step in steps) and all(step <= 0.0 for step in steps)


def _steps(text: MeasureText, other: MeasureText) -> Iterator[float]:
    """By how much `other` asks more, in each respect."""
    rules = ("tight", "normal", "loose")
    yield rules.index(other.rules) - rules.index(text.rules)
    yield (other.strength or 0.0) - (text.strength or 0.0)
    yield (1.0 if other.trade is None else other.trade) - (1.0 if text.trade is None else text.trade)
    yield (other.share or 0.0) - (text.share or 0.0)


# --- mandates ------------------------------------------------------------------------------------------------


def mandated(parameters: ConsultationParameters, support: float, stake: float, legitimacy: float) -> bool:
    """Whether a parliament agrees to send forces: support times stake, times the measure's legitimacy."""
    return support * stake * legitimacy > parameters.mandate_threshold


def monitored(scenario: Scenario, situation: Situation, time: int) -> float:
    """How many times as much the members' sensors look at while the council has agreed to watch."""
    until = situation.council.monitored_until
    return 1.0 + scenario.doctrine.consultation.monitor_coverage * (until is not None and time < until)
