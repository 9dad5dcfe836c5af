"""The council in words: when it met, each measure with who stands where, the silence clock; trust and cohesion."""

from collections.abc import Iterator

from wargame.model.clock import HOUR
from wargame.replay import names
from wargame.replay.summary_council import Bonds, Call, InCouncil, Standing
from wargame.replay.watch import Scene
from wargame.replay.wording import age, hours_words, limited, listed, percent, plain_words, wrapped

MOST = 18
"""Lines spent on measures."""
STANDS = (
    ("accept", "accept"),
    ("accept_with_caveat", "accept with a caveat"),
    ("abstain", "abstain"),
    ("break", "break silence"),
)
FAIR, HIGH = 0.4, 0.65
"""From where trust and cohesion are called fair, and high."""


def council_lines(scene: Scene, now: InCouncil) -> Iterator[str]:
    """When it met, each measure with who stands where, and what holds the alliance together."""
    yield from wrapped(_met(now), "  ", "  ")
    undecided = [each for each in now.measures if each.state in ("guidance", "silence", "broken")]
    decided = [each for each in now.measures if each not in undecided]
    yield from limited((list(_measure(scene, each)) for each in (*undecided, *decided)), MOST, "decided earlier")
    yield from wrapped(_holding(scene, now.bonds), "  ", "    ")


def _met(now: InCouncil) -> str:
    met = "The council has not met." if now.convened is None else f"The council met last {now.convened}."
    if now.called is not None:
        met += f" A consultation was called {now.called.at}: {expected(now.called)}."
    return f"{met} It decides by {plain_words(now.rule)}."


def expected(call: Call) -> str:
    """When the council can be expected to meet."""
    usual, slowest = age(round(call.usual_hours * HOUR)), age(round(call.slowest_hours * HOUR))
    return f"half of such calls met within {usual}, the slowest within {slowest}, which is {call.latest}"


def _measure(scene: Scene, each: Standing) -> Iterator[str]:
    by = names.who(scene.scenario, each.by)
    head = f"{each.measure}  {each.text} [{each.event}], by {by}: {_state(each)}"
    stand = "" if each.delegated else _positions(scene, each)
    if len(head) + len(stand) < 70 or stand.startswith("accepted by all"):
        head, stand = f"{head}; {stand}" if stand else head, ""
    yield from wrapped(head, "  ", "      ")
    if each.circle:
        circle = f"Decided in a circle of {names.all_of(scene.scenario, each.circle)}"
        yield from wrapped(f"{circle}; legitimacy {percent(each.legitimacy)}.", "      ", "      ")
    if stand:
        yield from wrapped(stand, "      ", "      ")
    if each.state in ("guidance", "silence", "broken"):
        for line in _persuasion(scene, each):
            yield from wrapped(line, "      ", "      ")


def _persuasion(scene: Scene, each: Standing) -> Iterator[str]:
    """Who works on whom, as far as the view knows."""
    lobbied = [
        f"{names.who(scene.scenario, one.nation)} by {names.who(scene.scenario, one.by)}"
        f"{' against' if one.against else ''}"
        for one in each.lobbying
        if not one.paid
    ]
    if lobbied:
        yield f"lobbied: {listed(lobbied)}"
    if each.promises:
        yield f"promised: {listed(each.promises)}"


def _state(each: Standing) -> str:
    match each.state:
        case "guidance":
            then = "" if each.silence_hours is None else f", then {hours_words(each.silence_hours)} of silence"
            return f"tabled {each.tabled}, waiting for guidance from the capitals{then}"
        case "silence":
            left = age(round((each.silence_left_hours or 0.0) * HOUR))
            return f"UNDER SILENCE until {each.silence_until} ({left} left)"
        case "broken":
            until = "" if each.silence_until is None else f" until {each.silence_until}"
            return f"SILENCE BROKEN; it can be narrowed or taken elsewhere{until}"
    how = ", on delegated authority" if each.delegated else ""
    return f"{each.state.upper()} {each.decided or ''}{how}".rstrip()


def _positions(scene: Scene, each: Standing) -> str:
    if not each.silent and set(each.positions.values()) == {"accept"}:
        return f"accepted by all {len(each.positions)}"
    parts = []
    for stand, words in STANDS:
        those = [_named(scene, each, nation) for nation, position in each.positions.items() if position == stand]
        if those:
            parts.append(f"{words} {len(those)}: {listed(those)}")
    if each.silent:
        parts.append(f"silent {len(each.silent)}: {names.all_of(scene.scenario, each.silent)}")
    if each.asked_time and each.state == "silence":
        parts.append(f"asked for time: {names.all_of(scene.scenario, each.asked_time)}")
    return "; ".join(parts)


def _named(scene: Scene, each: Standing, nation: str) -> str:
    reserved = each.caveats.get(nation, ())
    words = f" ({', '.join(plain_words(caveat) for caveat in reserved)})" if reserved else ""
    return names.who(scene.scenario, nation) + words


def _holding(scene: Scene, bonds: Bonds) -> str:
    words = f"Cohesion {_level(bonds.cohesion)}; trust between members {_level(bonds.mean_trust)} on average"
    if bonds.own:
        alike = {percent(held) for held in bonds.own.values()}
        if len(alike) == 1 and len(bonds.own) > 1:
            return f"{words}. {names.who(scene.scenario, scene.view)} trusts all others alike ({alike.pop()})."
        least, most = min(bonds.own, key=lambda each: bonds.own[each]), max(bonds.own, key=lambda each: bonds.own[each])
        words += f". {names.who(scene.scenario, scene.view)} trusts {_trusted(scene, bonds.own, most)} most"
        words += f" and {_trusted(scene, bonds.own, least)} least" if least != most else ""
        doubting = min(bonds.ours, key=lambda each: bonds.ours[each])
        words += f"; least trusted by {_trusted(scene, bonds.ours, doubting)}"
    elif bonds.weakest and percent(bonds.weakest[0][2]) != percent(bonds.mean_trust):
        pairs = [
            f"{names.who(scene.scenario, one)} in {names.who(scene.scenario, other)} {percent(held)}"
            for one, other, held in bonds.weakest
        ]
        words += f"; least: {listed(pairs)}"
    return words + "."


def _trusted(scene: Scene, held: dict[str, float], name: str) -> str:
    return f"{names.who(scene.scenario, name)} ({percent(held[name])})"


def level(share: float) -> str:
    """A share of trust or cohesion in a word."""
    return "low" if share < FAIR else "fair" if share < HIGH else "high"


def _level(share: float) -> str:
    return f"{percent(share)} ({level(share)})"
