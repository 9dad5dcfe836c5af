"""How far each nation's own aims were reached (`docs/model.md` 8.7)."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import fsum
from typing import Any

from wargame.model import aims
from wargame.model.aims import Aim
from wargame.model.fields import record
from wargame.model.happenings import (
    ConsultationCalled,
    ForceOffered,
    MeasureAdopted,
    MeasureFailed,
    MeasureTabled,
    StatementMade,
)
from wargame.model.nation import Nation
from wargame.rules.expenses import spent
from wargame.rules.home_front import support_of
from wargame.scoring.alliance import shared
from wargame.scoring.course import Course, Tie
from wargame.scoring.outcome import conceded_of


@record
class AimScore:
    """One aim of a nation."""

    aim: str
    kind: str
    points: float
    """0 to 100."""


def aim_scores(course: Course, nation: Nation) -> tuple[AimScore, ...]:
    """Each aim of a nation, with credit for what was reached in part."""
    return tuple(
        AimScore(aim=aim.id, kind=aim.kind, points=round(100.0 * reached(course, nation, aim), 2))
        for aim in nation.aims
    )


def mean_points(scored: Sequence[AimScore]) -> float | None:
    """The mean of a nation's aims; None for a nation without."""
    return round(fsum(each.points for each in scored) / len(scored), 2) if scored else None


def reached(course: Course, nation: Nation, aim: Aim) -> float:
    """How far an aim was reached, 0 to 1."""
    return min(1.0, max(0.0, JUDGES[type(aim)](course, nation, aim)))


# --- forces --------------------------------------------------------------------------------------------------


def _ties(course: Course, nation: Nation) -> list[Tie]:
    return [tie for tie in course.ties if tie.nation == nation.id and tie.counts]


def peak(spans: Sequence[tuple[float, int, int]]) -> float:
    """Most that was there at a time, of amounts each from one instant until another."""
    return max((fsum(each for each, start, end in spans if start <= at < end) for _, at, _ in spans), default=0.0)


def _keep_home(course: Course, nation: Nation, aim: aims.KeepForcesHome) -> float:
    """Full for no more than so many, none for all of them away at a time."""
    away = peak([(tie.strength, tie.since, tie.until) for tie in _ties(course, nation)])
    whole = fsum(force.strength for force in nation.forces)
    return 1.0 if away <= aim.most else 1.0 - (away - aim.most) / max(whole - aim.most, away - aim.most)


def _capable(course: Course, nation: Nation) -> list[tuple[float, int, int]]:
    return [(tie.strength, tie.capable, tie.until) for tie in _ties(course, nation) if tie.capable is not None]


def _send(course: Course, nation: Nation, aim: aims.SendForces) -> float:
    return peak(_capable(course, nation)) / aim.least if aim.least else 1.0


def _recognised(course: Course, nation: Nation, aim: aims.BeRecognised) -> float:
    """Share of the brigade-days capable in the field; nothing where nobody has any."""
    whole = fsum(tie.capable_days for tie in course.ties if tie.counts)
    if aim.share == 0.0 or whole == 0.0:
        return 1.0 if aim.share == 0.0 else 0.0
    return fsum(tie.capable_days for tie in _ties(course, nation)) / whole / aim.share


def _host_none(course: Course, nation: Nation, aim: aims.HostNoForces) -> float:
    """Halved for each brigade too many."""
    return float(0.5 ** max(0.0, course.hosted.get(nation.id, 0.0) - aim.most))


# --- words and measures --------------------------------------------------------------------------------------

ACTS: dict[str, Callable[[Any], str | None]] = {
    "call": lambda body: body.nation if isinstance(body, ConsultationCalled) else None,
    "table": lambda body: body.by if isinstance(body, MeasureTabled) else None,
    "offer": lambda body: body.nation if isinstance(body, ForceOffered) else None,
    "commit": lambda body: body.by if isinstance(body, StatementMade) and body.commits else None,
}
"""By act: who did it, of an event that is one."""
ACT_KINDS = (ConsultationCalled, MeasureTabled, ForceOffered, StatementMade)


def _lead(course: Course, nation: Nation, aim: aims.Lead) -> float:
    """First in full, second by half, third by a third; those of one instant are first together."""
    firsts: dict[str, int] = {}
    for event in course.players(*ACT_KINDS):
        who = ACTS[aim.act](event.body)
        if who is not None and who in course.scenario.alliance.members:
            firsts.setdefault(who, event.time)
    own = firsts.get(nation.id)
    return 0.0 if own is None else 1.0 / (1 + len([time for time in firsts.values() if time < own]))


def _measures(course: Course, kind: str) -> dict[str | None, int | None]:
    """Measures of a kind tabled before ENDEX: when each was adopted, None for those that were not."""
    adopted = {event.measure: event.time for event in course.all(MeasureAdopted)}
    return {
        event.measure: adopted.get(event.measure)
        for event in course.players(MeasureTabled)
        if isinstance(event.body, MeasureTabled) and event.body.text.kind == kind
    }


def _wanted(course: Course, nation: Nation, aim: aims.MeasureWanted) -> float:
    """Adopted in full, still open by half, failed by a quarter."""
    measures = _measures(course, aim.measure)
    failed = {event.measure for event in course.all(MeasureFailed)}
    if any(adopted is not None for adopted in measures.values()):
        return 1.0
    return 0.0 if not measures else 0.25 if measures.keys() <= failed else 0.5


def _unwanted(course: Course, nation: Nation, aim: aims.MeasureUnwanted) -> float:
    """Never adopted in full; else half of the share of play before it was."""
    adopted = [time for time in _measures(course, aim.measure).values() if time is not None]
    return 0.5 * min(1.0, min(adopted) / course.played_seconds) if adopted else 1.0


def _no_commitment(course: Course, nation: Nation, aim: aims.NoCommitment) -> float:
    """Never in full; else half of the share of play before it."""
    said = [event for event in course.players(StatementMade) if ACTS["commit"](event.body) == nation.id]
    return 0.5 * said[0].time / course.played_seconds if said else 1.0


def _alert(course: Course, nation: Nation, aim: aims.AlertAtMost) -> float:
    """Share of play at no higher alert."""
    declared = [(0, 0), *((time, level) for time, level in course.alerts if time <= course.endex.time)]
    spans = pairwise([*declared, (course.played_seconds, 0)])
    low = fsum(until - since for (since, level), (until, _) in spans if level <= aim.level)
    return low / course.played_seconds


# --- what became of the crisis -------------------------------------------------------------------------------


def _rung(course: Course, nation: Nation, aim: aims.RungAtMost) -> float:
    """Share of the session in which no adversary stood higher."""
    if not course.end:
        return 1.0
    edges = sorted({0, course.end, *(stay.since for stay in course.stays)})
    low = 0
    for since, until in pairwise(edges):
        low += 0 if any(s.rung > aim.rung and s.since <= since < s.until for s in course.stays) else until - since
    return low / course.end


def _no_concession(course: Course, nation: Nation, aim: aims.NoConcession) -> float:
    named = [each for each in course.scenario.objectives if aim.objective in (None, each.id)]
    return 1.0 - max(conceded_of(course, each.id) for each in named)


def _held(course: Course, nation: Nation, aim: aims.ObjectiveHeld) -> float:
    return 1.0 - max(course.situation.objectives[aim.objective].held, conceded_of(course, aim.objective))


# --- at home -------------------------------------------------------------------------------------------------


def _support(course: Course, nation: Nation, aim: aims.SupportAtLeast) -> float:
    return support_of(course.scenario, course.situation, nation, course.end) / aim.level if aim.level else 1.0


def _capital(course: Course, nation: Nation, aim: aims.CapitalAtLeast) -> float:
    return course.endex.capital[nation.id] / aim.amount if aim.amount else 1.0


def _spend(course: Course, nation: Nation, aim: aims.SpendAtMost) -> float:
    """Full up to the amount, half at twice as much."""
    money = spent(course.scenario, course.situation, nation, course.end)
    return aim.amount / money if money > aim.amount else 1.0


def _share(course: Course, nation: Nation, aim: aims.ShareReports) -> float:
    """Nothing where it has no report to share."""
    released = shared(course, nation.id)
    return 1.0 if aim.share == 0.0 else (released or 0.0) / aim.share


def _keep(course: Course, nation: Nation, aim: aims.KeepSources) -> float:
    released = shared(course, nation.id) or 0.0
    return 1.0 if released <= aim.share else (1.0 - released) / (1.0 - aim.share)


JUDGES: dict[type, Callable[[Course, Nation, Any], float]] = {
    aims.KeepForcesHome: _keep_home,
    aims.SendForces: _send,
    aims.BeRecognised: _recognised,
    aims.HostNoForces: _host_none,
    aims.Lead: _lead,
    aims.MeasureWanted: _wanted,
    aims.MeasureUnwanted: _unwanted,
    aims.NoCommitment: _no_commitment,
    aims.AlertAtMost: _alert,
    aims.RungAtMost: _rung,
    aims.NoConcession: _no_concession,
    aims.ObjectiveHeld: _held,
    aims.SupportAtLeast: _support,
    aims.CapitalAtLeast: _capital,
    aims.SpendAtMost: _spend,
    aims.ShareReports: _share,
    aims.KeepSources: _keep,
}
"""By kind of aim: how far it was reached."""
