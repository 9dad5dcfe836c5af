"""The parts of a session's result that have lines of their own: deterrence, alliance, cost, seats, training."""

from collections.abc import Iterator, Sequence

from wargame.model.clock import instant
from wargame.model.event import Event
from wargame.model.happenings import AttackBegan, ObjectiveContested, ObjectiveDecided
from wargame.model.scenario import Scenario
from wargame.replay import names
from wargame.replay.wording import columns, counted, few, hours_words, one_line, percent, plain_words, wrapped
from wargame.rules.estimate import HOURS_A_DAY
from wargame.rules.hindsight import hours_not_sharing_cost
from wargame.scoring.score import Score
from wargame.scoring.training import Evidence, TrainingScore

NAME = 28
"""Columns for a seat's name."""
RATINGS = {
    "P": "performed without challenges",
    "S": "performed with some challenges",
    "M": "performed with major challenges",
    "U": "unable to be performed",
    None: "no occasion for it",
}
DONE = {
    "in_time": "in time",
    "late": "late",
    "too_late": "too late",
    "not_done": "not done",
    "not_yet": "not yet",
    "no_occasion": "no occasion",
}


def holder(scenario: Scenario, events: Sequence[Event]) -> str:
    """Who holds what was lost: the adversaries that attacked it."""
    bodies = [event.body for event in events]
    held = {each.objective: each.held for each in bodies if isinstance(each, (ObjectiveContested, ObjectiveDecided))}
    attacks = (each for each in bodies if isinstance(each, AttackBegan) and held.get(each.objective))
    return names.all_of(scenario, dict.fromkeys(each.adversary for each in attacks))


def margin(scored: Score) -> str | None:
    """By how much what was asked for was capable before an attack became possible, or after; None when it never was."""
    hours = scored.margin_hours
    if hours is None:
        return None
    return f"{abs(hours) / HOURS_A_DAY:.1f} days {'before' if hours >= 0 else 'after'} an attack became possible"


def unmeasured(scored: Score) -> str:
    """Why it cannot be said whether a response was in time: nothing in play called for one, or it came to nothing."""
    if scored.adequacy is not None:
        return "no attack that was prepared in play became possible"
    later = ", and the attack came after it had ended" if scored.outcome.attacked else ""
    return f"no adversary mobilised in play{later}"


def deterrence(scenario: Scenario, events: Sequence[Event], scored: Score) -> str:
    """How near it came."""
    outcome = scored.outcome
    words = f"rung {outcome.mean_rung:.1f} on average"
    words += f", {outcome.days_coerced:.1f} days coerced" if outcome.days_coerced else ""
    words += f"; {percent(outcome.held)} held by {holder(scenario, events)}" if outcome.held else ""
    words += f"; {percent(outcome.conceded)} conceded" if outcome.conceded else ""
    if outcome.closest_call is None:
        return f"{words}; no adversary could ever choose an attack"
    better = "better" if outcome.closest_call >= 0.0 else "worse"
    return f"{words}; closest call: peace {better} than attack by {abs(outcome.closest_call):.3f} of its aim"


def alliance(scored: Score) -> str:
    """What held it together."""
    parts = scored.alliance
    told = [f"cohesion {parts.cohesion:.2f}", f"trust {parts.trust:.2f}"]
    for name, share in (("promises kept", parts.promises_kept), ("reports shared", parts.shared)):
        told += [] if share is None else [f"{percent(share)} of {name}"]
    told += [] if parts.fairness is None else [f"fairness of burden {parts.fairness:.2f}"]
    return ", ".join(told)


def cost(scored: Score) -> str:
    """What it took."""
    paid = scored.cost
    told = [f"{paid.brigade_days:.1f} brigade-days"]
    told += [f"{paid.money:,.0f} million"] if paid.money else []
    told += [counted(paid.false_alarms, "false alarm")] if paid.false_alarms else []
    told += [f"{few(paid.incidents)} incidents of own making"] if paid.incidents else []
    told += [f"fear {paid.fear:.2f}"] if paid.fear else []
    return ", ".join(told)


def seats(scenario: Scenario, scored: Score) -> Iterator[str]:
    """A line a member."""
    yield from _row("Seats", ("aims", "calibration", "cost", "total"))
    for seat in scored.seats:
        points = (seat.national_aims, seat.calibration, seat.cost, seat.total)
        name = one_line(names.who(scenario, seat.seat))
        yield from _row(f"  {name}", ["-" if each is None else f"{each:.1f}" for each in points])


def _row(name: str, cells: Sequence[str]) -> Iterator[str]:
    yield f"{name[:NAME]:<{NAME}}" + "".join(f"{cell:>12}" for cell in cells)


def unshared(scenario: Scenario, events: Sequence[Event]) -> Iterator[str]:
    """By how much earlier each member could have been warned, had its allies released what they held."""
    hours = {nation: hours_not_sharing_cost(scenario, events, nation) for nation in scenario.alliance.members}
    known = [(names.who(scenario, nation), hours_words(spent)) for nation, spent in hours.items() if spent]
    if any(spent is not None for spent in hours.values()):
        yield "Warning that came later, or never, because reports were not shared"
        yield from columns([(*each, "") for each in known] or [("nobody's", "", "")])


def aims(scenario: Scenario, scored: Score) -> Iterator[str]:
    """What each government wanted for itself, and how far it got it; for the umpire."""
    texts = {aim.id: aim.text for nation in scenario.nations for aim in nation.aims}
    found = [(seat.seat, aim) for seat in scored.seats for aim in seat.aims]
    if found:
        yield "National aims"
        rows = [(names.who(scenario, seat), f"{aim.points:.0f}", texts[aim.aim]) for seat, aim in found]
        yield from columns(rows, right=(1,))


def training(scenario: Scenario, scored: Sequence[TrainingScore]) -> Iterator[str]:
    """Each training objective, its rating and the evidence."""
    texts = {objective.id: objective.text for objective in scenario.training}
    for each in scored:
        yield from wrapped(f"{each.rating or '-'}  {texts[each.objective]} ({RATINGS[each.rating]})", "  ", "     ")
        for shown in each.evidence:
            yield from wrapped(_evidence(shown), "     ", "       ")
        if each.reason is not None:
            yield from wrapped(f"overruled from {each.derived or '-'}: {each.reason}", "     ", "       ")


def _evidence(shown: Evidence) -> str:
    words = f"{plain_words(shown.action)}: {DONE[shown.done]}"
    if shown.done == "no_occasion" and shown.due is not None:
        return f"{words}, play ended before it was due {instant(shown.due)}"
    if shown.time is not None:
        words += f", {instant(shown.time)} (event {shown.event})"
    return words + (f", due {instant(shown.due)}" if shown.due is not None else "")
