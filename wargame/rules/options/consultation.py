"""Candidates for decisions in the council."""

from collections.abc import Iterator
from dataclasses import replace

from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import (
    AmendMeasure,
    CallConsultation,
    ChangeVenue,
    ConveneCouncil,
    Lobby,
    MeasureText,
    NarrowMeasure,
    PositionKind,
    SetSilence,
    SidePayment,
    TableMeasure,
    TakePosition,
)
from wargame.model.scenario import MeasureKind
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.rules.consultation import breaking
from wargame.rules.options.table import Candidates

POSITIONS: tuple[PositionKind, ...] = ("accept", "accept_with_caveat", "abstain", "break")
WON_OVER: tuple[PositionKind, ...] = ("accept", "break")
"""Positions that members are lobbied for."""
STRENGTHS = (1.0, 2.0, 4.0)
"""Brigade equivalents offered as choices for a deployment."""
DEADLINES = (6.0, 12.0, 24.0, 48.0)
"""Hours offered as choices for a silence procedure."""
PLAIN: tuple[MeasureKind, ...] = (
    "statement",
    "monitor",
    "heighten_readiness",
    "stand_down",
    "activate_forces",
    "collective_defence",
)
"""Measures that need no more than their name."""
CONCEDED = 0.1
"""Share of an objective's value that is offered as a choice."""
STANDS = 72.0
"""Hours that an offer stands which is offered as a choice."""


def texts(view: View) -> list[MeasureText]:
    """Measures that make sense here: words, watch and alert, forces, and what is done toward each adversary."""
    return [*(MeasureText(kind=kind) for kind in PLAIN), *_deployments(view), *_toward_adversaries(view)]


def _deployments(view: View) -> Iterator[MeasureText]:
    for objective in view.scenario.objectives:
        yield from (MeasureText(kind="deploy", place=objective.at, strength=each) for each in STRENGTHS)


def _toward_adversaries(view: View) -> Iterator[MeasureText]:
    for adversary in view.scenario.adversaries:
        yield MeasureText(kind="sanctions", adversary=adversary.id)
        yield from (MeasureText(kind="attribution", adversary=adversary.id, incident=each) for each in _incidents(view))
        for objective in view.scenario.objectives:
            offer = MeasureText(
                kind="offer_to_adversary", adversary=adversary.id, objective=objective.id, deadline=STANDS
            )
            yield replace(offer, share=CONCEDED)
            yield replace(offer, assurance="force_limits")


def _incidents(view: View) -> list[str]:
    """What the nation has met with."""
    state = view.situation.nations.get(view.seat)
    return [*state.incidents] if state else []


def lesser(text: MeasureText) -> Iterator[MeasureText]:
    """Texts that ask for less."""
    if text.strength is not None:
        yield replace(text, strength=round(max(0.1, text.strength / 2.0), 6))
    if text.kind in ("deploy", "activate_forces", "collective_defence"):
        yield replace(text, rules="tight")
        yield MeasureText(kind="heighten_readiness")
    if text.kind == "sanctions":
        yield replace(text, trade=round((1.0 if text.trade is None else text.trade) / 2.0, 6))
    yield MeasureText(kind="statement")


def _nation(view: View) -> Iterator[Decision]:
    yield CallConsultation()
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in _undecided(view):
        yield from (TakePosition(measure=measure.id, position=position) for position in POSITIONS)
        yield from _winning_over(view, measure)
        yield from (AmendMeasure(measure=measure.id, text=text) for text in lesser(measure.text))


def _winning_over(view: View, measure: MeasureProgress) -> Iterator[Decision]:
    for nation in view.scenario.alliance.members:
        for position in WON_OVER:
            yield Lobby(nation=nation, measure=measure.id, position=position)
            yield SidePayment(nation=nation, measure=measure.id, position=position, currency="burden_credit")


def _hq(view: View) -> Iterator[Decision]:
    yield ConveneCouncil()
    yield from (TableMeasure(measure=text) for text in texts(view))
    for measure in _undecided(view):
        yield from (SetSilence(measure=measure.id, hours=hours) for hours in DEADLINES)
        yield from (NarrowMeasure(measure=measure.id, text=text) for text in lesser(measure.text))
        yield from (ChangeVenue(measure=measure.id, members=circle) for circle in _circles(view, measure))


def willing(view: View, measure: MeasureProgress) -> tuple[str, ...]:
    """The circle of those who have not broken silence on a measure, nor abstain."""
    against = breaking(view.scenario.alliance, measure)
    asked = measure.circle or view.scenario.alliance.members
    return tuple(each for each in asked if each not in against and measure.positions.get(each) != "abstain")


def _circles(view: View, measure: MeasureProgress) -> Iterator[tuple[str, ...]]:
    """The circle of the willing, and those without one member each."""
    asked = measure.circle or view.scenario.alliance.members
    circles = [willing(view, measure), *(tuple(each for each in asked if each != out) for out in asked)]
    yield from dict.fromkeys(circles)


def _undecided(view: View) -> list[MeasureProgress]:
    return [each for each in view.situation.council.measures.values() if each.open or each.state == "broken"]


CANDIDATES: Candidates = {"nation": _nation, "hq": _hq}
