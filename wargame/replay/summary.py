"""A scene in words, as a staff would brief it, in at most 80 columns of plain text."""

from collections.abc import Iterable, Iterator

from wargame.model.adversary import LADDER
from wargame.model.clock import DAY, date_time_group, hours, instant, parse_startex
from wargame.model.happenings import IndicatorShown, MessageReceived
from wargame.model.plain import plain
from wargame.model.scenario import EXCON
from wargame.model.situation import AdversaryState
from wargame.replay import names
from wargame.replay.summary_council import council, deadlines, forces
from wargame.replay.summary_home import home_front
from wargame.replay.summary_intelligence import disclosed, intelligence
from wargame.replay.summary_orders import orders
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, counted, hours_words, percent, sentence, wrapped
from wargame.rules.assessment import attack_probability, in_words
from wargame.rules.economy import capital, nation_of
from wargame.rules.threat import mobilised
from wargame.scoring.response import SEGMENTS, milestones, response_hours

MESSAGES = 5
"""Newest messages shown."""
ALERTS = ("normal", "guarded", "high", "full")
MILESTONES = (
    "first indication",
    "warning",
    "council convened",
    "activation order",
    "loaded",
    "debarked",
    "capable",
)
NOTHING = "  Nothing to report."


def summary(scene: Scene) -> str:
    """The whole brief."""
    umpire = scene.truth or scene.view == EXCON
    parts = (
        _head(scene),
        _section("BRIEF", _brief(scene)) if scene.situation.turn <= 1 and not umpire else (),
        _section("SITUATION", _situation(scene, umpire)),
        _section("RESPONSE SO FAR", _response(scene)) if umpire else (),
        _section("INTELLIGENCE", intelligence(scene, umpire)),
        _section("COUNCIL", council(scene)),
        _section("FORCES", forces(scene)),
        _section("HOME FRONT", home_front(scene, umpire)),
        _section("DEADLINES", deadlines(scene)),
        _section("ORDERS OF ALL SEATS" if umpire else "OWN ORDERS", orders(scene, umpire)),
        _section("MESSAGES AND NEWS", _messages(scene)),
    )
    return "\n".join(line for part in parts for line in part)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return ["", title, *(list(lines) or [NOTHING])]


def _head(scene: Scene) -> Iterator[str]:
    scenario, situation = scene.scenario, scene.situation
    view = "the truth (umpire's view)" if scene.truth else f"as seen by {names.who(scenario, scene.view)}"
    yield from wrapped(f"{scenario.title} - {view}")
    when = date_time_group(parse_startex(scenario.startex), scene.time)
    phase = "after ENDEX" if situation.ended else "in play"
    yield f"{when}  {instant(scene.time)}  turn {situation.turn}  {phase}  alert {ALERTS[situation.alert]}"


def _brief(scene: Scene) -> Iterator[str]:
    """What the seat was told before STARTEX."""
    for brief in scene.scenario.briefs:
        if brief.seat == scene.view:
            yield from wrapped(brief.text, "  ", "  ")


# --- situation -----------------------------------------------------------------------------------------------


def _situation(scene: Scene, umpire: bool) -> Iterator[str]:
    for line in (*_threat(scene, umpire), *_objectives(scene), *_words(scene), *_capital(scene)):
        yield from wrapped(line, "  ", "      ")


def _threat(scene: Scene, umpire: bool) -> Iterator[str]:
    for adversary in scene.scenario.adversaries:
        state = scene.situation.adversaries.get(adversary.id)
        if state is not None:
            line = f"{adversary.name}: rung {state.rung} of 9, {LADDER[state.rung]}, since {instant(state.since)}"
            if umpire:
                line += f"; type {state.type}, {_mobilised(scene, state)} mobilised"
            if state.resolve is not None:
                line += f"; believes that the allies fight: {percent(state.resolve)}"
            yield sentence(line)


def _mobilised(scene: Scene, state: AdversaryState) -> str:
    days = (scene.time - state.since) / DAY
    return percent(mobilised(scene.scenario.doctrine.threat, state.rung, state.mobilisation, days))


def _objectives(scene: Scene) -> Iterator[str]:
    for objective in scene.scenario.objectives:
        fate = scene.situation.objectives[objective.id]
        if fate.attacked is None:
            yield f"{objective.name}: not attacked."
        else:
            hold = f"{percent(fate.held)} in the adversary's hands"
            over = f"; decided {instant(fate.decided)}" if fate.decided is not None else ""
            yield f"{objective.name}: attacked {instant(fate.attacked)}, {hold}{over}."
    for nation, fights in scene.situation.honoured.items():
        yield f"{names.who(scene.scenario, nation)} {'fights' if fights else 'does not fight'}."


def _words(scene: Scene) -> Iterator[str]:
    scenario, situation = scene.scenario, scene.situation
    if situation.clashes:
        yield f"{counted(situation.clashes, 'clash', 'clashes')} so far."
    for nation, time in situation.committed.items():
        yield f"{names.who(scenario, nation)} is publicly committed since {instant(time)}."
    for time, place, strength in situation.announced:
        yield f"Reinforcement announced {instant(time)}: {strength:g} BE to {names.place(scenario, place)}."


def _capital(scene: Scene) -> Iterator[str]:
    nation = nation_of(scene.scenario, scene.view)
    if nation is not None:
        left = capital(scene.scenario, scene.situation, nation, scene.time)
        yield f"Political capital: {left:.1f} of {scene.scenario.doctrine.play.capital_most:g}."


# --- response, messages --------------------------------------------------------------------------------------


def _response(scene: Scene) -> Iterator[str]:
    """The milestones reached, and the hours that each segment of the response took."""
    reached = milestones(scene.events, scene.scenario)
    if reached.indication is None:
        return
    spent = response_hours(reached)
    rows = [(MILESTONES[0], instant(reached.indication), "", "")]
    for words, segment, time in zip(MILESTONES[1:], SEGMENTS, reached.times[1:], strict=True):
        took: float | None = getattr(spent, segment)
        when = "not yet" if time is None or took is None else instant(time)
        rows.append((words, when, "" if took is None else hours_words(took), segment))
    if reached.capable is not None and spent.total is not None:
        rows.append(("total", "", hours_words(spent.total), ""))
    if reached.measure is not None:
        measure = scene.situation.council.measures[reached.measure]
        far = f": {measure.capable:g} of {measure.required:g} BE capable" if measure.activated is not None else ""
        yield f"  Measure {measure.id}{far}"
    yield from columns(rows, right=(2,))


def _messages(scene: Scene) -> Iterator[str]:
    said = []
    for event in scene.events:
        body = event.body
        if isinstance(body, MessageReceived):
            said.append((instant(event.time), body.text))
        elif isinstance(body, IndicatorShown) and body.text is not None:
            said.append((instant(event.time), f"News: {body.text}"))
        elif (news := disclosed(scene.scenario, body)) is not None:
            said.append((instant(event.time), news))
    yield from columns(said[-MESSAGES:])
    if len(said) > MESSAGES:
        yield f"  ({len(said) - MESSAGES} earlier)"


# --- for programs --------------------------------------------------------------------------------------------


def as_plain(scene: Scene) -> dict[str, object]:
    """The scene as JSON values: what the brief is made of."""
    shown: dict[str, object] = {
        "view": scene.view,
        "time": instant(scene.time),
        "seconds": scene.time,
        "situation": plain(scene.situation),
        "assessments": {
            nation: {
                "attack": round(attack_probability(picture.log_odds), 6),
                "words": in_words(attack_probability(picture.log_odds)),
            }
            for nation, picture in scene.situation.pictures.items()
            if picture.log_odds
        },
        "events": len(scene.events),
    }
    nation = nation_of(scene.scenario, scene.view)
    if nation is not None:
        shown["political_capital"] = capital(scene.scenario, scene.situation, nation, scene.time)
    if scene.truth:
        reached = milestones(scene.events, scene.scenario)
        times = (None if time is None else hours(time) for time in reached.times)
        shown["response"] = {
            "measure": reached.measure,
            "milestones": dict(zip(MILESTONE_KEYS, times, strict=True)),
            "hours": plain(response_hours(reached), nulls=True),
        }
    return shown


MILESTONE_KEYS = ("indication", "warning", "convened", "activated", "loaded", "arrived", "capable")
"""Milestones in JSON, hours after STARTEX."""
