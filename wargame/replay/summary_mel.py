"""The master events list in play, for exercise control: what comes, what waits for a word, what has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import instant, parse_instant
from wargame.model.mel import Inject
from wargame.model.occasion import Occasion
from wargame.model.scenario import Scenario
from wargame.model.situation import InjectState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import hours_words, limited, plain_words, table

MOST = 14
"""Lines spent on injects."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One inject."""

    inject: str
    kind: str
    state: str
    due: str | None
    """Instant, where one is known."""
    waits_for: str
    """What it waits for, in words, where no instant is known."""
    text: str
    expected: str | None


def injects(scene: Scene) -> tuple[Listed, ...]:
    """Every inject: those that are due soonest first, then those that wait for something, then those that are done."""
    known = [_listed(scene.scenario, state) for state in scene.situation.mel.values()]
    return tuple(sorted(known, key=_order))


def _listed(scenario: Scenario, state: InjectState) -> Listed:
    inject = state.inject
    at = state.due if state.due is not None else parse_instant(inject.at) if inject.at is not None else None
    return Listed(
        inject=inject.id,
        kind=inject.kind,
        state=state.state,
        due=None if at is None else instant(at),
        waits_for=_waits_for(scenario, inject) if at is None else "",
        text=_text(scenario, inject),
        expected=inject.expected,
    )


def _order(each: Listed) -> tuple[bool, bool, int]:
    return each.state in ("fired", "skipped"), each.due is None, 0 if each.due is None else parse_instant(each.due)


def _waits_for(scenario: Scenario, inject: Inject) -> str:
    if inject.by_hand or inject.after is None:
        return "exercise control"
    delay = f"{hours_words(inject.delay)} after " if inject.delay else "after "
    return delay + occasion_words(scenario, inject.after)


def occasion_words(scenario: Scenario, occasion: Occasion) -> str:
    """What is waited for."""
    words = plain_words(occasion.event)
    words += f" {occasion.count}" if occasion.count > 1 else ""
    words += f" by {names.force(scenario, names.who(scenario, occasion.by))}" if occasion.by is not None else ""
    words += f" on {plain_words(occasion.measure)}" if occasion.measure is not None else ""
    return words if occasion.at_least is None else f"{words} of {occasion.at_least:g} or more"


def _text(scenario: Scenario, inject: Inject) -> str:
    """What it is about, in its own words where it has any."""
    match inject.kind:
        case "incident":
            return f"{inject.means} against {names.who(scenario, inject.nation)}"
        case "aggression":
            return f"attack on {names.objective(scenario, inject.objective)}"
    return inject.text


# --- in words ------------------------------------------------------------------------------------------------


def mel_lines(scene: Scene, known: tuple[Listed, ...]) -> Iterator[str]:
    """What is still to come; what is done is counted."""
    coming = [each for each in known if each.state in ("waiting", "held")]
    yield from limited(table(_row(each) for each in coming), MOST, "more to come")
    done = [each for each in known if each.state == "fired"]
    left_out = [each for each in known if each.state == "skipped"]
    if known:
        yield f"  {len(done)} of {len(known)} fired, {len(left_out)} left out."


def _row(each: Listed) -> tuple[str, str]:
    when = each.due or each.waits_for
    held = "HELD, " if each.state == "held" else ""
    text = each.text if len(each.text) <= LONGEST else each.text[:LONGEST].rsplit(" ", 1)[0] + " .."
    return each.inject, f"{held}{when}, {plain_words(each.kind)}: {text}"


LONGEST = 90
"""Characters of an inject's text that are shown."""
