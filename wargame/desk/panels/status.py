"""The two lines at the top of the main screen: where the exercise stands, and how dangerous it looks.

The first is about the clock, the second about the crisis; what can be missed stands last, where a narrow screen ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wargame.desk.bars import bar
from wargame.desk.lines import Para, Part, Role, say
from wargame.desk.panels.parts import alarm
from wargame.model.scenario import EXCON
from wargame.replay import names
from wargame.replay.summary_estimates import Estimate, estimates
from wargame.replay.summary_head import Head, head
from wargame.replay.summary_situation import TOP, Situated, situated
from wargame.replay.watch import Scene
from wargame.replay.wording import hours_words, percent

ALERT: tuple[Role, ...] = ("dim", "", "warn", "bad")
"""By alert level."""


def paras(scene: Scene, clock: str = "") -> Iterator[Para]:
    """Who and when; what the turn timer shows, rung, estimate and phase."""
    now = head(scene)
    who = now.seen_by.removeprefix("as seen by ").removeprefix("the ")
    yield say(
        ("strong", (EXCON if scene.view == EXCON else who).upper()),
        ("dim", f"  {now.date_time_group}  "),
        ("key", now.instant),
        ("dim", f" H+{now.hours:.0f}"),
        *_turn(now),
        ("dim", "  alert "),
        (ALERT[now.alert], now.alert_words),
    )
    yield _danger(scene, now, clock)


def _danger(scene: Scene, now: Head, clock: str) -> Para:
    """The line about the crisis; where it is too long, it loses words of the phase first, then those of the rung."""
    known = estimates(scene)
    situation = situated(scene, known)
    war = list(_war(scene, situation))
    first: list[Part] = [("warn", f"{clock}  " if clock else ""), *(war or _attack(known))]
    told = not (war and not situation.adversaries)
    rung, number = ([*_rung(situation)], [*_rung(situation, words=False)]) if told else ([], [])
    name = now.phase.name
    last = name.split()[-1]
    shorter = ((rung, last), (rung, ""), (number, last), (number, ""))
    return replace(
        say(*first, *rung, *_phase(now, name)),
        shorter=tuple(say(*first, *parts, *_phase(now, words)) for parts, words in shorter),
    )


def _phase(now: Head, words: str) -> tuple[Part, Part]:
    return ("dim", "  phase "), ("", f"{now.phase.number}/6 {words}".rstrip())


def _war(scene: Scene, now: Situated) -> Iterator[Part]:
    """Once it has come to an attack, nobody estimates whether one is prepared."""
    for each in now.objectives:
        if each.attacked is not None:
            yield from (("bad", "ATTACKED "), ("key", f"{each.attacked}  "))
            yield ("", f"{names.objective(scene.scenario, each.objective)} ")
            yield ("hostile", f"{percent(each.held)} lost{', decided' if each.decided else ''}  ")


def _attack(known: Sequence[Estimate]) -> Iterator[Part]:
    """The seat's own estimate; of many, none."""
    for each in known if len(known) == 1 else ():
        yield from (("dim", "attack "), (alarm(each.attack), f"{each.words} {percent(each.attack)}  "))


def _turn(now: Head) -> Iterator[Part]:
    """Which turn it is, of about how many, and how long it lasts."""
    if now.ended is not None:
        yield "warn", "  ENDEX"
    else:
        yield from (("", f"  turn {now.turn} of ~{now.turns}"), ("dim", f" ({hours_words(now.turn_hours)})"))


def _rung(now: Situated, *, words: bool = True) -> Iterator[Part]:
    """The rung on the ladder, as the seat perceives it or, for whom nothing is hidden, as it is."""
    for seen in now.seen[:1]:
        if seen.rung is None:
            yield ("dim", "rung unknown")
        else:
            yield from (("dim", "perceived "), *bar(seen.rung / TOP, "hostile", TOP))
            yield ("hostile", f" {seen.rung} {seen.words if words else f'of {TOP}'}")
    for known in now.adversaries[:1]:
        yield from (
            ("dim", "rung "),
            *bar(known.rung / TOP, "hostile", TOP),
            ("hostile", f" {known.rung} {known.words if words else f'of {TOP}'}"),
            ("hostile", ", fighting ended" if known.ended is not None else ""),
        )
