"""A scene's forces in words: what is capable where against what was asked for, what is under way, what is at home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from wargame.model.clock import HOUR, hours, instant
from wargame.model.nation import Force, Nation
from wargame.model.scenario import RED
from wargame.model.situation import ForceState, MeasureProgress
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import age, counted, limited, listed, plain_words, table, wrapped

REQUIRED, OWN, MOST, AT_HOME_LINES = 8, 12, 16, 10
"""Lines spent on measures that ask for forces, on own forces, on allied forces under way, and on nations' forces at
home, those of the strongest first."""
AT_HOME = ("home", "refused")


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


@dataclass(frozen=True, slots=True)
class Formation:
    """An allied force as a view knows it."""

    force: str
    name: str
    nation: str
    kind: str
    strength: float
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
    """Brigade equivalents activated for it that are not capable yet."""


@dataclass(frozen=True, slots=True)
class Forces:
    """The forces of a scene."""

    objectives: tuple[Place, ...]
    requirements: tuple[Requirement, ...]
    formations: tuple[Formation, ...]
    opposing: tuple[Opposing, ...]


def forces(scene: Scene) -> Forces:
    """The forces that a view knows of."""
    formations = tuple(_formations(scene))
    measures = scene.situation.council.measures.values()
    return Forces(
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
        notice=force.notice,
        status=state.status,
        at=state.at,
        bound_for=state.bound_for,
        due=None if state.due is None or state.bound_for is None else instant(state.due),
        notice_left=_notice_left(scene, force, state),
        offered_to=state.offered,
        activated=state.activated is not None,
        readied=state.readied is not None,
        caveats=tuple(force.caveats),
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
    )


def _places(scene: Scene, formations: Sequence[Formation]) -> Iterator[Place]:
    measures = scene.situation.council.measures
    for objective in scene.scenario.objectives:
        there = [each for each in formations if each.status == "capable" and each.at == objective.at]
        for_it = [name for name, measure in measures.items() if measure.text.place == objective.at]
        coming = [
            each
            for each in formations
            if each.activated and each.offered_to in for_it and each.status not in ("capable", *AT_HOME)
        ]
        yield Place(
            objective=objective.id,
            at=objective.at,
            defence=objective.defence,
            capable=round(fsum(each.strength for each in there), 6),
            effective=round(fsum(each.effective for each in there), 6),
            coming=round(fsum(each.strength for each in coming), 6),
        )


# --- in words ------------------------------------------------------------------------------------------------


def force_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Objectives and requirements, then the seat's own forces, and the adversary's for those who know them."""
    for place in known.objectives:
        yield from wrapped(_place(scene, place), "  ", "    ")
    wanted = [list(wrapped(_required(scene, each), "  ", "    ")) for each in known.requirements if _alive(each)]
    yield from limited(wanted, REQUIRED, "more measures")
    own = [each for each in known.formations if each.nation == scene.view]
    if own:
        yield "  Own forces:"
        yield from limited(_rows(scene, own), OWN, "more", "    ")
    if known.opposing:
        yield "  Own formations:" if scene.view == RED else "  The adversary's formations:"
        rows = (
            (each.force, plain_words(each.kind), f"{each.strength:g} BE", f"at {names.place(scene.scenario, each.at)}")
            for each in known.opposing
        )
        yield from limited(table(rows, "    "), OWN, "more", "    ")


def _alive(required: Requirement) -> bool:
    return required.state != "failed"


def allied_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Allied forces that are under way, offered or in place, and what is left at home."""
    others = [each for each in known.formations if each.nation != scene.view]
    active = [each for each in others if _active(each)]
    if active:
        yield "  Offered, under way or in place:"
        yield from limited(_rows(scene, active), MOST, "more", "    ")
    yield from _at_home(scene, [each for each in others if not _active(each)])


def _active(each: Formation) -> bool:
    return each.status not in AT_HOME or each.offered_to is not None or each.readied or each.errand is not None


def _place(scene: Scene, place: Place) -> str:
    name = names.objective(scene.scenario, place.objective)
    words = f"{name}: {place.capable:g} BE of allied forces capable"
    if place.capable:
        words += f" (worth {place.effective:.1f})"
    words += f", {place.coming:g} BE coming" if place.coming else ""
    return f"{words}; its own defence was {place.defence:g} BE at STARTEX."


def _required(scene: Scene, required: Requirement) -> str:
    where = names.place(scene.scenario, required.place)
    parts = [f"{required.measure} asks for {required.asked:g} BE at {where}"]
    if required.activated:
        parts.append(f"{required.activated:g} BE activated, {required.capable:g} BE capable")
    else:
        parts.append(f"{required.offered:g} BE on offer")
    parts.append(f"requirement met {required.met}" if required.met is not None else "requirement not met")
    for state in ("granted", "sought", "refused"):
        those = [nation for nation, mandate in required.mandates.items() if mandate == state]
        if those:
            parts.append(f"mandate {state}: {names.all_of(scene.scenario, those)}")
    return "; ".join(parts) + "."


def _rows(scene: Scene, those: Sequence[Formation]) -> Iterator[list[str]]:
    rows = [("force", "kind", "BE", "status")]
    rows += [(each.force, plain_words(each.kind), f"{each.strength:g}", _doing(scene, each)) for each in those]
    return table(rows, "    ", right=(2,))


def _doing(scene: Scene, each: Formation) -> str:
    """Where a force is and what it does, waits for or is reserved for."""
    at, to = names.place(scene.scenario, each.at), names.place(scene.scenario, each.bound_for or "")
    match each.status:
        case "home":
            words = f"at {at}, notice {each.notice:g} h"
        case "notice":
            words = f"serving notice at {at}"
        case "waiting":
            words = f"ready to load at {at}, waits for {'its mandate' if _unmandated(scene, each) else 'lift'}"
        case "loading":
            words = f"loading at {at}"
        case "moving":
            words = f"on its way to {to}, due {each.due}"
        case "arrived":
            words = f"{'integrating' if _there(scene, each) else 'in transit'} at {at}"
        case "capable":
            words = f"CAPABLE at {at}, worth {each.effective:.1f}"
        case _:
            words = f"may not move from {at}"
    return ", ".join(filter(None, [words, *_besides(scene, each)]))


def _unmandated(scene: Scene, each: Formation) -> bool:
    measure = scene.situation.council.measures.get(each.offered_to or "")
    return measure is not None and measure.mandates.get(each.nation) == "sought"


def _there(scene: Scene, each: Formation) -> bool:
    measure = scene.situation.council.measures.get(each.offered_to or "")
    return measure is None or measure.text.place in (None, each.at)


def _besides(scene: Scene, each: Formation) -> Iterator[str]:
    if each.notice_left is not None:
        yield f"{age(round(each.notice_left * HOUR))} of notice left" if each.notice_left else "notice served"
    if each.offered_to is not None:
        yield f"{'for' if each.activated else 'offered to'} {each.offered_to}"
    if each.errand is not None:
        yield f"sent on an errand: {each.errand}"
    if each.caveats:
        yield f"caveat: {listed([plain_words(caveat) for caveat in each.caveats])}"


def _at_home(scene: Scene, idle: Sequence[Formation]) -> Iterator[str]:
    """Forces that are doing nothing, a line a nation."""
    if not idle:
        return
    by_nation: dict[str, list[Formation]] = {}
    for each in idle:
        by_nation.setdefault(each.nation, []).append(each)
    strength = fsum(each.strength for each in idle)
    yield f"  At home, free to be offered: {counted(len(idle), 'force')}, {strength:.1f} BE"
    strongest = sorted(by_nation.items(), key=lambda item: -fsum(each.strength for each in item[1]))
    rows = (_nation_row(scene, nation, those) for nation, those in strongest)
    yield from limited(table(rows, "    "), AT_HOME_LINES, "more nations", "    ")


def _nation_row(scene: Scene, nation: str, those: Sequence[Formation]) -> tuple[str, str, str]:
    strength = fsum(each.strength for each in those)
    what = listed([f"{each.strength:g} {plain_words(each.kind)}" for each in those], 5)
    least, most = min(each.notice for each in those), max(each.notice for each in those)
    notice = f"{least:g} h" if least == most else f"{least:g} to {most:g} h"
    return names.who(scene.scenario, nation)[:20], f"{strength:.1f} BE", f"{what}; notice {notice}"
