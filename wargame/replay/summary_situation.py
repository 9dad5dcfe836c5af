"""A scene's situation: the adversary, the objectives, incidents, and what has been said in public."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.adversary import CLASH, COERCION, LADDER, LIMITED_WAR, MOBILISATION, SERIOUS_CLASH
from wargame.model.clock import DAY, instant
from wargame.model.happenings import (
    AdversaryChose,
    AttackAttributed,
    AttackBegan,
    AttributionReached,
    ClashHappened,
    ObjectiveDecided,
)
from wargame.model.situation import AdversaryState
from wargame.replay import names
from wargame.replay.summary_estimates import Estimate
from wargame.replay.watch import Scene
from wargame.replay.wording import counted, gauge, listed, percent, wrapped
from wargame.rules.threat import hybrid_of, mobilised

TOP = 9
"""The highest rung."""
SEEN_AS = {"routine": 0, "exercise": 3, "coercion": 2, "limited_attack": MOBILISATION, "major_attack": MOBILISATION}
"""The rung at which an adversary would be if a hypothesis were true."""
LASTING = 7 * DAY
"""Violence that long ago no longer says where an adversary stands now."""
ANNOUNCED = 4
"""Newest announcements shown."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Where an adversary stands on the ladder, as far as a view can tell."""

    adversary: str
    rung: int | None
    """None when nothing that could tell reaches the view."""
    words: str
    why: str
    highest: int
    """Of what could be seen so far."""


@dataclass(frozen=True, slots=True)
class Odds:
    """One act open to the adversary at its last decision."""

    act: str
    probability: float
    utility: float


@dataclass(frozen=True, slots=True)
class Known:
    """An adversary as it is."""

    adversary: str
    type: str
    rung: int
    words: str
    since: str
    """Instant."""
    ended: str | None
    """Instant at which the fighting ended, for which it stands at war."""
    mobilised: float | None
    """None for the adversary's own seat, which does not know how fast it mobilises."""
    resolve: float | None
    """Its belief that the allies fight."""
    belief_in_words: float
    """b, in logits, when it jumped last."""
    hybrid: float | None
    """Level of its hybrid attacks, y."""
    wills: dict[str, float]
    """By ally: its belief that it fights."""
    feint_until: str | None
    """Instant until which it feigns preparations."""
    commanded: bool
    """Whether a seat plays it."""
    margin: float | None
    """How close its last decision was to a use of force: utility of the best one less that of the best peaceful act."""
    highest: int
    weighed: tuple[Odds, ...]
    """Its acts at its last decision, likeliest first."""
    decided: str | None
    """Instant of it."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of an objective."""

    objective: str
    attacked: str | None
    """Instant."""
    held: float
    """Share in the adversary's hands."""
    conceded: float
    """Share of its value that was given away without a fight."""
    decided: str | None
    """Instant."""


@dataclass(frozen=True, slots=True)
class Situated:
    """The situation as a view knows it."""

    adversaries: tuple[Known, ...]
    """For the umpire and the adversary itself."""
    seen: tuple[Seen, ...]
    """For everyone else."""
    objectives: tuple[Fate, ...]
    fight: tuple[str, ...]
    """Nations that fight for the ally under attack."""
    stand_aside: tuple[str, ...]
    clashes: int
    committed: dict[str, str]
    """By nation: instant of its public commitment."""
    statements: int
    announced: tuple[tuple[str, str, float], ...]
    """Reinforcements announced: instant, place, brigade equivalents."""


def situated(scene: Scene, estimates: Sequence[Estimate]) -> Situated:
    """The situation of a scene."""
    situation = scene.situation
    known = tuple(
        _known(scene, each.id, situation.adversaries[each.id])
        for each in scene.scenario.adversaries
        if each.id in situation.adversaries
    )
    return Situated(
        adversaries=known,
        seen=() if known else tuple(_seen(scene, each.id, estimates) for each in scene.scenario.adversaries),
        objectives=tuple(
            Fate(
                objective=name,
                attacked=None if state.attacked is None else instant(state.attacked),
                held=state.held,
                conceded=state.conceded,
                decided=None if state.decided is None else instant(state.decided),
            )
            for name, state in situation.objectives.items()
        ),
        fight=tuple(name for name, fights in situation.honoured.items() if fights),
        stand_aside=tuple(name for name, fights in situation.honoured.items() if not fights),
        clashes=situation.clashes,
        committed={name: instant(time) for name, time in situation.committed.items()},
        statements=situation.statements,
        announced=tuple((instant(time), place, strength) for time, place, strength in situation.announced),
    )


def _known(scene: Scene, name: str, state: AdversaryState) -> Known:
    days, threat = (scene.time - state.since) / DAY, scene.scenario.doctrine.threat
    chose = next((e for e in reversed(scene.events) if _is_choice(e.body, name)), None)
    choice = chose.body if chose is not None and isinstance(chose.body, AdversaryChose) else None
    options = choice.options if choice is not None else ()
    return Known(
        adversary=name,
        type=state.type,
        rung=state.rung,
        words=LADDER[state.rung],
        since=instant(state.since),
        ended=_ended(scene, name, state),
        mobilised=round(mobilised(threat, state.rung, state.mobilisation, days), 6) if scene.umpire else None,
        resolve=state.resolve,
        belief_in_words=state.words,
        hybrid=round(hybrid_of(threat, state, scene.time), 6) if scene.umpire else None,
        wills={each.nation: each.resolve for each in choice.wills} if choice is not None else {},
        feint_until=instant(state.feint_until) if state.feint_until > scene.time else None,
        commanded=state.commanded,
        margin=None if choice is None else choice.margin,
        highest=max(state.top, state.rung),
        weighed=tuple(
            Odds(each.act, each.probability, each.utility) for each in sorted(options, key=lambda o: -o.probability)
        ),
        decided=None if chose is None else instant(chose.time),
    )


def _ended(scene: Scene, adversary: str, state: AdversaryState) -> str | None:
    """When the fighting was over, of an adversary that has stood at war since."""
    aims = {each.id: each.aim for each in scene.scenario.adversaries}
    objective = scene.situation.objectives.get(aims[adversary])
    decided = None if objective is None else objective.decided
    return instant(decided) if decided is not None and state.rung >= LIMITED_WAR and state.since <= decided else None


def _is_choice(body: object, adversary: str) -> bool:
    return isinstance(body, AdversaryChose) and body.adversary == adversary


# --- as far as a seat can tell -------------------------------------------------------------------------------


def _seen(scene: Scene, adversary: str, estimates: Sequence[Estimate]) -> Seen:
    """The highest rung that something speaks for: violence and what its services have attributed of late, else what
    its staff hold likeliest.
    """
    signs = list(_signs(scene, adversary))
    late = [(rung, why) for rung, why, time in signs if scene.time - time <= LASTING]
    late += [
        (SEEN_AS[each.likeliest], f"the staff hold {names.HYPOTHESES[each.likeliest]} likeliest") for each in estimates
    ]
    if not late:
        return Seen(adversary, None, "unknown", "no estimate reaches this seat, and nothing violent has happened", 0)
    rung, why = max(late, key=lambda sign: sign[0])
    highest = max([rung, *(each for each, _, _ in signs)])
    return Seen(adversary, rung, LADDER[rung], why, highest)


def _signs(scene: Scene, adversary: str) -> Iterator[tuple[int, str, int]]:
    """What can be seen of an adversary's rung: the rung, the sign, and when it was there."""
    fighting = False
    for event in scene.events:
        match event.body:
            case AttackBegan(adversary=by) if by == adversary:
                fighting = True
                yield LIMITED_WAR, f"attack {instant(event.time)}", event.time
            case ObjectiveDecided():
                fighting = False
            case ClashHappened(adversary=by, serious=serious) if by == adversary:
                what = "serious clash" if serious else "clash"
                yield (SERIOUS_CLASH if serious else CLASH), f"{what} {instant(event.time)}", event.time
            case AttributionReached(adversary=by, incident=incident) if by == adversary:
                yield COERCION, f"services attribute {incident} to it, {instant(event.time)}", event.time
            case AttackAttributed(adversary=by, nation=nation) if by == adversary:
                accuser = names.who(scene.scenario, nation)
                yield COERCION, f"{accuser} accused it {instant(event.time)}", event.time
    if fighting:
        yield LIMITED_WAR, "the fighting goes on", scene.time


# --- in words ------------------------------------------------------------------------------------------------


def situation_lines(scene: Scene, now: Situated) -> Iterator[str]:
    """The situation in words, the adversary first."""
    for known in now.adversaries:
        yield from _adversary(scene, known)
    for seen in now.seen:
        yield from _as_seen(scene, seen)
    for line in (*fates(scene, now), *declared(scene, now)):
        yield from wrapped(line, "  ", "    ")


def _adversary(scene: Scene, known: Known) -> Iterator[str]:
    name = names.who(scene.scenario, known.adversary)
    over = f", fighting ended {known.ended}" if known.ended is not None else ""
    held = f", highest so far {known.highest}" if known.highest > known.rung else ""
    yield from wrapped(
        f"{name}: rung {gauge(known.rung, TOP)} {known.rung} of {TOP}, {known.words}, since {known.since}{over}{held}",
        "  ",
        "    ",
    )
    believes = "" if known.resolve is None else f"; believes that the allies fight: {percent(known.resolve)}"
    hybrid = f"; hybrid level {known.hybrid:.2f}" if known.hybrid else ""
    feint = f"; feigns preparations until {known.feint_until}" if known.feint_until is not None else ""
    ready = "" if known.mobilised is None else f"; {percent(known.mobilised)} mobilised"
    played = "; played by a seat" if known.commanded else ""
    line = f"Type {known.type}{ready}{believes}{hybrid}{feint}{played}."
    yield from wrapped(line, "    ", "    ")
    if known.wills:
        surest = sorted(known.wills.items(), key=lambda item: -item[1])
        each = [f"{names.who(scene.scenario, nation)} {percent(will)}" for nation, will in surest]
        yield from wrapped(f"Belief that each ally fights: {listed(each)}.", "    ", "    ")
    if known.weighed:
        acts = ", ".join(f"{each.act.replace('_', ' ')} {percent(each.probability)}" for each in known.weighed)
        close = "" if known.margin is None else f"; best use of force {known.margin:+.2f} against the best peaceful act"
        yield from wrapped(f"Last weighed {known.decided}: {acts}{close}.", "    ", "    ")


def _as_seen(scene: Scene, seen: Seen) -> Iterator[str]:
    name = names.who(scene.scenario, seen.adversary)
    if seen.rung is None:
        yield from wrapped(f"{name}: rung {seen.words}; {seen.why}.", "  ", "    ")
        return
    beyond = f"; it has been at {seen.highest}" if seen.highest > seen.rung else ""
    yield from wrapped(
        f"{name}: perceived rung {gauge(seen.rung, TOP)} {seen.rung} of {TOP}, {seen.words} ({seen.why}){beyond}.",
        "  ",
        "    ",
    )


def fates(scene: Scene, now: Situated) -> Iterator[str]:
    """What has become of the objectives, and who fights for them, in sentences."""
    untouched = [names.objective(scene.scenario, each.objective) for each in now.objectives if each.attacked is None]
    if untouched:
        yield f"Not attacked: {'; '.join(untouched)}."
    for fate in now.objectives:
        if fate.conceded:
            name = names.objective(scene.scenario, fate.objective)
            yield f"{name}: {percent(fate.conceded)} of its value CONCEDED without a fight."
        if fate.attacked is not None:
            over = f"; decided {fate.decided}" if fate.decided is not None else "; fighting goes on"
            name = names.objective(scene.scenario, fate.objective)
            yield f"{name}: ATTACKED {fate.attacked}, {percent(fate.held)} in the adversary's hands{over}."
    if now.fight:
        yield f"Fighting for the ally under attack: {names.all_of(scene.scenario, now.fight)}."
    if now.stand_aside:
        yield f"Standing aside: {names.all_of(scene.scenario, now.stand_aside)}."
    if now.clashes:
        yield f"{counted(now.clashes, 'clash', 'clashes')} so far."


def declared(scene: Scene, now: Situated) -> Iterator[str]:
    """What has been said in public, in sentences."""
    scenario = scene.scenario
    if now.committed:
        bound = [f"{names.who(scenario, nation)} ({time})" for nation, time in now.committed.items()]
        yield f"Publicly committed: {listed(bound)}."
    if now.statements:
        yield f"{counted(now.statements, 'public statement')} so far."
    if now.announced:
        told = [
            f"{strength:g} BE to {names.place(scenario, place)} ({time})" for time, place, strength in now.announced
        ]
        more = f" (+{len(told) - ANNOUNCED} older)" if len(told) > ANNOUNCED else ""
        yield f"Reinforcement announced: {listed(told[-ANNOUNCED:])}{more}."
