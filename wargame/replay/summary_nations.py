"""How things stand at home in every nation, for the umpire."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, percent
from wargame.rules.disruption import resilience_of
from wargame.rules.economy import capital
from wargame.rules.expenses import spent
from wargame.rules.home_front import support_of

MOST = 12
"""Nations listed: the first of the scenario's."""


@dataclass(frozen=True, slots=True)
class AtHome:
    """One nation at home."""

    nation: str
    capital: float
    """Political capital."""
    support: float
    resilience: float
    spent: float
    """Million, on the crisis."""
    committed: bool


def nations(scene: Scene) -> tuple[AtHome, ...]:
    """All nations, as they are."""
    scenario, situation, time = scene.scenario, scene.situation, scene.time
    return tuple(
        AtHome(
            nation=each.id,
            capital=capital(scenario, situation, each, time),
            support=support_of(scenario, situation, each, time),
            resilience=resilience_of(scenario, situation, each.id, time),
            spent=spent(scenario, situation, each, time),
            committed=each.id in situation.committed,
        )
        for each in scenario.nations
    )


def nation_lines(scene: Scene, known: tuple[AtHome, ...]) -> Iterator[str]:
    """A line a nation; of many, those with the least support."""
    shown = list(known) if len(known) <= MOST else sorted(known, key=lambda each: each.support)[:MOST]
    rows = [("nation", "capital", "support", "resilience", "million spent", "")]
    rows += [
        (
            names.who(scene.scenario, each.nation)[:20],
            f"{each.capital:.1f}",
            percent(each.support),
            percent(each.resilience),
            f"{each.spent:,.0f}",
            "publicly committed" if each.committed else "",
        )
        for each in shown
    ]
    yield from columns(rows, right=(1, 2, 3, 4))
    if len(known) > len(shown):
        yield f"  (+{len(known) - len(shown)} with more support)"
