"""The staff estimate: when a force could be capable at an objective, from planning figures only."""

from collections.abc import Iterator

from wargame.desk.lines import Para, blank, columns, heading, say
from wargame.files.faults import width
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.rules.economy import nation_of
from wargame.rules.estimate import HOURS_A_DAY, estimate


def estimate_paras(scene: Scene) -> Iterator[Para]:
    """By objective and nation, the seat's own first: days until each force would be capable there."""
    own = nation_of(scene.scenario, scene.view)
    nations = sorted(scene.scenario.nations, key=lambda nation: nation is not own)
    named = [f"{force.name} ({force.id})" for nation in nations for force in nation.forces]
    widest = max(map(width, named), default=0)
    for objective in scene.scenario.objectives:
        yield heading(f"AT {objective.name.upper()}")
        for nation in nations:
            rows = dict(_rows(scene, [force.id for force in nation.forces], objective.at))
            if rows:
                yield say(("key", nation.name), indent=1)
                lines = [
                    (_padded(f"{names.force(scene.scenario, name)} ({name})", widest), said)
                    for name, said in rows.items()
                ]
                yield from columns(lines, [("force", name) for name in rows], indent=3)
        yield blank()


def _padded(text: str, columns: int) -> str:
    """As wide as the widest force of all nations, so that what comes next stands in one column."""
    return text + " " * (columns - width(text))


def _rows(scene: Scene, forces: list[str], place: str) -> Iterator[tuple[str, str]]:
    for force in forces:
        state = scene.situation.forces.get(force)
        if state is None or state.at == place:
            continue
        hours = estimate(scene.scenario, force, place, state.at)
        if hours is None:
            yield force, "no way leads there"
        else:
            low, middle, high = (each / HOURS_A_DAY for each in hours)
            yield force, f"P10 {low:4.1f}   P50 {middle:4.1f}   P90 {high:4.1f}"
