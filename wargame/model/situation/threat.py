"""The adversary, and what it is after."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Words:
    """What the adversary makes of one ally's words alone, beside what it makes of all allies'."""

    value: float
    """Logits, at `since`."""
    since: int
    wearing: bool
    """Whether it wears: the ally is committed and has no forces behind its word."""


@dataclass(slots=True)
class AdversaryState:
    """The adversary as it is; only the adversary's own seat and EXCON ever fold this."""

    type: str
    objective: str
    rung: int
    since: int
    mobilisation: float
    """M at `since`."""
    words: float = 0.0
    """b, belief in the words of all allies, at `words_since`."""
    words_since: int = 0
    own_words: dict[str, Words] = field(default_factory=dict)
    """By ally: what is believed of it alone."""
    resolve: float | None = None
    """r at its last decision."""
    hybrid: float = 0.0
    """y, level of its hybrid attacks, at `hybrid_since`."""
    hybrid_since: int = 0
    feint_until: int = 0
    """Until when it feigns preparations."""
    climbed: int | None = None
    """When it last went up the ladder."""
    mediated: int | None = None
    """When mediators last brought it down the ladder."""
    commanded: bool = False
    """Whether a seat plays it."""
    over: bool = False
    """Whether the crisis is over."""
    at_war: bool = False
    top: int = 0
    """Highest rung so far."""
