"""How far the allies' own posture made an accident likely (`docs/model.md` 4.12, 8.8)."""

from collections.abc import Sequence
from math import fsum

from wargame.model.adversary import CLASH, COERCION
from wargame.model.event import Event
from wargame.model.happenings import AdversaryChose, ClashHappened, RungChanged
from wargame.model.nation import FRIGHTENING
from wargame.model.scenario import Scenario
from wargame.model.situation import Situation
from wargame.rules.engagement import incident_factor, rules_of


def is_accident(events: Sequence[Event], clash: Event) -> bool:
    """Whether a minor clash came about without the adversary's choosing it."""
    moved = _cause(events, clash)
    if moved is None or not isinstance(moved.body, RungChanged) or moved.body.new != CLASH:
        return False
    chose = _cause(events, moved)
    return not (chose is not None and isinstance(chose.body, AdversaryChose) and chose.body.act == "climb")


def _cause(events: Sequence[Event], event: Event) -> Event | None:
    return events[event.cause - 1] if event.cause is not None else None


def own_share(scenario: Scenario, situation: Situation, events: Sequence[Event], clash: Event) -> float:
    """Share of an accident's rate that frightening forces forward and loose rules of engagement made: `1 - h0 / h`,
    h0 the rate with none forward and normal rules. Tight rules make up for forces forward.
    """
    body, moved = clash.body, _cause(events, clash)
    assert isinstance(body, ClashHappened)
    assert moved is not None
    assert isinstance(moved.body, RungChanged)
    adversary = next(each for each in scenario.adversaries if each.id == body.adversary)
    objective = next(each for each in scenario.objectives if each.id == adversary.aim)
    facing = [(objective.defence, situation.engagement.nations.get(objective.owner, "normal"))]
    forward = 0.0
    for nation in scenario.nations:
        for force in nation.forces:
            state = situation.forces[force.id]
            if state.status == "capable" and state.at == objective.at:
                facing.append((state.effective, rules_of(situation, nation.id, force)))
                forward += state.effective if force.kind in FRIGHTENING else 0.0
    strength = fsum(force.strength for force in adversary.forces)
    base = 1.0 + (0.3 if moved.body.old == COERCION else 0.0)
    rate = (base + min(1.0, forward / strength)) * incident_factor(scenario.doctrine.threat, facing)
    return max(0.0, 1.0 - base / rate)
