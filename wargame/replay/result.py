"""What came of a session: its scores, for people and for programs."""

from typing import Any

from wargame.model.adversary import LADDER
from wargame.model.plain import plain
from wargame.model.record import Record
from wargame.scoring.response import SEGMENTS
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


def report(record: Record) -> str:
    """A session's result in a few lines of at most 80 columns."""
    header, scored = record.header, score(record.header.scenario, record.events)
    days = record.played[-1].ended / 86400 if record.played else 0.0
    what = f"{header.scenario.title} ({header.scenario.id}), seed {header.seed}"
    lines = [
        f"{what}: {record.turns} turns played, judged at D+{days:g}",
        "",
        f"Outcome       {_outcome(scored)}",
        f"Response      {_response(scored)}",
    ]
    hours = scored.response_hours
    for name in SEGMENTS:
        value = getattr(hours, name)
        lines.append(f"  {name:<14}{'not reached' if value is None else f'{value:8.1f} h'}")
    lines.append("Scores        of 100")
    for name, points in plain(scored.scores, nulls=True).items():
        lines.append(f"  {name.replace('_', ' '):<14}{'no score' if points is None else f'{points:8.1f}'}")
    return "\n".join(lines)


def _outcome(scored: Score) -> str:
    outcome = scored.outcome
    fate = "attacked" if outcome.attacked else "not attacked"
    kept = "deterred" if outcome.deterred else "not deterred"
    return f"{fate}, {kept}; highest rung {outcome.max_rung}, {LADDER[outcome.max_rung]}"


def _response(scored: Score) -> str:
    total = scored.response_hours.total
    capable = "not capable" if total is None else f"capable {total / 24:.1f} days after the first indication"
    match scored.capable_before_attack_possible:
        case None:
            return f"{capable}; an attack never became possible"
        case True:
            return f"{capable}, before an attack was possible"
        case _:
            late = scored.margin_hours
            return capable if late is None else f"{capable}, {-late / 24:.1f} days late"
