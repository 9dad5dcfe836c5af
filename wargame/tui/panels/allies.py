"""Tab 4: allies: agreements, trust, what each has done."""

from collections.abc import Iterator

from wargame.replay.summary_world import world, world_lines
from wargame.replay.watch import Scene
from wargame.tui.lines import Para
from wargame.tui.panels.told import section


def paras(scene: Scene) -> Iterator[Para]:
    """Talks, pressure and relief."""
    yield from section("TALKS, PRESSURE, RELIEF", world_lines(scene, world(scene)))
