"""Tab 4: allies: agreements, trust, what each has done."""

from collections.abc import Iterator

from wargame.desk.lines import Para
from wargame.desk.panels.told import section
from wargame.replay.summary_world import world, world_lines
from wargame.replay.watch import Scene


def paras(scene: Scene) -> Iterator[Para]:
    """Talks, pressure and relief."""
    yield from section("TALKS, PRESSURE, RELIEF", world_lines(scene, world(scene)))
