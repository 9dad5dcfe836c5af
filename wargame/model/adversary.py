"""The adversary: what it wants, what it has, and who it secretly is."""

from typing import Annotated, Literal

from wargame.model.fields import Identifier, Known, Probability, Span, Words, record
from wargame.model.nation import ForceKind

AdversaryType = Literal["opportunist", "coercer", "determined", "desperate"]
HybridMeans = Literal["cyber", "sabotage", "disinformation", "election", "energy"]
Rung = Annotated[int, Span(0, 9, "rung of the ladder")]

LADDER = (
    "calm",
    "verbal threats",
    "economic coercion",
    "show of force",
    "mobilisation",
    "blockade, sabotage or cyber attack",
    "incident or minor clash",
    "serious clashes",
    "limited war",
    "full conventional war",
)
"""The ten rungs (Kahn 1965, mapped to the ICB violence and MID hostility scales)."""
EXERCISE, MOBILISATION, COERCION, CLASH, SERIOUS_CLASH, LIMITED_WAR, FULL_WAR = 3, 4, 5, 6, 7, 8, 9


@record
class AdversaryForce:
    """A formation of the adversary. Allies meet it only as a contact with an id of its own."""

    id: Identifier
    name: Words
    kind: ForceKind
    strength: Annotated[float, Span(0.01, 50, "BE")]
    at: Identifier


@record
class TypeWeight:
    """How likely one hidden type is before anything is seen."""

    type: AdversaryType
    probability: Probability


@record
class Adversary:
    """One state that threatens an objective of the alliance."""

    id: Identifier
    name: Words
    adjective: Words
    capital: Identifier
    aim: Annotated[Identifier, Known.OWNER] = "unknown"
    """The objective it is after."""
    value: Annotated[float, Span(0, 10, "value of the objective to a reference adversary"), Known.OWNER] = 1.0
    """V of `docs/model.md` 4.3."""
    rung: Annotated[Rung, Known.OWNER] = 0
    """Where it stands on the ladder at STARTEX."""
    mobilisation: Annotated[Probability, Known.OWNER] = 0.0
    """M of `docs/model.md` 4.2 at STARTEX."""
    types: Annotated[tuple[TypeWeight, ...], Known.UMPIRE] = ()
    """The prior its hidden type is drawn from; the probabilities sum to 1."""
    hybrid: Annotated[Probability, Known.OWNER] = 0.0
    """Appetite for hybrid attacks: how readily it takes an opportunity for one."""
    deception: Annotated[Probability, Known.OWNER] = 0.0
    """How far a cover story hides what its preparations are for."""
    forces: Annotated[tuple[AdversaryForce, ...], Known.OWNER] = ()
