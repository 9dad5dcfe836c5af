"""Whole sessions in memory, against the cheapest thing that a simulation could do: the same number of bare timeouts."""

from statistics import fmean, median

from benchmarks.kernel import BARE_TIMES, Load, bares, counted
from benchmarks.timing import Figure, in_turns, middle, ratio
from wargame import __version__
from wargame.engine.crisis import Crisis
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY
from wargame.model.event import Event
from wargame.model.happenings import ExerciseEnded, HorizonReached
from wargame.model.record import Header, Record
from wargame.session.digest import START, chain
from wargame.session.exercise import Exercise
from wargame.session.seating import players, seat
from wargame.session.table import Table

SCENARIO = "tutorial"


def header(seed: int, name: str = SCENARIO) -> Header:
    """What a session with computer players in every seat begins with."""
    scenario = load_scenario(name)
    return Header(engine=__version__, scenario=scenario, seed=seed, seating=seat(scenario, ()))


def play(header: Header) -> Exercise:
    """A whole session; nothing is written."""
    return Table(Exercise(header), players(header.scenario, header.seating)).play()


def engine_alone(record: Record) -> list[Event]:
    """The log of a recorded session, from its orders: no views, no players, no check of orders, no digest."""
    crisis = Crisis(record.header.scenario, record.header.seed, record.header.run)
    for done in record.played:
        crisis.begin_turn(done.turn.number)
        for order in done.turn.orders:
            crisis.world.decide(order.seat, order.decision, order.answers)
        crisis.run_turn(done.ended)
        for event in done.events:
            match event.body:
                case ExerciseEnded(reason=reason):
                    crisis.end_play(reason)
                case HorizonReached():
                    crisis.reach_horizon()
    return crisis.world.log


def digests(record: Record) -> str:
    """The digest of a recorded session."""
    digest = START
    for done in record.played:
        digest = chain(digest, done.turn, done.events)
    return digest


def load(record: Record) -> Load:
    """Counts what a session asks of the kernel, and makes sure that the engine alone does the same."""
    with counted() as lengths:
        assert engine_alone(record) == record.events, "the engine alone does not tell the session's story"
    return Load(len(lengths), round(median(lengths)))


def measure(rounds: int, seeds: int) -> list[Figure]:
    """Sessions of several seeds, so that one crisis that calms early does not decide; figures are of one session."""
    headers = [header(seed) for seed in range(1, seeds + 1)]
    records = [play(each).record for each in headers]
    loads = [load(record) for record in records]
    days = fmean(record.played[-1].ended for record in records) / DAY
    events = fmean(each.events for each in loads)
    session, engine, digest, floor = (
        [time / seeds for time in times]
        for times in in_turns(
            rounds,
            lambda: [play(each) for each in headers],
            lambda: [engine_alone(each) for each in records],
            lambda: [digests(each) for each in records],
            lambda: bares(loads),
        )
    )
    floor = [each / BARE_TIMES for each in floor]
    rest = [whole - part - hashed for whole, part, hashed in zip(session, engine, digest, strict=True)]
    return [
        ratio("engine_ratio", "engine / bare timeouts", engine, floor),
        ratio("session_ratio", "session / bare timeouts", session, floor),
        ratio("engine_share", "engine's share of a session", engine, session),
        ratio("seats_share", "players, views and orders", rest, session),
        ratio("digest_share", "digest", digest, session),
        middle("session_ms", "session", session),
        middle("engine_ms", "engine alone", engine),
        middle("bare_ms", "bare timeouts", floor),
        middle("session_us_per_day", "session, a simulated day", [each * 1e3 / days for each in session], "us"),
        middle("engine_us_per_day", "engine, a simulated day", [each * 1e3 / days for each in engine], "us"),
        Figure("days", "simulated days", days),
        Figure("kernel_events", "kernel events", events),
        Figure("kernel_events_per_day", "kernel events, a simulated day", events / days),
        Figure("pending", "median length of the queue", median(each.pending for each in loads)),
        Figure("events", "events logged", fmean(len(record.events) for record in records)),
        Figure("orders", "orders given", fmean(sum(len(d.turn.orders) for d in r.played) for r in records)),
    ]
