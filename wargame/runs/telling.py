"""What a batch says, as text of at most 80 columns and as JSON values."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wargame.model.plain import plain
from wargame.runs.plan import Plan
from wargame.runs.row import Kind, columns, leaves
from wargame.runs.statistics import LEVEL, Difference, Estimate
from wargame.runs.tally import Tally
from wargame.runs.worth import Deterrence, Worth, worths
from wargame.scoring.score import Score

NAME, FIGURE, INTERVAL, COUNT = 32, 10, 22, 7
"""Characters of the columns."""
IN_TIME = ["in time"]
"""Over the figures of a score that belong to no record within it: they say whether the response was."""


def result(plan: Plan, tally: Tally) -> dict[str, Any]:
    """A batch's result as JSON values."""
    first = plan.points[0]
    points = [
        {"seating": point.label, "failed": tally.failed[number], "estimates": plain(tally.estimates(number), True)}
        for number, point in enumerate(plan.points)
    ]
    differences = [
        {"seating": point.label, "against": first.label, "differences": plain(tally.differences(number), True)}
        for number, point in enumerate(plan.points)
        if number
    ]
    failures = [{"run": row.run, "seed": row.seed, "point": row.point, "error": row.error} for row in tally.failures]
    return {
        "scenario": first.scenario.id,
        "seed": plan.seed,
        "runs": plan.runs,
        "confidence": LEVEL,
        "points": points,
        "differences": differences,
        "worth": [_worth_values(plan, each) for each in worths(plan, tally.twins)],
        "failed": sum(tally.failed),
        "failures": failures,
    }


def report(plan: Plan, tally: Tally) -> str:
    """A batch's result as tables."""
    kinds = columns(plan.points[0].scenario)
    last = plan.seed + plan.runs - 1
    lines = [f"{plan.points[0].scenario.id}: {plan.runs} runs, seeds {plan.seed} to {last}"]
    for number, point in enumerate(plan.points):
        lines += ["", *_titled(f"Seating: {point.label}", "mean", "runs")]
        lines += _rows(kinds, tally.estimates(number))
    for number, point in enumerate(plan.points):
        if number:
            lines += ["", *_titled(f"{point.label}, less {plan.points[0].label}; same luck", "mean", "pairs", "factor")]
            lines += _rows(kinds, tally.differences(number))
    lines += _worth(plan, tally) if len(plan.points) > 1 else ()
    lines += ["", "Interval: of shares Wilson's; of means Student's, cut at what the figure can be."]
    if len(plan.points) > 1:
        lines += ["Pairs: runs of one seed where both have the figure; the mean is of these alone."]
        lines += ["Factor: how many times as many runs it would take without the same luck."]
    return "\n".join(lines)


def _worth(plan: Plan, tally: Tally) -> Iterator[str]:
    """What the play of each point was worth (`docs/model.md` 8.2, 8.11)."""
    told = list(worths(plan, tally.twins))
    for each in told:
        yield ""
        yield from _titled(f"Worth of play: {plan.points[each.point].label}; same luck", "mean", "pairs", "factor")
        if each.effect is not None:
            yield from _effect(each.effect)
        for name, above in (("idle", each.above_idle), ("doctrine", each.above_doctrine)):
            if above is not None:
                yield _line(f"Points above {name}", above, share=False)
    if all(each.effect is None for each in told):
        yield ""
        yield "D, effect of the alliance: not estimable; nothing shows what happens without it"
        yield "(compare with nations that do nothing: --versus '*=idle')"
    else:
        yield ""
        yield "D: 1 - share of runs attacked / share attacked where every nation is idle."


def _effect(effect: Deterrence) -> Iterator[str]:
    name = "D, effect of the alliance"
    if effect.missing is None:
        yield _line(name, Estimate(effect.pairs, effect.effect, effect.low, effect.high), share=False)
    else:
        yield f"{name + ': not estimable':<{NAME + FIGURE + INTERVAL}}{effect.pairs:>{COUNT}}"
        yield f"  {effect.missing}"


def _worth_values(plan: Plan, worth: Worth) -> dict[str, Any]:
    effect = worth.effect
    missing = {"missing": "nothing shows what happens without it"} if effect is None else {"missing": effect.missing}
    return {
        "seating": plan.points[worth.point].label,
        "effect": (plain(effect, True) if effect is not None else {}) | missing,
        "above_idle": plain(worth.above_idle, True),
        "above_doctrine": plain(worth.above_doctrine, True),
    }


def _titled(title: str, mean: str, runs: str, factor: str = "") -> Iterator[str]:
    yield title
    interval = f"{LEVEL:.0%} interval"
    yield f"{'':<{NAME}}{mean:>{FIGURE}}{interval:>{INTERVAL}}{runs:>{COUNT}}{factor:>{COUNT + 1}}".rstrip()


def _rows(kinds: Mapping[str, Kind], told: Mapping[str, Estimate] | Mapping[str, Difference]) -> Iterator[str]:
    """A line for each figure, those of one record under its name."""
    paths = {leaf.column: leaf.path for leaf in leaves(Score)}
    above: Sequence[str] = ()
    for column, figure in told.items():
        *groups, name = paths.get(column, (column,))
        if column in paths and not groups:
            groups = IN_TIME
        if groups and groups != above:
            yield _words(" ".join(groups))
        above = groups
        yield _line("  " * bool(groups) + _words(name), figure, kinds[column] is bool)


def _line(name: str, figure: Estimate | Difference, share: bool) -> str:
    signed = isinstance(figure, Difference)
    mean = "-" if figure.mean is None else number(figure.mean, share, signed)
    interval = ""
    if figure.low is not None and figure.high is not None:
        interval = f"{number(figure.low, share, signed)} to {number(figure.high, share, signed)}"
    line = f"{name:<{NAME}}{mean:>{FIGURE}}{interval:>{INTERVAL}}{figure.n:>{COUNT}}"
    if isinstance(figure, Difference) and figure.factor is not None:
        line += f"{figure.factor:>{COUNT + 1}.1f}"
    return line


def number(value: float, share: bool, signed: bool) -> str:
    """A share in percent; two places, one where there are two digits before the point, none where there are four."""
    sign = "+" if signed else ""
    if share:
        return f"{100 * value:{sign}.1f}%"
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    return f"{value:{sign}.{places}f}"


def _words(name: str) -> str:
    """A field's name as people say it."""
    text = name.replace("_", " ")
    return text[0].upper() + text[1:]
