"""What came of a session: its scores, for people and for programs."""

from collections.abc import Callable
from typing import Any

from wargame.model.adversary import LADDER
from wargame.model.clock import instant
from wargame.model.happenings import HorizonReached
from wargame.model.plain import plain
from wargame.model.record import PERSON, Record
from wargame.replay import result_parts
from wargame.replay.result_seats import deeds
from wargame.replay.result_story import story
from wargame.replay.wording import columns, counted, hours_words, percent, plain_words, wrapped
from wargame.rules.estimate import HOURS_A_DAY
from wargame.scoring.response import endex, milestones
from wargame.scoring.score import Score, score


def result(record: Record) -> dict[str, Any]:
    """A session's result as JSON values; null for what was not reached or cannot be judged."""
    header = record.header
    scored = score(header.scenario, record.events)
    judged: dict[str, Any] = plain(scored, nulls=True)
    return {
        "scenario": header.scenario.id,
        "seed": header.seed,
        "digest": record.played[-1].digest if record.played else None,
        "turns": record.turns,
    } | judged


def report(record: Record, hindsight: bool = False) -> str:
    """A session's result in lines of at most 80 columns.

    With `hindsight` it tells what not sharing cost too, which takes a pass over the log for each member.
    """
    header, scored = record.header, score(record.header.scenario, record.events)
    what = f"{header.scenario.title} ({header.scenario.id}), seed {header.seed}"
    reached = milestones(record.events, header.scenario)
    capable, false = reached.capable is not None, reached.false
    people = [each.seat for each in header.seating if each.player == PERSON]
    sentences = *story(header.scenario, record.events, scored), *deeds(header.scenario, record.events, scored, people)
    lines = [
        *wrapped(f"{what}: {counted(record.turns, 'turn')} played, {_judged(record)}", then="  "),
        "",
        *(line for told in sentences for line in wrapped(told, then="  ")),
        "",
        *columns(
            [
                ("Outcome", outcome_words(scored)),
                ("Deterrence", result_parts.deterrence(header.scenario, record.events, scored)),
                ("Response", _response(scored, capable, false)),
                ("Alliance", result_parts.alliance(scored)),
                ("Cost", result_parts.cost(scored)),
            ],
            indent="",
        ),
    ]
    hours = plain(scored.response_hours, nulls=True)
    unmeasured = "not counted" if false else "not reached"
    lines += columns([(name, _or(spent, unmeasured, hours_words), "") for name, spent in hours.items()], right=(1,))
    lines.append("Scores of 100")
    points = plain(scored.scores, nulls=True)
    lines += columns(
        [(plain_words(name), _or(each, "not measured", _tenths), "") for name, each in points.items()], right=(1,)
    )
    lines += result_parts.seats(header.scenario, scored)
    lines += result_parts.unshared(header.scenario, record.events) if hindsight else ()
    lines += result_parts.aims(header.scenario, scored)
    lines += ["Training objectives"] if scored.training else []
    lines += result_parts.training(header.scenario, scored.training)
    return "\n".join(lines)


def _or(value: float | None, without: str, words: Callable[[float], str]) -> str:
    return without if value is None else words(value)


def _tenths(points: float) -> str:
    return f"{points:.1f}"


def _judged(record: Record) -> str:
    """When the session was judged; one without its end is judged where it stops."""
    if not record.played:
        return "not begun"
    done = record.played[-1]
    whole = isinstance(done.events[-1].body, HorizonReached)
    ended = endex(record.events)
    until = f"play ended {instant(ended.time)}, " if ended is not None and ended.time < done.ended else ""
    return f"{until}judged at {instant(done.ended)}" if whole else f"not finished, stops at {instant(done.ended)}"


def outcome_words(scored: Score) -> str:
    """What became of deterrence, in a line. Nobody is called deterred who could never choose to attack."""
    outcome = scored.outcome
    fate = "attacked" if outcome.attacked else "not attacked"
    if outcome.closest_call is None and outcome.deterred:
        kept = "nothing lost"
    else:
        kept = "deterred" if outcome.deterred else "not deterred"
    return f"{fate}, {kept}; highest rung {outcome.max_rung}, {LADDER[outcome.max_rung]}"


def _response(scored: Score, capable: bool, false: bool) -> str:
    total, margin = scored.response_hours.total, result_parts.margin(scored)
    words = "capable" if capable else "a false alarm's, not counted" if false else "not capable"
    if total is not None:
        words += f" {total / HOURS_A_DAY:.1f} days after the first indication"
    if scored.capable_before_attack_possible is None:
        words += f"; in time or not: not measured, {result_parts.unmeasured(scored)}"
        when = "by when an attack could have been possible"
    else:
        words += f", {margin or 'while an attack became possible'}"
        when = "in time"
    stood = "" if scored.adequacy is None else f"; {percent(scored.adequacy)} of what was needed stood there {when}"
    return words + stood
