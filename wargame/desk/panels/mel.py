"""EXCON's tab: the master events list, what is due first, and one inject whole."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from wargame.desk.lines import Para, blank, heading, say
from wargame.model.clock import instant, parse_instant, seconds
from wargame.model.occasion import Occasion
from wargame.replay import names
from wargame.replay.summary_mel import Listed, injects, occasion_words
from wargame.replay.watch import Scene
from wargame.replay.wording import age, plain_words
from wargame.rules.deadlines import turn_hours

STATES = {
    "waiting": "waits",
    "held": "held until it is fired by hand",
    "fired": "has been fired",
    "skipped": "left out, since what it must not follow had happened",
}


def paras(scene: Scene) -> Iterator[Para]:
    """What falls due in this turn, what comes later, what waits for an outcome or for a word, what is done."""
    known = injects(scene)
    now = due_now(scene)
    waiting = [each for each in known if each.state == "waiting" and each not in now]
    yield from _part(scene, "DUE IN THIS TURN", now)
    yield from _part(scene, "DUE LATER", [each for each in waiting if each.due is not None])
    yield from _part(scene, "WHEN SOMETHING HAPPENS, OR BY HAND", [each for each in waiting if each.due is None])
    yield from _part(scene, "HELD", [each for each in known if each.state == "held"])
    yield from _part(scene, "DONE", [each for each in known if each.state in ("fired", "skipped")])
    if not known:
        yield say("The master events list is empty.")


def due_now(scene: Scene) -> list[Listed]:
    """Injects that come by themselves in the turn that is open."""
    end = scene.time + seconds(turn_hours(scene.scenario.pace, scene.situation.alert))
    waiting = (each for each in injects(scene) if each.state == "waiting" and each.due is not None)
    return [each for each in waiting if parse_instant(each.due or "") <= end]


def _part(scene: Scene, title: str, those: Sequence[Listed]) -> Iterator[Para]:
    if not those:
        return
    yield heading(title)
    for each in those:
        yield say(
            ("strong", each.inject),
            f"  {_when(scene, each)}  ",
            ("key", plain_words(each.kind)),
            f": {' '.join(each.text.split())}",
            key=("inject", each.inject),
            hang=4,
        )
    yield blank()


def _when(scene: Scene, each: Listed) -> str:
    if each.state in ("fired", "skipped"):
        return "fired" if each.state == "fired" else "left out"
    if each.due is None:
        return f"waits for {each.waits_for}" if each.waits_for != "exercise control" else "by hand"
    left = parse_instant(each.due) - scene.time
    return f"{each.due}, in {age(left)}" if left > 0 else f"{each.due}"


def inject_paras(scene: Scene, name: str) -> Iterator[Para]:
    """All of one inject."""
    state = scene.situation.mel.get(name)
    if state is None:
        yield say(("dim", "Point at an inject to read all of it."))
        return
    inject = state.inject
    yield heading(f"INJECT {name}: {plain_words(inject.kind).upper()}")
    yield say(("key", "State: "), STATES[state.state])
    if state.due is not None:
        yield say(("key", "Due: "), instant(state.due))
    for each in fields(inject):
        value = getattr(inject, each.name)
        if each.name in ("id", "kind", "text") or value in (None, (), False, 0.0):
            continue
        said = (
            occasion_words(scene.scenario, value)
            if isinstance(value, Occasion)
            else names.value(scene.scenario, inject, each.name)
        )
        if each.name == "expected":
            said = str(value)
        yield say(("key", f"{plain_words(each.name).capitalize()}: "), said)
    text = getattr(inject, "text", "")
    if text:
        yield blank()
        yield say(" ".join(text.split()))
    if state.state in ("waiting", "held"):
        yield blank()
        yield say(("dim", "It can still be fired, held or edited."))
