"""The two lines at the top of the main screen: where the exercise stands, and how dangerous it looks."""

from collections.abc import Iterator

from wargame.desk.lines import Para, Part, say
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_head import head
from wargame.replay.summary_situation import TOP, Situated, situated
from wargame.replay.watch import Scene
from wargame.replay.wording import gauge, percent


def paras(scene: Scene) -> Iterator[Para]:
    """Who and when; phase, rung and estimate."""
    now = head(scene)
    ended = " ENDEX" if now.ended else ""
    yield say(
        ("strong", now.seen_by.removeprefix("as seen by ").upper()),
        f"  {now.date_time_group}  ",
        ("key", now.instant),
        f"  H+{now.hours:g}  turn {now.turn} of about {now.turns}{ended}  alert {now.alert_words}",
    )
    known = estimates(scene)
    attack = f"  attack {known[0].words} ({percent(known[0].attack)})" if known else ""
    yield say(*_rung(situated(scene, known)), ("warn", attack), f"  phase {now.phase.number} of 6, {now.phase.name}")


def _rung(now: Situated) -> Iterator[str | Part]:
    """The rung on the ladder, as the seat perceives it or, for whom nothing is hidden, as it is."""
    for seen in now.seen[:1]:
        if seen.rung is not None:
            yield from ("perceived rung ", ("hostile", gauge(seen.rung, TOP)), f" {seen.rung} of {TOP}, {seen.words}")
    for known in now.adversaries[:1]:
        yield from ("rung ", ("hostile", gauge(known.rung, TOP)), f" {known.rung} of {TOP}, {known.words}")
