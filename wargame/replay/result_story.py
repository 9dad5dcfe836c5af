"""What came of a session in a few plain sentences, each taken from its log or from its score."""

from collections.abc import Iterator, Sequence

from wargame.model.adversary import LADDER
from wargame.model.clock import instant
from wargame.model.event import Event
from wargame.model.happenings import (
    ActivationOrdered,
    AlarmProvenFalse,
    AttackBegan,
    HorizonReached,
    MeasureAdopted,
    MeasureTabled,
    RequirementMet,
)
from wargame.model.scenario import Scenario
from wargame.replay import names, result_parts
from wargame.replay.wording import counted, listed, percent
from wargame.scoring.response import before_endex, endex
from wargame.scoring.score import Score

MOST = 3
"""Deployments that are told one by one."""


def story(scenario: Scenario, events: Sequence[Event], scored: Score) -> Iterator[str]:
    """What happened, what the response did and whether it was in time; before the horizon, how that stands so far."""
    yield _fate(scenario, events, scored)
    yield from _ended(events)
    yield from _deployments(scenario, events)
    yield _in_time(scored, _over(events))


def _over(events: Sequence[Event]) -> bool:
    """Whether the session has reached its horizon, so that what is not there never came."""
    return bool(events) and isinstance(events[-1].body, HorizonReached)


def _fate(scenario: Scenario, events: Sequence[Event], scored: Score) -> str:
    """Who attacked what, and what was lost; else how far it went."""
    outcome = scored.outcome
    holder = result_parts.holder(scenario, events)
    lost = [f"{percent(outcome.held)} of what was at stake is in the hands of {holder}"] if outcome.held else []
    lost += [f"{percent(outcome.conceded)} was conceded"] if outcome.conceded else []
    ends = f"; {listed(lost)}." if lost else "."
    attacks = {each.body.objective: each for each in reversed(events) if isinstance(each.body, AttackBegan)}
    if attacks:
        told = [_attack(scenario, each) for each in sorted(attacks.values(), key=lambda each: each.id)]
        return f"{listed(told)}{ends}"
    over = _over(events)
    been = "Nobody was attacked: it went" if over else "Nobody has been attacked so far: it has gone"
    words = f"{been}, in truth, as far as rung {outcome.max_rung}, {LADDER[outcome.max_rung]}"
    if outcome.closest_call is None:
        words += f"; no adversary {'was ever' if over else 'has been'} in a state to choose an attack"
    return f"{words}{ends}"


def _attack(scenario: Scenario, event: Event) -> str:
    assert isinstance(event.body, AttackBegan)
    adversary = names.who(scenario, event.body.adversary)
    return f"{adversary} attacked {names.objective(scenario, event.body.objective)} at {instant(event.time)}"


def _ended(events: Sequence[Event]) -> Iterator[str]:
    """That seats' part was over before the session was judged."""
    ended = endex(events)
    last = events[-1] if events else None
    if ended is not None and last is not None and isinstance(last.body, HorizonReached) and last.time > ended.time:
        yield (
            f"Play ended at {instant(ended.time)}; what followed until {instant(last.time)} was played by computer "
            "players, and the outcome is judged there."
        )


# --- what the response did -----------------------------------------------------------------------------------


def _deployments(scenario: Scenario, events: Sequence[Event]) -> Iterator[str]:
    """Each deployment that was adopted in play, with its milestones; that none was."""
    told = []
    for event in before_endex(events):
        if isinstance(event.body, MeasureTabled) and event.body.text.kind == "deploy":
            sentence = _deployment(scenario, events, event)
            told += [] if sentence is None else [sentence]
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"{counted(len(told) - MOST, 'more deployment was', 'more deployments were')} adopted."
    if not told:
        yield f"No deployment of forces {'was adopted in play' if _over(events) else 'has been adopted so far'}."


def _deployment(scenario: Scenario, events: Sequence[Event], tabled: Event) -> str | None:
    """`m2, deploy 4.5 BE to Port Ardel: adopted D+6T00:00, activated D+7T00:00, all of it capable D+23T01:54.`"""
    assert isinstance(tabled.body, MeasureTabled)
    own = [event for event in events if event.measure == tabled.measure]
    adopted, activated, met, false = (
        next((each for each in own if isinstance(each.body, kind)), None)
        for kind in (MeasureAdopted, ActivationOrdered, RequirementMet, AlarmProvenFalse)
    )
    after = len(before_endex(events))
    if adopted is None or adopted.id > after:
        return None
    parts = [f"adopted {instant(adopted.time)}"]
    over = _over(events)
    none = "no force activated" if over else "no force activated yet"
    parts.append(none if activated is None else f"activated {_when(activated, after)}")
    if met is not None:
        parts.append(f"what was asked for capable {_when(met, after)}")
    elif activated is not None:
        parts.append(f"what was asked for {'never' if over else 'not yet'} capable as a whole")
    words = f"{tabled.measure}, {names.measure(scenario, tabled.body.text)}: {', '.join(parts)}."
    if false is not None:
        words += (
            f" At {instant(false.time)} it was plain that nothing had been prepared against it: a false alarm, so "
            "its hours are not counted below."
        )
    return words


def _when(event: Event, played: int) -> str:
    """An instant, and whether it lies after play had ended."""
    return instant(event.time) + (" (after play)" if event.id > played + 1 else "")


def _in_time(scored: Score, over: bool) -> str:
    """Whether the response was in time, where that can be said."""
    if scored.capable_before_attack_possible is None:
        if scored.adequacy is None:
            return f"Whether the response was in time is not measured: {result_parts.unmeasured(scored)}."
        became = "became" if over else "has become"
        return (
            f"No attack that was prepared in play {became} possible; had the adversary gone on mobilising, "
            f"{percent(scored.adequacy)} of what was needed would have stood there in time."
        )
    margin = result_parts.margin(scored)
    if margin is None:
        since = "was never" if over else "is not yet"
        return f"An attack became possible, and what was asked for {since} capable as a whole."
    stood = "" if scored.adequacy is None else f"; {percent(scored.adequacy)} of what was needed stood there by then"
    return f"What was asked for was capable {margin}{stood}."
