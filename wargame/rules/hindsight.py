"""What a nation could have known had its allies released what they held (`docs/model.md` 5.21).

From the umpire's log, afterwards: every report that a member held, at the time at which it held it, weighed by the
rules that staffs use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from wargame.model.clock import HOUR
from wargame.model.event import Event
from wargame.model.happenings import (
    Assessed,
    CollectionTasked,
    IndicatorShown,
    MediaReported,
    PublicationMade,
    ReportDisproved,
    ReportPublished,
    ReportReceived,
    ReportReleased,
    TurnBegan,
    WarningIssued,
)
from wargame.model.nation import Nation
from wargame.model.scenario import Scenario
from wargame.rules.assessment import Odds, Staff, assess, attack_probability, evidence, pooled, prior, staff, weight
from wargame.rules.detection import coverage, hit, sensitivity
from wargame.rules.fusion import Ledger


@dataclass(frozen=True, slots=True)
class Hindsight:
    """What a nation's staff held to be the case at an instant, and what it could have held."""

    perceived: Odds
    """Log-odds of each hypothesis, as its staff last assessed them."""
    possible: Odds
    """The same with all that members held."""
    reports: int
    """Things that the nation had reports on, those disproved left out."""
    possible_reports: int
    """Things that any member had reports on."""
    warned: int | None
    """When the nation's staff first warned, seconds after STARTEX."""
    could_warn: int | None
    """When it first could have."""


def could_have_known(scenario: Scenario, events: Sequence[Event], nation: str, time: int | None = None) -> Hindsight:
    """What `nation` held and could have held at `time`, at the end of the log without it.

    `events` are the umpire's, from the first on. Costs one pass over them.
    """
    looked = _Pool(scenario, nation)
    for event in events:
        if time is not None and event.time > time:
            break
        looked.see(event)
    return looked.at(time if time is not None else events[-1].time if events else 0)


def hours_not_sharing_cost(scenario: Scenario, events: Sequence[Event], nation: str) -> float | None:
    """By how many hours the nation's first warning would have come earlier with all that members held; 0 when it would
    not have, None when there is nothing to warn of either way. A warning that never came counts to the log's end.
    """
    seen = could_have_known(scenario, events, nation)
    if seen.could_warn is None:
        return None if seen.warned is None else 0.0
    came = seen.warned if seen.warned is not None else events[-1].time
    return round(max(0, came - seen.could_warn) / HOUR, 6)


class _Pool:
    """All that the members of the alliance held, weighed as one nation's staff would have."""

    def __init__(self, scenario: Scenario, nation: str) -> None:
        self.scenario, self.parameters = scenario, scenario.doctrine.intelligence
        self.nation = next(each for each in scenario.nations if each.id == nation)
        members = scenario.alliance.members
        allies = members if nation in members else ()
        self.pool = [each for each in scenario.nations if each.id == nation or each.id in allies]
        self.indicators = {each.id: each for each in scenario.indicators}
        self.origins: dict[tuple[str, str], int] = {}
        """By holder and label: the event that a report is about."""
        self.told: dict[int, int] = {}
        """By event that passes something on: the event that it is about."""
        self.shown: dict[int, str] = {}
        """By event: the indicator that showed."""
        self.held: set[int] = set()
        """What the nation itself had reports on."""
        self.ledger: Ledger[int] = Ledger(self.parameters.memory_days)
        self.tasked: dict[str, dict[str, str]] = {each.id: {} for each in self.pool}
        self.tasks: list[CollectionTasked] = []
        """Those that take effect at the next turn."""
        self.staff = self._staff()
        self.services: tuple[Odds, ...] = ()
        self.assessed = 0
        self.perceived = prior(self.parameters)
        self.warned: int | None = None
        self.could_warn: int | None = None

    def see(self, event: Event) -> None:
        """Take in the next event of the umpire's log."""
        match event.body:
            case IndicatorShown(indicator=indicator):
                self.shown[event.id] = indicator
            case ReportReceived() as body:
                self._receive(event, body)
            case ReportReleased(nation=holder, report=report) | ReportPublished(nation=holder, report=report):
                self.told[event.id] = self.origins.get((holder, report), event.id)
            case PublicationMade() | MediaReported():
                self.told[event.id] = self._about(event)
            case ReportDisproved(nation=holder, reports=reports):
                self._take_back(event, self.origins[holder, reports[0]])
            case CollectionTasked() as body if body.nation in self.tasked:
                self.tasks.append(body)
            case TurnBegan() if self.tasks:
                self._retask(event.time)
            case Assessed(nation=name, log_odds=log_odds) if name == self.nation.id:
                self.perceived = log_odds
            case WarningIssued(nation=name) if name == self.nation.id and self.warned is None:
                self.warned = event.time

    def at(self, time: int) -> Hindsight:
        """What has become of it at `time`."""
        self._pass(time, None)
        return Hindsight(
            perceived=self.perceived,
            possible=pooled(self.services),
            reports=len(self.held),
            possible_reports=len(self.ledger.things),
            warned=self.warned,
            could_warn=self.could_warn,
        )

    def _about(self, event: Event) -> int:
        """The event that what passes something on is about: its cause's, or its cause itself when that showed."""
        assert event.cause is not None
        return self.told.get(event.cause, event.cause)

    def _receive(self, event: Event, body: ReportReceived) -> None:
        origin = self._about(event)
        self.origins[body.nation, body.report] = origin
        if body.nation == self.nation.id:
            self.held.add(origin)
        if body.nation in self.tasked:
            trusted = weight(self.parameters, body.reliability, body.credibility)
            added = self.ledger.add(origin, body.originator, trusted, event.time)
            if added > 0.0:
                self._pass(event.time, evidence(self.parameters, self.indicators[body.indicator], added))
                if self.could_warn is None and attack_probability(pooled(self.services)) >= self.nation.threshold:
                    self.could_warn = event.time

    def _take_back(self, event: Event, origin: int) -> None:
        showed = self.shown[origin]
        self.held.discard(origin)
        left = self.ledger.take_back(origin, event.time)
        if left > 0.0:
            self._pass(event.time, evidence(self.parameters, self.indicators[showed], -left))

    def _pass(self, time: int, says: Sequence[Odds] | None) -> None:
        self.services = assess(self.staff, self.services, time - self.assessed, says)
        self.assessed = time

    def _retask(self, time: int) -> None:
        self._pass(time, None)
        for task in self.tasks:
            self.tasked[task.nation][task.discipline] = task.indicator
        self.tasks = []
        self.staff = self._staff()

    def _staff(self) -> Staff:
        """A staff that would be told of whatever any member's sensors notice."""
        every = self.scenario.indicators
        seen = []
        for indicator in every:
            missed = prod(1.0 - self._notices(nation, indicator.id) for nation in self.pool)
            seen.append(1.0 - missed)
        return staff(self.parameters, every, seen)

    def _notices(self, nation: Nation, name: str) -> float:
        indicator = self.indicators[name]
        apart = sensitivity(self.parameters, nation.technology.surveillance)
        tasked = self.tasked[nation.id].get(indicator.discipline)
        return hit(apart, self.parameters.criterion) * coverage(self.parameters, nation, indicator, tasked)
