"""The registry of reports: who holds what, under which label, how fast messages travel (`docs/model.md` 5.5, 5.16)."""

from math import exp
from typing import NamedTuple

from wargame.engine.world import World
from wargame.model.clock import seconds
from wargame.model.event import Event
from wargame.model.happenings import IndicatorShown, ReportReceived, SummaryIssued
from wargame.model.methods import changed
from wargame.model.reports import MEDIA, Precedence
from wargame.rules.assessment import weight
from wargame.rules.detection import MIDDLING
from wargame.rules.disruption import slowness
from wargame.rules.sharing import precedence_hours


class Message(NamedTuple):
    """A report on its way to a recipient."""

    to: str
    origin: Event
    """What it is about, in truth."""
    report: ReportReceived
    """As its sender has it."""
    cause: Event


class Registry:
    """Files every report under labels of its holder's own, and keeps in secret what each is about."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.intelligence
        self.places = {force.id: force.at for each in world.scenario.adversaries for force in each.forces}
        """Where each of the adversaries' formations is."""
        self.origins: dict[tuple[str, str], Event] = {}
        """By holder and label: what a report is about, in truth."""
        self.holdings: dict[str, dict[int, list[str]]] = {}
        """By holder and what it is about: the labels of its reports on that."""
        self.capitals: dict[int, int] = {}
        """By what it is about: how many nations hold a report on it."""
        self.public: set[int] = set()
        """What the world has been told."""
        self.disproved: set[int] = set()
        """What has come out to be harmless."""
        self.contacts: dict[str, dict[str, str]] = {}
        """By holder and formation: the holder's label."""
        gain = self.parameters.command_gain
        self.slow = {
            nation.id: exp(-gain * (nation.technology.command - MIDDLING)) for nation in world.scenario.nations
        }
        """By nation: what its technology makes of every delay."""
        self.waiting: list[Message] = []
        """Routine reports that wait for the next daily summary."""

    # --- filing ----------------------------------------------------------------------------------------------

    def labels(self, holder: str, origin: Event) -> list[str]:
        """A holder's reports on one thing, the first first."""
        return self.holdings.get(holder, {}).get(origin.id, [])

    def deliver(self, message: Message) -> None:
        """A report has reached its recipient; a routine one waits for the next summary."""
        if message.report.precedence != "routine":
            self.file(message)
            return
        if not self.waiting:
            day = seconds(self.parameters.summary_hours)
            self.world.call(day - self.world.now % day, self.summarise)
        self.waiting.append(message)

    def file(self, message: Message) -> Event | None:
        """Enter a report under its holder's own labels; None when it tells nothing new, or has been disproved."""
        holder, origin = message.to, message.origin
        body = origin.body
        assert isinstance(body, IndicatorShown)
        if origin.id in self.disproved or not self._new(message):
            return None
        held = self.holdings.setdefault(holder, {}).setdefault(origin.id, [])
        picture = self.world.situation.pictures.get(holder)
        label = f"r{len(picture.reports) + 1 if picture else 1}"
        filed = changed(
            message.report,
            nation=holder,
            report=label,
            contact=self._contact(holder, body.force),
            confirms=held[0] if held else None,
        )
        if not held and holder in self.slow:
            self.capitals[origin.id] = self.capitals.get(origin.id, 0) + 1
        held.append(label)
        self.origins[holder, label] = origin
        return self.world.emit(filed, message.cause, (holder,))

    def summarise(self) -> None:
        """The daily summaries, all of them at once."""
        waiting, self.waiting = self.waiting, []
        issued: dict[str, list[Event]] = {}
        for message in waiting:
            filed = self.file(message)
            if filed is not None:
                issued.setdefault(message.to, []).append(filed)
        for holder, events in issued.items():
            reports = tuple(event.body.report for event in events if isinstance(event.body, ReportReceived))
            self.world.emit(SummaryIssued(nation=holder, reports=reports), events[-1], (holder,))

    def _new(self, message: Message) -> bool:
        """Whether it comes from another sensor than all the holder has on this, or is better than what it has. The
        media tell nothing to who has a report.
        """
        labels, originator = self.labels(message.to, message.origin), message.report.originator
        if not labels:
            return True
        if originator == MEDIA:
            return False
        held = self.world.situation.pictures[message.to].reports
        had = [body for body in (held[label].body for label in labels) if body.originator == originator]
        return all(self.trusted(each) < self.trusted(message.report) for each in had)

    def trusted(self, report: ReportReceived) -> float:
        """How far it can be, by its grades."""
        return weight(self.parameters, report.reliability, report.credibility)

    def _contact(self, holder: str, force: str | None) -> str | None:
        """The holder's own label for a formation of the adversary, given when it is first seen."""
        if force is None:
            return None
        known = self.contacts.setdefault(holder, {})
        return known.setdefault(force, f"c{len(known) + 1}")

    # --- telling everybody -----------------------------------------------------------------------------------

    def tell_all(self, origin: Event, report: ReportReceived, cause: Event, *, but: str | None = None) -> None:
        """Let every nation but one read what is in the news or has been published."""
        self.public.add(origin.id)
        for nation in self.world.scenario.nations:
            if nation.id != but:
                self.deliver(Message(nation.id, origin, report, cause))

    # --- how fast messages travel ----------------------------------------------------------------------------

    def slowness(self, nation: str) -> float:
        """What a nation's technology and disruptions of its networks make of every delay: 1 at middling technology."""
        return self.slow[nation] * slowness(self.world.scenario, self.world.situation, nation)

    def hours(self, how: Precedence) -> float:
        """How long a message of this precedence is on its way, undisturbed."""
        return precedence_hours(self.parameters, how)
