"""What a government says in the council: calling it, tabling measures, taking positions."""

from collections.abc import Iterator
from itertools import takewhile
from math import fsum

from wargame.model.decisions.consultation import (
    CallConsultation,
    Lobby,
    MeasureText,
    PositionKind,
    SidePayment,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.forces import HastenMandate, MoveForce
from wargame.model.happenings import AttackAttributed, AttributionReached, Body, ClashHappened, WarningIssued
from wargame.model.scenario import Objective
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.players.style import REMEMBERS, Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.consultation import mandated
from wargame.rules.generation import forces_of
from wargame.rules.home_front import support_of
from wargame.rules.positions import owners, stance

CALM = 0.5
"""Share of its threshold of warning below which a government finds an alert no longer needed."""

WORTH_ASKING = 0.5
"""Brigade equivalents below which a government asks for no reinforcement."""

BEHIND: frozenset[PositionKind] = frozenset({"accept", "accept_with_caveat"})
"""Positions of who stands behind a measure."""


def convene(desk: Desk) -> Iterator[Proposal]:
    """When alarmed, bring the council together and put a reinforcement before it."""
    council = desk.view.situation.council
    warned = desk.picture.warned
    if not desk.alarmed or (desk.style.needs_warning and warned is None):
        return
    if council.convened is None:
        yield CallConsultation(), warned, f"{_alarm(desk)}: attack {in_words(desk.threat)}"
        return
    for text, why in _texts(desk):
        yield TableMeasure(measure=text), council.convened, why


def _alarm(desk: Desk) -> str:
    """What the call is made on."""
    warned = desk.picture.warned
    on_warning = warned is not None and isinstance(desk.view.log[warned - 1].body, WarningIssued)
    return "staff warn" if on_warning else "signs enough"


def _texts(desk: Desk) -> Iterator[tuple[MeasureText, str]]:
    """The measures that this government wants, most wanted first, each with its reason."""
    view, style = desk.view, desk.style
    for objective in view.scenario.objectives if style.asks else ():
        strength = _lacking(desk, objective)
        if strength >= WORTH_ASKING:
            text = MeasureText(kind="deploy", place=objective.at, strength=strength)
            yield text, f"{objective.name} cannot be held without help"
    others = []
    if view.situation.alert < style.alert:
        others.append((MeasureText(kind="heighten_readiness"), "shorter turns and readier staffs"))
    if desk.attacked:
        others.append((MeasureText(kind="collective_defence"), "an attack on one is an attack on all"))
    if style.speaks:
        others.append((MeasureText(kind="statement"), "words cost nothing"))
    yield from ((text, why) for text, why in others if not pursued(view, text))


def pursued(view: View, text: MeasureText) -> bool:
    """Whether a measure of this kind, to this place, is open or in force; words and alerts can be said again."""
    listed = view.situation.council.measures.values()
    measures = [each for each in listed if (each.text.kind, each.text.place) == (text.kind, text.place)]
    if text.kind in ("statement", "heighten_readiness", "stand_down"):
        return any(each.open for each in measures)
    return any(each.state != "failed" for each in measures)


def _lacking(desk: Desk, objective: Objective) -> float:
    """Brigade equivalents that the government still asks for an objective: what it holds to be enough, and as much
    again once that is on its way and the threat is near, less what has been agreed to and is there or may still come.
    """
    view, style = desk.view, desk.style
    if view.situation.objectives[objective.id].decided is not None:
        return 0.0
    enough = style.asks * objective.defence
    listed = view.situation.council.measures.values()
    there = [each for each in listed if each.text.place == objective.at and _lasting(each)]
    if not there:
        return round(enough, 1)
    if desk.threat < style.reinforces or any(each.activated is None for each in there):
        return 0.0
    coming = fsum(_strength(view, each) for each in there)
    return round(min(enough, 2.0 * enough - coming), 1)


def _lasting(measure: MeasureProgress) -> bool:
    """Whether a deployment is before the council, waits for its forces or has some."""
    return measure.state != "failed" and (measure.activated is None or bool(measure.offers))


def _strength(view: View, measure: MeasureProgress) -> float:
    """Brigade equivalents that stand at their place under an activated measure, or are on their way to it."""
    forces = forces_of(view.scenario)
    left = [name for name in measure.offers if view.situation.forces[name].status != "refused"]
    return fsum(forces[name].strength for name in left)


def stand(desk: Desk, measure: MeasureProgress) -> PositionKind:
    """Where the government stands on a measure."""
    if measure.id not in desk.stands:
        desk.stands[measure.id] = stance(desk.view, desk.nation, measure, desk.threat, desk.style.leaning)
    return desk.stands[measure.id]


def backs(desk: Desk, measure: MeasureProgress) -> bool:
    """Whether the government stands behind a measure, with or without a caveat."""
    return stand(desk, measure) in BEHIND


def answer(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """On what is open: take a position while silence runs; before that only to back the nation's own cause, or what its
    own staff has alarmed it about. Capitals take their time: whoever speaks before them is not waited for.
    """
    before = measure.positions.get(desk.nation.id)
    if measure.text.kind == "stand_down" and endangered(desk):
        yield from _refuse(measure, before)
        return
    if before in BEHIND or (measure.state == "guidance" and not _own_cause(desk, measure)):
        return
    where = stand(desk, measure)
    if measure.state == "guidance" and where != "accept":
        return
    if before is None or where in BEHIND:
        why = f"threat {in_words(desk.threat)}, stake {desk.nation.stake:.2f}"
        yield TakePosition(measure=measure.id, position=where), measure.event, why


def _refuse(measure: MeasureProgress, before: PositionKind | None) -> Iterator[Proposal]:
    """Speak against a measure, and take back what was said for it: break silence, or abstain until it runs or where a
    break cannot be paid for.
    """
    why = "no time to stand down"
    if measure.state == "silence":
        yield TakePosition(measure=measure.id, position="break"), measure.event, why
    if before != "abstain":
        yield TakePosition(measure=measure.id, position="abstain"), measure.event, why


def endangered(desk: Desk) -> bool:
    """Whether the adversary is seen at open coercion or beyond: an objective is under attack, or of late there was a
    clash, or an attack on an ally's networks or ground was traced to it.
    """
    view = desk.view
    if view.situation.fighting:
        return True
    late = takewhile(lambda event: view.time - event.time <= REMEMBERS, reversed(view.log))
    return any(_violent(event.body) for event in late)


def _violent(body: Body) -> bool:
    """Whether what happened is a rung of open coercion or beyond; what services take for an accident is not."""
    if isinstance(body, AttributionReached):
        return body.adversary is not None
    return isinstance(body, ClashHappened | AttackAttributed)


def _own_cause(desk: Desk, measure: MeasureProgress) -> bool:
    """Whether the nation tabled the measure, is whom it is to help, is alarmed itself, or eager by its style."""
    mine = desk.nation.id in (measure.by, *owners(desk.view.scenario, measure.text))
    return mine or desk.alarmed or desk.style.leaning > 0.0


def win_over(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """While it is open, lobby those who stand in the way of the nation's own cause, once each; pay whom that has not
    helped with.
    """
    if measure.by != desk.nation.id or not backs(desk, measure):
        return
    against = [nation for nation, position in measure.positions.items() if position in ("abstain", "break")]
    for nation in against[: desk.style.lobbies]:
        if nation not in measure.lobbied:
            lobby = Lobby(nation=nation, measure=measure.id, position="accept")
            yield lobby, measure.event, "the measure needs them all"
        elif desk.style.pays:
            pay = SidePayment(nation=nation, measure=measure.id, position="accept", currency="burden_credit")
            yield pay, measure.event, "what words do not bring about, a bargain may"


def press(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """Press parliament once a measure that the government backs is adopted and the threat is near, unless it would only
    be refused the sooner.
    """
    sought = measure.state == "adopted" and measure.mandates.get(desk.nation.id) == "sought"
    near = desk.threat >= desk.style.readies or desk.attacked
    if sought and near and backs(desk, measure) and _agreeable(desk, measure):
        yield HastenMandate(measure=measure.id), measure.event, "forces wait for leave to move"


def _agreeable(desk: Desk, measure: MeasureProgress) -> bool:
    """Whether the nation's parliament, if it has one to ask, would agree as things stand at home."""
    view, nation = desk.view, desk.nation
    support = support_of(view.scenario, view.situation, nation, view.time)
    parameters = view.scenario.doctrine.consultation
    return nation.mandate != "parliament" or mandated(parameters, support, nation.stake, measure.legitimacy)


def relax(desk: Desk) -> Iterator[Proposal]:
    """Propose to stand down from an alert when nothing speaks for it any more."""
    council = desk.view.situation.council
    text = MeasureText(kind="stand_down")
    if desk.view.situation.alert and calm(desk) and not (_recently_raised(desk.view) or pursued(desk.view, text)):
        yield TableMeasure(measure=text), council.convened, "the alert has outlived its reason"


def calm(desk: Desk) -> bool:
    """Whether the government has nothing before it that speaks for a threat."""
    threatened = desk.warned_lately or desk.attacked or endangered(desk)
    return desk.threat < CALM * desk.nation.threshold and not threatened


def recall(desk: Desk) -> Iterator[Proposal]:
    """Send home, when all is calm, what stands abroad for an alarm that was proven false some time ago."""
    situation = desk.view.situation
    false = {
        each.id: each.event
        for each in situation.council.measures.values()
        if each.false_alarm is not None and desk.view.time - each.false_alarm >= REMEMBERS
    }
    if not false or not calm(desk):
        return
    for force in desk.nation.forces:
        state = situation.forces[force.id]
        if state.offered in false and state.status == "capable" and state.at != force.at:
            yield MoveForce(force=force.id, to=force.at), false[state.offered], "it answered nothing"


def _recently_raised(view: View) -> bool:
    """Whether the alert was raised a short while ago."""
    raised = [each for each in view.situation.council.measures.values() if each.text.kind == "heighten_readiness"]
    return any(each.decided is not None and view.time - each.decided <= REMEMBERS for each in raised)
