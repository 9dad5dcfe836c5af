"""The head of a summary: when it is, how far the exercise and the response are, what the seat can still spend."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from wargame.model.clock import DAY, HOUR, date_time_group, hours, instant, parse_startex
from wargame.model.nation import Nation
from wargame.replay import names
from wargame.replay.summary_phase import Phase, phase
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, hours_words, percent, sentence, wrapped
from wargame.rules.deadlines import turn_hours
from wargame.rules.economy import capital, nation_of
from wargame.rules.expenses import spent
from wargame.rules.home_front import support_of, tired

NOTICEABLE = 0.005
"""A distance of domestic support from its base that is worth saying."""


@dataclass(frozen=True, slots=True)
class Home:
    """How things stand in the seat's own nation."""

    capital: float
    """Political capital."""
    capital_most: float
    support: float
    support_base: float
    spent: float
    """Million, on the crisis."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above everything else."""

    title: str
    seen_by: str
    date_time_group: str
    instant: str
    hours: float
    """After STARTEX."""
    turn: int
    turns: int
    """About how many there will be, at the present alert."""
    ended: str | None
    """Why play has ended, once it has."""
    hours_to_endex: float
    phase: Phase
    alert: int
    alert_words: str
    turn_hours: float
    """How long a turn lasts at this alert."""
    tired: float
    """Readiness that full alert has cost."""
    home: Home | None
    aims: tuple[str, ...]
    """Private aims of the seat's nation."""


def head(scene: Scene) -> Head:
    """The head of a scene's summary."""
    scenario, situation = scene.scenario, scene.situation
    nation = nation_of(scenario, scene.view)
    left = max(0, round(scenario.last_day * DAY) - scene.time)
    return Head(
        title=scenario.title,
        seen_by="the truth (umpire's view)" if scene.truth else f"as seen by {names.who(scenario, scene.view)}",
        date_time_group=date_time_group(parse_startex(scenario.startex), scene.time),
        instant=instant(scene.time),
        hours=hours(scene.time),
        turn=situation.turn,
        turns=turns_expected(scene),
        ended=situation.ended,
        hours_to_endex=0.0 if situation.ended is not None else hours(left),
        phase=phase(scene),
        alert=situation.alert,
        alert_words=names.ALERTS[situation.alert],
        turn_hours=turn_hours(scenario.pace, situation.alert),
        tired=tired(scenario, situation, scene.time),
        home=None if nation is None else _home(scene, nation),
        aims=() if nation is None else tuple(aim.text for aim in nation.aims),
    )


def _home(scene: Scene, nation: Nation) -> Home:
    scenario, situation = scene.scenario, scene.situation
    return Home(
        capital=capital(scenario, situation, nation, scene.time),
        capital_most=scenario.doctrine.play.capital_most,
        support=support_of(scenario, situation, nation, scene.time),
        support_base=nation.support,
        spent=spent(scenario, situation, nation, scene.time),
    )


def turns_expected(scene: Scene) -> int:
    """About how many turns there will be: as many as the scenario says, or more if the present pace goes on."""
    scenario, situation = scene.scenario, scene.situation
    length = turn_hours(scenario.pace, situation.alert) * HOUR
    if situation.ended is not None or not situation.turn:
        return situation.turn or ceil(scenario.last_day * DAY / length)
    left = round(scenario.last_day * DAY) - scene.edges[-1]
    at_this_pace = situation.turn - 1 + max(1, ceil(left / length))
    meant = next((each.turns for each in scenario.lengths if each.id == (scenario.length or "full")), 0)
    return max(at_this_pace, meant)


# --- in words ------------------------------------------------------------------------------------------------


def head_lines(head: Head) -> Iterator[str]:
    """The head in words."""
    yield from wrapped(f"{head.title} - {head.seen_by}")
    rows = [
        ("Time", f"{head.date_time_group}, {head.instant}, H+{head.hours:.0f}"),
        ("Play", _play(head)),
        ("Phase", f"{head.phase.number} of 6, {head.phase.name}: {head.phase.why}"),
        ("Alert", _alert(head)),
    ]
    if head.home is not None:
        rows.append(("Home", _at_home(head.home)))
    if head.aims and head.turn > 1:
        rows.append(("Aims", " ".join(sentence(aim) for aim in head.aims)))
    yield from columns(rows)


def _play(head: Head) -> str:
    if head.ended is not None:
        return f"after ENDEX; turn {head.turn}, played by the computer since then"
    days = f"{head.hours_to_endex / 24:.1f} days to ENDEX"
    return (
        f"turn {head.turn} of about {head.turns}; {days}"
        if head.turn
        else f"no turn yet, of about {head.turns}; {days}"
    )


def _alert(head: Head) -> str:
    words = f"{head.alert_words} (level {head.alert} of 3); a turn lasts {hours_words(head.turn_hours)}"
    return words if head.tired == 0.0 else f"{words}; forces are {percent(head.tired)} less ready from full alert"


def _at_home(home: Home) -> str:
    words = f"political capital {home.capital:.1f} of {home.capital_most:g}; domestic support {percent(home.support)}"
    away = home.support - home.support_base
    if abs(away) >= NOTICEABLE:
        words += f" ({'above' if away > 0 else 'below'} its usual {percent(home.support_base)})"
    return words if not home.spent else f"{words}; {home.spent:,.0f} million spent"
