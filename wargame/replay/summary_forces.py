"""A scene's forces: what is capable where against what was asked for, what is under way, what is at home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from wargame.model.clock import HOUR, hours, instant
from wargame.model.decisions.command import Requirement as Line
from wargame.model.nation import Force, Nation
from wargame.model.situation import ForceState, MeasureProgress
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import plain_words
from wargame.rules.contest import fit
from wargame.rules.home_front import tired

AT_HOME = ("home", "refused")
"""Statuses of a force that does nothing."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Forces that a measure asks for, and how far they have come."""

    measure: str
    state: str
    place: str
    asked: float
    """Brigade equivalents, as those that follow."""
    offered: float
    activated: float
    capable: float
    met: str | None
    """Instant."""
    mandates: dict[str, str]
    """By nation that needs one: sought, granted or refused."""
    lines: tuple[str, ...]
    """Of the commander's statement of requirements, in words."""
    round: int
    """Of force generation."""
    warned: bool
    """Whether the activation warning has been issued."""


@dataclass(frozen=True, slots=True)
class Formation:
    """An allied force as a view knows it."""

    force: str
    name: str
    nation: str
    kind: str
    strength: float
    ready: float
    """Share of its strength that is fit, full alert's toll taken off."""
    notice: float
    """Hours from order to ready to load."""
    status: str
    at: str
    bound_for: str | None
    due: str | None
    """Instant at which its leg ends, as planned."""
    notice_left: float | None
    """Hours, while it serves its notice."""
    offered_to: str | None
    activated: bool
    readied: bool
    caveats: tuple[str, ...]
    destination: str | None
    """Where it has been ordered to, until it is there or refused."""
    national: bool
    """Whether it moves, or moved last, under national command."""
    effective: float
    """Brigade equivalents it is worth in the field, once capable."""
    errand: str | None
    """What it was sent to do at home."""


@dataclass(frozen=True, slots=True)
class Opposing:
    """A formation of the adversary, for those who know it."""

    force: str
    name: str
    kind: str
    strength: float
    at: str
    """Where it stood at STARTEX: the model moves no force of the adversary's."""


@dataclass(frozen=True, slots=True)
class Place:
    """An objective, what stands there and what has been asked for."""

    objective: str
    at: str
    defence: float
    """Brigade equivalents that stood there at STARTEX."""
    capable: float
    """Allied brigade equivalents that are capable there now, as sent."""
    effective: float
    """What they are worth in the field."""
    coming: float
    """Brigade equivalents on their way to it, or activated for it, that are not capable yet."""


@dataclass(frozen=True, slots=True)
class Permission:
    """Leave that a movement needs, and whether it has it."""

    nation: str
    what: str
    """`access` or `transit`."""
    by: str
    """Who gives it; empty for a border that belongs to nobody named."""
    at: str
    state: str
    """asked, given or refused."""


@dataclass(frozen=True, slots=True)
class Fight:
    """The fighting for an objective."""

    objective: str
    engaged: tuple[str, ...]
    attacking: tuple[str, ...]
    """Those of them that counter-attack."""
    cease_fire: tuple[str, ...]
    """Sides whose offer of a cease-fire stands."""


@dataclass(frozen=True, slots=True)
class Forces:
    """The forces of a scene."""

    fights: tuple[Fight, ...]
    permissions: tuple[Permission, ...]
    lift_first: tuple[str, ...]
    """Forces that lift serves first."""
    port_first: dict[str, tuple[str, ...]]
    """By location: forces that it handles first."""
    objectives: tuple[Place, ...]
    requirements: tuple[Requirement, ...]
    formations: tuple[Formation, ...]
    opposing: tuple[Opposing, ...]


def forces(scene: Scene) -> Forces:
    """The forces that a view knows of."""
    formations = tuple(_formations(scene))
    measures = scene.situation.council.measures.values()
    situation = scene.situation
    return Forces(
        fights=tuple(
            Fight(name, tuple(battle.engaged), tuple(battle.attacking), tuple(battle.offered))
            for name, battle in situation.battles.items()
            if situation.objectives[name].decided is None
        ),
        permissions=tuple(
            Permission(nation, grant.what, grant.by, grant.at, state)
            for (nation, grant), state in situation.permissions.items()
        ),
        lift_first=tuple(situation.lift_priority),
        port_first=dict(situation.port_priority),
        objectives=tuple(_places(scene, formations)) if formations else (),
        requirements=tuple(_requirement(scene, each) for each in measures if each.text.strength is not None),
        formations=formations,
        opposing=tuple(
            Opposing(each.id, each.name, each.kind, each.strength, each.at)
            for adversary in scene.scenario.adversaries
            for each in adversary.forces
        ),
    )


def _formations(scene: Scene) -> Iterator[Formation]:
    for nation in scene.scenario.nations:
        for force in nation.forces:
            yield _formation(scene, nation, force, scene.situation.forces[force.id])


def _formation(scene: Scene, nation: Nation, force: Force, state: ForceState) -> Formation:
    errand = scene.situation.errands.get(force.id)
    return Formation(
        force=force.id,
        name=force.name,
        nation=nation.id,
        kind=force.kind,
        strength=force.strength,
        ready=fit(force, tired(scene.scenario, scene.situation, scene.time)),
        notice=force.notice,
        status=state.status,
        at=state.at,
        bound_for=state.bound_for,
        due=None if state.due is None or state.bound_for is None else instant(state.due),
        notice_left=_notice_left(scene, force, state),
        offered_to=state.offered,
        activated=state.activated is not None,
        readied=state.readied is not None,
        caveats=tuple(dict.fromkeys((*force.caveats, *state.caveats))),
        destination=state.destination,
        national=state.national,
        effective=state.effective,
        errand=None if errand is None else f"{errand.task} {errand.about}",
    )


def _notice_left(scene: Scene, force: Force, state: ForceState) -> float | None:
    began = [time for time in (state.readied, state.activated) if time is not None]
    if not began or state.status not in ("home", "notice"):
        return None
    return max(0.0, hours(round(min(began) + force.notice * HOUR) - scene.time))


def _requirement(scene: Scene, measure: MeasureProgress) -> Requirement:
    strength = {force.id: force.strength for nation in scene.scenario.nations for force in nation.forces}
    return Requirement(
        measure=measure.id,
        state=measure.state,
        place=measure.text.place or "",
        asked=measure.text.strength or 0.0,
        offered=round(fsum(strength.get(name, 0.0) for name in measure.offers), 6),
        activated=measure.accepted,
        capable=measure.capable,
        met=None if measure.met is None else instant(measure.met),
        mandates=dict(measure.mandates),
        lines=tuple(_line(scene, each) for each in measure.lines),
        round=measure.round,
        warned=measure.warned is not None,
    )


def _line(scene: Scene, line: Line) -> str:
    at = names.place(scene.scenario, line.at)
    return f"{plain_words(line.capability)} {line.strength:g} BE at {at} by {line.by}"


def _places(scene: Scene, formations: Sequence[Formation]) -> Iterator[Place]:
    measures = scene.situation.council.measures
    for objective in scene.scenario.objectives:
        there = [each for each in formations if each.status == "capable" and each.at == objective.at]
        for_it = [name for name, measure in measures.items() if measure.text.place == objective.at]
        coming = [
            each
            for each in formations
            if each.status not in ("capable", *AT_HOME) and _bound(each, objective.at, for_it)
        ]
        yield Place(
            objective=objective.id,
            at=objective.at,
            defence=objective.defence,
            capable=round(fsum(each.strength for each in there), 6),
            effective=round(fsum(each.effective for each in there), 6),
            coming=round(fsum(each.strength for each in coming), 6),
        )


def _bound(each: Formation, at: str, measures: Sequence[str]) -> bool:
    """Whether a force is on its way to a place, or activated for a measure that is about it."""
    return at in (each.destination, each.bound_for) or (each.activated and each.offered_to in measures)
