"""A scene's council, forces and deadlines in words."""

from collections.abc import Iterator

from wargame.model.clock import DAY, instant
from wargame.model.scenario import Scenario
from wargame.model.situation import ForceState, MeasureProgress
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, hours_words, plain_words
from wargame.rules.economy import nation_of
from wargame.rules.statements import next_due

STANDS = {
    "accept": "accepts",
    "accept_with_caveat": "accepts with a caveat",
    "abstain": "abstains",
    "break": "breaks silence",
}
STATUS_WORDS = {
    "home": "at",
    "notice": "serving notice at",
    "waiting": "ready to load at",
    "loading": "loading at",
    "arrived": "integrating at",
    "capable": "capable at",
    "refused": "may not move from",
}


def council(scene: Scene) -> Iterator[str]:
    """When it met, and how far each measure is."""
    state = scene.situation.council
    if state.called is not None:
        yield "  A consultation has been called; the council is being convened."
    if state.convened_at is not None:
        yield f"  The council last met {instant(state.convened_at)}."
    yield from columns((measure.id, _measure(scene.scenario, measure)) for measure in state.measures.values())


def _measure(scenario: Scenario, measure: MeasureProgress) -> str:
    tabled = f"tabled {instant(measure.tabled)} by {names.who(scenario, measure.by)}"
    parts = [f"{names.measure(scenario, measure.text)} ({tabled}) [{measure.event}]: {_stage(measure)}"]
    if measure.positions:
        parts.append(
            ", ".join(f"{names.who(scenario, name)} {STANDS[stand]}" for name, stand in measure.positions.items())
        )
    if measure.mandates:
        mandates = (f"{names.who(scenario, name)} {mandate}" for name, mandate in measure.mandates.items())
        parts.append(f"mandates: {', '.join(mandates)}")
    if measure.activated is not None:
        met = f", requirement met {instant(measure.met)}" if measure.met is not None else ""
        capable = f"{measure.capable:g} of {measure.required:g} BE capable"
        parts.append(f"activated {instant(measure.activated)}, {capable}{met}")
    return "; ".join(parts) + "."


def _stage(measure: MeasureProgress) -> str:
    match measure.state:
        case "guidance":
            shorter = f", then {hours_words(measure.silence_hours)} of silence" if measure.silence_hours else ""
            return f"waiting for guidance from the capitals{shorter}"
        case "silence":
            return f"under silence until {instant(measure.silence_until or 0)}"
    return f"{measure.state} {instant(measure.decided or 0)}"


# --- forces --------------------------------------------------------------------------------------------------


def forces(scene: Scene) -> Iterator[str]:
    """The allies' forces that the view knows of, and an adversary's if it knows them."""
    scenario, states = scene.scenario, scene.situation.forces
    rows = [
        (
            force.id,
            plain_words(force.kind),
            f"{force.strength:g}",
            f"{force.notice:g} h",
            _where(scenario, states[force.id]),
        )
        for nation in scenario.nations
        for force in nation.forces
    ]
    rows += [
        (force.id, plain_words(force.kind), f"{force.strength:g}", "", names.place(scenario, force.at))
        for adversary in scenario.adversaries
        for force in adversary.forces
    ]
    if rows:
        yield from columns([("force", "kind", "BE", "notice", "where"), *rows], right=(2, 3))


def _where(scenario: Scenario, state: ForceState) -> str:
    if state.status == "moving" and state.bound_for is not None:
        words = f"moving to {names.place(scenario, state.bound_for)}"
    else:
        words = f"{STATUS_WORDS[state.status]} {names.place(scenario, state.at)}"
    if state.readied is not None and state.activated is None:
        words += ", readied"
    if state.offered is None:
        return f"{words}, under national command" if state.national and state.destination else words
    return f"{words}, {'for' if state.activated is not None else 'offered to'} {state.offered}"


# --- deadlines -----------------------------------------------------------------------------------------------


def deadlines(scene: Scene) -> Iterator[str]:
    """What is known to come, soonest first."""
    coming = sorted(each for each in _coming(scene) if each[0] > scene.time)
    yield from columns([*_statement(scene), *((instant(time), words) for time, words in coming)])


def _statement(scene: Scene) -> Iterator[tuple[str, str]]:
    """When the seat's next statement of how likely an attack is falls due."""
    situation, parameters = scene.situation, scene.scenario.doctrine.intelligence
    picture = situation.pictures.get(scene.view)
    if nation_of(scene.scenario, scene.view) is None or situation.ended is not None or not situation.turn:
        return
    stated = picture is not None and bool(picture.stated) and picture.stated[-1][0] == scene.time
    turn = next_due(parameters, situation.turn + stated)
    when = "this turn" if turn == situation.turn else f"turn {turn}"
    yield when, "state the probability of an attack within 72 h"


def _coming(scene: Scene) -> Iterator[tuple[int, str]]:
    scenario, situation = scene.scenario, scene.situation
    for measure in situation.council.measures.values():
        if measure.state == "silence" and measure.silence_until is not None:
            yield measure.silence_until, f"silence on {measure.id} ends; it passes unless a member speaks up"
    for name, state in situation.forces.items():
        if state.due is not None and state.bound_for is not None:
            place = names.place(scenario, state.bound_for)
            yield state.due, f"{names.force(scenario, name)} due at {place}, as planned"
    for request in situation.requests:
        if request.reports is None:
            asker, asked = names.who(scenario, request.by), names.who(scenario, request.to)
            words = f"{asked} is to answer {asker} on {plain_words(request.about)}; then its staff does"
            yield request.deadline, words
    if situation.ended is None:
        yield round(scenario.last_day * DAY), "play ends at the latest (ENDEX)"
