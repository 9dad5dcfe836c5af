"""What people's seats wanted and did until ENDEX, and how they stand beside the other members, in sentences."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Any

from wargame.model.clock import instant
from wargame.model.event import Event
from wargame.model.happenings import (
    ActivationOrdered,
    ConsultationCalled,
    ForceCapable,
    ForceOffered,
    MeasureAdopted,
    MeasureTabled,
    PositionTaken,
    ProbabilityStated,
    ReportReceived,
    ReportReleased,
)
from wargame.model.scenario import Scenario
from wargame.replay import names
from wargame.replay.wording import counted, listed
from wargame.scoring.response import before_endex
from wargame.scoring.score import Score, SeatScore

JUDGED = {"its own aims": "national_aims", "calibration": "calibration", "cost": "cost"}
"""What differs from seat to seat, by the word it has here."""
REACHED = 90.0
"""Points of 100 from which an aim is called reached."""
ALIKE = 1.0
"""Points by which a seat must differ from the members' mean to be told apart from it."""


def deeds(scenario: Scenario, events: Sequence[Event], scored: Score, seats: Sequence[str]) -> Iterator[str]:
    """Sentences about each of `seats` that is a member's, with a blank line before each."""
    played = before_endex(events)
    for seat in scored.seats:
        if seat.seat in seats:
            done, name = _Deeds(scenario, played, seat.seat), names.who(scenario, seat.seat)
            yield ""
            yield from _aims(scenario, seat)
            yield f"{name} and the council: {done.council()}."
            yield f"{name} and its reports: {done.reports()}."
            yield f"{name} and its forces: {done.forces()}."
            yield f"{name} and its judgement: {done.judgement(scored)}."
            yield f"{name} among the members: {_standing(scored, seat)}."


def _aims(scenario: Scenario, seat: SeatScore) -> Iterator[str]:
    texts = {aim.id: aim.text for nation in scenario.nations for aim in nation.aims}
    for aim in seat.aims:
        fate = "reached" if aim.points >= REACHED else "reached in part" if aim.points > 0.0 else "not reached"
        yield f"{names.who(scenario, seat.seat)} {fate} ({aim.points:.0f} of 100): {texts[aim.aim]}"


class _Deeds:
    """Reads a member's doings off the log of play."""

    def __init__(self, scenario: Scenario, played: Sequence[Event], seat: str) -> None:
        self.scenario, self.played, self.seat = scenario, played, seat
        self.own = {force.id for nation in scenario.nations if nation.id == seat for force in nation.forces}

    def found(self, kind: type, who: str = "nation") -> list[Event]:
        """Events of a kind in which this seat is named as `who`."""
        return [each for each in self.played if isinstance(each.body, kind) and getattr(each.body, who) == self.seat]

    def council(self) -> str:
        """What it called, tabled and said there."""
        called = self.found(ConsultationCalled)
        tabled = {each.measure for each in self.found(MeasureTabled, "by")}
        adopted = {each.measure for each in self.played if isinstance(each.body, MeasureAdopted)}
        texts = {each.measure for each in self.played if isinstance(each.body, MeasureTabled)}
        spoke = {each.measure for each in self.found(PositionTaken)}
        when = f"called it at {listed([instant(each.time) for each in called])}" if called else "never called it"
        mine = f"{counted(len(tabled), 'text')}, {len(tabled & adopted)} of them adopted" if tabled else "nothing"
        return f"{when}; tabled {mine}; took a position on {len(spoke)} of {counted(len(texts), 'text')}"

    def reports(self) -> str:
        """What its services found, and how much of that it let allies see."""
        own = {_of(each).report for each in self.found(ReportReceived) if _of(each).originator == self.seat}
        if not own:
            return "its services found nothing"
        released = [each for each in self.found(ReportReleased) if _of(each).report in own]
        shared = {_of(each).report for each in released}
        allies = len({_of(each).to for each in released} & set(self.scenario.alliance.members))
        words = f"released {len(shared)} of {counted(len(own), 'report')} of its own"
        return f"{words}, to {counted(allies, 'ally', 'allies')}" if shared else words

    def forces(self) -> str:
        """What it offered, and what came of that."""
        offered = {_of(each).force for each in self.found(ForceOffered)}
        orders = [each.body for each in self.played if isinstance(each.body, ActivationOrdered)]
        activated = {name for order in orders for name in order.forces}
        capable = {
            each.body.force: each.body.strength
            for each in self.played
            if isinstance(each.body, ForceCapable) and each.body.force in self.own and each.measure is not None
        }
        if not offered and not capable:
            return "offered none"
        words = f"offered {len(offered)} of {len(self.own)}, {len(activated & self.own)} activated"
        return f"{words}, {len(capable)} capable" + (f" ({fsum(capable.values()):.1f} BE)" if capable else "")

    def judgement(self, scored: Score) -> str:
        """How often it said how likely an attack was, and how well."""
        stated = len(self.found(ProbabilityStated))
        points = {each.seat: each.calibration for each in scored.seats}
        words = f"stated a probability {counted(stated, 'time')}" if stated else "never stated a probability"
        return words if points[self.seat] is None else f"{words}; {_ranked(points, self.seat)} for calibration"


def _of(event: Event) -> Any:
    return event.body


def _ranked(points: dict[str, float | None], seat: str) -> str:
    """`95.5 of 100, 3rd of 8`."""
    own, known = points[seat] or 0.0, [each for each in points.values() if each is not None]
    return f"{own:.1f} of 100, {_ordinal(1 + sum(each > own for each in known))} of {len(known)}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _standing(scored: Score, seat: SeatScore) -> str:
    """Its total among the members, and what sets it apart from their mean."""
    better: list[str] = []
    worse: list[str] = []
    for name, part in JUDGED.items():
        own, points = getattr(seat, part), [getattr(each, part) for each in scored.seats]
        known = [each for each in points if each is not None]
        if own is not None and abs(own - (mean := fsum(known) / len(known))) >= ALIKE:
            (better if own > mean else worse).append(f"{name} ({own:.1f}, mean {mean:.1f})")
    words = [f"total {_ranked({each.seat: each.total for each in scored.seats}, seat.seat)}"]
    words += [f"above the members' mean in {listed(better)}"] if better else []
    words += [f"below the members' mean in {listed(worse)}"] if worse else []
    return "; ".join(words)
