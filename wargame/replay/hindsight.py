"""What was the case, what a nation held to be the case, and what it could have known: for the umpire, afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.clock import hours, instant
from wargame.model.event import Event
from wargame.model.folding import fold
from wargame.model.scenario import HYPOTHESES, Hypothesis, Scenario
from wargame.replay import names
from wargame.replay.wording import columns, counted, hours_words, percent, wrapped
from wargame.rules.assessment import attack_probability, in_words, probabilities
from wargame.rules.doings import activity
from wargame.rules.hindsight import Hindsight, could_have_known, hours_not_sharing_cost

VIEW = "could-have-known:"
"""Before a nation's id: the view that shows it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Three pictures at an instant."""

    scenario: Scenario
    nation: str
    time: int
    truth: dict[str, Hypothesis]
    """By adversary: the hypothesis that its doings matched."""
    seen: Hindsight
    cost: float | None
    """Hours that not sharing has cost so far."""


def compare(scenario: Scenario, events: Sequence[Event], time: int, end: int, nation: str) -> Comparison:
    """The three pictures at `time`; an instant after `end` shows the end."""
    now = min(time, end)
    so_far = [event for event in events if event.time <= now]
    situation = fold(scenario, so_far)
    truth = {
        adversary.id: activity(scenario, situation, adversary, now)
        for adversary in scenario.adversaries
        if adversary.id in situation.adversaries
    }
    seen = could_have_known(scenario, so_far, nation, now)
    return Comparison(scenario, nation, now, truth, seen, hours_not_sharing_cost(scenario, so_far, nation))


def told(compared: Comparison) -> str:
    """The comparison in at most 80 columns."""
    return "\n".join(_lines(compared))


def _lines(compared: Comparison) -> Iterator[str]:
    seen, who = compared.seen, names.who(compared.scenario, compared.nation)
    yield from wrapped(f"{compared.scenario.title} - what {who} could have known (umpire's view)")
    yield instant(compared.time)
    yield ""
    perceived, possible = probabilities(seen.perceived), probabilities(seen.possible)
    rows = [("what is being prepared", "truth", "perceived", "could have known")]
    for hypothesis, held, could in zip(HYPOTHESES, perceived, possible, strict=True):
        true = "this" if hypothesis in compared.truth.values() else ""
        rows.append((names.HYPOTHESES[hypothesis], true, percent(held), percent(could)))
    attack = [attack_probability(odds) for odds in (seen.perceived, seen.possible)]
    held_words, could_words = (f"{percent(each)}, {in_words(each)}" for each in attack)
    rows.append(("an attack", "", held_words, could_words))
    yield from columns(rows)
    yield ""
    yield from wrapped(
        f"{who} had reports on {counted(seen.reports, 'thing')}, all members together on {seen.possible_reports}.", "  "
    )
    yield from wrapped(_warnings(compared), "  ", "  ")


def _warnings(compared: Comparison) -> str:
    seen = compared.seen
    warned = "its staff has not warned" if seen.warned is None else f"its staff first warned {instant(seen.warned)}"
    if seen.could_warn is None:
        return f"With all that members held there was no cause to warn; {warned}."
    cost = "" if compared.cost is None else f"; not sharing cost {hours_words(compared.cost)}"
    return f"With all that members held it could have warned {instant(seen.could_warn)}; {warned}{cost}."


def as_plain(compared: Comparison) -> dict[str, object]:
    """The comparison as JSON values; null for what has not come."""
    seen = compared.seen
    return {
        "view": VIEW + compared.nation,
        "time": instant(compared.time),
        "seconds": compared.time,
        "truth": compared.truth,
        "perceived": _chances(seen.perceived),
        "could_have_known": _chances(seen.possible),
        "reports": seen.reports,
        "could_have_reports": seen.possible_reports,
        "warned": None if seen.warned is None else hours(seen.warned),
        "could_have_warned": None if seen.could_warn is None else hours(seen.could_warn),
        "not_sharing_cost_hours": compared.cost,
    }


def _chances(odds: Sequence[float]) -> dict[str, float]:
    chances = zip(HYPOTHESES, probabilities(odds), strict=True)
    return {name: round(chance, 6) for name, chance in chances} | {"attack": round(attack_probability(odds), 6)}
