"""How a nation plays: the ways in which computer players differ, as numbers, and what they decide from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wargame.model.decisions import Decision
from wargame.model.decisions.consultation import PositionKind
from wargame.model.decisions.terms import Rules
from wargame.model.nation import Nation
from wargame.model.record import Order
from wargame.model.situation import Picture
from wargame.model.view import View
from wargame.rules.assessment import attack_probability
from wargame.rules.economy import capital_left
from wargame.rules.legal import legal, most_orders

REMEMBERS = 7 * 24 * 3600
"""Seconds for which a government goes on with what its staff has warned of."""
NEVER = 2.0
"""A probability that is never reached."""

Proposal = tuple[Decision, int | None, str]
"""A decision, the event it answers in the seat's log, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way to play a nation. The defaults are the book's; probabilities are of an attack being prepared."""

    about: str
    """What it says of itself."""
    alarm: float = 0.8
    """Acts at this share of the nation's warning threshold."""
    needs_warning: bool = True
    """Whether it calls the council on its staff's warning alone."""
    asks: float = 3.0
    """Brigade equivalents asked for, per brigade equivalent that already defends the objective; 0 for no deployment."""
    reinforces: float = 0.5
    """Asks for as much again, once what was asked for is on its way, from this probability on."""
    leaning: float = 0.0
    """Added to what it gains from any measure."""
    gives: float = 1.5
    """Share of its fair part of what a deployment lacks that it offers."""
    heavy_first: bool = True
    """Whether it offers what deters most, or else what is there soonest."""
    readies: float = 0.3
    """Readies forces ahead of the order from this probability on."""
    states: float = 0.5
    """Probability it states, per probability that an attack is being prepared: most preparations come to nothing."""
    shares: int = 2
    """Reports released in one turn at the most."""
    asks_from: float = 0.5
    """Share of what alarms it from which it tasks its sensors and asks allies what they hold."""
    publishes: float = NEVER
    """Publishes reports from this probability on."""
    alert: int = 1
    """Highest alert level it asks for before there is violence."""
    speaks: bool = False
    """Whether it tables statements again and again."""
    commits: float = 0.7
    """Binds itself in public from this probability on."""
    lobbies: int = 1
    """Members it lobbies in one turn at the most for a measure that it wants."""
    pays: bool = False
    """Whether it adds a side payment where lobbying alone has not helped."""
    softens: float = NEVER
    """Opens a channel to the adversary and assures it from this probability on."""
    concedes: float = 0.0
    """Share of the objective's value that it offers then."""
    secretly: bool = True
    """Whether it offers through the channel, or in public."""
    yields: bool = False
    """Whether it accepts what the adversary offers; others refuse."""
    sanctions: float = NEVER
    """Imposes sanctions from this probability on."""
    retaliates: bool = True
    """Whether it imposes them once the adversary has shed blood, as far as its own trade bears it."""
    overturns: float = 0.7
    """Domestic support times the threat it sees from which it fights after all for what it first stood aside from."""
    keeps_word: float = 0.5
    """The same where the nation is publicly committed."""
    overturns_after: float = 24.0
    """Hours after an attack that this takes at the least: its reflex already had its word in it."""
    names: float = 0.75
    """Confidence of its services from which it names the author of an attack in public."""
    rules: Rules = "normal"
    """Rules of engagement of its forces in theatre."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a nation's government has before it when it decides."""

    view: View
    nation: Nation
    style: Style
    picture: Picture
    threat: float
    """Its staff's probability that an attack is being prepared."""
    warned_lately: bool
    """Whether the staff has warned within the last days."""
    alarmed: bool
    """Whether the threat is as high as it takes for this player to act, or half of that and warned of lately."""
    stands: dict[str, PositionKind] = field(default_factory=dict)
    """By measure: where the government has found that it stands."""

    @property
    def capital(self) -> float:
        """Political capital left before this turn's orders."""
        return capital_left(self.view) or 0.0

    @property
    def attacked(self) -> bool:
        """Whether an objective has been attacked."""
        return self.view.situation.attacked


def desk(view: View, nation: Nation, style: Style) -> Desk:
    """The desk of a nation's government."""
    picture = view.situation.pictures.get(nation.id) or Picture()
    threat = attack_probability(picture.log_odds) if picture.log_odds else 0.0
    warned = picture.warned_at is not None and view.time - picture.warned_at <= REMEMBERS
    enough = style.alarm * nation.threshold
    alarmed = threat >= enough or (warned and threat >= enough / 2.0)
    return Desk(view, nation, style, picture, threat, warned, alarmed)


def orders(view: View, proposals: Iterable[Proposal]) -> list[Order]:
    """Those of the proposals, in their order, that the seat may take beside each other."""
    taken: list[Decision] = []
    given, most = [], most_orders(view.scenario)
    for decision, answers, why in proposals:
        if len(taken) == most:
            break
        if legal(view, decision, taken) is None:
            taken.append(decision)
            given.append(Order(seat=view.seat, decision=decision, answers=answers, rationale=why))
    return given
