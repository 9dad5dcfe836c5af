"""A scene's council in words: measures, who stands where, the silence clock; trust and cohesion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wargame.model.clock import HOUR, hours, instant, seconds
from wargame.model.happenings import (
    ConsultationCalled,
    MeasureAmended,
    MeasureNarrowed,
    MeasureTabled,
    SidePaymentPromised,
    SilenceBegan,
)
from wargame.model.scenario import allied_seats
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import age, hours_words, limited, listed, percent, plain_words, wrapped
from wargame.rules.assessment import attack_probability
from wargame.rules.bonds import cohesion, dispute, mean_trust, trust
from wargame.rules.draw import empirical
from wargame.rules.economy import nation_of
from wargame.rules.positions import pressure, stance, utility

MOST = 18
"""Lines spent on measures."""
STANDS = (
    ("accept", "accept"),
    ("accept_with_caveat", "accept with a caveat"),
    ("abstain", "abstain"),
    ("break", "break silence"),
)
WEAKEST = 3
"""Pairs of members with the least trust that are named."""
FAIR, HIGH = 0.4, 0.65
"""Bounds of low, fair and high trust and cohesion."""


@dataclass(frozen=True, slots=True)
class Lobbying:
    """One member's efforts to win another over."""

    by: str
    nation: str
    against: bool
    """Whether they are against the measure."""
    paid: bool
    """Whether a side payment has been promised."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an open measure means to the seat's own nation, as its staff reckons."""

    benefit: float
    """What speaks for it: threat believed, obligation, trust, cohesion, and what others did to win it over."""
    burden: float
    """What speaks against it: cost and fear of provocation."""
    stance: str
    """Where the nation would stand by these."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure and where everybody stands on it."""

    measure: str
    event: int
    """What an order about it answers."""
    text: str
    by: str
    tabled: str
    """Instant."""
    state: str
    silence_until: str | None
    """Instant, while silence runs; of a broken one, until when the measure can be saved."""
    silence_left_hours: float | None
    silence_hours: float | None
    """How long its silence will run, where that has been set."""
    silence_whole_hours: float | None
    """How long it runs from its beginning to its end, while it runs."""
    before: str | None
    """What its text said before it was changed last."""
    narrowed: bool
    """Whether that was after a break."""
    decided: str | None
    """Instant."""
    positions: dict[str, str]
    """By nation."""
    caveats: dict[str, tuple[str, ...]]
    silent: tuple[str, ...]
    """Members that have not said where they stand."""
    asked_time: tuple[str, ...]
    circle: tuple[str, ...]
    """Members that decide it, where it has been taken to a smaller circle."""
    legitimacy: float
    delegated: bool
    lobbying: tuple[Lobbying, ...]
    """As far as the view knows of it."""
    promises: tuple[str, ...]
    """Side payments that are promised and not yet due, in words."""
    quarrels: dict[str, float]
    """By member that does not accept: how bitter its dispute with whoever tabled it is, where there is one."""
    weighed: Weighed | None
    """For a member's seat that has an estimate, while the measure is open."""


@dataclass(slots=True)
class _Way:
    """What a view's log says of a measure's way that its state does not."""

    texts: list[str] = field(default_factory=list)
    """Each that it has had."""
    silent: int | None = None
    """When silence began last."""


@dataclass(frozen=True, slots=True)
class Bonds:
    """What holds the alliance together, as far as the view knows."""

    cohesion: float
    mean_trust: float
    own: dict[str, float]
    """By ally: how far the seat's nation trusts it."""
    ours: dict[str, float]
    """By ally: how far it trusts the seat's nation, as far as that has been told."""
    weakest: tuple[tuple[str, str, float], ...]
    """Pairs of members with the least trust: who trusts, whom, how far."""


@dataclass(frozen=True, slots=True)
class InCouncil:
    """The council as a view knows it."""

    called: bool
    """Whether a call is still being convened."""
    called_at: str | None
    """Instant of that call."""
    usual_hours: float | None
    """From such a call to the meeting, as half of the cases known were quicker."""
    latest_hours: float | None
    """The same of the slowest case."""
    latest: str | None
    """Instant at which the council will have met, if it is no slower than that."""
    convened: str | None
    """Instant at which it met last."""
    rule: str
    measures: tuple[Standing, ...]
    """Open ones first, then the newest."""
    bonds: Bonds


def in_council(scene: Scene) -> InCouncil | None:
    """The council of a scene; None for a seat that is not of the alliance."""
    if not _allied(scene):
        return None
    council = scene.situation.council
    ways, call = _ways(scene), _call(scene)
    usual, slowest = _convening_hours(scene)
    newest = sorted(council.measures.values(), key=lambda each: (not _undecided(each), -each.tabled, each.event))
    return InCouncil(
        called=council.called is not None,
        called_at=None if call is None else instant(call),
        usual_hours=None if call is None else usual,
        latest_hours=None if call is None else slowest,
        latest=None if call is None else instant(call + seconds(slowest)),
        convened=None if council.convened_at is None else instant(council.convened_at),
        rule=scene.scenario.alliance.decision_rule,
        measures=tuple(_standing(scene, measure, ways.get(measure.id, _Way())) for measure in newest),
        bonds=_bonds(scene),
    )


def _call(scene: Scene) -> int | None:
    """When the council was called that has not met since."""
    calls = (event.time for event in reversed(scene.events) if isinstance(event.body, ConsultationCalled))
    return None if scene.situation.council.called is None else next(calls, None)


def _convening_hours(scene: Scene) -> tuple[float, float]:
    """From a call to the meeting in half of the cases known, and in the slowest."""
    parameters = scene.scenario.doctrine.consultation
    least = parameters.convene_least_hours
    usual, slowest = (24.0 * empirical(share, parameters.convene_days) for share in (0.5, 1.0))
    return max(least, usual), max(least, slowest)


def convening(known: InCouncil) -> str:
    """When a council that has been called can be expected to meet; nothing while none is."""
    if not known.called:
        return ""
    if known.called_at is None or known.usual_hours is None or known.latest_hours is None:
        return "it is being convened"
    quick, slow = age(round(known.usual_hours * HOUR)), age(round(known.latest_hours * HOUR))
    return f"half of such calls met within {quick}, the slowest within {slow}, which is {known.latest}"


def _undecided(measure: MeasureProgress) -> bool:
    return measure.state in ("guidance", "silence", "broken")


def _ways(scene: Scene) -> dict[str, _Way]:
    """By measure."""
    ways: dict[str, _Way] = {}
    for event in scene.events:
        if event.measure is None:
            continue
        match event.body:
            case MeasureTabled(text=text) | MeasureAmended(text=text) | MeasureNarrowed(text=text):
                ways.setdefault(event.measure, _Way()).texts.append(names.measure(scene.scenario, text))
            case SilenceBegan():
                ways.setdefault(event.measure, _Way()).silent = event.time
    return ways


def _standing(scene: Scene, measure: MeasureProgress, way: _Way) -> Standing:
    members = measure.circle or scene.scenario.alliance.members
    running = measure.state in ("silence", "broken") and measure.silence_until is not None
    until = measure.silence_until if running else None
    return Standing(
        measure=measure.id,
        event=measure.event,
        text=names.measure(scene.scenario, measure.text),
        by=measure.by,
        tabled=instant(measure.tabled),
        state=measure.state,
        silence_until=None if until is None else instant(until),
        silence_left_hours=None if until is None else hours(until - scene.time),
        silence_hours=measure.silence_hours,
        silence_whole_hours=None if until is None or way.silent is None else hours(until - way.silent),
        before=way.texts[-2] if len(way.texts) > 1 else None,
        narrowed=measure.narrowed,
        decided=None if measure.decided is None else instant(measure.decided),
        positions=dict(measure.positions),
        caveats={nation: tuple(caveats) for nation, caveats in measure.caveats.items()},
        silent=tuple(each for each in members if each not in measure.positions),
        asked_time=tuple(sorted(measure.asked_time)),
        circle=tuple(measure.circle),
        legitimacy=measure.legitimacy,
        delegated=measure.delegated,
        lobbying=tuple(
            Lobbying(each.by, nation, each.weight < 0.0, each.payment)
            for nation, pressed in measure.lobbied.items()
            for each in pressed
        ),
        promises=tuple(_promise(scene, each) for each in measure.payments),
        quarrels=dict(_quarrels(scene, measure, members)),
        weighed=_weighed(scene, measure),
    )


def _quarrels(scene: Scene, measure: MeasureProgress, members: Sequence[str]) -> Iterator[tuple[str, float]]:
    for nation in members:
        bitter = dispute(scene.scenario, scene.situation, nation, measure.by, scene.time)
        if bitter > 0.0 and measure.positions.get(nation) != "accept":
            yield nation, round(bitter, 6)


def _weighed(scene: Scene, measure: MeasureProgress) -> Weighed | None:
    nation, picture = nation_of(scene.scenario, scene.view), scene.situation.pictures.get(scene.view)
    member = scene.view in (measure.circle or scene.scenario.alliance.members)
    if nation is None or picture is None or not picture.log_odds or not member or not measure.open:
        return None
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    threat = attack_probability(picture.log_odds)
    others = (measure.by,) if measure.by != nation.id else ()
    gained = utility(view, nation, measure.text, threat, others)
    urged = pressure(measure.lobbied.get(nation.id, ()))
    return Weighed(round(gained.benefit + urged, 6), round(gained.burden, 6), stance(view, nation, measure, threat))


def _allied(scene: Scene) -> bool:
    return scene.umpire or scene.view in allied_seats(scene.scenario)


def _promise(scene: Scene, promised: SidePaymentPromised) -> str:
    by, to = names.who(scene.scenario, promised.by), names.who(scene.scenario, promised.nation)
    amount = promised.amount
    what = f"{amount:,.0f} million" if amount is not None else names.PAYMENTS[promised.currency]
    return f"{what} from {by} to {to} for {plain_words(promised.position)}"


def _bonds(scene: Scene) -> Bonds:
    scenario, situation, view = scene.scenario, scene.situation, scene.view
    members = scenario.alliance.members
    others = [each for each in members if each != view] if view in members else []
    pairs = [
        (one, other, round(trust(scenario, situation, one, other, scene.time), 6))
        for one in members
        for other in members
        if one != other
    ]
    return Bonds(
        cohesion=round(cohesion(scenario, situation, scene.time), 6),
        mean_trust=round(mean_trust(scenario, situation, scene.time), 6),
        own={each: round(trust(scenario, situation, view, each, scene.time), 6) for each in others},
        ours={each: round(trust(scenario, situation, each, view, scene.time), 6) for each in others},
        weakest=tuple(sorted(pairs, key=lambda pair: pair[2])[:WEAKEST]),
    )


# --- in words ------------------------------------------------------------------------------------------------


def council_lines(scene: Scene, now: InCouncil) -> Iterator[str]:
    """When it met, each measure with who stands where, and what holds the alliance together."""
    yield from wrapped(_met(now), "  ", "  ")
    undecided = [each for each in now.measures if each.state in ("guidance", "silence", "broken")]
    decided = [each for each in now.measures if each not in undecided]
    yield from limited((list(_measure(scene, each)) for each in (*undecided, *decided)), MOST, "decided earlier")
    yield from wrapped(_holding(scene, now.bonds), "  ", "    ")


def _met(now: InCouncil) -> str:
    met = "The council has not met." if now.convened is None else f"The council met last {now.convened}."
    if now.called:
        met += " A consultation has been called; it is being convened."
    return f"{met} It decides by {plain_words(now.rule)}."


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


def _level(share: float) -> str:
    word = "low" if share < FAIR else "fair" if share < HIGH else "high"
    return f"{percent(share)} ({word})"
