"""Each ally as a seat knows it: what binds them, how far they trust each other, what it has done and said so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from wargame.model.clock import instant
from wargame.model.happenings import AttackAttributed, Promise, TrustChanged
from wargame.model.nation import Nation
from wargame.model.scenario import Agreement, allied_seats
from wargame.model.situation import RequestState
from wargame.replay.watch import Scene
from wargame.rules.bonds import dispute, pair_of, trust


@dataclass(frozen=True, slots=True)
class Bond:
    """An agreement in force."""

    kind: str
    tier: str | None
    """Of intelligence sharing."""
    clarity: float | None
    """Of mutual defence."""
    parties: int


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A dispute of an ally with another member."""

    other: str
    bitterness: float
    mediated: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise to the seat's nation that an ally kept or broke."""

    time: str
    """Instant."""
    promise: Promise
    kept: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """Brigade equivalents of an ally."""

    all: float
    offered: float
    activated: float
    capable: float
    """Away from home, or where they were sent."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Reports and requests between an ally and the seat."""

    received: int
    """Reports of its sensors that the seat holds."""
    given: int
    """Reports that the seat released to it."""
    asked: int
    """Requests of the seat to it."""
    answered: int
    """Of these, those that brought at least a report."""
    waits: int
    """Of these, those that are open."""
    asks: int
    """Open requests of it to the seat."""


@dataclass(frozen=True, slots=True)
class Ally:
    """One ally, as far as the view knows."""

    nation: str
    bonds: tuple[Bond, ...]
    """What binds it to the seat's nation; for other seats, all that it has signed."""
    trusted: float
    """How far the seat's nation trusts it; for other seats, how far members do on average."""
    trusts: float | None
    """How far it trusts the seat's nation."""
    quarrels: tuple[Quarrel, ...]
    committed: str | None
    """Instant of its public commitment."""
    fights: bool | None
    """Whether it fights for an ally under attack; None while there is no need."""
    positions: tuple[tuple[str, str], ...]
    """Measure, and where it stands or stood on it."""
    tabled: tuple[str, ...]
    """Measures it put before the council."""
    lobbies: tuple[str, ...]
    """Open measures on which it has worked on the seat."""
    sent: Sent
    mandates: dict[str, str]
    """By measure: sought, granted or refused."""
    exchanged: Exchanged
    sanctions: dict[str, float]
    """By adversary: share of its trade that it has stopped."""
    accused: tuple[str, ...]
    """Adversaries it has named in public."""
    kept: tuple[Kept, ...]
    """Newest first."""


def allies(scene: Scene) -> tuple[Ally, ...]:
    """The members of the alliance beside the seat's own nation; nothing for seats outside it."""
    if not (scene.umpire or scene.view in allied_seats(scene.scenario)):
        return ()
    kept, accused = _kept(scene), _accused(scene)
    members = scene.scenario.alliance.members
    nations = {each.id: each for each in scene.scenario.nations}
    return tuple(
        _ally(scene, nations[name], kept.get(name, []), accused.get(name, [])) for name in members if name != scene.view
    )


def _kept(scene: Scene) -> dict[str, list[Kept]]:
    """By ally: how it kept its word to the seat's nation, newest first."""
    found: dict[str, list[Kept]] = {}
    for event in reversed(scene.events):
        body = event.body
        if isinstance(body, TrustChanged) and body.holder == scene.view:
            found.setdefault(body.other, []).append(Kept(instant(event.time), body.promise, body.kept))
    return found


def _accused(scene: Scene) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for event in scene.events:
        if isinstance(event.body, AttackAttributed):
            found.setdefault(event.body.nation, []).append(event.body.adversary)
    return found


def _ally(scene: Scene, nation: Nation, kept: list[Kept], accused: list[str]) -> Ally:
    situation, name = scene.situation, nation.id
    committed = situation.committed.get(name)
    measures = situation.council.measures.values()
    return Ally(
        nation=name,
        bonds=tuple(_bond(each) for each in scene.scenario.agreements if _binds(scene, each, name)),
        trusted=_trusted(scene, name),
        trusts=_trust(scene, name, scene.view) if scene.view in scene.scenario.alliance.members else None,
        quarrels=tuple(_quarrels(scene, name)),
        committed=None if committed is None else instant(committed),
        fights=situation.honoured.get(name),
        positions=tuple((each.id, each.positions[name]) for each in measures if name in each.positions),
        tabled=tuple(each.id for each in measures if each.by == name),
        lobbies=tuple(
            each.id for each in measures if each.open and any(p.by == name for p in each.lobbied.get(scene.view, ()))
        ),
        sent=_sent(scene, nation),
        mandates={each.id: each.mandates[name] for each in measures if name in each.mandates},
        exchanged=_exchanged(scene, name),
        sanctions={to: each.share for to, each in situation.nations[name].sanctions.items() if each.share},
        accused=tuple(dict.fromkeys(accused)),
        kept=tuple(kept),
    )


def _binds(scene: Scene, agreement: Agreement, name: str) -> bool:
    own = scene.view in scene.scenario.alliance.members
    return name in agreement.parties and (not own or scene.view in agreement.parties)


def _bond(agreement: Agreement) -> Bond:
    return Bond(
        kind=agreement.kind,
        tier=agreement.tier if agreement.kind == "intelligence_sharing" else None,
        clarity=agreement.clarity if agreement.kind == "mutual_defence" else None,
        parties=len(agreement.parties),
    )


def _trust(scene: Scene, holder: str, other: str) -> float:
    return round(trust(scene.scenario, scene.situation, holder, other, scene.time), 6)


def _trusted(scene: Scene, name: str) -> float:
    members = scene.scenario.alliance.members
    if scene.view in members:
        return _trust(scene, scene.view, name)
    others = [each for each in members if each != name]
    return round(fsum(_trust(scene, each, name) for each in others) / max(1, len(others)), 6)


def _quarrels(scene: Scene, name: str) -> Iterator[Quarrel]:
    for each in scene.scenario.relations:
        if name in each.parties:
            other = next(one for one in each.parties if one != name)
            left = dispute(scene.scenario, scene.situation, name, other, scene.time)
            if left > 0.0:
                yield Quarrel(other, round(left, 6), pair_of(each) in scene.situation.mediated)


def _sent(scene: Scene, nation: Nation) -> Sent:
    pairs = [(each.strength, scene.situation.forces[each.id]) for each in nation.forces]
    return Sent(
        all=round(fsum(strength for strength, _ in pairs), 6),
        offered=round(fsum(strength for strength, state in pairs if state.offered is not None), 6),
        activated=round(fsum(strength for strength, state in pairs if state.activated is not None), 6),
        capable=round(fsum(strength for strength, state in pairs if state.status == "capable"), 6),
    )


def _exchanged(scene: Scene, name: str) -> Exchanged:
    picture = scene.situation.pictures.get(scene.view)
    held = list(picture.reports.values()) if picture is not None else []
    requests = scene.situation.requests.values()
    sent = [each for each in requests if (each.by, each.to) == (scene.view, name)]
    return Exchanged(
        received=sum(each.body.originator == name for each in held),
        given=sum(name in each.released_to for each in held),
        asked=len(sent),
        answered=sum(map(_answered, sent)),
        waits=sum(each.open for each in sent),
        asks=sum(each.open and (each.by, each.to) == (name, scene.view) for each in requests),
    )


def _answered(request: RequestState) -> bool:
    return bool(request.reports)
