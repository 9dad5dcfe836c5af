"""The player that goes by the book: warn, consult, agree, offer, activate, share."""

from collections.abc import Callable, Iterator, Sequence

from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import (
    CallConsultation,
    MeasureText,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.forces import OfferForce, OrderActivation, SeekMandate
from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.model.happenings import WarningIssued
from wargame.model.nation import HEAVY, Nation
from wargame.model.record import Order
from wargame.model.scenario import COMMANDER, HQ
from wargame.model.situation import MeasureProgress, Picture
from wargame.model.view import View
from wargame.rules.assessment import attack_probability, in_words
from wargame.rules.consultation import position, position_utility
from wargame.rules.economy import nation_of
from wargame.rules.legal import legal

STATES_EVERY = 4
"""A seat states its probability of attack every so many turns."""
LEAST_STATED, MOST_STATED = 0.01, 0.99
SHARES_PER_TURN = 2
"""Reports released in one turn at the most."""
URGENT_SILENCE = 12.0
"""Hours of silence that the Secretary-General sets once the alert is raised."""
GIVE_UP_FILLING_AFTER = 48 * 3600
"""Seconds after adoption at which the commander activates a measure that is not filled."""
ASK_OF_DEFENCE = 2.0
"""Brigade equivalents asked for, per brigade equivalent that already defends the objective."""

Proposal = tuple[Decision, int | None, str]
"""A decision, the event it answers in the seat's log, and why."""


def decide(view: View, luck: Callable[[], float]) -> Sequence[Order]:
    """Calls the council on warning, tables and backs reinforcement, offers its share of it, seeks mandates early,
    shares its best reports and states what its staff assesses; as Secretary-General keeps silence short when the
    alert is raised, as commander activates when the requirement is filled or has waited long enough.
    """
    nation = nation_of(view.scenario, view.seat)
    if nation is not None:
        proposals = _nation(view, nation)
    else:
        proposals = {HQ: _secretary_general, COMMANDER: _commander}.get(view.seat, _nothing)(view)
    taken: list[Decision] = []
    orders = []
    for decision, answers, why in proposals:
        if legal(view, decision, taken) is None:
            taken.append(decision)
            orders.append(Order(seat=view.seat, decision=decision, answers=answers, rationale=why))
    return orders


def _nothing(view: View) -> Iterator[Proposal]:
    yield from ()


# --- a nation ------------------------------------------------------------------------------------------------


def _nation(view: View, nation: Nation) -> Iterator[Proposal]:
    picture = view.situation.pictures.get(nation.id, Picture())
    threat = attack_probability(picture.log_odds) if picture.log_odds else 0.0
    yield from _convene(view, picture, nation, threat)
    for measure in view.situation.council.measures.values():
        yield from _respond(view, nation, measure, threat)
    if view.situation.turn % STATES_EVERY == 1:
        stated = min(MOST_STATED, max(LEAST_STATED, round(threat / 2, 2)))
        yield StateProbability(probability=stated), None, f"staff hold an attack to be {in_words(stated)}"
    yield from _share(view, picture)


def _convene(view: View, picture: Picture, nation: Nation, threat: float) -> Iterator[Proposal]:
    """On warning, bring the council together and put a reinforcement before it."""
    council = view.situation.council
    if picture.warned is None or threat < nation.threshold:
        return
    warning = view.log[picture.warned - 1]
    assert isinstance(warning.body, WarningIssued)
    if council.convened is None:
        yield CallConsultation(), picture.warned, f"staff warn: attack {in_words(warning.body.probability)}"
        return
    for objective in view.scenario.objectives:
        strength = round(ASK_OF_DEFENCE * objective.defence, 1)
        text = MeasureText(kind="deploy", place=objective.at, strength=strength)
        if not _pursued(view, text):
            yield TableMeasure(measure=text), council.convened, f"{objective.name} cannot be held without help"
    alert = MeasureText(kind="heighten_readiness")
    if view.situation.alert == 0 and not _pursued(view, alert):
        yield TableMeasure(measure=alert), council.convened, "shorter turns and readier staffs"


def _pursued(view: View, text: MeasureText) -> bool:
    """Whether a measure of this kind is open or in force already."""
    return any(
        each.text.kind == text.kind and each.state != "failed" for each in view.situation.council.measures.values()
    )


def _respond(view: View, nation: Nation, measure: MeasureProgress, threat: float) -> Iterator[Proposal]:
    """Take a position; where the nation agrees, seek the mandate and offer what the measure lacks."""
    parameters = view.scenario.doctrine.consultation
    attacked = any(each.attacked is not None for each in view.situation.objectives.values())
    stand = position(position_utility(parameters, threat, nation.stake, measure.text, attacked))
    if measure.open and nation.id not in measure.positions and (stand != "break" or measure.state == "silence"):
        why = f"threat {in_words(threat)}, stake {nation.stake:.2f}"
        yield TakePosition(measure=measure.id, position=stand), measure.event, why
    if stand == "accept" and measure.text.kind == "deploy" and measure.state != "failed":
        yield SeekMandate(measure=measure.id), measure.event, "so that forces can move on the day of the order"
        yield from _offer(view, nation, measure)


def _offer(view: View, nation: Nation, measure: MeasureProgress) -> Iterator[Proposal]:
    """Offer forces, those that deter most first: its share of what is lacking, since the others offer too."""
    strength = {force.id: force.strength for each in view.scenario.nations for force in each.forces}
    lacking = measure.text.strength or 0.0
    for name in measure.offers:
        lacking -= strength[name]
    lacking /= len(view.scenario.alliance.members)
    for force in sorted(nation.forces, key=lambda each: (each.kind not in HEAVY, each.notice, each.id)):
        state = view.situation.forces[force.id]
        if lacking <= 0.0:
            return
        free = state.offered is None and state.activated is None and state.status != "refused"
        if free and state.at != measure.text.place:
            lacking -= force.strength
            yield (
                OfferForce(force=force.id, measure=measure.id),
                measure.event,
                f"{force.strength:g} BE of what is lacking",
            )


def _share(view: View, picture: Picture) -> Iterator[Proposal]:
    """Release the newest reports of the nation's own sensors, each to the ally that has had fewest from it so far."""
    own = [held for held in picture.reports.values() if held.body.originator == view.seat]
    trusted = [held for held in own if held.body.reliability in "AB" and held.body.credibility <= 2]
    allies = [nation for nation in view.scenario.alliance.members if nation != view.seat]
    had = {ally: len([held for held in own if ally in held.released_to]) for ally in allies}
    shared = 0
    for held in sorted(trusted, key=lambda each: -each.received):
        report = held.body.report
        open_to = [ally for ally in allies if legal(view, ReleaseReport(report=report, to=ally)) is None]
        if held.released_to or not open_to or shared == SHARES_PER_TURN:
            continue
        ally = min(open_to, key=lambda each: had[each])
        had[ally] += 1
        shared += 1
        yield ReleaseReport(report=report, to=ally), held.event, "allies decide on what they know"


# --- the alliance's own seats --------------------------------------------------------------------------------


def _secretary_general(view: View) -> Iterator[Proposal]:
    for measure in view.situation.council.measures.values():
        if measure.state == "guidance" and view.situation.alert > 0:
            yield SetSilence(measure=measure.id, hours=URGENT_SILENCE), measure.event, "the alert is raised"


def _commander(view: View) -> Iterator[Proposal]:
    strength = {force.id: force.strength for each in view.scenario.nations for force in each.forces}
    for measure in view.situation.council.measures.values():
        if measure.state != "adopted" or measure.decided is None:
            continue
        offered = 0.0
        for name in measure.offers:
            offered += strength[name]
        filled = offered >= (measure.text.strength or 0.0)
        if filled or view.time - measure.decided >= GIVE_UP_FILLING_AFTER:
            why = "the requirement is filled" if filled else "accepted short: waiting costs more than it brings"
            yield OrderActivation(measure=measure.id), measure.event, why
