"""Nations, their forces and their means of transport, as they are at STARTEX."""

from typing import Annotated, Literal

from wargame.model.aims import Aim
from wargame.model.fields import Hours, Identifier, Known, Probability, Span, Words, record
from wargame.model.theatre import Mode

ForceKind = Literal[
    "light", "airborne", "mechanised", "heavy", "air_defence", "fighter", "naval", "cyber", "headquarters", "engineers"
]
Discipline = Literal["imagery", "signals", "human", "open_source", "maritime", "cyber"]
MandateRule = Literal["none", "cabinet", "parliament"]
Caveat = Literal["tight_rules", "unanimous_only", "not_under_fire", "own_soil"]
"""What a nation reserves for a force it offers: only under tight rules of engagement; only for a measure adopted
without abstention; not into fighting that has begun; only on its owner's territory."""

HEAVY: frozenset[str] = frozenset({"heavy", "mechanised", "air_defence"})
"""Kinds that count in full for the adversary's belief that the allies fight (`docs/model.md` 4.6)."""
FRIGHTENING: frozenset[str] = frozenset({"heavy", "mechanised"})
"""Kinds that the adversary fears, since they could attack (`docs/model.md` 4.7)."""


@record
class Force:
    """A formation that its nation can offer to a measure."""

    id: Identifier
    name: Words
    kind: ForceKind
    strength: Annotated[float, Span(0.01, 50, "BE")]
    """Capability in brigade equivalents."""
    tonnes: Annotated[float, Span(1, 500_000, "t")]
    """What it weighs with its first supplies, for lift."""
    notice: Hours
    """Notice to move: from activation order to ready to load."""
    at: Identifier
    """Where it stands at STARTEX."""
    readiness: Probability = 0.9
    personnel: Annotated[int, Span(1, 200_000, "people")] = 1000
    stocks: Identifier | None = None
    """Location where its heavy equipment is prepositioned: only its people travel there, by air, and draw it."""
    caveats: tuple[Caveat, ...] = ()


@record
class Lift:
    """Strategic transport: carriers of one kind, each serving one force at a time."""

    id: Identifier
    name: Words
    mode: Mode
    carriers: Annotated[int, Span(1, 500, "aircraft, ships or trains")]
    payload: Annotated[float, Span(1, 60_000, "t a carrier and trip")]
    speed: Annotated[float, Span(1, 1500, "km/h")] | None = None
    """Under way; without it what planning figures take for granted: 830 by air, 33 by sea."""


@record
class Collection:
    """How well one intelligence discipline of a nation covers the adversary."""

    discipline: Discipline
    coverage: Probability
    """Share of what could be seen that its sensors look at."""


@record
class Technology:
    """How advanced a nation is, from 0 to 1."""

    command: Probability = 0.5
    """Command and communications: shortens consultation and dissemination."""
    surveillance: Probability = 0.5
    """Raises detection."""
    cyber: Probability = 0.5
    """Resists cyber attacks and repairs what they do."""
    weapons: Probability = 0.5
    """Told only: no rule reads it."""


@record
class Nation:
    """One state and the seat that plays it."""

    id: Identifier
    name: Words
    adjective: Words
    capital: Identifier
    """Location of its seat of government."""
    interoperability: Probability = 0.6
    """How well its forces work with the others, I of `docs/model.md` 4.4."""
    population: Annotated[float, Span(0.01, 2000, "million")] = 10.0
    """Told only: no rule reads it."""
    gdp: Annotated[float, Span(0.1, 100_000, "billion")] = 300.0
    """Gross domestic product."""
    defence_share: Annotated[Probability, Span(0, 1, "of GDP")] = 0.02
    openness: Probability = 0.8
    """How open its regime is: how much its government answers to its public. Told only: no rule reads it."""
    trade: Probability = 0.05
    """Share of its trade that is with the adversary."""
    technology: Technology = Technology()
    resilience: Annotated[Probability, Known.ALLIES] = 0.5
    """How well its society and infrastructure withstand disinformation and disruption."""
    support: Annotated[Probability, Known.ALLIES] = 0.6
    """Domestic support for standing by the alliance, at STARTEX."""
    mandate: Annotated[MandateRule, Known.ALLIES] = "none"
    """Who must agree before its forces move."""
    stake: Annotated[Probability, Known.OWNER] = 0.5
    """What the threatened objectives are worth to it."""
    sensitivity: Annotated[Probability, Known.OWNER] = 0.5
    """How strongly it takes a threat; 0.5 takes its staff's word for it."""
    threshold: Annotated[Probability, Known.OWNER] = 0.3
    """Probability of an attack within 72 h at which its intelligence staff warns its leaders."""
    collection: Annotated[tuple[Collection, ...], Known.OWNER] = ()
    forces: Annotated[tuple[Force, ...], Known.ALLIES] = ()
    lift: Annotated[tuple[Lift, ...], Known.ALLIES] = ()
    aims: Annotated[tuple[Aim, ...], Known.OWNER] = ()
    """What its government wants for itself, beside the alliance's success; usually two."""
