"""What the replay screen says: a session's course, its events, what one of them held, and what came of it so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wargame.desk.lines import Para, Part, blank, columns, heading, say, wrap
from wargame.desk.panels.told import report_paras, unwrapped
from wargame.files.faults import clean
from wargame.model.clock import instant
from wargame.model.happenings import AdversaryChose
from wargame.model.plain import plain
from wargame.model.record import Record
from wargame.model.scenario import Scenario, nation_seats
from wargame.replay import hindsight, names
from wargame.replay.reel import Reel, Session
from wargame.replay.result import report
from wargame.replay.telling import FLASH, NOTABLE, WEIGHTY
from wargame.replay.watch import TRUTH
from wargame.replay.wording import percent, plain_words

UNKNOWN = "?"
"""A rung that a view cannot tell."""
CUT = ".."
WEIGHTS = (("all events", 0), ("notable events", NOTABLE), ("weighty events", WEIGHTY))
"""What the list can be limited to."""
MOST_EFFECTS = 12
"""Events that one led to, told at once."""


# --- the course ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Course:
    """A session in a view, as the scrubber draws it."""

    end: int
    """Seconds after STARTEX."""
    times: Sequence[int]
    """Of the events, in order."""
    rungs: Sequence[tuple[int, int | None]]
    """From when on, and the rung; None where the view cannot tell."""
    edges: Sequence[int] = ()
    """When turns begin."""
    steps: Sequence[tuple[int, str]] = ()
    """When the response reached a milestone, and the letter for it."""


def densities(course: Course, columns: int) -> list[int]:
    """How many events fall into each column of the line."""
    edges = [course.end * column // columns for column in range(columns)]
    places = [*(bisect_left(course.times, edge) for edge in edges), len(course.times)]
    return [after - before for before, after in pairwise(places)]


def rung_line(course: Course, columns: int) -> str:
    """The rung as a figure in each column, the last that stood in it; `?` where it is unknown."""
    since = [time for time, _ in course.rungs]
    line = ""
    for column in range(columns):
        until = course.end * (column + 1) // columns - (column + 1 < columns)
        at = bisect_right(since, until) - 1
        rung = course.rungs[at][1] if at >= 0 else None
        line += UNKNOWN if rung is None else str(min(rung, 9))
    return line


def course(session: Session, reel: Reel, least: int) -> Course:
    """How a session went in a view, by its events that weigh so much at least."""
    shown = zip(reel.events, reel.lines, strict=True)
    return Course(
        end=session.end,
        times=tuple(event.time for event, line in shown if line.weight >= least),
        rungs=tuple(reel.rungs),
        edges=tuple(stop.edge for stop in session.stops),
        steps=tuple((time, words[0].upper()) for time, words in session.steps) if reel.view == TRUTH else (),
    )


def whose(session: Session, view: str) -> str:
    """Whose view it is, in words."""
    return "truth" if view == TRUTH else f"as {names.who(session.record.header.scenario, view)} knew it"


def where(session: Session, reel: Reel, position: int) -> str:
    """Where a position lies: instant, turn, event."""
    stop = session.stop(position)
    turn = "before STARTEX" if stop is None else f"turn {stop.number}" if stop.played else "after ENDEX"
    desk = " begins" if stop is not None and stop.played and stop.position == position else ""
    time = session.time(position)
    reached = [words for when, words in session.steps if when == time] if reel.view == TRUTH else []
    said = [instant(time), turn + desk, *map(str.upper, reached)]
    return "  ".join([*said, f"event {reel.known(position)} of {len(reel.events)}"])


# --- one event -----------------------------------------------------------------------------------------------


def event_parts(reel: Reel, number: int, columns: int, strong: bool = False) -> list[Part]:
    """One event in one line; what does not fit is cut with a mark."""
    event, line = reel.events[number - 1], reel.lines[number - 1]
    mark: Part = ("bad", "!! ") if line.weight >= FLASH else ("warn", "!  ") if line.weight >= WEIGHTY else ("", "   ")
    text: Part = ("strong" if strong else "" if line.weight > 1 else "dim", line.text)
    laid = wrap(say(mark, ("dim", f"{instant(event.time):12}"), text), columns)
    first = laid[0] if laid else []
    if len(laid) > 1:
        *before, (role, last) = wrap(say(mark, ("dim", f"{instant(event.time):12}"), text), columns - 3)[0]
        first = [*before, (role, f"{clean(last).rstrip()} {CUT}")]
    return first


def happening(reel: Reel, number: int) -> Iterator[Para]:
    """All that a view holds of one event: its fields, what it came of and what it led to."""
    event = reel.events[number - 1]
    yield heading(f"{instant(event.time)}  {plain_words(event.body.kind).upper()}")
    yield say(reel.lines[number - 1].text)
    yield blank()
    if event.cause is not None:
        yield _link("Came of", reel, event.cause)
    effects = [each.id for each in reel.events[number:] if each.cause == number]
    for each in effects[:MOST_EFFECTS]:
        yield _link("Led to", reel, each)
    if len(effects) > MOST_EFFECTS:
        yield say(("dim", f"and to {len(effects) - MOST_EFFECTS} more"))
    yield blank()
    rows: list[tuple[str | Part, ...]] = [(("key", "number"), str(number))]
    if event.measure is not None:
        rows.append((("key", "measure"), event.measure))
    if reel.view == TRUTH:
        rows.append(
            (("key", "seen by"), ", ".join(names.who(reel.scenario, each) for each in event.audience) or "nobody")
        )
    if isinstance(event.body, AdversaryChose):
        yield from columns(rows)
        yield from _choice(reel.scenario, event.body)
        return
    for name, value in plain(event.body).items():
        if name != "kind":
            rows.append((("key", plain_words(name)), _value(reel.scenario, value)))
    yield from columns(rows)


def _choice(scenario: Scenario, body: AdversaryChose) -> Iterator[Para]:
    """What an adversary weighed, the likeliest act first, and what it believed when it chose."""
    yield blank()
    yield heading("WHAT IT WEIGHED")
    rows: list[tuple[str | Part, ...]] = [(("key", "act"), ("key", "likely"), ("key", "utility"), "")]
    for each in sorted(body.options, key=lambda option: -option.probability):
        mark: Part = ("strong", "") if each.act != body.act else ("strong", "ordered" if body.ordered else "chosen")
        rows.append((plain_words(each.act), f"{percent(each.probability):>6}", f"{each.utility:>z7.2f}", mark))
    yield from columns(rows)
    if body.margin is not None:
        yield say(f"Best use of force less best peaceful act: {body.margin:+z.2f}")
    yield blank()
    yield heading("WHAT IT BELIEVED")
    yield from columns(
        [
            ("The allies fight", percent(body.resolve)),
            *((f"{names.who(scenario, each.nation)} fights", percent(each.resolve)) for each in body.wills),
            ("An attack succeeds against the target alone", percent(body.odds_alone)),
            ("An attack succeeds against all in time", percent(body.odds_allied)),
        ]
    )


def _link(word: str, reel: Reel, number: int) -> Para:
    time = instant(reel.events[number - 1].time)
    return say(("key", f"{word}: "), ("dim", f"{time}  "), reel.lines[number - 1].text, key=("event", number))


def _value(scenario: Scenario, value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case dict():
            return (
                ", ".join(f"{plain_words(str(name))} {_value(scenario, each)}" for name, each in value.items())
                or "none"
            )
        case list():
            return ", ".join(_value(scenario, each) for each in value) or "none"
        case str():
            return _called(scenario, value)
    return str(value)


def _called(scenario: Scenario, text: str) -> str:
    """A name as people say it, its id beside it where orders are written with that; any other text as it is."""
    force = names.force(scenario, text)
    if force != text:
        return f"{force} ({text})"
    return names.objective(scenario, names.place(scenario, names.who(scenario, text)))


# --- what came of it -----------------------------------------------------------------------------------------


def scores(session: Session, position: int) -> Iterator[Para]:
    """The scores if the session had stopped at a position."""
    so_far = until(session, position)
    yield heading(f"SCORES AS OF {instant(session.time(position))}")
    if not so_far.played:
        yield say("Nothing has happened that could be judged.")
        return
    yield from report_paras(report(so_far).splitlines())


def until(session: Session, position: int) -> Record:
    """The record up to a position: the last turn is cut where it lies."""
    stop = session.stop(position)
    if stop is None:
        return replace(session.record, played=())
    done = session.record.played[stop.number - 1]
    if position == stop.first + len(done.events):
        return replace(session.record, played=session.record.played[: stop.number])
    cut = replace(done, events=done.events[: position - stop.first], ended=session.time(position))
    return replace(session.record, played=(*session.record.played[: stop.number - 1], cut))


def could_have_known(session: Session, view: str, position: int) -> Iterator[Para]:
    """Truth, what a nation held, and what it could have known; for the umpire every nation in turn."""
    scenario = session.record.header.scenario
    nations = nation_seats(scenario)
    for nation in nations if view == TRUTH else (view,) if view in nations else ():
        compared = hindsight.compare(scenario, session.events[:position], session.time(position), session.end, nation)
        yield from unwrapped(hindsight.told(compared).splitlines())
        yield blank()
    if view != TRUTH and view not in nations:
        yield say("Only a nation holds an estimate that could be compared.")
