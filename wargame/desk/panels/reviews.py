"""Tab 6: reviews: the situation as a whole."""

from collections.abc import Iterator

from wargame.desk.lines import Para
from wargame.desk.panels.told import section
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_head import head, head_lines
from wargame.replay.summary_incidents import incident_lines, incidents
from wargame.replay.summary_situation import situated, situation_lines
from wargame.replay.watch import Scene


def paras(scene: Scene) -> Iterator[Para]:
    """Situation, incidents, the head of the summary."""
    yield from section("SITUATION", situation_lines(scene, situated(scene, estimates(scene))))
    yield from section("INCIDENTS", incident_lines(scene, incidents(scene)))
    yield from section("EXERCISE", head_lines(head(scene)))
