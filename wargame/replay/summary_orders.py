"""What seats have done, in words, as their events tell it."""

from collections.abc import Iterator, Sequence

from wargame.model import happenings as happened
from wargame.model.clock import instant
from wargame.model.event import Event
from wargame.model.scenario import COMMANDER, EXCON, HQ, Scenario
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, hours_words, percent, plain_words

ORDERS = 8
"""Newest orders shown."""

Act = tuple[str, str]
"""A seat, and what it did."""


def orders(scene: Scene, umpire: bool) -> Iterator[str]:
    """The newest orders that the view's seat gave, or that any seat gave when the umpire looks."""
    rows = []
    for event in reversed(list(_at_edges(scene.events))):
        act = _act(scene.scenario, event)
        if act is not None and (umpire or act[0] == scene.view):
            who = f"{names.who(scene.scenario, act[0])}: " if umpire else ""
            rows.append((instant(event.time), who + act[1]))
            if len(rows) == ORDERS:
                break
    yield from columns(reversed(rows))


def _at_edges(events: Sequence[Event]) -> Iterator[Event]:
    """What followed a turn's beginning at its very instant: seats give orders then, and only then. The rest came of
    itself, as the mandate that a measure's adoption asks for.
    """
    edge = None
    for event in events:
        if isinstance(event.body, happened.TurnBegan):
            edge = event.time
        elif event.time == edge:
            yield event


def _act(scenario: Scenario, event: Event) -> Act | None:
    return (
        _of_council(scenario, event)
        or _of_forces(scenario, event)
        or _of_home(scenario, event)
        or _of_battle(scenario, event)
        or _of_staff(scenario, event)
    )


def _of_council(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.ConsultationCalled(nation=seat):
            return seat, "called the council"
        case happened.MeasureTabled(by=seat, text=text):
            return seat, f"tabled {event.measure}, {names.measure(scenario, text)}"
        case happened.PositionTaken(nation=seat, position=position):
            return seat, f"took a position on {event.measure}: {position}"
        case happened.SilenceSet(hours=hours):
            return HQ, f"set the silence on {event.measure} to {hours_words(hours)}"
        case happened.StatementMade(by=seat, commits=True):
            return seat, "made a public commitment"
    return None


def _of_forces(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.ForceOffered(nation=seat, force=force):
            return seat, f"offered {names.force(scenario, force)} to {event.measure}"
        case happened.OfferWithdrawn(nation=seat, force=force):
            return seat, f"took back {names.force(scenario, force)} from {event.measure}"
        case happened.ForceReadied(force=force):
            return owner_of(scenario, force), f"readied {names.force(scenario, force)}"
        case happened.MandateSought(nation=seat):
            return seat, f"sought a mandate for {event.measure}"
        case happened.MoveOrdered(nation=seat, force=force, place=place):
            return seat, f"sent {names.force(scenario, force)} to {names.place(scenario, place)}"
        case happened.PermissionGiven(by=seat, what="access", nations=nations, at=at):
            whom = ", ".join(names.who(scenario, nation) for nation in nations)
            return seat, f"granted {whom} access to {names.place(scenario, at)}"
        case happened.PermissionGiven(by=seat, nations=nations):
            return seat, f"let forces of {', '.join(names.who(scenario, nation) for nation in nations)} pass"
    return _of_commander(scenario, event)


def _of_commander(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.ActivationWarned():
            return COMMANDER, f"warned of an activation for {event.measure}"
        case happened.RequirementsStated(lines=lines):
            asked = ", ".join(f"{line.strength:g} BE {plain_words(line.capability)} by {line.by}" for line in lines)
            return COMMANDER, f"stated the requirements of {event.measure}: {asked}"
        case happened.ActivationOrdered(strength=strength):
            return COMMANDER, f"activated {event.measure}, {strength:g} BE"
        case happened.LiftPrioritySet(forces=forces):
            return COMMANDER, f"put first on lift: {', '.join(names.force(scenario, force) for force in forces)}"
        case happened.PortPrioritySet(place=place, forces=forces):
            first = ", ".join(names.force(scenario, force) for force in forces)
            return COMMANDER, f"put first at {names.place(scenario, place)}: {first}"
    return None


def _of_home(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.NetworksDefended(force=force, nation=nation):
            return owner_of(scenario, force), f"set {names.force(scenario, force)} to defend {nation}'s networks"
        case happened.RepairBegan(force=force, place=place):
            return owner_of(scenario, force), f"sent {names.force(scenario, force)} to repair {place}"
        case happened.ReliefSent(nation=seat, force=force, to=to):
            return seat, f"sent {names.force(scenario, force)} to help {names.who(scenario, to)}"
        case happened.MoneySpent(nation=seat, amount=amount, on="resilience"):
            return seat, f"spent {amount:g} million on resilience"
        case happened.AttackAttributed(nation=seat, adversary=adversary, means=means):
            return seat, f"named {adversary} in public as the author of an attack ({plain_words(means)})"
        case happened.SanctionsImposed(nation=seat, adversary=adversary, share=share):
            return seat, f"stopped {percent(share)} of its trade with {adversary}"
    return None


def _of_battle(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.ForceCommitted(nation=seat, force=force, objective=objective):
            return seat, f"committed {names.force(scenario, force)} to the fighting for {objective}"
        case happened.CounterAttackBegan(objective=objective, forces=forces):
            return COMMANDER, f"counter-attacked at {objective} with {', '.join(forces)}"
        case happened.ForceEvacuated(force=force, to=to):
            return owner_of(scenario, force), f"had {names.force(scenario, force)} evacuated to {to}"
    return None


def owner_of(scenario: Scenario, force: str) -> str:
    """The nation that a force belongs to."""
    return next((nation.id for nation in scenario.nations for each in nation.forces if each.id == force), "")


def _of_staff(scenario: Scenario, event: Event) -> Act | None:
    match event.body:
        case happened.ReportReleased(nation=seat, report=report, to=to):
            return seat, f"released {report} to {names.who(scenario, to)}"
        case happened.CollectionTasked(nation=seat, discipline=discipline, indicator=indicator):
            return seat, f"tasked {plain_words(discipline)} with {plain_words(indicator)}"
        case happened.InformationRequested(by=seat, to=to, about=about):
            return seat, f"asked {names.who(scenario, to)} for what it has on {plain_words(about)}"
        case happened.SanitisingBegan(nation=seat, report=report):
            return seat, f"had {report} sanitised"
        case happened.ReportPublished(nation=seat, report=report):
            return seat, f"published {report}"
        case happened.ConsentAsked(by=seat, holder=holder, originator=originator, report=report) if holder == seat:
            return seat, f"asked {names.who(scenario, originator)} for leave to pass on {report}"
        case happened.ProbabilityStated(nation=seat, probability=probability):
            return seat, f"stated an attack within 72 h to be {percent(probability)} probable"
        case happened.OrderFailed(seat=seat, order=order, reason=reason):
            return seat, f"order {plain_words(order)} came to nothing: {reason}"
        case happened.NoteWritten(text=text):
            return EXCON, f"noted: {text}"
        case happened.Reseeded(salt=salt):
            return EXCON, f"reseeded all luck with {salt}"
    return None
