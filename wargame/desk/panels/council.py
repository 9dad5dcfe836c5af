"""Tab 2: the council: each text, who stands where, the silence clock."""

from collections.abc import Iterator

from wargame.desk.lines import Para, say
from wargame.desk.panels.told import section
from wargame.replay.summary_council import council_lines, in_council
from wargame.replay.watch import Scene


def paras(scene: Scene) -> Iterator[Para]:
    """The council as the seat knows it."""
    council = in_council(scene)
    if council is None:
        yield say("This seat does not sit in the council.")
        return
    yield from section("COUNCIL", council_lines(scene, council))
