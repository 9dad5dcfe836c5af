"""The indications-and-warning matrix: what has shown lately, and what routine or an attack would have shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from wargame.model.clock import DAY, HOUR, instant
from wargame.model.happenings import FalseAlarmArose, IndicatorShown
from wargame.model.nation import Nation
from wargame.model.scenario import HYPOTHESES, Indicator
from wargame.model.situation import ReportState
from wargame.replay.watch import Scene
from wargame.replay.wording import age, ago, columns, counted, few, wrapped
from wargame.rules.assessment import likelihood_ratios, missed, prior, probabilities, report, typical_weight
from wargame.rules.assessment import weight as trusted
from wargame.rules.detection import coverage, hit, sensitivity
from wargame.rules.economy import nation_of

WINDOW = 7 * DAY
"""How far back the matrix looks."""
MOST = 12
"""Indicators listed, those that speak loudest first."""
CLEAR, STRONG = 0.3, 1.5
"""Log-odds, for an attack against routine, from which an indicator speaks clearly, and strongly."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One indicator of the warning list as a view has seen it."""

    indicator: str
    category: str
    discipline: str
    seen: int
    """Reports of it in the window."""
    shown: int | None
    """How often it showed in the window in truth; for the umpire."""
    mistaken: int | None
    """How often something harmless was taken for it; for the umpire."""
    routine: float | None
    """Reports that the nation's own sensors would bring in the window if nothing were afoot; None where it has none for
    it."""
    attack: float | None
    """The same if a limited attack were being prepared."""
    weight: float | None
    """Log-odds that the window adds for a limited attack against routine, silence included."""
    weights: tuple[float, ...] | None
    """The same for each hypothesis, in the order of HYPOTHESES."""
    ratios: tuple[float, ...] | None
    """By hypothesis: how many times likelier what the window brought is under it than under the others together, these
    by their base rates."""
    speaks: str
    """`for` or `against` an attack, in words."""
    last: str | None
    """When it was seen last, whenever that was."""
    age_hours: float | None
    grades: tuple[str, ...]
    """Of the reports in the window, newest first."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The indicators, those that speak loudest first."""

    days: float
    """Length of the window."""
    signs: tuple[Sign, ...]


def matrix(scene: Scene) -> Matrix:
    """The indicators as one seat sees them; an umpire sees what nations' sensors and the media reported together."""
    span = min(WINDOW, scene.time)
    nation = nation_of(scene.scenario, scene.view)
    held: dict[str, list[ReportState]] = {}
    for state in _reports(scene):
        held.setdefault(state.body.indicator, []).append(state)
    signs = [_sign(scene, each, held.get(each.id, ()), nation, span) for each in scene.scenario.indicators]
    return Matrix(span / DAY, tuple(sorted(signs, key=_loudness)))


def _reports(scene: Scene) -> Iterator[ReportState]:
    """Reports held by the view; of all nations' those of their own sensors, and once what came to several of them from
    outside, so that no sighting counts twice.
    """
    pictures, outside = scene.situation.pictures, set[tuple[str, str, int]]()
    for name, picture in pictures.items():
        for state in picture.reports.values():
            body = state.body
            if scene.umpire and body.originator != name:
                sighting = (body.originator, body.indicator, body.observed)
                if body.originator in pictures or sighting in outside:
                    continue
                outside.add(sighting)
            yield state


def _counts(held: ReportState) -> bool:
    """Whether a report speaks at all: not one that was disproved, or says again what an earlier one said."""
    return held.disproved is None and held.body.confirms is None


def _loudness(sign: Sign) -> tuple[float, int, str]:
    return -abs(sign.weight or 0.0), -(sign.shown or 0) - sign.seen, sign.indicator


def _sign(scene: Scene, indicator: Indicator, held: Sequence[ReportState], nation: Nation | None, span: int) -> Sign:
    newest = sorted(held, key=lambda each: -each.body.observed)
    late = [each for each in newest if each.received > scene.time - WINDOW]
    watched = None if nation is None else _watched(scene, nation, indicator) * span / DAY
    rates, parameters = indicator.rates, scene.scenario.doctrine.intelligence
    weights = None
    if watched is not None:
        heard = [trusted(parameters, each.body.reliability, each.body.credibility) for each in late if _counts(each)]
        spoken, silent = report(rates, fsum(heard)), missed([indicator], [watched * typical_weight(parameters)])
        weights = _rounded([said - hush for said, hush in zip(spoken, silent, strict=True)])
    weight = None if weights is None else weights[HYPOTHESES.index("limited_attack")]
    last = newest[0].body.observed if newest else None
    return Sign(
        indicator=indicator.id,
        category=indicator.category,
        discipline=indicator.discipline,
        seen=len(late),
        shown=_happened(scene, indicator, mistaken=False) if scene.umpire else None,
        mistaken=_happened(scene, indicator, mistaken=True) if scene.umpire else None,
        routine=None if not watched else round(rates.routine * watched, 6),
        attack=None if not watched else round(rates.limited_attack * watched, 6),
        weight=weight,
        weights=weights,
        ratios=None if weights is None else _rounded(likelihood_ratios(weights, probabilities(prior(parameters)))),
        speaks=_speaks(weight, watched),
        last=None if last is None else instant(last),
        age_hours=None if last is None else round((scene.time - last) / HOUR, 6),
        grades=tuple(f"{each.body.reliability}{each.body.credibility}" for each in late),
    )


def _rounded(numbers: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(each, 6) for each in numbers)


def _happened(scene: Scene, indicator: Indicator, mistaken: bool) -> int:
    """How often an indicator showed, or seemed to show, in the window."""
    count = 0
    for event in scene.events:
        if event.time > scene.time - WINDOW and isinstance(event.body, IndicatorShown):
            behind = None if event.cause is None else scene.events[event.cause - 1].body
            harmless = isinstance(behind, FalseAlarmArose)
            count += event.body.indicator == indicator.id and harmless == mistaken
    return count


def _watched(scene: Scene, nation: Nation, indicator: Indicator) -> float:
    """Share of an indicator's occurrences that the nation's sensors report, by planning figures."""
    parameters = scene.scenario.doctrine.intelligence
    picture = scene.situation.pictures.get(nation.id)
    tasked = None if picture is None else picture.tasked.get(indicator.discipline)
    noticed = hit(sensitivity(parameters, nation.technology.surveillance), parameters.criterion)
    return coverage(parameters, nation, indicator, tasked) * noticed


def _speaks(weight: float | None, watched: float | None) -> str:
    if weight is None or watched is None:
        return ""
    if abs(weight) < CLEAR:
        return "not watched" if watched == 0.0 and weight == 0.0 else "little"
    side = "for" if weight > 0 else "against"
    return f"strongly {side}" if abs(weight) >= STRONG else side


# --- in words ------------------------------------------------------------------------------------------------


def matrix_lines(scene: Scene, known: Matrix) -> Iterator[str]:
    """The matrix as a table; what is silent and expected stands in it too."""
    if not scene.scenario.indicators:
        return
    own = any(sign.weight is not None for sign in known.signs)
    speaking = [each for each in known.signs if tells(each)]
    if not speaking:
        yield "  Nothing on the warning list has been seen of late, and nothing is missed yet."
        return
    yield from wrapped(_caption(known, own, scene.umpire), "  ", "  ")
    yield from _table(scene, speaking[:MOST], own)
    rest = len(known.signs) - len(speaking[:MOST])
    if rest:
        yield f"  (+{counted(rest, 'indicator')} not seen, or saying less)"


def tells(sign: Sign) -> bool:
    """Whether it has been seen, or is missed, so that it says something."""
    return bool(sign.seen or sign.shown or sign.mistaken) or abs(sign.weight or 0.0) >= CLEAR


def _caption(known: Matrix, own: bool, umpire: bool) -> str:
    days = f"In the last {age(round(known.days * DAY))}" if known.days else "At STARTEX"
    if umpire:
        return f"{days}, in truth, and as sensors and media reported it:"
    if own:
        return f"{days}, and what own sensors would have shown in routine, or before a limited attack:"
    return f"{days}, as reported to this seat:"


def _table(scene: Scene, signs: Sequence[Sign], own: bool) -> Iterator[str]:
    if scene.umpire:
        rows = [("indicator", "shown", "mistaken", "reports", "last seen")]
        rows += [(each.indicator, str(each.shown), str(each.mistaken), str(each.seen), _last(each)) for each in signs]
        yield from columns(rows, right=(1, 2, 3))
    elif own:
        table = [("indicator", "seen", "routine", "attack", "speaks", "last seen")]
        table += [
            (each.indicator, str(each.seen), _number(each.routine), _number(each.attack), each.speaks, _last(each))
            for each in signs
        ]
        yield from columns(table, right=(1, 2, 3))
    else:
        yield from columns(
            [("indicator", "seen", "last seen")] + [(s.indicator, str(s.seen), _last(s)) for s in signs], right=(1,)
        )


def _last(sign: Sign) -> str:
    """When it was seen last, and the grades of the newest reports."""
    if sign.age_hours is None:
        return "never"
    when = ago(round(sign.age_hours * HOUR))
    return f"{when}, {' '.join(sign.grades[:3])}" if sign.grades else when


def _number(expected: float | None) -> str:
    return "-" if expected is None else few(expected)
