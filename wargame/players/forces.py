"""What a government does with its forces: readying, mandates, offers."""

from collections.abc import Iterator

from wargame.model.clock import seconds
from wargame.model.decisions.forces import (
    CeaseFire,
    CommitForce,
    GrantAccess,
    GrantTransit,
    MoveForce,
    OfferForce,
    ReadyForce,
    SeekMandate,
    SetRulesOfEngagement,
)
from wargame.model.nation import ForceKind
from wargame.model.situation import MeasureProgress
from wargame.players.council import backs
from wargame.players.planning import by_preference
from wargame.players.style import Desk, Proposal
from wargame.rules.combat import stood_aside
from wargame.rules.consultation import accepting
from wargame.rules.generation import forces_of, lacking, soil
from wargame.rules.home_front import support_of
from wargame.rules.passage import crossed

SMALL = 1.0
"""Brigade equivalents: a force up to this size is never too large to be offered."""

MORE_THAN_HALF = 0.5
"""Share of an objective in the adversary's hands from which its owner takes a cease-fire."""

FIELD: frozenset[ForceKind] = frozenset({"light", "airborne", "mechanised", "heavy", "air_defence"})
"""Kinds that hold ground."""


def contribute(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """For a deployment that the government backs: seek the mandate early and offer its part."""
    if measure.text.kind != "deploy" or not desk.style.gives or not backs(desk, measure):
        return
    if desk.nation.id not in measure.mandates:
        yield SeekMandate(measure=measure.id), measure.event, "so that forces can move on the day of the order"
    yield from _offer(desk, measure)


def _offer(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """Offer forces up to its part of what is lacking, since the others offer too; none larger than all of it."""
    whole = lacking(measure, forces_of(desk.view.scenario))
    if whole <= 0.0:
        return
    part = whole / len(desk.view.scenario.alliance.members) * desk.style.gives
    place = measure.text.place or ""
    for force in by_preference(desk.view, desk.nation.forces, place, desk.style.heavy_first):
        if part <= 0.0:
            return
        state = desk.view.situation.forces[force.id]
        free = state.offered is None and state.activated is None and state.status != "refused"
        if free and state.at != place and force.strength <= max(SMALL, whole):
            part -= force.strength
            why = f"{force.strength:g} BE of what is lacking"
            yield OfferForce(force=force.id, measure=measure.id), measure.event, why


def ready(desk: Desk) -> Iterator[Proposal]:
    """Let forces on offer serve their notice before the order comes."""
    if desk.threat < desk.style.readies:
        return
    situation = desk.view.situation
    for force in desk.nation.forces:
        state = situation.forces[force.id]
        if state.offered is not None and state.readied is None and state.activated is None:
            answers = situation.council.measures[state.offered].event
            yield ReadyForce(force=force.id), answers, "notice served now is not served later"


def guard(desk: Desk) -> Iterator[Proposal]:
    """Bring the nation's own forces to an objective on its soil, without waiting for anybody."""
    if not desk.alarmed or not desk.style.gives:
        return
    for objective in desk.view.scenario.objectives:
        if objective.owner != desk.nation.id:
            continue
        for force in desk.nation.forces:
            if force.kind in FIELD and desk.view.situation.forces[force.id].offered is None:
                move = MoveForce(force=force.id, to=objective.at)
                yield move, desk.picture.warned, f"{objective.name} is ours to hold first"


def host(desk: Desk) -> Iterator[Proposal]:
    """Let the allies in before they ask: to where they are to fight, to where they land, and over the border."""
    scenario = desk.view.scenario
    why, asked, opened = "allies are to come", False, set[str]()
    for measure in desk.view.situation.council.measures.values():
        place = measure.text.place
        if measure.text.kind != "deploy" or measure.state == "failed" or place is None:
            continue
        if soil(scenario, place) == desk.nation.id and place not in opened:
            own = [each for each in scenario.theatre.locations if each.owner == desk.nation.id]
            landings = [each.id for each in own if {"port", "airfield"}.intersection(each.kinds)]
            for at in dict.fromkeys((place, *landings)):
                if at not in opened:
                    yield GrantAccess(to=scenario.alliance.id, at=at), measure.event, why
            opened.update((place, *landings))
        if not asked and desk.nation.id in crossed(scenario.theatre):  # what may not be granted once may not twice
            yield GrantTransit(to=scenario.alliance.id, rules="emergency"), measure.event, why
            asked = True


def bound(desk: Desk) -> Iterator[Proposal]:
    """Set the rules of engagement that this government wants, once forces of its own are in theatre."""
    places = {objective.at for objective in desk.view.scenario.objectives}
    forward = any(desk.view.situation.forces[force.id].at in places for force in desk.nation.forces)
    if forward and desk.style.rules != "normal":
        yield SetRulesOfEngagement(rules=desk.style.rules), None, f"{desk.style.rules} rules in the field"


def fight(desk: Desk) -> Iterator[Proposal]:
    """After an attack, commit what stands at the objective, if the nation fights or is to fight after all."""
    situation = desk.view.situation
    for objective in desk.view.scenario.objectives:
        attacked = situation.objectives[objective.id].attacked
        if attacked is None or not desk.style.gives:
            continue
        why = _fights_for(desk, objective.name, attacked)
        for force in desk.nation.forces if why else ():
            if situation.forces[force.id].at == objective.at:
                yield CommitForce(force=force.id, objective=objective.id), None, why


def _fights_for(desk: Desk, objective: str, attacked: int) -> str:
    """Why a government sends forces into the battle: its nation fights; a finding of collective defence that it agreed
    to since binds it; or it has had time to change its mind, for its word or without one. Empty if it stands aside.
    """
    view, nation, style = desk.view, desk.nation, desk.style
    if not stood_aside(view.situation, nation.id):
        return f"{objective} is attacked"
    for measure in view.situation.council.measures.values():
        found = measure.text.kind == "collective_defence" and measure.state == "adopted"
        since = measure.decided is not None and measure.decided >= attacked
        if found and since and nation.id in accepting(view.scenario.alliance, measure):
            return "the council has found that we are bound to fight"
    if view.time - attacked < seconds(style.overturns_after):
        return ""
    support = support_of(view.scenario, view.situation, nation, view.time)
    enough = style.keeps_word if nation.id in view.situation.committed else style.overturns
    return f"{support:.0%} are for it after all" if support * desk.threat >= enough else ""


def stop(desk: Desk) -> Iterator[Proposal]:
    """For what is its own and more than half lost, take the cease-fire that the adversary offers."""
    situation = desk.view.situation
    for objective in desk.view.scenario.objectives:
        battle = situation.battles.get(objective.id)
        lost = situation.objectives[objective.id].held
        own = objective.owner == desk.nation.id
        if own and battle is not None and "adversary" in battle.offered and lost >= MORE_THAN_HALF:
            yield CeaseFire(objective=objective.id), None, f"{lost:.0%} is lost; the rest can be kept"
