"""Tab 3: forces: readiness, notice, offers, where and when capable."""

from collections.abc import Iterator

from wargame.desk.lines import Para
from wargame.desk.panels.told import section
from wargame.replay.summary_force_lines import allied_lines, force_lines, home_lines, own_lines, passage_lines
from wargame.replay.summary_forces import forces
from wargame.replay.summary_planning import planned, planning_lines
from wargame.replay.watch import Scene


def paras(scene: Scene) -> Iterator[Para]:
    """The seat's own forces first."""
    fielded = forces(scene)
    yield from section("FORCES", force_lines(scene, fielded))
    yield from section("OWN FORCES", [*own_lines(scene, fielded), *planning_lines(scene, planned(scene))])
    yield from section("ALLIED FORCES", allied_lines(scene, fielded))
    yield from section("AT HOME", home_lines(scene, fielded))
    yield from section("PASSAGE AND PRIORITIES", passage_lines(scene, fielded))
