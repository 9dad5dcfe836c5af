"""How the cost of a session grows with the alliance: the bundled scenarios, from three members to 31."""

from benchmarks.kernel import BARE_TIMES, bares
from benchmarks.sessions import engine_alone, header, load, play
from benchmarks.timing import Figure, in_turns, middle, ratio
from wargame.model.clock import DAY

SCENARIOS = ("tutorial", "narrow-sea", "great-alliance")
SEED = 3


def measure(rounds: int) -> list[Figure]:
    """One session of each scenario; figures are named for how many members its alliance has."""
    return [figure for name in SCENARIOS for figure in _of(name, rounds)]


def _of(name: str, rounds: int) -> list[Figure]:
    head = header(SEED, name)
    record = play(head).record
    asked, days = load(record), record.played[-1].ended / DAY
    members = len(head.scenario.alliance.members)
    session, engine, floor = in_turns(rounds, lambda: play(head), lambda: engine_alone(record), lambda: bares([asked]))
    key, about = f"members_{members}", f"{members} members: "
    return [
        middle(f"{key}_session_ms", f"{about}a session", session),
        middle(f"{key}_runs_a_second", f"{about}runs a second", [1e3 / each for each in session], "/s"),
        middle(f"{key}_engine_us_per_day", f"{about}engine, a day", [each * 1e3 / days for each in engine], "us"),
        ratio(f"{key}_engine_ratio", f"{about}engine / timeouts", engine, [each / BARE_TIMES for each in floor]),
        Figure(f"{key}_kernel_events_per_day", f"{about}kernel events a day", asked.events / days),
        Figure(f"{key}_events", f"{about}events logged", len(record.events)),
    ]
