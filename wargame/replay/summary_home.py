"""What a scene shows of the home front and the world around, in words."""

from collections.abc import Iterator

from wargame.model.clock import instant
from wargame.model.nation import Nation
from wargame.model.situation import IncidentState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, percent, plain_words, sentence, wrapped
from wargame.rules.disruption import resilience_of
from wargame.rules.economy import nation_of
from wargame.rules.expenses import spent
from wargame.rules.home_front import support_of


def home_front(scene: Scene, umpire: bool) -> Iterator[str]:
    """Support, money and incidents of the view's nation, or of all for the umpire; then what everybody hears of."""
    own = nation_of(scene.scenario, scene.view)
    shown = scene.scenario.nations if umpire else (own,) if own is not None else ()
    for nation in shown:
        yield from wrapped(_standing(scene, nation), "  ", "      ")
    rows = [row for nation in shown for row in _incidents(scene, nation, umpire)]
    yield from columns(rows)
    for line in _abroad(scene):
        yield from wrapped(sentence(line), "  ", "      ")


def _standing(scene: Scene, nation: Nation) -> str:
    scenario, situation, time = scene.scenario, scene.situation, scene.time
    support = support_of(scenario, situation, nation, time)
    parts = [f"domestic support {percent(support)} (usually {percent(nation.support)})"]
    parts.append(f"resilience {percent(resilience_of(scenario, situation, nation.id, time))}")
    money = spent(scenario, situation, nation, time)
    if money:
        parts.append(f"spent {money:,.0f} million")
    return f"{nation.name}: {', '.join(parts)}."


def _incidents(scene: Scene, nation: Nation, umpire: bool) -> Iterator[tuple[str, str]]:
    for label, incident in scene.situation.nations[nation.id].incidents.items():
        yield (f"{nation.id} {label}" if umpire else label), _incident(scene, incident)


def _incident(scene: Scene, incident: IncidentState) -> str:
    where = f" at {names.place(scene.scenario, incident.at)}" if incident.at is not None else ""
    words = f"{plain_words(incident.means)}{where}, {instant(incident.time)} [{incident.event}]"
    words += f": hits {percent(incident.bite)}"
    words += ", over" if incident.over is not None else ", goes on"
    if incident.confidence is not None:
        found = _adversary(scene, incident.found) if incident.found is not None else "an accident"
        words += f"; the services say {found}, {percent(incident.confidence)} sure"
    if incident.accused is not None:
        words += f"; {_adversary(scene, incident.accused)} was named in public"
    return words + "."


def _adversary(scene: Scene, name: str) -> str:
    return next((each.name for each in scene.scenario.adversaries if each.id == name), name)


def _abroad(scene: Scene) -> Iterator[str]:
    scenario, situation = scene.scenario, scene.situation
    for name, place in situation.places.items():
        if place.damage:
            yield f"{names.place(scenario, name)} has lost {percent(place.damage)} of its throughput"
    for name, errand in situation.errands.items():
        about = names.place(scenario, errand.about) if errand.task == "repair" else names.who(scenario, errand.about)
        yield f"{names.force(scenario, name)}: {errand.task}, {about}, since {instant(errand.since)}"
    for nation in scenario.nations:
        state = situation.nations[nation.id]
        for adversary, sanction in state.sanctions.items():
            if sanction.share:
                yield f"{nation.name} stops {percent(sanction.share)} of its trade with {_adversary(scene, adversary)}"
        if state.displaced:
            yield f"{nation.name} has taken in {state.displaced:,} people"
    for name, battle in situation.battles.items():
        objective = next(each.name for each in scenario.objectives if each.id == name)
        forces = ", ".join(names.force(scenario, force) for force in battle.engaged)
        if forces:
            yield f"In the fighting for {objective}: {forces}"
        for side in battle.offered:
            yield f"A cease-fire at {objective} is on offer by the {side}"
