"""Beyond the council and the forces: talks with the adversary, sanctions, displaced people, third parties."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import instant
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import limited, listed, percent, wrapped
from wargame.rules.sanctions import sanction_bite

MOST = 18
"""Lines spent on all of it."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A back channel that the view knows of."""

    seat: str
    adversary: str
    opened: str
    """Instant."""
    leaked: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer of one side to the other."""

    offer: str
    event: int
    """What an answer to it answers."""
    by: str
    to: str
    terms: str
    until: str
    """Instant."""
    secret: bool
    state: str
    """`stands`, `accepted`, `refused` or `lapsed`."""


@dataclass(frozen=True, slots=True)
class Sanctions:
    """How far an adversary is sanctioned."""

    adversary: str
    shares: dict[str, float]
    """By nation: share of its trade with the adversary that is stopped."""
    bite: float
    """Of all the adversary's trade with the nations, the share whose loss it feels."""
    undermined_by: str | None


@dataclass(frozen=True, slots=True)
class World:
    """What goes on around the council."""

    channels: tuple[Channel, ...]
    offers: tuple[Offer, ...]
    """Newest first."""
    assurances: tuple[tuple[str, str, str], ...]
    """Given in public: instant, by whom, of what."""
    mediators: dict[str, bool | None]
    """By third party that was asked, or that offered itself: whether it agreed; None while it has not answered."""
    sanctions: tuple[Sanctions, ...]
    displaced: dict[str, int]
    """By nation: people it has taken in."""
    relief: dict[str, tuple[str, ...]]
    """By nation: forces that help there."""
    patrons: dict[str, str]
    """By patron of an adversary: whether it backs or restrains it."""
    wedged: dict[str, int]
    """By ally: how often the adversary has tried to part it from the others, as far as the view knows."""


def world(scene: Scene) -> World:
    """What a view knows of it."""
    situation, talks = scene.situation, scene.situation.talks
    return World(
        channels=tuple(
            Channel(each.seat, each.adversary, instant(each.opened), each.leaked) for each in talks.channels
        ),
        offers=tuple(_offer(scene, name) for name in reversed(talks.offers)),
        assurances=tuple((instant(time), body.by, body.assurance) for time, body in talks.assurances),
        mediators={name: state.agrees for name, state in talks.mediators.items()},
        sanctions=tuple(_sanctions(scene)),
        displaced={name: state.displaced for name, state in situation.nations.items() if state.displaced},
        relief={name: tuple(state.helped_by) for name, state in situation.nations.items() if state.helped_by},
        patrons=dict(situation.patrons),
        wedged=dict(situation.wedged),
    )


def _offer(scene: Scene, name: str) -> Offer:
    held = scene.situation.talks.offers[name]
    body = held.body
    if held.answered is not None:
        state = "accepted" if held.accepted else "refused"
    else:
        state = "stands" if held.stands(scene.time) else "lapsed"
    return Offer(
        offer=name,
        event=held.event,
        by=body.by,
        to=body.to,
        terms=names.deal(scene.scenario, body.objective, body.share, body.assurance),
        until=instant(body.until),
        secret=body.secret,
        state=state,
    )


def _sanctions(scene: Scene) -> Iterator[Sanctions]:
    for adversary in scene.scenario.adversaries:
        shares = {
            name: state.sanctions[adversary.id].share
            for name, state in scene.situation.nations.items()
            if adversary.id in state.sanctions and state.sanctions[adversary.id].share
        }
        if shares:
            yield Sanctions(
                adversary=adversary.id,
                shares=shares,
                bite=round(sanction_bite(scene.scenario, scene.situation, adversary.id, scene.time), 6),
                undermined_by=scene.situation.undermined.get(adversary.id),
            )


# --- in words ------------------------------------------------------------------------------------------------


def world_lines(scene: Scene, known: World) -> Iterator[str]:
    """Talks first, then pressure, then people."""
    lines = (*_talks(scene, known), *_pressure(scene, known), *_people(scene, known))
    yield from limited((list(wrapped(line, "  ", "    ")) for line in lines), MOST, "more")


def _talks(scene: Scene, known: World) -> Iterator[str]:
    scenario = scene.scenario
    for channel in known.channels:
        ends = f"{names.who(scenario, channel.seat)} and {names.who(scenario, channel.adversary)}"
        state = "LEAKED" if channel.leaked else "secret"
        yield f"Back channel between {ends} since {channel.opened}, {state}."
    for offer in known.offers:
        ends = f"{names.who(scenario, offer.by)} to {names.who(scenario, offer.to)}"
        secret = ", in secret" if offer.secret else ""
        state = f"STANDS until {offer.until}" if offer.state == "stands" else offer.state
        yield f"Offer {offer.offer} of {ends}{secret}: {offer.terms}; {state} [{offer.event}]."
    if known.assurances:
        given = [
            f"{names.ASSURANCES.get(what, what)} by {names.who(scenario, by)} ({time})"
            for time, by, what in known.assurances
        ]
        yield f"Assured in public: {listed(given, 4)}."
    for mediator, agrees in known.mediators.items():
        answer = "has not answered yet" if agrees is None else "mediates" if agrees else "has declined to mediate"
        yield f"{names.who(scenario, mediator)} {answer}."


def _pressure(scene: Scene, known: World) -> Iterator[str]:
    scenario = scene.scenario
    for each in known.sanctions:
        shares = [f"{names.who(scenario, name)} {percent(share)}" for name, share in each.shares.items()]
        bite = f"{percent(each.bite)} of its trade with all of them is felt as lost"
        wing = "" if each.undermined_by is None else f"; {names.who(scenario, each.undermined_by)} helps it bear them"
        yield f"Sanctions against {names.who(scenario, each.adversary)}: {listed(shares)}; {bite}{wing}."
    for patron, stand in known.patrons.items():
        yield f"{names.who(scenario, patron)} {stand} the adversary that it stands behind."
    for nation, times in known.wedged.items():
        often = {1: "once", 2: "twice"}.get(times, f"{times} times")
        yield f"The adversary has tried {often} to part {names.who(scenario, nation)} from the others."


def _people(scene: Scene, known: World) -> Iterator[str]:
    if known.displaced:
        hosts = [f"{names.who(scene.scenario, name)} {people:,}" for name, people in known.displaced.items()]
        yield f"Displaced people taken in: {listed(hosts)}."
    for nation, forces in known.relief.items():
        yield f"Relief in {names.who(scene.scenario, nation)}: {listed(forces)}."
