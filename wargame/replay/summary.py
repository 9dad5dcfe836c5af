"""A scene in words, as a staff would brief it, in at most 80 columns of plain text."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from wargame.model.adversary import LADDER
from wargame.model.clock import DAY, date_time_group, instant, parse_startex
from wargame.model.plain import plain
from wargame.model.scenario import HYPOTHESES, Scenario
from wargame.model.situation import ForceState, MeasureProgress, Picture
from wargame.replay.watch import Scene
from wargame.rules.assessment import attack_probability, in_words, probabilities
from wargame.rules.economy import capital, nation_of
from wargame.rules.threat import mobilised

WIDTH = 80
REPORTS = 8
"""Newest reports shown."""
MESSAGES = 5
"""Newest messages shown."""
ALERTS = ("normal", "guarded", "high", "full")
HYPOTHESIS_WORDS = {
    "routine": "routine activity",
    "exercise": "exercise or bluff",
    "coercion": "coercion",
    "limited_attack": "limited attack",
    "major_attack": "major attack",
}
STATUS_WORDS = {
    "home": "at home station",
    "notice": "serving notice",
    "waiting": "ready to load",
    "loading": "loading",
    "moving": "moving",
    "arrived": "arrived",
    "capable": "capable",
    "refused": "may not move",
}


def summary(scene: Scene) -> str:
    """The whole brief."""
    parts = (
        _head(scene),
        _section("SITUATION", _situation(scene)),
        _section("INTELLIGENCE", _intelligence(scene)),
        _section("COUNCIL", _council(scene)),
        _section("FORCES", _forces(scene)),
        _section("MESSAGES", _messages(scene)),
    )
    return "\n".join(line.rstrip() for part in parts for line in part)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    said = False
    for line in lines:
        said = True
        yield from wrap(line, WIDTH, initial_indent="  ", subsequent_indent="      ") or [""]
    if not said:
        yield "  Nothing to report."


def _head(scene: Scene) -> Iterator[str]:
    scenario, situation = scene.scenario, scene.situation
    yield from wrap(f"{scenario.title} - {_view_name(scene)}", WIDTH)
    when = date_time_group(parse_startex(scenario.startex), scene.time)
    phase = "after ENDEX" if situation.ended else "in play"
    yield f"{when}  {instant(scene.time)}  turn {situation.turn}  {phase}  alert {ALERTS[situation.alert]}"


def _view_name(scene: Scene) -> str:
    if scene.truth:
        return "the truth (umpire's view)"
    nation = nation_of(scene.scenario, scene.view)
    names = {"hq": "Secretary-General", "commander": "commander", "red": "adversary", "excon": "exercise control"}
    return f"as seen by {nation.name if nation else names[scene.view]}"


# --- situation -----------------------------------------------------------------------------------------------


def _situation(scene: Scene) -> Iterator[str]:
    scenario, situation = scene.scenario, scene.situation
    for adversary in scenario.adversaries:
        state = situation.adversaries.get(adversary.id)
        if state is not None:
            threat = scenario.doctrine.threat
            line = f"{adversary.name}: rung {state.rung} of 9, {LADDER[state.rung]}, since {instant(state.since)}"
            if scene.truth or scene.view == "excon":
                now = mobilised(threat, state.rung, state.mobilisation, (scene.time - state.since) / DAY)
                line += f"; {state.type}; mobilised {now:.0%}"
            if state.resolve is not None:
                line += f"; believes that the allies fight: {state.resolve:.0%}"
            yield line + "."
    for objective in scenario.objectives:
        fate = situation.objectives[objective.id]
        if fate.attacked is not None:
            yield f"{objective.name}: attacked {instant(fate.attacked)}; {fate.held:.0%} in the adversary's hands."
        else:
            yield f"{objective.name}: not attacked."
    if situation.clashes:
        yield f"Clashes so far: {situation.clashes}."
    for nation, time in situation.committed.items():
        yield f"{_nation_name(scenario, nation)} is publicly committed, since {instant(time)}."
    for time, place, strength in situation.announced:
        yield f"Reinforcement announced {instant(time)}: {strength:g} BE to {_place_name(scenario, place)}."
    nation_seat = nation_of(scenario, scene.view)
    if nation_seat is not None:
        left = capital(scenario, situation, nation_seat, scene.time)
        yield f"Political capital: {left:.1f} of {scenario.doctrine.play.capital_most:g}."


# --- intelligence --------------------------------------------------------------------------------------------


def _intelligence(scene: Scene) -> Iterator[str]:
    for nation, picture in scene.situation.pictures.items():
        name = _nation_name(scene.scenario, nation)
        yield from _assessment(name, picture)
        if not (scene.truth or scene.view == "excon"):
            yield from _reports(scene, picture)


def _assessment(name: str, picture: Picture) -> Iterator[str]:
    if not picture.log_odds:
        return
    attack = attack_probability(picture.log_odds)
    each = zip(HYPOTHESES, probabilities(picture.log_odds), strict=True)
    shares = ", ".join(f"{HYPOTHESIS_WORDS[hypothesis]} {chance:.0%}" for hypothesis, chance in each)
    yield (
        f"{name}: an attack being prepared is {in_words(attack)} ({attack:.0%}); {shares}. "
        f"{len(picture.reports)} reports, {picture.warnings} warnings."
    )


def _reports(scene: Scene, picture: Picture) -> Iterator[str]:
    texts = {indicator.id: indicator.text for indicator in scene.scenario.indicators}
    newest = sorted(picture.reports.values(), key=lambda held: -held.event)[:REPORTS]
    for held in newest:
        body = held.body
        where = f" near {_place_name(scene.scenario, body.place)}" if body.place else ""
        contact = f", contact {body.contact}" if body.contact else ""
        origin = "" if body.originator == scene.view else f", from {_nation_name(scene.scenario, body.originator)}"
        yield (
            f"{instant(held.received)} {body.report} {body.reliability}{body.credibility} "
            f"{body.discipline.replace('_', ' ')}{origin}: {texts[body.indicator]}{where}{contact}."
        )


# --- council and forces --------------------------------------------------------------------------------------


def _council(scene: Scene) -> Iterator[str]:
    council = scene.situation.council
    if council.called is not None:
        yield "A consultation has been called; the council is being convened."
    if council.convened_at is not None:
        yield f"The council last met {instant(council.convened_at)}."
    for measure in council.measures.values():
        yield _measure(scene.scenario, measure)


def _measure(scenario: Scenario, measure: MeasureProgress) -> str:
    text = measure.text
    what = text.kind.replace("_", " ")
    if text.place is not None and text.strength is not None:
        what += f" {text.strength:g} BE to {_place_name(scenario, text.place)}"
    state = {
        "guidance": "waiting for guidance from the capitals",
        "silence": f"under silence until {instant(measure.silence_until or 0)}",
        "adopted": f"adopted {instant(measure.decided or 0)}",
        "failed": f"failed {instant(measure.decided or 0)}",
    }[measure.state]
    by = ", ".join(f"{_nation_name(scenario, who)} {stand}" for who, stand in measure.positions.items())
    line = f"{measure.id} {what} (tabled {instant(measure.tabled)} by {_nation_name(scenario, measure.by)}): {state}"
    if by:
        line += f"; positions: {by}"
    for who, mandate in measure.mandates.items():
        line += f"; mandate of {_nation_name(scenario, who)} {mandate}"
    if measure.activated is not None:
        line += f"; activated {instant(measure.activated)}, {measure.capable:g} of {measure.required:g} BE capable"
    return line + "."


def _forces(scene: Scene) -> Iterator[str]:
    for nation in scene.scenario.nations:
        for force in nation.forces:
            state = scene.situation.forces[force.id]
            kind = force.kind.replace("_", " ")
            yield f"{force.name} ({nation.adjective}, {kind}, {force.strength:g} BE): {_where(scene.scenario, state)}."


def _where(scenario: Scenario, state: ForceState) -> str:
    words = f"{STATUS_WORDS[state.status]}, {_place_name(scenario, state.at)}"
    if state.status == "moving" and state.bound_for is not None:
        words = f"moving to {_place_name(scenario, state.bound_for)}, due {instant(state.due or 0)}"
    if state.offered is not None:
        words += f"; offered to {state.offered}"
    return words


def _messages(scene: Scene) -> Iterator[str]:
    for time, text in scene.situation.messages[-MESSAGES:]:
        yield f"{instant(time)} {' '.join(text.split())}"
    for time, order, reason in scene.situation.failures[-MESSAGES:]:
        yield f"{instant(time)} Your order {order} came to nothing: {reason}."


# --- names ---------------------------------------------------------------------------------------------------


def _nation_name(scenario: Scenario, name: str) -> str:
    nation = nation_of(scenario, name)
    if nation is not None:
        return nation.name
    return {"hq": "the Secretary-General", "media": "the media", scenario.alliance.id: scenario.alliance.name}.get(
        name, name
    )


def _place_name(scenario: Scenario, name: str) -> str:
    return next((each.name for each in scenario.theatre.locations if each.id == name), name)


def as_plain(scene: Scene) -> dict[str, object]:
    """The scene as JSON values: what the brief is made of."""
    return {
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
