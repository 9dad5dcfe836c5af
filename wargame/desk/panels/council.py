"""Tab 2: the council: each text, who stands where and why, the silence clock."""

from collections.abc import Iterator

from wargame.desk.bars import CELLS, bar, tally
from wargame.desk.lines import Para, Part, Role, blank, heading, say
from wargame.desk.panels.parts import joined, meter, people, row
from wargame.model.clock import HOUR
from wargame.model.decisions import TakePosition
from wargame.model.record import Order
from wargame.replay import names
from wargame.replay.summary_council import InCouncil, Standing, in_council
from wargame.replay.summary_council_lines import STANDS, expected
from wargame.replay.watch import Scene
from wargame.replay.wording import age, counted, hours_words, listed, percent, plain_words

OPEN = ("guidance", "silence", "broken")
"""States of a text that is before the council still."""
MARKS: dict[str, tuple[Role, str]] = {
    "accept": ("good", "+"),
    "accept_with_caveat": ("warn", "~"),
    "abstain": ("neutral", "o"),
    "break": ("bad", "x"),
    "": ("dim", "."),
}
"""By position: how it stands in a tally; silence has no name."""
LABELS = {"accept": "accept", "accept_with_caveat": "caveat", "abstain": "abstain", "break": "break"}
FEW = 12
"""More members than this that all stand the same are counted."""
MOST_WEIGHT = 1.5
"""Of what speaks for a text or against it to a nation: a full bar, so that bars of all texts can be compared."""
SOME, MUCH = 0.25, 0.75
"""Weights from which that is called some, and much."""
SOON = 6.0
"""Hours of silence left from which it is pressing."""


def paras(scene: Scene) -> Iterator[Para]:
    """The council as the seat knows it."""
    council = in_council(scene)
    if council is None:
        yield say("This seat does not sit in the council of the alliance.")
        return
    yield from _sitting(council)
    before = [each for each in council.measures if each.state in OPEN]
    for each in before:
        yield blank()
        yield from text(scene, each)
    done = [each for each in council.measures if each.state not in OPEN]
    if done:
        yield blank()
        yield heading("DECIDED")
        yield from (_decided(scene, each) for each in done)
    yield blank()
    yield from _holding(scene, council)


def _sitting(council: InCouncil) -> Iterator[Para]:
    met = "has not met yet" if council.convened is None else f"met last {council.convened}"
    yield say(("head", "COUNCIL"), f"  {met}; decides by {plain_words(council.rule)}")
    if council.called is not None:
        yield say(
            ("warn", f"A consultation was called {council.called.at}"), f": {expected(council.called)}.", indent=2
        )
    if council.called is not None and council.convened is None:
        yield say(("dim", "Texts can be tabled once it has met."), indent=2)
    elif not any(each.state in OPEN for each in council.measures):
        able = "a member can call a consultation." if council.convened is None else "members can table measures."
        yield say(("dim", f"No text is before the council; {able}"), indent=2)


# --- a text --------------------------------------------------------------------------------------------------


def text(scene: Scene, each: Standing) -> Iterator[Para]:
    """A text before the council, as a block."""
    yield say(("key", each.measure), "  ", ("strong", each.text), key=("measure", each.measure), hang=4)
    yield _clock(each)
    yield row("by", names.who(scene.scenario, each.by), ("dim", f"  tabled {each.tabled}"))
    if each.before is not None:
        yield row("narrowed" if each.narrowed else "amended", f"from: {each.before}")
    if each.circle:
        yield row("circle", *people(scene, each.circle), f"; legitimacy {percent(each.legitimacy)}")
    yield row("stands", *_tally(each), *_counts(each))
    yield from _stands(scene, each)
    yield from _persuasion(scene, each)
    yield from _weighed(each)
    yield from _own(scene, each)


def _clock(each: Standing) -> Para:
    """The silence clock, or what the text waits for."""
    left, until = each.silence_left_hours, each.silence_until
    if each.state == "guidance":
        then = "" if each.silence_hours is None else f"; then {hours_words(each.silence_hours)} of silence"
        return row("waits", ("warn", "for guidance from the capitals"), then)
    if each.state == "broken":
        rest = "" if left is None else f" within {age(round(left * HOUR))} ({until})"
        return row("BROKEN", f"fails unless it is narrowed or taken to a smaller circle{rest}", role="bad")
    assert left is not None
    gone = 1.0 - left / each.silence_whole_hours if each.silence_whole_hours else 0.0
    role: Role = "bad" if left <= SOON else "warn"
    return row("SILENCE", *bar(gone, role, CELLS), (role, f" {age(round(left * HOUR))} left"), f", until {until}")


def _tally(each: Standing) -> list[Part]:
    """A mark a member."""
    counts = [(*MARKS[stand], list(each.positions.values()).count(stand)) for stand, _ in STANDS]
    return tally([*counts, (*MARKS[""], len(each.silent))])


def _counts(each: Standing) -> list[str | Part]:
    """What the marks mean."""
    held = list(each.positions.values())
    counted_ones = [(stand, LABELS[stand], held.count(stand)) for stand, _ in STANDS]
    counted_ones.append(("", "silent", len(each.silent)))
    said: list[list[str | Part]] = [
        [MARKS[stand], f" {number} {word}"] for stand, word, number in counted_ones if number
    ]
    return ["  ", *joined(said, "  ")]


def _asked(each: Standing) -> int:
    """How many decide it."""
    return len(each.positions) + len(each.silent)


def _stands(scene: Scene, each: Standing) -> Iterator[Para]:
    """Who stands where, with what is reserved and what is known of why."""
    notes = dict(_notes(each))
    for stand, _ in STANDS:
        those = [nation for nation, held in each.positions.items() if held == stand]
        if len(those) == _asked(each) > FEW and not notes:
            yield row(LABELS[stand], f"all {len(those)} members", role=MARKS[stand][0])
        elif those:
            yield row(LABELS[stand], *people(scene, those, notes), role=MARKS[stand][0])
    if each.silent and (each.positions or len(each.silent) <= FEW):
        yield row("silent", *people(scene, each.silent, notes))
    elif each.asked_time:
        yield row("asked", "for time: ", *people(scene, each.asked_time))


def _notes(each: Standing) -> Iterator[tuple[str, str]]:
    """By member: what it reserves, or waits for, and what stands between it and the author of the text."""
    for nation in (*each.positions, *each.silent):
        said = [plain_words(caveat) for caveat in each.caveats.get(nation, ())]
        said += ["asked for time"] if nation in each.asked_time and nation in each.silent else []
        said += [f"in dispute with the author, {percent(each.quarrels[nation])}"] if nation in each.quarrels else []
        if said:
            yield nation, ", ".join(said)


def _persuasion(scene: Scene, each: Standing) -> Iterator[Para]:
    """Who works on whom, as far as the seat knows."""
    lobbied = [one for one in each.lobbying if not one.paid]
    if lobbied:
        said = [
            f"{names.who(scene.scenario, one.by)} on {names.who(scene.scenario, one.nation)}"
            f"{' against it' if one.against else ''}"
            for one in lobbied
        ]
        yield row("lobbying", listed(said, len(said)))
    if each.promises:
        yield row("promised", "; ".join(each.promises))


def _weighed(each: Standing) -> Iterator[Para]:
    """What speaks for it and against it, to the seat's own nation."""
    own = each.weighed
    if own is not None:
        stand = dict(STANDS)[own.stance]
        role = MARKS[own.stance][0]
        yield row(
            "for you",
            *bar(max(0.0, own.benefit) / MOST_WEIGHT, "good", 8),
            f" {own.benefit:.2f} {_weight(own.benefit)} for it",
            ("dim", f"  a full bar is {MOST_WEIGHT:g}"),
        )
        against = f" {own.burden:.2f} {_weight(own.burden)} against it; "
        yield row("", *bar(own.burden / MOST_WEIGHT, "bad", 8), against, (role, f"your staff would {stand}"))


def _weight(amount: float) -> str:
    """How much speaks for a text, or against it, in a word."""
    return "nothing" if amount <= 0.0 else "little" if amount < SOME else "some" if amount < MUCH else "much"


def _own(scene: Scene, each: Standing) -> Iterator[Para]:
    """What the seat has still to say."""
    if scene.view in each.silent and each.state in ("guidance", "silence"):
        staged = next((one for one in map(_position, _orders(scene)) if one and one.measure == each.measure), None)
        if staged is not None:
            yield row("YOU", f"{plain_words(staged.position)}: on your pad, told when the turn ends.", role="good")
            return
        mine = "tabled it, but " if each.by == scene.view else ""
        then = "silence is consent when the clock runs out" if each.state == "silence" else "your capital is awaited"
        yield row("YOU", f"{mine}have not taken a position; {then}.", role="key")
    elif each.state == "broken" and scene.view in (each.by, "hq"):
        yield row("YOU", "can narrow it or take it to a smaller circle.", role="key")


def _orders(scene: Scene) -> list[Order]:
    """What the seat has staged."""
    return [order for order in scene.orders if order.seat == scene.view]


def _position(order: Order) -> TakePosition | None:
    return order.decision if isinstance(order.decision, TakePosition) else None


def _decided(scene: Scene, each: Standing) -> Para:
    """What has been decided, in a line."""
    role: Role = "good" if each.state == "adopted" else "bad"
    how = "on delegated authority" if each.delegated else _how(scene, each)
    return say(
        ("key", each.measure),
        f"  {each.text}  ",
        (role, f"{each.state.upper()} {each.decided or ''}".rstrip()),
        ("dim", f"  {how}" if how else ""),
        key=("measure", each.measure),
        indent=2,
        hang=4,
    )


def _how(scene: Scene, each: Standing) -> str:
    """By whom, where not by all."""
    held = each.positions
    against = [names.who(scene.scenario, nation) for nation, stand in held.items() if stand in ("abstain", "break")]
    reserved = sum(stand == "accept_with_caveat" for stand in held.values())
    said = [f"without {listed(against, 4)}"] if against and each.state == "adopted" else []
    said += [f"broken by {listed(against, 4)}"] if against and each.state != "adopted" else []
    said += [counted(reserved, "caveat")] if reserved else []
    said += [f"in a circle of {len(each.circle)}, legitimacy {percent(each.legitimacy)}"] if each.circle else []
    if not against and each.state == "adopted":
        said.insert(0, "accepted by all" if not each.silent else "nobody against")
    return ", ".join(said)


def _holding(scene: Scene, council: InCouncil) -> Iterator[Para]:
    """Cohesion and trust."""
    bonds = council.bonds
    yield heading("WHAT HOLDS THE ALLIANCE TOGETHER")
    yield row("cohesion", *meter(bonds.cohesion))
    yield row("trust", *meter(bonds.mean_trust), ("dim", " on average"))
    if bonds.weakest:
        pairs = [
            f"{names.who(scene.scenario, one)} in {names.who(scene.scenario, other)} {percent(held)}"
            for one, other, held in bonds.weakest
        ]
        yield row("least", listed(pairs))
