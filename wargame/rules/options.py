"""Every decision a seat could take now, with sensible values filled in; all of them legal."""

from collections.abc import Iterator, Sequence

from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import (
    CallConsultation,
    MeasureText,
    PositionKind,
    SetSilence,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.forces import OfferForce, OrderActivation, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.model.view import View
from wargame.rules.legal import legal, role

POSITIONS: tuple[PositionKind, ...] = ("accept", "abstain", "break")
PROBABILITIES = (0.03, 0.12, 0.3, 0.5, 0.7, 0.87, 0.97)
"""One probability for each of the words of ICD 203."""
STRENGTHS = (1.0, 2.0, 4.0)
"""Brigade equivalents offered as choices for a deployment."""
DEADLINES = (6.0, 12.0, 24.0, 48.0)
"""Hours offered as choices for a silence procedure."""


def options(view: View, staged: Sequence[Decision] = ()) -> list[Decision]:
    """Legal decisions beside those `staged`, in a fixed order. White-cell acts are not listed: they fit any time."""
    candidates = {"nation": _nation, "hq": _hq, "commander": _commander}.get(role(view))
    if candidates is None:
        return []
    return [decision for decision in candidates(view) if legal(view, decision, staged) is None]


def texts(view: View) -> list[MeasureText]:
    """Measures that make sense here: words, alert, and forces to each objective."""
    places = [objective.at for objective in view.scenario.objectives]
    plain = [MeasureText(kind="statement"), MeasureText(kind="heighten_readiness")]
    return plain + [MeasureText(kind="deploy", place=place, strength=each) for place in places for each in STRENGTHS]


def _nation(view: View) -> Iterator[Decision]:
    situation = view.situation
    own = [name for name, force in situation.forces.items() if force.nation == view.seat]
    yield CallConsultation()
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in situation.council.measures:
        yield from (TakePosition(measure=measure, position=position) for position in POSITIONS)
        yield from (OfferForce(force=force, measure=measure) for force in own)
        yield SeekMandate(measure=measure)
    for force in own:
        yield WithdrawOffer(force=force)
        yield ReadyForce(force=force)
    picture = situation.pictures.get(view.seat)
    for report in picture.reports if picture else ():
        yield from (ReleaseReport(report=report, to=nation.id) for nation in view.scenario.nations)
    yield CommitPublicly()
    yield from (StateProbability(probability=value) for value in PROBABILITIES)


def _hq(view: View) -> Iterator[Decision]:
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in view.situation.council.measures:
        yield from (SetSilence(measure=measure, hours=hours) for hours in DEADLINES)


def _commander(view: View) -> Iterator[Decision]:
    yield from (OrderActivation(measure=measure) for measure in view.situation.council.measures)
