"""A scene's council: measures, who stands where, the silence clock; trust and cohesion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wargame.model.clock import hours, instant
from wargame.model.happenings import (
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
from wargame.replay.wording import plain_words
from wargame.rules.assessment import attack_probability
from wargame.rules.bonds import cohesion, dispute, mean_trust, trust
from wargame.rules.consultation import convening
from wargame.rules.economy import nation_of
from wargame.rules.positions import pressure, stance, utility

WEAKEST = 3
"""Pairs of members with the least trust that are named."""


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
class Call:
    """A call for the council, and by when it can be expected to meet."""

    at: str
    """Instant."""
    usual_hours: float
    """From such a call to the meeting, as half of the cases known were quicker."""
    slowest_hours: float
    """The same of the slowest case."""
    latest: str
    """Instant at which the council will have met, if it is no slower than that."""


@dataclass(frozen=True, slots=True)
class InCouncil:
    """The council as a view knows it."""

    called: Call | None
    """The call that is still being convened."""
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
    ways = _ways(scene)
    newest = sorted(council.measures.values(), key=lambda each: (not _undecided(each), -each.tabled, each.event))
    return InCouncil(
        called=None if council.called is None else _call(scene, scene.events[council.called - 1].time),
        convened=None if council.convened_at is None else instant(council.convened_at),
        rule=scene.scenario.alliance.decision_rule,
        measures=tuple(_standing(scene, measure, ways.get(measure.id, _Way())) for measure in newest),
        bonds=_bonds(scene),
    )


def _call(scene: Scene, at: int) -> Call:
    usual, slowest = (convening(scene.scenario.doctrine.consultation, share) for share in (0.5, 1.0))
    return Call(instant(at), hours(usual), hours(slowest), instant(at + slowest))


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
